//! The arguments of `preview`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use super::{LookArgs, PollArgs};

/// `jianli preview`
#[derive(Clone, Debug, Args)]
pub struct PreviewArgs {
    /// The résumé
    #[arg(value_name = "FILE.md")]
    pub file: PathBuf,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
    /// Fit the text to N pages, as build does
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=99))]
    pub pages: Option<u16>,
    /// Open the browser, too
    #[arg(long)]
    pub open: bool,
    /// Listen on this port [default: any free one]
    #[arg(long, value_name = "N", default_value = "0", hide_default_value = true)]
    pub port: u16,
    /// Listen on this address: with any but the default, other machines can see the résumé
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// How changes are noticed.
    #[command(flatten)]
    pub polling: PollArgs,
    /// Print only the address and errors
    #[arg(short, long)]
    pub quiet: bool,
}
