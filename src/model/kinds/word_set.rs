//! A set of words that is looked up whole, at the ends of a text, or anywhere inside it.

use std::collections::HashSet;
use std::ops::Range;

/// Words of a table, each looked up in a time that the number of words does not change.
pub(in crate::model) struct WordSet {
    words: HashSet<&'static str>,
    /// The lengths that they have, in bytes, as bits.
    lengths: u128,
    /// The letters that they begin with.
    first: HashSet<char>,
}

impl WordSet {
    /// Reads a table of words parted by blanks; none is longer than 127 bytes.
    pub fn of(table: &'static str) -> WordSet {
        let words: HashSet<&str> = table.split_whitespace().filter(|word| word.len() < 128).collect();
        let lengths = table
            .split_whitespace()
            .filter(|word| word.len() < 128)
            .fold(0, |all, word| all | 1 << word.len());
        let first = table.split_whitespace().filter_map(|word| word.chars().next()).collect();
        WordSet { words, lengths, first }
    }

    /// Tells whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.words.contains(text)
    }

    /// Returns the longest word that a text begins with.
    pub fn at_start<'a>(&self, text: &'a str) -> Option<&'a str> {
        let begins = text.chars().next().is_some_and(|c| self.first.contains(&c));
        let mut parts = self.lengths().filter_map(|len| text.get(..len));
        if begins { parts.find(|part| self.has(part)) } else { None }
    }

    /// Returns the longest word that a text ends with.
    pub fn at_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        let mut parts = self.lengths().filter_map(|len| text.get(text.len().checked_sub(len)?..));
        parts.find(|part| self.has(part))
    }

    /// Tells whether a text holds one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.at_start(&text[at..]).is_some())
    }

    /// Returns where a text holds the longest of the words, the first of several.
    pub fn longest_in(&self, text: &str) -> Option<Range<usize>> {
        let found =
            text.char_indices().filter_map(|(at, _)| Some(at..at + self.at_start(&text[at..])?.len()));
        found.rev().max_by_key(Range::len)
    }

    /// The lengths, from the longest.
    fn lengths(&self) -> impl Iterator<Item = usize> {
        let mut rest = self.lengths;
        std::iter::from_fn(move || {
            let len = rest.checked_ilog2()? as usize;
            rest &= !(1 << len);
            Some(len)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_the_ends_and_inside() {
        let words = WordSet::of("个人简历 简历 resume é");
        assert!(words.has("简历") && !words.has("简") && !words.has(""));
        assert_eq!(words.at_start("个人简历表"), Some("个人简历"));
        assert_eq!(words.at_start("我的简历"), None);
        assert_eq!(words.at_end("我的个人简历"), Some("个人简历"));
        assert_eq!(words.at_end("历"), None);
        assert!(words.is_in("the résumé") && words.is_in("一份简历表") && !words.is_in("履历"));
        assert_eq!(words.longest_in("简历和个人简历"), Some(9..21));
        assert_eq!(words.longest_in("简历、简历"), Some(0..6));
        assert_eq!(WordSet::of("").longest_in("x"), None);
    }
}
