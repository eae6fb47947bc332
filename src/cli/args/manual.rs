//! The arguments of commands for packages and other programs.

use std::path::PathBuf;

use clap::Args;

/// `jianli completions`
#[derive(Clone, Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// `jianli mcp`
#[derive(Clone, Debug, Args)]
pub struct McpArgs {
    /// The folder whose files may be read and written, including its subfolders
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
}

/// `jianli man`
#[derive(Clone, Debug, Args)]
pub struct ManArgs {
    /// Write jianli.1, jianli-watch.1 … into this folder
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}
