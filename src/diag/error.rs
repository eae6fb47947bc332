//! Failures of the machine, not of the document.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use super::message::Part;
use super::{Message, message};

/// A failure that no change of the résumé can cure. Exit status 2.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A face could not be opened.
    Font {
        /// The file.
        path: PathBuf,
        /// The cause.
        reason: Message,
    },
    /// The output could not be written; the previous output is untouched.
    Write {
        /// The output file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A library refused its input.
    Backend {
        /// The thing that was being made.
        what: &'static str,
        /// The cause.
        reason: Message,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl Error {
    /// Returns a message about the failure, which can be translated.
    pub fn message(&self) -> Message {
        match self {
            Error::Read { path, source } => {
                message!("cannot read {path}: {why}", path = shown(path), why = system_message(source))
            }
            Error::Font { path, reason } => {
                message!("cannot use the font {path}: {why}", path = shown(path), why = reason)
            }
            Error::Write { path, source } => {
                message!("cannot write {path}: {why}", path = shown(path), why = system_message(source))
            }
            Error::Backend { what, reason } => {
                message!("cannot make the {what}: {why}", what = Message::from(*what), why = reason)
            }
        }
    }
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

/// Returns a message about a system error. The system's own words are in one language: for the most common kinds
/// they are replaced where another language is used.
pub fn system_message(error: &io::Error) -> Message {
    if let Some(message) = error.get_ref().and_then(|inner| inner.downcast_ref::<Message>()) {
        return message.clone();
    }
    let english = error.to_string();
    if error.raw_os_error().is_none() {
        return english.into();
    }
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "opening it is not permitted",
        ErrorKind::AlreadyExists => "it already exists",
        ErrorKind::NotADirectory => "a part of its path is not a folder",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "no space is left",
        ErrorKind::FileTooLarge => "it became larger than is allowed",
        ErrorKind::ReadOnlyFilesystem => "nothing can be written there",
        ErrorKind::AddrInUse => "the port is taken",
        ErrorKind::InvalidFilename => "its name is not valid",
        _ => "the system refuses",
    };
    Message::foreign(english, words)
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Read { source, .. } | Error::Write { source, .. } => Some(source),
            Error::Font { .. } | Error::Backend { .. } => None,
        }
    }
}

/// The reason why work that touches both the document and the machine could not continue.
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

/// Reports that a stage could not continue; the reason is in the [`Sink`](crate::diag::Sink).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;

impl Part for std::io::Error {
    fn part(&self) -> Message {
        system_message(self)
    }
}
