//! The date of outputs: given from outside, never read from a clock.

use std::env;
use std::io::{Error as IoError, ErrorKind};

use crate::diag::{Error, message};
use crate::pdf::Date;

/// The variable for the time of the last change to the source, in seconds since 1970
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// Returns the date for files; `None` if none is given.
///
/// # Errors
/// [`Error::Read`] if the value is not a date.
pub fn date() -> Result<Option<Date>, Error> {
    // An empty value counts as unset: that is how a shell takes a variable back.
    let Some(value) = env::var_os(VARIABLE).filter(|value| !value.is_empty()) else { return Ok(None) };
    let value = value.to_string_lossy();
    read(&value).map(Some).ok_or_else(|| {
        let shown: String = value.chars().take(40).collect();
        let last = Date::LAST;
        let reason = message!(
            "it has to be seconds since 1970, from 0 to {last}, in digits only, not `{shown}`",
            last,
            shown
        );
        Error::Read { path: VARIABLE.into(), source: IoError::new(ErrorKind::InvalidInput, reason) }
    })
}

fn read(value: &str) -> Option<Date> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = value.parse().ok().filter(|_| digits)?;
    Date::from_epoch(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_are_a_date() {
        assert!(["0", "1700000000", "253402300799"].iter().all(|value| read(value).is_some()));
        let wrong = ["", "-1", "+1", " 1", "1.5", "1e9", "now", "１", "253402300800", "99999999999999999999"];
        assert!(wrong.iter().all(|value| read(value).is_none()));
    }
}
