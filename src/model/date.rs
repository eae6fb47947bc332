//! Dates and ranges of dates.

use std::ops::Range;

use super::Rich;

mod aside;
mod east;
mod find;
mod fold;
mod halves;
mod joint;
mod named;
mod numbers;
mod ongoing;
mod point;
mod range;
mod scan;
#[cfg(test)]
mod tests;
mod torn;
mod words;

pub use find::{Found, find_all, parse, torn};
pub use ongoing::ongoing;

/// When an entry took place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    /// As written, without brackets: the text that is printed.
    pub raw: Rich,
    /// When it began, or the only date.
    pub start: Option<Date>,
    /// When it ended; `None` for a single date and for an open-ended range.
    pub end: Option<Date>,
    /// Whether it is open-ended (`至今`).
    pub open: bool,
    /// Whether it is still to come (`预计`).
    pub expected: bool,
    /// The bytes of `raw` that connect the two ends, without blanks: `–`, `--`, `至`, `to`.
    pub mark: Option<Range<usize>>,
}

impl Dates {
    /// Returns the dates found in a text; `raw` is the text of the range found.
    pub fn new(raw: Rich, found: &Found) -> Dates {
        let from = found.range.start;
        let mark = found.mark.as_ref().map(|mark| mark.start - from..mark.end - from);
        let (start, end) = (found.start, found.end);
        Dates { raw, start, end, open: found.open, expected: found.expected, mark }
    }

    /// Returns the bytes of `raw` that are two or three hyphens typed for a dash: they are to be printed
    /// as an en dash.
    pub fn typed_dash(&self) -> Option<Range<usize>> {
        let mark = self.mark.clone()?;
        let text = self.raw.text();
        matches!(text.get(mark.clone()), Some("--" | "---")).then_some(mark)
    }
}

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year of the common era.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl Date {
    /// Returns whether this lies before another date, as far as both say: 2020 is not before 2020-03.
    pub fn is_before(self, other: Date) -> bool {
        match self.year.cmp(&other.year) {
            std::cmp::Ordering::Equal => match (self.month, other.month) {
                (Some(a), Some(b)) if a == b => matches!((self.day, other.day), (Some(a), Some(b)) if a < b),
                (Some(a), Some(b)) => a < b,
                _ => false,
            },
            order => order.is_lt(),
        }
    }
}

/// Prints ISO 8601, only as precise as the date is: `2020-03`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Returns the byte ranges of the dates of a text, in order.
pub fn date_places(text: &str) -> Vec<Range<usize>> {
    find_all(text).into_iter().map(|found| found.range).collect()
}
