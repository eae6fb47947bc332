//! What a build can be asked for, in plain types.

use std::path::Path;

use crate::pdf::{Date, Inks};

/// How a résumé is to be built. [`Options::default`] is what a build takes when nobody says anything.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// A bundled layout's name, or a path that ends in `.toml`; beats the document's own.
    pub layout: Option<String>,
    /// Keys of the layout set over it, each as `KEY=VALUE`; beat those of the document.
    pub set: Vec<String>,
    /// The language as a BCP 47 tag; beats the document's own and what its text suggests.
    pub lang: Option<String>,
    /// A view of the front matter: what is printed, and how it is set. Without one that called `default`, if there is
    /// one, else everything is printed.
    pub view: Option<String>,
    /// Tags instead of a view: what bears one of them is printed, and what bears none.
    pub tags: Option<Vec<String>>,
    /// What is not to be said of the person: `phone`, `photo`, `blind` …; beside what the document has.
    pub redact: Vec<String>,
    /// Keys of the front matter with values that beat it: `name`, `headline`, `title`, or any that the layout prints.
    pub fields: Vec<(String, String)>,
    /// The number of pages to fit the text to, at least 1; beats the document's own.
    pub pages: Option<u16>,
    /// What is made, in this order.
    pub formats: Vec<Format>,
    /// Resolution of PNG pictures, in dots per inch.
    pub dpi: u16,
    /// The PDF is made for a print shop, in these inks.
    pub print: Option<Inks>,
    /// Whether the PDF carries its Markdown and its layout, and how much of them.
    pub attach: Option<Attach>,
    /// The date in the PDF.
    pub date: Option<Date>,
    /// Warnings count as errors.
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

/// What a PDF carries of what it was made from.
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
    /// What was understood, as JSON.
    Json,
}

impl Format {
    /// All of them.
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

    /// Tells whether it shows pages; all others are made from what a résumé says.
    pub fn has_pages(self) -> bool {
        matches!(self, Format::Pdf | Format::Png | Format::Svg)
    }

    /// Returns the format that a file's ending stands for, whatever its case.
    pub fn of(file: &Path) -> Option<Format> {
        let ending = file.extension()?;
        let also = [("markdown", Format::Markdown), ("htm", Format::Html)];
        let known = Format::ALL.iter().map(|format| (format.ending(), *format)).chain(also);
        known.into_iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, format)| format)
    }
}
