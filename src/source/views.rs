//! Views: what each of several applications gets to see, as the front matter declares it.

use super::Value;
use crate::diag::Span;

/// A view: what is left of the text, and what is set otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// What it is called, and where it is declared.
    pub name: String,
    /// Where.
    pub span: Span,
    /// Only what bears one of these tags is printed, and what bears none; absent: all.
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
    /// How many pages.
    pub pages: Option<(u16, Span)>,
    /// Layout keys, as in [`super::FrontMatter::set`].
    pub set: Vec<(String, Value)>,
    /// What stands for each variable.
    pub vars: Vec<(Value, Value)>,
    /// What is not to be said of the person, beside what the front matter has.
    pub redact: Vec<Value>,
    /// How the file that is made is called.
    pub output: Option<Value>,
    /// What is set otherwise in a language: each is called by its tag.
    pub langs: Vec<View>,
}

impl View {
    /// Returns the view with what another sets in its place: a text replaces one, keys and variables each their own.
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

/// Tells whether a word is made like the tag of a language (BCP 47): `en`, `zh-Hans`.
pub fn is_language(word: &str) -> bool {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    let sound = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()) && parts.all(sound)
}

/// Brings the name of a tag or a view to the one form in which they are compared.
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
