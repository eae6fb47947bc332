//! Words shown as chips, one element each: `<span class="tech">Rust</span><span class="tech">Go</span>`.

use super::element;
use super::tokens::Tag;
use crate::diag::Span;
use crate::source::markdown::{Inline, InlineKind, inline_texts};

/// The most characters of a chip.
const LONGEST: usize = 40;

/// Classes that identify chips: two elements with one are enough.
const SAID: [&str; 12] =
    ["tag", "tags", "chip", "chips", "badge", "pill", "tech", "skill", "keyword", "label", "stack", "tool"];

/// Returns a line of chips as code spans separated by blanks, which under an entry are its tags. Returns `None` if
/// the line is anything else.
pub fn find(inlines: &[Inline]) -> Option<Vec<Inline>> {
    let mut chips: Vec<(Span, String)> = Vec::new();
    let mut class: Option<String> = None;
    let mut rest = inlines.iter();
    while let Some(inline) = rest.next() {
        let opening = match &inline.kind {
            InlineKind::Text(text) if text.trim().is_empty() => continue,
            InlineKind::SoftBreak { .. } | InlineKind::Comment(_) => continue,
            InlineKind::Tag { name, closing: false, attributes } if name == "span" => attributes,
            _ => return None,
        };
        let tag = Tag { name: "span".into(), closing: false, empty: false, attributes: opening.clone() };
        let own = tag.attribute("class").filter(|own| !own.trim().is_empty())?;
        if element::side(&tag).is_some() || *class.get_or_insert_with(|| own.to_owned()) != own {
            return None;
        }
        let content = rest.next()?;
        let InlineKind::Text(text) = &content.kind else { return None };
        let words = text.trim();
        let closed = rest.next().map(|inline| &inline.kind);
        let end = matches!(closed, Some(InlineKind::Tag { name, closing: true, .. }) if name == "span");
        if !end || words.is_empty() || words.chars().count() > LONGEST {
            return None;
        }
        chips.push((content.span, text.clone()));
    }
    let class = class?.to_ascii_lowercase();
    let said = class.split(['-', '_', ' ']).any(|word| SAID.contains(&word));
    if chips.len() < if said { 2 } else { 3 } {
        return None;
    }
    let mut out = Vec::new();
    for (span, text) in chips {
        if !out.is_empty() {
            let before = Span { end: span.start, ..span };
            out.push(Inline { span: before, kind: InlineKind::Text(" ".to_owned()) });
        }
        out.push(Inline { span, kind: InlineKind::Code(text) });
    }
    Some(out)
}

/// The most characters of lowered or raised text: longer text was only meant to be smaller.
const LONGEST_RAISED: usize = 8;

/// The most pieces of an element that are looked at, so that many nested ones cost little.
const MOST_PIECES: usize = 32;

/// Renames tags for lowered or raised text that is neither, and tags that name an employer or a school.
pub fn renamed(mut inlines: Vec<Inline>, ends: &[Option<usize>]) -> Vec<Inline> {
    for (start, end) in ends.iter().enumerate() {
        let Some(end) = *end else { continue };
        let InlineKind::Tag { name, attributes, .. } = &inlines[start].kind else { continue };
        let new = match name.as_str() {
            "sub" | "sup" => {
                let mut letters = 0;
                if end - start <= MOST_PIECES {
                    inline_texts(&inlines[start..end], &mut |text, _| letters += text.chars().count());
                }
                if letters <= LONGEST_RAISED {
                    continue;
                }
                "small"
            }
            "span" => {
                let tag =
                    Tag { name: name.clone(), closing: false, empty: false, attributes: attributes.clone() };
                let strong = |inline: &Inline| match &inline.kind {
                    InlineKind::Strong(_) => true,
                    InlineKind::Tag { name, .. } => matches!(name.as_str(), "b" | "strong"),
                    _ => false,
                };
                if end - start > MOST_PIECES
                    || !element::names_organization(&tag)
                    || inlines[start..end].iter().any(strong)
                {
                    continue;
                }
                "strong"
            }
            _ => continue,
        };
        for at in [start, end] {
            if let InlineKind::Tag { name, .. } = &mut inlines[at].kind {
                new.clone_into(name);
            }
        }
    }
    inlines
}
