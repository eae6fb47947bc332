//! The server as a client sees it, over a connection in memory.

mod edits;
mod features;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::thread::JoinHandle;
use std::time::Duration;

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use serde_json::{Value, json};

use crate::diag::CompileError;
use crate::session::Session;

/// A client with a server of its own.
pub struct Client {
    connection: Option<Connection>,
    server: JoinHandle<Result<(), CompileError>>,
    asked: i32,
    /// Notifications not yet asked for.
    told: RefCell<VecDeque<Notification>>,
    /// The parameters of the server's last request.
    requested: Value,
}

const PATIENCE: Duration = Duration::from_secs(20);

impl Client {
    /// Starts a server and initialises it; columns are UTF-16 units unless `options` say otherwise.
    pub fn new(capabilities: &Value, options: &Value) -> Client {
        let (ours, theirs) = Connection::memory();
        let server = std::thread::spawn(move || super::serve(&theirs, Session::lasting(&[]).unwrap()));
        let mut client = Client {
            connection: Some(ours),
            server,
            asked: 0,
            told: RefCell::default(),
            requested: Value::Null,
        };
        let hello = client.ask(
            "initialize",
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "initializationOptions": options }),
        );
        assert!(hello["capabilities"]["hoverProvider"].is_boolean(), "{hello}");
        client.tell("initialized", json!({}));
        client
    }

    pub fn usual() -> Client {
        Client::new(&json!({}), &json!({}))
    }

    fn connection(&self) -> &Connection {
        self.connection.as_ref().unwrap()
    }

    pub fn tell(&self, method: &str, params: Value) {
        let note = Notification::new(method.to_owned(), params);
        self.connection().sender.send(note.into()).unwrap();
    }

    /// Returns the answer to a request, or the error.
    pub fn try_ask(&mut self, method: &str, params: Value) -> Result<Value, i32> {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        let request = Request::new(id.clone(), method.to_owned(), params);
        self.connection().sender.send(request.into()).unwrap();
        loop {
            match self.connection().receiver.recv_timeout(PATIENCE).unwrap() {
                Message::Response(response) if response.id == id => {
                    let error = serde_json::to_value(&response).unwrap();
                    return match error.get("error") {
                        Some(error) => Err(error["code"].as_i64().unwrap() as i32),
                        None => Ok(error.get("result").cloned().unwrap_or_default()),
                    };
                }
                Message::Notification(note) => self.told.borrow_mut().push_back(note),
                Message::Request(request) => self.requested = request.params,
                _ => {}
            }
        }
    }

    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        self.try_ask(method, params).unwrap()
    }

    pub fn open(&self, uri: &str, text: &str) {
        let language = if uri.ends_with(".toml") { "toml" } else { "markdown" };
        self.tell(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": uri, "languageId": language, "version": 1, "text": text } }),
        );
    }

    /// Returns the next findings published for a document, in this version or a later one.
    pub fn findings(&self, uri: &str, version: i64) -> Vec<Value> {
        let is_it = |note: &Notification| {
            note.method == "textDocument/publishDiagnostics"
                && note.params["uri"] == uri
                && note.params["version"].as_i64().is_none_or(|told| told >= version)
        };
        loop {
            let at = self.told.borrow().iter().position(is_it);
            if let Some(note) = at.and_then(|at| self.told.borrow_mut().remove(at)) {
                return note.params["diagnostics"].as_array().unwrap().clone();
            }
            if let Message::Notification(note) = self.connection().receiver.recv_timeout(PATIENCE).unwrap() {
                self.told.borrow_mut().push_back(note);
            }
        }
    }

    /// Sends a request about a document, with more parameters.
    pub fn about(&mut self, method: &str, uri: &str, more: Value) -> Value {
        let mut params = more;
        params["textDocument"] = json!({ "uri": uri });
        self.ask(&format!("textDocument/{method}"), params)
    }

    /// Returns the parameters of the server's last request, sent while it answered.
    pub fn requested(&self) -> &Value {
        &self.requested
    }

    /// Shuts the server down.
    pub fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        assert!(self.server.join().unwrap().is_ok());
    }

    /// Goes away without a word.
    pub fn leave(mut self) -> Result<(), CompileError> {
        self.connection = None;
        self.server.join().unwrap()
    }
}

pub const URI: &str = "untitled:cv.md";
pub const RESUME: &str = "---\nlayout: classic\n---\n\n# 陈小满\n\n- 电话：138-0000-0000\n- 邮箱：chen@example.com\n\n## 工作经历\n\n\
    ### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 用 Github,也报销\n";

/// Returns the codes of findings with their first lines.
pub fn codes(found: &[Value]) -> Vec<(String, u64)> {
    let code = |found: &Value| {
        (
            found["code"].as_str().unwrap_or_default().to_owned(),
            found["range"]["start"]["line"].as_u64().unwrap(),
        )
    };
    found.iter().map(code).collect()
}

#[test]
fn findings_come_with_a_document_and_go_with_it() {
    let client = Client::usual();
    client.open(URI, RESUME);
    let found = client.findings(URI, 1);
    assert_eq!(codes(&found), [("J301".to_owned(), 13)], "{found:?}");
    let range = &found[0]["range"];
    assert_eq!((&range["start"]["character"], &range["end"]["character"]), (&json!(4), &json!(10)));
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(client.findings(URI, 1), Vec::<Value>::new());
    client.end();
}

#[test]
fn what_only_the_pdf_shows_is_found_when_a_text_is_saved() {
    // Hyphenated words are read as two.
    let words = "responsibilities of internationalization ".repeat(12);
    let text = format!(
        "---\nset:\n  type.hyphenate: always\n  type.size: 14pt\n---\n\n# Amelia Hart\n\n- Email: amelia@example.com\n\n\
         ## Summary\n\n{words}end of it.\n"
    );
    let client = Client::usual();
    client.open(URI, &text);
    let before = codes(&client.findings(URI, 1));
    client.tell("textDocument/didSave", json!({ "textDocument": { "uri": URI } }));
    let saved = codes(&client.findings(URI, 1));
    assert!(
        saved.iter().any(|(code, _)| code == "J807") && saved.len() > before.len(),
        "{before:?} {saved:?}"
    );
    // The text as it was saved.
    client.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [{ "text": text }] }),
    );
    assert_eq!(codes(&client.findings(URI, 2)), before);
    client.end();
}

#[test]
fn columns_count_what_was_agreed_upon() {
    let text = RESUME.replace("用 Github", "𠮷👩‍💻用 Github");
    for (offered, start) in
        [(json!(["utf-8", "utf-16"]), 2 + 4 + 11 + 3 + 1), (json!(["utf-16"]), 2 + 2 + 5 + 2)]
    {
        let mut client = Client::new(&json!({ "general": { "positionEncodings": offered } }), &json!({}));
        client.open(URI, &text);
        let found = client.findings(URI, 1);
        let found: Vec<&Value> = found.iter().filter(|found| found["code"] == "J301").collect();
        assert_eq!(found[0]["range"]["start"]["character"], start);
        let actions = client.about(
            "codeAction",
            URI,
            json!({ "range": found[0]["range"], "context": { "diagnostics": found } }),
        );
        assert_eq!(actions[0]["edit"]["changes"][URI][0]["newText"], "GitHub", "{actions}");
        client.end();
    }
}

#[test]
fn two_documents_are_kept_apart() {
    let client = Client::usual();
    let (one, other) = ("untitled:cv-1.md", "untitled:cv-2.md");
    client.open(one, RESUME);
    client.open(other, &RESUME.replace("Github,也", "GitHub，也"));
    assert_eq!(client.findings(one, 1).len(), 1);
    assert_eq!(client.findings(other, 1).len(), 0);
    client.end();
}

#[test]
fn other_markdown_is_left_alone_unless_it_is_wanted() {
    let (uri, text) =
        ("untitled:notes.md", "# Notes\n\nUse Github and javascript.\n\n## Things\n\n- one,two\n");
    let client = Client::usual();
    client.open(uri, text);
    assert_eq!(client.findings(uri, 1), Vec::<Value>::new());
    client.end();
    let client = Client::new(&json!({}), &json!({ "everyMarkdown": true }));
    client.open(uri, text);
    assert!(client.findings(uri, 1).len() > 1);
    client.end();
}

#[test]
fn files_that_are_not_saved_are_read_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let uri = |name: &str| super::uri::uri(&folder.join(name)).unwrap().as_str().to_owned();
    let (resume, layout, part) = (uri("cv.md"), uri("my.toml"), uri("part.md"));
    std::fs::write(folder.join("part.md"), "- 报销\n").unwrap();
    let client = Client::usual();
    let text =
        RESUME.replace("classic", "my.toml").replace("- 用 Github,也报销", "<!-- include: part.md -->");
    client.open(&resume, &text);
    assert_eq!(codes(&client.findings(&resume, 1))[0].0, "J401");
    // A layout that exists only in the editor, with a mistake.
    client.open(&layout, "extends = \"classic\"\n[page]\nmargni = \"20mm\"\n");
    assert_eq!(codes(&client.findings(&layout, 1)), [("J402".to_owned(), 2)]);
    let found = client.findings(&resume, 1);
    assert!(found[0]["message"].as_str().unwrap().contains("my.toml:3:1: unknown key"), "{found:?}");
    let place = &found[0]["relatedInformation"][0]["location"];
    assert_eq!((place["uri"].as_str(), &place["range"]["start"]["line"]), (Some(layout.as_str()), &json!(2)));
    client.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": layout, "version": 2 },
                "contentChanges": [{ "text": "extends = \"classic\"\n[page]\nmargin = \"20mm\"\n" }] }),
    );
    assert_eq!(client.findings(&layout, 2).len(), 0);
    assert_eq!(codes(&client.findings(&resume, 1)), []);
    client.open(&part, "- 用 Github\n");
    let found = client.findings(&resume, 1);
    assert!(found[0]["message"].as_str().unwrap().contains("part.md:1:5: `Github`"), "{found:?}");
    client.end();
}

#[test]
fn a_client_that_goes_away_ends_the_server_and_one_that_exits_without_a_word_fails() {
    let client = Client::usual();
    client.open(URI, RESUME);
    assert!(client.leave().is_ok());
    let client = Client::usual();
    client.tell("exit", Value::Null);
    assert!(client.leave().is_err());
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_falls_over() {
    let mut client = Client::usual();
    client.open(URI, RESUME);
    assert_eq!(
        client.try_ask("textDocument/nothing", json!({ "textDocument": { "uri": URI } })),
        Err(-32601)
    );
    assert_eq!(client.try_ask("textDocument/hover", json!({ "textDocument": { "uri": URI } })), Err(-32602));
    assert_eq!(client.try_ask("workspace/symbol", json!({ "query": "x" })), Err(-32601));
    for params in
        [json!(null), json!([]), json!({ "textDocument": 7 }), json!({ "textDocument": { "uri": "\u{0}" } })]
    {
        client.tell("textDocument/didOpen", params.clone());
        client.tell("textDocument/didChange", params.clone());
        client.tell("textDocument/didClose", params);
    }
    let far = json!({ "position": { "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 } });
    assert_eq!(client.about("hover", URI, far), Value::Null);
    let unknown =
        json!({ "textDocument": { "uri": "untitled:other.md" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.ask("textDocument/hover", unknown), Value::Null);
    client.end();
}
