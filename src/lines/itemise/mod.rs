//! Text → atoms, which no line end divides, shaped and measured, and the joints between them.

pub(super) mod atom;
mod atoms;
pub(super) mod capitals;
mod cluster;
mod diacritics;
mod equals;
pub(super) mod glyph_cache;
mod hyphens;
pub(super) mod input;
pub(super) mod joint;
pub(super) mod joints;
mod marks;
pub(super) mod pairs;
mod pictures;
mod signs;
mod words;

pub(super) use atoms::cut;
