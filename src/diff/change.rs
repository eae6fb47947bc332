//! A change: its kind, what changed, and its place in both résumés.

use super::words::Words;
use crate::diag::Span;

/// The kinds of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is only in the new one.
    Added,
    /// It is only in the old one.
    Removed,
    /// It is in both, with different text.
    Changed,
    /// It is the same in another place.
    Moved,
}

/// The kinds of things that change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the model has the words for each")]
pub enum What {
    Name,
    Headline,
    Contact,
    Fact,
    Photo,
    Section,
    Entry,
    Dates,
    Tags,
    Bullet,
    Line,
    Link,
    Image,
}

/// A thing in one of the two résumés.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The words.
    pub text: String,
    /// Its place.
    pub span: Span,
    /// The titles of the section and the entries that contain it, the outermost first.
    pub under: Vec<String>,
    /// Its number among its kind there, from 1.
    pub number: usize,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its kind.
    pub how: How,
    /// The kind of thing that changed.
    pub what: What,
    /// The thing in the old résumé; `None` if it was added.
    pub old: Option<Occurrence>,
    /// The thing in the new one; `None` if it was removed.
    pub new: Option<Occurrence>,
    /// The combined text, if it was changed: the words that are kept, removed and added.
    pub words: Vec<Words>,
}

impl How {
    /// Returns its name in English: `added`.
    pub fn name(self) -> &'static str {
        match self {
            How::Added => "added",
            How::Removed => "removed",
            How::Changed => "changed",
            How::Moved => "moved",
        }
    }
}

impl What {
    /// Returns its name in English: `bullet`.
    pub fn name(self) -> &'static str {
        match self {
            What::Name => "name",
            What::Headline => "headline",
            What::Contact => "contact",
            What::Fact => "fact",
            What::Photo => "photo",
            What::Section => "section",
            What::Entry => "entry",
            What::Dates => "dates",
            What::Tags => "tags",
            What::Bullet => "bullet",
            What::Line => "line",
            What::Link => "link",
            What::Image => "image",
        }
    }

    /// Returns whether there may be several of it side by side, so that a number identifies each.
    pub(super) fn is_counted(self) -> bool {
        matches!(self, What::Bullet | What::Line)
    }
}
