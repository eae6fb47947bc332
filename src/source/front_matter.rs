//! What stands between the `---` lines.

use super::letters::FrontLetter;
use super::value::Value;
use super::views::View;
use crate::diag::{Code, Span};

/// What the author set above the text, between `---` lines. Everything is optional.
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
    /// What the text is called, as written: the title of the PDF too, or that of a page of a site, or the
    /// name of the person.
    pub paper_title: Option<Value>,
    /// Who wrote it, as written: the first one of several.
    pub author: Option<Value>,
    /// Texts that may name the person: a description, the values of keys that are nearly `name` or `title`.
    pub hints: Vec<Value>,
    /// A few sentences about the person.
    pub summary: Option<Value>,
    /// How many pages there shall be, and where that is said.
    pub pages: Option<(u16, Span)>,
    /// Layout keys by path (`page.margin`), each with its value as TOML would write it.
    pub set: Vec<(String, Value)>,
    /// Items for the header: contacts in the order given.
    pub contacts: Vec<FrontContact>,
    /// Findings that the author does not want to hear of again.
    pub allow: Vec<Code>,
    /// A tool whose habits the text follows where they differ: `lapis`.
    pub compat: Option<Value>,
    /// What each of several applications gets to see.
    pub views: Vec<View>,
    /// The languages that the text is written in, each with what is set otherwise in it; none if it is one text.
    pub languages: Vec<View>,
    /// Names for several tags: each with the tags that it stands for.
    pub tags: Vec<(Value, Vec<Value>)>,
    /// What stands for each variable, where no view says otherwise.
    pub vars: Vec<(Value, Value)>,
    /// Keys of the author's own, which a layout may print.
    pub fields: Vec<(Value, Value)>,
    /// What is not to be said of the person: `phone`, `photo` …
    pub redact: Vec<Value>,
    /// How the file that is made is called: `{headline}-{name}`.
    pub output: Option<Value>,
    /// What there is beside the text, if it is a letter.
    pub letter: Option<FrontLetter>,
}

/// A contact of the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontContact {
    /// `email`, `电话` …
    pub key: Option<String>,
    /// What is printed.
    pub value: Value,
    /// Where it leads, if the value does not say it.
    pub link: Option<Value>,
}
