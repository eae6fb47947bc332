//! `jianli layouts`

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::language;

/// `jianli layouts`
#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct LayoutsArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub show: Option<Show>,
    /// The arguments of a gallery.
    #[command(flatten)]
    pub gallery: GalleryArgs,
}

/// `jianli layouts --gallery`
#[derive(Clone, Debug, Default, Args)]
pub struct GalleryArgs {
    /// Show a résumé in every bundled layout on one sheet; - for standard input
    #[arg(long = "gallery", value_name = "FILE.md|-", requires = "output")]
    pub file: Option<PathBuf>,
    /// Where to write the sheet: a .pdf, .png or .svg; - for a PDF on standard output
    #[arg(short, long, value_name = "OUT|-", requires = "file")]
    pub output: Option<PathBuf>,
    /// Resolution of a .png in dots per inch
    #[arg(long, value_name = "N", default_value = "144", requires = "file", value_parser = clap::value_parser!(u16).range(18..=1200))]
    pub dpi: u16,
    /// Look for faces in a folder first; may be repeated
    #[arg(long, value_name = "DIR", requires = "file")]
    pub font_path: Vec<PathBuf>,
    /// The language of the document: zh-Hans, zh-Hant, en, ja, ko …
    #[arg(long, value_name = "TAG", requires = "file", value_parser = language)]
    pub lang: Option<String>,
}

/// What to do with the bundled layouts, if not to list them.
#[derive(Clone, Debug, Subcommand)]
pub enum Show {
    /// Print one, to start your own; `base` has every key with its default
    Show {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Print a JSON Schema of layout files, for completion in editors
    Schema,
}
