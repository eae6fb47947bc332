//! What some arguments choose between.

use clap::ValueEnum;

use crate::pdf::Inks;

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

/// How findings are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DiagnosticFormat {
    /// To a person, on standard error.
    #[default]
    Human,
    /// A line of JSON each.
    Json,
    /// As commands of GitHub's runners.
    Github,
    /// As one SARIF 2.1.0 log.
    Sarif,
}

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A PDF.
    Pdf,
    /// A picture of each page.
    Png,
    /// A drawing of each page: outlines, with the text over them.
    Svg,
}
