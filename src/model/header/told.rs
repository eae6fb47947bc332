//! What a line of the header tells beside its items: words in a row under a key, keys said twice, words that only lead to
//! a contact.

use super::lines::HeadLine;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::icon;
use crate::model::key;
use crate::model::kinds::{KeyKind, fold};
use crate::model::resume::{Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::words;

/// The name of a network in a table is no longer than this, in characters.
const LONGEST_KEY: usize = 24;

impl Builder<'_> {
    /// `Tools: Oven | Node.JS | Whisk`: a key that nobody knows and several words behind it, which only look like an
    /// address here and there.
    pub(super) fn is_told_in_a_row(&self, pieces: &[Rich]) -> bool {
        let [first, rest @ ..] = pieces else { return false };
        let text = first.text();
        let Some(key) = key::at_start(&text, key::GRID_KEY) else { return false };
        let name = text[..key.len].trim_end_matches([':', '：']);
        let sure = |piece: &Rich| {
            let text = piece.text();
            piece.runs().any(|run| run.link.is_some())
                || text.contains('@')
                || text.bytes().filter(u8::is_ascii_digit).count() >= 7
        };
        let word = |piece: &Rich| matches!(classify(piece.clone(), &self.manner), Item::Text(_));
        !rest.is_empty()
            && key.value < text.len()
            && KeyKind::of_key(name).is_empty()
            && !pieces.iter().any(sure)
            && rest.iter().any(word)
    }

    /// `张三 | 会计`: the post that stands alone beside the name; tells whether it does.
    pub(super) fn post_beside_name(&mut self, header: &mut Header, pieces: &[Rich]) -> bool {
        let [post] = pieces else { return false };
        let free = header.name.is_some() && header.headline.is_none();
        let told =
            words::is_job(&post.text()) && matches!(classify(post.clone(), &self.manner), Item::Text(_));
        if !free || !told {
            return false;
        }
        let value = icon::without(post.clone());
        let span = value.span().unwrap_or_default();
        header.headline = Some(KeyValue { key: None, value, span });
        true
    }

    /// Takes the words off pieces that the contact behind them says again: `kaggle | [kaggle](…)`.
    pub(super) fn without_keys_again(&mut self, pieces: Vec<Rich>) -> Vec<Rich> {
        let mut out: Vec<Rich> = Vec::with_capacity(pieces.len());
        let mut rest = pieces.into_iter().peekable();
        while let Some(piece) = rest.next() {
            let plain = piece.runs().all(|run| run.link.is_none());
            match rest.peek() {
                Some(next) if plain && is_linked(next) && says_again(&piece, next) => {
                    self.consume(&piece, "key that its value says again");
                }
                _ => out.push(piece),
            }
        }
        out
    }

    /// Takes the word off a contact that only leads to it: `Contact [a@example.com](…)`.
    pub(super) fn without_lead(&mut self, piece: Rich) -> Rich {
        const WORDS: [&str; 16] = [
            "contact",
            "contactme",
            "contactmeat",
            "contactat",
            "kontakt",
            "contacto",
            "contato",
            "contatto",
            "reachme",
            "reachmeat",
            "writeto",
            "联系",
            "联系我",
            "联络",
            "连络先",
            "email me",
        ];
        let runs: Vec<_> = piece.runs().collect();
        let [lead, rest @ ..] = runs.as_slice() else { return piece };
        let linked = lead.link.is_none() && !rest.is_empty() && rest.iter().all(|run| run.link.is_some());
        if !linked || !WORDS.contains(&fold(lead.text.trim()).as_str()) {
            return piece;
        }
        let at = lead.text.len();
        self.consume(&piece.slice(0..at), "word before a contact");
        let end = piece.text().len();
        piece.slice(at..end).trim()
    }
}

/// Tells whether a row of a table is the name of a network and a link: `Slides | [SpeakerDeck](…)`.
pub(super) fn is_network_and_link(cells: &[Rich]) -> bool {
    let [key, value] = cells else { return false };
    let text = key.text();
    let words = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-'));
    let plain = key.runs().all(|run| run.link.is_none()) && text.contains(char::is_alphabetic);
    plain && words && text.chars().count() <= LONGEST_KEY && is_linked(value)
}

/// Tells whether all words of a text are a link.
fn is_linked(text: &Rich) -> bool {
    let mut runs = text.runs().filter(|run| !run.text.trim().is_empty()).peekable();
    runs.peek().is_some() && runs.all(|run| run.link.is_some())
}

/// Tells whether a value has the very words of its key.
pub(super) fn says_again(key: &Rich, value: &Rich) -> bool {
    let (key, value) = (key.text(), value.text());
    let (key, value) = (fold(key.trim_end_matches([':', '：', ' '])), fold(&value));
    !key.is_empty() && key == value
}

/// Takes the emphasis off a line that is all in it: `*手机：138…*` among others that are not.
pub(super) fn upright(mut line: HeadLine) -> HeadLine {
    if !line.text.all(|marks| marks.emphasis && !marks.strong) {
        return line;
    }
    for text in std::iter::once(&mut line.text).chain(&mut line.cells) {
        text.dress(|marks| marks.emphasis = false);
    }
    line
}
