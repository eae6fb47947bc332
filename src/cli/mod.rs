//! The command line: arguments, files, messages, exit status. One file per subcommand.

mod args;
mod batch;
mod build;
mod check;
mod clock;
mod coverage;
mod deps;
mod diff;
mod drift;
mod epoch;
mod explain;
mod export;
mod extract;
mod fix;
mod fonts;
mod gallery;
mod help;
mod import;
mod layouts;
mod lsp;
mod manual;
mod mcp;
mod meant;
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
mod target;
mod temp;
mod tongue;
mod views;
mod watch;

use std::process::ExitCode;

use crate::diag::CompileError;
use args::Command;
use clock::Clock;
use report::{complain, speak};

/// Runs the program with the arguments of the process.
///
/// Returns 0 when all went well, 1 when the document has errors (or warnings, under `--strict`), 2 when
/// the machine failed or the arguments make no sense. A reader that closes the pipe is not a failure.
pub fn run() -> ExitCode {
    let clock = Clock::start();
    survive_a_full_quota();
    let (speech, args) = tongue::chosen();
    speak(speech);
    let mut cli = match help::arguments(&args) {
        Ok(cli) => cli,
        Err(status) => return ExitCode::from(status),
    };
    if cli.build.each.file.as_deref().is_some_and(|file| file.as_os_str() == "help" && !file.exists()) {
        let named = cli.build.many.more.first().and_then(|word| word.to_str());
        let printed = report::print(help::text(named).as_bytes());
        return status(printed.map(|()| 0).map_err(CompileError::from));
    }
    if let Err(error) = meant::settle(&mut cli) {
        return status(Err(error.into()));
    }
    let done = match cli.command {
        Some(Command::Build(build)) => return status(batch::build(&build, clock)),
        Some(Command::Watch(watch)) => watch::run(&watch),
        Some(Command::Preview(preview)) => preview::run(&preview),
        Some(Command::Check(check)) => return status(batch::check(&check, clock)),
        Some(Command::Explain(explain)) => explain::run(&explain),
        Some(Command::New(new)) => new::run(&new, clock),
        Some(Command::Layouts(layouts)) => layouts::run(&layouts),
        Some(Command::Extract(extract)) => extract::run(&extract),
        Some(Command::Import(import)) => import::run(&import),
        Some(Command::Export(export)) => export::run(&export),
        Some(Command::Diff(diff)) => return status(diff::run(&diff)),
        Some(Command::Coverage(coverage)) => coverage::run(&coverage),
        Some(Command::Fonts(fonts)) => fonts::run(&fonts),
        Some(Command::Completions(completions)) => manual::completions(completions.shell),
        Some(Command::Lsp) => lsp::run(),
        Some(Command::Mcp(mcp)) => mcp::run(&mcp),
        Some(Command::Licences) => manual::licences(),
        Some(Command::Man(man)) => manual::man(&man),
        None => return status(batch::build(&cli.build, clock)),
    };
    status(done.map(|()| 0))
}

/// Makes a write beyond the user's file size limit fail, as one on a full disk does: otherwise a signal
/// (SIGXFSZ, setrlimit(2)) would end the program without a word and leave half a file.
fn survive_a_full_quota() {
    #[cfg(unix)]
    {
        use signal_hook::{consts::SIGXFSZ, flag};
        // The flag is never read: only having a handler matters.
        let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}

/// Returns the exit status, and reports a failure of the machine.
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
