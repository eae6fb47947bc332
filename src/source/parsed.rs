//! A text with everything that was read with it.

use std::path::PathBuf;
use std::sync::Arc;

use super::above::Above;
use super::front_matter::FrontMatter;
use super::images::Images;
use super::markdown::Markdown;
use super::views::View;
use crate::diag::{FileId, Span};

/// A résumé as read: its text and tree, and the files that it names.
#[derive(Clone, Debug)]
pub struct Source {
    /// The number of the file in [`crate::diag::Files`].
    pub file: FileId,
    /// The name for messages: the path as given, `<stdin>` for standard input.
    pub name: String,
    /// The text: UTF-8, without a byte-order mark, line ends as LF, no U+0000.
    pub text: String,
    /// The folder that images are looked for in; `None` for standard input.
    pub folder: Option<PathBuf>,
    /// The tree.
    pub markdown: Markdown,
    /// The settings of the front matter.
    pub front: FrontMatter,
    /// The front matter as it was read, for the texts that are made of this one.
    pub(super) above: Arc<Above>,
    /// Text that is read differently from how it is written, by its place in the file, with its equivalent.
    pub readings: Vec<(Span, String)>,
    /// The languages that only the text declares.
    pub(super) spoken: Vec<View>,
    /// The images named by the text, by their names there; those in the text itself as `data:` URIs by the short
    /// names that they have in the tree.
    pub assets: Images,
}
