//! J303 and J304: words that weaken a résumé or do not belong in it; bare addresses in running text.

use super::walk::{Kind, Words};
use crate::diag::{Diagnostic, Message, Sink, Span, code, message};
use crate::model::{Resume, Rich};

/// The number of times that 精通 may occur.
const MASTERED: usize = 3;
/// The longest URL that may be bare in running text, in characters.
const LONGEST_URL: usize = 40;

/// Reports words, numbers and addresses.
pub fn check(resume: &Resume, words: &[Words<'_>], sink: &mut Sink) {
    mastered(words, sink);
    if resume.meta.lang.starts_with("en") {
        pronouns(words, sink);
    }
    for words in words {
        identity(words.text, sink);
        if matches!(words.kind, Kind::Prose | Kind::Summary) {
            bare_urls(words.text, sink);
        }
    }
    let key = |words: &&Words<'_>| words.kind == Kind::Title && is_salary(&words.text.text());
    if let Some(words) = words.iter().find(key) {
        let found = Diagnostic::new(code::WORDS, words.text.span(), "a salary is given in the résumé");
        sink.report(found.hint("it is better given when asked for"));
    }
}

fn mastered(words: &[Words<'_>], sink: &mut Sink) {
    let places = words.iter().flat_map(|words| matches(words.text, "精通"));
    let places: Vec<Option<Span>> = places.collect();
    if places.len() > MASTERED {
        let message = message!("精通 is used {count} times", count = places.len());
        let found = Diagnostic::new(code::WORDS, places.first().copied().flatten(), message);
        sink.report(
            found.hint("keep it for one or two things, and for the others say what you did with them"),
        );
    }
}

fn matches(text: &Rich, wanted: &str) -> Vec<Option<Span>> {
    let found = text.masked();
    found.match_indices(wanted).map(|(at, word)| text.slice(at..at + word.len()).span()).collect()
}

/// Words after which I is a pronoun: after others it may be a number, as in `Part I of`.
const BEFORE_I: &[&str] =
    &["and", "as", "because", "but", "if", "so", "that", "what", "when", "where", "which", "while"];

/// Reports I and my in running text: the first, with the number of the others. A summary may have them.
fn pronouns(words: &[Words<'_>], sink: &mut Sink) {
    let mut places = Vec::new();
    for words in words.iter().filter(|words| words.kind == Kind::Prose) {
        let text = words.text.masked();
        let (mut at, mut before) = (0, "");
        for piece in text.split_inclusive(' ') {
            let word = piece.trim_end().trim_end_matches([',', '.', ';']);
            let begins = before.is_empty() || before.ends_with(['.', ',', ';', ':', '!', '?']);
            let pronoun = word == "I" && piece.ends_with(' ') && (begins || BEFORE_I.contains(&before));
            if pronoun || matches!(word, "my" | "My" | "I'm" | "I’m" | "I've" | "I’ve") {
                places.push(words.text.slice(at..at + word.len()).span());
            }
            (at, before) = (at + piece.len(), piece.trim_end());
        }
    }
    if let Some(place) = places.first() {
        let times = match places.len() {
            1 => Message::default(),
            count => message!(" ({count} times)", count),
        };
        let message = message!("the text uses I or my{times}", times);
        let found = Diagnostic::new(code::WORDS, *place, message);
        sink.report(found.hint("begin with the verb: `Designed …` instead of `I designed …`"));
    }
}

/// Reports the number of a Chinese identity card: 17 figures and one more or X, the date of birth from the 7th on.
fn identity(text: &Rich, sink: &mut Sink) {
    let said = text.text();
    let bytes = said.as_bytes();
    let is_part = |b: &u8| b.is_ascii_alphanumeric();
    let mut at = 0;
    while at + 18 <= bytes.len() {
        let number = &bytes[at..at + 18];
        let alone = !at.checked_sub(1).is_some_and(|before| is_part(&bytes[before]))
            && !bytes.get(at + 18).is_some_and(is_part);
        let figures = number[..17].iter().all(u8::is_ascii_digit)
            && (number[17].is_ascii_digit() || matches!(number[17], b'x' | b'X'));
        let two = |from: usize| (number[from] - b'0') * 10 + (number[from + 1] - b'0');
        if alone
            && figures
            && matches!(two(6), 19 | 20)
            && (1..=12).contains(&two(10))
            && (1..=31).contains(&two(12))
        {
            let place = text.slice(at..at + 18).span();
            let found = Diagnostic::new(code::WORDS, place, "an identity card number is given in the résumé");
            sink.report(found.hint("delete it: nobody needs it to invite you, and others can misuse it"));
            return;
        }
        at += 1;
    }
}

/// 期望薪资, 目前月薪, Salary; 薪酬系统 is none.
fn is_salary(key: &str) -> bool {
    let key = key.trim().trim_end_matches(['：', ':']).to_lowercase();
    let ends = ["薪", "薪资", "薪酬", "薪水", "薪资要求", "salary"];
    key.chars().count() <= 20 && ends.iter().any(|end| key.ends_with(end))
}

/// Reports a long URL that is shown in full, in text that has other words as well.
fn bare_urls(text: &Rich, sink: &mut Sink) {
    let is_url = |shown: &str| shown.starts_with("http://") || shown.starts_with("https://");
    let length: usize = text.runs().map(|run| run.text.trim().chars().count()).sum();
    for run in text.runs().filter(|run| run.link.is_some() && is_url(&run.text)) {
        let own = run.text.chars().count();
        if own > LONGEST_URL && length >= own + 8 {
            let found = Diagnostic::new(code::BARE_URL, run.span, "a long URL is written out in the text");
            sink.report(found.hint("put words in its place: `[the words](https://…)`; the link stays"));
        }
    }
}
