//! Keys, parts of lines, dates.

use super::markup::{escaped, rich};
use crate::model::{Dates, Item, KeyValue, Part, PartRole, Rich};

/// Returns the number of an item as an integer.
pub(super) fn number(item: &Item) -> Option<u64> {
    item.number.as_ref()?.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()
}

/// Returns the class that microformats have for a contact.
pub(super) fn class_of(url: &str) -> &'static str {
    match url {
        _ if url.starts_with("mailto:") => "u-email",
        _ if url.starts_with("tel:") || url.starts_with("sms:") => "p-tel",
        _ => "u-url",
    }
}

pub(super) fn part_of(part: &Part, first: bool) -> String {
    let text = rich(&part.text, PLAIN);
    let class = match part.role {
        PartRole::Organization => "p-org org",
        PartRole::Role if first => "p-job-title org",
        PartRole::Role => "p-job-title role",
        PartRole::Place => "p-location more",
        PartRole::Title => "org",
        PartRole::Subject | PartRole::Degree | PartRole::Other if first => "org",
        PartRole::Subject | PartRole::Degree | PartRole::Other => "more",
    };
    format!("<span class=\"{class}\">{text}</span>")
}

/// Returns dates, each end in an element of its own.
pub(super) fn when(dates: &Dates) -> String {
    let raw = dates.raw.text();
    let time = |class: &str, date: Option<String>, words: &str| match date {
        Some(date) => format!("<time class=\"{class}\" datetime=\"{date}\">{}</time>", escaped(words)),
        None => escaped(words),
    };
    let start = dates.start.map(|date| date.to_string());
    let Some((first, mark, second)) = dates
        .mark
        .clone()
        .and_then(|mark| Some((raw.get(..mark.start)?, raw.get(mark.clone())?, raw.get(mark.end..)?)))
    else {
        return time("dt-start", start, &raw);
    };
    let words = |text: &str| text.trim().to_owned();
    let (before, behind) =
        (if first.ends_with(' ') { " " } else { "" }, if second.starts_with(' ') { " " } else { "" });
    let end = dates.end.map(|date| date.to_string());
    let mark = if dates.typed_dash().is_some() { "–" } else { mark };
    format!(
        "{}{before}{}{behind}{}",
        time("dt-start", start, &words(first)),
        escaped(mark),
        time("dt-end", end, &words(second))
    )
}

/// Returns a key with a value that is HTML already.
pub(super) fn pair(pair: &KeyValue, value: String) -> String {
    let key = pair.key.as_ref().map(with_colon).unwrap_or_default();
    format!("<div><dt>{key}</dt><dd>{value}</dd></div>")
}

pub(super) fn key_of(pair: &KeyValue) -> String {
    pair.key.as_ref().map(|key| format!("<span class=\"key\">{}</span>", with_colon(key))).unwrap_or_default()
}

/// Returns a key as it is written; a halfwidth colon is followed by a blank.
pub(super) fn with_colon(key: &Rich) -> String {
    let text = rich(key, PLAIN);
    match key.text().trim_end().chars().next_back() {
        Some('：') => text.trim_end().to_owned(),
        Some(':') => format!("{}&nbsp;", text.trim_end()),
        _ => format!("{}: ", text.trim_end()),
    }
}

/// Gives no link a class.
pub(super) const PLAIN: &dyn Fn(&str) -> &'static str = &|_| "";
