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
}

/// Brings the name of a tag or a view to the one form in which they are compared.
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
