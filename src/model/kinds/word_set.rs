//! A set of words that is looked up whole, at the ends of a text, or anywhere inside it.

use std::ops::Range;

use super::word_map::{WordMap, next_word};

/// Words of a table, each looked up in a time independent of their number. Made by
/// [`word_set!`](super::word_set).
pub(in crate::model) struct WordSet {
    words: WordMap<()>,
    /// Their first and last letters.
    first: Letters,
    last: Letters,
}

/// Returns a [`WordSet`] of a constant text, its words separated by blanks.
macro_rules! word_set {
    ($text:expr) => {{
        const TEXT: &str = $text;
        $crate::model::kinds::WordSet::new($crate::model::kinds::word_map!(&[((), TEXT)]), TEXT)
    }};
}

pub(in crate::model) use word_set;

impl WordSet {
    pub const fn new(words: WordMap<()>, text: &str) -> WordSet {
        let (mut first, mut last) = (Letters::NONE, Letters::NONE);
        let bytes = text.as_bytes();
        let (mut from, mut to) = next_word(bytes, 0);
        while from < to {
            first.add(first_letter(bytes, from));
            last.add(last_letter(bytes, to));
            (from, to) = next_word(bytes, to);
        }
        WordSet { words, first, last }
    }

    /// Returns whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.words.find(text).is_some()
    }

    /// Returns the longest word that a text begins with.
    pub fn at_start<'a>(&self, text: &'a str) -> Option<&'a str> {
        if text.is_empty() || !self.first.may_have(first_letter(text.as_bytes(), 0)) {
            return None;
        }
        self.words.lengths().filter_map(|len| text.get(..len)).find(|part| self.has(part))
    }

    /// Returns the longest word that a text ends with.
    pub fn at_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        if text.is_empty() || !self.last.may_have(last_letter(text.as_bytes(), text.len())) {
            return None;
        }
        let parts = self.words.lengths().filter_map(|len| text.get(text.len().checked_sub(len)?..));
        parts.into_iter().find(|part| self.has(part))
    }

    /// Returns whether a text holds one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.at_start(&text[at..]).is_some())
    }

    /// Returns where a text holds the longest of the words, the first of several.
    pub fn longest_in(&self, text: &str) -> Option<Range<usize>> {
        let found =
            text.char_indices().filter_map(|(at, _)| Some(at..at + self.at_start(&text[at..])?.len()));
        found.rev().max_by_key(Range::len)
    }
}

/// Letters, by the bytes that distinguish most of them: where none of a set's letters can be, no word is
/// searched for.
struct Letters([u64; 16]);

impl Letters {
    const NONE: Letters = Letters([0; 16]);

    const fn add(&mut self, letter: u32) {
        self.0[(letter / 64 % 16) as usize] |= 1 << (letter % 64);
    }

    const fn may_have(&self, letter: u32) -> bool {
        self.0[(letter / 64 % 16) as usize] & (1 << (letter % 64)) != 0
    }
}

/// Returns some bits of the letter that begins at a byte.
const fn first_letter(text: &[u8], at: usize) -> u32 {
    let mut end = at + 1;
    while end < text.len() && is_inside(text[end]) {
        end += 1;
    }
    last_letter(text, end)
}

/// Returns some bits of the letter that ends before a byte.
const fn last_letter(text: &[u8], end: usize) -> u32 {
    let last = text[end - 1] as u32;
    if end > 1 && is_inside(text[end - 1]) { (text[end - 2] as u32) << 6 | last & 0x3F } else { last }
}

/// Returns whether a byte continues a letter.
const fn is_inside(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_the_ends_and_inside() {
        static WORDS: WordSet = word_set!("个人简历 简历 resume é");
        assert!(WORDS.has("简历") && !WORDS.has("简") && !WORDS.has(""));
        assert_eq!(WORDS.at_start("个人简历表"), Some("个人简历"));
        assert_eq!(WORDS.at_start("我的简历"), None);
        assert_eq!(WORDS.at_end("我的个人简历"), Some("个人简历"));
        assert_eq!(WORDS.at_end("历"), None);
        assert_eq!((WORDS.at_start(""), WORDS.at_end("")), (None, None));
        assert_eq!((WORDS.at_start("é"), WORDS.at_end("é")), (Some("é"), Some("é")));
        assert!(WORDS.is_in("the résumé") && WORDS.is_in("一份简历表") && !WORDS.is_in("履历"));
        assert_eq!(WORDS.longest_in("简历和个人简历"), Some(9..21));
        assert_eq!(WORDS.longest_in("简历、简历"), Some(0..6));
        static NONE: WordSet = word_set!("");
        assert_eq!(NONE.longest_in("x"), None);
    }
}
