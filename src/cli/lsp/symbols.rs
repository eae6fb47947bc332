//! The outline of a résumé: name, sections, entries, roles; what can be folded.

use std::ops::Range;

use lsp_types::{DocumentSymbol, FoldingRange, FoldingRangeKind, SymbolKind};

use super::at::At;
use crate::diag::Span;
use crate::model::{Block, BlockKind, Entry, EntryKind};

/// A part of the text, with the parts below it.
struct Part {
    name: String,
    detail: String,
    kind: SymbolKind,
    /// Its title.
    title: Range<usize>,
    /// All of it.
    whole: Range<usize>,
    parts: Vec<Part>,
}

/// Returns the outline.
pub fn of(at: &At<'_>) -> Vec<DocumentSymbol> {
    parts(at).into_iter().map(|part| symbol(part, at)).collect()
}

/// Returns the ranges that can be folded: sections, entries, the front matter.
pub fn folds(at: &At<'_>) -> Vec<FoldingRange> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let front =
        at.analysis.content.as_ref().map(|said| said.source.front.span).filter(|span| !span.is_empty());
    ranges.extend(front.and_then(|span| at.analysis.place(span)));
    parts(at).iter().for_each(|part| collect(part, &mut ranges));
    let text = &at.document.text;
    let fold = |range: Range<usize>| {
        let body = text.as_str().get(range.clone())?.trim_end();
        let (start, end) =
            (text.line_at(range.start), text.line_at(range.start + body.len().saturating_sub(1)));
        (end > start).then(|| FoldingRange {
            start_line: start as u32,
            end_line: end as u32,
            kind: Some(FoldingRangeKind::Region),
            ..FoldingRange::default()
        })
    };
    ranges.into_iter().filter_map(fold).collect()
}

fn collect(part: &Part, ranges: &mut Vec<Range<usize>>) {
    ranges.push(part.whole.clone());
    part.parts.iter().for_each(|part| collect(part, ranges));
}

fn parts(at: &At<'_>) -> Vec<Part> {
    let Some(said) = &at.analysis.content else { return Vec::new() };
    let mut parts = Vec::new();
    let line = |span: Span| line_of(at, span);
    if let Some(name) = &said.resume.header.name
        && let Some(title) = name.span().and_then(line)
    {
        let detail = said.resume.header.headline.as_ref().map(|headline| headline.value.text().into_owned());
        parts.push(Part {
            name: name.text().trim().to_owned(),
            detail: detail.unwrap_or_default(),
            kind: SymbolKind::CLASS,
            whole: title.clone(),
            title,
            parts: Vec::new(),
        });
    }
    for section in &said.resume.sections {
        let Some(title) = line(section.title.span().unwrap_or(section.span)) else { continue };
        let kind = section.kinds.first().map_or("", |kind| kind.name());
        // An editor wants a name for each: that of the kind, where entries have no title above them.
        let words = section.title.text();
        parts.push(Part {
            name: if words.trim().is_empty() { kind.to_owned() } else { words.trim().to_owned() },
            detail: kind.to_owned(),
            kind: SymbolKind::NAMESPACE,
            whole: title.clone(),
            title,
            parts: entries(at, &section.blocks),
        });
    }
    let end = at.document.text.as_str().len();
    close(&mut parts, end);
    parts
}

fn entries(at: &At<'_>, blocks: &[Block]) -> Vec<Part> {
    let mut parts = Vec::new();
    for block in blocks {
        let BlockKind::Entry(entry) = &block.kind else { continue };
        let Some(title) = line_of(at, entry.span) else { continue };
        parts.push(Part {
            name: name(entry),
            detail: entry.dates.as_ref().map(|dates| dates.raw.text().into_owned()).unwrap_or_default(),
            kind: match entry.kind {
                EntryKind::Entry => SymbolKind::STRUCT,
                EntryKind::Role => SymbolKind::METHOD,
                EntryKind::Project => SymbolKind::OBJECT,
            },
            whole: title.clone(),
            title,
            parts: entries(at, &entry.body),
        });
    }
    parts
}

fn name(entry: &Entry) -> String {
    let parts: Vec<String> = entry.parts.iter().map(|part| part.text.text().trim().to_owned()).collect();
    parts.join(" · ")
}

/// Returns the line that a place begins in, without its end.
fn line_of(at: &At<'_>, span: Span) -> Option<Range<usize>> {
    let place = at.analysis.place(span)?;
    let text = &at.document.text;
    let line = text.line(text.line_at(place.start));
    let length = text.as_str().get(line.clone())?.trim_end().len();
    Some(line.start..line.start + length)
}

/// Extends each part to the next one, in the order of the text.
fn close(parts: &mut [Part], end: usize) {
    parts.sort_by_key(|part| part.title.start);
    let starts: Vec<usize> = parts.iter().skip(1).map(|part| part.title.start).chain([end]).collect();
    for (part, next) in parts.iter_mut().zip(starts) {
        part.whole.end = next.max(part.title.end);
        close(&mut part.parts, part.whole.end);
    }
}

fn symbol(part: Part, at: &At<'_>) -> DocumentSymbol {
    let range = |bytes: Range<usize>| at.document.text.range(bytes, at.encoding);
    let children: Vec<DocumentSymbol> = part.parts.into_iter().map(|part| symbol(part, at)).collect();
    #[allow(deprecated, reason = "the field has to be there")]
    DocumentSymbol {
        // An editor refuses an empty name.
        name: if part.name.is_empty() { "—".to_owned() } else { part.name },
        detail: (!part.detail.is_empty()).then_some(part.detail),
        kind: part.kind,
        tags: None,
        deprecated: None,
        range: range(part.whole),
        selection_range: range(part.title),
        children: (!children.is_empty()).then_some(children),
    }
}
