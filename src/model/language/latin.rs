//! The languages of the Latin alphabet, told apart by their commonest words and the words of résumés.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::words::{ENGLISH, LETTERS, WORDS};
use crate::model::kinds::{WordMap, word_map};

/// A word of one language alone counts twice as much as one that several share.
const OWN: usize = 2;
/// A language other than English needs a score of this much …
const LEAST: usize = 6;
/// … from as many different words as this …
const LEAST_WORDS: usize = 3;
/// … and this much more than English, in percent.
const MARGIN: usize = 160;
/// Letters of few languages count no more than this in all: they occur in names too.
const MOST_LETTERS: usize = 6;

/// The range of letters that distinguish languages, so that ideographs need not be looked up.
const ACCENTED: RangeInclusive<char> = '\u{80}'..='\u{1FFF}';

/// The number of languages in the table, English first.
const COUNT: usize = WORDS.len() + 1;

/// The evidence of a text's words.
#[derive(Default)]
pub(super) struct Words {
    scores: [usize; COUNT],
    /// Known words of each language.
    hits: [usize; COUNT],
    /// The same, each word once.
    kinds: [usize; COUNT],
    seen: HashSet<&'static str>,
    letters: [usize; COUNT],
    all: usize,
}

/// The languages that have a word, as bits.
type Languages = u16;

/// The words of each language, with its bit.
static TEXTS: [(Languages, &str); COUNT] = {
    let mut texts = [(1, ENGLISH); COUNT];
    let mut at = 1;
    while at < COUNT {
        texts[at] = (1 << at, WORDS[at - 1].1);
        at += 1;
    }
    texts
};

/// Returns a word as it is in the tables, and the languages that have it.
fn find(word: &str) -> Option<(&'static str, Languages)> {
    static TABLE: WordMap<Languages> = word_map!(&TEXTS);
    TABLE.all(word).reduce(|(known, all), (_, language)| (known, all | language))
}

/// Returns whether a letter is a common ideograph: none of the tables has it.
fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

impl Words {
    pub fn add(&mut self, text: &str) {
        let mut lower = String::new();
        for word in text.split(|c| !is_ideograph(c) && !c.is_alphabetic()).filter(|word| word.len() > 1) {
            self.all += 1;
            if word.chars().all(is_ideograph) {
                continue;
            }
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            if let Some((known, languages)) = find(&lower) {
                let first = self.seen.insert(known);
                self.count(languages, first);
            }
            lower.chars().filter(|c| ACCENTED.contains(c)).for_each(|c| self.letter(c));
        }
    }

    fn count(&mut self, languages: Languages, first: bool) {
        let weight = if languages.is_power_of_two() { OWN } else { 1 };
        for at in (0..COUNT).filter(|at| languages & (1 << at) != 0) {
            self.scores[at] += weight;
            self.hits[at] += 1;
            self.kinds[at] += usize::from(first);
        }
    }

    fn letter(&mut self, c: char) {
        for (at, (_, letters)) in LETTERS.iter().enumerate() {
            if letters.contains(c) {
                self.letters[at + 1] += 1;
            }
        }
    }

    /// Returns whether the text has sentences in one of the languages: in a list of names, less than a tenth of the
    /// words are among its commonest ones.
    pub fn are_sentences(&self) -> bool {
        let known = self.hits.iter().copied().max().unwrap_or(0);
        known >= LEAST_WORDS && known * 10 > self.all
    }

    /// Returns the language; English unless another is clearly ahead.
    pub fn language(&self) -> &'static str {
        let score = |at: usize| self.scores[at] + self.letters[at].min(MOST_LETTERS);
        // The first of two with the same score counts.
        let best = (1..COUNT).rev().max_by_key(|at| score(*at)).unwrap_or(0);
        let sure = score(best) >= LEAST
            && self.kinds[best] >= LEAST_WORDS
            && score(best) * 100 > self.scores[0] * MARGIN;
        if sure { WORDS[best - 1].0 } else { "en" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_lower_case_and_have_letters_only() {
        for (_, words) in WORDS.into_iter().chain([("en", ENGLISH)]) {
            for word in words.split_whitespace() {
                assert!(word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase()), "{word}");
            }
        }
        assert!(LETTERS.iter().all(|(_, letters)| letters.chars().all(|c| ACCENTED.contains(&c))));
        assert_eq!(LETTERS.map(|(language, _)| language), WORDS.map(|(language, _)| language));
    }
}
