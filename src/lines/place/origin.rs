//! The position of a line in its slab.

use crate::boxes::TagId;

/// The position of a line in its slab.
#[derive(Clone, Copy, Debug)]
pub(in crate::lines) struct Place {
    /// The left end of the line.
    pub x: i64,
    /// The baseline.
    pub baseline: i64,
    /// The type size of the paragraph.
    pub em: i64,
    /// The element of the paragraph.
    pub tag: Option<TagId>,
}
