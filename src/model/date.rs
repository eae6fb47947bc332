//! Dates and ranges of dates.

use super::Rich;

/// When an entry took place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    /// As written, without brackets: this is printed.
    pub raw: Rich,
    /// When it began, or the only date.
    pub start: Option<Date>,
    /// When it ended; none for a single date and for one that goes on.
    pub end: Option<Date>,
    /// It goes on (`至今`).
    pub open: bool,
    /// It is still to come (`预计`).
    pub expected: bool,
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
