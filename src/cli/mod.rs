//! The command line: arguments, files, messages, exit status. One file a subcommand.

mod args;
mod attach;
mod build;
mod check;
mod clock;
mod epoch;
mod explain;
mod extract;
mod fonts;
mod gallery;
mod job;
mod layouts;
mod new;
mod output;
mod report;
mod scrap;
mod session;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use crate::diag::Stop;
use args::{Cli, Command};
use clock::Clock;
use report::complain;

/// Runs the program with the arguments of the process.
///
/// Returns 0 when all went well, 1 when the document has errors (or warnings, under `--strict`), 2 when
/// the machine failed or the arguments make no sense. A reader that went away is no failure.
pub fn run() -> ExitCode {
    let clock = Clock::start();
    let cli = Cli::parse();
    let done = match cli.command {
        Some(Command::Build(build)) => build::run(&build, clock),
        Some(Command::Watch(watch)) => watch::run(&watch),
        Some(Command::Check(check)) => check::run(&check, clock),
        Some(Command::Explain(explain)) => explain::run(&explain),
        Some(Command::New(new)) => new::run(&new, clock),
        Some(Command::Layouts(layouts)) => layouts::run(&layouts),
        Some(Command::Extract(extract)) => extract::run(&extract),
        Some(Command::Fonts(fonts)) => fonts::run(&fonts),
        None => build::run(&cli.build, clock),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Document) => ExitCode::from(1),
        Err(Stop::Machine(error)) => {
            complain(&error);
            ExitCode::from(2)
        }
    }
}
