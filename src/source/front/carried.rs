//! The state of reading the front matter.

use crate::diag::{FileId, Sink};
use crate::source::{FrontMatter, Value};

pub(super) struct Front<'a> {
    pub(super) text: &'a str,
    pub(super) found: FrontMatter,
    pub(super) file: FileId,
    /// The offset of the entries.
    pub(super) base: usize,
    /// All keys.
    pub(super) keys: Vec<String>,
    /// Whether the keys are those of a site generator.
    pub(super) site: bool,
    /// The parts of a name.
    pub(super) given: Option<Value>,
    pub(super) family: Option<Value>,
    pub(super) sink: &'a mut Sink,
}
