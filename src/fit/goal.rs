//! A text to be fitted, and the number of pages to fit it to.

use crate::diag::Span;
use crate::font::FontBook;
use crate::layout::Sheet;
use crate::model::Resume;

/// The number of pages asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageGoal {
    /// The number of pages; at least 1.
    pub pages: usize,
    /// Where the document asks for it; `None` if the command line does.
    pub place: Option<Span>,
}

/// A résumé to be fitted, with its layout and fonts.
#[derive(Clone, Copy)]
pub struct Fitter<'a> {
    /// The source text, whose lines are named where a cut would help.
    pub text: &'a str,
    /// The résumé that was understood from it.
    pub resume: &'a Resume,
    /// The layout, with its elastic keys.
    pub sheet: &'a Sheet,
    /// The fonts.
    pub fonts: &'a FontBook,
}
