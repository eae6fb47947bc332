//! A galley: vertical lists of slabs, glue and penalties, as TeX has them.

use super::mark::Mark;
use crate::boxes::{FoldMark, Heading, RunningBox, Structure};
use crate::geom::{Glue, Pt};
use crate::layout::{Frame, Stack};

/// Set lines that do not yet know their page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Galley {
    /// One column per region, in reading order.
    pub columns: Vec<Vec<Item>>,
    /// One of them set again in a wider measure; only if that may be needed.
    pub spread: Option<Spread>,
    /// Running rows, to be set when the pages are known.
    pub running: [Option<RunningBox>; 2],
    /// The marks at the edge of the first page.
    pub fold_marks: Vec<FoldMark>,
    /// The elements.
    pub structure: Structure,
    /// The outline.
    pub outline: Vec<Heading>,
    /// The stacks of faces that styles name.
    pub stacks: Vec<Stack>,
    /// The language of the document.
    pub lang: String,
}

/// A vertical list, as TeX has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Something printed that no page break divides.
    Slab(Slab),
    /// Space; vanishes at the top and the foot of a page.
    Glue(Glue),
    /// All the room that its column leaves empty, if that is the last one: what follows goes at its foot.
    Fill,
    /// The price of a page break here; there is none elsewhere.
    Penalty(i32),
    /// A frame begins: what follows is indented and drawn upon it until [`Item::Close`].
    Open(FrameBox),
    /// The frame ends.
    Close,
    /// These slabs are repeated at the top of each page until [`Item::RepeatEnd`].
    Repeat(Vec<Slab>),
    /// End of a repetition.
    RepeatEnd,
}

impl Item {
    /// A penalty that forbids a page break.
    pub const NEVER: i32 = 10_000;
    /// A penalty that forces one: what follows begins a column.
    pub const ALWAYS: i32 = -10_000;
    /// A penalty that forces a new page.
    pub const NEW_PAGE: i32 = -20_000;
}

/// A frame with its position in the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameBox {
    /// Its look; vertical padding is in the list already.
    pub frame: Frame,
    /// Distance from the column's left edge.
    pub x: Pt,
    /// Its width.
    pub width: Pt,
    /// The distance below its beginning at which it is first drawn.
    pub skip: Pt,
}

/// An undivided band across a column: a line of text, a row, an image.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slab {
    /// Its height; lines have their leading.
    pub height: Pt,
    /// The distance of the first baseline from its top.
    pub baseline: Pt,
    /// Its marks, at points relative to its top-left corner, in reading order.
    pub marks: Vec<Mark>,
    /// Its part of a row that a page may divide; `None` otherwise.
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
    /// The number of the slab's marks that belong to each cell, in the order of the marks.
    pub cells: Vec<usize>,
}

/// The text of one region in its wider measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// The index of the galley's column with the same text.
    pub region: usize,
    /// All of it, from its first line.
    pub items: Vec<Item>,
    /// The positions at which both have the same text before and after: an item of the narrower one, and one
    /// here. Both are prices of a page break.
    pub seams: Vec<(usize, usize)>,
}
