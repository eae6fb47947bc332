//! The command line: arguments, files, messages, exit status. One file a subcommand.

mod args;
mod batch;
mod build;
mod check;
mod clock;
mod deps;
mod epoch;
mod explain;
mod extract;
mod fonts;
mod gallery;
mod layouts;
mod names;
mod new;
mod options;
mod output;
mod overwrite;
mod paths;
mod pending;
mod preview;
mod repo;
mod report;
mod sync_thread;
mod temp;
mod views;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use crate::diag::CompileError;
use args::{Cli, Command};
use clock::Clock;
use report::complain;

/// Runs the program with the arguments of the process.
///
/// Returns 0 when all went well, 1 when the document has errors (or warnings, under `--strict`), 2 when
/// the machine failed or the arguments make no sense. A reader that went away is no failure.
pub fn run() -> ExitCode {
    let clock = Clock::start();
    survive_a_full_quota();
    let cli = Cli::parse();
    let done = match cli.command {
        Some(Command::Build(build)) => return status(batch::build(&build, clock)),
        Some(Command::Watch(watch)) => watch::run(&watch),
        Some(Command::Preview(preview)) => preview::run(&preview),
        Some(Command::Check(check)) => return status(batch::check(&check, clock)),
        Some(Command::Explain(explain)) => explain::run(&explain),
        Some(Command::New(new)) => new::run(&new, clock),
        Some(Command::Layouts(layouts)) => layouts::run(&layouts),
        Some(Command::Extract(extract)) => extract::run(&extract),
        Some(Command::Fonts(fonts)) => fonts::run(&fonts),
        None => return status(batch::build(&cli.build, clock)),
    };
    status(done.map(|()| 0))
}

/// Lets a write beyond the largest file that this user may have fail, as one on a full disk does: what it would
/// else get is a signal (SIGXFSZ, setrlimit(2)) that ends the program without a word and leaves half a file.
fn survive_a_full_quota() {
    #[cfg(unix)]
    {
        use signal_hook::{consts::SIGXFSZ, flag};
        // Nobody looks at the flag: that there is a handler is all that is wanted.
        let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}

/// Returns the status to end with, and says what went wrong with the machine.
fn status(done: Result<u8, CompileError>) -> ExitCode {
    match done {
        Ok(status) => ExitCode::from(status),
        Err(CompileError::Document) => ExitCode::from(1),
        Err(CompileError::Machine(error)) => {
            complain(&error);
            ExitCode::from(2)
        }
    }
}
