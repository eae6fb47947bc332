//! What writing a page's content carries along.

use super::operators::Operators;
use crate::boxes::Structure;
use crate::font::FontBook;
use crate::geom::Pt;
use crate::layout::Color;
use crate::pdf::fonts::Typefaces;
use crate::pdf::images::Pictures;
use crate::pdf::press::Inks;
use crate::pdf::sides::AllSides;

/// What the pages of a document share.
pub struct Shared<'a> {
    /// The faces and their codes.
    pub typefaces: &'a Typefaces<'a>,
    /// The glyphs with other sides than their faces have.
    pub sides: &'a AllSides,
    /// The faces themselves.
    pub fonts: &'a FontBook,
    /// The images.
    pub pictures: &'a Pictures,
    /// The elements.
    pub structure: &'a Structure,
    /// The language of the document.
    pub lang: &'a str,
    /// The inks of the press; none if the pages are for a screen.
    pub inks: Option<Inks>,
}

/// Writes marks, and remembers what the reader's graphics state is.
pub(super) struct Writer<'a> {
    pub(super) out: Operators,
    /// The number of the page, from 0.
    pub(super) number: usize,
    /// The height of the page: y grows up in the file.
    pub(super) height: Pt,
    pub(super) fill: Option<Color>,
    pub(super) text: TextState,
    pub(super) shared: &'a Shared<'a>,
}

/// What the reader's text state is.
#[derive(Default)]
pub struct TextState {
    /// Where the line began to which `Td` adds, in thousandths of a point; none outside a text object.
    pub(super) line: Option<[i64; 2]>,
    /// The face, its entry and the size.
    pub(super) font: Option<(usize, usize, Pt)>,
    /// The stroke that thickens the glyphs, and its ink.
    pub(super) stroke: Option<(Pt, Color)>,
    /// The width of the pen, once it was set.
    pub(super) stroke_width: Option<Pt>,
    /// The ink of the pen, once it was set.
    pub(super) stroke_ink: Option<Color>,
    /// How far glyphs stand above the baseline.
    pub(super) rise: Pt,
}
