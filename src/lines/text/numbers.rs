//! Numbers with what belongs to them: units, counters, signs; ranges of numbers; telephone numbers
//! (rules 10–14).

use std::ops::Range;

use super::class::Class;
use super::dates;
use super::paragraph::{BreakRule, ParagraphText};

/// Multipliers of a number, before its counter.
const POWERS: &str = "余多万亿千百十";
/// Counters and measures, after a number (rule 10).
const COUNTERS: &str =
    "倍年月日号个次人名款秒层室薪版周条项家台套岁天时分季届位元米级期页篇章种门所组路线楼栋毫";
/// The same with several characters.
const COUNTER_WORDS: &[&str] = &["小时", "分钟", "个月", "毫秒", "微秒", "星期", "季度", "公里", "平方"];
/// Prefixes that announce a number: 第3页.
const ORDINALS: &str = "第";
/// Words that preferably stay with their number.
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

/// Fills in the bonds around numbers.
pub(super) fn scan(copy: &mut ParagraphText<'_>) {
    for (at, [earlier, before, c]) in places(&copy.text) {
        if c.is_ascii_digit() && !before.is_ascii_digit() {
            announced(copy, at, before);
            second_of_range(copy, at, (earlier, before));
            if before.is_ascii_alphabetic() || !dates::scan(copy, at) {
                phone(copy, at, before);
            }
        }
        if is_digit(before) && !is_digit(c) || before == '%' && !c.is_ascii_digit() {
            measured(copy, at);
        }
        if is_digit(c) && is_digit(before) && !c.is_ascii() {
            copy.bond[at] = BreakRule::Token;
        }
        if at > 0 && (is_raised(c) || c == '[' && is_reference(&copy.text[at..])) {
            copy.bond[at] = BreakRule::Never;
        }
        if before == '×' && c.is_ascii_digit() && copy.class[at] == Class::Nu {
            copy.bond[at] = BreakRule::Times;
        }
    }
}

/// Returns where a number begins, continues or has just ended, and where a figure or a reference may belong
/// to what is before it: each position with the two characters before it and its own.
fn places(text: &str) -> Vec<(usize, [char; 3])> {
    let numeric = |c: char| is_digit(c) || matches!(c, '%' | '×');
    let mut last = [' '; 3];
    let mut places = Vec::new();
    for (at, c) in text.char_indices() {
        last = [last[1], last[2], c];
        if numeric(c) || numeric(last[1]) || c == '[' || is_raised(c) {
            places.push((at, last));
        }
    }
    places
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Returns whether a character is a raised or lowered figure, which stays with what is before it (rule 14).
pub(in crate::lines) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{209c}')
}

/// Returns whether a text begins with a reference such as `[12]` (rule 14).
fn is_reference(text: &str) -> bool {
    let inner = text.as_bytes().get(1..).unwrap_or_default();
    let digits = inner.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&digits) && inner.get(digits) == Some(&b']')
}

/// Sets the bond before a number, with a typed space or without.
fn announced(copy: &mut ParagraphText<'_>, at: usize, before: char) {
    let head = copy.text[..at].trim_end_matches(' ');
    let Some(last) = head.chars().next_back() else { return };
    let start = head.len() - last.len_utf8();
    let spaced = head.len() < at;
    match last {
        _ if ORDINALS.contains(last) => copy.bond[at] = BreakRule::Never,
        _ if ABOUT.contains(last) => copy.bond[at] = BreakRule::Loose,
        _ if spaced && matches!(copy.class[start], Class::Pc | Class::Px) => copy.bond[at] = BreakRule::Never,
        _ if spaced && head.ends_with("No.") => copy.bond[at] = BreakRule::Never,
        _ if spaced && let Some(month) = dates::month_before(head) => {
            let start = head.len() - month;
            copy.hold(start..at + 1);
        }
        '-' if before == '-' && start > 0 && copy.class_before(start).is_wide() => {
            copy.class[start] = Class::Pc; // a sign, not a connector: 降低 -82%
        }
        _ => {}
    }
}

/// Sets the bond of the second number of a range, 3～5年 or 10万–20万, like the second date of one (rule 12).
fn second_of_range(copy: &mut ParagraphText<'_>, at: usize, (first, connector): (char, char)) {
    let counted = is_digit(first) || first == '%' || COUNTERS.contains(first) || POWERS.contains(first);
    if counted && "–—～〜－".contains(connector) && copy.bond[at] != BreakRule::Token {
        copy.bond[at] = BreakRule::Range;
    }
}

/// Sets the bonds after a number that ends at `at`: of a unit or a counter, with or without a space.
fn measured(copy: &mut ParagraphText<'_>, at: usize) {
    let Some(rest) = copy.text.get(at..) else { return };
    let word = rest.trim_start_matches(' ');
    let place = at + (rest.len() - word.len());
    let Some(first) = word.chars().next() else { return };
    let class = copy.class[place];
    if place > at && class == Class::Pn {
        copy.bond[place] = BreakRule::Never;
    } else if class == Class::Id {
        let length = counter(word);
        counted(copy, place..place + length);
    } else if place > at && first.is_alphabetic() && class == Class::Al {
        let end = word.find(|c: char| !c.is_alphabetic() || !Class::of(c).is_narrow()).unwrap_or(word.len());
        let ends = !word[end..].starts_with(|c: char| c.is_ascii_digit());
        if ends && UNITS.contains(&&word[..end]) {
            copy.bond[place] = BreakRule::Never;
        }
    }
}

/// Returns the length of the counter at the start of a text: 年, 亿元, 多万人, 小时; 0 if there is none.
fn counter(text: &str) -> usize {
    let powers = text.chars().take(4).take_while(|c| POWERS.contains(*c));
    let start = powers.map(char::len_utf8).sum::<usize>();
    let rest = text.get(start..).unwrap_or_default();
    let word = COUNTER_WORDS.iter().find(|word| rest.starts_with(**word)).map(|word| word.len());
    let single = || rest.chars().next().filter(|c| COUNTERS.contains(*c)).map(char::len_utf8);
    start + word.or_else(single).unwrap_or(0)
}

/// Sets the bonds of a counter, and of the plus after it: 10万+, 5年+.
fn counted(copy: &mut ParagraphText<'_>, range: Range<usize>) {
    for at in range.clone().filter(|&at| copy.text.is_char_boundary(at)).collect::<Vec<_>>() {
        copy.bond[at] = BreakRule::Counter;
    }
    if !range.is_empty() && copy.char_at(range.end) == '+' {
        copy.bond[range.end] = BreakRule::Never;
        copy.class[range.end] = Class::Pn; // it belongs to the number, without a gap
    }
}

/// Sets the bonds of a telephone number: +86 138-0013-8000, 138 0013 8000, 010-6275 0000, (415) 555-0100.
fn phone(copy: &mut ParagraphText<'_>, at: usize, before: char) {
    let marked = matches!(before, '+' | '(');
    let start = at - usize::from(marked);
    let Some(text) = copy.text.get(start..) else { return };
    let bytes = text.as_bytes();
    let between: &[u8] = if marked { b" -()" } else { b" -" };
    let mut groups: Vec<usize> = Vec::new();
    let (mut end, mut next) = (0, usize::from(marked));
    while groups.len() < 6 {
        let rest = bytes.get(next..).unwrap_or_default();
        let digits = rest.iter().take(16).take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            break;
        }
        groups.push(digits);
        end = next + digits;
        let separators = rest.iter().skip(digits).take(1 + usize::from(marked));
        next = end + separators.take_while(|b| between.contains(b)).count();
        if next == end {
            break;
        }
    }
    let known = match groups[..] {
        [3 | 4, 4, 4] | [3 | 4, 7 | 8] => true,
        [3, 3, 4] => marked,
        [_, _, ..] => before == '+',
        _ => false,
    };
    if known && (7..=15).contains(&groups.iter().sum::<usize>()) {
        copy.hold(start..start + end);
    }
}
