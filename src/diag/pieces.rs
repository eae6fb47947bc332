//! Where the parts of an excerpt were in the original text.

use super::{FileId, Span};

/// The parts of an excerpt of the résumé, in order, each with the place that it was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the excerpt.
    at: usize,
    /// Its length there, in bytes.
    len: usize,
    /// The file that it was taken from.
    file: FileId,
    /// Its place there: equally long if it was kept unchanged.
    from: std::ops::Range<usize>,
}

impl Pieces {
    /// Adds a part of `len` bytes taken from a place of the whole.
    pub fn push(&mut self, len: usize, from: std::ops::Range<usize>) {
        self.push_of(len, Span::new(FileId::RESUME, from));
    }

    /// Adds a part of `len` bytes taken from a place of any file.
    pub fn push_of(&mut self, len: usize, place: Span) {
        let at = self.0.last().map_or(0, |last| last.at + last.len);
        if len > 0 {
            self.0.push(Piece { at, len, file: place.file, from: place.range() });
        }
    }

    /// Returns these parts of an excerpt of an excerpt, with their places in the whole that `first` was taken from.
    #[must_use]
    pub fn after(&self, first: &Pieces) -> Pieces {
        let mut all = Pieces::default();
        for piece in &self.0 {
            if piece.from.len() != piece.len {
                let place = first.origin(Span::new(FileId::RESUME, piece.from.clone()));
                all.push_of(piece.len, place);
                continue;
            }
            let before = first.0.partition_point(|other| other.at + other.len <= piece.from.start);
            for other in first.0[before..].iter().take_while(|other| other.at < piece.from.end) {
                let start = piece.from.start.max(other.at);
                let end = piece.from.end.min(other.at + other.len);
                let inside = start - other.at;
                let kept = other.from.len() == other.len;
                let from = if kept {
                    other.from.start + inside..other.from.start + inside + (end - start)
                } else {
                    other.from.clone()
                };
                all.push_of(end - start, Span::new(other.file, from));
            }
        }
        all
    }

    /// Returns the places of the whole, `len` bytes long, that none of the parts was taken from.
    pub fn left_out(&self, len: usize) -> Vec<std::ops::Range<usize>> {
        let own = self.0.iter().filter(|piece| piece.file == FileId::RESUME);
        let mut from: Vec<_> = own.map(|piece| piece.from.clone()).collect();
        from.sort_by_key(|range| (range.start, range.end));
        from.push(len..len);
        let (mut gaps, mut at) = (Vec::new(), 0);
        for range in from {
            if range.start > at {
                gaps.push(at..range.start);
            }
            at = at.max(range.end);
        }
        gaps
    }

    /// Returns where a place of the excerpt was in the whole. Places in other files stay.
    #[must_use]
    pub fn origin(&self, span: Span) -> Span {
        if span.file != FileId::RESUME {
            return span;
        }
        let range = span.range();
        let (file, start) = self.offset(range.start, false);
        let (other, end) = if range.is_empty() { (file, start) } else { self.offset(range.end, true) };
        // A place that spans two files is reduced to its beginning.
        let end = if other == file { end.max(start) } else { start };
        Span::new(file, start..end)
    }

    /// Returns where an offset of the whole is in the excerpt, if its part was kept unchanged.
    pub fn place(&self, offset: usize) -> Option<usize> {
        let kept = |piece: &&Piece| {
            piece.file == FileId::RESUME && piece.from.len() == piece.len && piece.from.contains(&offset)
        };
        self.0.iter().find(kept).map(|piece| piece.at + (offset - piece.from.start))
    }

    /// Returns the original place of an offset; where two parts meet, that of the first one if it is an `end`.
    fn offset(&self, offset: usize, end: bool) -> (FileId, usize) {
        let before = if end { offset.saturating_sub(1) } else { offset };
        let nth = self.0.partition_point(|piece| piece.at <= before).saturating_sub(1);
        let Some(piece) = self.0.get(nth) else { return (FileId::RESUME, 0) };
        let inside = offset.saturating_sub(piece.at).min(piece.len);
        let kept = piece.from.len() == piece.len;
        let at = match (kept, end || inside == piece.len) {
            (true, _) => piece.from.start + inside,
            (false, true) => piece.from.end,
            (false, false) => piece.from.start,
        };
        (piece.file, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_the_whole() {
        // `abc[cut]def` with `XY` for `d`: `abcXYef`.
        let mut pieces = Pieces::default();
        pieces.push(3, 0..3);
        pieces.push(2, 8..9);
        pieces.push(2, 9..11);
        let origin = |start, end| pieces.origin(Span::new(FileId::RESUME, start..end)).range();
        assert_eq!(origin(0, 3), 0..3);
        assert_eq!(origin(1, 2), 1..2);
        assert_eq!(origin(3, 5), 8..9);
        assert_eq!(origin(2, 6), 2..10);
        assert_eq!(origin(5, 7), 9..11);
        assert_eq!(origin(7, 7), 11..11);
        assert_eq!(pieces.left_out(12), [3..8, 11..12]);
        assert_eq!(
            [0, 2, 5, 8, 9, 10].map(|at| pieces.place(at)),
            [Some(0), Some(2), None, None, Some(5), Some(6)]
        );
        let other = Span::new(FileId(3), 5..6);
        assert_eq!(pieces.origin(other), other);
        // `Xef` of that.
        let mut again = Pieces::default();
        again.push(1, 3..4);
        again.push(2, 5..7);
        let both = again.after(&pieces);
        assert_eq!(both.origin(Span::new(FileId::RESUME, 0..1)).range(), 8..9);
        assert_eq!(both.origin(Span::new(FileId::RESUME, 2..3)).range(), 10..11);
        assert_eq!(Pieces::default().origin(Span::new(FileId::RESUME, 2..4)).range(), 0..0);
    }
}
