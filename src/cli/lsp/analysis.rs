//! What is known of a document: what was found in it, and what it was understood as.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Files, Span};
use crate::model::{Explained, Resume};
use crate::pages;
use crate::source::{Original, Source};

/// What is known of a document as it was at one time.
#[derive(Default)]
pub struct Analysis {
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
    /// The files that places point into.
    pub files: Files,
    /// Which of them it is.
    pub own: FileId,
    /// Where what was read of it stands in its text; none if that was read as it stands.
    pub(super) original: Option<Original>,
    /// What it says, if it is a résumé.
    pub content: Option<Content>,
    /// Its pages, if it could be set.
    pub document: Option<pages::Document>,
}

/// What a résumé says.
pub struct Content {
    /// How it was read.
    pub source: Source,
    /// What it was understood as.
    pub resume: Resume,
    /// The same, line by line.
    pub lines: Vec<Explained>,
}

impl Analysis {
    /// Returns where a place of what was understood stands in the document; none if it stands in another file.
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        self.own_place(self.files.origin(span))
    }

    /// Returns where a place of a finding stands in the document; none if it stands in another file.
    pub fn own_place(&self, span: Span) -> Option<Range<usize>> {
        (span.file == self.own).then(|| match &self.original {
            Some(original) => original.offset(span.start as usize)..original.offset(span.end as usize),
            None => span.range(),
        })
    }

    /// Returns where exactly a place stands, to be changed; none if it was read otherwise than it stands.
    pub fn exact_place(&self, span: Span) -> Option<Range<usize>> {
        let own = Some(span).filter(|span| span.file == self.own)?;
        match &self.original {
            Some(original) => original.place(own.range()),
            None => Some(own.range()),
        }
    }
}
