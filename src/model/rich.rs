//! Running text with its marks: a flat list of pieces, each with its place.

use std::borrow::Cow;
use std::ops::Range;

use crate::diag::Span;

/// Text as it is printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rich(pub Vec<Piece>);

/// A piece of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Characters with one set of marks.
    Run(Run),
    /// A hard line break.
    Break,
}

/// Characters with one set of marks, from one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The printed text. Has the length of `span` exactly when it is the source's own bytes.
    pub text: String,
    /// Its place.
    pub span: Span,
    /// Its marks.
    pub marks: Marks,
    /// The target of its link.
    pub link: Option<String>,
    /// Its language, if other than the document's.
    pub lang: Option<String>,
}

/// The marks of a text in the source; their look is the layout's business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// `**strong**`
    pub strong: bool,
    /// `*emphasis*`
    pub emphasis: bool,
    /// `` `code` ``
    pub code: bool,
    /// `~~struck~~`
    pub strike: bool,
    /// `<u>`
    pub underline: bool,
    /// `<sup>`
    pub superscript: bool,
    /// `<sub>`
    pub subscript: bool,
}

/// A zero-width space, which editors leave at the ends of lines.
const ZERO_WIDTH: char = '\u{200B}';

impl Rich {
    /// Returns the characters alone, a newline for each [`Piece::Break`].
    pub fn text(&self) -> Cow<'_, str> {
        if let [Piece::Run(run)] = &self.0[..] {
            return Cow::Borrowed(&run.text);
        }
        let mut text = String::with_capacity(self.0.iter().map(Piece::len).sum());
        text.extend(self.0.iter().map(Piece::text));
        Cow::Owned(text)
    }

    /// Returns the characters with those of code spans blotted out, byte for byte: a `|` in code is no
    /// separator, a URL in code is no link.
    pub fn masked(&self) -> Cow<'_, str> {
        // A dash within one of several names belongs to it: `Assistant, [Department - EXU](…)`.
        let named = |run: &Run| run.link.is_none() && run.text.contains(char::is_alphabetic);
        let beside = self.runs().any(named);
        let linked = |run: &Run| beside && run.link.is_some() && run.text.contains([' ', '-', '–', '—']);
        if !self.runs().any(|run| run.marks.code || linked(run)) {
            return self.text();
        }
        let dash = |c: char| {
            if matches!(c, '-' | '–' | '—') { "\u{1}".repeat(c.len_utf8()) } else { c.to_string() }
        };
        let blot = |piece: &Piece| match piece {
            Piece::Run(run) if run.marks.code => "\u{1}".repeat(run.text.len()),
            Piece::Run(run) if linked(run) => run.text.chars().map(dash).collect(),
            other => other.text().to_owned(),
        };
        Cow::Owned(self.0.iter().map(blot).collect())
    }

    /// Changes the marks of every run.
    pub fn dress(&mut self, mut change: impl FnMut(&mut Marks)) {
        for piece in &mut self.0 {
            if let Piece::Run(run) = piece {
                change(&mut run.marks);
            }
        }
    }

    /// Returns whether nothing would be printed.
    pub fn is_blank(&self) -> bool {
        self.runs().all(|run| run.text.chars().all(|c| c.is_whitespace() || c == ZERO_WIDTH))
    }

    /// Returns the runs, without the breaks.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Run(run) => Some(run),
            Piece::Break => None,
        })
    }

    /// Returns the place of the whole text; `None` if it has no runs.
    pub fn span(&self) -> Option<Span> {
        self.runs().map(|run| run.span).reduce(Span::to)
    }

    /// Returns plain text without marks, as one run; empty text gives no run.
    pub fn plain(text: &str, span: Span) -> Rich {
        if text.is_empty() {
            return Rich::default();
        }
        Rich(vec![Piece::Run(Run { text: text.to_owned(), span, ..Run::default() })])
    }

    /// Returns the bytes `range` of [`Rich::text`]. The offsets have to be on character boundaries; bytes
    /// after the end are ignored.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Rich {
        let mut at = 0;
        let mut pieces = Vec::new();
        for piece in &self.0 {
            let len = piece.len();
            let (from, to) = (range.start.max(at), range.end.min(at + len));
            if from < to {
                pieces.extend(piece.cut(from - at..to - at));
            }
            at += len;
        }
        Rich(pieces)
    }

    /// Returns the text without blanks and line breaks at either end.
    #[must_use]
    pub fn trim(self) -> Rich {
        let text = self.text();
        let blank = |c: char| c.is_whitespace() || c == ZERO_WIDTH;
        let (start, end) =
            (text.len() - text.trim_start_matches(blank).len(), text.trim_end_matches(blank).len());
        let trimmed = (start, end) == (0, text.len());
        drop(text);
        if trimmed { self } else { self.slice(start..end.max(start)) }
    }

    /// Adds a piece; a run that continues the last one, with the same look, becomes part of it.
    pub fn push(&mut self, piece: Piece) {
        if let (Piece::Run(run), Some(Piece::Run(last))) = (&piece, self.0.last_mut())
            && last.goes_on_with(run)
        {
            last.text.push_str(&run.text);
            last.span.end = run.span.end;
            return;
        }
        if piece.len() > 0 {
            self.0.push(piece);
        }
    }

    /// Adds all of another text.
    pub fn append(&mut self, other: Rich) {
        other.0.into_iter().for_each(|piece| self.push(piece));
    }

    /// Returns whether every printed run has a mark.
    pub fn all(&self, mark: impl Fn(&Marks) -> bool) -> bool {
        let mut printed = self.runs().filter(|run| !run.text.trim().is_empty()).peekable();
        printed.peek().is_some() && printed.all(|run| mark(&run.marks))
    }
}

impl Piece {
    /// Returns its length in bytes of [`Rich::text`].
    fn len(&self) -> usize {
        self.text().len()
    }

    /// Returns its characters.
    pub(super) fn text(&self) -> &str {
        match self {
            Piece::Run(run) => &run.text,
            Piece::Break => "\n",
        }
    }

    fn cut(&self, range: Range<usize>) -> Option<Piece> {
        match self {
            Piece::Break => Some(Piece::Break),
            Piece::Run(run) => run.cut(range).map(Piece::Run),
        }
    }
}

impl Run {
    /// Returns whether its text is the source's own bytes at its place.
    pub fn is_verbatim(&self) -> bool {
        self.text.len() == self.span.len()
    }

    fn cut(&self, range: Range<usize>) -> Option<Run> {
        let text = self.text.get(range.clone())?;
        let span = if self.is_verbatim() {
            let start = self.span.range().start;
            Span::new(self.span.file, start + range.start..start + range.end)
        } else {
            self.span
        };
        let (link, lang) = (self.link.clone(), self.lang.clone());
        Some(Run { text: text.to_owned(), span, marks: self.marks, link, lang })
    }

    fn goes_on_with(&self, next: &Run) -> bool {
        self.span.end == next.span.start
            && self.is_verbatim()
            && next.is_verbatim()
            && self.marks == next.marks
            && self.link == next.link
            && self.lang == next.lang
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    #[test]
    fn slices_keep_their_places() {
        let rich = Rich::plain("公司(2015)", Span::new(FileId::RESUME, 10..22));
        let date = rich.slice(7..11);
        assert_eq!(date.text(), "2015");
        assert_eq!(date.span(), Some(Span::new(FileId::RESUME, 17..21)));
        assert_eq!(rich.slice(6..99).text(), "(2015)");
        let mut joined = rich.slice(0..6);
        joined.append(rich.slice(6..12));
        assert_eq!(joined, rich);
    }
}
