//! The terms of an advertisement, and where a résumé has them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ad::{Ad, Weight};
use super::lines::Line;
use super::skills::{self, Hit, Vocabulary};
use super::{Found, Term, repeated};
use crate::source::chars::is_wide;

/// Words in capitals that name no skill.
const COMMON: [&str; 40] = [
    "AND", "OR", "THE", "WE", "US", "UK", "EU", "USA", "JD", "HQ", "FAQ", "PTO", "CEO", "CTO", "CFO", "COO",
    "EEO", "AM", "PM", "TBD", "ASAP", "ID", "PDF", "CV", "OK", "TV", "NOT", "ALL", "NO", "YES", "FTE", "GMT",
    "UTC", "RMB", "CNY", "USD", "EUR", "GBP", "KPI", "OKR",
];

/// Returns the terms asked for, the weightiest first, each with its places in the résumé.
pub fn of(ad: &Ad, lines: &[Line]) -> Vec<Term> {
    let own = own_words(lines);
    let mut asked = Asked::default();
    for (weight, line) in &ad.lines {
        let mine = own.find(line);
        // The résumé's 报关单 is longer than 报关.
        let longer = |hit: &Hit| {
            let inside =
                |other: &Hit| other.range.start <= hit.range.start && hit.range.end <= other.range.end;
            mine.iter().any(|other| inside(other) && other.range.len() > hit.range.len())
        };
        let hits = skills::built_in().find(line).into_iter().filter(|hit| !longer(hit)).collect::<Vec<Hit>>();
        let mut taken: Vec<Range<usize>> = Vec::new();
        for hit in hits {
            asked.add(Key::Known(hit.concept), &line[hit.range.clone()], *weight);
            taken.push(hit.range);
        }
        let is_free = |taken: &[Range<usize>], range: &Range<usize>| {
            taken.iter().all(|other| other.end <= range.start || range.end <= other.start)
        };
        for hit in mine.into_iter().filter(|hit| is_free(&taken, &hit.range)).collect::<Vec<Hit>>() {
            asked.add(Key::Own(hit.concept), &line[hit.range.clone()], *weight);
            taken.push(hit.range);
        }
        if *weight == Weight::About {
            continue;
        }
        for range in
            names(line, *weight).into_iter().filter(|range| is_free(&taken, range)).collect::<Vec<_>>()
        {
            asked.add(Key::Word(line[range.clone()].to_lowercase()), &line[range.clone()], *weight);
            taken.push(range);
        }
        asked.rest.push((*weight, without(line, &taken)));
    }
    for (text, weight, times) in repeated::of(&asked.rest) {
        asked.terms.entry(Key::Word(text.clone())).or_insert(Wanted { text, weight, times });
    }
    asked.found_in(lines, &own)
}

/// The identity of a term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A word of the built-in vocabulary.
    Known(usize),
    /// A word among the résumé's skills.
    Own(usize),
    /// Any other word, in lower case.
    Word(String),
}

#[derive(Debug)]
struct Wanted {
    text: String,
    weight: Weight,
    times: usize,
}

#[derive(Default)]
struct Asked {
    terms: BTreeMap<Key, Wanted>,
    /// The terms in order of appearance.
    order: Vec<Key>,
    /// The rest of each line.
    rest: Vec<(Weight, String)>,
}

impl Asked {
    fn add(&mut self, key: Key, text: &str, weight: Weight) {
        if !self.terms.contains_key(&key) {
            self.order.push(key.clone());
        }
        let wanted = self.terms.entry(key).or_insert(Wanted { text: text.to_owned(), weight, times: 0 });
        wanted.weight = wanted.weight.max(weight);
        wanted.times += 1;
    }

    fn found_in(self, lines: &[Line], own: &Vocabulary) -> Vec<Term> {
        let place = |key: &Key| self.order.iter().position(|other| other == key).unwrap_or(usize::MAX);
        let mut terms: Vec<(usize, Key, Term)> = Vec::new();
        for (key, Wanted { text, weight, times }) in &self.terms {
            let (text, weight, times) = (text.clone(), *weight, *times);
            terms.push((place(key), key.clone(), Term { text, weight, times, found: Vec::new() }));
        }
        for line in lines {
            let text = line.text.text();
            let known = skills::built_in().find(&text);
            let owned = own.find(&text);
            for (_, key, term) in &mut terms {
                let range = match key {
                    Key::Known(concept) => {
                        known.iter().find(|hit| hit.concept == *concept).map(|hit| hit.range.clone())
                    }
                    Key::Own(concept) => {
                        owned.iter().find(|hit| hit.concept == *concept).map(|hit| hit.range.clone())
                    }
                    Key::Word(word) => word_in(&text, word),
                };
                if let Some(range) = range {
                    let span = line.text.slice(range.clone()).span().unwrap_or(line.span);
                    let text = text[range].to_owned();
                    let section = line.section.clone();
                    term.found.push(Found { text, span, section, what: line.what, page: None });
                }
            }
        }
        terms.sort_by_key(|(place, _, term)| {
            (std::cmp::Reverse((term.weight, term.times)), *place, term.text.clone())
        });
        terms.into_iter().map(|(_, _, term)| term).collect()
    }
}

/// Returns the words of a résumé's skills and tags as a vocabulary.
fn own_words(lines: &[Line]) -> Vocabulary {
    let mut own = Vocabulary::default();
    let parts = |c: char| {
        matches!(
            c,
            '、' | '，' | ',' | '；' | ';' | '/' | '|' | '·' | '：' | ':' | '（' | '）' | '(' | ')' | '\n'
        )
    };
    for line in lines.iter().filter(|line| line.is_skill && line.what != "title") {
        for word in line.text.text().split(parts) {
            let word = word.trim().trim_end_matches(['.', '。']);
            let length = word.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>();
            // A sentence is not a term, nor is a letter.
            if (3..=24).contains(&length) && word.split(' ').count() <= 3 {
                own.add(std::iter::once(word));
            }
        }
    }
    own
}

/// Returns the place of a word in a text, whatever its case.
fn word_in(text: &str, word: &str) -> Option<Range<usize>> {
    let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    for (start, _) in text.char_indices() {
        let mut rest = text[start..].char_indices();
        let mut wanted = word.chars();
        let mut end = start;
        let same = loop {
            let Some(c) = wanted.next() else { break true };
            match rest.next() {
                Some((at, other)) if other.to_lowercase().eq(c.to_lowercase()) => {
                    end = start + at + other.len_utf8();
                }
                _ => break false,
            }
        };
        let bound = |c: Option<char>| !c.is_some_and(in_word);
        let inside = word.starts_with(in_word)
            && !(bound(text[..start].chars().next_back()) && bound(text[end..].chars().next()));
        if same && end > start && !inside {
            return Some(start..end);
        }
    }
    None
}

/// Returns the Latin words of a line that name something: each of them among wide letters, else those not written
/// like a common word (`K8s`, `SAP`), and in requirements those with a capital inside a sentence.
fn names(line: &str, weight: Weight) -> Vec<Range<usize>> {
    let wide = line.chars().filter(|c| is_wide(*c)).count() * 3
        > line.chars().filter(char::is_ascii_alphabetic).count();
    let in_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '.' | '-');
    let mut found = Vec::new();
    let mut starts = true;
    for part in line.split(|c: char| !in_word(c)) {
        let offset = part.as_ptr() as usize - line.as_ptr() as usize;
        let word = part.trim_end_matches(['.', '-']);
        let lead = word.len() - word.trim_start_matches(['.', '-', '+', '#']).len();
        let word = &word[lead..];
        if word.is_empty() {
            continue;
        }
        let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
        let upper = word.bytes().filter(u8::is_ascii_uppercase).count();
        let inner = word.bytes().skip(1).any(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let signed = word.ends_with(['+', '#']);
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase()) && !starts && weight > Weight::Duty;
        let named = word.starts_with(|c: char| c.is_ascii_alphabetic())
            && (letters >= 2 || signed)
            && (wide || inner || capital && letters >= 3 || signed)
            && !word.contains("..")
            && !(upper == letters && COMMON.contains(&word));
        if named {
            let start = offset + lead;
            found.push(start..start + word.len());
        }
        starts = part.ends_with('.') || line[offset + part.len()..].starts_with([':', '!', '?', '：', '•']);
    }
    found
}

/// Returns a line with its known words blanked out.
fn without(line: &str, taken: &[Range<usize>]) -> String {
    let hidden = |at: usize| taken.iter().any(|range| range.contains(&at));
    line.char_indices().map(|(at, c)| if hidden(at) { ' ' } else { c }).collect()
}
