//! What building blocks from HTML carries along.

use super::stream::{Element, Part};
use crate::source::markdown::Block;
use crate::source::notes::Notes;

/// A range of parts.
pub type Range = std::ops::Range<usize>;

/// Takes the parts out one by one.
pub struct Builder<'b, 'n> {
    pub(super) parts: Vec<Option<Part>>,
    pub(super) notes: &'b mut Notes<'n>,
}

/// One part of a container, with all that is inside it.
pub enum Node {
    Block(Block),
    /// An element and the parts in it.
    Element(Box<Element>, Range),
}
