//! The parts of a run in another language than the document's, recognised by their script: a screen reader needs
//! another voice for them (ISO 14289-1, 7.2).

use std::ops::Range;

use crate::lines::GlyphRun;
use crate::source::tongues::foreign;

/// Splits the glyphs of a run into parts of one language each; the language is `None` where it is the document's.
pub fn parts(run: &GlyphRun, document: &str) -> Vec<(Range<usize>, Option<&'static str>)> {
    let found = foreign(&run.text, document);
    let mut parts = Vec::new();
    let mut from = 0;
    for (range, lang) in found {
        let glyph_at = |byte: usize| {
            let place = run
                .glyphs
                .iter()
                .position(|glyph| glyph.text.start as usize >= byte && !glyph.text.is_empty());
            place.unwrap_or(run.glyphs.len())
        };
        let (start, end) = (glyph_at(range.start), glyph_at(range.end));
        if from < start {
            parts.push((from..start, None));
        }
        if start < end {
            parts.push((start..end, Some(lang)));
        }
        from = end.max(from);
    }
    if from < run.glyphs.len() {
        parts.push((from..run.glyphs.len(), None));
    }
    parts
}
