//! How a file is written.

use super::{Date, Inks};

/// How a file is written. The default is a file for reading, sending and office printers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// For a print shop: PDF/X-4 with bleed and crop marks, in only these inks, without links.
    pub print: Option<Inks>,
    /// The date of the file; `None` writes no date, or for a print shop the start of 2000.
    pub date: Option<Date>,
    /// Attached files: they require PDF/A-3, since PDF/A-2 may contain nothing but PDF/A (ISO 19005-2, 6.8).
    pub attached: Vec<Attachment>,
}

impl Options {
    /// Returns the date that is written. PDF/X requires one (ISO 15930-7, 6.7.3), and there is no clock.
    pub(super) fn written(&self) -> Option<Date> {
        self.date.or(self.print.map(|_| Date::FIXED))
    }
}

/// A file to attach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, which is unique.
    pub name: String,
    /// Its kind.
    pub kind: AttachmentKind,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The kind of an attached file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentKind {
    /// The résumé.
    Markdown,
    /// A layout.
    Layout,
}

impl AttachmentKind {
    /// Returns the media type, and the description that a PDF reader shows.
    pub(super) fn description(self) -> (&'static str, &'static str) {
        match self {
            AttachmentKind::Markdown => ("text/markdown", "The source of this document"),
            AttachmentKind::Layout => ("application/toml", "A layout of this document"),
        }
    }
}
