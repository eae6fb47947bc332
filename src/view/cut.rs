//! A text without the parts that a viewer does not see.

use std::ops::Range;

use super::excerpt;
use super::select::{self, Edit, EditKind, Selection};
use super::survey::Survey;
use super::tags::Viewer;
use crate::diag::{Pieces, Span};
use crate::source::Source;

/// A text without the parts that are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text that is left.
    pub text: String,
    /// Where its parts were.
    pub pieces: Pieces,
    /// The parts left out, by their place in the whole.
    pub left_out: Vec<Range<usize>>,
    /// Titles with nothing left under them, by their place in the whole.
    pub emptied: Vec<Span>,
}

/// Returns a text without the parts that a viewer does not see, with further changes.
pub(super) fn cut(source: &Source, survey: &Survey, viewer: &Viewer, more: Vec<Edit>) -> Excerpt {
    let text = &source.text;
    let mut selection = Selection::of(survey, viewer, Default::default());
    let loose = excerpt::loose_notes(text, &excerpt::applied(text, selection.edits.clone()).0);
    if !loose.is_empty() {
        selection = Selection::of(survey, viewer, loose);
    }
    let mut edits = selection.edits;
    edits.extend(select::numbers(&survey.parts, text, &edits));
    edits.extend(more);
    let edits = excerpt::with_targets(text, edits);
    let left_out = edits.iter().filter(|edit| edit.kind != EditKind::Inline).map(|edit| edit.range.clone());
    let left_out = left_out.filter(|range| !range.is_empty()).collect();
    let (text, pieces) = excerpt::applied(text, edits);
    Excerpt { text, pieces, left_out, emptied: selection.emptied }
}
