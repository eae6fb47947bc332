//! The result of a request.

use super::Format;
use crate::diag::{CompileError, Diagnostic, Error, Files, Message, Severity};
use crate::model::{Resume, Secrets};
use crate::pages::Document;
use crate::source::Source;

/// The result of a request: the thing asked for, or why there is none, and the findings.
#[derive(Debug)]
#[non_exhaustive]
pub struct Outcome<T> {
    /// The thing asked for.
    pub result: Result<T, CompileError>,
    /// The findings, by place, without those that the author silenced; any error among them has made `result` a
    /// [`CompileError::Document`].
    pub findings: Vec<Diagnostic>,
    /// The texts that the findings point into, and every path on which the outcome depends.
    pub files: Files,
}

impl<T> Outcome<T> {
    /// Returns the outcome for something that could not even be read.
    pub fn unread(error: Error) -> Outcome<T> {
        Outcome { result: Err(error.into()), findings: Vec::new(), files: Files::default() }
    }

    /// Returns the same findings, with the result turned into something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { result: self.result.map(make), findings: self.findings, files: self.files }
    }

    /// Returns `true` if a finding is an error.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// A file, made in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Artefact {
    /// Its format.
    pub format: Format,
    /// Its page, from 1, where there is a file for each of several pages.
    pub page: Option<usize>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A résumé, built.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Built {
    /// The files, format by format in the order asked for, page by page.
    pub artefacts: Vec<Artefact>,
    /// The résumé as it was read.
    pub source: Source,
    /// The résumé that was understood from it.
    pub resume: Resume,
    /// Its pages.
    pub document: Document,
    /// Text that must not occur in the files or their names; `None` if nothing is to be left out.
    pub secrets: Option<Secrets>,
    /// The changes made to make the text fit, as a sentence; empty if there were none.
    pub fitted: Message,
}

/// A résumé, understood but not set.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Understood {
    /// The résumé as it was read.
    pub source: Source,
    /// The résumé that was understood from it.
    pub resume: Resume,
}

/// The choices that a résumé offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Declared {
    /// The names of its views, each with its language if it has one of its own.
    pub views: Vec<(String, Option<String>)>,
    /// The languages that it is written in, if there are several.
    pub languages: Vec<String>,
}
