//! Pages: how many and how full, where they end, and which place on them belongs to which of the text.

use lsp_types::{CodeLens, Command, InlayHint, InlayHintLabel, Location, Position, Range};
use serde::Deserialize;
use serde_json::{Value, json};

use super::at::At;
use crate::diag::{Span, code, counted};
use crate::geom::Point;
use crate::lines::MarkKind;
use crate::pages::Page;

/// Returns a line above the text with the number of its pages and how full the last one is.
pub fn of(at: &At<'_>) -> Vec<CodeLens> {
    let Some(document) = &at.analysis.document else { return Vec::new() };
    let (pages, fill) = (document.pages.len(), document.last_page_fill);
    let lang = at.analysis.content.as_ref().map_or("", |said| said.resume.meta.lang.as_str());
    let mut title = match (lang.get(..2), pages) {
        (Some("zh"), 1) => format!("1 页 · {fill} %"),
        (Some("zh"), _) => format!("{pages} 页 · 末页 {fill} %"),
        (_, 1) => format!("1 page · {fill} % full"),
        _ => format!("{} · last {fill} % full", counted(pages, "page")),
    };
    let cut = at.analysis.findings.iter().find(|finding| finding.code == code::LAST_PAGE);
    if let Some(hint) = cut.and_then(|finding| finding.hints.first()) {
        title = format!("{title} · {hint}");
    }
    let command = if at.wishes.preview { "jianli.preview" } else { "" };
    let arguments = Some(vec![json!(at.document.uri)]);
    vec![CodeLens {
        range: Range::default(),
        command: Some(Command { title, command: command.to_owned(), arguments }),
        data: None,
    }]
}

/// Returns a hint where each page but the first begins.
pub fn page_ends(at: &At<'_>) -> Vec<InlayHint> {
    let Some(document) = at.analysis.document.as_ref().filter(|_| at.wishes.page_ends) else {
        return Vec::new();
    };
    let text = &at.document.text;
    let hint = |(number, page): (usize, &Page)| {
        let offset = first_offset(at, page)?;
        let start = text.line(text.line_at(offset)).start;
        Some(InlayHint {
            position: text.position(start, at.encoding),
            label: InlayHintLabel::String(format!("⸺ {} ⸺", number + 1)),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: None,
            padding_right: Some(true),
            data: None,
        })
    };
    document.pages.iter().enumerate().skip(1).filter_map(hint).collect()
}

fn spans(page: &Page) -> impl Iterator<Item = (Span, Point)> {
    page.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !run.span.is_empty() => Some((run.span, mark.at)),
        _ => None,
    })
}

/// Returns the offset in the text of the first words of a page, leaving aside running lines.
fn first_offset(at: &At<'_>, page: &Page) -> Option<usize> {
    let tagged = page.marks.iter().filter(|mark| mark.tag.is_some());
    let first = tagged.filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !run.span.is_empty() => at.analysis.place(run.span),
        _ => None,
    });
    first.map(|place| place.start).next()
}

/// The parameters of `jianli/where`: a place of the text, to be found on the pages; or a page and a point, to be found
/// in the text.
#[derive(Debug, Deserialize)]
pub struct Where {
    position: Option<Position>,
    page: Option<usize>,
    x: Option<f64>,
    y: Option<f64>,
}

/// Returns a page, from 1, and a point on it, in points from its top left corner; or a place of the text; or null.
pub fn place(asked: &Where, at: &At<'_>) -> Value {
    let Some(document) = &at.analysis.document else { return Value::Null };
    let found = match (asked.position, asked.page) {
        (Some(position), _) => {
            let offset = at.document.text.offset(position, at.encoding);
            let line = at.document.text.line_at(offset);
            let of_line = |(number, page): (usize, &Page)| {
                let near =
                    spans(page).filter_map(|(span, point)| Some((at.analysis.place(span)?.start, point)));
                let near = near.filter(|(start, _)| at.document.text.line_at(*start) == line);
                near.min_by_key(|(start, _)| start.abs_diff(offset)).map(|(_, point)| (number, point))
            };
            let found = document.pages.iter().enumerate().find_map(of_line);
            found.map(
                |(number, point)| json!({ "page": number + 1, "x": point.x.to_f64(), "y": point.y.to_f64() }),
            )
        }
        (None, Some(number)) => {
            let (x, y) = (asked.x.unwrap_or(0.0), asked.y.unwrap_or(0.0));
            let page = number.checked_sub(1).and_then(|number| document.pages.get(number));
            let distance = |point: Point| {
                let (across, down) = (point.x.to_f64() - x, point.y.to_f64() - y);
                // Being on the same line counts for more than the distance within it.
                across.max(0.0) + across.abs() / 100.0 + 8.0 * down.abs()
            };
            let runs = page.into_iter().flat_map(spans);
            let near = runs.min_by(|(_, a), (_, b)| distance(*a).total_cmp(&distance(*b)));
            near.and_then(|(span, _)| at.analysis.place(span)).map(|place| {
                json!(Location::new(at.document.uri.clone(), at.document.text.range(place, at.encoding)))
            })
        }
        (None, None) => None,
    };
    found.unwrap_or(Value::Null)
}
