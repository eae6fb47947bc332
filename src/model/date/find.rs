//! Finding dates by their shape.

use std::ops::Range;

use super::Date;
use super::fold::{digit, is_cjk, is_letter};
use super::range::read;
use super::scan::{Scan, is_bar, is_opening, joins};

/// A date or a range of dates in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its bytes, including words like `since` and `（预计毕业）`.
    pub range: Range<usize>,
    /// When it began, or the only date; `None` if the text only says that something goes on.
    pub start: Option<Date>,
    /// When it ended.
    pub end: Option<Date>,
    /// Whether it is open-ended.
    pub open: bool,
    /// Whether it is still to come.
    pub expected: bool,
    /// The bytes of the mark or word between the two ends, without blanks: `–`, `--`, `至`, `to`.
    pub mark: Option<Range<usize>>,
    /// How long it took, stated right after it; blanks between them belong to neither. With its brackets,
    /// or the dot or comma before it: `(9 months)`, `· 2 yrs 3 mos`.
    pub duration: Option<Range<usize>>,
}

impl Found {
    /// Returns whether it is two dates, or open-ended.
    pub fn is_range(&self) -> bool {
        self.open || self.end.is_some()
    }

    /// Returns whether it begins in a month that is given.
    pub fn has_month(&self) -> bool {
        self.start.is_some_and(|start| start.month.is_some())
    }

    /// Returns where it ends, including the duration after it.
    pub fn end_with_duration(&self) -> usize {
        self.duration.as_ref().map_or(self.range.end, |duration| duration.end)
    }
}

/// What was read at a position.
pub(super) enum Reading {
    Date(Found),
    /// A range with one end that is no date.
    Torn(Range<usize>),
}

/// The longest words before a date's year, in bytes: `Expected graduation date: September `,
/// `ожидается: сентябрь `.
const LEAD: usize = 56;

/// Returns the dates of a text that is nothing else, except blanks at its ends and a duration.
pub fn parse(text: &str) -> Option<Found> {
    let start = text.len() - text.trim_start().len();
    let Some(Reading::Date(found)) = read(text, start) else { return None };
    let end = text.trim_end().len();
    (found.range.end == end || found.end_with_duration() == end).then_some(found)
}

/// Returns all dates of a text in order, except ranges of which only one end can be read: see
/// [`torn`]. Linear.
pub fn find_all(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    readings(text, &mut |reading| {
        if let Reading::Date(date) = reading {
            found.push(date);
        }
    });
    found
}

/// Returns the bytes of the first range in a text with one end that is a date and one that only looks
/// like it: `Oct 2019 - Xyz 2022`, `2020.03 – 2021.13`.
pub fn torn(text: &str) -> Option<Range<usize>> {
    let mut first = None;
    readings(text, &mut |reading| {
        if let (Reading::Torn(range), None) = (reading, &first) {
            first = Some(range);
        }
    });
    first
}

/// Examines words only where a year may follow; of other numbers, only whether a date begins there.
fn readings(text: &str, each: &mut impl FnMut(Reading)) {
    let (mut at, mut done, mut year) = (0, 0, next(text, 0, year_at));
    while let Some(number) = next(text, at, number_at) {
        if year.is_some_and(|year| year < at) {
            year = next(text, at, year_at);
        }
        let window = year.map(|year| window(text, done, year));
        let (from, to) = match (window, year) {
            (Some(window), Some(year)) if window <= number => (window, year),
            _ => (number, number),
        };
        (at, done) = up_to(text, from, to, done, each);
    }
}

/// Returns where the words before a year may begin: not inside an open bracket nor before a bar.
fn window(text: &str, done: usize, year: usize) -> usize {
    let before = text[..year].trim_end().chars().next_back();
    if before.is_none_or(|c| is_opening(c) || is_bar(c)) {
        return year;
    }
    floor(text, done.max(year.saturating_sub(LEAD)))
}

/// Reads the first date that begins between two places; returns where to go on, and where it ended.
fn up_to(text: &str, from: usize, to: usize, done: usize, each: &mut impl FnMut(Reading)) -> (usize, usize) {
    let mut before = text[..from].chars().next_back();
    for (at, c) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
        if at > to {
            return (at, done);
        }
        let apart = may_begin(text, at, before, c);
        let glued = !apart && c.is_ascii_digit() && before.is_some_and(|before| before.is_ascii_alphabetic());
        if (apart || glued)
            && let Some(reading) =
                read(text, at).filter(|reading| apart || is_behind_word(&text[..at], reading))
        {
            let reading = torn_before(text, reading);
            let end = match &reading {
                Reading::Date(found) => found.range.end,
                Reading::Torn(range) => range.end,
            };
            each(reading);
            return (end, end);
        }
        before = Some(c);
    }
    (text.len(), done)
}

/// Returns a torn range if the date is the second end of a range whose first end is no date.
fn torn_before(text: &str, reading: Reading) -> Reading {
    let Reading::Date(found) = &reading else { return reading };
    let scan = Scan::new(text, found.range.end);
    let bare = !found.has_month() && text[found.range.clone()].starts_with(['1', '2']);
    let named = bare && found.end.is_some_and(|end| end.month.is_some());
    match scan.torn_before(found.range.start, named) {
        Some(start) => Reading::Torn(start..found.range.end),
        None => reading,
    }
}

/// Returns the first byte from a position on at which a test succeeds.
fn next(text: &str, from: usize, is: fn(&[u8], usize) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|at| {
        let byte = bytes[*at];
        (byte.is_ascii_digit() || byte == 0xE5 || byte == 0xEF) && is(bytes, *at)
    })
}

/// Returns whether a digit, full width or not, or 年 is here.
fn number_at(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        0xE5 => bytes[at..].starts_with("年".as_bytes()),
        0xEF => matches!(bytes[at..], [_, 0xBC, 0x90..=0x99, ..]),
        _ => true,
    }
}

/// Returns whether this may be a year with words before it: four digits, two after an apostrophe, after a word's
/// slash or hyphen or before a slash, 年, full-width digits.
fn year_at(bytes: &[u8], at: usize) -> bool {
    if !bytes[at].is_ascii_digit() {
        return number_at(bytes, at);
    }
    let digits = bytes[at..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    match digits {
        4 => matches!(bytes[at..], [b'1', b'9', ..] | [b'2', b'0', ..]),
        2 => match bytes[..at] {
            [.., b'\''] | [.., 0xE2, 0x80, 0x98 | 0x99] => true,
            [.., word, b'/' | b'-'] => word == b'.' || word.is_ascii_alphabetic() || word >= 0x80,
            // `Jan18`
            [.., a, b, c] if [a, b, c].iter().all(u8::is_ascii_alphabetic) => true,
            [.., word, b' '] => word.is_ascii_alphabetic() && bytes.get(at + 2) == Some(&b'/'),
            _ => false,
        },
        _ => false,
    }
}

/// Returns the start of the character that a byte belongs to.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Returns whether a date may begin with a character.
fn may_begin(text: &str, at: usize, before: Option<char>, c: char) -> bool {
    if digit(c).is_some() {
        let Some(before) = before else { return true };
        let goes_on = joins(before, c) || (before == ':' && is_time(text, at));
        return !goes_on || (before == '-' && is_behind_name(text, at));
    }
    let starts = match c {
        '\'' | '’' | '‘' => text[at + c.len_utf8()..].starts_with(|c| digit(c).is_some()),
        c if is_cjk(c) => return STARTERS.contains(c),
        c if is_opening(c) => return true,
        c => is_letter(c),
    };
    starts && !before.is_some_and(|before| joins(before, c))
}

/// The characters with which dates, and words before them, begin.
const STARTERS: &str = "一二令平昭民中自从從由预預将將拟擬卒見予修取졸예수";

/// `12:2015`
fn is_time(text: &str, at: usize) -> bool {
    text[..at - 1].ends_with(|c| digit(c).is_some())
}

/// `React2023.01 – 2023.06`: no blank is needed between a Latin word and two whole dates; `v2023.1` is a version.
fn is_behind_word(before: &str, reading: &Reading) -> bool {
    let Reading::Date(found) = reading else { return false };
    let whole = found.has_month() && (found.open || found.end.is_some_and(|end| end.month.is_some()));
    whole && before.chars().rev().take(2).filter(char::is_ascii_alphabetic).count() == 2
}

/// `示例科技-2016.11`: a hyphen after a name that needs no blank.
fn is_behind_name(text: &str, at: usize) -> bool {
    text[..at - 1].ends_with(is_cjk)
}
