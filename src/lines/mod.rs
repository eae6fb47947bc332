//! Paragraphs → set lines, rows, grids and tables: a galley of slabs, glue and penalties for each
//! region, every glyph at its place.
//!
//! One room per step, each of which uses only those above it here:
//!
//! | room | does |
//! |---|---|
//! | `galley` | has the result: slabs, glue, penalties, and the marks in them |
//! | `text` | reads a paragraph: the class of each character, and where a line may end |
//! | `breaking` | finds the cheapest line ends among boxes, glue and prices, blind to characters |
//! | `itemise` | cuts the text into atoms, which no line end divides, shaped and measured |
//! | `justify` | shares out a line's excess or shortfall |
//! | `place` | puts the glyphs of a line, and what is drawn with them, into place |
//! | `paragraph` | does all this for a paragraph, and remembers it for the next build |
//! | `blocks` | puts paragraphs, rows, grids, tables and columns one below the other |
//!
//! `prices` has all numbers by which line ends are judged; `legible` checks the result.

mod blocks;
mod breaking;
mod galley;
mod itemise;
mod justify;
mod legible;
mod paragraph;
mod place;
mod prices;
#[cfg(test)]
mod tests;
mod text;

pub use blocks::survey;
pub use galley::{
    Band, FrameBox, Galley, Glyph, GlyphRun, ImageMark, Item, Mark, MarkKind, Panel, PathMark, Shape, Slab,
    Spread, Step, rounded,
};
pub use paragraph::{ParagraphCache, Survey};

use crate::boxes::{RowBox, Tree};
use crate::diag::Sink;
use crate::font::FontBook;
use crate::geom::Pt;
use paragraph::Setter;

/// Sets all text of a tree. Never fails: what does not fit anywhere is set too long, with a diagnostic.
pub fn set(tree: &Tree, fonts: &FontBook, sink: &mut Sink) -> Galley {
    set_again(tree, fonts, None, sink)
}

/// Like [`set`], but reuses the paragraphs of the last build, if there is a cache of them.
/// They must be from the same book of faces.
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
    let columns = tree.regions.iter().map(|flow| blocks::column(&flow.blocks, flow.measure, setter));
    let columns: Vec<_> = columns.collect();
    let spread = blocks::spread(tree, &columns, setter);
    Galley {
        columns: columns.into_iter().map(|column| column.items).collect(),
        spread,
        running: tree.running.clone(),
        fold_marks: tree.fold_marks.clone(),
        structure: tree.structure.clone(),
        outline: tree.outline.clone(),
        stacks: tree.stacks.clone(),
        lang: tree.lang.clone(),
    }
}

/// Sets a running row, now that the number of each page and of all pages is known.
/// Returns the slabs for each page, from top to bottom.
pub fn running(
    row: &RowBox,
    folios: impl Iterator<Item = (u32, u32)>,
    measure: Pt,
    galley: &Galley,
    fonts: &FontBook,
) -> Vec<Vec<Slab>> {
    // Findings about its text were reported when the pages' own text was set.
    let mut unheard = Sink::default();
    let mut setter = Setter::new(fonts, &galley.stacks, &galley.lang, &mut unheard);
    let set = |folio| {
        setter.folio = folio;
        blocks::row(row, measure, &mut setter)
    };
    folios.map(set).collect()
}
