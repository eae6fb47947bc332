//! The messages of jianli: about the document ([`Diagnostic`]) and about the machine ([`Error`]).
//!
//! A stage that finds a fault in the document reports a [`Diagnostic`] to the [`Sink`] and continues; a run can
//! report many. A stage that cannot continue returns [`Failed`], which only says that the sink holds an error. A
//! failure of the machine (an unreadable file, a full disk) is an [`Error`].

mod amend;
mod codes;
mod diagnostic;
mod error;
mod explain;
mod files;
mod fix;
pub mod machine;
mod message;
mod pieces;
mod render;
mod severity;
mod span;
mod speech;

pub use amend::{amended, changes};
pub use codes::Code;
pub use diagnostic::Diagnostic;
pub use error::{CompileError, Error, Failed, system_message};
pub use explain::explain;
pub(crate) use files::lexical;
pub use files::{Content, Files, TextFile};
pub use fix::Fix;
pub(crate) use message::message;
pub use message::{Message, Part, agree, counted};
pub use pieces::Pieces;
pub use render::{Style, render, summary};
pub use severity::Severity;
pub use span::{FileId, Span};
pub use speech::Speech;

/// The codes of all diagnostics, by name: `code::EMPTY_SECTION`.
pub mod code {
    pub use super::codes::*;
}

/// The most findings other than errors that are kept: a megabyte of unknown keys would take hundreds of megabytes.
const MOST: usize = 20_000;

/// Collects findings while the stages run.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding. Where there are very many, further warnings and notes are of no use and are left out.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST || diagnostic.severity == Severity::Error {
            self.found.push(diagnostic);
        }
    }

    /// Turns the findings of a code inside a place into errors; returns whether there are any.
    pub fn harden(&mut self, code: Code, place: Span) -> bool {
        let inside = |at: Span| at.file == place.file && place.start <= at.start && at.end <= place.end;
        let mut any = false;
        for found in
            self.found.iter_mut().filter(|found| found.code == code && found.primary.is_some_and(inside))
        {
            found.severity = Severity::Error;
            any = true;
        }
        any
    }

    /// Drops all findings but the first `count`: those of a mere attempt.
    pub fn forget_from(&mut self, count: usize) {
        self.found.truncate(count);
    }

    /// Returns the number of findings of any severity.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Returns whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// Returns [`Failed`] if any finding is an error.
    ///
    /// # Errors
    /// [`Failed`], exactly when [`Sink::has_errors`].
    pub fn check(&self) -> Result<(), Failed> {
        if self.has_errors() { Err(Failed) } else { Ok(()) }
    }

    /// Returns the findings by file, offset and code, each once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|d| (d.primary.map_or((FileId::RESUME, 0), |s| (s.file, s.start)), d.code.id));
        self.found.dedup();
        self.found
    }
}
