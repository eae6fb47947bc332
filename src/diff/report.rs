//! Changes, for people and for programs.

use serde_json::{Value, json};

use super::{Change, How, Occurrence, What, Words};
use crate::diag::{Span, Speech, message};

/// How changes are shown to people.
pub struct ReportOptions<'a> {
    /// Formats a place: `old.md:12:3`.
    pub place: &'a dyn Fn(Span) -> String,
    /// Whether removals are red and additions green, instead of being written as `[-…-]` and `{+…+}`.
    pub color: bool,
    /// The language.
    pub speech: Speech,
}

/// Returns changes for people: one line each under the titles above them, with both places.
pub fn text(changes: &[Change], options: &ReportOptions<'_>) -> String {
    let mut out = String::new();
    let mut under: Option<String> = None;
    for change in changes {
        let Some(said) = change.new.as_ref().or(change.old.as_ref()) else { continue };
        // Outside all sections there are the header, and the sections themselves.
        let heading = match said.under.as_slice() {
            [] if change.what == What::Section => options.speech.of("sections").to_owned(),
            [] => options.speech.of("header").to_owned(),
            titles => path(titles),
        };
        if under.as_ref() != Some(&heading) {
            out += &format!("{heading}\n");
            under = Some(heading);
        }
        out += &options.line(change, said);
    }
    out
}

impl ReportOptions<'_> {
    fn line(&self, change: &Change, said: &Occurrence) -> String {
        let sign = match change.how {
            How::Added => '+',
            How::Removed => '-',
            How::Changed => '~',
            How::Moved => '>',
        };
        let number = if change.what.is_counted() { format!(" {}", said.number) } else { String::new() };
        let words = match (change.how, &change.old, &change.new) {
            (How::Changed, ..) => change.words.iter().map(|words| self.words(words)).collect(),
            (How::Removed, ..) => self.gone(&said.text),
            (How::Added, ..) => self.come(&said.text),
            (How::Moved, Some(old), Some(new)) if old.under != new.under => {
                message!("{text} (was under {title})", text = safe(&said.text), title = path(&old.under))
                    .translated(self.speech)
                    .into_owned()
            }
            (How::Moved, Some(old), Some(new)) if old.number != new.number => {
                message!("{text} (was no. {number})", text = safe(&said.text), number = old.number)
                    .translated(self.speech)
                    .into_owned()
            }
            (How::Moved, ..) => safe(&said.text),
        };
        let places: Vec<String> =
            change.old.iter().chain(&change.new).map(|said| (self.place)(said.span)).collect();
        let what = change.what.name();
        let what = self.speech.word_in("explain", what).unwrap_or(what);
        format!("  {sign} {what}{number}: {}  ({})\n", one_line(&words), places.join(" → "))
    }

    fn words(&self, words: &Words) -> String {
        match words {
            Words::Same(text) => safe(text),
            Words::Gone(text) => self.gone(text),
            Words::Come(text) => self.come(text),
        }
    }

    fn gone(&self, text: &str) -> String {
        let text = safe(text);
        if self.color { format!("\u{1b}[31;9m{text}\u{1b}[0m") } else { format!("[-{text}-]") }
    }

    fn come(&self, text: &str) -> String {
        let text = safe(text);
        if self.color { format!("\u{1b}[32m{text}\u{1b}[0m") } else { format!("{{+{text}+}}") }
    }
}

/// Returns a text without the characters that control a terminal.
fn safe(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect()
}

/// Returns titles as a path from the outermost to the innermost.
fn path(titles: &[String]) -> String {
    titles.iter().map(|title| one_line(&safe(title))).collect::<Vec<_>>().join(" › ")
}

/// Returns a text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns changes for programs: a list of objects, with places formatted by `place`.
pub fn json(changes: &[Change], place: &dyn Fn(Span) -> Value) -> Value {
    let said = |said: &Occurrence| json!({ "text": said.text, "under": said.under, "number": said.number, "place": place(said.span) });
    let words = |words: &Words| match words {
        Words::Same(text) => json!({ "same": text }),
        Words::Gone(text) => json!({ "gone": text }),
        Words::Come(text) => json!({ "come": text }),
    };
    let one = |change: &Change| {
        let mut value = json!({ "how": change.how.name(), "what": change.what.name() });
        if let Some(object) = value.as_object_mut() {
            object.extend(change.old.iter().map(|old| ("old".to_owned(), said(old))));
            object.extend(change.new.iter().map(|new| ("new".to_owned(), said(new))));
            if !change.words.is_empty() {
                object.insert("words".to_owned(), change.words.iter().map(words).collect());
            }
        }
        value
    };
    changes.iter().map(one).collect()
}
