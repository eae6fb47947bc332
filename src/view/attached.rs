//! A view's text as a file of its own: without anything about its audience, and with the settings of the view.

use std::ops::Range;

use super::directive::Word;
use super::excerpt;
use super::select::{Edit, EditKind};
use super::survey::Survey;
use crate::diag::{Sink, Span};
use crate::source::letters::{self, LetterKey};
use crate::source::{FrontMatter, Source, Value};

/// Returns the text of a view in a form that may be given away, without these places; `None` if the settings of its
/// front matter cannot be separated from those of other views.
pub fn attached(source: &Source, less: &[Span]) -> Option<String> {
    let survey = Survey::of(source);
    let text = &source.text;
    let words = survey.words.iter().filter(|(_, word)| !matches!(word, Word::Var(_) | Word::EndVar));
    let mut edits: Vec<Edit> = words.map(|(span, _)| excerpt::removal(text, span.range())).collect();
    let cut = |span: &Span| Edit { range: span.range(), with: String::new(), kind: EditKind::Lines };
    edits.extend(less.iter().map(cut));
    edits.extend(front(source)?);
    let (text, _) = excerpt::applied(text, edits);
    let again = source.with_text(text, &mut Sink::default()).ok()?;
    let front = &again.front;
    let clean = says_nothing(front);
    clean.then_some(again.text)
}

/// Returns whether a front matter contains nothing about views.
fn says_nothing(front: &FrontMatter) -> bool {
    front.views.is_empty() && front.tags.is_empty() && front.output.is_none() && front.languages.is_empty()
}

/// Returns the changes of the front matter: its entries about views are removed, the settings of this view are
/// added. Returns `None` if it is not YAML.
fn front(source: &Source) -> Option<Vec<Edit>> {
    let (front, text) = (&source.front, &source.text);
    // The data of an import knows nothing of views, and is removed.
    let foreign = text.get(front.span.range()).is_some_and(|front| front.contains("\nforeign:"));
    if says_nothing(front) && !foreign {
        return Some(Vec::new());
    }
    if !text.starts_with("---") {
        return None;
    }
    let settings = settings(source);
    let mut edits = Vec::new();
    let mut going: Option<Range<usize>> = None;
    let (mut at, mut last) = (0, 0);
    for line in text.get(front.span.range())?.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let begins = line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\''))
            || line.starts_with("---");
        if !begins {
            if let Some(range) = &mut going {
                range.end = at;
            }
            continue;
        }
        edits.extend(going.take().map(cut));
        let key = line.split(':').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        let folded = key.to_lowercase();
        let said = source.front.letter.as_ref().and_then(|_| letters::meaning(&folded));
        let set = settings.iter().any(|(name, _)| *name == key) || said.is_some_and(is_filled);
        let ours = matches!(key, "views" | "output" | "languages" | "foreign");
        if set || ours || key == "tags" && !front.tags.is_empty() {
            going = Some(start..at);
        }
        if start > 0 && line.starts_with("---") {
            last = start;
            break;
        }
    }
    edits.extend(going.map(cut));
    let with: String = settings.into_iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    edits.push(Edit { range: last..last, with, kind: EditKind::Inline });
    Some(edits)
}

fn cut(range: Range<usize>) -> Edit {
    Edit { range, with: String::new(), kind: EditKind::Inline }
}

/// Returns the settings of the front matter that a view may have changed.
fn settings(source: &Source) -> Vec<(&'static str, String)> {
    let front = &source.front;
    let mut settings = Vec::new();
    let texts = [
        ("headline", &front.headline),
        ("title", &front.title),
        ("layout", &front.layout),
        ("lang", &front.lang),
    ];
    for (name, value) in texts {
        settings.extend(value.as_ref().map(|value: &Value| (name, quoted(&value.text))));
    }
    if let Some(letter) = &front.letter {
        let one = |value: &Value| quoted(&value.text);
        let all = |values: &[Value]| format!("[{}]", values.iter().map(one).collect::<Vec<_>>().join(", "));
        let lists = [("to", &letter.to), ("enclosures", &letter.enclosures)];
        settings.extend(
            lists.into_iter().filter(|list| !list.1.is_empty()).map(|(name, list)| (name, all(list))),
        );
        let texts = [("place", &letter.place), ("date", &letter.date), ("subject", &letter.subject)];
        settings.extend(texts.into_iter().filter_map(|(name, value)| Some((name, one(value.as_ref()?)))));
    }
    settings.extend(front.pages.map(|(pages, _)| ("pages", pages.to_string())));
    if !front.set.is_empty() {
        let lines = front.set.iter().map(|(key, value)| format!("\n  {}: {}", quoted(key), value.text));
        settings.push(("set", lines.collect()));
    }
    settings
}

/// Returns whether a key of a letter may contain variables, for which a view has values.
fn is_filled(key: LetterKey) -> bool {
    use LetterKey::{Date, Enclosures, Place, Subject, To};
    matches!(key, To | Place | Date | Subject | Enclosures)
}

/// Returns a string in the syntax that YAML and JSON share.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
