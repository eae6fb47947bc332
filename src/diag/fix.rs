//! Changes of a text that cure what was found in it.

use super::Span;

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The place that changes.
    pub span: Span,
    /// What stands there. Where something else does, the place is not the one that was meant.
    pub was: String,
    /// What is to stand there.
    pub text: String,
}

impl Fix {
    /// Returns a change of `was`, which stands at a place, into another text.
    pub fn new(span: Span, was: impl Into<String>, text: impl Into<String>) -> Fix {
        Fix { span, was: was.into(), text: text.into() }
    }

    /// Returns a change of what a text has at a place; none if it has nothing there.
    pub fn of(source: &str, span: Span, text: impl Into<String>) -> Option<Fix> {
        let was = source.get(span.range()).filter(|was| !was.is_empty())?;
        Some(Fix::new(span, was, text))
    }

    /// Returns a change of a name that stands at a place as it is, or in quotes; none if something else does, by its
    /// length.
    pub fn of_name(span: Span, was: &str, text: &str) -> Option<Fix> {
        let inner = match span.len().checked_sub(was.len()) {
            Some(0) => span,
            Some(2) => Span { start: span.start + 1, end: span.end - 1, ..span },
            _ => return None,
        };
        Some(Fix::new(inner, was, text))
    }

    /// Returns a change of a name into the known one that was meant, as [`Fix::of_name`]; none if that is not certain: one
    /// letter may be wrong, missing or at another place, or two of a long name.
    pub fn of_slip(span: Span, was: &str, known: &str) -> Option<Fix> {
        let most = match known.chars().count() {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        };
        let slip = (1..=most).contains(&strsim::damerau_levenshtein(was, known));
        slip.then(|| Fix::of_name(span, was, known)).flatten()
    }

    /// Tells whether a text has at its place what it changes.
    pub fn fits(&self, text: &str) -> bool {
        !self.was.is_empty() && text.get(self.span.range()) == Some(self.was.as_str())
    }

    pub(super) fn touches(&self, other: &Fix) -> bool {
        let (this, that) = (self.span, other.span);
        this.file == that.file && this.start < that.end && that.start < this.end
    }
}
