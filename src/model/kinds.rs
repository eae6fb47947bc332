//! The words by which titles and keys are recognised.

mod contact;
mod fold;
mod keys;
mod known;
mod paper;
mod section;
mod simplified;
mod title;
mod titles;
pub(super) mod word_map;
mod word_set;

pub use contact::ContactKind;
pub(super) use fold::fold;
pub(super) use keys::{EntryKey, KeyKind};
pub(super) use known::Known;
pub(super) use paper::PaperTitle;
pub use section::SectionKind;
pub(super) use word_map::{WordMap, word_map};
pub(super) use word_set::{WordSet, word_set};

#[cfg(test)]
mod tests;
