//! Words for skills, and where a text has them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::source::chars::is_wide;

/// The most characters of a word, not counting blanks.
const LONGEST: usize = 40;
/// Words with at most this many letters are found only as they are written: `go` is not `Go`.
const SHORT: usize = 3;

/// Words, grouped by meaning.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The first word of each group, its name.
    names: Vec<String>,
    forms: BTreeMap<String, Form>,
}

#[derive(Debug)]
struct Form {
    concept: usize,
    /// The exact spelling, if only that counts.
    exact: Option<String>,
}

/// A word of a vocabulary in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its concept in the vocabulary.
    pub concept: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// Returns the built-in vocabulary.
pub fn built_in() -> &'static Vocabulary {
    static WORDS: OnceLock<Vocabulary> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lines =
            include_str!("skills.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let mut words = Vocabulary::default();
        for concept in lines.flat_map(|line| line.split(';')) {
            words.add(concept.split('=').map(str::trim).filter(|word| !word.is_empty()));
        }
        words
    })
}

impl Vocabulary {
    /// Adds words with the same meaning; known words keep theirs.
    pub fn add<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let concept = self.names.len();
        for word in words {
            let form = form(word);
            if form.is_empty() || form.chars().count() > LONGEST {
                continue;
            }
            if self.names.len() == concept {
                self.names.push(word.to_owned());
            }
            let short = form.is_ascii() && form.len() <= SHORT;
            let exact = short.then(|| word.to_owned());
            self.forms.entry(form).or_insert(Form { concept, exact });
        }
    }

    /// Returns the name of a concept.
    #[cfg(test)]
    fn name(&self, concept: usize) -> &str {
        self.names.get(concept).map_or("", String::as_str)
    }

    /// Returns where a text has words of this vocabulary, the longest at each place.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let found = if begins(text, at) { self.longest(text, at) } else { None };
            at = found.as_ref().map_or(at + c.len_utf8(), |hit: &Hit| hit.range.end);
            hits.extend(found);
        }
        hits
    }

    fn longest(&self, text: &str, start: usize) -> Option<Hit> {
        let (mut form, mut found, mut count) = (String::new(), None, 0);
        for (offset, c) in text[start..].char_indices() {
            let Some(folded) = folded(c) else {
                // A word may contain a blank, but not a line end or two blanks.
                if form.is_empty() || c == '\n' || is_joint_end(&text[start + offset..]) {
                    break;
                }
                continue;
            };
            form.extend(folded);
            count += 1;
            if count > LONGEST {
                break;
            }
            let end = start + offset + c.len_utf8();
            let end = ends(text, end, c);
            if let (Some(end), Some(known)) = (end, self.forms.get(&form)) {
                let written = &text[start..start + offset + c.len_utf8()];
                if known.exact.as_ref().is_none_or(|exact| exact == written) {
                    found = Some(Hit { concept: known.concept, range: start..end });
                }
            }
        }
        found
    }
}

/// Returns the form in which a word is looked up: `node.js` is `NodeJS`.
fn form(word: &str) -> String {
    word.chars().filter_map(folded).flatten().collect()
}

/// Returns a character as it is compared; `None` for one that joins the parts of a word.
fn folded(c: char) -> Option<std::char::ToLowercase> {
    let c = match c {
        // Fullwidth forms of ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '’' => '\'',
        _ => c,
    };
    match c {
        ' ' | '-' | '.' | '/' | '_' | '\u{A0}' | '‑' | '\n' => None,
        _ => Some(c.to_lowercase()),
    }
}

/// Returns whether the joint after a part of a word is followed by another one: then the word has ended.
fn is_joint_end(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    chars.next().is_none_or(|c| folded(c).is_none())
}

/// Returns whether a word may begin at a position: a Latin one not inside another.
fn begins(text: &str, at: usize) -> bool {
    let c = text[at..].chars().next();
    let before = text[..at].chars().next_back();
    let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    match c {
        Some('.') => before.is_none_or(|c| c.is_whitespace() || is_wide(c)) && text[at..].len() > 1,
        Some(c) if in_word(c) => !before.is_some_and(|c| in_word(c) || c == '&'),
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}

/// Returns where a word ends that could end after `last`, a plural s included; `None` if it continues.
fn ends(text: &str, end: usize, last: char) -> Option<usize> {
    let goes_on = |rest: &str| {
        let next = rest.chars().next();
        let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
        // `C` is not in `C++`, nor in `C#`, nor `R` in `R&D`.
        next.is_some_and(|c| in_word(c) || matches!(c, '+' | '#' | '&'))
    };
    if is_wide(last) || !goes_on(&text[end..]) {
        return Some(end);
    }
    let plural = text[end..].strip_prefix('s').filter(|rest| !goes_on(rest) && last != 's');
    plural.map(|_| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let words = built_in();
        words.find(text).iter().map(|hit| words.name(hit.concept)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        for (text, want) in [
            ("熟悉 K8s、springboot 与消息队列", "Kubernetes Spring Boot 消息队列"),
            ("Kubernetes, REST APIs; node js and NodeJS", "Kubernetes REST Node.js Node.js"),
            ("C, C++ and C# (not Objective-C)", "C C++ C# Objective-C"),
            ("Go 语言", "Go"),
            ("we go to R&D", ""),
            ("machine-learning models in ＰＹＴＨＯＮ", "机器学习 Python"),
            ("JavaScript 不是 Java", "JavaScript Java"),
            ("微服务架构设计", "微服务 架构设计"),
            ("CI/CD 与 CICD", "CI/CD CI/CD"),
            ("the art of sharding", "分库分表"),
        ] {
            assert_eq!(found(text), want, "{text}");
        }
    }

    #[test]
    fn the_list_is_in_order() {
        let words = built_in();
        assert!(words.names.len() > 500, "{}", words.names.len());
        // Each word has only one meaning.
        let lines =
            include_str!("skills.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for concept in lines.flat_map(|line| line.split(';')) {
            for word in concept.split('=').map(str::trim) {
                assert!(!word.is_empty(), "{concept}");
                if let Some(other) = seen.insert(form(word), concept) {
                    assert_eq!(other, concept, "{word} is for two");
                }
            }
        }
    }
}
