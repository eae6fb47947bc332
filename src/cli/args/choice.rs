//! The values of some arguments.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::pdf::Inks;
use crate::session::{Attach, Format};

/// The inks of a print shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PrintInks {
    /// Cyan, magenta, yellow and black.
    Process,
    /// Black alone.
    Black,
}

impl From<PrintInks> for Inks {
    fn from(inks: PrintInks) -> Inks {
        match inks {
            PrintInks::Process => Inks::Process,
            PrintInks::Black => Inks::Black,
        }
    }
}

/// How much of its source a PDF carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AttachWhat {
    /// All of it.
    All,
    /// What is printed.
    Printed,
}

impl From<AttachWhat> for Attach {
    fn from(what: AttachWhat) -> Attach {
        match what {
            AttachWhat::All => Attach::All,
            AttachWhat::Printed => Attach::Printed,
        }
    }
}

/// The format of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DiagnosticFormat {
    /// For people, on standard error.
    #[default]
    Human,
    /// One JSON object per line.
    Json,
    /// As GitHub Actions commands.
    Github,
    /// As one SARIF 2.1.0 log.
    Sarif,
}

/// Implemented here and not with the type: the library knows nothing of arguments.
impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Format] {
        &Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Format::Pdf => "A PDF",
            Format::Png => "A picture of each page",
            Format::Svg => "A drawing of each page: outlines, with the text over them",
            Format::Text => "Plain text, for the fields of web forms",
            Format::Markdown => "Markdown in its plainest form",
            Format::Html => "A self-contained web page",
            Format::Docx => "A Word document to edit",
            Format::Json => "The parsed résumé, for programs",
        };
        Some(PossibleValue::new(self.ending()).help(help))
    }
}
