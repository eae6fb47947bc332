//! The content between the `---` lines.

use super::letters::FrontLetter;
use super::value::Value;
use super::views::View;
use crate::diag::{Code, Span};

/// The author's settings above the text, between `---` lines. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The place of the whole block, fences included; empty when there is none.
    pub span: Span,
    /// The name, if the text itself has none.
    pub name: Option<Value>,
    /// The line under the name, if the text has none.
    pub headline: Option<Value>,
    /// A path to a photo.
    pub photo: Option<Value>,
    /// A layout's name, or a path to a layout file.
    pub layout: Option<Value>,
    /// The language of the document as a BCP 47 tag.
    pub lang: Option<Value>,
    /// The title of the PDF.
    pub title: Option<Value>,
    /// The title of the text, as written: that of the PDF too, or of a page of a site, or the name of the person.
    pub paper_title: Option<Value>,
    /// The author, as written: the first one of several.
    pub author: Option<Value>,
    /// Texts that may name the person: a description, the values of keys that are nearly `name` or `title`.
    pub hints: Vec<Value>,
    /// A few sentences about the person.
    pub summary: Option<Value>,
    /// The wanted number of pages, and its place.
    pub pages: Option<(u16, Span)>,
    /// Layout keys by path (`page.margin`), each with its value as TOML would write it.
    pub set: Vec<(String, Value)>,
    /// Items for the header: contacts in the order given.
    pub contacts: Vec<FrontContact>,
    /// Findings silenced by the author.
    pub allow: Vec<Code>,
    /// A tool whose habits the text follows where they differ: `lapis`.
    pub compat: Option<Value>,
    /// The views, one for each application.
    pub views: Vec<View>,
    /// The languages of the text, each with its settings; empty if it is written in one.
    pub languages: Vec<View>,
    /// Names for several tags: each with the tags that it stands for.
    pub tags: Vec<(Value, Vec<Value>)>,
    /// The values of variables, unless a view has others.
    pub vars: Vec<(Value, Value)>,
    /// The author's own keys, which a layout may print.
    pub fields: Vec<(Value, Value)>,
    /// Data about the person that is to be left out: `phone`, `photo` …
    pub redact: Vec<Value>,
    /// The name of the output file: `{headline}-{name}`.
    pub output: Option<Value>,
    /// The parts of a letter outside its text, if it is one.
    pub letter: Option<FrontLetter>,
}

/// A contact of the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontContact {
    /// `email`, `电话` …
    pub key: Option<String>,
    /// The printed text.
    pub value: Value,
    /// Its target, if the value does not give it.
    pub link: Option<Value>,
}
