//! The values of options, parsed or refused in the chosen language.

use crate::cli::report::localized;
use crate::diag::{Code, Message, Speech, message};

/// Reads the code of a finding.
pub fn code(name: &str) -> Result<Code, String> {
    let nearest =
        || localized(&message!("there is no such code; did you mean {code}?", code = Code::nearest(name).id));
    Code::named(name).ok_or_else(nearest)
}

/// Refuses a language without messages: a known one was taken out of the arguments earlier.
pub fn spoken(tag: &str) -> Result<String, String> {
    let known = Message::names(Speech::all().map(Speech::tag));
    Speech::named(tag)
        .map(|_| tag.to_owned())
        .ok_or_else(|| localized(&message!("the languages are {names}", names = known)))
}

/// Reads a language tag: letters, digits and hyphens, the first part letters (BCP 47 § 2.1).
pub fn language(tag: &str) -> Result<String, String> {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let sound = (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if sound {
        Ok(tag.to_owned())
    } else {
        Err(localized(&message!("a language looks like zh-Hans, en or ja")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_have_a_shape() {
        assert!(language("zh-Hant-TW").is_ok() && language("en").is_ok());
        assert!(["", "z", "zh_CN", "中文", "zh-", "-zh", "1a"].iter().all(|tag| language(tag).is_err()));
    }
}
