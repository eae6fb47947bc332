//! A character of the model that is in the file.

use super::wanted::Wanted;
use crate::diag::Span;

/// A character of the model that is in the file.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// It.
    pub c: char,
    /// Its bytes in the source, or those of all the text that it is of.
    pub span: Span,
    /// The text that it is of.
    pub of: &'a Wanted,
    /// Whether a blank stands before it in its text.
    pub blank: bool,
    /// Its glyph, as a number in the order of the content.
    pub glyph: usize,
    /// Its number on the pages.
    pub printed: usize,
}
