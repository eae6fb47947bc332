//! What is to be fitted, and into how many pages.

use crate::diag::Span;
use crate::font::FontBook;
use crate::layout::Sheet;
use crate::model::Resume;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageGoal {
    /// So many pages; at least 1.
    pub pages: usize,
    /// Where the document says so; none if the command line does.
    pub place: Option<Span>,
}

/// A résumé to be fitted, with its layout and fonts.
#[derive(Clone, Copy)]
pub struct Fitter<'a> {
    /// The source text, whose lines are named where a cut would help.
    pub text: &'a str,
    /// What it says.
    pub resume: &'a Resume,
    /// The layout, with what may give.
    pub sheet: &'a Sheet,
    /// The fonts.
    pub fonts: &'a FontBook,
}
