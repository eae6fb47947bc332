//! `kind: letter`, and the keys that only a letter has.

use super::carried::Front;
use super::keys::fold;
use super::{Entry, Node, Value, Yaml};
use crate::source::letters::LetterKey;

/// Words for a letter.
const LETTERS: [&str; 12] = [
    "letter",
    "coverletter",
    "信",
    "求职信",
    "求職信",
    "应聘信",
    "自荐信",
    "anschreiben",
    "brief",
    "添え状",
    "送付状",
    "자기소개서",
];

/// Returns whether a front matter is that of a letter.
pub(super) fn is_letter(entries: &[Entry]) -> bool {
    entries.iter().any(|(key, _, node)| {
        fold(key) == "kind"
            && matches!(&node.value, Yaml::Text(text) if LETTERS.contains(&fold(text).as_str()))
    })
}

impl Front<'_> {
    /// Reads a key that only a letter has.
    pub(super) fn letter(&mut self, key: &str, meaning: LetterKey, node: Node) {
        let span = self.span(node.range.clone());
        let mut letter = self.found.letter.take().unwrap_or_default();
        match meaning {
            LetterKey::Kind => letter.span = span,
            LetterKey::Sender => letter.sender = self.text(key, node),
            LetterKey::To => letter.to = self.rows(key, node),
            LetterKey::Place => letter.place = self.text(key, node),
            LetterKey::Date => letter.date = self.text(key, node),
            LetterKey::Subject => letter.subject = self.text(key, node),
            LetterKey::Signature => letter.signature = self.text(key, node),
            LetterKey::Enclosures => letter.enclosures = self.rows(key, node),
        }
        self.found.letter = Some(letter);
    }

    /// Returns lines of text: a list, a block of lines, or a single line.
    fn rows(&mut self, key: &str, node: Node) -> Vec<Value> {
        match node.value {
            Yaml::List(items) => items.into_iter().filter_map(|item| self.text(key, item)).collect(),
            Yaml::Text(text) if text.trim().contains('\n') => {
                let span = self.span(node.range);
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.map(|line| Value { text: line.to_owned(), span }).collect()
            }
            _ => self.text(key, node).into_iter().collect(),
        }
    }
}
