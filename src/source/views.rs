//! Views, one for each application, as the front matter declares them.

use super::Value;
use crate::diag::Span;

/// A view: which parts of the text it has, and its settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Its name.
    pub name: String,
    /// The place of its declaration.
    pub span: Span,
    /// Only parts with one of these tags, and parts without tags, are printed; if absent, all are.
    pub tags: Option<Vec<Value>>,
    /// Sections that are left out, by kind or title.
    pub hide: Vec<Value>,
    /// Sections that come before the others, by kind or title.
    pub first: Vec<Value>,
    /// The line under the name.
    pub headline: Option<Value>,
    /// The title of the PDF.
    pub title: Option<Value>,
    /// A layout.
    pub layout: Option<Value>,
    /// The language.
    pub lang: Option<Value>,
    /// The number of pages.
    pub pages: Option<(u16, Span)>,
    /// Layout keys, as in [`super::FrontMatter::set`].
    pub set: Vec<(String, Value)>,
    /// The values of variables.
    pub vars: Vec<(Value, Value)>,
    /// Data about the person that is to be left out, in addition to the front matter's.
    pub redact: Vec<Value>,
    /// The name of the output file.
    pub output: Option<Value>,
    /// The settings in a language: each is named by its tag.
    pub langs: Vec<View>,
}

impl View {
    /// Returns the view with the settings of another in place of its own: a text replaces one, keys and variables
    /// are replaced one by one.
    #[must_use]
    pub fn with(mut self, other: &View) -> View {
        let or = |own: Option<Value>, other: &Option<Value>| other.clone().or(own);
        self.headline = or(self.headline, &other.headline);
        self.title = or(self.title, &other.title);
        self.layout = or(self.layout, &other.layout);
        self.lang = or(self.lang, &other.lang);
        self.output = or(self.output, &other.output);
        self.pages = other.pages.or(self.pages);
        self.tags = other.tags.clone().or(self.tags);
        self.set.retain(|(key, _)| !other.set.iter().any(|(own, _)| own == key));
        self.set.extend(other.set.iter().cloned());
        self.vars
            .retain(|(name, _)| !other.vars.iter().any(|(own, _)| folded(&own.text) == folded(&name.text)));
        self.vars.extend(other.vars.iter().cloned());
        self.redact.extend(other.redact.iter().cloned());
        for (own, other) in [(&mut self.hide, &other.hide), (&mut self.first, &other.first)] {
            if !other.is_empty() {
                own.clone_from(other);
            }
        }
        self
    }
}

/// Returns whether a word has the form of a language tag (BCP 47): `en`, `zh-Hans`.
pub fn is_language(word: &str) -> bool {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    let sound = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()) && parts.all(sound)
}

/// Normalises the name of a tag or a view for comparison.
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
