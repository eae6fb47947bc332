//! Numbers with what belongs to them: units, counters, signs, dates and ranges of dates, telephone
//! numbers (rules 10–13).

use std::ops::Range;

use super::class::Class;
use super::copy::{Bond, Copy};

/// What counts or measures, directly behind a number (rule 10).
const COUNTERS: &str =
    "万亿千百倍年月日号个次人名款秒层室薪版周条项家台套岁天时分季届位元米级期页篇章种门所组路线楼栋毫";
/// What announces a number: 第3页.
const ORDINALS: &str = "第";
/// Words that one would rather not part from their number.
const ABOUT: &str = "约近超达满";
/// Units that stay with a number although a space was typed between (rule 11).
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "ms", "s", "min", "h", "d", "us", "ns", "μs", "µs", "kg", "g", "mg", "t", "km", "m", "cm", "mm", "nm", "KB",
    "MB", "GB", "TB", "PB", "EB", "kB", "KiB", "MiB", "GiB", "TiB", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW",
    "V", "mV", "A", "mA", "K", "M", "B", "QPS", "TPS", "px", "pt", "em", "fps", "bps", "Kbps", "Mbps", "Gbps",
    "rpm", "k", "w", "USD", "RMB", "CNY", "EUR", "HKD", "JPY", "Pa", "kPa", "MPa", "L", "mL", "ml", "J", "kJ", "eV",
    "x", "dB", "ppm", "req", "ops",
];
/// What may stand for the later date of a range.
const NOW: &[&str] =
    &["至今", "今", "现在", "目前", "present", "Present", "now", "Now", "current", "Current"];

/// Fills in the bonds round numbers.
pub(super) fn scan(copy: &mut Copy<'_>) {
    let mut at = 0;
    let mut before = ' ';
    while at < copy.text.len() {
        let c = copy.char_at(at);
        if c.is_ascii_digit() && !before.is_ascii_digit() {
            announced(copy, at, before);
            let end = if before.is_ascii_alphabetic() { None } else { date(&copy.text[at..]) };
            match end {
                Some(length) => dated(copy, at..at + length),
                None => phone(copy, at, before),
            }
        }
        if (before.is_ascii_digit() || before == '%') && !c.is_ascii_digit() {
            measured(copy, at);
        }
        if at > 0 && (is_raised(c) || c == '[' && is_reference(&copy.text[at..])) {
            copy.bond[at] = Bond::Never;
        }
        if before == '×' && c.is_ascii_digit() && copy.class[at] == Class::Nu {
            copy.bond[at] = Bond::Times;
        }
        before = c;
        at += c.len_utf8();
    }
}

/// Tells whether a character is a raised or lowered figure, which stays on what is before it (rule 14).
pub(super) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{209c}')
}

/// Tells whether a text begins with a reference such as `[12]` (rule 14).
fn is_reference(text: &str) -> bool {
    let inner = text.as_bytes().get(1..).unwrap_or_default();
    let digits = inner.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&digits) && inner.get(digits) == Some(&b']')
}

/// Treats what stands before a number.
fn announced(copy: &mut Copy<'_>, at: usize, before: char) {
    let start = at - if at >= before.len_utf8() { before.len_utf8() } else { 0 };
    match before {
        _ if ORDINALS.contains(before) => copy.bond[at] = Bond::Never,
        _ if ABOUT.contains(before) => copy.bond[at] = Bond::Loose,
        '-' if start > 0 && super::tokens::class_before(copy, start).is_wide() => {
            copy.class[start] = Class::Pc; // a sign, not a connector: 降低 -82%
        }
        _ => {}
    }
}

/// Treats what stands behind a number at `at`: a unit or a counter, with or without a space.
fn measured(copy: &mut Copy<'_>, at: usize) {
    let Some(rest) = copy.text.get(at..) else { return };
    let word = rest.trim_start_matches(' ');
    let place = at + (rest.len() - word.len());
    let Some(first) = word.chars().next() else { return };
    if COUNTERS.contains(first) && copy.class[place] == Class::Id {
        copy.bond[place] = Bond::Counter;
    } else if place > at && first.is_alphabetic() && copy.class[place] == Class::Al {
        let end = word.find(|c: char| !c.is_alphabetic() || !Class::of(c).is_narrow()).unwrap_or(word.len());
        let ends = !word[end..].starts_with(|c: char| c.is_ascii_digit());
        if ends && UNITS.contains(&&word[..end]) {
            copy.bond[place] = Bond::Never;
        }
    }
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

/// Treats a date, and the range that it may begin (rule 12).
fn dated(copy: &mut Copy<'_>, range: Range<usize>) {
    hold(copy, range.clone());
    parts(copy, range.clone());
    let Some(rest) = copy.text.get(range.end..) else { return };
    let connector = rest.trim_start_matches([' ', '\u{a0}']);
    let at = range.end + rest.len() - connector.len();
    let Some(c) = connector.chars().next().filter(|c| "-–—~～〜－至到".contains(*c)) else { return };
    // Two dashes may make the connector: 2008年——2012年.
    let after = connector.trim_start_matches(c);
    let second = after.trim_start_matches([' ', '\u{a0}']);
    let is_date = date(second).is_some() || NOW.iter().any(|word| second.starts_with(word));
    if !is_date || connector.len() - after.len() > 2 * c.len_utf8() {
        return;
    }
    copy.bond[at] = Bond::Never;
    let place = at + connector.len() - second.len();
    if let Some(bond) = copy.bond.get_mut(place) {
        *bond = Bond::Range;
    }
    if let Some(word) = NOW.iter().find(|word| second.starts_with(**word)) {
        hold(copy, place..place + word.len());
    }
}

/// Lets a date in characters break behind 年 and 月, if there is no other way: a narrow column would
/// be worse off.
fn parts(copy: &mut Copy<'_>, range: Range<usize>) {
    let mut before = ' ';
    for at in range {
        if !copy.text.is_char_boundary(at) {
            continue;
        }
        let c = copy.char_at(at);
        if c.is_ascii_digit() && matches!(before, '年' | '月') {
            copy.bond[at] = Bond::Part;
        }
        before = c;
    }
}

/// Treats a telephone number: +86 138-0013-8000, 138 0013 8000, 010-6275 0000.
fn phone(copy: &mut Copy<'_>, at: usize, before: char) {
    let start = if before == '+' { at - 1 } else { at };
    let Some(text) = copy.text.get(start..) else { return };
    let bytes = text.as_bytes();
    let mut groups: Vec<usize> = Vec::new();
    let mut end = usize::from(before == '+');
    while groups.len() < 6 {
        let digits = bytes[end.min(bytes.len())..].iter().take(16).take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            end = end.saturating_sub(1);
            break;
        }
        groups.push(digits);
        end += digits;
        if !matches!(bytes.get(end), Some(b' ' | b'-')) {
            break;
        }
        end += 1;
    }
    let total: usize = groups.iter().sum();
    let known = before == '+' && groups.len() > 1 || matches!(groups[..], [3 | 4, 4, 4] | [3 | 4, 7 | 8]);
    if known && (7..=15).contains(&total) {
        hold(copy, start..start + end);
    }
}

/// Forbids all line ends inside a range.
fn hold(copy: &mut Copy<'_>, range: Range<usize>) {
    let first = copy.after_cluster(range.start);
    for bond in copy.bond.iter_mut().take(range.end).skip(first) {
        *bond = Bond::Token;
    }
}
