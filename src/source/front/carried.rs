//! What reading the front matter carries along.

use crate::diag::{FileId, Sink};
use crate::source::{FrontMatter, Value};

pub(super) struct Front<'a> {
    pub(super) text: &'a str,
    pub(super) found: FrontMatter,
    pub(super) file: FileId,
    /// Where the places of the entries begin.
    pub(super) base: usize,
    /// All keys.
    pub(super) keys: Vec<String>,
    /// A site generator has its keys here.
    pub(super) site: bool,
    /// The parts of a name.
    pub(super) given: Option<Value>,
    pub(super) family: Option<Value>,
    pub(super) sink: &'a mut Sink,
}
