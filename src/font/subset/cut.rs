//! A face cut down.

use std::ops::Range;

/// A face after cutting.
pub(super) struct Cut {
    /// The font file.
    pub(super) bytes: Vec<u8>,
    /// As [`Subset::coordinates`].
    pub(super) coordinates: Vec<Range<usize>>,
    /// The advance of each new glyph, in font units.
    pub(super) advances: Vec<u16>,
}
