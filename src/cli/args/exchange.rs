//! The arguments of `import` and `export`.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::{ViewArgs, language};
use crate::exchange::Kind;

/// `jianli import`
#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// The file: JSON Resume, RenderCV, YAMLResume, LinkedIn's archive (ZIP or folder), or any PDF with text in it;
    /// - for standard input
    #[arg(value_name = "FILE|-")]
    pub file: PathBuf,
    /// Where to write the Markdown; - for standard output [default: beside FILE]
    #[arg(short, long, value_name = "FILE.md|-")]
    pub output: Option<PathBuf>,
    /// The format of the file [default: detected]
    #[arg(long, value_name = "FORMAT")]
    pub from: Option<Kind>,
    /// Replace the Markdown if it already exists
    #[arg(long)]
    pub force: bool,
}

/// `jianli export`
#[derive(Clone, Debug, Args)]
pub struct ExportArgs {
    /// The résumé; - for standard input
    #[arg(value_name = "FILE.md|-")]
    pub file: PathBuf,
    /// The format
    #[arg(long, value_name = "FORMAT")]
    pub to: Kind,
    /// Where to write; - for standard output [default: beside FILE.md]
    #[arg(short, long, value_name = "OUT|-")]
    pub output: Option<PathBuf>,
    /// Add what the format requires and the résumé does not say, and list it
    #[arg(long)]
    pub fill: bool,
    /// The language of the document: zh-Hans, zh-Hant, en, ja, ko …
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,
    /// The parts to export.
    #[command(flatten)]
    pub views: ViewArgs,
    /// Print errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// Implemented here and not with the type: the library knows nothing of arguments.
impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Kind] {
        Kind::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.title()))
    }
}
