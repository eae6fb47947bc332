//! Words that take the place of a date and only say that something goes on: `Ongoing`, `(in progress)`, 进行中.

use std::ops::Range;

use super::find::Found;
use super::scan::{Scan, is_closing, is_opening};
use super::words::{NOT_ALONE, NOW, STANDING_EAST};

/// Reads a text that is such a word and nothing else, except blanks and brackets around it.
pub fn ongoing(text: &str) -> Option<Found> {
    let range = inside(text);
    let alone = NOT_ALONE.contains(&text[range.clone()].to_lowercase().as_str());
    let mut scan = Scan::new(&text[..range.end], range.start);
    let east = STANDING_EAST.iter().any(|word| *word == &text[range.clone()]);
    // `now` and `nn` are too short to say so by themselves.
    let word = east
        || scan.eat_one(NOW) && scan.at == range.end && !alone && text[range.clone()].chars().count() > 3;
    let found =
        Found { range, start: None, end: None, open: true, expected: false, mark: None, duration: None };
    word.then_some(found)
}

/// Returns the range of a text without the blanks and the brackets around it.
fn inside(text: &str) -> Range<usize> {
    let whole = text.trim();
    let start = text.len() - text.trim_start().len();
    let Some(rest) = whole.strip_prefix(is_opening) else { return start..start + whole.len() };
    let Some(inner) = rest.strip_suffix(is_closing) else { return start..start + whole.len() };
    let open = whole.len() - rest.len();
    let lead = inner.len() - inner.trim_start().len();
    let start = start + open + lead;
    start..start + inner.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_that_something_goes_on_stand_alone() {
        for text in [
            "Ongoing",
            "(in progress)",
            "In-progress",
            "Present",
            "[Current]",
            "laufend",
            "en cours",
            "进行中",
            "（在读）",
            "至今",
        ] {
            let found = ongoing(text).unwrap_or_else(|| panic!("{text}"));
            assert!(found.open && found.start.is_none(), "{text}");
        }
        for text in [
            "",
            "()",
            "now",
            "Current affairs",
            "Data",
            "In progress of time",
            "2020",
            "Today's Bread",
            "Agora",
            "HOY",
            "Oggi",
        ] {
            assert_eq!(ongoing(text), None, "{text}");
        }
    }
}
