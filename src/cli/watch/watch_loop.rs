//! One build after the other, each followed by what it read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::follow::Follower;
use super::stamp::Content;
use crate::cli::args::BuildArgs;
use crate::cli::build::asked;
use crate::cli::clock::Clock;
use crate::cli::output::Target;
use crate::cli::pending::PendingBuild;
use crate::cli::temp::is_temp;
use crate::diag::Error;
use crate::session::{Built, Outcome, Session, folder_of};

/// How often a build is done again because it read what was not followed yet: each time a layout may
/// name another layout.
const MOST_AGAIN: usize = 8;

/// What is kept from one build to the next.
pub struct WatchLoop<'a> {
    args: &'a BuildArgs,
    follower: Follower,
    session: Option<Session>,
    /// What is followed, with what was there before the last build.
    before: BTreeMap<PathBuf, Content>,
    /// The same before the last build of which somebody was told.
    told: BTreeMap<PathBuf, Content>,
    /// What was written last: no change by somebody else.
    own: BTreeSet<PathBuf>,
    /// Folders that could not be written into.
    wanting: BTreeSet<PathBuf>,
}

impl<'a> WatchLoop<'a> {
    /// Follows what the arguments name.
    pub fn new(args: &'a BuildArgs, follower: Follower) -> WatchLoop<'a> {
        let (before, told) = (BTreeMap::new(), BTreeMap::new());
        let (own, wanting) = (BTreeSet::new(), BTreeSet::new());
        let mut watch_loop = WatchLoop { args, follower, session: None, before, told, own, wanting };
        watch_loop.follow(&BTreeSet::new());
        watch_loop
    }

    /// Tells whether anything followed has another content than before the last build, and closes the
    /// faces if theirs has.
    pub fn changed(&mut self) -> bool {
        let now = self.contents(self.before.keys());
        if now == self.before {
            return false;
        }
        let fonts = &self.args.look.font_path;
        if fonts.iter().any(|folder| now.get(folder) != self.before.get(folder)) {
            self.session = None;
        }
        self.before = now;
        true
    }

    /// Tells whether the last build was made of something else than the last one told: a file emptied and
    /// written again as it was is none.
    pub fn is_news(&self) -> bool {
        self.before != self.told
    }

    /// Tells whether what was written last is gone: somebody took it away and wants it made again.
    pub fn lost(&self) -> bool {
        self.own.iter().any(|path| !path.exists())
    }

    /// Builds, because of a change at that time. Afterwards all that the build read is followed, and was
    /// already when the build began: no change falls between.
    pub fn build(&mut self, since: Instant) -> PendingBuild {
        let mut pending = self.once(since);
        for _ in 0..MOST_AGAIN {
            if !self.follow(pending.outcome.files.looked_at()) {
                break;
            }
            pending = self.once(since);
        }
        pending
    }

    fn once(&mut self, since: Instant) -> PendingBuild {
        let mut clock = Clock::since(since);
        let outcome = self.made(&mut clock).unwrap_or_else(Outcome::unread);
        PendingBuild { outcome, clock }
    }

    fn made(&mut self, clock: &mut Clock) -> Result<Outcome<Built>, Error> {
        let session = match &mut self.session {
            Some(session) => session,
            none => none.insert(Session::lasting(&self.args.look.font_path)?),
        };
        clock.lap("fonts");
        let request = asked(self.args)?;
        // It may have changed between the look and the build: what was built counts.
        if !request.bytes.is_empty() {
            self.before.insert(self.args.file().to_owned(), Content::read(&request.bytes));
        }
        Ok(session.build_timed(&request, &mut |stage| clock.lap(stage)))
    }

    /// Follows what a build looked at, and what the arguments name, which a build that failed may not
    /// have come to. Returns whether something was not followed before.
    fn follow(&mut self, looked_at: &BTreeSet<PathBuf>) -> bool {
        let mut paths = looked_at.clone();
        paths.insert(self.args.file().to_owned());
        paths.extend(self.args.look.font_path.iter().cloned());
        paths.extend(self.wanting.iter().cloned());
        self.follower.follow(&paths);
        let new: BTreeSet<&PathBuf> = paths.iter().filter(|path| !self.before.contains_key(*path)).collect();
        let added = self.contents(new.iter().copied());
        let any = !added.is_empty();
        self.before.retain(|path, _| paths.contains(path));
        self.before.extend(added);
        any
    }

    /// Notes what was written, and whether that failed: then it is tried again once the folder changes.
    pub fn wrote(&mut self, targets: &[Target], failed: bool) {
        let files = targets.iter().filter_map(|target| match target {
            Target::File(path) => Some(path.clone()),
            Target::Stdout => None,
        });
        self.own = files.filter_map(|path| std::path::absolute(path).ok()).collect();
        let own = &self.own;
        self.before.values_mut().for_each(|content| content.forget(&|path| is_own(path, own)));
        let folders: BTreeSet<PathBuf> = self.own.iter().map(|path| folder_of(path)).collect();
        let wanting = if failed { folders } else { BTreeSet::new() };
        if wanting != self.wanting {
            self.wanting = wanting;
            let paths = self.before.keys().cloned().collect();
            self.follow(&paths);
        }
        self.told = self.before.clone();
    }

    fn contents<'p>(&self, paths: impl Iterator<Item = &'p PathBuf>) -> BTreeMap<PathBuf, Content> {
        let own = |path: &Path| is_own(path, &self.own);
        let paths = paths.filter(|path| !own(path));
        paths.map(|path| (path.clone(), Content::of(path, &own))).collect()
    }
}

/// Tells whether a file is ours: written by the last build, or about to become such.
fn is_own(path: &Path, own: &BTreeSet<PathBuf>) -> bool {
    is_temp(path) || std::path::absolute(path).is_ok_and(|path| own.contains(&path))
}
