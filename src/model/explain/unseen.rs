//! The unseen parts of a file: text that a view leaves out, and text read otherwise than it is written.

use std::ops::Range;

use super::{Row, Table, shorten};
use crate::diag::{FileId, Span, message};
use crate::source::Source;

impl Table<'_> {
    /// Adds all of it.
    pub(super) fn unseen(&mut self, source: &Source) {
        for (span, with) in &source.readings {
            let line = self.files.line_column(*span).0;
            let text = shorten(self.files.text(span.file).get(span.range()).unwrap_or_default().trim());
            let (what, note) =
                (self.named("reading"), self.say(&message!("read as {markdown}", markdown = with.trim())));
            self.rows.push(Row { line, place: *span, what, text, note });
        }
        let one = source.front.languages.is_empty();
        let why = if one { "not in the view" } else { "not in this view or language" };
        self.files.left_out().into_iter().for_each(|range| self.left_out(range, self.speech.of(why)));
    }

    /// Adds the lines of the whole text that a view does not see.
    fn left_out(&mut self, range: Range<usize>, why: &str) {
        let whole = self.files.text(FileId::RESUME);
        let gap = whole.get(range.clone()).unwrap_or_default().trim();
        // A comment on a line that stays: `<!-- en: Experience -->`.
        if gap.starts_with("<!--") && gap.find("-->").is_some_and(|end| end + 3 == gap.len()) {
            return;
        }
        let place = Span::new(FileId::RESUME, range.clone());
        let first = self.files.line_column(place).0;
        let lines = whole.get(range).unwrap_or_default().lines();
        for (nth, text) in lines.enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            let text = shorten(text.trim());
            let (what, note) = ("—".to_owned(), why.to_owned());
            self.rows.push(Row { line: first + nth, place, what, text, note });
        }
    }
}
