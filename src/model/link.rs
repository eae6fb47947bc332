//! Links that the author did not mark: bare URLs, mail addresses, telephone numbers.

use std::ops::Range;

use super::rich::{Piece, Rich};
use crate::source::chars::{is_flag, is_wide};
use crate::source::links::{self, Target};

/// Returns a text with its bare URLs and mail addresses, and in Chinese its mobile numbers, as links.
/// The characters stay as they are; code and existing links are left alone.
pub(super) fn find(rich: Rich, chinese: bool) -> Rich {
    let text = rich.masked();
    let mut found = Vec::new();
    if text.contains("://") || text.contains("www.") {
        urls(&text, &mut found);
    }
    if text.contains('@') {
        emails(&text, &mut found);
    }
    if chinese && text.bytes().filter(u8::is_ascii_digit).take(11).count() == 11 {
        mobiles(&text, &mut found);
    }
    if found.is_empty() {
        return rich;
    }
    found.sort_by_key(|(range, _)| range.start);
    apply(&rich, &text, found)
}

/// Returns a text in which the given ranges are links, unless they already are.
pub(super) fn apply(rich: &Rich, text: &str, found: Vec<(Range<usize>, String)>) -> Rich {
    let (mut out, mut at) = (Rich::default(), 0);
    for (range, url) in found {
        if range.start < at {
            continue;
        }
        out.append(rich.slice(at..range.start));
        let mut linked = rich.slice(range.clone());
        for piece in &mut linked.0 {
            if let Piece::Run(run) = piece
                && run.link.is_none()
            {
                run.link = Some(url.clone());
            }
        }
        out.append(linked);
        at = range.end;
    }
    out.append(rich.slice(at..text.len()));
    out
}

fn urls(text: &str, found: &mut Vec<(Range<usize>, String)>) {
    let mut from = 0;
    while let Some(start) = next_url(text, from) {
        let body = &text[start..];
        let len = body.find(ends_url).unwrap_or(body.len());
        let len = without_tail(&body[..len]).len();
        if len > "https://".len()
            && let Target::Url(url) = links::target(&body[..len])
        {
            found.push((start..start + len, url));
        }
        from = start + len.max(1);
    }
}

/// Returns where the next `http://`, `https://` or `www.` begins a word.
fn next_url(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(hit) = text[at..].find(['h', 'w']) {
        let start = at + hit;
        let body = &text[start..];
        let begins = ["https://", "http://", "www."].iter().any(|prefix| body.starts_with(prefix));
        let word = text[..start].chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric());
        if begins && word {
            return Some(start);
        }
        at = start + 1;
    }
    None
}

/// Returns whether a URL ends here: at a blank, a wide character or a mark that no URL contains.
fn ends_url(c: char) -> bool {
    c.is_whitespace()
        || is_wide(c)
        || matches!(c, '<' | '>' | '"' | '“' | '”' | '‘' | '’' | '|' | '`' | '\\' | '^' | '{' | '}')
}

/// Takes the punctuation of the sentence off the end of a URL, as GFM does, including an unpaired bracket.
fn without_tail(url: &str) -> &str {
    let mut url = url;
    // More closing brackets than this belong to no sentence.
    for _ in 0..8 {
        let trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', '…', '·']);
        let count = |mark: char| trimmed.matches(mark).count();
        let unpaired = trimmed.ends_with(')') && count(')') > count('(')
            || trimmed.ends_with(']') && count(']') > count('[');
        let next = if unpaired { &trimmed[..trimmed.len() - 1] } else { trimmed };
        if next.len() == url.len() {
            break;
        }
        url = next;
    }
    url
}

fn emails(text: &str, found: &mut Vec<(Range<usize>, String)>) {
    let part = |b: &u8| b.is_ascii_alphanumeric() || b"._-+%".contains(b);
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(hit) = text[from..].find('@') {
        let at = from + hit;
        let before = bytes[from..at].iter().rev().take_while(|b| part(b)).count();
        let after = bytes[at + 1..].iter().take_while(|b| part(b)).count();
        let address = text[at - before..at + 1 + after].trim_end_matches(['.', '-', '_', '+', '%']);
        let lead = address.len() - address.trim_start_matches(['.', '-', '_', '+', '%']).len();
        let start = at - before + lead;
        let address = &address[lead..];
        if links::is_email(address) {
            found.push((start..start + address.len(), format!("mailto:{address}")));
        }
        from = at + 1;
    }
}

/// Finds mobile numbers of mainland China: 11 digits from 1, alone.
fn mobiles(text: &str, found: &mut Vec<(Range<usize>, String)>) {
    let mut at = 0;
    while let Some(hit) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + hit;
        let len = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let joined = |c: Option<char>| {
            c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '=' | '.' | '-' | '@'))
        };
        let digits = &text[start..start + len];
        let alone = !joined(text[..start].chars().next_back()) && !joined(text[start + len..].chars().next());
        if len == 11 && alone && is_mobile(digits) {
            found.push((start..start + len, format!("tel:{digits}")));
        }
        at = start + len;
    }
}

/// Returns whether a text begins with a web or mail address, or a telephone number.
pub(super) fn is_contact(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    links::is_email(word) || links::looks_like_domain(word) || word.contains("://") || phone(text).is_some()
}

fn is_mobile(digits: &str) -> bool {
    digits.starts_with('1') && digits.as_bytes().get(1).is_some_and(|b| (b'3'..=b'9').contains(b))
}

/// Returns the telephone number in a text by its shape: `+86 138…`, `138-0000-0000`, `(123) 456-7890`.
pub(super) fn phone(text: &str) -> Option<(Range<usize>, String)> {
    // `🇫🇷 +33 …`: the flag of the country whose code follows.
    let lead = |c: char| c.is_whitespace() || is_flag(c);
    let body = text.trim_start_matches(lead).trim_end();
    let start = text.len() - text.trim_start_matches(lead).len();
    let allowed = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '（' | '）' | '\u{2011}' | '\u{A0}')
    };
    let len = body.find(|c| !allowed(c)).unwrap_or(body.len());
    // `15900000000@example.com`
    if body[len..].starts_with(['@', '＠']) {
        return None;
    }
    let number = body[..len].trim_end_matches([' ', '-', '.', '(', '（']);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plus = number.trim_start_matches(['(', '（', ' ']).starts_with('+');
    let parted = number.len() > digits.len();
    let shape = match digits.len() {
        11 => digits.starts_with('1') || parted,
        // `0912345678`, as in Taiwan, France or Japan.
        10 if digits.starts_with('0') && !digits.starts_with("00") => true,
        // `600 000 000`, as in Spain.
        9 if digits.starts_with(['6', '7', '8', '9']) && in_threes(number) => true,
        7..=15 => {
            plus || number.starts_with(['(', '（'])
                || (digits.starts_with('0') && parted)
                || (digits.len() >= 10 && parted)
        }
        _ => false,
    };
    if !shape
        || super::date::parse(number).is_some()
        || number.get(..10).is_some_and(|day| super::date::parse(day).is_some())
        || !number.starts_with(|c: char| c.is_ascii_digit() || "+(（".contains(c))
    {
        return None;
    }
    let digits = without_trunk(number, &digits).unwrap_or(digits);
    let url = format!("tel:{}{digits}", if plus { "+" } else { "" });
    Some((start..start + number.len(), url))
}

/// Returns whether a number is three groups of three digits.
fn in_threes(number: &str) -> bool {
    let group = |group: &str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    number.split(' ').count() == 3 && number.split(' ').all(group)
}

/// Returns the digits of `( +886 ) 0932…` without the zero that is dialled only at home: after a country code it is
/// dropped (ITU-T E.123), except in Italy.
fn without_trunk(number: &str, digits: &str) -> Option<String> {
    let (country, national) = number.split_once([')', '）']).filter(|(head, _)| head.contains('+'))?;
    let bracket = country.trim_start().starts_with(['(', '（']);
    let country: String = country.chars().filter(char::is_ascii_digit).collect();
    let trunk = national.chars().find(char::is_ascii_digit) == Some('0');
    let rest = digits.strip_prefix(&country)?.strip_prefix('0')?;
    // No country code has one digit but 1 and 7: `(+2) 01…` continues after the bracket.
    let known = country.len() > 1 || country == "7";
    (bracket && trunk && known && country != "39").then(|| format!("{country}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Span};

    fn linked(text: &str) -> Vec<String> {
        let rich = find(Rich::plain(text, Span::new(FileId::RESUME, 0..text.len())), true);
        assert_eq!(rich.text(), text);
        let show = |run: &super::super::Run| run.link.as_ref().map(|link| format!("{} → {link}", run.text));
        rich.runs().filter_map(show).collect()
    }

    #[test]
    fn bare_addresses_become_links() {
        assert_eq!(
            linked("见https://juejin.cn/user/8，以及"),
            ["https://juejin.cn/user/8 → https://juejin.cn/user/8"]
        );
        assert_eq!(linked("[v1; http://a.com/1pv]"), ["http://a.com/1pv → http://a.com/1pv"]);
        assert_eq!(linked("[1](http://a.com/a[1])"), ["http://a.com/a[1] → http://a.com/a[1]"]);
        assert_eq!(linked("（http://a.com/a），http://a.com/b]。").len(), 2);
        assert_eq!(linked("(see http://a.com/b_(c).)"), ["http://a.com/b_(c) → http://a.com/b_(c)"]);
        assert_eq!(linked("a1@x.com或b@y.cn"), ["a1@x.com → mailto:a1@x.com", "b@y.cn → mailto:b@y.cn"]);
        assert_eq!(linked("手机13800000000。"), ["13800000000 → tel:13800000000"]);
        assert!(linked("订单 138000000001 与 id=13800000000 www.").is_empty());
        assert_eq!(linked("www.example.com"), ["www.example.com → https://www.example.com"]);
    }

    #[test]
    fn telephones_have_a_shape() {
        let tel = |text| phone(text).map(|(_, url)| url);
        assert_eq!(tel("+86 138-0000-0000"), Some("tel:+8613800000000".into()));
        assert_eq!(tel("( +886 ) 0900000000"), Some("tel:+886900000000".into()));
        assert_eq!(tel("(+44) 020 7946 0000"), Some("tel:+442079460000".into()));
        assert_eq!(tel("+39 (06) 0000000"), Some("tel:+39060000000".into()));
        assert_eq!(tel("600 000 865"), Some("tel:600000865".into()));
        assert_eq!(tel("(123) 456-7890"), Some("tel:1234567890".into()));
        assert_eq!(tel("13800000000（微信同号）"), Some("tel:13800000000".into()));
        assert_eq!(tel("010-12345678"), Some("tel:01012345678".into()));
        assert_eq!(tel("🇫🇷 +33 6 00 00 00 00"), Some("tel:+33600000000".into()));
        for text in ["1991-10-10", "2015-2019", "7 年", "12345678", "2015.07-2016.07"] {
            assert_eq!(tel(text), None, "{text}");
        }
    }
}
