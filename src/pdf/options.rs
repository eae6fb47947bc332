//! How a file is to be written.

use super::{Date, Inks};

/// How a file is to be written. The default is one to read, to send and to print in an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// For a print shop: PDF/X-4 with bleed and crop marks, in these inks alone, no links.
    pub print: Option<Inks>,
    /// What the file says of when it was made; none: nothing, or for a print shop the start of 2000.
    pub date: Option<Date>,
    /// Files that it carries: PDF/A-3 then, since PDF/A-2 may carry nothing but PDF/A (ISO 19005-2, 6.8).
    pub attached: Vec<Attachment>,
}

impl Options {
    /// Returns the date that is written. PDF/X wants one (ISO 15930-7, 6.7.3), and there is no clock.
    pub(super) fn written(&self) -> Option<Date> {
        self.date.or(self.print.map(|_| Date::FIXED))
    }
}

/// A file to be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name; no two are the same.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentKind {
    /// The résumé.
    Markdown,
    /// A layout.
    Layout,
}

impl AttachmentKind {
    /// Returns the media type, and what a reader of PDFs shows.
    pub(super) fn description(self) -> (&'static str, &'static str) {
        match self {
            AttachmentKind::Markdown => ("text/markdown", "The source of this document"),
            AttachmentKind::Layout => ("application/toml", "A layout of this document"),
        }
    }
}
