//! The language of a document, from its letters and its commonest words.

mod latin;
mod letters;
mod words;

use crate::source::Source;
use crate::source::chars::is_wide;
use crate::source::markdown::{self, BlockKind};
use latin::Words;
use letters::Letters;

/// The number of characters read: the first pages suffice.
const ENOUGH: usize = 50_000;

/// Returns the BCP 47 tag of a document: from its front matter, else from its letters and words.
pub(super) fn of(source: &Source) -> String {
    if let Some(lang) = &source.front.lang
        && !lang.text.is_empty()
    {
        // Chinese without a script: the letters decide.
        let traditional = lang.text == "zh" && guess_of(source).letters.language() == "zh-Hant";
        return if traditional { "zh-Hant".to_owned() } else { lang.text.clone() };
    }
    guess_of(source).language().to_owned()
}

/// Counts the scripts and words of a document.
fn guess_of(source: &Source) -> Guess {
    let mut guess = Guess::default();
    markdown::texts(&source.markdown.blocks, &mut |text, _| guess.add(text));
    for block in &source.markdown.blocks {
        if let BlockKind::Heading { content, .. } = &block.kind {
            guess.add_title(&markdown::plain_text(content));
        }
    }
    guess
}

/// This many titles decide the language of the text under them.
const LEAST_TITLES: usize = 3;

/// The counts of a text.
#[derive(Default)]
struct Guess {
    letters: Letters,
    words: Words,
    read: usize,
    /// The numbers of headings in wide letters, and of all headings.
    wide_titles: usize,
    titles: usize,
}

impl Guess {
    fn add(&mut self, text: &str) {
        if self.read > ENOUGH {
            return;
        }
        self.read += text.len();
        for part in text.split_whitespace().filter(|part| !is_address(part)) {
            part.chars().for_each(|c| self.letters.add(c));
            self.words.add(part);
        }
    }

    fn add_title(&mut self, title: &str) {
        let wide = title.chars().filter(|c| is_wide(*c)).count();
        let narrow = title.chars().filter(|c| c.is_alphabetic() && !is_wide(*c)).count();
        self.titles += usize::from(wide + narrow > 0);
        self.wide_titles += usize::from(wide > 0 && wide * 6 > narrow);
    }

    /// An ideograph counts for about three letters. A text is in a language of the Latin alphabet if ideographs
    /// are rare, or few among real sentences in that language, so that a Chinese text full
    /// of product names stays Chinese and an English one with some names in Han stays English. Titles in Han
    /// over most of it outweigh a list of English publications.
    fn language(&self) -> &'static str {
        let Letters { latin, cyrillic, .. } = self.letters;
        let wide = self.letters.wide();
        if cyrillic * 3 >= latin && cyrillic > wide * 3 && cyrillic > 0 {
            return "ru";
        }
        let rare = wide * 12 < latin;
        let few = wide * 4 < latin && self.words.are_sentences();
        let titled = self.wide_titles >= LEAST_TITLES && self.wide_titles * 2 > self.titles;
        if wide == 0 || ((rare || few) && !titled) { self.words.language() } else { self.letters.language() }
    }
}

/// `name@example.com`, `https://example.com/a`, `example.com`: in no language.
fn is_address(part: &str) -> bool {
    let host = || part.trim_end_matches(['.', ',', ')']).split_once('.');
    let domain = |(left, right): (&str, &str)| {
        left.ends_with(|c: char| c.is_ascii_alphanumeric())
            && right.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    part.is_ascii() && (part.contains('@') || part.contains("://") || host().is_some_and(domain))
}

#[cfg(test)]
mod tests;
