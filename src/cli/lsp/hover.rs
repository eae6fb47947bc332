//! The text under the pointer: how it was understood, the meaning of its words, the reasons for findings.

use lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::at::At;
use super::complete::{DIRECTIVES, FRONT_KEYS};
use super::schema;
use crate::cli::report::speech;
use crate::diag::explain;

/// Returns the hover text at a place; `None` if there is none.
pub fn of(params: HoverParams, at: &At<'_>) -> Option<Hover> {
    let At { document, analysis, encoding, .. } = at;
    let position = params.text_document_position_params.position;
    let offset = document.text.offset(position, *encoding);
    let line = document.text.line(position.line as usize);
    let written = document.text.as_str().get(line.clone()).unwrap_or_default();
    let mut parts: Vec<String> = Vec::new();
    if document.is_toml() {
        let table = schema::table_above(document.text.as_str(), line.start);
        parts.extend(key_of(written).and_then(|key| schema::doc(&schema::joined(&table, key))));
    } else {
        parts.extend(directive(written));
        parts.extend(front(at, line.start, written));
        parts.extend(understood(at, offset));
    }
    for finding in &analysis.findings {
        let place = finding.primary.and_then(|span| analysis.own_place(span));
        if place.is_some_and(|place| place.start <= offset && offset <= place.end) {
            parts.push(explain(finding.code, speech()));
        }
    }
    let value = parts.join("\n\n---\n\n");
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
    (!parts.is_empty()).then_some(Hover { contents, range: None })
}

/// Returns how the blocks of a line were understood.
fn understood(at: &At<'_>, offset: usize) -> Option<String> {
    let text = &at.document.text;
    let line = text.line_at(offset);
    let mut said = Vec::new();
    for row in at.analysis.content.iter().flat_map(|said| &said.lines) {
        let Some(place) = at.analysis.own_place(row.place).filter(|place| text.line_at(place.start) == line)
        else {
            continue;
        };
        let is_of_line = place.start <= offset || said.is_empty();
        let note = if row.note.is_empty() { String::new() } else { format!("  \n{}", row.note) };
        if is_of_line {
            said.push(format!("**{}** {}{note}", row.what.trim_start_matches('·'), row.text));
        }
    }
    (!said.is_empty()).then(|| said.join("\n\n"))
}

fn directive(line: &str) -> Option<String> {
    let comment = line.trim_start().strip_prefix("<!--")?.trim_start();
    let word = comment.split([':', ' ', '-']).next()?;
    let (form, doc) = DIRECTIVES.iter().find(|(form, _)| form.split([':', ' ']).next() == Some(word))?;
    Some(format!("`<!-- {form} -->`  \n{}", speech().of(doc)))
}

/// Returns the meaning of a key of the front matter, or of the layout under `set:`.
fn front(at: &At<'_>, start: usize, line: &str) -> Option<String> {
    let key = key_of(line)?;
    let text = at.document.text.as_str();
    let path = super::complete::front_path(text, start)?;
    match path.first().map(String::as_str) {
        None => {
            let (_, doc) = FRONT_KEYS.iter().find(|(known, _)| *known == key)?;
            Some(format!("`{key}`  \n{}", speech().of(doc)))
        }
        Some("set") => schema::doc(&schema::joined(&path[1..].join("."), key)),
        Some(_) => None,
    }
}

/// Returns the key of a line: the part before its `:` or `=`.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once([':', '='])?;
    let key = key.trim().trim_matches('"');
    (!key.is_empty() && !key.contains(' ')).then_some(key)
}
