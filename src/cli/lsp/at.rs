//! Where a request points, and what the editor wishes.

use super::analysis::Analysis;
use super::document::Document;
use super::position::Encoding;

/// What the client wants that is not usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Take every Markdown file for a résumé.
    pub every_markdown: bool,
    /// Show where pages end.
    pub page_ends: bool,
    /// It knows the command `jianli.preview`.
    pub preview: bool,
    /// It shows a place when it is asked to.
    pub selects: bool,
}

/// What a question is about.
pub struct At<'s> {
    /// The document.
    pub document: &'s Document,
    /// What it was read as.
    pub analysis: &'s Analysis,
    /// What columns count.
    pub encoding: Encoding,
    /// What the client wants.
    pub wishes: Wishes,
}
