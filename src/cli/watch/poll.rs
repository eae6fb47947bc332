//! Polling of paths.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::stamp::{Stamp, digest};

/// How long a file counts as fresh. The times of files are as coarse as two seconds on some systems
/// (FAT), so that a second change within that time may leave the stamp unchanged: for fresh files the
/// content is compared, too.
const FRESH: Duration = Duration::from_secs(3);

/// The paths as seen at the last look.
#[derive(Debug)]
pub struct Poll {
    every: Duration,
    last: Instant,
    seen: BTreeMap<PathBuf, Seen>,
}

#[derive(Debug)]
struct Seen {
    stamp: Stamp,
    since: Instant,
    digest: Option<[u8; 32]>,
}

impl Poll {
    /// Returns a poll with this interval.
    pub fn new(every: Duration) -> Poll {
        Poll { every, last: Instant::now(), seen: BTreeMap::new() }
    }

    /// Returns the time until the next look.
    pub fn left(&self) -> Duration {
        self.every.saturating_sub(self.last.elapsed())
    }

    /// Looks at new paths for the first time, and forgets those that are not among `paths`.
    pub fn start(&mut self, paths: &BTreeSet<PathBuf>) {
        self.seen.retain(|path, _| paths.contains(path));
        for path in paths {
            self.seen.entry(path.clone()).or_insert_with(|| Seen::at(path));
        }
    }

    /// Looks again, and returns whether something changed.
    pub fn changed(&mut self, paths: &BTreeSet<PathBuf>) -> bool {
        let mut changed = false;
        for path in paths {
            match self.seen.get_mut(path) {
                Some(seen) => changed |= seen.again(path),
                None => drop(self.seen.insert(path.clone(), Seen::at(path))),
            }
        }
        self.last = Instant::now();
        changed
    }
}

impl Seen {
    fn at(path: &Path) -> Seen {
        let stamp = Stamp::of(path);
        Seen { stamp, since: Instant::now(), digest: digest(path).ok() }
    }

    fn again(&mut self, path: &Path) -> bool {
        let stamp = Stamp::of(path);
        if stamp != self.stamp {
            *self = Seen { stamp, ..Seen::at(path) };
            return true;
        }
        if self.since.elapsed() > FRESH {
            return false;
        }
        let before = std::mem::replace(&mut self.digest, digest(path).ok());
        before != self.digest
    }
}
