//! `views:`, one for each application, and `tags:`, names for several tags.

use super::carried::Front;
use super::{Entry, Node, Value, Yaml};
use crate::diag::{Diagnostic, Fix, Message, Span, code, message};
use crate::source::views::{View, is_language};

/// Returns whether a value lists the languages of a text, by their tags.
pub(super) fn are_languages(node: &Node) -> bool {
    let is = |text: &str| text.split([',', '，', '、']).all(|tag| is_language(tag.trim()));
    match &node.value {
        Yaml::Text(text) => is(text),
        Yaml::List(items) => {
            !items.is_empty() && items.iter().all(|item| matches!(&item.value, Yaml::Text(text) if is(text)))
        }
        Yaml::Map(entries) => !entries.is_empty() && entries.iter().all(|(key, ..)| is_language(key)),
        // `no`, Norwegian, is a truth value in YAML.
        Yaml::Null | Yaml::Plain(_) => false,
    }
}

/// The most views; nobody applies for more jobs at once.
const MOST_VIEWS: usize = 200;

const KEYS: [&str; 12] = [
    "tags", "hide", "first", "headline", "title", "layout", "set", "pages", "lang", "vars", "output",
    "redact",
];

impl Front<'_> {
    /// Reads `views: { backend: { tags: [backend], pages: 1 } }`.
    pub(super) fn views(&mut self, node: Node) {
        let Yaml::Map(entries) = node.value else {
            self.view_fault("`views` has to hold `name: { tags: [a, b] }` lines", node.range);
            return;
        };
        for (name, place, node) in entries.into_iter().take(MOST_VIEWS) {
            let mut view = View { name, span: self.span(place.clone()), ..View::default() };
            match node.value {
                Yaml::Map(keys) => keys.into_iter().for_each(|entry| self.view_key(&mut view, entry)),
                Yaml::Null => {}
                _ => {
                    let message =
                        message!("the view `{view}` has to hold `key: value` lines", view = view.name);
                    self.view_fault(message, place);
                }
            }
            self.found.views.push(view);
        }
    }

    fn view_key(&mut self, view: &mut View, (key, place, node): Entry) {
        match key.as_str() {
            "tags" => view.tags = Some(self.words(&key, node)),
            "hide" => view.hide = self.words(&key, node),
            "first" => view.first = self.words(&key, node),
            "headline" => view.headline = self.text(&key, node),
            "title" => view.title = self.text(&key, node),
            "layout" => view.layout = self.text(&key, node),
            "pages" => view.pages = self.pages(node),
            "output" => view.output = self.verbatim(&key, node),
            "vars" => view.vars = self.vars(node),
            "lang" => {
                let before = self.found.lang.take();
                self.lang(node);
                view.lang = std::mem::replace(&mut self.found.lang, before);
            }
            "set" => {
                let before = std::mem::take(&mut self.found.set);
                self.set(String::new(), node);
                view.set = std::mem::replace(&mut self.found.set, before);
            }
            "redact" => view.redact = self.words(&key, node),
            tag if is_language(tag) => match node.value {
                Yaml::Map(keys) => {
                    let mut own = View { name: key, span: self.span(place), ..View::default() };
                    keys.into_iter().for_each(|entry| self.view_key(&mut own, entry));
                    view.langs.push(own);
                }
                _ => self.unknown_view_key(&key, place),
            },
            _ => self.unknown_view_key(&key, place),
        }
    }

    /// Reads `languages: [zh-Hans, en]`, or languages with their settings: `{ zh-Hans: {}, en: { layout: jake } }`.
    pub(super) fn languages(&mut self, node: Node) {
        let Node { value: Yaml::Map(entries), .. } = node else {
            let words = self.words("languages", node);
            let plain = |Value { text, span }| View { name: text, span, ..View::default() };
            self.found.languages = words.into_iter().map(plain).collect();
            return;
        };
        for (name, place, node) in entries.into_iter().take(MOST_VIEWS) {
            let mut own = View { name, span: self.span(place.clone()), ..View::default() };
            match node.value {
                Yaml::Map(keys) => keys.into_iter().for_each(|entry| self.view_key(&mut own, entry)),
                Yaml::Null => {}
                _ => {
                    let message = message!(
                        "the language `{language}` has to hold `key: value` lines",
                        language = own.name
                    );
                    self.view_fault(message, place);
                }
            }
            self.found.languages.push(own);
        }
    }

    /// Reports settings of views for a language that the text is not written in.
    pub(super) fn strangers(&mut self) {
        let known = |tag: &str| self.found.languages.iter().any(|lang| lang.name.eq_ignore_ascii_case(tag));
        let langs = self.found.views.iter().flat_map(|view| &view.langs);
        let strangers: Vec<Span> = langs.filter(|own| !known(&own.name)).map(|own| own.span).collect();
        for place in strangers {
            let key = self.text.get(place.range()).unwrap_or_default().to_owned();
            let range = place.range();
            self.unknown_view_key(&key, range.start - self.base..range.end - self.base);
        }
    }

    fn unknown_view_key(&mut self, key: &str, place: std::ops::Range<usize>) {
        let shown: String = key.chars().take(40).collect();
        let near = KEYS.iter().map(|known| (strsim::damerau_levenshtein(known, &shown), *known)).min();
        let near = near.filter(|(distance, _)| *distance <= 2);
        let hint = near.map_or_else(
            || message!("known keys are {names}", names = Message::names(KEYS.iter())),
            |(_, known)| message!("did you mean `{known}`?", known),
        );
        let place = self.span(place);
        let fix = near.and_then(|(_, known)| Fix::of_slip(place, key, known));
        let found = Diagnostic::new(
            code::FRONT_MATTER_KEY,
            place,
            message!("unknown key `{shown}` of a view", shown),
        );
        self.sink.report(found.hint(hint).fix(fix));
    }

    /// Reads `tags: { fullstack: [frontend, backend] }`.
    pub(super) fn tag_names(&mut self, node: Node) {
        let Yaml::Map(entries) = node.value else { return };
        for (name, place, node) in entries {
            let name = Value { text: name, span: self.span(place) };
            // `{ extends: [a, b], pages: 1 }`, as in Resumx: a name for several tags, and a view.
            let Yaml::Map(entries) = node.value else {
                let tags = self.words("tags", node);
                self.found.tags.push((name, tags));
                continue;
            };
            let mut view = View { name: name.text.clone(), span: name.span, ..View::default() };
            view.tags = Some(vec![name.clone()]);
            let mut tags = Vec::new();
            for (key, place, node) in entries {
                match key.as_str() {
                    "extends" => tags = self.words(&key, node),
                    _ => self.view_key(&mut view, (key, place, node)),
                }
            }
            self.found.views.push(view);
            if !tags.is_empty() {
                self.found.tags.push((name, tags));
            }
        }
    }

    /// Reads a list of words, or a single word: `[a, b]`, `a, b`.
    pub(super) fn words(&mut self, key: &str, node: Node) -> Vec<Value> {
        let items = match node.value {
            Yaml::List(items) => items,
            Yaml::Null => return Vec::new(),
            _ => vec![node],
        };
        let mut words = Vec::new();
        for mut item in items {
            // A tag may be called `y`, which YAML takes for a truth value.
            if let Yaml::Plain(_) = item.value {
                let written = self.text.get(self.span(item.range.clone()).range()).unwrap_or_default();
                item.value = Yaml::Text(written.trim().to_owned());
            }
            let Some(Value { text, span }) = self.text(key, item) else { continue };
            let parts = text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty());
            words.extend(parts.map(|part| Value { text: part.to_owned(), span }));
        }
        words
    }

    pub(super) fn vars(&mut self, node: Node) -> Vec<(Value, Value)> {
        let Yaml::Map(entries) = node.value else {
            self.view_fault("`vars` has to hold `name: value` lines", node.range);
            return Vec::new();
        };
        let mut vars = Vec::new();
        for (name, place, node) in entries {
            let name = Value { text: name, span: self.span(place) };
            vars.extend(self.verbatim("vars", node).map(|value| (name, value)));
        }
        vars
    }

    /// Returns a line of text as it is written, Markdown and braces included.
    pub(super) fn verbatim(&mut self, key: &str, node: Node) -> Option<Value> {
        let span = self.span(node.range.clone());
        match node.value {
            Yaml::Text(text) | Yaml::Plain(text) if !text.contains(char::is_control) => {
                Some(Value { text: text.trim().to_owned(), span })
            }
            Yaml::Null => Some(Value { text: String::new(), span }),
            _ => {
                self.view_fault(message!("`{key}` has to be one line of text", key), node.range);
                None
            }
        }
    }

    /// Reports a fault that must not be ignored: a view could show more than its author wants.
    fn view_fault(&mut self, message: impl Into<Message>, at: std::ops::Range<usize>) {
        self.sink.report(Diagnostic::new(code::VIEW, self.span(at), message));
    }
}
