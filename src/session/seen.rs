//! The changes made to a text before it was understood.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Pieces, Span, code};
use crate::lines::MarkKind;
use crate::pages::Document;

/// The changes made to a text before it was understood.
#[derive(Default)]
pub(super) struct Seen {
    /// The original places of the parts that are left.
    pub pieces: Pieces,
    /// The findings in the whole text.
    pub told: Vec<Diagnostic>,
    /// Titles under which nothing is left.
    pub(super) emptied: Vec<Span>,
    /// The places that were left out.
    pub left_out: Vec<Range<usize>>,
    /// Whether a choice was made, so that the rest must not be passed on.
    pub chosen: bool,
}

/// Findings that apply only to a whole text.
pub(super) const OF_WHOLE: [Code; 4] = [code::NUMBERING, code::OVERLAP, code::ORDER, code::SINGLE_BULLET];

impl Seen {
    /// Returns the document with the spans of its text in the whole source.
    pub fn in_whole(&self, document: &Document) -> Document {
        let mut document = document.clone();
        for mark in document.pages.iter_mut().flat_map(|page| &mut page.marks) {
            if let MarkKind::Glyphs(run) = &mut mark.kind {
                run.span = self.pieces.origin(run.span);
            }
        }
        document
    }

    /// Returns a finding with its places in the whole text; `None` if only the choice caused it.
    pub fn in_whole_text(&self, finding: Diagnostic) -> Option<Diagnostic> {
        let partial = !self.left_out.is_empty();
        let finding = finding.moved(|span| self.pieces.origin(span));
        let inside =
            |place: &Span| finding.primary.is_some_and(|at| place.start <= at.start && at.end <= place.end);
        if partial && OF_WHOLE.contains(&finding.code)
            || finding.code == code::EMPTY && self.emptied.iter().any(inside)
        {
            return None;
        }
        Some(finding)
    }
}
