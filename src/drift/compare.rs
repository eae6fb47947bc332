//! The comparison of paired lines: dates, numbers, links, names.

use super::numbers::{self, Number};
use super::outline::{Entry, Line};
use super::sides::Drift;
use super::words;
use crate::diag::{Diagnostic, Message, Span, code, message};
use crate::model::{Date, Dates};

/// Parts of a link that name its language.
const LANGUAGES: [&str; 12] =
    ["zh", "cn", "zh-cn", "zh-hans", "zh-tw", "zh-hant", "en", "en-us", "en-gb", "de", "ja", "ko"];

/// Compares the dates of two entries.
pub fn dates(drift: &mut Drift<'_>, left: &Entry, right: &Entry) {
    let (one, two) = match (&left.dates, &right.dates) {
        (Some(one), Some(two)) if are_same(one, two) => return,
        (Some(one), Some(two)) => (one, two),
        (None, None) => return,
        (Some(one), None) => {
            let message =
                message!("`{here}` here, no date in {other}", here = one.raw.text(), other = drift.two.name);
            let places = (one.raw.span().unwrap_or(left.span), right.span);
            return drift.differ(code::DRIFT_DATE, places, message, "no date here".into());
        }
        (None, Some(two)) => {
            let message = message!(
                "no date here, `{there}` in {other}",
                there = two.raw.text(),
                other = drift.two.name
            );
            let places = (left.span, two.raw.span().unwrap_or(right.span));
            return drift.differ(code::DRIFT_DATE, places, message, Message::default());
        }
    };
    let place = |dates: &Dates, entry: &Entry| dates.raw.span().unwrap_or(entry.span);
    let message = message!(
        "`{here}` here, `{there}` in {other}",
        here = one.raw.text(),
        there = two.raw.text(),
        other = drift.two.name
    );
    drift.differ(code::DRIFT_DATE, (place(one, left), place(two, right)), message, Message::default());
}

/// Returns whether dates are the same, as precisely as both give them.
fn are_same(one: &Dates, two: &Dates) -> bool {
    let same = |one: Option<Date>, two: Option<Date>| match (one, two) {
        (Some(one), Some(two)) => {
            one.year == two.year && one.month.zip(two.month).is_none_or(|(one, two)| one == two)
        }
        (None, None) => true,
        _ => false,
    };
    same(one.start, two.start) && same(one.end, two.end) && one.open == two.open
}

/// Compares two lines.
pub fn lines(drift: &mut Drift<'_>, left: &Line, right: &Line) {
    numbers(drift, left, right);
    links(drift, left, right);
    names(drift, left, right);
}

fn numbers(drift: &mut Drift<'_>, left: &Line, right: &Line) {
    let (one, two) = (numbers::of(&left.text), numbers::of(&right.text));
    let only = |these: &[Number], those: &[Number], text: &str| -> Vec<Number> {
        these.iter().filter(|number| !numbers::is_stated(number, those, text)).cloned().collect()
    };
    let (here, there) = (only(&one, &two, &right.text), only(&two, &one, &left.text));
    let said = |numbers: &[Number], line: &Line| -> Message {
        let said: Vec<&str> =
            numbers.iter().filter_map(|number| line.text.get(number.range.clone())).collect();
        if said.is_empty() {
            "no such number".into()
        } else {
            Message::verbatim(format!("`{}`", said.join("`, `")))
        }
    };
    let place = |numbers: &[Number], line: &Line| -> Span {
        numbers.first().map_or(line.span, |number| line.part(number.range.clone()))
    };
    if !here.is_empty() || !there.is_empty() {
        let message = message!(
            "{here} here, {there} in {other}",
            here = said(&here, left),
            there = said(&there, right),
            other = drift.two.name
        );
        let places = (place(&here, left), place(&there, right));
        drift.differ(code::DRIFT_NUMBER, places, message, said(&there, right));
    }
}

fn links(drift: &mut Drift<'_>, left: &Line, right: &Line) {
    let only = |these: &[String], those: &[String]| -> Option<String> {
        these.iter().find(|link| !those.iter().any(|other| bare(link) == bare(other))).cloned()
    };
    let (here, there) = (only(&left.links, &right.links), only(&right.links, &left.links));
    if let (Some(here), Some(there)) = (here, there) {
        let message = message!("`{here}` here, `{there}` in {other}", here, there, other = drift.two.name);
        drift.differ(code::DRIFT_CONTACT, (left.span, right.span), message, Message::default());
    }
}

/// Returns a link without the parts that name its language.
fn bare(link: &str) -> String {
    let link = link.to_lowercase();
    let parts = link.trim_end_matches('/').split(['/', '.', '=', '?', '&']);
    parts.filter(|part| !LANGUAGES.contains(part)).collect::<Vec<_>>().join("/")
}

fn names(drift: &mut Drift<'_>, left: &Line, right: &Line) {
    for (own, other, first) in [(left, right, true), (right, left, false)] {
        let missing: Vec<_> =
            words::proper(&own.text).into_iter().filter(|word| !words::has(&other.text, word.text)).collect();
        let Some(word) = missing.first() else { continue };
        let list: Vec<&str> = missing.iter().map(|word| word.text).collect();
        let (side, away) = if first { (drift.one, drift.two) } else { (drift.two, drift.one) };
        let place = (side.place)(own.part(word.start..word.start + word.text.len()));
        let message = message!(
            "`{names}` from {side} is not in {away}",
            names = list.join("`, `"),
            side = side.name,
            away = away.name
        );
        let found = Diagnostic::new(code::DRIFT_WORD, place, message);
        drift.sink.report(found.label((away.place)(other.span), "the same line"));
    }
}
