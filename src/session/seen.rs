//! What was done to a text before it was understood.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Pieces, Span, code};
use crate::lines::MarkKind;
use crate::pages::Document;

/// What was done to a text before it was understood.
#[derive(Default)]
pub(super) struct Seen {
    /// Where the parts of what is left stood.
    pub pieces: Pieces,
    /// What was found in the whole text.
    pub told: Vec<Diagnostic>,
    /// Titles under which nothing is left.
    pub(super) emptied: Vec<Span>,
    /// What went.
    pub left_out: Vec<Range<usize>>,
    /// Somebody chose: the rest is nobody else's business.
    pub chosen: bool,
}

/// What only a whole text can be blamed for.
pub(super) const OF_WHOLE: [Code; 4] = [code::NUMBERING, code::OVERLAP, code::ORDER, code::SINGLE_BULLET];

impl Seen {
    /// Returns a document whose text leads to the whole of the source.
    pub fn in_whole(&self, document: &Document) -> Document {
        let mut document = document.clone();
        for mark in document.pages.iter_mut().flat_map(|page| &mut page.marks) {
            if let MarkKind::Glyphs(run) = &mut mark.kind {
                run.span = self.pieces.origin(run.span);
            }
        }
        document
    }

    /// Returns a finding with its places in the whole text; nothing if only the choice brought it about.
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
