//! Tests of paragraphs: broken by hand with a square face, and with the bundled ones.

mod conformance;
#[cfg(feature = "embed-fonts")]
mod decoration;
#[cfg(feature = "embed-fonts")]
mod emoji;
#[cfg(feature = "embed-fonts")]
mod faces;
mod forms;
mod line_ends;
#[cfg(feature = "embed-fonts")]
mod odd;
mod pair_table;
mod properties;
mod reference;
mod rules;
mod runs;
mod show;
mod square;
mod tokens;
