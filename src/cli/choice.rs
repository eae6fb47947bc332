//! What some arguments choose between.

use std::path::Path;

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
pub enum Telling {
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

impl Format {
    /// Returns the ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Svg => "svg",
        }
    }

    /// Returns the format of a file's ending.
    pub fn of(file: &Path) -> Option<Format> {
        let ending = file.extension()?;
        let all = [Format::Pdf, Format::Png, Format::Svg];
        all.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}
