//! A text as it is meant: with its includes, and with another tool's notation translated.

use super::{Source, include, resumx, views};
use crate::diag::{Diagnostic, Failed, Files, Pieces, Sink, Span, code, message};

impl Source {
    /// Returns the résumé with its includes, and where each part of it was; `None` if it includes nothing. Faults
    /// of the text are reported to `sink`, with places in the whole; files that cannot be included are reported to
    /// `told`.
    ///
    /// # Errors
    /// As [`super::parse`].
    pub fn with_parts(
        &self,
        files: &mut Files,
        sink: &mut Sink,
        told: &mut Sink,
    ) -> Result<Option<(Source, Pieces)>, Failed> {
        let joined = include::included(self, files, told);
        let text = joined.as_ref().map_or(self.text.as_str(), |(text, _)| text);
        let read = resumx::read(text, self.front.span.range().end, &self.front);
        if read.edits.is_empty() {
            let Some((text, pieces)) = joined else { return Ok(None) };
            return Ok(Some((self.with_text(text, sink)?, pieces)));
        }
        let (mut out, mut pieces, mut at) = (String::with_capacity(text.len()), Pieces::default(), 0);
        let mut readings = Vec::new();
        for (range, with) in read.edits {
            let kept = text.get(at..range.start).unwrap_or_default();
            out.push_str(kept);
            pieces.push(kept.len(), at..range.start);
            out.push_str(&with);
            pieces.push(with.len(), range.clone());
            at = range.end;
            readings.push((Span::new(self.file, range), with));
        }
        out.push_str(text.get(at..).unwrap_or_default());
        pieces.push(text.len() - at, at..text.len());
        if let Some((_, first)) = &joined {
            pieces = pieces.after(first);
            readings.iter_mut().for_each(|(span, _)| *span = first.origin(*span));
        }
        if let Some((first, _)) = readings.first() {
            let message = match readings.len() {
                1 => message!("1 place is read as Resumx syntax for tags, languages and variables"),
                count => {
                    message!(
                        "{count} places are read as Resumx syntax for tags, languages and variables",
                        count
                    )
                }
            };
            let hint = "GitHub shows them raw; `jianli explain` lists each with the equivalent comment";
            told.report(Diagnostic::new(code::ELSEWHERE, *first, message).hint(hint));
        }
        let mut source = self.with_text(out, sink)?;
        if source.front.languages.is_empty() && read.languages.len() > 1 {
            let plain = |name: String| views::View { name, ..views::View::default() };
            source.spoken = read.languages.into_iter().map(plain).collect();
            source.front.languages.clone_from(&source.spoken);
        }
        source.readings = readings;
        Ok(Some((source, pieces)))
    }
}
