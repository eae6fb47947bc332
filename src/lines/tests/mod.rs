//! Tests of paragraphs: broken by hand with a square face, and with the bundled ones.

mod properties;
mod rules;
mod runs;
mod show;
mod square;
