//! A build of a file that may still be being written: what `watch` and `preview` hold back.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::clock::Clock;
use crate::session::{Built, Outcome};

/// How long an error is held back, lest one flash up between the moments in which an editor empties a
/// file, or puts it aside, and writes it.
pub const QUIET: Duration = Duration::from_millis(120);
/// How long at most, while the file keeps changing.
pub const MOST_HELD: Duration = Duration::from_millis(600);
/// For how long a source without text is waited for before its empty page takes the place of a good one.
pub const MOST_EMPTY: Duration = Duration::from_secs(2);

/// A finished build not yet reported.
pub struct PendingBuild {
    /// Its outcome, not yet written.
    pub outcome: Outcome<Built>,
    /// How long it took.
    pub clock: Clock,
}

impl PendingBuild {
    /// Returns whether the source may still be being written.
    pub fn looks_unfinished(&self) -> bool {
        self.outcome.result.is_err() || self.is_empty()
    }

    /// Returns whether the source has no text.
    pub fn is_empty(&self) -> bool {
        let blank = |built: &Built| built.source.text.trim_ascii().is_empty();
        self.outcome.result.as_ref().is_ok_and(blank)
    }
}

/// Waits while the file is empty, but not for long: many editors empty a file before they write it. `since` is
/// when it changed, `changed` waits for another change; returns when it was filled.
pub fn until_filled(
    file: &Path,
    since: Instant,
    mut changed: impl FnMut(Duration) -> Option<Instant>,
) -> Instant {
    let is_empty = || fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() == 0);
    let mut filled = since;
    while is_empty() && since.elapsed() < MOST_HELD {
        let Some(next) = changed(QUIET) else { break };
        filled = next;
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_waited_for_while_it_is_empty_and_no_longer() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let mut waited = 0;
        let since = Instant::now();
        let filled = until_filled(file.path(), since, |_| {
            waited += 1;
            if waited == 3 {
                fs::write(file.path(), "# 陈小满").unwrap();
            }
            Some(since + waited * Duration::from_millis(1))
        });
        assert_eq!((waited, filled), (3, since + Duration::from_millis(3)));
        until_filled(file.path(), Instant::now(), |_| panic!("it is filled"));
        fs::write(file.path(), "").unwrap();
        let mut asked = false;
        until_filled(file.path(), Instant::now(), |_| {
            asked = true;
            None // nothing comes
        });
        assert!(asked);
        until_filled(Path::new("no such file"), Instant::now(), |_| panic!("it is gone, which is told"));
    }
}
