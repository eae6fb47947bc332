//! What stands between two atoms: the type, and the order in which it gives.

use crate::lines::breaking::item;

/// The order in which places are narrowed (rule 39).
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
    /// How many there are.
    pub const COUNT: usize = 6;
}

/// The order in which places are widened (rule 40).
pub(in crate::lines) mod widening {
    /// Spaces between words.
    pub const SPACE: usize = 0;
    /// Between Han and Latin.
    pub const GAP: usize = 1;
    /// Between Han.
    pub const HAN: usize = 2;
    /// How many there are.
    pub const COUNT: usize = 3;
}

/// What stands between two atoms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Joint {
    /// Its width when nothing presses.
    pub natural: i64,
    /// How far it may be widened, by level. Between Han this is the reference: five hundredths of an
    /// em, which a line may exceed.
    pub stretch: [i32; widening::COUNT],
    /// How far it may be narrowed, by level.
    pub shrink: [i32; narrowing::COUNT],
    /// The price of a line end here; none: no line ends.
    pub penalty: Option<i32>,
    /// The width of the hyphen that a line end adds; 0 for none.
    pub hyphen: i64,
    /// How far the box of its glyph would reach beyond the line at a line end.
    pub overhang: i64,
    /// What a line that needs the room leaves away at its end besides (rules 25, 45).
    pub spare: i64,
    /// Whether it still has to be looked up.
    pub open: bool,
}

impl Joint {
    /// Returns what a line end here adds to a line that has so much room without it.
    pub fn ending(&self, room: i64) -> i64 {
        item::ending(self.hyphen + self.overhang, self.spare, room)
    }
}
