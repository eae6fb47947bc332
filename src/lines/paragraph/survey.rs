//! What a paragraph could do for a page: a line fewer or a line more, and at what price.

use crate::boxes::{Inline, Paragraph};
use crate::diag::Span;
use crate::geom::Pt;
use crate::lines::galley::{MarkKind, Slab};

/// What one paragraph does and could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Where its first character stands in the source: which paragraph it is.
    pub span: Span,
    /// How many lines it has.
    pub lines: usize,
    /// Where its last line ends, from the left edge of its column.
    pub last: Pt,
    /// Where the text of its last line stands in the source; empty if it is not the source's.
    pub tail: Span,
    /// By how much its demerits grow if it has a line fewer; none: it cannot have.
    pub fewer: Option<i64>,
    /// By how much its demerits grow if it has a line more; none: it cannot have.
    pub more: Option<i64>,
}

impl Survey {
    /// Returns what is known of a paragraph with its lines, and the prices of fewer and more.
    pub(in crate::lines) fn of(
        paragraph: &Paragraph,
        lines: &[Slab],
        prices: (Option<i64>, Option<i64>),
    ) -> Survey {
        let last = lines.last().and_then(|slab| slab.marks.last());
        Survey {
            span: Survey::place(paragraph),
            lines: lines.len(),
            last: last.map_or(Pt::ZERO, |mark| mark.bounds().right()),
            tail: lines.last().map(tail).unwrap_or_default(),
            fewer: prices.0,
            more: prices.1,
        }
    }

    /// Returns where the first character of a paragraph stands in the source, by which a survey names
    /// it; an empty place at 0 if it has none of the source's.
    pub fn place(paragraph: &Paragraph) -> Span {
        let mut spans = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::Text(text) if !text.span.is_empty() => Some(text.span),
            _ => None,
        });
        spans.next().map(|span| Span { end: span.start, ..span }).unwrap_or_default()
    }
}

/// Returns where the text of a line stands in the source.
pub(super) fn tail(line: &Slab) -> Span {
    let spans = line.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !run.span.is_empty() => Some(run.span),
        _ => None,
    });
    spans.reduce(Span::to).unwrap_or_default()
}
