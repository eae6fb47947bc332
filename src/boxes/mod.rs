//! Résumé × layout → a tree of unplaced boxes: what goes above what, what goes beside what, how
//! far apart, and what has to stay together. No font is asked, no line is broken.

mod assigned;
mod blocks;
mod build;
mod choice;
mod columns;
mod entry;
mod facts;
mod frames;
mod header;
mod inline;
mod letter;
mod name;
mod narrow;
mod rating;
mod rows;
mod slots;
mod spaces;
mod spans;
pub mod structure;
mod tables;
mod text;
mod tree;
mod values;
mod walk;

pub use build::{build, report_hidden};
pub use inline::*;
pub use narrow::ragged;
pub use structure::{Structure, TagId};
pub use tree::*;
