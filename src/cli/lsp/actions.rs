//! The actions of an editor on a finding: cure it, or silence it.

use std::collections::HashMap;
use std::ops::Range;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Command, Diagnostic as Shown,
    ExecuteCommandParams, NumberOrString, ShowDocumentParams, TextEdit, Uri, WorkspaceEdit,
};
use serde_json::{Value, json};

use super::at::At;
use crate::cli::report;
use crate::diag::{Code, Diagnostic, Fix, Severity, Span, changes, counted, message};

/// The command that selects a place.
pub const SELECT: &str = "jianli.select";

/// The most changes that are made at once: an editor has to apply them all.
const MOST: usize = 2000;

/// The kind of the action that makes all certain changes.
pub fn fix_all() -> CodeActionKind {
    CodeActionKind::new("source.fixAll.jianli")
}

/// Returns the actions for the findings in a range.
pub fn of(params: CodeActionParams, at: &At<'_>) -> Vec<CodeActionOrCommand> {
    let text = &at.document.text;
    let asked = text.offset(params.range.start, at.encoding)..text.offset(params.range.end, at.encoding);
    let wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|only| within(kind.as_str(), only.as_str())))
    };
    let touched = |finding: &&Diagnostic| {
        // A finding without a place is shown at the top.
        let place = finding.primary.map_or(Some(0..0), |span| at.analysis.own_place(span));
        place.is_some_and(|place| place.start <= asked.end && asked.start <= place.end)
    };
    let mut actions: Vec<CodeAction> = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        let shown = |finding: &Diagnostic| {
            params.context.diagnostics.iter().find(|shown| is_about(shown, finding)).cloned()
        };
        let here: Vec<&Diagnostic> = at.analysis.findings.iter().filter(touched).collect();
        actions.extend(here.iter().filter_map(|finding| cure(finding, shown(finding), at)));
        actions.extend(here.iter().flat_map(|finding| cuts(finding, shown(finding), at)));
        actions.extend(here.iter().flat_map(|finding| silence(finding, shown(finding), at)));
    }
    if wanted(&fix_all()) {
        let all: Vec<Fix> = changes(&at.analysis.findings).remove(&at.analysis.own).unwrap_or_default();
        let edits = edits(&all, at);
        if !edits.is_empty() {
            actions.push(CodeAction {
                title: report::localized(&message!("Apply all certain fixes")),
                kind: Some(fix_all()),
                edit: Some(edit(at, edits)),
                ..CodeAction::default()
            });
        }
    }
    actions.into_iter().map(CodeActionOrCommand::from).collect()
}

/// Returns whether a kind is the same as another, or one of its subkinds: `source.fixAll.jianli` is a `source`.
fn within(kind: &str, wanted: &str) -> bool {
    kind.strip_prefix(wanted)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.is_empty())
}

fn is_about(shown: &Shown, finding: &Diagnostic) -> bool {
    shown.code == Some(NumberOrString::String(finding.code.id.to_owned()))
        && shown.message.starts_with(finding.message.as_str())
}

fn cure(finding: &Diagnostic, shown: Option<Shown>, at: &At<'_>) -> Option<CodeAction> {
    let edits = edits(&finding.fixes, at);
    if edits.is_empty() || edits.len() < finding.fixes.len() {
        return None;
    }
    let hint = finding
        .hints
        .first()
        .map_or_else(|| report::localized(&finding.code.title.into()), |hint| capital(hint));
    Some(CodeAction {
        title: format!("{hint} ({})", finding.code.id),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: shown.map(|shown| vec![shown]),
        is_preferred: Some(true),
        edit: Some(edit(at, edits)),
        ..CodeAction::default()
    })
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Returns the edits of the document; those of other files are left to `check --fix`.
fn edits(fixes: &[Fix], at: &At<'_>) -> Vec<TextEdit> {
    let text = &at.document.text;
    let line_end = if text.as_str().contains("\r\n") { "\r\n" } else { "\n" };
    let one = |fix: &Fix| {
        let place = at.analysis.exact_place(fix.span)?;
        Some(TextEdit::new(text.range(place, at.encoding), fix.text.replace('\n', line_end)))
    };
    fixes.iter().take(MOST).filter_map(one).collect()
}

/// Returns actions that select words which could be cut: cutting them is left to the writer.
fn cuts(finding: &Diagnostic, shown: Option<Shown>, at: &At<'_>) -> Vec<CodeAction> {
    let text = &at.document.text;
    let action = |cut: &Span| {
        let place = at.analysis.own_place(*cut).filter(|_| at.wishes.selects)?;
        let words = text.as_str().get(place.clone())?.trim_end();
        let (line, count) = (text.line_at(place.start) + 1, counted(words.chars().count(), "character"));
        let title = report::localized(&message!(
            "Select {count} to cut in line {line} ({code})",
            count,
            line,
            code = finding.code.id
        ));
        let range = text.range(place.start..place.start + words.len(), at.encoding);
        let arguments = Some(vec![json!(at.document.uri), json!(range)]);
        Some(CodeAction {
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: shown.clone().map(|shown| vec![shown]),
            command: Some(Command { title: title.clone(), command: SELECT.to_owned(), arguments }),
            title,
            ..CodeAction::default()
        })
    };
    finding.cuts.iter().filter_map(action).collect()
}

/// Returns the parameters with which a command has the client show a place.
pub fn shown(params: ExecuteCommandParams) -> Option<ShowDocumentParams> {
    let [uri, selection] = <[Value; 2]>::try_from(params.arguments).ok()?;
    let (uri, selection) = (serde_json::from_value(uri).ok()?, serde_json::from_value(selection).ok()?);
    Some(ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: Some(selection) })
}

/// Returns the actions that silence a finding: in its block, and in the file.
fn silence(finding: &Diagnostic, shown: Option<Shown>, at: &At<'_>) -> Vec<CodeAction> {
    let Some(said) = at.analysis.content.as_ref().filter(|_| finding.severity < Severity::Error) else {
        return Vec::new();
    };
    let text = &at.document.text;
    let code = finding.code;
    let action = |title: String, line: usize, blank: &str| {
        let start = text.line(line).start;
        let edits =
            vec![TextEdit::new(text.range(start..start, at.encoding), comment(code, text.as_str(), blank))];
        CodeAction {
            title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: shown.clone().map(|shown| vec![shown]),
            edit: Some(edit(at, edits)),
            ..CodeAction::default()
        }
    };
    let places: Vec<Range<usize>> =
        said.source.markdown.blocks.iter().filter_map(|block| at.analysis.place(block.span)).collect();
    let own = finding.primary.and_then(|span| at.analysis.own_place(span));
    let block =
        own.and_then(|own| places.iter().position(|place| place.start <= own.start && own.start < place.end));
    let mut actions = Vec::new();
    // Above the first block it would apply to the whole file.
    if let Some(place) = block.filter(|block| *block > 0).and_then(|block| places.get(block)) {
        actions.push(action(
            report::localized(&message!("Allow {code} in this block", code = code.id)),
            text.line_at(place.start),
            "",
        ));
    }
    if let Some(first) = places.first() {
        actions.push(action(
            report::localized(&message!("Allow {code} in this file", code = code.id)),
            text.line_at(first.start),
            "\n",
        ));
    }
    actions
}

fn comment(code: Code, text: &str, blank: &str) -> String {
    let comment = format!("<!-- jianli: allow {} -->\n{blank}", code.id);
    if text.contains("\r\n") { comment.replace('\n', "\r\n") } else { comment }
}

#[allow(clippy::mutable_key_type, reason = "the type of the protocol; nothing changes a key")]
fn edit(at: &At<'_>, edits: Vec<TextEdit>) -> WorkspaceEdit {
    let changes: HashMap<Uri, Vec<TextEdit>> = HashMap::from([(at.document.uri.clone(), edits)]);
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}
