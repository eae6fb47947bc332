//! A value with its place.

use crate::diag::Span;

/// A string of the front matter and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What it says.
    pub text: String,
    /// Where.
    pub span: Span,
}
