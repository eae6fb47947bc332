//! The result: lists of slabs, glue and penalties, and the marks in them.

mod frame;
mod list;
mod mark;
mod panel;

pub use list::{Band, FrameBox, Galley, Item, Slab, Spread};
pub use mark::{Glyph, GlyphRun, ImageMark, Mark, MarkKind, PathMark, Shape};
pub use panel::{Panel, Step, rounded};
