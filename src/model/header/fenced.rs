//! Contacts in a code fence, and the text of links that lead nowhere from paper.

use super::lines::HeadLine;
use crate::diag::Span;
use crate::model::build::Builder;
use crate::model::directive::Marked;
use crate::model::link;
use crate::model::rich::Rich;

impl Builder<'_> {
    /// Returns whether a text is that of a link that leads nowhere from paper.
    pub(super) fn is_dead_link(&self, text: &Rich) -> bool {
        let start = text.span().map_or(0, |span| span.range().start);
        self.source.text.get(..start).is_some_and(|before| before.ends_with('['))
    }

    /// Returns the lines of a fence, which its author used to preserve them; blanks separate texts in one line.
    pub(super) fn fenced_lines(&self, marked: &Marked<'_>, text: &str) -> Option<Vec<HeadLine>> {
        let contact = |line: &str| {
            line.contains('@') && line.contains('.') || line.bytes().filter(u8::is_ascii_digit).count() >= 7
        };
        let long = text.lines().any(|line| line.chars().count() > LONGEST_FENCED);
        if text.lines().count() > MOST_FENCED || long || !text.lines().any(contact) {
            return None;
        }
        let span = marked.block.span;
        let mut at = span.range().start;
        let mut lines = Vec::new();
        for piece in text.lines().flat_map(|line| line.split("   ").flat_map(|part| part.split('\t'))) {
            let piece = piece.trim();
            if piece.is_empty() {
                continue;
            }
            let start = at + self.source.text.get(at..span.range().end)?.find(piece)?;
            at = start + piece.len();
            let text = Rich::plain(piece, Span::new(span.file, start..at));
            lines.push(HeadLine::plain(link::find(text, self.manner.chinese)));
        }
        Some(lines)
    }
}

/// The longest line of contacts in a fence, in characters, and the largest number of lines.
const LONGEST_FENCED: usize = 120;
const MOST_FENCED: usize = 12;
