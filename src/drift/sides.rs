//! The two texts that are compared.

use crate::diag::{Sink, Span};
use crate::model::Resume;

/// One of two texts.
pub struct Side<'a> {
    /// Its résumé.
    pub resume: &'a Resume,
    /// Its name in messages: `resume.en.md`, `en`.
    pub name: &'a str,
    /// Maps its places to the files that findings point into.
    pub place: &'a dyn Fn(Span) -> Span,
}

/// The numbers of things compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Entries that are in both.
    pub entries: usize,
    /// Lines that are in both.
    pub lines: usize,
}

/// Two texts being compared.
pub(super) struct Drift<'a> {
    pub(super) one: &'a Side<'a>,
    pub(super) two: &'a Side<'a>,
    pub(super) sink: &'a mut Sink,
    pub(super) compared: Compared,
}
