//! What a glyph stands as in a file: as the face has it, or with other sides.

/// A glyph of a face and the sides that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    /// Its number in the face.
    pub glyph: u16,
    /// Other sides than those of the face; none for those.
    pub sides: Option<Sides>,
}

/// The sides of a glyph whose white was taken off, in thousandths of an em: “ has half an em of white before it
/// in a Chinese face, none where it follows another mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sides {
    /// How far to the right the outline stands of where the face has it; negative to the left.
    pub shift: i16,
    /// The advance.
    pub advance: u16,
}

impl Form {
    /// Returns a glyph as the face has it.
    pub fn plain(glyph: u16) -> Form {
        Form { glyph, sides: None }
    }
}

impl Sides {
    /// Returns thousandths of an em in the units of a face, rounded.
    pub fn units(thousandths: i32, units_per_em: u16) -> i32 {
        let em = i32::from(units_per_em);
        (thousandths * em * 2 + 1000).div_euclid(2000)
    }
}
