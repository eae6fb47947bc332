//! Paragraphs → set lines, rows, grids and tables: a galley of slabs, glue and penalties for each
//! region, every glyph at its place.

mod abreast;
mod atoms;
mod balance;
mod breaks;
mod cache;
mod capitals;
mod class;
mod columns;
mod copy;
mod dates;
mod decoration;
mod demerits;
mod diacritics;
mod emoji;
mod fit;
mod frame;
mod galley;
mod glyph_cache;
mod grid;
mod hyphens;
mod job;
mod joints;
mod justify;
mod ladder;
mod lattice;
mod legible;
mod locale;
mod mark;
mod marks;
mod numbers;
mod pairs;
mod panel;
mod place;
mod prices;
mod quotes;
mod remarks;
mod rivers;
mod rows;
mod search;
mod setter;
mod side;
mod signs;
mod spread;
mod survey;
mod table;
#[cfg(test)]
mod tests;
mod tokens;
mod uax14;
mod words;

pub use cache::ParagraphCache;
pub use mark::{Glyph, GlyphRun, ImageMark, Mark, MarkKind, PathMark, Shape};
pub use panel::{Panel, Step, rounded};
pub use spread::Spread;
pub use survey::{Survey, survey};

use crate::boxes::{Heading, RowBox, RunningBox, Structure, Tree};
use crate::diag::Sink;
use crate::font::FontBook;
use crate::geom::{Glue, Pt};
use crate::layout::{Frame, Stack};
use setter::Setter;

/// Sets all text of a tree. Never fails: what fits nowhere is set too long, with a diagnostic.
pub fn set(tree: &Tree, fonts: &FontBook, sink: &mut Sink) -> Galley {
    set_again(tree, fonts, None, sink)
}

/// Does what [`set`] does, with the paragraphs that stand from the last build, if anybody keeps them.
/// They must be of the same book of faces.
pub fn set_again(
    tree: &Tree,
    fonts: &FontBook,
    mut cache: Option<&mut ParagraphCache>,
    sink: &mut Sink,
) -> Galley {
    let mut setter = Setter::new(fonts, &tree.stacks, &tree.lang, sink);
    if let Some(cache) = cache.as_deref_mut() {
        setter.glyphs.store = cache.begin(&tree.stacks, &tree.lang);
    }
    setter.cache = cache;
    let galley = set_with(tree, &mut setter);
    legible::check(&galley, setter.sink());
    let sound = !setter.remarked && setter.glyphs.remarks.is_empty();
    if let Some(cache) = setter.cache {
        cache.end(sound.then_some(setter.glyphs.store));
    }
    galley
}

fn set_with(tree: &Tree, setter: &mut Setter<'_>) -> Galley {
    let columns = tree.regions.iter().map(|flow| galley::Column::of(&flow.blocks, flow.measure, setter));
    let columns: Vec<galley::Column> = columns.collect();
    let spread = spread::set(tree, &columns, setter);
    Galley {
        columns: columns.into_iter().map(|column| column.items).collect(),
        spread,
        running: tree.running.clone(),
        structure: tree.structure.clone(),
        outline: tree.outline.clone(),
        stacks: tree.stacks.clone(),
        lang: tree.lang.clone(),
    }
}

/// Sets a row that runs on pages, now that the number of each and of all is known.
/// Returns the slabs of each, from top to bottom.
pub fn running(
    row: &RowBox,
    folios: impl Iterator<Item = (u32, u32)>,
    measure: Pt,
    galley: &Galley,
    fonts: &FontBook,
) -> Vec<Vec<Slab>> {
    // What is wrong with its text was said when the pages' own text was set.
    let mut unheard = Sink::default();
    let mut setter = Setter::new(fonts, &galley.stacks, &galley.lang, &mut unheard);
    let set = |folio| {
        setter.folio = folio;
        rows::set(row, measure, &mut setter)
    };
    folios.map(set).collect()
}

/// Set lines before they know their page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Galley {
    /// One column a region, in reading order.
    pub columns: Vec<Vec<Item>>,
    /// One of them once more, in a wider measure; only if it may come to that.
    pub spread: Option<Spread>,
    /// Running rows, to be set when the pages are known.
    pub running: [Option<RunningBox>; 2],
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
    fn put_first(&mut self, marks: Vec<Mark>) {
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
