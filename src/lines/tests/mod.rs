//! Tests of paragraphs: broken by hand with a square face, and with the bundled ones.

mod conformance;
#[cfg(feature = "embed-fonts")]
mod faces;
mod line_ends;
mod properties;
mod reference;
mod rules;
mod runs;
mod show;
mod square;
mod tokens;
