//! A name that cannot be read: a box elsewhere is a blemish, here nobody knows whose résumé it is.

use super::class::is_invisible;
use super::mark::{GlyphRun, Mark, MarkKind};
use super::{Galley, Item};
use crate::diag::{Diagnostic, Severity, Sink, code};

/// Makes errors of the findings about characters of the name that no face has.
pub(super) fn check(galley: &Galley, sink: &mut Sink) {
    let Some(name) = galley.outline.iter().find(|heading| heading.depth == 0) else { return };
    for mark in marks(galley).filter(|mark| mark.tag == Some(name.tag)) {
        let MarkKind::Glyphs(run) = &mark.kind else { continue };
        let Some(c) = missing(run).filter(|c| name.title.contains(*c)) else { continue };
        // Each character is told once in a document, maybe elsewhere.
        if !sink.harden(code::NO_GLYPH, run.span) {
            let message = format!("no font has “{c}” (U+{:04X}), which is in the name", u32::from(c));
            let error = Diagnostic {
                severity: Severity::Error,
                ..Diagnostic::new(code::NO_GLYPH, run.span, message)
            };
            sink.report(error.hint(super::remarks::OTHER_FONT));
        }
    }
}

fn marks(galley: &Galley) -> impl Iterator<Item = &Mark> {
    let slabs = galley.columns.iter().flatten().filter_map(|item| match item {
        Item::Slab(slab) => Some(slab),
        _ => None,
    });
    slabs.flat_map(|slab| &slab.marks)
}

/// Returns the first visible character for which a run has the glyph of what is missing.
fn missing(run: &GlyphRun) -> Option<char> {
    let boxes = run.glyphs.iter().filter(|glyph| glyph.id == 0);
    let mut texts =
        boxes.filter_map(|glyph| run.text.get(glyph.text.start as usize..glyph.text.end as usize));
    texts.find_map(|text| text.chars().find(|c| !is_invisible(*c)))
}
