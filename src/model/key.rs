//! Keys: `键：值`, `Key: value`.

use crate::model::kinds::KeyKind;
use crate::source::chars::{is_han, is_hangul, is_kana, is_wide};

/// The longest key of a grid: 8 Han characters or 4 words.
pub const GRID_KEY: usize = 8;
/// The longest key that begins a line of running text: 6 Han characters or 3 words.
pub const RUN_IN_KEY: usize = 6;

/// The longest key next to lines that begin with keys.
const BESIDE_KEY: usize = 10;

/// The same in words.
const BESIDE_WORDS: usize = 4;

/// A key at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its length in bytes, colon included.
    pub len: usize,
    /// Where the value begins, after blanks.
    pub value: usize,
}

/// Returns the key that a text begins with, if it is no longer than `most` Han characters, a Latin
/// word counting as two.
pub fn at_start(text: &str, most: usize) -> Option<Key> {
    if let Some(key) = before_full_stop(text) {
        return Some(key);
    }
    // A key of 8 Han characters or 4 long words is at most this long.
    let (colon, mark) =
        text.char_indices().take_while(|(at, _)| *at < 80).find(|(_, c)| matches!(c, '：' | ':'))?;
    let name = &text[..colon];
    let end = colon + mark.len_utf8();
    if !fits(name, most) || (mark == ':' && !ascii_colon_parts(name, &text[end..])) {
        return None;
    }
    let rest = &text[end..];
    Some(Key { len: end, value: end + rest.len() - rest.trim_start().len() })
}

/// `Email. kim@example.com`, `Blog. https://…`: a word for a contact, as in Korea, before an unmistakable one.
fn before_full_stop(text: &str) -> Option<Key> {
    let len = text.find(|c: char| !c.is_ascii_alphabetic()).filter(|len| (3..=10).contains(len))?;
    let rest = text[len..].strip_prefix(". ")?.trim_start();
    let contact = rest.starts_with("http")
        || rest.starts_with(|c: char| c.is_ascii_digit() || c == '+')
        || rest.split(' ').next().is_some_and(|word| word.contains('@') && word.contains('.'));
    let known = contact && matches!(KeyKind::of_key(&text[..len]).first(), Some(KeyKind::Contact(_)));
    known.then(|| Key { len: len + 1, value: text.len() - rest.len() })
}

/// The same next to lines that begin with keys: it may be longer there, `Coolest story to tell:`, `开发中遇到的困难：`.
pub fn run_in_beside(text: &str) -> Option<Key> {
    run_in(text).or_else(|| {
        let key = at_start(text, BESIDE_KEY)?;
        // `Modeling and Simulation of Operations: …` is a title.
        let short =
            text[..key.len].contains(is_han) || text[..key.len].split_whitespace().count() <= BESIDE_WORDS;
        (short && !text[..key.len].contains(['.', '(', '（', ',', '，', '。'])).then_some(key)
    })
}

/// Returns the key that begins a line of running text; a key of several words may be longer: `数据消费&预警开发：`.
pub fn run_in(text: &str) -> Option<Key> {
    let key = at_start(text, RUN_IN_KEY).or_else(|| {
        let key = at_start(text, RUN_IN_KEY * 2)?;
        let mut words = text[..key.len].trim_end_matches([':', '：']).split(['&', '＆']);
        let joined = words.clone().count() == 2 && words.all(|word| (1..=RUN_IN_KEY).contains(&weight(word)));
        (joined && !text[..key.len].contains(['.', '(', '（'])).then_some(key)
    });
    // `of samples. Colleagues: …`: a sentence ends before an apparent key; `Dr. Sample:` is one.
    key.filter(|key| {
        text[..key.len]
            .match_indices(". ")
            .all(|(at, _)| text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count() <= 3)
    })
}

/// Returns whether a name may be a key: letters, no sentence punctuation, and not too long.
fn fits(name: &str, most: usize) -> bool {
    let name = name.trim();
    let letters = name.chars().any(char::is_alphanumeric) || !name.is_ascii();
    // `'Sample Titles': …`: a text that begins with a quotation mark is no key.
    let quoted = name.starts_with(['\'', '‘', '«', '„']);
    let clean = !quoted
        && !name.chars().any(|c| {
            matches!(
                c,
                '，' | '。' | '；' | '！' | '？' | ',' | ';' | '!' | '?' | '|' | '"' | '“' | '”' | '@'
            )
        })
        && !name.contains("//");
    // `线性代数（成绩：94）`: the colon is inside brackets.
    let open = name.matches(['(', '（']).count() > name.matches([')', '）']).count();
    !name.is_empty() && letters && clean && !open && weight(name) <= most
}

/// Returns the length of a key: 1 for a wide letter, 2 for a Latin word.
fn weight(name: &str) -> usize {
    let mut weight = 0;
    let mut in_word = false;
    for c in name.chars() {
        if is_han(c) || is_kana(c) || is_hangul(c) {
            weight += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            weight += if in_word { 0 } else { 2 };
            in_word = true;
        } else if c.is_whitespace() {
            in_word = false;
        }
    }
    weight
}

/// Returns whether an ASCII colon ends a key: not in `https://`, `12:30`, `std::io`.
fn ascii_colon_parts(name: &str, rest: &str) -> bool {
    match rest.chars().next() {
        None => true,
        Some(c) if c.is_whitespace() => true,
        Some(':' | '/' | '\\') => false,
        Some(next) => {
            let before = name.chars().next_back();
            let time = before.is_some_and(|c| c.is_ascii_digit()) && next.is_ascii_digit();
            // `QQ :100000`: a blank before the colon makes it a key.
            let apart = before.is_some_and(char::is_whitespace);
            // `Systems:Linux, Windows`: a word, and a list of names.
            let list = next.is_uppercase()
                && rest.contains(", ")
                && name.starts_with(char::is_uppercase)
                && name.chars().count() > 4
                && name.chars().all(|c| c.is_alphabetic() || c == ' ');
            !time && (is_wide(next) || before.is_some_and(is_wide) || apart || list)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_short_and_end_in_a_colon() {
        let key = |text| at_start(text, GRID_KEY).map(|key| key.value);
        assert_eq!(key("姓名：张三"), Some(9));
        assert_eq!(key("GitHub: x"), Some(8));
        assert_eq!(key("联系电话/微信号：138"), Some("联系电话/微信号：".len()));
        assert_eq!(key("性别:男"), Some(7));
        assert_eq!(key("Key:"), Some(4));
        for text in [
            "https://a.b",
            "12:30 开会",
            "std::io",
            "a:b",
            "主要使用了一些新的技术：甲",
            "甲，乙：丙",
            "：",
            "x@y.z: 1",
        ] {
            assert_eq!(key(text), None, "{text}");
        }
        assert!(at_start("后期阶段基于 Aliyun linux 4.19 kernel: 通过", RUN_IN_KEY).is_none());
        assert!(at_start("开发人员：两人", RUN_IN_KEY).is_some());
        assert!(run_in("samples. Colleagues: Ann").is_none());
        assert!(run_in("Prof. Sample: thesis").is_none() && run_in("Dr. Sample: thesis").is_some());
    }
}
