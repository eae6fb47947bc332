//! `jianli watch`: a build for each change of anything that the last one read.

mod follow;
mod places;
mod poll;
mod round;
mod stamp;

use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use super::args::WatchArgs;
use super::build;
use super::job::is_stdin;
use super::output::{self, Settle, Target};
use super::report::{complain, printable, say};
use crate::diag::{Error, Stop};
use crate::source;

pub use follow::Follower;
use round::{Rounds, Tried};
pub use stamp::Content;

/// How long an error is held back, lest one flash up between the moments in which an editor empties a
/// file, or puts it aside, and writes it.
pub const QUIET: Duration = Duration::from_millis(120);
/// For how long at most, while the file goes on changing.
pub const MOST_HELD: Duration = Duration::from_millis(600);

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
    let now = Instant::now();
    let tried = rounds.build(now);
    tell(&mut rounds, tried);
    if !args.build.quiet {
        say(&printable(&format!("watching {}: Ctrl-C ends it", args.build.file().display())));
        say("\n");
    }
    while let Ok(since) = changes.recv() {
        until_filled(args.build.file(), since, |wait| changes.recv_timeout(wait).is_ok());
        if rounds.changed() {
            let tried = settled(&mut rounds, &changes, since);
            if rounds.is_news() {
                tell(&mut rounds, tried);
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
    output::check(&args.build, &super::session::formats(&args.build))
}

/// Waits while the file is empty, but not for long: many editors empty a file before they write it.
/// `changed` waits for a change and tells whether there was one.
pub fn until_filled(file: &Path, since: Instant, mut changed: impl FnMut(Duration) -> bool) {
    let is_empty = || fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() == 0);
    while is_empty() && since.elapsed() < MOST_HELD && changed(QUIET) {}
}

/// Builds; if that fails, only once nothing changed for a moment.
fn settled<'a>(rounds: &mut Rounds<'a>, changes: &Receiver<Instant>, since: Instant) -> Tried<'a> {
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
fn tell<'a>(rounds: &mut Rounds<'a>, tried: Tried<'a>) {
    let Tried { args, mut job, built } = tried;
    let targets: Vec<Target> =
        built.iter().flat_map(|built| &built.made).map(|made| made.0.clone()).collect();
    let done = build::finish(args, (None, Settle::Later), &mut job, built);
    rounds.wrote(&targets, matches!(done, Err(Stop::Machine(Error::Write { .. }))));
    if let Err(Stop::Machine(error)) = done {
        complain(&error);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_waited_for_while_it_is_empty_and_no_longer() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let mut waited = 0;
        until_filled(file.path(), Instant::now(), |_| {
            waited += 1;
            if waited == 3 {
                fs::write(file.path(), "# 陈小满").unwrap();
            }
            true
        });
        assert_eq!(waited, 3);
        until_filled(file.path(), Instant::now(), |_| panic!("it is filled"));
        fs::write(file.path(), "").unwrap();
        let mut asked = false;
        until_filled(file.path(), Instant::now(), |_| {
            asked = true;
            false // nothing comes
        });
        assert!(asked);
        until_filled(Path::new("no such file"), Instant::now(), |_| panic!("it is gone, which is told"));
    }
}
