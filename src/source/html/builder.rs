//! The state of building blocks from HTML.

use super::stream::{Element, Part};
use crate::source::markdown::Block;
use crate::source::notes::Notes;

/// A range of parts.
pub type Range = std::ops::Range<usize>;

/// Takes the parts one by one.
pub struct Builder<'b, 'n> {
    pub(super) parts: Vec<Option<Part>>,
    pub(super) notes: &'b mut Notes<'n>,
}

/// One part of a container, with everything inside it.
pub enum Node {
    Block(Block),
    /// An element and the parts in it.
    Element(Box<Element>, Range),
}
