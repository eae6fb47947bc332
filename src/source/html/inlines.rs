//! Inline tags and comments, one by one.

use super::element::{self, Kind};
use super::tokens::{self, Tag, Token};
use crate::diag::Span;
use crate::source::markdown::{Inline, InlineKind};
use crate::source::notes::Notes;

/// Attributes of an unknown component that may be printed: `<Badge text="v2"/>`.
const PRINTED: [&str; 3] = ["text", "label", "title"];

/// Reads the inline HTML found by the parser; `span` is its place.
pub fn read(html: &str, span: Span, notes: &mut Notes<'_>) -> Vec<Inline> {
    let mut out = Vec::new();
    for piece in tokens::tokens(html) {
        let raw = &html[piece.range.clone()];
        let start = span.range().start;
        // A tag that was rewritten has no bytes of its own.
        let verbatim = notes.source.get(span.range()) == Some(html);
        let place = if verbatim {
            Span::new(span.file, start + piece.range.start..start + piece.range.end)
        } else {
            span
        };
        match piece.token {
            Token::Text | Token::Raw => {
                let kind = InlineKind::Text(if verbatim { raw.to_owned() } else { tokens::unescape(raw) });
                out.push(Inline { span: place, kind });
            }
            Token::Comment(text) => out.push(Inline { span: place, kind: InlineKind::Comment(text) }),
            Token::Tag(tag) => read_tag(tag, raw, place, notes, &mut out),
            Token::Other => out.push(Inline { span: place, kind: InlineKind::Html(raw.to_owned()) }),
        }
    }
    out
}

fn read_tag(mut tag: Tag, raw: &str, place: Span, notes: &mut Notes<'_>, out: &mut Vec<Inline>) {
    let kind = element::kind(&tag);
    let inline = match tag.name.as_str() {
        "br" => InlineKind::HardBreak,
        "img" if tag.closing || matches!(kind, Kind::Hidden { .. }) => return,
        "img" => image(&tag),
        _ => {
            if tag.name == "a" && !tag.closing {
                let url = tag.attribute("href").unwrap_or_default().to_owned();
                let url = notes.target(&url, place).unwrap_or_default();
                tag.attributes.retain(|(name, _)| name != "href");
                tag.attributes.push(("href".to_owned(), url));
            }
            if kind == Kind::Unknown && !tag.name.contains("icon") && !tag.closing {
                notes.unknown(&tag.name, place);
            }
            let shows = tag.empty && element::is_component(&tag.name);
            let printed = shows.then(|| printed(&tag, raw, place));
            let (name, empty) = (tag.name.clone(), tag.empty && !element::is_void(&tag.name));
            let Tag { name: own, closing, attributes, .. } = tag;
            out.push(Inline { span: place, kind: InlineKind::Tag { name: own, closing, attributes } });
            out.extend(printed.flatten());
            if !empty {
                return;
            }
            InlineKind::Tag { name, closing: true, attributes: Vec::new() }
        }
    };
    out.push(Inline { span: place, kind: inline });
}

/// Returns the text that a component shows, which is in an attribute.
pub fn printed(tag: &Tag, raw: &str, place: Span) -> Option<Inline> {
    let text = PRINTED.iter().find_map(|name| tag.attribute(name)).filter(|text| !text.trim().is_empty())?;
    let start = place.range().start;
    let at = raw.find(text).filter(|_| raw.len() == place.len());
    let span = match at {
        Some(at) => Span::new(place.file, start + at..start + at + text.len()),
        None => Span::new(place.file, start..start),
    };
    Some(Inline { span, kind: InlineKind::Text(text.to_owned()) })
}

fn image(tag: &Tag) -> InlineKind {
    let pixels = |value: &str| {
        let value = value.trim();
        // Icons are as large as a letter.
        if let Some(letters) = value.strip_suffix("em") {
            let letters = letters.strip_suffix('r').unwrap_or(letters).trim().parse::<f64>().ok();
            return letters.map(|letters| letters * 16.0).filter(|width| *width >= 1.0);
        }
        value.strip_suffix("px").unwrap_or(value).trim().parse::<f64>().ok().filter(|width| *width >= 1.0)
    };
    let styled = element::style(tag, "width");
    let width = tag.attribute("width").and_then(pixels).or_else(|| styled.as_deref().and_then(pixels));
    InlineKind::Image {
        src: tag.attribute("src").unwrap_or_default().to_owned(),
        alt: tag.attribute("alt").unwrap_or_default().to_owned(),
        width: width.map(|width| width.round() as u32),
    }
}
