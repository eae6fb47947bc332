//! J302: punctuation of the wrong width.

use super::walk::{Kind, Words};
use crate::diag::{Diagnostic, Fix, Message, Sink, code, message};
use crate::source::chars::is_han;

/// Half-width marks and their counterparts between Han characters. Brackets are a matter of taste.
const WIDE: &[(char, char)] = &[(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！')];

/// Reports the first mark of each text, with the number of the others.
pub fn check(words: &[Words<'_>], source: &str, sink: &mut Sink) {
    for words in words.iter().filter(|words| !matches!(words.kind, Kind::Fixed | Kind::Contact)) {
        let text = words.text.masked();
        let wrong = wrong(&text);
        let Some(&(at, mark, right)) = wrong.first() else { continue };
        let place = words.text.slice(at..at + mark.len_utf8()).span();
        let width = if mark.is_ascii() { "half-width" } else { "full-width" };
        let beside =
            if mark.is_ascii() { "between Han characters" } else { "in a text without any Han character" };
        let more = if wrong.len() > 1 {
            message!(" (and {more} more)", more = wrong.len() - 1)
        } else {
            Message::default()
        };
        let message = message!(
            "the {width} `{mark}` is {beside}{more}",
            width = Message::from(width),
            mark,
            beside = Message::from(beside),
            more
        );
        let finding = Diagnostic::new(code::WIDTH, place, message).hint(message!("write `{right}`", right));
        let fixes = wrong.iter().filter_map(|&(at, mark, right)| {
            let span = words.text.slice(at..at + mark.len_utf8()).span()?;
            let cure = cure(&text, (at, mark, right))?;
            (source.get(span.range())?.chars().eq([mark])).then(|| Fix::new(span, mark, cure))
        });
        sink.report(fixes.fold(finding, Diagnostic::fix));
    }
}

/// Returns the replacement for a mark: a narrow one needs a blank after it. Between figures it may be a point of
/// another country, and nothing is certain.
fn cure(text: &str, (at, mark, right): (usize, char, char)) -> Option<String> {
    let before = text[..at].chars().next_back();
    let next = text[at + mark.len_utf8()..].chars().next();
    let figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match right.is_ascii() {
        true if figure(before) && figure(next) => None,
        true if next.is_some_and(|c| c != ' ') => Some(format!("{right} ")),
        _ => Some(right.to_string()),
    }
}

/// Returns the marks of a wrong width with their replacements.
fn wrong(text: &str) -> Vec<(usize, char, char)> {
    let has_han = text.chars().any(is_wide_letter);
    let mut before = None;
    let mut wrong = Vec::new();
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let between = |is: fn(char) -> bool| before.is_some_and(is) && next.is_some_and(is);
        let wide = WIDE.iter().find(|(half, _)| *half == c).filter(|_| between(is_han));
        let latin = |c: char| c.is_ascii_alphanumeric() || c == ' ';
        let half = WIDE.iter().find(|(_, full)| *full == c);
        let half = half.filter(|_| {
            !has_han && before.is_some_and(|c| c.is_ascii_alphanumeric()) && next.is_some_and(latin)
        });
        wrong.extend(wide.map(|(_, full)| (at, c, *full)).or(half.map(|(half, _)| (at, c, *half))));
        before = Some(c);
    }
    wrong
}

/// Returns whether a text with this letter is written with full-width marks.
fn is_wide_letter(c: char) -> bool {
    is_han(c) || crate::source::chars::is_kana(c)
}
