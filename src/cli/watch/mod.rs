//! `jianli watch`: a build for each change of anything that the last one read.

mod follow;
mod places;
mod poll;
mod stamp;
mod watch_loop;

use std::sync::mpsc::{self, Receiver};
use std::time::Instant;

use super::args::{BuildArgs, WatchArgs};
use super::build::{self, Writing};
use super::output::{Durability, targets};
use super::paths::is_stdin;
use super::pending::{MOST_EMPTY, MOST_HELD, PendingBuild, QUIET, until_filled};
use super::report::{complain, localized, printable, say};
use super::sync_thread::SyncThread;
use super::target::Target;
use super::{batch, names, output, temp};
use crate::diag::{CompileError, Error, counted, message};
use crate::session::{Artefact, Built};
use crate::source;
pub use follow::Follower;
pub use stamp::Content;
use watch_loop::WatchLoop;

/// Builds at once, and then whenever something changed, until the process is ended.
///
/// # Errors
/// If there is nothing to watch, or nowhere to write: later failures are reported and waited out.
pub fn run(args: &WatchArgs) -> Result<(), CompileError> {
    refuse(args)?;
    // Room for one: a change that comes while another waits is found by the same look.
    let (news, changes) = mpsc::sync_channel(1);
    let follower = Follower::start(args.polling.every(), move || {
        let _ = news.try_send(Instant::now());
    })?;
    let mut watch_loop = WatchLoop::new(&args.build, follower);
    let planned = match args.build.look.views.may_be_several() {
        true => batch::planned(&args.build, None)?.into_iter().map(|planned| planned.args).collect(),
        false => vec![args.build.clone()],
    };
    temp::sweep(planned.iter().flat_map(targets).flatten().collect::<Vec<_>>().iter());
    let mut sync_thread = SyncThread::start(1, |error| {
        complain(&error);
        Ok(())
    });
    let pending = watch_loop.build(Instant::now());
    tell(&mut watch_loop, &mut sync_thread, pending);
    if !args.build.quiet {
        say(&printable(&localized(&message!(
            "watching {file}: Ctrl-C ends it",
            file = args.build.file().display()
        ))));
        say("\n");
    }
    while let Ok(since) = changes.recv() {
        let since = until_filled(args.build.file(), since, |wait| changes.recv_timeout(wait).ok());
        let lost = watch_loop.lost();
        if watch_loop.changed() || lost {
            let pending = settled(&mut watch_loop, &changes, since);
            if watch_loop.is_news() || lost {
                tell(&mut watch_loop, &mut sync_thread, pending);
            }
        }
    }
    Err(Error::Backend { what: "watch", reason: "the thread that watches the files is gone".into() }.into())
}

/// Refuses what cannot be watched, and what cannot be written again and again.
fn refuse(args: &WatchArgs) -> Result<(), Error> {
    let file = args.build.file();
    if is_stdin(file) {
        let source = std::io::Error::other("standard input is read once; give the file to watch");
        return Err(Error::Read { path: "<stdin>".into(), source });
    }
    if args.build.output.as_deref().is_some_and(is_stdin) {
        let source = std::io::Error::other("builds would follow one another there; give -o OUT");
        return Err(Error::Write { path: Target::Stdout.to_string().into(), source });
    }
    // A mistyped name is reported at once; a file that disappears later is waited for.
    source::read(file)?;
    match args.build.look.views.may_be_several() {
        // The targets of each are checked when it is planned.
        true => Ok(()),
        false => output::check(&args.build, &args.build.formats()),
    }
}

/// Builds; if that fails, again until nothing has changed for a moment; if the text is gone, only once it has stayed
/// away: a good PDF is not given up because of an editor's or a user's momentary slip.
fn settled(
    watch_loop: &mut WatchLoop,
    changes: &Receiver<Instant>,
    since: Instant,
) -> Vec<(usize, PendingBuild)> {
    let mut pending = watch_loop.build(since);
    loop {
        let is_empty = pending.iter().any(|(_, pending)| pending.is_empty());
        let (most, wait) = match is_empty {
            true => (MOST_EMPTY, MOST_EMPTY.saturating_sub(since.elapsed())),
            false => (MOST_HELD, QUIET),
        };
        if !pending.iter().any(|(_, pending)| pending.looks_unfinished()) || since.elapsed() >= most {
            return pending;
        }
        let quiet = changes.recv_timeout(wait).is_err();
        if watch_loop.changed() {
            pending = watch_loop.build(since);
        } else if quiet && !is_empty {
            return pending;
        }
    }
}

/// Returns the targets of a build.
fn targets_of(args: &BuildArgs, built: &Built) -> Vec<Target> {
    let named = names::named(args, &built.source, &built.resume).ok().flatten().map(|(args, _)| args);
    let args = named.as_ref().unwrap_or(args);
    let target = |made: &Artefact| output::target(args, made.format, made.page).ok();
    built.artefacts.iter().filter_map(target).collect()
}

/// Writes the outputs and reports the results: the reports come once all files have their names, so that no file waits
/// for the report on another, or for the disk.
fn tell(watch_loop: &mut WatchLoop, sync_thread: &mut SyncThread, pending: Vec<(usize, PendingBuild)>) {
    let (mut failed, mut complaints) = (false, Vec::new());
    let (made, all) = (pending.len(), watch_loop.count());
    let quiet = watch_loop.result(0).quiet;
    let put = |(nth, PendingBuild { outcome, mut clock }): (usize, PendingBuild)| {
        let args = watch_loop.result(nth).clone();
        let targets = outcome.result.as_ref().map_or_else(|_| Vec::new(), |built| targets_of(&args, built));
        let writing = Writing { rule: None, durability: Durability::Later };
        let put = build::put(&args, writing, outcome, &mut clock);
        (nth, args, targets, put, clock)
    };
    let put: Vec<_> = pending.into_iter().map(put).collect();
    let mut fresh = Vec::new();
    for (nth, args, targets, put, clock) in put {
        watch_loop.wrote(nth, &targets, put.is_well());
        let done = put.tell(&args, &clock);
        failed |= matches!(done, Err(CompileError::Machine(Error::Write { .. })));
        match done {
            Ok(written) => fresh.extend(written),
            Err(CompileError::Machine(error)) => complaints.push(error),
            Err(_) => {}
        }
    }
    sync_thread.take(fresh);
    watch_loop.settle(failed);
    // A reader of the message may fix the fault at once: that change has to be seen.
    complaints.iter().for_each(complain);
    if made < all && !quiet {
        let (still, results) = (all - made, counted(all, "result"));
        say(&(localized(&message!("{still} of {results} are unchanged", still, results)) + "\n"));
    }
}
