//! The front matter: what an author, or the tool that a text was written for, put at the top.
//!
//! ```text
//! fence ─▶ yaml | tables (TOML) | lines (what is neither) ─▶ keys ─▶ person, settings
//! ```

mod carried;
mod fence;
mod keys;
mod letter;
mod lines;
mod person;
mod plain;
mod settings;
mod silence;
mod tables;
mod views;

use std::ops::Range;

use super::chars::is_han;
use super::yaml::{self, Entry, Fault, Node, Value as Yaml};
use super::{FrontMatter, Value, letters};
use crate::diag::{Diagnostic, FileId, Fix, Message, Sink, Span, code, message};
use carried::Front;
pub(super) use fence::Fenced;
use fence::Notation;
pub(super) use fence::find as fenced;
use keys::Meaning;
use plain::plain;
pub use silence::{NotSilenced, silenced};

/// The most unreadable places of one front matter that are reported.
const MOST_FAULTS: usize = 5;

/// Returns the settings of the front matter and where the Markdown begins.
///
/// A text that opens with `---` but is never closed, or holds no keys, has no front matter. Reports unreadable
/// entries and unknown keys; never fails.
pub(super) fn read(text: &str, file: FileId, sink: &mut Sink) -> (FrontMatter, usize) {
    let none = (FrontMatter { span: Span::new(file, 0..0), ..FrontMatter::default() }, 0);
    let Some(fenced) = fenced(text) else { return none };
    let Some((entries, faults)) = entries(text, &fenced) else { return none };
    let (base, site) = (fenced.inside.start, false);
    let (keys, given, family) = (Vec::new(), None, None);
    let mut front = Front { text, found: none.0, file, base, keys, site, given, family, sink };
    front.found.span = Span::new(file, 0..fenced.end);
    front.faults(text, &faults);
    front.entries(entries);
    (front.found, fenced.end)
}

/// Returns the entries of a front matter and its faults; `None` if it is not a front matter.
fn entries(text: &str, fenced: &Fenced) -> Option<(Vec<Entry>, Vec<Fault>)> {
    let inside = &text[fenced.inside.clone()];
    match fenced.notation {
        Notation::Yaml => yaml_entries(inside),
        Notation::Toml => Some(tables::read(inside)),
        // JSON is YAML, except for tabs; in braces of our own, everything is offset by one more byte.
        Notation::Json => Some(json_entries(&inside.replace('\t', " "), 0)),
        Notation::Bare => Some(json_entries(&format!("{{{}}}", inside.replace('\t', " ")), 1)),
    }
}

fn yaml_entries(yaml: &str) -> Option<(Vec<Entry>, Vec<Fault>)> {
    let by_line = |fault: Option<Fault>| {
        let (entries, more) = lines::read(yaml);
        Some((entries, fault.into_iter().chain(more).collect()))
    };
    match yaml::read(yaml) {
        Ok(Node { value: Yaml::Map(entries), .. }) => {
            (!is_text(&entries, yaml)).then_some((entries, Vec::new()))
        }
        Ok(Node { value: Yaml::Null, .. }) if yaml.trim().is_empty() => Some((Vec::new(), Vec::new())),
        Err(fault) if has_key(yaml) => by_line(Some(fault)),
        Ok(_) if has_key(yaml) => {
            by_line(Some(Fault { message: "it has to be a list of `key: value` lines".into(), at: 0 }))
        }
        // `姓名：张三`, which is not YAML and can be nothing else.
        _ if all_known(yaml) => by_line(None),
        // Two thematic breaks with text between them.
        _ => None,
    }
}

fn json_entries(json: &str, more: usize) -> (Vec<Entry>, Vec<Fault>) {
    match yaml::read(json) {
        Ok(Node { value: Yaml::Map(entries), .. }) => (
            entries.into_iter().map(|entry| yaml::moved(entry, &|at| at.saturating_sub(more))).collect(),
            Vec::new(),
        ),
        Ok(_) => (Vec::new(), vec![Fault { message: "it has to be one JSON object".into(), at: 0 }]),
        Err(fault) => (Vec::new(), vec![Fault { at: fault.at.saturating_sub(more), ..fault }]),
    }
}

/// Returns whether `key: value` lines between two thematic breaks are text: no key is known or nearly so, and the
/// keys are ordinary words, or there is Markdown between them.
fn is_text(entries: &[Entry], yaml: &str) -> bool {
    let known = |key: &str| keys::meaning(key).is_some() || keys::nearest(key).is_some();
    let word = |key: &str| key.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()) || key.contains(' ');
    let markdown = |line: &str| line.trim().is_empty() || line.starts_with(['#', '>', '*']);
    !entries.iter().any(|(key, ..)| known(key))
        && (entries.iter().any(|(key, ..)| word(key)) || yaml.lines().any(markdown))
}

/// Returns whether any line looks like a key.
fn has_key(yaml: &str) -> bool {
    yaml.lines().any(|line| {
        line.split_once(':').is_some_and(|(key, rest)| {
            !key.is_empty()
                && key.chars().count() <= 24
                && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == '.')
                && (rest.is_empty() || rest.starts_with([' ', '\t']))
        })
    })
}

/// Returns whether there are lines, and each has a known key.
fn all_known(yaml: &str) -> bool {
    let mut lines = yaml.lines().filter(|line| !line.trim().is_empty()).peekable();
    lines.peek().is_some()
        && lines
            .all(|line| lines::key_value(line).is_some_and(|(key, _)| keys::meaning(&line[key]).is_some()))
}

/// Keys of sites whose values may name the person.
const HINTS: [&str; 10] = [
    "description",
    "excerpt",
    "heading",
    "sharetitle",
    "pagetitle",
    "seotitle",
    "metatitle",
    "ogtitle",
    "browsertitle",
    "headtitle",
];

impl Front<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    /// Reports what is not YAML, TOML or JSON: the first few places, one per line.
    fn faults(&mut self, text: &str, faults: &[Fault]) {
        let line = |fault: &Fault| text[..self.base + fault.at].matches('\n').count();
        let mut told: Vec<usize> = Vec::new();
        let mut first = Vec::new();
        for fault in faults.iter().take(MOST_FAULTS) {
            if !told.contains(&line(fault)) {
                told.push(line(fault));
                first.push(fault);
            }
        }
        for fault in first {
            let place = self.span(fault.at..fault.at);
            let message =
                message!("the front matter cannot be read as it is: {fault}", fault = fault.message);
            let hint = "its lines were read as `key: value` one by one; put a value with special characters in \
                        quotes";
            self.sink.report(Diagnostic::new(code::FRONT_MATTER, place, message).hint(hint));
        }
    }

    /// Reports a value that is invalid for its key.
    fn fault(&mut self, message: impl Into<Message>, at: Range<usize>) {
        let why: Message = message.into();
        let message = message!("the front matter cannot be read: {why}", why);
        let hint = "the line is skipped";
        self.sink.report(Diagnostic::new(code::FRONT_MATTER, self.span(at), message).hint(hint));
    }

    fn entries(&mut self, entries: Vec<Entry>) {
        self.keys = entries.iter().map(|(key, ..)| key.clone()).collect();
        let meanings: Vec<_> = entries.iter().map(|(key, ..)| keys::meaning(key)).collect();
        self.site = meanings.contains(&Some(Meaning::Site));
        let slides = entries.iter().any(|(key, ..)| key == "marp");
        let is_letter = letter::is_letter(&entries);
        for ((key, place, node), meaning) in entries.into_iter().zip(meanings) {
            if let Some(own) = letters::meaning(&keys::fold(&key)).filter(|_| is_letter) {
                self.letter(&key, own, node);
                continue;
            }
            match meaning {
                Some(Meaning::Contacts) if slides => {}
                // The languages that a person speaks are another matter.
                Some(Meaning::Languages) if !views::are_languages(&node) => self.unknown(&key, place, node),
                Some(meaning) => self.entry(&key, meaning, node),
                // `info:` over names and values, as in themes.
                None if person::are_pairs(&node) => self.entry(&key, Meaning::Contacts, node),
                None => self.unknown(&key, place, node),
            }
        }
        self.strangers();
        self.whole_name();
    }

    fn entry(&mut self, key: &str, meaning: Meaning, node: Node) {
        match meaning {
            Meaning::Layout => self.layout(key, node),
            Meaning::Lang => self.lang(node),
            Meaning::Set => self.set(String::new(), node),
            Meaning::Compat => self.found.compat = self.text(key, node),
            Meaning::Pages => self.found.pages = self.pages(node),
            Meaning::Allow => self.allow(node),
            Meaning::Title => self.title(node),
            Meaning::Views => self.views(node),
            Meaning::Languages => self.languages(node),
            Meaning::Vars => self.found.vars = self.vars(node),
            Meaning::Fields => self.found.fields = self.vars(node),
            Meaning::Redact => self.found.redact = self.words(key, node),
            // On a site it is a list of tags.
            Meaning::Site if key == "tags" && matches!(node.value, Yaml::Map(_)) => self.tag_names(node),
            // For a converter, it names formats.
            Meaning::Print
                if key == "output" && matches!(&node.value, Yaml::Text(name) if name.contains('{')) =>
            {
                self.found.output = self.verbatim(key, node);
            }
            Meaning::Site if HINTS.contains(&keys::fold(key).as_str()) => {
                self.hint(node);
            }
            Meaning::Site | Meaning::Print => {}
            // A site shows it with its links.
            Meaning::Cover if self.site => {}
            Meaning::Contacts if keys::fold(key) == "header" && matches!(node.value, Yaml::Map(_)) => {
                self.banner(node);
            }
            _ => self.personal(key, meaning, node),
        }
    }

    /// Notes a text that may name the person.
    fn hint(&mut self, node: Node) {
        if let Yaml::Text(text) = &node.value
            && !is_template(text)
            && let Some(text) = plain(text)
        {
            self.found.hints.push(Value { text, span: self.span(node.range) });
        }
    }

    fn unknown(&mut self, key: &str, place: Range<usize>, node: Node) {
        let data = matches!(node.value, Yaml::List(_) | Yaml::Map(_));
        let words = matches!(&node.value, Yaml::Text(text) if is_said(text));
        if matches!(keys::nearest(key), Some("name" | "title" | "author")) {
            self.hint(node);
        }
        let shown: String = key.chars().take(40).collect();
        let place = self.span(place);
        let found = Diagnostic::new(
            code::FRONT_MATTER_KEY,
            place,
            message!("unknown front-matter key `{shown}`", shown),
        );
        // `education:` over schools: not a typo of a key.
        if data {
            let shown: String = key.chars().take(40).collect();
            let hint = message!(
                "front matter is not printed: write what it says below it, under `## {shown}`",
                shown
            );
            return self.sink.report(found.hint(hint));
        }
        self.sink.report(match keys::nearest(key) {
            Some(known) => {
                let fix =
                    Fix::of_slip(place, key, known).filter(|_| !self.keys.iter().any(|key| key == known));
                found.hint(message!("did you mean `{known}`?", known)).fix(fix)
            }
            None if words => found.hint(message!(
                "it is not printed: if it is about the person, write it below the front matter; known keys are {names}",
                names = Message::names(keys::OURS.iter())
            )),
            None => found.hint(message!("known keys are {names}", names = Message::names(keys::OURS.iter()))),
        });
    }

    /// Returns a value that has to be one line of text; `None` if it has none.
    fn text(&mut self, key: &str, node: Node) -> Option<Value> {
        let span = self.span(node.range.clone());
        match node.value {
            Yaml::Text(text) if is_template(&text) => {
                self.fault(message!("`{key}` is for another tool to fill in", key), node.range);
                None
            }
            Yaml::Text(text) | Yaml::Plain(text) => plain(&text).map(|text| Value { text, span }),
            Yaml::Null => None,
            Yaml::List(_) | Yaml::Map(_) => {
                self.fault(message!("`{key}` has to be text", key), node.range);
                None
            }
        }
    }
}

/// Returns whether a value consists of words: several of them, or Chinese ones; not an address or the name of a
/// file.
fn is_said(text: &str) -> bool {
    let text = text.trim();
    let words = text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count();
    !is_template(text)
        && !text.contains("://")
        && (words > 1 || text.chars().filter(|c| is_han(*c)).count() > 3)
}

/// Returns whether a value is a placeholder of another tool: `{{ page.title }}`.
fn is_template(text: &str) -> bool {
    ["{{", "{%", "<%"].iter().any(|open| text.contains(open))
}

#[cfg(test)]
mod tests;
