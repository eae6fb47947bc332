//! A value with its place.

use crate::diag::Span;

/// A string of the front matter with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its text.
    pub text: String,
    /// Its place.
    pub span: Span,
}
