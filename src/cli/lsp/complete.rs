//! Completions at the cursor.

mod words;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionParams, CompletionTextEdit, Documentation, MarkupContent,
    MarkupKind, TextEdit,
};

use super::at::At;
use super::schema;
use crate::cli::report::speech;
use crate::diag::{Severity, code};
use crate::layout::BUNDLED;
use crate::model::{DirectiveKind, SectionKind};
pub use words::{DIRECTIVES, FRONT_KEYS};

/// A completion: a word, its meaning, and the text to insert.
struct Offer {
    label: String,
    doc: String,
    insert: String,
    kind: CompletionItemKind,
}

impl Offer {
    fn word(label: impl Into<String>, doc: impl Into<String>) -> Offer {
        let label = label.into();
        Offer { insert: label.clone(), label, doc: doc.into(), kind: CompletionItemKind::VALUE }
    }

    fn key(label: &str, doc: &str, behind: &str) -> Offer {
        let insert = format!("{label}{behind}");
        Offer { label: label.to_owned(), doc: doc.to_owned(), insert, kind: CompletionItemKind::PROPERTY }
    }
}

/// Returns the completions at a place.
pub fn of(params: CompletionParams, at: &At<'_>) -> Vec<CompletionItem> {
    let At { document, encoding, .. } = at;
    let position = params.text_document_position.position;
    let offset = document.text.offset(position, *encoding);
    let line = document.text.line(position.line as usize);
    let before = document.text.as_str().get(line.start..offset).unwrap_or_default();
    let (offers, typed) = match document.is_toml() {
        true => in_layout(at, line.start, before),
        false => in_resume(at, line.start, before),
    };
    // The typed part of the word is replaced, whatever the editor takes for a word.
    let range = document.text.range(offset - typed.len()..offset, *encoding);
    let item = |(nth, offer): (usize, Offer)| CompletionItem {
        filter_text: Some(offer.insert.clone()),
        sort_text: Some(format!("{nth:04}")),
        kind: Some(offer.kind),
        documentation: described(at, speech().word(&offer.doc).map_or(offer.doc, str::to_owned)),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, offer.insert))),
        label: offer.label,
        ..CompletionItem::default()
    };
    offers.into_iter().enumerate().map(item).collect()
}

fn described(at: &At<'_>, doc: String) -> Option<Documentation> {
    match doc.is_empty() {
        true => None,
        false if !at.wishes.markdown => Some(Documentation::String(doc)),
        false => Some(Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value: doc })),
    }
}

fn in_resume<'t>(at: &At<'_>, start: usize, before: &'t str) -> (Vec<Offer>, &'t str) {
    let text = at.document.text.as_str();
    if let Some(path) = front_path(text, start) {
        return in_front(&path, before);
    }
    if let Some((_, comment)) = before.rsplit_once("<!--").filter(|(_, comment)| !comment.contains("-->")) {
        return in_comment(at, comment.trim_start());
    }
    if let Some(title) = before.strip_prefix("## ") {
        return (words::titles(lang(at)).map(|title| Offer::word(title, "")).collect(), title);
    }
    if let Some(key) = before.strip_prefix("- ").filter(|_| is_above_sections(text, start)) {
        let colon = if lang(at).starts_with("zh") || lang(at).starts_with("ja") { "：" } else { ": " };
        return (words::contacts(lang(at)).map(|key| Offer::key(key, "", colon)).collect(), key);
    }
    (Vec::new(), "")
}

fn lang<'a>(at: &'a At<'_>) -> &'a str {
    at.analysis.content.as_ref().map_or("en", |said| said.resume.meta.lang.as_str())
}

fn is_above_sections(text: &str, start: usize) -> bool {
    !text.get(..start).unwrap_or_default().lines().any(|line| line.starts_with("## "))
}

/// Returns the keys of the front matter under which a line is nested; `None` if it is not in the front matter.
pub fn front_path(text: &str, start: usize) -> Option<Vec<String>> {
    let fence = |line: &str| line.trim_end() == "---";
    let above = text.get(..start)?;
    let mut lines = above.lines();
    let first = lines.next().map(|line| line.trim_start_matches('\u{FEFF}'))?;
    if !fence(first) || lines.any(fence) {
        return None;
    }
    let own = text.get(start..)?.lines().next().unwrap_or_default();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut least = if own.trim().is_empty() { own.len() } else { indent(own) };
    let mut path = Vec::new();
    for line in above.lines().skip(1).collect::<Vec<_>>().into_iter().rev() {
        if least > 0 && !line.trim().is_empty() && indent(line) < least {
            least = indent(line);
            path.extend(line.split_once(':').map(|(key, _)| key.trim().to_owned()));
        }
    }
    path.reverse();
    Some(path)
}

fn in_front<'t>(path: &[String], before: &'t str) -> (Vec<Offer>, &'t str) {
    let under = path.first().map(String::as_str);
    match before.split_once(':') {
        None => {
            let typed = before.trim_start();
            let offers = match (under, path.len()) {
                (None, _) => FRONT_KEYS.iter().map(|(key, doc)| Offer::key(key, doc, ": ")).collect(),
                (Some("set"), _) => layout_keys(&path[1..].join("."), typed, ": "),
                (Some("views"), 1) => Vec::new(),
                (Some("views"), 2) => words::VIEW_KEYS.iter().map(|key| Offer::key(key, "", ": ")).collect(),
                (Some("views"), _) if path.get(2).is_some_and(|key| key == "set") => {
                    layout_keys(&path[3..].join("."), typed, ": ")
                }
                _ => Vec::new(),
            };
            (offers, typed)
        }
        Some((key, value)) => {
            let typed = value.rsplit([' ', ',', '[', '"', ':']).next().unwrap_or_default();
            let offers = match (under, key.trim()) {
                (None | Some("views"), "layout") => layouts(),
                (None | Some("views"), "lang") => {
                    words::LANGS.iter().map(|lang| Offer::word(*lang, "")).collect()
                }
                (None, "allow") => codes(),
                (None | Some("views"), "redact") => {
                    words::REDACT.iter().map(|word| Offer::word(*word, "")).collect()
                }
                (None | Some("views"), "pages") => ["1", "2"].map(|pages| Offer::word(pages, "")).into(),
                (Some("set"), key) => {
                    let path = schema::joined(&path[1..].join("."), key);
                    schema::values(&path).into_iter().map(|(value, doc)| Offer::word(value, doc)).collect()
                }
                _ => Vec::new(),
            };
            (offers, typed)
        }
    }
}

/// Returns the keys of a table of a layout; `typed` may name tables in it: `type.`.
fn layout_keys(table: &str, typed: &str, behind: &str) -> Vec<Offer> {
    let (inner, _) = typed.rsplit_once('.').unwrap_or_default();
    let path = if inner.is_empty() { table.to_owned() } else { schema::joined(table, inner) };
    let offer = |(key, doc): (String, String)| {
        let whole = if inner.is_empty() { key } else { format!("{inner}.{key}") };
        Offer::key(&whole, &doc, behind)
    };
    schema::keys(&path).into_iter().map(offer).collect()
}

fn layouts() -> Vec<Offer> {
    BUNDLED.iter().map(|bundled| Offer::word(bundled.name, "")).collect()
}

fn codes() -> Vec<Offer> {
    let silent = code::ALL.iter().filter(|code| code.severity < Severity::Error);
    silent.map(|code| Offer::word(code.id, speech().of(code.title))).collect()
}

fn in_comment<'t>(at: &At<'_>, comment: &'t str) -> (Vec<Offer>, &'t str) {
    let Some((word, value)) = comment.split_once(':') else {
        let offer = |(form, doc): &(&str, &str)| Offer {
            label: (*form).to_owned(),
            doc: (*doc).to_owned(),
            insert: format!("{} -->", form.split("NAME").next().unwrap_or(form).trim_end_matches(" …")),
            kind: CompletionItemKind::KEYWORD,
        };
        return (DIRECTIVES.iter().map(offer).collect(), comment);
    };
    let typed = value.rsplit([' ', ',', '，']).next().unwrap_or_default();
    let offers = match word.trim() {
        "tags" | "only" => tags(at).into_iter().map(|tag| Offer::word(tag, "")).collect(),
        "section" => SectionKind::NAMES.iter().map(|(name, _)| Offer::word(*name, "")).collect(),
        "lang" => words::LANGS.iter().map(|lang| Offer::word(*lang, "")).collect(),
        "columns" => ["2", "3", "4"].map(|count| Offer::word(count, "")).into(),
        "jianli" if value.trim_start().starts_with("allow") => codes(),
        "jianli" => vec![
            Offer::word("allow", "Do not report a code for the next block."),
            Offer::word("off", "Infer nothing from what follows."),
            Offer::word("on", "Infer again."),
        ],
        _ => Vec::new(),
    };
    (offers, typed)
}

/// Returns the tags that a text uses or declares, and its views.
fn tags(at: &At<'_>) -> Vec<String> {
    let Some(said) = &at.analysis.content else { return Vec::new() };
    let mut tags: Vec<String> = said.source.front.tags.iter().map(|(name, _)| name.text.clone()).collect();
    tags.extend(said.source.front.views.iter().map(|view| view.name.clone()));
    for directive in &said.resume.directives {
        if let DirectiveKind::Tags(named) = &directive.kind {
            tags.extend(named.iter().map(|tag| tag.trim_start_matches('-').to_owned()));
        }
    }
    let behind = at.document.text.as_str().split("<!-- tags:").skip(1);
    let written = behind
        .filter_map(|rest| rest.split_once("-->"))
        .map(|(list, _)| list)
        .filter(|list| !list.contains('\n'));
    tags.extend(
        written
            .flat_map(|list| list.split([',', '，', '、']))
            .map(|tag| tag.trim().trim_start_matches('-').to_owned()),
    );
    tags.retain(|tag| !tag.is_empty());
    tags.sort();
    tags.dedup();
    tags
}

fn in_layout<'t>(at: &At<'_>, start: usize, before: &'t str) -> (Vec<Offer>, &'t str) {
    let text = at.document.text.as_str();
    if let Some(typed) = before.trim_start().strip_prefix('[') {
        return (layout_keys("", typed, "]"), typed);
    }
    let table = schema::table_above(text, start);
    match before.split_once('=') {
        None => (layout_keys(&table, before.trim_start(), " = "), before.trim_start()),
        Some((key, value)) => {
            let typed = value.rsplit([' ', '"', ',', '[', '{']).next().unwrap_or_default();
            let offers = match (table.as_str(), key.trim()) {
                ("", "extends") => layouts(),
                (table, key) => {
                    let values = schema::values(&schema::joined(table, key));
                    values.into_iter().map(|(value, doc)| Offer::word(value, doc)).collect()
                }
            };
            let quote = |offer: Offer| match offer.insert.as_str() {
                "true" | "false" => offer,
                _ if value.contains('"') => offer,
                word => Offer { insert: format!("\"{word}\""), ..offer },
            };
            (offers.into_iter().map(quote).collect(), typed)
        }
    }
}
