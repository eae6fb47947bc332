//! The subject of a request, and the wishes of the client.

use super::analysis::Analysis;
use super::document::Document;
use super::position::Encoding;

/// What the client wants or can do beyond the usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Treat every Markdown file as a résumé.
    pub every_markdown: bool,
    /// Show where pages end.
    pub page_ends: bool,
    /// The client knows the command `jianli.preview`.
    pub preview: bool,
    /// The client can show a place when asked to.
    pub selects: bool,
    /// It shows what is said of completions as Markdown.
    pub markdown: bool,
}

/// The subject of a request.
pub struct At<'s> {
    /// The document.
    pub document: &'s Document,
    /// Its analysis.
    pub analysis: &'s Analysis,
    /// The unit of columns.
    pub encoding: Encoding,
    /// The wishes of the client.
    pub wishes: Wishes,
}
