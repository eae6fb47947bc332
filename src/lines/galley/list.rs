//! A galley: vertical lists of slabs, glue and penalties, as TeX has them.

use super::mark::Mark;
use crate::boxes::{FoldMark, Heading, RunningBox, Structure};
use crate::geom::{Glue, Pt};
use crate::layout::{Frame, Stack};

/// Set lines before they know their page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Galley {
    /// One column a region, in reading order.
    pub columns: Vec<Vec<Item>>,
    /// One of them once more, in a wider measure; only if it may come to that.
    pub spread: Option<Spread>,
    /// Running rows, to be set when the pages are known.
    pub running: [Option<RunningBox>; 2],
    /// The marks at the edge of the first page.
    pub fold_marks: Vec<FoldMark>,
    /// The elements.
    pub structure: Structure,
    /// The outline.
    pub outline: Vec<Heading>,
    /// The faces that styles name.
    pub stacks: Vec<Stack>,
    /// The language of the document.
    pub lang: String,
}

/// A vertical list, as TeX has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Something printed that no page turn divides.
    Slab(Slab),
    /// Space; vanishes at the top and the foot of a page.
    Glue(Glue),
    /// All that its column leaves empty, if that is the last one: what follows stands at its foot.
    Fill,
    /// The price of a page turn here; there is none elsewhere.
    Penalty(i32),
    /// A frame begins: what follows is moved in and drawn upon it until [`Item::Close`].
    Open(FrameBox),
    /// The frame ends.
    Close,
    /// These slabs are repeated at the top of each page until [`Item::RepeatEnd`].
    Repeat(Vec<Slab>),
    /// End of a repetition.
    RepeatEnd,
}

impl Item {
    /// A penalty that forbids a page turn.
    pub const NEVER: i32 = 10_000;
    /// A penalty that forces one: what follows stands at the top of a column.
    pub const ALWAYS: i32 = -10_000;
    /// A penalty that forces a new page.
    pub const NEW_PAGE: i32 = -20_000;
}

/// A frame with its place in the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameBox {
    /// Its look; vertical padding is in the list already.
    pub frame: Frame,
    /// Distance from the column's left edge.
    pub x: Pt,
    /// Its width.
    pub width: Pt,
    /// How far below its beginning it is first drawn.
    pub skip: Pt,
}

/// An undivided band across a column: a line of text, a row, an image.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slab {
    /// Its height; lines have their leading.
    pub height: Pt,
    /// The distance of the first baseline from its top.
    pub baseline: Pt,
    /// What is printed, at places relative to its top-left corner, in reading order.
    pub marks: Vec<Mark>,
    /// What it is of a row that a page may part; none for all else.
    pub band: Option<Band>,
}

impl Slab {
    /// Puts marks before all others.
    pub(in crate::lines) fn put_first(&mut self, marks: Vec<Mark>) {
        if let Some(cell) = self.band.as_mut().and_then(|band| band.cells.first_mut()) {
            *cell += marks.len();
        }
        self.marks.splice(0..0, marks);
    }
}

/// A part of a row between two heights at which a page may end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// Whether the row begins here.
    pub first: bool,
    /// How many of the slab's marks belong to each cell, in the order of the marks.
    pub cells: Vec<usize>,
}

/// The text of one region in its wider measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// Which of the galley's columns it is the text of.
    pub region: usize,
    /// All of it, from its first line on.
    pub items: Vec<Item>,
    /// Where both have the same text before and behind them: an item of the narrower one, and one here.
    /// Both are prices of a page turn.
    pub seams: Vec<(usize, usize)>,
}
