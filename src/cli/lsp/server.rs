//! The client's messages, in order, and the answers to them.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Notification as _,
    PublishDiagnostics,
};
use lsp_types::request::{
    CodeActionRequest, CodeLensRequest, ColorPresentationRequest, Completion, DocumentColor,
    DocumentLinkRequest, DocumentSymbolRequest, ExecuteCommand, FoldingRangeRequest, GotoDefinition,
    HoverRequest, InlayHintRequest, Request as _, ShowDocument,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DidChangeTextDocumentParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentLinkOptions,
    ExecuteCommandOptions, ExecuteCommandParams, InitializeParams, MarkupKind, NumberOrString,
    PublishDiagnosticsParams, ServerCapabilities, TextDocumentSyncKind, TextDocumentSyncOptions, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::analysis::Analysis;
use super::at::{At, Wishes};
use super::document::Document;
use super::position::Encoding;
use super::{actions, analyse, complete, diagnostics, hover, lens, links, symbols};
use crate::session::Session;

/// Changes that follow each other more closely than this are analysed together. The first one is analysed at once: a
/// letter typed now and then does not have to wait.
const QUIET: Duration = Duration::from_millis(30);
/// While typing goes on, findings are published this often all the same.
const MOST_HELD: Duration = Duration::from_millis(120);

/// Whether the server goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// It goes on.
    GoOn,
    /// The client ended the session: properly or not.
    End {
        /// The client had asked to shut down.
        properly: bool,
    },
}

/// One client being served.
pub struct Server<'c> {
    connection: &'c Connection,
    session: Session,
    pub encoding: Encoding,
    pub wishes: Wishes,
    documents: BTreeMap<Uri, Document>,
    waiting: VecDeque<Message>,
    /// The number of requests sent to the client.
    sent: i32,
    shut_down: bool,
}

impl<'c> Server<'c> {
    /// Returns a server that knows no document yet.
    pub fn new(connection: &'c Connection, session: Session, params: &InitializeParams) -> Server<'c> {
        let options = params.initialization_options.as_ref();
        let wish =
            |name: &str| options.and_then(|options| options.get(name)).and_then(Value::as_bool) == Some(true);
        Server {
            connection,
            session,
            encoding: Encoding::negotiated(params),
            wishes: Wishes {
                every_markdown: wish("everyMarkdown"),
                page_ends: wish("pageEnds"),
                preview: wish("preview"),
                selects: selects(params),
                markdown: reads_markdown(params),
            },
            documents: BTreeMap::new(),
            waiting: VecDeque::new(),
            sent: 0,
            shut_down: false,
        }
    }

    /// Returns the capabilities of the server.
    pub fn capabilities(&self) -> ServerCapabilities {
        let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
        ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::INCREMENTAL),
                    save: Some(true.into()),
                    ..TextDocumentSyncOptions::default()
                }
                .into(),
            ),
            hover_provider: Some(true.into()),
            document_symbol_provider: Some(lsp_types::OneOf::Left(true)),
            folding_range_provider: Some(true.into()),
            definition_provider: Some(lsp_types::OneOf::Left(true)),
            completion_provider: Some(CompletionOptions {
                trigger_characters: words(&[" ", ":", "<", "#", "-", ",", "\"", "."]),
                ..CompletionOptions::default()
            }),
            code_action_provider: Some(
                CodeActionOptions {
                    code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, actions::fix_all()]),
                    ..CodeActionOptions::default()
                }
                .into(),
            ),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            inlay_hint_provider: Some(lsp_types::OneOf::Left(true)),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(false),
                work_done_progress_options: lsp_types::WorkDoneProgressOptions::default(),
            }),
            color_provider: Some(true.into()),
            execute_command_provider: self.wishes.selects.then(|| ExecuteCommandOptions {
                commands: vec![actions::SELECT.to_owned()],
                ..ExecuteCommandOptions::default()
            }),
            ..ServerCapabilities::default()
        }
    }

    /// Adds a message to those that are waiting.
    pub fn take(&mut self, message: Message) {
        self.waiting.push_back(message);
    }

    /// Returns how long there is nothing to do if the client sends nothing; `None` means forever.
    pub fn due_in(&self) -> Option<Duration> {
        if !self.waiting.is_empty() {
            return Some(Duration::ZERO);
        }
        let now = Instant::now();
        let due = self.documents.values().filter_map(|document| document.due(QUIET, MOST_HELD));
        due.min().map(|due| due.saturating_duration_since(now))
    }

    /// Answers the waiting messages, then analyses the documents that are due.
    pub fn work(&mut self) -> Flow {
        while let Some(message) = self.waiting.pop_front() {
            match message {
                Message::Request(request) => self.answer(request),
                Message::Notification(note) if note.method == "exit" => {
                    return Flow::End { properly: self.shut_down };
                }
                Message::Notification(note) => self.hear(note),
                Message::Response(_) => {}
            }
        }
        let now = Instant::now();
        let is_due = |document: &&Document| document.due(QUIET, MOST_HELD).is_some_and(|due| due <= now);
        let due: Vec<Uri> =
            self.documents.values().filter(is_due).map(|document| document.uri.clone()).collect();
        for uri in due {
            self.read(&uri);
            // The messages that came in the meantime may change this very text.
            self.connection.receiver.try_iter().for_each(|message| self.waiting.push_back(message));
            if self.waiting.iter().any(|message| changes(message, &uri)) {
                continue;
            }
            self.publish(&uri);
        }
        Flow::GoOn
    }

    /// Analyses a document, unless its current text was analysed already.
    fn read(&mut self, uri: &Uri) {
        let others: Vec<_> = self.documents.values().filter_map(Document::provided).collect();
        let Some(document) = self.documents.get_mut(uri).filter(|document| document.is_stale()) else {
            return;
        };
        let session = &mut self.session;
        let read = catch_unwind(AssertUnwindSafe(|| analyse::of(document, &others, session, self.wishes)));
        match read {
            Ok(read) => document.keep(read),
            Err(_) => {
                // A panic may leave it half done; a text that causes one has no findings.
                if let Ok(fresh) = Session::lasting(&[]) {
                    *session = fresh;
                }
                document.keep(Analysis::default());
            }
        }
    }

    fn publish(&mut self, uri: &Uri) {
        let Some(document) = self.documents.get(uri) else { return };
        let Some(analysis) = document.analysis() else { return };
        let params = PublishDiagnosticsParams {
            uri: uri.clone(),
            diagnostics: diagnostics::of(document, analysis, self.encoding),
            version: Some(document.version),
        };
        self.notify::<PublishDiagnostics>(params);
        if let Some(document) = self.documents.get_mut(uri) {
            document.was_published();
        }
    }

    fn notify<N: lsp_types::notification::Notification>(&self, params: N::Params) {
        let note = Notification::new(N::METHOD.to_owned(), params);
        // A client that went away is not told.
        let _ = self.connection.sender.send(note.into());
    }

    fn hear(&mut self, note: Notification) {
        match note.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Some(DidOpenTextDocumentParams { text_document: opened }) = params(note.params) else {
                    return;
                };
                let uri = opened.uri.clone();
                self.documents.insert(uri.clone(), Document::new(opened));
                self.changed(&uri);
            }
            DidChangeTextDocument::METHOD => {
                let Some(DidChangeTextDocumentParams { text_document, content_changes }) =
                    params(note.params)
                else {
                    return;
                };
                let encoding = self.encoding;
                if let Some(document) = self.documents.get_mut(&text_document.uri) {
                    document.change(text_document.version, content_changes, encoding);
                    self.changed(&text_document.uri);
                }
            }
            DidSaveTextDocument::METHOD => {
                let Some(DidSaveTextDocumentParams { text_document, .. }) = params(note.params) else {
                    return;
                };
                if let Some(document) = self.documents.get_mut(&text_document.uri) {
                    document.save();
                    self.changed(&text_document.uri);
                }
            }
            DidCloseTextDocument::METHOD => {
                let Some(DidCloseTextDocumentParams { text_document }) = params(note.params) else { return };
                self.changed(&text_document.uri);
                if self.documents.remove(&text_document.uri).is_some() {
                    let (uri, diagnostics) = (text_document.uri, Vec::new());
                    let params = PublishDiagnosticsParams { uri, diagnostics, version: None };
                    self.notify::<PublishDiagnostics>(params);
                }
            }
            _ => {}
        }
    }

    /// Notes that the documents that depend on a changed one have to be analysed again.
    fn changed(&mut self, uri: &Uri) {
        let path = self.documents.get(uri).and_then(|document| document.path.clone());
        let Some(path) = path else { return };
        for other in self.documents.values_mut().filter(|other| other.uri != *uri && other.looked_at(&path)) {
            other.touch();
        }
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params: asked } = request;
        if self.waiting.iter().any(|message| cancels(message, &id)) {
            return self.refuse(id, ErrorCode::RequestCanceled, "cancelled");
        }
        if self.shut_down {
            return self.refuse(id, ErrorCode::InvalidRequest, "the server was shut down");
        }
        if method == ExecuteCommand::METHOD {
            return self.execute(id, asked);
        }
        if method == "shutdown" {
            self.shut_down = true;
            return self.reply(id, Value::Null);
        }
        let Some(uri) = asked.pointer("/textDocument/uri").and_then(|uri| params::<Uri>(uri.clone())) else {
            return self.refuse(id, ErrorCode::MethodNotFound, "no such method");
        };
        self.read(&uri);
        let Some(document) = self.documents.get(&uri) else {
            return self.reply(id, Value::Null);
        };
        let at = At {
            document,
            analysis: document.analysis_or_none(),
            encoding: self.encoding,
            wishes: self.wishes,
        };
        match answered(&method, asked, &at) {
            Some(Ok(value)) => self.reply(id, value),
            Some(Err(why)) => self.refuse(id, ErrorCode::InvalidParams, &why),
            None => self.refuse(id, ErrorCode::MethodNotFound, "no such method"),
        }
    }

    /// Asks the client to show a place.
    fn execute(&mut self, id: RequestId, asked: Value) {
        let params: Option<ExecuteCommandParams> = params(asked);
        let shown = params.filter(|params| params.command == actions::SELECT).and_then(actions::shown);
        let Some(shown) = shown else { return self.refuse(id, ErrorCode::InvalidParams, "no such command") };
        self.sent += 1;
        let request = Request::new(RequestId::from(self.sent), ShowDocument::METHOD.to_owned(), shown);
        let _ = self.connection.sender.send(request.into());
        self.reply(id, Value::Null);
    }

    fn reply(&self, id: RequestId, value: Value) {
        let _ = self.connection.sender.send(Response::new_ok(id, value).into());
    }

    fn refuse(&self, id: RequestId, code: ErrorCode, why: &str) {
        let _ = self.connection.sender.send(Response::new_err(id, code as i32, why.to_owned()).into());
    }
}

/// Returns the answer to a request about a document; `None` if there is no such request.
fn answered(method: &str, asked: Value, at: &At<'_>) -> Option<Result<Value, String>> {
    Some(match method {
        HoverRequest::METHOD => of(asked, |params| hover::of(params, at)),
        DocumentSymbolRequest::METHOD => of::<lsp_types::DocumentSymbolParams, _>(asked, |_| symbols::of(at)),
        FoldingRangeRequest::METHOD => of::<lsp_types::FoldingRangeParams, _>(asked, |_| symbols::folds(at)),
        Completion::METHOD => of(asked, |params| complete::of(params, at)),
        CodeActionRequest::METHOD => of(asked, |params| actions::of(params, at)),
        CodeLensRequest::METHOD => of::<lsp_types::CodeLensParams, _>(asked, |_| lens::of(at)),
        InlayHintRequest::METHOD => of::<lsp_types::InlayHintParams, _>(asked, |_| lens::page_ends(at)),
        DocumentLinkRequest::METHOD => of::<lsp_types::DocumentLinkParams, _>(asked, |_| links::of(at)),
        GotoDefinition::METHOD => of(asked, |params| links::definition(params, at)),
        DocumentColor::METHOD => of::<lsp_types::DocumentColorParams, _>(asked, |_| links::colours(at)),
        ColorPresentationRequest::METHOD => of(asked, |params| links::presentations(params, at)),
        "jianli/where" => of(asked, |params| lens::place(&params, at)),
        _ => return None,
    })
}

fn of<P: DeserializeOwned, R: Serialize>(asked: Value, answer: impl FnOnce(P) -> R) -> Result<Value, String> {
    let params = serde_json::from_value(asked).map_err(|error| error.to_string())?;
    serde_json::to_value(answer(params)).map_err(|error| error.to_string())
}

fn params<P: DeserializeOwned>(value: Value) -> Option<P> {
    serde_json::from_value(value).ok()
}

fn selects(params: &InitializeParams) -> bool {
    let window = params.capabilities.window.as_ref();
    window.and_then(|window| window.show_document.as_ref()).is_some_and(|show| show.support)
}

fn reads_markdown(params: &InitializeParams) -> bool {
    let completion = params.capabilities.text_document.as_ref().and_then(|text| text.completion.as_ref());
    let formats = completion
        .and_then(|completion| completion.completion_item.as_ref())
        .and_then(|item| item.documentation_format.as_ref());
    formats.is_some_and(|formats| formats.contains(&MarkupKind::Markdown))
}

/// Returns whether a message changes a document.
fn changes(message: &Message, uri: &Uri) -> bool {
    let Message::Notification(note) = message else { return false };
    let changing = [DidChangeTextDocument::METHOD, DidCloseTextDocument::METHOD];
    changing.contains(&note.method.as_str())
        && note.params.pointer("/textDocument/uri").and_then(Value::as_str) == Some(uri.as_str())
}

/// Returns whether a message cancels a request.
fn cancels(message: &Message, id: &RequestId) -> bool {
    let Message::Notification(note) = message else { return false };
    let wanted = note.params.get("id").and_then(|id| params::<NumberOrString>(id.clone()));
    let wanted = wanted.map(|wanted| match wanted {
        NumberOrString::Number(number) => RequestId::from(number),
        NumberOrString::String(text) => RequestId::from(text),
    });
    note.method == "$/cancelRequest" && wanted.as_ref() == Some(id)
}
