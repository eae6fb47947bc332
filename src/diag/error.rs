//! What is wrong with the machine, not with the document.

use std::fmt;
use std::path::PathBuf;

use super::Failed;

/// A failure that no change of the résumé can mend. Exit status 2.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A face could not be opened.
    Font {
        /// Which one.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The output could not be written; what was there before is untouched.
    Write {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A library refused what it was given.
    Backend {
        /// What was being made.
        what: &'static str,
        /// Why it could not be.
        reason: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Read { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Error::Font { path, reason } => write!(f, "cannot use the font {}: {reason}", path.display()),
            Error::Write { path, source } => write!(f, "cannot write {}: {source}", path.display()),
            Error::Backend { what, reason } => write!(f, "cannot make the {what}: {reason}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Read { source, .. } | Error::Write { source, .. } => Some(source),
            Error::Font { .. } | Error::Backend { .. } => None,
        }
    }
}

/// Why work that touches both the document and the machine could not go on.
#[derive(Debug)]
pub enum CompileError {
    /// The document, or a layout, has an error, which the sink holds. Exit status 1.
    Document,
    /// The machine failed. Exit status 2.
    Machine(Error),
}

impl From<Failed> for CompileError {
    fn from(_: Failed) -> CompileError {
        CompileError::Document
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CompileError::Document => f.write_str("the document has errors; the findings say which"),
            CompileError::Machine(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CompileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CompileError::Document => None,
            CompileError::Machine(error) => error.source(),
        }
    }
}

impl From<Error> for CompileError {
    fn from(error: Error) -> CompileError {
        CompileError::Machine(error)
    }
}
