//! A text with all that was read with it.

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
    /// The folder that images are looked for in; none for standard input.
    pub folder: Option<PathBuf>,
    /// The tree.
    pub markdown: Markdown,
    /// What the front matter sets.
    pub front: FrontMatter,
    /// The same as it was read, for the texts that are made of this one.
    pub(super) above: Arc<Above>,
    /// What is read otherwise than it is written, by its place in the file, as what says the same.
    pub readings: Vec<(Span, String)>,
    /// The languages that only the text tells.
    pub(super) spoken: Vec<View>,
    /// The images named by the text, by the name used there; those that stand in it as `data:` URIs by a
    /// short name that they have in the tree.
    pub assets: Images,
}
