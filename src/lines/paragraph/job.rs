//! The input for setting one part of a paragraph, and what follows from the paragraph alone.

use crate::boxes::{Inline, Paragraph, ParagraphSetting};
use crate::diag::Span;
use crate::geom::Pt;
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::glyph_cache::{GlyphCache, Remark};
use crate::lines::itemise::input::{ItemiseInput, LookFaces, Pass};
use crate::lines::itemise::pairs::Pairs;
use crate::lines::text::paragraph::{ParagraphText, What};

/// The copy of a part of a paragraph with everything needed to set it.
pub(in crate::lines) struct Job<'p> {
    /// The copy.
    pub copy: ParagraphText<'p>,
    /// The pair table of each look.
    pub pairs: Vec<&'static Pairs>,
    /// The faces of each look.
    pub faces: Vec<LookFaces>,
    /// The paragraph's setting.
    pub setting: &'p ParagraphSetting,
}

/// The job between two forced line ends, and the length of its first line and of all others.
pub(in crate::lines) struct Part<'p> {
    /// The job.
    pub job: Job<'p>,
    /// The lengths.
    pub room: (i64, i64),
}

/// Returns the input of a job.
pub(super) fn input<'c, 'p, 'a>(
    glyphs: &'c mut GlyphCache<'a>,
    job: &'c Job<'p>,
    (measure, pass): (i64, Pass),
    remarked: &'c mut Vec<(Remark, usize)>,
) -> ItemiseInput<'c, 'p, 'a> {
    let Job { copy, pairs, faces, setting } = job;
    ItemiseInput { copy, glyphs, pairs, faces, setting, measure, pass, remarked }
}

/// Returns the room that a label's last character and the blanks after it keep before the text
/// (rule 48): half an em after 、 and ）, the typed space after others.
pub(super) fn trailing(job: &Job<'_>, atom: &Atom) -> i64 {
    let space = job.faces.get(usize::from(atom.look)).map_or(0, |faces| faces.space.1);
    if atom.blank.1 > 0 {
        atom.blank.1
    } else if atom.blanks.space {
        space
    } else {
        0
    }
}

/// Returns the type size of a paragraph: the largest of its text, so that all its lines have one
/// pitch (rule 50).
pub(in crate::lines) fn em_of(paragraph: &Paragraph) -> i64 {
    let label = paragraph.label.iter().flat_map(|label| &label.inlines);
    let sizes = paragraph.inlines.iter().chain(label).filter_map(|inline| match inline {
        Inline::Text(text) if text.style.rise == Pt::ZERO => Some(text.style.style.size),
        Inline::Folio(_, style) => Some(style.style.size),
        _ => None,
    });
    sizes.max().unwrap_or(Pt::new(10)).units()
}

/// Returns the height of a line and where its baseline is: the Han em box in the middle (rule 50).
pub(super) fn pitch(paragraph: &Paragraph, em: i64) -> (Pt, Pt) {
    let leading = paragraph.setting.leading.units();
    let leading = if leading > 0 { leading } else { em * 155 / 100 };
    // The em box of Han reaches 0.88 em above the baseline and 0.12 below.
    (Pt::from_units(leading), Pt::from_units((leading - em) / 2 + em * 88 / 100))
}

/// Returns the place in the source of the character at an offset of the copy.
pub(super) fn span_at(copy: &ParagraphText<'_>, at: usize) -> Option<Span> {
    let number = copy.piece_at(at);
    let before = number.checked_sub(1).and_then(|n| copy.pieces.get(n)).map_or(0, |piece| piece.end as usize);
    let What::Text(text) = &copy.pieces.get(number)?.what else { return None };
    if text.span.len() != text.text.len() {
        return (!text.span.is_empty()).then_some(text.span);
    }
    let start = text.span.start + at.saturating_sub(before) as u32;
    let length = copy.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8) as u32;
    Some(Span { start, end: (start + length).min(text.span.end), ..text.span })
}
