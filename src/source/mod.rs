//! Bytes with addresses: a file becomes text, front matter and a Markdown tree, every node with the
//! place it came from.
//!
//! Two repairs that CommonMark needs for Chinese are made here (`../shared` calls them deviations):
//! emphasis beside wide characters, and source newlines between them. Nothing else is interpreted:
//! what the text *means* is the business of `model`.

pub mod markdown;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diag::{FileId, Span};
use markdown::Markdown;

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
    /// The images named by the text, by the name used there.
    pub assets: BTreeMap<String, Asset>,
}

/// A file that the résumé names, read whole (bounded) and not yet decoded.
#[derive(Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it was found.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What its first bytes say it is.
    pub kind: AssetKind,
    /// Pixels across and down, from the header.
    pub pixels: (u32, u32),
}

/// The kinds of image that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// Portable Network Graphics.
    Png,
    /// Baseline or progressive JPEG.
    Jpeg,
}

impl std::fmt::Debug for Asset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}x{} ({} bytes)", self.kind, self.pixels.0, self.pixels.1, self.bytes.len())
    }
}

/// What the author set above the text, between `---` lines. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The place of the whole block, fences included; empty when there is none.
    pub span: Span,
    /// The name, if the text itself has none.
    pub name: Option<Value>,
    /// The line under the name, if the text has none.
    pub headline: Option<Value>,
    /// A path to a photo.
    pub photo: Option<Value>,
    /// A layout's name, or a path to a layout file.
    pub layout: Option<Value>,
    /// The language of the document as a BCP 47 tag.
    pub lang: Option<Value>,
    /// The title of the PDF.
    pub title: Option<Value>,
    /// Layout keys by path (`page.margin`), each with its value as TOML would write it.
    pub set: Vec<(String, Value)>,
    /// Items for the header: contacts in the order given, as `key: value`.
    pub contacts: Vec<(Option<String>, Value)>,
}

/// A string of the front matter and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What it says.
    pub text: String,
    /// Where.
    pub span: Span,
}
