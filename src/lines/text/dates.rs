//! Dates, and ranges of dates: each date whole, a range broken after its connector (rule 12).

use std::ops::Range;

use super::paragraph::{BreakRule, ParagraphText};

/// Words that may replace the later date of a range.
const NOW: &[&str] =
    &["至今", "今", "现在", "目前", "present", "Present", "now", "Now", "current", "Current"];
/// Months before their year, in every length.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "January",
    "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
];

/// Fills in the bonds of the date that begins at `at`, and of the range that it may begin. Returns
/// whether there is one.
pub(super) fn scan(copy: &mut ParagraphText<'_>, at: usize) -> bool {
    let length = copy.text.get(at..).and_then(date);
    if let Some(length) = length {
        dated(copy, at..at + length);
    }
    length.is_some()
}

/// Returns the length of the month at the end of a text: Jan, Sept., March.
pub(super) fn month_before(text: &str) -> Option<usize> {
    let name = text.strip_suffix('.').unwrap_or(text);
    let mut heads = MONTHS.iter().filter_map(|month| name.strip_suffix(month));
    let head = heads.find(|head| !head.ends_with(|c: char| c.is_ascii_alphabetic()))?;
    Some(text.len() - head.len())
}

/// Returns whether a text begins with a date, possibly with the month in words, or with today.
fn begins_with_date(text: &str) -> bool {
    let in_words = |month: &&str| {
        let year = text.strip_prefix(*month).map(|rest| rest.trim_start_matches(['.', ' ']));
        year.is_some_and(|year| date(year).is_some())
    };
    date(text).is_some() || MONTHS.iter().any(in_words) || now(text).is_some()
}

/// Returns the word for today at the start of a text.
fn now(text: &str) -> Option<&'static str> {
    NOW.iter().copied().find(|word| text.starts_with(word))
}

/// Returns the length of the date at the start of a text: 2016-07, 2016.07.01, 2008年9月, 2016/7.
fn date(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    if digits(0) != 4 || !(text.starts_with("19") || text.starts_with("20")) {
        return None;
    }
    let mut end = 4;
    if text[end..].starts_with('年') {
        end += '年'.len_utf8();
        for unit in ['月', '日'] {
            let number = digits(end);
            if (1..=2).contains(&number) && text[end + number..].starts_with(unit) {
                end += number + unit.len_utf8();
            } else {
                break;
            }
        }
        return Some(end);
    }
    for _ in 0..2 {
        let separated = matches!(bytes.get(end), Some(b'-' | b'.' | b'/'));
        let number = digits(end + 1);
        if !separated || !(1..=2).contains(&number) {
            break;
        }
        end += 1 + number;
    }
    Some(end)
}

/// Sets the bonds of a date, and of the range that it may begin.
fn dated(copy: &mut ParagraphText<'_>, range: Range<usize>) {
    copy.hold(range.clone());
    parts(copy, range.clone());
    let Some(rest) = copy.text.get(range.end..) else { return };
    let connector = rest.trim_start_matches([' ', '\u{a0}']);
    let at = range.end + rest.len() - connector.len();
    if connector.starts_with(NOW[0]) {
        // 2019年8月至今: it is its own connector.
        copy.bond[at] = BreakRule::Never;
        copy.hold(at..at + NOW[0].len());
        return;
    }
    let Some(c) = connector.chars().next().filter(|c| "-–—~～〜－至到".contains(*c)) else { return };
    // Two dashes may form the connector: 2008年——2012年.
    let after = connector.trim_start_matches(c);
    let second = after.trim_start_matches([' ', '\u{a0}']);
    if !begins_with_date(second) || connector.len() - after.len() > 2 * c.len_utf8() {
        return;
    }
    let word = now(second);
    copy.bond[at] = BreakRule::Never;
    let place = at + connector.len() - second.len();
    if let Some(bond) = copy.bond.get_mut(place) {
        *bond = BreakRule::Range;
    }
    if let Some(word) = word {
        copy.hold(place..place + word.len());
    }
}

/// Lets a date in characters break after 年 and 月, if there is no other way: a narrow column would
/// be worse off.
fn parts(copy: &mut ParagraphText<'_>, range: Range<usize>) {
    let mut before = ' ';
    for at in range {
        if !copy.text.is_char_boundary(at) {
            continue;
        }
        let c = copy.char_at(at);
        if c.is_ascii_digit() && matches!(before, '年' | '月') {
            copy.bond[at] = BreakRule::Part;
        }
        before = c;
    }
}
