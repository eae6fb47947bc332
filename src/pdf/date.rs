//! A point in time as the file stores it: in whole seconds, in universal time.

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Seconds since the beginning of 1970, in universal time.
    seconds: u64,
}

impl Date {
    /// The last second that a date can hold: a year has four digits (PDF 32000-1, 7.9.4).
    pub const LAST: u64 = 253_402_300_799;

    /// The date of a file that must have one and was not given any: the start of 2000.
    pub(super) const FIXED: Date = Date { seconds: 946_684_800 };

    /// Returns the moment `seconds` after the beginning of 1970; `None` if that is after 9999.
    pub fn from_epoch(seconds: u64) -> Option<Date> {
        (seconds <= Date::LAST).then_some(Date { seconds })
    }

    /// Returns the day (ISO 8601): `2000-01-01`.
    #[cfg(feature = "cli")]
    pub(crate) fn day(self) -> String {
        let [year, month, day, ..] = self.parts();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Returns the moment as PDF writes it (32000-1, 7.9.4): `D:20000101000000Z`.
    pub(super) fn pdf(self) -> String {
        let [year, month, day, hour, minute, second] = self.parts();
        format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
    }

    /// Returns the moment as XMP writes it (ISO 8601): `2000-01-01T00:00:00Z`.
    pub(crate) fn xmp(self) -> String {
        let [year, month, day, hour, minute, second] = self.parts();
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    /// Returns year, month, day, hour, minute, second.
    fn parts(self) -> [u64; 6] {
        let (days, rest) = (self.seconds / 86_400, self.seconds % 86_400);
        // Counted from 1 March of the year 0, the leap day is the last of its year, and the calendar repeats every
        // 400 years, which have 146,097 days.
        let days = days + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153; // from March
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + u64::from(month <= 2);
        [year, month, day, rest / 3600, rest / 60 % 60, rest % 60]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_a_calendar_date() {
        let written = |seconds| Date::from_epoch(seconds).map(Date::pdf);
        assert_eq!(written(0).as_deref(), Some("D:19700101000000Z"));
        assert_eq!(written(951_782_399).as_deref(), Some("D:20000228235959Z"));
        assert_eq!(written(951_782_400).as_deref(), Some("D:20000229000000Z"));
        assert_eq!(written(1_709_251_199).as_deref(), Some("D:20240229235959Z"));
        assert_eq!(written(4_107_542_400).as_deref(), Some("D:21000301000000Z"));
        assert_eq!(written(Date::LAST).as_deref(), Some("D:99991231235959Z"));
        assert_eq!(written(Date::LAST + 1), None);
        assert_eq!(Date::FIXED.xmp(), "2000-01-01T00:00:00Z");
    }
}
