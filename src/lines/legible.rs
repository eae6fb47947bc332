//! What must be legible: a missing-glyph box elsewhere is a blemish, but a résumé whose name, mail address or phone
//! cannot be read gets no answer.

use super::galley::{Galley, Item};
use super::galley::{GlyphRun, Mark, MarkKind};
use crate::diag::{Diagnostic, Message, Severity, Sink, code, message};

/// Turns findings about characters of the name and of contacts that no face has into errors.
pub(super) fn check(galley: &Galley, sink: &mut Sink) {
    let name = galley.outline.iter().find(|heading| heading.depth == 0).map(|heading| heading.tag);
    for mark in marks(galley) {
        let MarkKind::Glyphs(run) = &mark.kind else { continue };
        let place = match mark.tag {
            Some(tag) if Some(tag) == name => "the name",
            _ if is_contact(run) => "a contact",
            _ => continue,
        };
        let Some(c) = missing(run) else { continue };
        // Each character is reported once per document, maybe elsewhere.
        if !sink.harden(code::NO_GLYPH, run.span) {
            let message = message!(
                "no font has “{c}” (U+{hex}), which is in {place}",
                c,
                hex = format!("{:04X}", u32::from(c)),
                place = Message::from(place)
            );
            let error = Diagnostic {
                severity: Severity::Error,
                ..Diagnostic::new(code::NO_GLYPH, run.span, message)
            };
            sink.report(error.hint(super::paragraph::OTHER_FONT));
        }
    }
}

fn is_contact(run: &GlyphRun) -> bool {
    run.link.as_ref().is_some_and(|link| link.starts_with("mailto:") || link.starts_with("tel:"))
}

fn marks(galley: &Galley) -> impl Iterator<Item = &Mark> {
    let slabs = galley.columns.iter().flatten().filter_map(|item| match item {
        Item::Slab(slab) => Some(slab),
        _ => None,
    });
    slabs.flat_map(|slab| &slab.marks)
}

/// Returns the first letter or figure for which a run has the missing glyph. A sign next to a name that can
/// be read is a blemish, as elsewhere.
fn missing(run: &GlyphRun) -> Option<char> {
    let boxes = run.glyphs.iter().filter(|glyph| glyph.id == 0);
    let mut texts =
        boxes.filter_map(|glyph| run.text.get(glyph.text.start as usize..glyph.text.end as usize));
    texts.find_map(|text| text.chars().find(|c| c.is_alphanumeric()))
}
