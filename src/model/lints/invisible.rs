//! J307: invisible text, and words meant only for programs.

use super::walk::Words;
use crate::diag::{Diagnostic, Fix, Message, Severity, Sink, code, message};
use crate::model::Rich;

/// The number of characters without width that may be an accident of copying.
const ACCIDENT: usize = 3;
/// The number of times that a word may follow itself.
const REPEATED: usize = 4;

/// Reports characters without width, and words repeated again and again.
pub fn check(words: &[Words<'_>], source: &str, sink: &mut Sink) {
    let mut places = Vec::new();
    for words in words {
        let text = words.text.text();
        let hidden = text.char_indices().filter(|(at, c)| is_hidden(*c) && !is_of_flag(&text, *at));
        places.extend(hidden.map(|(at, c)| (c, words.text.slice(at..at + c.len_utf8()).span())));
        stuffed(words.text, sink);
    }
    let Some((c, place)) = places.first() else { return };
    let many = if places.len() > 1 {
        message!(" (and {more} more)", more = places.len() - 1)
    } else {
        Message::default()
    };
    let message =
        message!("U+{hex} has no width: nobody sees it{many}", hex = format!("{:04X}", u32::from(*c)), many);
    let mut found = Diagnostic::new(code::INVISIBLE, *place, message)
        .hint("delete it; it was copied, or typed to deceive");
    if places.len() <= ACCIDENT {
        found.severity = Severity::Warning;
    }
    let fixes = places.iter().filter_map(|(c, place)| {
        place
            .filter(|place| source.get(place.range()).is_some_and(|text| text.chars().eq([*c])))
            .map(|place| Fix::new(place, *c, ""))
    });
    sink.report(fixes.fold(found, Diagnostic::fix));
}

/// Returns whether a character is hidden. Joiners are not: emoji and several scripts need them.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{E0000}'..='\u{E007F}')
}

/// The flags of England, Scotland and Wales: the only ones that are written with tags (UTS #51, RGI).
const FLAGS: [&str; 3] = [
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];

/// Returns whether the tag at an offset belongs to a flag.
fn is_of_flag(text: &str, at: usize) -> bool {
    let tags = FLAGS[0].chars().count() - 1;
    let flag = text[..at].char_indices().rev().take(tags).find(|(_, c)| *c == '🏴');
    flag.is_some_and(|(from, _)| {
        FLAGS.iter().any(|flag| text[from..].starts_with(flag) && at < from + flag.len())
    })
}

/// Reports a word that occurs five times in a row.
fn stuffed(text: &Rich, sink: &mut Sink) {
    let said = text.text();
    let (mut last, mut times, mut at) = ("", 0, 0);
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '|' | '/' | '·');
    for piece in said.split_inclusive(is_between) {
        let word = piece.trim_end_matches(is_between);
        if !word.is_empty() {
            times = if word == last { times + 1 } else { 1 };
            last = word;
        }
        // Marks and figures may be repeated, as in a row of stars.
        if times > REPEATED && word.chars().any(char::is_alphabetic) {
            let place = text.slice(at..at + word.len()).span();
            let message =
                message!("`{word}` is repeated many times", word = word.chars().take(20).collect::<String>());
            let found = Diagnostic::new(code::INVISIBLE, place, message);
            return sink.report(found.hint("once is enough, for people and for programs"));
        }
        at += piece.len();
    }
}
