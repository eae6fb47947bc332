//! The arguments and their values.

mod choice;
mod compare;
mod exchange;
mod layouts;
mod look;
mod manual;
mod poll;
mod preview;
mod shard;
mod values;
mod views;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::diag::{Code, Diagnostic};
use crate::session::Format;
pub use choice::{AttachWhat, DiagnosticFormat, PrintInks};
pub use compare::{CoverageArgs, DiffArgs};
pub use exchange::{ExportArgs, ImportArgs};
pub use layouts::{GalleryArgs, LayoutsArgs, Show};
pub use look::LookArgs;
pub use manual::{CompletionsArgs, ManArgs, McpArgs};
pub use poll::PollArgs;
pub use preview::PreviewArgs;
pub use shard::{Shard, part};
use values::{code, language, spoken};
pub use views::ViewArgs;

/// The resolution of pictures if none is given.
pub const USUAL_DPI: u16 = 144;

const EXAMPLES: &str = "\
Examples:
  jianli 张三.md                             make 张三.pdf
  jianli 张三.md --layout compact            in another layout
  jianli 张三.md --pages 1                   on one page, filling it
  jianli watch 张三.md                       rebuild it at each change
  jianli preview 张三.md --open              see it in the browser while you write
  jianli check 张三.md                       look for mistakes, also in the PDF
  jianli layouts --gallery 张三.md -o a.png  every layout on one sheet
  jianli 张三.md --set type.size=9.5pt       with one layout key changed
  jianli 张三.md --format pdf,png            with a picture of each page
  jianli 张三.md -o 张三.txt                 as plain text, for a web form
  jianli 'cvs/**/*.md' -o pdfs/              many at once, into a folder
  jianli 张三.md --all-views -o out/         one PDF for each application
  jianli 张三.md --print                     for a print shop: inks, bleed, crop marks
  cat 张三.md | jianli - -o - > 张三.pdf     as a filter

Exit status:
  0  done
  1  the document or the layout has errors (or, with --strict, warnings); nothing was written
  2  something cannot be read or written, or the arguments make no sense; existing files are untouched";

/// Compiles a résumé in Markdown into a PDF ready to print.
#[derive(Debug, Parser)]
#[command(
    name = "jianli",
    version,
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// The subcommand; `build` if only a file is given.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The arguments of `build`.
    #[command(flatten)]
    pub build: BuildsArgs,
    /// The language of messages and help [default: by LC_ALL, LC_MESSAGES or LANG]
    // Taken out of the arguments before they are parsed, so that messages about them are in this language, too.
    #[arg(long, global = true, value_name = "zh|en", value_parser = spoken)]
    pub ui: Option<String>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile a résumé: jianli build 张三.md
    Build(BuildsArgs),
    /// Rebuild whenever the résumé or anything it is made from changes: jianli watch 张三.md
    Watch(WatchArgs),
    /// Show the pages in a browser and follow every change: jianli preview 张三.md --open
    Preview(PreviewArgs),
    /// Look for mistakes, in the résumé and in the finished PDF, and write nothing: jianli check 张三.md
    Check(CheckArgs),
    /// Show how each line was understood: jianli explain 张三.md
    Explain(ExplainArgs),
    /// Write a first résumé and build it: jianli new 张三; with --repo DIR, in a folder made for
    /// version control
    New(NewArgs),
    /// List the bundled layouts, print one, or show a résumé in all of them:
    /// jianli layouts --gallery 张三.md -o sheet.png
    Layouts(LayoutsArgs),
    /// Extract the files from a PDF made with --attach: jianli extract 张三.pdf
    Extract(ExtractArgs),
    /// Convert another tool's résumé, or a PDF, to Markdown: jianli import old.pdf -o 张三.md
    Import(ImportArgs),
    /// Convert a résumé to another tool's format: jianli export 张三.md --to jsonresume
    Export(ExportArgs),
    /// Show what changed from one résumé to another, by meaning: jianli diff OLD.md NEW.md, or between two views:
    /// jianli diff 张三.md --view a --against b
    Diff(DiffArgs),
    /// Show how much of a job advertisement a résumé covers, and which view covers most:
    /// jianli coverage 张三.md --job ad.txt --all-views
    Coverage(CoverageArgs),
    /// List the faces, or those that a résumé would use: jianli fonts 张三.md
    Fonts(FontsArgs),
    /// Serve an editor over standard input and output (Language Server Protocol); see docs/editors.md
    Lsp,
    /// Serve an AI agent over standard input and output (Model Context Protocol): jianli mcp cvs/
    Mcp(McpArgs),
    /// Print the completion script for a shell: jianli completions bash
    Completions(CompletionsArgs),
    /// Print the licences of jianli, its faces and everything else in it
    #[command(alias = "licenses")]
    Licences,
    /// Print the manual page, or write those of all commands into a folder: jianli man | man -l -
    Man(ManArgs),
}

/// `jianli build`
#[derive(Clone, Debug, Default, Args)]
pub struct BuildArgs {
    /// The résumé; - for standard input
    // Optional in type only: clap requires it, but not with a subcommand.
    #[arg(value_name = "FILE.md|-", required = true)]
    pub file: Option<PathBuf>,
    /// Where to write; - for standard output; {name}, {headline}, {phone}, {email}, {city}, {view}, {lang},
    /// {date}, {layout} and {stem} are filled in from the résumé [default: beside FILE.md]
    #[arg(short, long, value_name = "OUT|-")]
    pub output: Option<PathBuf>,
    /// Output formats [default: from the extension of OUT, else pdf]
    #[arg(long, value_name = "pdf,png,…", value_delimiter = ',')]
    pub format: Vec<Format>,
    /// Image resolution in dots per inch
    #[arg(long, value_name = "N", default_value = "144", value_parser = clap::value_parser!(u16).range(18..=1200))]
    pub dpi: u16,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
    /// Make the PDF for a print shop: PDF/X-4 with bleed and crop marks, no links, in process inks or in
    /// black alone [inks: process, black]
    #[arg(long, value_name = "INKS", num_args = 0..=1, require_equals = true, default_missing_value = "process", hide_possible_values = true)]
    pub print: Option<PrintInks>,
    /// Attach the Markdown and the layout to the PDF, where `jianli extract` finds them: all, or without
    /// comments and skipped text [possible values: all, printed]
    #[arg(long, value_name = "WHAT", conflicts_with = "print", num_args = 0..=1, require_equals = true, default_missing_value = "all", hide_possible_values = true)]
    pub attach: Option<AttachWhat>,
    /// Fit the text to N pages and fill them, as far as the layout's [fit] allows
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=99))]
    pub pages: Option<u16>,
    /// Fail the build on warnings
    #[arg(long)]
    pub strict: bool,
    /// How to report findings; machine formats go to standard output
    #[arg(long, value_name = "WAY", default_value = "human")]
    pub diagnostics: DiagnosticFormat,
    /// Print the time that each stage takes
    #[arg(long)]
    pub timings: bool,
    /// Print errors only
    #[arg(short, long)]
    pub quiet: bool,
    /// Findings about the name of the output, when several outputs were named beforehand.
    #[arg(skip)]
    pub told: Vec<Diagnostic>,
}

impl BuildArgs {
    /// Returns the résumé's file; `-` is standard input.
    pub fn file(&self) -> &Path {
        self.file.as_deref().unwrap_or(Path::new("-"))
    }
}

/// `jianli build`, of one résumé or of many.
#[derive(Clone, Debug, Default, Args)]
pub struct BuildsArgs {
    /// How each is built.
    #[command(flatten)]
    pub each: BuildArgs,
    /// The résumés.
    #[command(flatten)]
    pub many: ManyArgs,
    /// Write a rule for make or ninja that lists the output's inputs
    #[arg(long, value_name = "FILE")]
    pub deps: Option<PathBuf>,
}

/// Several résumés in one command.
#[derive(Clone, Debug, Default, Args)]
pub struct ManyArgs {
    /// More résumés; each may be a pattern in quotes: 'cvs/**/*.md'
    #[arg(value_name = "FILE.md|PATTERN")]
    pub more: Vec<PathBuf>,
    /// Number of résumés to process in parallel [default: number of processors]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Take the Ith of N parts of the résumés; count I from 1 or from 0, as your machines do
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
}

/// `jianli watch`
#[derive(Clone, Debug, Args)]
pub struct WatchArgs {
    /// The build.
    #[command(flatten)]
    pub build: BuildArgs,
    /// How changes are noticed.
    #[command(flatten)]
    pub polling: PollArgs,
}

/// `jianli check`
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    /// The résumé; - for standard input
    #[arg(value_name = "FILE.md|-", required_unless_present = "explain")]
    pub file: Option<PathBuf>,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
    /// Fit the text to N pages first, as build does
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=99))]
    pub pages: Option<u16>,
    /// Fail the check on warnings
    #[arg(long)]
    pub strict: bool,
    /// How to report findings; machine formats go to standard output
    #[arg(long, value_name = "WAY", default_value = "human")]
    pub diagnostics: DiagnosticFormat,
    /// The résumés.
    #[command(flatten)]
    pub many: ManyArgs,
    /// Apply the certain fixes, in the résumé and in the files that it names
    #[arg(long, conflicts_with_all = ["drift", "diff"])]
    pub fix: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with = "drift")]
    pub diff: bool,
    /// Compare two files with the same content in two languages, or the languages of one: dates, numbers, links, missing parts
    #[arg(long)]
    pub drift: bool,
    /// Explain what a code means, why it matters and how to silence it
    #[arg(long, value_name = "CODE", exclusive = true, value_parser = code)]
    pub explain: Option<Code>,
}

/// `jianli explain`
#[derive(Clone, Debug, Args)]
pub struct ExplainArgs {
    /// The résumé; - for standard input
    #[arg(value_name = "FILE.md|-")]
    pub file: PathBuf,
    /// Print only the source text that does not reach the page, with the reason
    #[arg(long, conflicts_with = "json")]
    pub text: bool,
    /// Print the whole model as JSON
    #[arg(long)]
    pub json: bool,
    /// The language of the document: zh-Hans, zh-Hant, en, ja, ko …
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,
    /// The parts to print.
    #[command(flatten)]
    pub views: ViewArgs,
}

/// `jianli new`
#[derive(Clone, Debug, Args)]
pub struct NewArgs {
    /// The person's name; NAME.md is written in this folder
    #[arg(value_name = "NAME", required_unless_present = "repo")]
    pub name: Option<String>,
    /// Make a folder to keep under version control: résumé, layout, editor settings, workflows
    #[arg(long, value_name = "DIR")]
    pub repo: Option<PathBuf>,
    /// The language [default: that of the name]
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,
}

/// `jianli extract`
#[derive(Clone, Debug, Args)]
pub struct ExtractArgs {
    /// The PDF
    #[arg(value_name = "FILE.pdf")]
    pub file: PathBuf,
    /// The folder to write into; - prints the Markdown [default: this folder]
    #[arg(short, long, value_name = "DIR|-")]
    pub output: Option<PathBuf>,
    /// Replace files that already exist
    #[arg(long)]
    pub force: bool,
}

/// `jianli fonts`
#[derive(Clone, Debug, Args)]
pub struct FontsArgs {
    /// List only what this résumé uses; - for standard input
    #[arg(value_name = "FILE.md|-")]
    pub file: Option<PathBuf>,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_file_alone_is_built() {
        let cli = Cli::parse_from(["jianli", "a.md", "--set", "a=1", "--set=b=2", "--format", "pdf,png"]);
        let build = cli.build.each;
        assert!(cli.command.is_none() && build.file() == Path::new("a.md"));
        assert_eq!(build.look.set, ["a=1", "b=2"]);
        assert_eq!(build.format, [Format::Pdf, Format::Png]);
        assert!(matches!(Cli::parse_from(["jianli", "layouts"]).command, Some(Command::Layouts(_))));
    }
}
