//! What no line end divides, and what stands behind it.

use super::glyph_cache::{ScaledFont, Word};
use super::joint::Joint;
use crate::geom::Pt;
use crate::lines::text::class::Class;

/// What no line end divides: a character of Han, a word or a part of one, an icon.
#[derive(Clone, Debug)]
pub(in crate::lines) struct Atom {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Offset behind the blanks that follow it.
    pub next: u32,
    /// Its look.
    pub look: u16,
    /// The class of its first and of its last character.
    pub class: (Class, Class),
    /// What is printed.
    pub ink: Ink,
    /// Its width without blank halves.
    pub width: i64,
    /// The blank halves before and after it, as far as they are there when no one presses.
    pub blank: (i64, i64),
    /// The blanks that follow it.
    pub blanks: Blanks,
    /// What stands between it and the next.
    pub joint: Joint,
}

/// What an atom prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lines) enum Ink {
    /// Nothing.
    Nothing,
    /// One glyph for one cluster, moved right by `dx`.
    Glyph { font: ScaledFont, glyph: u16, dx: i64 },
    /// Glyphs of a shaped word, whose clusters count from the offset `base`.
    Word { font: ScaledFont, word: Word, base: u32 },
    /// The object of a piece.
    Object(u32),
}

/// What blanks follow an atom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Blanks {
    /// A space was typed.
    pub space: bool,
    /// How many of them stand in code, where each counts; a tab is four.
    pub columns: u16,
    /// A no-break space was typed.
    pub glued: bool,
    /// U+200B.
    pub free: bool,
    /// U+00AD.
    pub soft: bool,
    /// How many ideographic spaces were typed.
    pub full: u16,
    /// A blank of the layout.
    pub object: Option<Pt>,
    /// What is printed in it, unless a line ends there.
    pub separator: Option<(ScaledFont, Word)>,
}

impl Atom {
    /// Returns an atom that prints nothing yet.
    pub fn new(range: std::ops::Range<usize>, look: u16, class: Class) -> Atom {
        Atom {
            start: range.start as u32,
            end: range.end as u32,
            next: range.end as u32,
            look,
            class: (class, class),
            ink: Ink::Nothing,
            width: 0,
            blank: (0, 0),
            blanks: Blanks::default(),
            joint: Joint::default(),
        }
    }
}
