//! Text taken out of the source, with its places there.

use std::ops::Range;

/// The places in the source of the bytes of a text.
#[derive(Clone, Debug, Default)]
pub struct Places(
    /// Pairs of an offset in the text and the corresponding one in the source; both ascend.
    Vec<(usize, usize)>,
);

impl Places {
    /// Returns the places of a text that is verbatim in the source from `start` on.
    pub fn from(start: usize) -> Places {
        Places(vec![(0, start)])
    }

    /// Returns the offset in the source of an offset in the text.
    pub fn at(&self, offset: usize) -> usize {
        let next = self.0.partition_point(|&(at, _)| at <= offset);
        let Some(&(at, source)) = next.checked_sub(1).and_then(|last| self.0.get(last)) else { return 0 };
        let end = self.0.get(next).map_or(usize::MAX, |&(_, source)| source);
        (source + (offset - at)).min(end.max(source))
    }

    /// Returns the bytes of the source that a range of the text came from.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        if range.end <= range.start {
            return start..start;
        }
        // After the last byte: where the next line begins is not where this one ends.
        let last = range.end - 1;
        let next = self.0.partition_point(|&(at, _)| at <= last);
        let end = self.0.get(next).map_or(usize::MAX, |&(_, source)| source);
        let end = (self.at(last) + 1).min(end.max(start));
        start..end.max(start)
    }
}

/// A text with its places.
#[derive(Clone, Debug, Default)]
pub struct Fragment {
    /// The text.
    pub text: String,
    /// Its places in the source.
    pub places: Places,
}

impl Fragment {
    /// Adds text that is in the source from `source` on, or replaces the text there.
    pub fn push(&mut self, text: &str, source: usize) {
        if !text.is_empty() {
            self.places.0.push((self.text.len(), source));
            self.text.push_str(text);
        }
    }

    /// Adds a piece of another fragment.
    pub fn push_from(&mut self, other: &Fragment, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let next = other.places.0.partition_point(|&(start, _)| start <= at);
            let end = other.places.0.get(next).map_or(range.end, |&(start, _)| start.min(range.end));
            self.push(&other.text[at..end], other.places.at(at));
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_over_gaps_and_what_was_put_in() {
        let source = "> <p>\n>   甲乙\n> x</p>\n";
        let mut fragment = Fragment::default();
        fragment.push("甲乙\n", 10);
        fragment.push("\u{1}", 19);
        fragment.push("x", 19);
        let places = &fragment.places;
        assert_eq!(&source[places.range(3..6)], "乙");
        assert_eq!(&source[places.range(0..7)], "甲乙\n");
        assert_eq!(places.range(7..8), 19..19);
        assert_eq!(places.range(7..9), 19..20);
        let mut other = Fragment::default();
        other.push_from(&fragment, 3..9);
        assert_eq!(other.text, "乙\n\u{1}x");
        assert_eq!(other.places.range(5..6), 19..20);
    }
}
