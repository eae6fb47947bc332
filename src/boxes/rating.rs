//! Ratings: rows of marks, of which some are filled, ★★★☆☆.

use super::{Inline, Text};
use crate::layout::Rating;

/// The marks that make up ratings, filled and empty, in pairs.
const PAIRS: [(char, char); 4] = [('★', '☆'), ('●', '○'), ('■', '□'), ('◆', '◇')];

/// The number of marks in a rating.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=10;

/// Adds a text to a paragraph, its ratings in the inks that the layout has for them.
pub(super) fn part(text: Text, look: &Rating, inlines: &mut Vec<Inline>) {
    let mut from = 0;
    if !text.verbatim {
        for (start, middle, end) in ratings(&text.text) {
            push(piece(&text, from..start), inlines);
            for (range, color) in [(start..middle, look.color), (middle..end, look.empty)] {
                let mut marks = piece(&text, range);
                marks.style.style.color = color;
                marks.rating = look.marks;
                marks.unbroken = true;
                push(marks, inlines);
            }
            from = end;
        }
    }
    if from == 0 {
        inlines.push(Inline::Text(text));
    } else {
        push(piece(&text, from..text.text.len()), inlines);
    }
}

fn push(text: Text, inlines: &mut Vec<Inline>) {
    if !text.text.is_empty() {
        inlines.push(Inline::Text(text));
    }
}

/// Returns a part of a text, with its part of the source if the text is the source's own.
fn piece(text: &Text, range: std::ops::Range<usize>) -> Text {
    let mut part = Text { text: text.text.get(range.clone()).unwrap_or("").to_owned(), ..text.clone() };
    if text.span.len() == text.text.len() {
        part.span.start = text.span.start + range.start as u32;
        part.span.end = text.span.start + range.end as u32;
    }
    part
}

/// Returns the positions at which ratings begin, their empty marks begin, and they end: filled marks,
/// then empty ones of the same shape.
fn ratings(text: &str) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some((start, (filled, empty))) = first_mark(text, rest) {
        let after = |from: usize, mark: char| {
            let tail = text[from..].trim_start_matches(mark);
            text.len() - tail.len()
        };
        let middle = after(start, filled);
        let end = after(middle, empty);
        let count = text[start..end].chars().count();
        if LENGTH.contains(&count) {
            found.push((start, middle, end));
        }
        rest = end;
    }
    found
}

fn first_mark(text: &str, from: usize) -> Option<(usize, (char, char))> {
    text[from..].char_indices().find_map(|(at, c)| {
        let pair = PAIRS.iter().find(|&&(filled, empty)| c == filled || c == empty)?;
        Some((from + at, *pair))
    })
}

#[cfg(test)]
mod tests {
    use super::ratings;

    #[test]
    fn a_rating_is_filled_marks_and_then_empty_ones() {
        assert_eq!(ratings("英语 ★★★☆☆ 好"), [(7, 16, 22)]);
        assert_eq!(ratings("●●●"), [(0, 9, 9)]);
        assert_eq!(ratings("○○○"), [(0, 0, 9)]);
        assert_eq!(ratings("★★ 重点"), [], "two are an ornament");
        assert_eq!(ratings("☆★★★"), [(3, 12, 12)], "one before them is none of it");
        assert_eq!(ratings("★".repeat(30).as_str()), []);
    }
}
