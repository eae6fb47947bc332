//! The options of a build, in plain types.

use std::path::Path;

use crate::pdf::{Date, Inks};

/// How a résumé is to be built. [`Options::default`] is a build with no options given.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// A bundled layout's name, or a path that ends in `.toml`; beats the document's own.
    pub layout: Option<String>,
    /// Keys of the layout to set, each as `KEY=VALUE`; beat those of the document.
    pub set: Vec<String>,
    /// The language as a BCP 47 tag; beats the document's own and what its text suggests.
    pub lang: Option<String>,
    /// A view of the front matter: what is printed, and how it is set. If absent, the view called `default` is used if
    /// there is one; else everything is printed.
    pub view: Option<String>,
    /// Tags in place of a view: parts with one of them are printed, and parts without any tag.
    pub tags: Option<Vec<String>>,
    /// Facts about the person to leave out: `phone`, `photo`, `blind` …; in addition to those that the document names.
    pub redact: Vec<String>,
    /// Keys of the front matter with values that beat the document's: `name`, `headline`, `title`, or any that the
    /// layout prints.
    pub fields: Vec<(String, String)>,
    /// The number of pages to fit the text to, at least 1; beats the document's own.
    pub pages: Option<u16>,
    /// The formats to make, in this order.
    pub formats: Vec<Format>,
    /// Resolution of PNG pictures, in dots per inch.
    pub dpi: u16,
    /// The inks of a PDF for a print shop, if it is for one.
    pub print: Option<Inks>,
    /// Whether the PDF carries its Markdown and its layout, and how much of them.
    pub attach: Option<Attach>,
    /// The date in the PDF.
    pub date: Option<Date>,
    /// Whether warnings count as errors.
    pub strict: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            layout: None,
            set: Vec::new(),
            lang: None,
            view: None,
            tags: None,
            redact: Vec::new(),
            fields: Vec::new(),
            pages: None,
            formats: vec![Format::Pdf],
            dpi: 144,
            print: None,
            attach: None,
            date: None,
            strict: false,
        }
    }
}

/// How much of its source a PDF carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attach {
    /// All of it.
    All,
    /// All but what is not printed: comments, and blocks that are left out.
    Printed,
}

/// A kind of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// One PDF.
    Pdf,
    /// A picture of each page.
    Png,
    /// A drawing of each page: outlines, with the text over them.
    Svg,
    /// Plain text, for the fields of web forms.
    Text,
    /// Canonical Markdown.
    Markdown,
    /// One web page.
    Html,
    /// A Word document.
    Docx,
    /// The résumé as it was understood, in JSON.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 8] = [
        Format::Pdf,
        Format::Png,
        Format::Svg,
        Format::Docx,
        Format::Html,
        Format::Text,
        Format::Markdown,
        Format::Json,
    ];

    /// Returns the ending of its files: `pdf`.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Json => "json",
        }
    }

    /// Returns whether the format shows pages; all others are made from what a résumé says.
    pub fn has_pages(self) -> bool {
        matches!(self, Format::Pdf | Format::Png | Format::Svg)
    }

    /// Returns the format of a file by its ending, in any case.
    pub fn of(file: &Path) -> Option<Format> {
        let ending = file.extension()?;
        let also = [("markdown", Format::Markdown), ("htm", Format::Html)];
        let known = Format::ALL.iter().map(|format| (format.ending(), *format)).chain(also);
        known.into_iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, format)| format)
    }
}
