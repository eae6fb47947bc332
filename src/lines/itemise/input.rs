//! What cutting a text into atoms needs to know.

use super::glyph_cache::{GlyphCache, ScaledFont};
use super::pairs::Pairs;
use crate::boxes::ParagraphSetting;
use crate::lines::text::paragraph::{Look, ParagraphText};

/// How far the setter goes to find breaks (the fallback ladder of typography.md §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lines) enum Pass {
    /// Only good breaks.
    Fine,
    /// Breaks in identifiers and the like too.
    Late,
    /// Tokens wider than the measure break anywhere, and every rule has a price.
    Forced,
}

/// What the builder of atoms needs to know.
pub(in crate::lines) struct ItemiseInput<'c, 'p, 'a> {
    /// The copy.
    pub copy: &'c ParagraphText<'p>,
    /// The glyphs.
    pub glyphs: &'c mut GlyphCache<'a>,
    /// The pair tables by locale, in the order of the looks.
    pub pairs: &'c [&'static Pairs],
    /// The faces of each look.
    pub faces: &'c [LookFaces],
    /// How the paragraph is set.
    pub setting: &'c ParagraphSetting,
    /// The measure.
    pub measure: i64,
    /// How far to go.
    pub pass: Pass,
    /// The offset of the last character that was looked up for the first time, for remarks.
    pub remarked: &'c mut Vec<(super::glyph_cache::Remark, usize)>,
}

/// The faces of a look, with the two characters that the setter adds by itself.
#[derive(Clone, Copy, Debug)]
pub(in crate::lines) struct LookFaces {
    /// The glyph table of Han.
    pub wide: usize,
    /// The table of Latin.
    pub narrow: usize,
    /// The face of space and hyphen.
    pub font: ScaledFont,
    /// The glyph of a space and its width.
    pub space: (u16, i64),
    /// The glyph of a hyphen and its width.
    pub hyphen: (u16, i64),
}

impl<'p> ItemiseInput<'_, 'p, '_> {
    /// Returns the faces of a look.
    pub fn faces(&self, look: u16) -> LookFaces {
        self.faces[usize::from(look)]
    }

    /// Returns a look.
    pub fn look(&self, look: u16) -> &Look<'p> {
        &self.copy.looks[usize::from(look)]
    }

    /// Returns the type size of a look, its Han em.
    pub fn em(&self, look: u16) -> i64 {
        self.look(look).style.style.size.units()
    }

    /// Notes where the characters stand about which the case has something to say.
    pub fn collect_remarks(&mut self, at: usize) {
        let remarks = self.glyphs.remarks.drain(..);
        self.remarked.extend(remarks.map(|remark| (remark, at)));
    }
}
