//! The analysis of a document: its findings, and the way it was understood.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Files, Span};
use crate::model::{Explained, Resume};
use crate::pages;
use crate::source::{Original, Source};

/// The analysis of a document in one of its versions.
#[derive(Default)]
pub struct Analysis {
    /// The findings.
    pub findings: Vec<Diagnostic>,
    /// The files that places point into.
    pub files: Files,
    /// The number of the document among them.
    pub own: FileId,
    /// The places in the document's own text of the text that was read; `None` if the two are the same.
    pub(super) original: Option<Original>,
    /// The contents, if it is a résumé.
    pub content: Option<Content>,
    /// Its pages, if it could be set.
    pub document: Option<pages::Document>,
}

/// The contents of a résumé.
pub struct Content {
    /// The text as it was read.
    pub source: Source,
    /// The résumé that was understood from it.
    pub resume: Resume,
    /// How it was understood, line by line.
    pub lines: Vec<Explained>,
}

impl Analysis {
    /// Returns the place in the document of a span of the résumé; `None` if it is in another file.
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        self.own_place(self.files.origin(span))
    }

    /// Returns the place in the document of a span of a finding; `None` if it is in another file.
    pub fn own_place(&self, span: Span) -> Option<Range<usize>> {
        (span.file == self.own).then(|| match &self.original {
            Some(original) => original.offset(span.start as usize)..original.offset(span.end as usize),
            None => span.range(),
        })
    }

    /// Returns the exact place of a span, in order to change it; `None` if it was read otherwise than it is written.
    pub fn exact_place(&self, span: Span) -> Option<Range<usize>> {
        let own = Some(span).filter(|span| span.file == self.own)?;
        match &self.original {
            Some(original) => original.place(own.range()),
            None => Some(own.range()),
        }
    }
}
