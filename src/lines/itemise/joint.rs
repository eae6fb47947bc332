//! Joints between two atoms: the type, and the order in which they give.

use crate::lines::breaking::item;

/// The order in which joints are narrowed (rule 39).
pub(in crate::lines) mod narrowing {
    /// Spaces between words.
    pub const SPACE: usize = 0;
    /// Middle dots.
    pub const DOT: usize = 1;
    /// Brackets and quotes.
    pub const BRACKET: usize = 2;
    /// Inner stops.
    pub const STOP: usize = 3;
    /// Between Han and Latin.
    pub const GAP: usize = 4;
    /// Final stops.
    pub const FINAL: usize = 5;
    /// The number of levels.
    pub const COUNT: usize = 6;
}

/// The order in which joints are widened (rule 40).
pub(in crate::lines) mod widening {
    /// Spaces between words.
    pub const SPACE: usize = 0;
    /// Between Han and Latin.
    pub const GAP: usize = 1;
    /// Between Han.
    pub const HAN: usize = 2;
    /// The number of levels.
    pub const COUNT: usize = 3;
}

/// The joint between two atoms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Joint {
    /// Its width in a line that fits exactly.
    pub natural: i64,
    /// How far it may be widened, by level. Between Han this is the reference: five hundredths of an
    /// em, which a line may exceed.
    pub stretch: [i32; widening::COUNT],
    /// How far it may be narrowed, by level.
    pub shrink: [i32; narrowing::COUNT],
    /// The price of a line end here; `None`: no line ends.
    pub penalty: Option<i32>,
    /// The width of the hyphen that a line end adds; 0 for none.
    pub hyphen: i64,
    /// How far the box of its glyph would extend beyond the line at a line end.
    pub overhang: i64,
    /// What a line that needs the room also omits at its end (rules 25, 45).
    pub spare: i64,
    /// Whether it has yet to be looked up.
    pub open: bool,
}

impl Joint {
    /// Returns what a line end here adds to a line that has `room` left without it.
    pub fn ending(&self, room: i64) -> i64 {
        item::ending(self.hyphen + self.overhang, self.spare, room)
    }
}
