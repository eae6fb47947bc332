//! A change: what, how, and where it stands in both.

use super::words::Words;
use crate::diag::Span;

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is in the new one alone.
    Added,
    /// It is in the old one alone.
    Removed,
    /// It is in both and says something else.
    Changed,
    /// It says the same in another place.
    Moved,
}

/// What it is that changed.
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

/// What one of the two says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The titles of the section and the entries that it stands in, the outermost first.
    pub under: Vec<String>,
    /// Which of its kind it is there, from 1.
    pub number: usize,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What became of it.
    pub how: How,
    /// What it is.
    pub what: What,
    /// What the old résumé says; nothing if it was added.
    pub old: Option<Occurrence>,
    /// What the new one says; nothing if it was removed.
    pub new: Option<Occurrence>,
    /// Both in one, if it was changed: what stays, goes and comes.
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

    /// Tells whether there may be several of it side by side, so that its number says which.
    pub(super) fn is_counted(self) -> bool {
        matches!(self, What::Bullet | What::Line)
    }
}
