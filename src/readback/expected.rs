//! The sources of a PDF.

use crate::layout::Layout;
use crate::model::Resume;
use crate::pages::Document;
use crate::source::Source;

/// The sources of the file.
#[derive(Clone, Copy)]
pub struct Expected<'a> {
    /// The résumé.
    pub resume: &'a Resume,
    /// The text of the résumé.
    pub source: &'a Source,
    /// The layout, which hides and renames sections.
    pub layout: &'a Layout,
    /// The pages that were written.
    pub document: &'a Document,
}
