//! The form of a glyph in a file: as the face has it, or with other sides.

/// A glyph of a face and its sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    /// Its number in the face.
    pub glyph: u16,
    /// Sides that replace those of the face; `None` for its own.
    pub sides: Option<Sides>,
}

/// The sides of a glyph whose white space was removed, in thousandths of an em: “ has half an em of white before it
/// in a Chinese face, none where it follows another mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sides {
    /// How far the outline is to the right of its place in the face; negative to the left.
    pub shift: i16,
    /// The advance.
    pub advance: u16,
}

impl Form {
    /// Returns a glyph with the face's own sides.
    pub fn plain(glyph: u16) -> Form {
        Form { glyph, sides: None }
    }
}

impl Sides {
    /// Converts thousandths of an em into the units of a face, rounded.
    pub fn units(thousandths: i32, units_per_em: u16) -> i32 {
        let em = i32::from(units_per_em);
        (thousandths * em * 2 + 1000).div_euclid(2000)
    }
}
