//! The two kinds of outline in faces.

use skrifa::raw::{FontRef, TableProvider};

/// The two kinds of outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlines {
    /// Quadratic, in a `glyf` table.
    TrueType,
    /// Cubic, in a `CFF` table.
    Cff,
}

impl Outlines {
    /// Returns the kind of a font file; the first for one with none.
    pub(super) fn of(file: &FontRef<'_>) -> Outlines {
        if file.cff().is_ok() { Outlines::Cff } else { Outlines::TrueType }
    }
}
