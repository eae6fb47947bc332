//! Changes of a text that cure its findings.

use super::Span;

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The place to change.
    pub span: Span,
    /// The text at that place. If it differs, the place is not the one that was meant.
    pub was: String,
    /// The new text.
    pub text: String,
}

impl Fix {
    /// Returns a change of the text `was`, at a place, into another text.
    pub fn new(span: Span, was: impl Into<String>, text: impl Into<String>) -> Fix {
        Fix { span, was: was.into(), text: text.into() }
    }

    /// Returns a change of the text at a place; `None` if it is empty.
    pub fn of(source: &str, span: Span, text: impl Into<String>) -> Option<Fix> {
        let was = source.get(span.range()).filter(|was| !was.is_empty())?;
        Some(Fix::new(span, was, text))
    }

    /// Returns a change of a name at a place, bare or in quotes; `None` if the length of the place shows that it is
    /// something else.
    pub fn of_name(span: Span, was: &str, text: &str) -> Option<Fix> {
        let inner = match span.len().checked_sub(was.len()) {
            Some(0) => span,
            Some(2) => Span { start: span.start + 1, end: span.end - 1, ..span },
            _ => return None,
        };
        Some(Fix::new(inner, was, text))
    }

    /// Returns a change of a name into the known one that was meant, as [`Fix::of_name`]; `None` if that is not
    /// certain: one letter may be wrong, missing or misplaced, or two in a long name.
    pub fn of_slip(span: Span, was: &str, known: &str) -> Option<Fix> {
        let most = match known.chars().count() {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        };
        let slip = (1..=most).contains(&strsim::damerau_levenshtein(was, known));
        slip.then(|| Fix::of_name(span, was, known)).flatten()
    }

    /// Returns whether a text has at its place what it is to change.
    pub fn fits(&self, text: &str) -> bool {
        !self.was.is_empty() && text.get(self.span.range()) == Some(self.was.as_str())
    }

    pub(super) fn touches(&self, other: &Fix) -> bool {
        let (this, that) = (self.span, other.span);
        this.file == that.file && this.start < that.end && that.start < this.end
    }
}
