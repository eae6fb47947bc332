//! The input for cutting a text into atoms.

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

/// The input of the builder of atoms.
pub(in crate::lines) struct ItemiseInput<'c, 'p, 'a> {
    /// The copy.
    pub copy: &'c ParagraphText<'p>,
    /// The glyphs.
    pub glyphs: &'c mut GlyphCache<'a>,
    /// The pair tables by locale, in the order of the looks.
    pub pairs: &'c [&'static Pairs],
    /// The faces of each look.
    pub faces: &'c [LookFaces],
    /// The paragraph's setting.
    pub setting: &'c ParagraphSetting,
    /// The measure.
    pub measure: i64,
    /// How far the setter goes.
    pub pass: Pass,
    /// The remarks so far, each with the offset of its character.
    pub remarked: &'c mut Vec<(super::glyph_cache::Remark, usize)>,
}

/// The faces of a look, with the two characters that the setter adds itself.
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

    /// Records the cache's remarks with the offset of their character.
    pub fn collect_remarks(&mut self, at: usize) {
        let remarks = self.glyphs.remarks.drain(..);
        self.remarked.extend(remarks.map(|remark| (remark, at)));
    }
}
