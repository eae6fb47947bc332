//! Atoms of one line → marks: every glyph in its place, and what is drawn with it.

mod decoration;
mod line;
mod origin;

pub(super) use line::line;
pub(super) use origin::Place;
