//! Numbers of running text, and whether another text has them in its own form.

use std::ops::Range;

use crate::model::date_places;

/// A number.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The place of its digits and the sign or word that belongs to them.
    pub range: Range<usize>,
    /// Its value, in thousandths: `3 万` is `30,000`.
    pub value: u64,
    /// Whether it is a percentage.
    pub percent: bool,
}

/// Multipliers after a number.
const TIMES: [(&str, u64); 22] = [
    ("万亿", 1_000_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("億", 100_000_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("만", 10_000),
    ("억", 100_000_000),
    ("千", 1_000),
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("bn", 1_000_000_000),
    ("Mio", 1_000_000),
    ("k", 1_000),
    ("K", 1_000),
    ("M", 1_000_000),
    ("m", 1_000_000),
    ("B", 1_000_000_000),
    ("b", 1_000_000_000),
];

/// Signs and words for a percentage.
const PERCENT: [&str; 7] = ["%", "％", "percent", "per cent", "个百分点", "個百分點", "Prozent"];

/// Small numbers as words.
const WORDS: [(u64, &[&str]); 13] = [
    (1, &["one", "a ", "an ", "single", "once", "first", "一", "首", "单", "ein", "独"]),
    (
        2,
        &[
            "two", "twice", "double", "doubled", "second", "二", "两", "兩", "双", "翻倍", "翻番", "zwei",
            "doppelt",
        ],
    ),
    (3, &["three", "triple", "tripled", "threefold", "third", "三", "drei"]),
    (4, &["four", "quadrupled", "fourth", "四", "vier"]),
    (5, &["five", "fifth", "五", "fünf"]),
    (6, &["six", "sixth", "half a year", "六", "半年", "sechs"]),
    (7, &["seven", "seventh", "七", "sieben"]),
    (8, &["eight", "eighth", "八", "acht"]),
    (9, &["nine", "ninth", "九", "neun"]),
    (10, &["ten", "tenfold", "tenth", "十", "zehn"]),
    (11, &["eleven", "十一", "elf"]),
    (12, &["twelve", "a dozen", "a year", "one year", "十二", "一年", "一打", "zwölf"]),
    (50, &["half", "halved", "fifty", "一半", "减半", "減半", "五成", "对半", "半分", "halbiert"]),
];

/// Returns the numbers of a text, in order, without dates, and without digits that are part of a name (`K8s`, `UTF-8`).
pub fn of(text: &str) -> Vec<Number> {
    let dates = date_places(text);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = digits_end(text, at);
        let dated = dates.iter().find(|date| date.start <= at && at < date.end).map(|date| date.end);
        if let Some(behind) = dated.filter(|_| is_year(text, at, end)) {
            at = behind.max(end);
            continue;
        }
        if let Some(number) = number(text, at..end) {
            at = number.range.end.max(end);
            found.push(number);
        } else {
            at = end + text[end..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        }
    }
    found
}

/// Returns whether a date at a place has a year in its digits: `3 月` alone may be a number of months.
fn is_year(text: &str, start: usize, end: usize) -> bool {
    let digits = text[start..end].bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 || text[start..].chars().take(12).any(|c| matches!(c, '年' | '월' | '月' | '/'))
}

/// Returns where the digits of a number end, including its decimal points and the commas between thousands.
fn digits_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) {
        end += 1;
    }
    while bytes.get(end) == Some(&b',') && (1..=3).all(|next| digit(end + next)) && !digit(end + 4) {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end += 1;
        while digit(end) {
            end += 1;
        }
    }
    end
}

fn number(text: &str, digits: Range<usize>) -> Option<Number> {
    let before = text[..digits.start].chars().next_back();
    let joined =
        text[..digits.start].strip_suffix(['-', '.', '/', '_']).and_then(|text| text.chars().next_back());
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if letter(before) || matches!(before, Some('@' | '#' | '$')) && letter(joined) || letter(joined) {
        // `$5` and `5-10` are numbers, `UTF-8` is a name.
        let number = joined.is_some_and(|c| c.is_ascii_digit());
        if !number {
            return None;
        }
    }
    let written: String = text[digits.clone()].chars().filter(|c| *c != ',').collect();
    let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
    let whole: u64 = whole.parse().ok().filter(|whole| *whole < 1_000_000_000_000)?;
    let rest: u64 = format!("{:0<3}", rest.chars().take(3).collect::<String>()).parse().ok()?;
    let mut value = whole * 1000 + rest;
    let mut end = digits.end;
    let behind = |end: usize| {
        let blanks = text[end..].len() - text[end..].trim_start_matches([' ', '\u{A0}', '\u{202F}']).len();
        (end + blanks, &text[end + blanks..])
    };
    let (at, next) = behind(end);
    let is_whole = |word: &str| {
        let ascii = word.is_ascii();
        let apart = !next[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        // `5 m` are metres.
        (!ascii || apart) && (word.len() > 1 || !ascii || at == end)
    };
    if let Some((word, times)) = TIMES.iter().find(|(word, _)| next.starts_with(word) && is_whole(word)) {
        value = value.checked_mul(*times)?;
        end = at + word.len();
    }
    let (at, next) = behind(end);
    let percent = PERCENT.iter().find(|word| next.starts_with(**word));
    end = percent.map_or(end, |word| at + word.len());
    // A letter directly after it that is not a unit makes it a name: `3D`, `5G`.
    let letters = text[end..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let capital = text[end..].starts_with(|c: char| c.is_ascii_uppercase());
    if letters == 1 && capital && percent.is_none() && end == digits.end {
        return None;
    }
    Some(Number { range: digits.start..end, value, percent: percent.is_some() })
}

/// Returns whether a text has a number, in digits or in words.
pub fn is_stated(number: &Number, there: &[Number], text: &str) -> bool {
    if there.iter().any(|other| other.value == number.value && other.percent == number.percent) {
        return true;
    }
    let text = text.to_lowercase();
    let words = WORDS.iter().filter(|(value, _)| value * 1000 == number.value);
    words.flat_map(|(_, words)| words.iter()).any(|word| text.contains(word))
        // `8 折`, `30% off`; `0.5` and `50%`; `2x` and `100%`.
        || there.iter().any(|other| other.percent != number.percent && ratio(number) == ratio(other))
}

/// Returns a number in hundred-thousandths.
fn ratio(number: &Number) -> u64 {
    if number.percent { number.value } else { number.value.saturating_mul(100) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        let one = |number: &Number| {
            let value = number.value as f64 / 1000.0;
            format!("{value}{}", if number.percent { "%" } else { "" })
        };
        of(text).iter().map(one).collect()
    }

    #[test]
    fn numbers_are_what_they_count() {
        for (text, want) in [
            ("吞吐量提升 40%，故障降 12.5％", "40% 12.5%"),
            ("raised by 40 %, fewer failures (12.5 percent)", "40% 12.5%"),
            ("日活 3 万", "30000"),
            ("30,000 users a day", "30000"),
            ("1.2M rows, 5k requests", "1200000 5000"),
            ("120 万行", "1200000"),
            ("2.5 million", "2500000"),
            ("K8s、UTF-8、HTTP/2、p99、Log4j、S3", ""),
            ("延迟从 200ms 到 80 ms", "200 80"),
            ("3D、5G、B2B", ""),
            ("2020.03 – 2021.05 带 8 人团队", "8"),
            ("Mar 2020 to May 2021: led 8 people", "8"),
            ("$1,500 and 10-15 people", "1500 10 15"),
            ("1,2,3", "1 2 3"),
            ("10 m", "10"),
        ] {
            assert_eq!(values(text).join(" "), want, "{text}");
        }
    }

    #[test]
    fn a_number_may_be_a_word() {
        for (one, two, want) in [
            ("带 5 人团队", "Led five people", true),
            ("首屏 50%", "halved the first paint", true),
            ("3 倍", "tripled", true),
            ("提升 40%", "by 45 %", false),
            ("3 万", "30,000", true),
            ("0.5", "50%", true),
            ("8 人", "a team", false),
        ] {
            assert_eq!(is_stated(&of(one)[0], &of(two), two), want, "{one}: {two}");
        }
    }
}
