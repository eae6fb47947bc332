//! The state of writing a page's content.

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
    /// The glyphs whose sides differ from those in their faces.
    pub sides: &'a AllSides,
    /// The faces themselves.
    pub fonts: &'a FontBook,
    /// The images.
    pub pictures: &'a Pictures,
    /// The elements of the tag tree.
    pub structure: &'a Structure,
    /// The language of the document.
    pub lang: &'a str,
    /// The inks of the press; `None` if the pages are for a screen.
    pub inks: Option<Inks>,
}

/// Writes marks, and keeps track of the reader's graphics state.
pub(super) struct Writer<'a> {
    pub(super) out: Operators,
    /// The number of the page, from 0.
    pub(super) number: usize,
    /// The height of the page: in the file, y grows upwards.
    pub(super) height: Pt,
    pub(super) fill: Option<Color>,
    pub(super) text: TextState,
    pub(super) shared: &'a Shared<'a>,
}

/// The reader's text state.
#[derive(Default)]
pub struct TextState {
    /// The start of the line to which `Td` adds, in thousandths of a point; `None` outside a text object.
    pub(super) line: Option<[i64; 2]>,
    /// The face, its entry and the size.
    pub(super) font: Option<(usize, usize, Pt)>,
    /// The stroke that thickens the glyphs, and its ink.
    pub(super) stroke: Option<(Pt, Color)>,
    /// The width of the pen, once it has been set.
    pub(super) stroke_width: Option<Pt>,
    /// The ink of the pen, once it has been set.
    pub(super) stroke_ink: Option<Color>,
    /// How far glyphs are raised above the baseline.
    pub(super) rise: Pt,
}
