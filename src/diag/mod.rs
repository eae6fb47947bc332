//! What jianli has to say: about the document ([`Diagnostic`]) and about the machine ([`Error`]).
//!
//! A stage that finds something wrong with the document reports a [`Diagnostic`] to the [`Sink`] and
//! goes on; many can be reported in a run. A stage that cannot go on returns [`Failed`], which only
//! says that the sink holds an error. What is wrong with the machine (a file that cannot be read, a
//! disk that is full) is an [`Error`].

mod codes;
mod error;
mod explain;
mod files;
mod fix;
pub mod machine;
mod message;
mod pieces;
mod render;
mod span;
mod speech;

pub use codes::Code;
pub use error::{CompileError, Error, told};
pub use explain::explain;
pub(crate) use files::lexical;
pub use files::{Content, Files, TextFile};
pub use fix::{Fix, amended, changes};
pub(crate) use message::message;
pub use message::{Message, Part, agree, counted};
pub use pieces::Pieces;
pub use render::{Style, render, summary};
pub use span::{FileId, Span};
pub use speech::Speech;

/// The codes of all diagnostics, by name: `code::EMPTY_SECTION`.
pub mod code {
    pub use super::codes::*;
}

/// How bad a finding is. Ordered: note < warning < error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; changes nothing.
    Note,
    /// Probably a mistake; the PDF is made. Fails under `--strict`.
    Warning,
    /// No PDF is made.
    Error,
}

/// One finding about the document, with its place and its cure.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The stable code, such as `J203`.
    pub code: Code,
    /// The code's own severity, unless it was changed.
    pub severity: Severity,
    /// What is wrong: one line, lower case, no full stop. In English, and ready to be said otherwise.
    pub message: Message,
    /// The place concerned, if there is one.
    pub primary: Option<Span>,
    /// Further places, each with what it shows.
    pub labels: Vec<(Span, Message)>,
    /// What to do about it, one line each.
    pub hints: Vec<Message>,
    /// The changes of the text that cure it, all of them together, where there is one cure and it is certain.
    pub fixes: Vec<Fix>,
    /// Places whose words could go to make a text short enough: all of them together do.
    pub cuts: Vec<Span>,
}

impl Diagnostic {
    /// Returns a finding with its code's severity, at a place.
    pub fn new(code: Code, place: impl Into<Option<Span>>, message: impl Into<Message>) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            primary: place.into(),
            labels: Vec::new(),
            hints: Vec::new(),
            fixes: Vec::new(),
            cuts: Vec::new(),
        }
    }

    /// Returns the same finding with one more piece of advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Message>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }

    /// Returns the same finding with one more place.
    #[must_use]
    pub fn label(mut self, place: Span, text: impl Into<Message>) -> Diagnostic {
        self.labels.push((place, text.into()));
        self
    }

    /// Returns the same finding with one more change that belongs to its cure; none changes nothing.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Diagnostic {
        self.fixes.extend(fix.into());
        self
    }

    /// Returns the same finding with all its places moved.
    #[must_use]
    pub fn moved(mut self, place: impl Fn(Span) -> Span) -> Diagnostic {
        self.primary = self.primary.map(&place);
        self.labels.iter_mut().for_each(|(span, _)| *span = place(*span));
        self.fixes.iter_mut().for_each(|fix| fix.span = place(fix.span));
        self.cuts.iter_mut().for_each(|cut| *cut = place(*cut));
        self
    }

    /// Returns the same finding in a language. Codes, places and severities are the same in all.
    #[must_use]
    pub fn in_speech(&self, speech: Speech) -> Diagnostic {
        Diagnostic {
            message: self.message.in_speech(speech),
            labels: self.labels.iter().map(|(place, text)| (*place, text.in_speech(speech))).collect(),
            hints: self.hints.iter().map(|hint| hint.in_speech(speech)).collect(),
            fixes: self.fixes.clone(),
            cuts: self.cuts.clone(),
            ..*self
        }
    }
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

/// Says that a stage could not go on; why is in the [`Sink`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;
