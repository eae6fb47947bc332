//! How a paragraph could help a page: a line fewer or a line more, and at what price.

use crate::boxes::{Inline, Paragraph};
use crate::diag::Span;
use crate::geom::Pt;
use crate::lines::galley::{MarkKind, Slab};

/// The state of one paragraph and its options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The position of its first character in the source, which identifies the paragraph.
    pub span: Span,
    /// The number of its lines.
    pub lines: usize,
    /// The end of its last line, from the left edge of its column.
    pub last: Pt,
    /// The span of its last line's text in the source; empty if it is not the source's.
    pub tail: Span,
    /// The increase in its demerits with a line fewer; `None` if that is impossible.
    pub fewer: Option<i64>,
    /// The increase in its demerits with a line more; `None` if that is impossible.
    pub more: Option<i64>,
}

impl Survey {
    /// Returns the survey of a paragraph with its lines, and the prices of fewer and more.
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

    /// Returns the position of a paragraph's first character in the source, by which a survey identifies
    /// it; an empty span at 0 if it has none of the source's.
    pub fn place(paragraph: &Paragraph) -> Span {
        let mut spans = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::Text(text) if !text.span.is_empty() => Some(text.span),
            _ => None,
        });
        spans.next().map(|span| Span { end: span.start, ..span }).unwrap_or_default()
    }
}

/// Returns the span of a line's text in the source.
pub(super) fn tail(line: &Slab) -> Span {
    let spans = line.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !run.span.is_empty() => Some(run.span),
        _ => None,
    });
    spans.reduce(Span::to).unwrap_or_default()
}
