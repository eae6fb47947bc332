//! What a PDF was made from.

use crate::layout::Layout;
use crate::model::Resume;
use crate::pages::Document;
use crate::source::Source;

/// What the file was made from.
#[derive(Clone, Copy)]
pub struct Expected<'a> {
    /// What the résumé says.
    pub resume: &'a Resume,
    /// Its text.
    pub source: &'a Source,
    /// What hides sections and renames them.
    pub layout: &'a Layout,
    /// The pages that were written.
    pub document: &'a Document,
}
