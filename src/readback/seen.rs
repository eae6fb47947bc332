//! A character of the model that was found in the file.

use super::wanted::Wanted;
use crate::diag::Span;

/// A character of the model that was found in the file.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The character.
    pub c: char,
    /// Its bytes in the source, or those of the whole text that it belongs to.
    pub span: Span,
    /// The text that it belongs to.
    pub of: &'a Wanted,
    /// Whether a blank precedes it in its text.
    pub blank: bool,
    /// Its glyph, as a number in the order of the content.
    pub glyph: usize,
    /// Its number on the pages.
    pub printed: usize,
}
