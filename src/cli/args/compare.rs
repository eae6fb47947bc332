//! The arguments of `diff` and `coverage`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::LookArgs;

/// `jianli diff`
#[derive(Clone, Debug, Args)]
pub struct DiffArgs {
    /// The old résumé; - for standard input
    #[arg(value_name = "OLD.md|-")]
    pub old: PathBuf,
    /// The new one [default: OLD.md, if --against names another view of it]
    #[arg(value_name = "NEW.md|-", required_unless_present = "against")]
    pub new: Option<PathBuf>,
    /// How both look, and which parts of them are printed.
    #[command(flatten)]
    pub look: LookArgs,
    /// The view of the new one [default: that of --view]
    #[arg(long, value_name = "NAME")]
    pub against: Option<String>,
    /// Print the changes as JSON
    #[arg(long)]
    pub json: bool,
    /// Show the pages of both overlaid: a .png or .svg, one for each page
    #[arg(long, value_name = "OUT.png|OUT.svg")]
    pub pages: Option<PathBuf>,
    /// Resolution of a .png in dots per inch
    #[arg(long, value_name = "N", default_value = "144", requires = "pages", value_parser = clap::value_parser!(u16).range(18..=1200))]
    pub dpi: u16,
    /// Print only the changes and errors
    #[arg(short, long)]
    pub quiet: bool,
}

impl DiffArgs {
    /// Returns the file of the new résumé.
    pub fn new_file(&self) -> &Path {
        self.new.as_deref().unwrap_or(&self.old)
    }
}

/// `jianli coverage`
#[derive(Clone, Debug, Args)]
pub struct CoverageArgs {
    /// The résumé; - for standard input
    #[arg(value_name = "FILE.md|-")]
    pub file: PathBuf,
    /// The job advertisement: its text, or a job in JSON Resume's format; - for standard input
    #[arg(long, value_name = "AD.txt|-")]
    pub job: PathBuf,
    /// How it looks, and which parts are printed; with several views, the one that covers most comes first.
    #[command(flatten)]
    pub look: LookArgs,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}
