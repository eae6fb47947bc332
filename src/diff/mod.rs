//! The changes from one résumé to another, by meaning: a contact, an entry, a bullet, a date.
//!
//! ```text
//! tree (what each says) ─▶ pairs (what is which) ─▶ changes (what became of it) ─▶ words (in which words)
//! ```
//!
//! Spelling that means the same is not a change: `2020.03` is `2020年3月`, and a list may have other bullets. The
//! look of a résumé does not count.

mod change;
mod changes;
mod pairs;
mod report;
mod tree;
mod words;

pub use report::{ReportOptions, json, text};
pub use words::Words;

use crate::model::Resume;
pub use change::{Change, How, Occurrence, What};

/// Returns the changes from one résumé to another, in the order of the new one; empty if both say the same.
pub fn compare(old: &Resume, new: &Resume) -> Vec<Change> {
    changes::of(&tree::of(old), &tree::of(new))
}
