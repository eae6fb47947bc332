//! `jianli watch`: a build for each change of anything that the last one read.

mod follow;
mod places;
mod poll;
mod round;
mod stamp;

use std::sync::mpsc::{self, Receiver};
use std::time::Instant;

use super::args::{BuildArgs, WatchArgs};
use super::build::{self, Writing};
use super::output::{self, Settle, Target, targets};
use super::paths::is_stdin;
use super::report::{complain, printable, say};
use super::scrap;
use super::settler::Settler;
use super::tried::{MOST_HELD, QUIET, Tried, until_filled};
use crate::diag::{Error, Stop};
use crate::source;

pub use follow::Follower;
use round::Rounds;
pub use stamp::Content;

/// Builds at once, and then whenever something changed, until the process is ended.
///
/// # Errors
/// If there is nothing to watch, or nowhere to write: whatever comes later is told and waited out.
pub fn run(args: &WatchArgs) -> Result<(), Stop> {
    refuse(args)?;
    // A place for one: what comes while another change waits is found by the same look.
    let (news, changes) = mpsc::sync_channel(1);
    let follower = Follower::start(args.polling.every(), move || {
        let _ = news.try_send(Instant::now());
    })?;
    let mut rounds = Rounds::new(&args.build, follower);
    scrap::sweep(targets(&args.build)?.iter());
    let mut settler = Settler::start(1, |error| {
        complain(&error);
        Ok(())
    });
    let tried = rounds.build(Instant::now());
    tell(&args.build, &mut rounds, &mut settler, tried);
    if !args.build.quiet {
        say(&printable(&format!("watching {}: Ctrl-C ends it", args.build.file().display())));
        say("\n");
    }
    while let Ok(since) = changes.recv() {
        let since = until_filled(args.build.file(), since, |wait| changes.recv_timeout(wait).ok());
        if rounds.changed() {
            let tried = settled(&mut rounds, &changes, since);
            if rounds.is_news() {
                tell(&args.build, &mut rounds, &mut settler, tried);
            }
        }
    }
    Err(Error::Backend { what: "watch", reason: "the thread that follows the files is gone".into() }.into())
}

/// Refuses what cannot be watched, and what cannot be written again and again.
fn refuse(args: &WatchArgs) -> Result<(), Error> {
    let file = args.build.file();
    if is_stdin(file) {
        let source = std::io::Error::other("standard input is read once; give the file to watch");
        return Err(Error::Read { path: "<stdin>".into(), source });
    }
    if args.build.output.as_deref().is_some_and(is_stdin) {
        let source = std::io::Error::other("each build would follow the other there; give -o OUT");
        return Err(Error::Write { path: Target::Stdout.to_string().into(), source });
    }
    // A name mistyped is told at once; a file that goes away later is waited for.
    source::read(file)?;
    output::check(&args.build, &args.build.formats())
}

/// Builds; if that fails, only once nothing changed for a moment.
fn settled(rounds: &mut Rounds, changes: &Receiver<Instant>, since: Instant) -> Tried {
    let mut tried = rounds.build(since);
    while tried.looks_unfinished() && since.elapsed() < MOST_HELD {
        let quiet = changes.recv_timeout(QUIET).is_err();
        if rounds.changed() {
            tried = rounds.build(since);
        } else if quiet {
            break;
        }
    }
    tried
}

/// Writes what was made, and says how it went.
fn tell(args: &BuildArgs, rounds: &mut Rounds, settler: &mut Settler, tried: Tried) {
    let Tried { outcome, mut clock, .. } = tried;
    let made = outcome.result.iter().flat_map(|built| &built.artefacts);
    let targets: Vec<Target> =
        made.filter_map(|made| output::target(args, made.format, made.page).ok()).collect();
    let writing = Writing { rule: None, settle: Settle::Later };
    let done = build::finish(args, writing, outcome, &mut clock);
    rounds.wrote(&targets, matches!(done, Err(Stop::Machine(Error::Write { .. }))));
    match done {
        Ok(written) => settler.take(written),
        Err(Stop::Machine(error)) => complain(&error),
        Err(_) => {}
    }
}
