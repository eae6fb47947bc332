//! How a résumé looks: the options that several commands share.

use std::path::PathBuf;

use clap::Args;

use super::values::language;
use super::views::ViewArgs;

/// The options for the look of a résumé.
#[derive(Clone, Debug, Default, Args)]
pub struct LookArgs {
    /// The layout: a bundled one's name, or a file of your own
    #[arg(long, value_name = "NAME|FILE.toml")]
    pub layout: Option<String>,
    /// Set a key of the layout; may be repeated
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Look for faces in a folder first; may be repeated
    #[arg(long, value_name = "DIR")]
    pub font_path: Vec<PathBuf>,
    /// The language of the document: zh-Hans, zh-Hant, en, ja, ko …
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,
    /// The parts to print.
    #[command(flatten)]
    pub views: ViewArgs,
}
