//! What jianli has to say: about the document ([`Diagnostic`]) and about the machine ([`Error`]).
//!
//! A stage that finds something wrong with the document reports a [`Diagnostic`] to the [`Sink`] and
//! goes on; many can be reported in a run. A stage that cannot go on returns [`Failed`], which only
//! says that the sink holds an error. What is wrong with the machine (a file that cannot be read, a
//! disk that is full) is an [`Error`].

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

/// How many findings are kept that are no errors: a megabyte of unknown keys would hold hundreds of megabytes of them.
const MOST: usize = 20_000;

/// Collects findings while the stages run.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding. Where there are very many, further warnings and notes tell nobody anything and are left out.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST || diagnostic.severity == Severity::Error {
            self.found.push(diagnostic);
        }
    }

    /// Makes errors of the findings of a code inside a place; tells whether there are any.
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

    /// Forgets all findings but the first ones: those of what was only tried.
    pub fn forget_from(&mut self, count: usize) {
        self.found.truncate(count);
    }

    /// Returns how many findings there are, of any severity.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Tells whether any finding is an error.
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
