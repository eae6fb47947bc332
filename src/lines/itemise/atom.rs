//! Atoms, which no line end divides, and what comes after each.

use super::glyph_cache::{ScaledFont, Word};
use super::joint::Joint;
use crate::geom::Pt;
use crate::lines::text::class::Class;

/// A unit that no line end divides: a Han character, a word or a part of one, an icon.
#[derive(Clone, Debug)]
pub(in crate::lines) struct Atom {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// Offset after the blanks that follow it.
    pub next: u32,
    /// Its look.
    pub look: u16,
    /// The class of its first and of its last character.
    pub class: (Class, Class),
    /// What it prints.
    pub ink: Ink,
    /// Its width without blank halves.
    pub width: i64,
    /// The blank halves before and after it, as far as they exist in a line that needs no room.
    pub blank: (i64, i64),
    /// The blanks that follow it.
    pub blanks: Blanks,
    /// The joint between it and the next.
    pub joint: Joint,
}

/// The print of an atom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lines) enum Ink {
    /// Nothing.
    Nothing,
    /// One glyph for one cluster, shifted right by `dx`.
    Glyph { font: ScaledFont, glyph: u16, dx: i64 },
    /// Glyphs of a shaped word, whose clusters count from the offset `base`.
    Word { font: ScaledFont, word: Word, base: u32 },
    /// The object of a piece.
    Object(u32),
}

/// The blanks that follow an atom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Blanks {
    /// Whether a space was typed.
    pub space: bool,
    /// The number of blanks in code, where each counts; a tab is four.
    pub columns: u16,
    /// Whether a no-break space was typed.
    pub glued: bool,
    /// Whether U+200B was typed.
    pub free: bool,
    /// Whether U+00AD was typed.
    pub soft: bool,
    /// The number of ideographic spaces typed.
    pub full: u16,
    /// A blank of the layout.
    pub object: Option<Pt>,
    /// The separator printed in it, unless a line ends there.
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
