//! Waiting for the disk in the background.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::output::WrittenFile;
use crate::diag::{Error, message};

/// Called when syncing a file fails: an error ends the waiting.
pub type Failed = fn(Error) -> Result<(), Error>;

/// A thread that waits until written files are on the disk.
pub struct SyncThread {
    failed: Failed,
    /// `None` if the system gave no thread: then the writer waits.
    thread: Option<Thread>,
    /// The result of waiting without a thread.
    waited: Result<(), Error>,
}

struct Thread {
    send: Sender<WrittenFile>,
    settled: JoinHandle<Result<(), Error>>,
}

impl SyncThread {
    /// Starts a thread that waits for groups of `group` files, the newest first: one commit of a journalling file
    /// system then serves all of them.
    pub fn start(group: usize, failed: Failed) -> SyncThread {
        let (send, written) = mpsc::channel::<WrittenFile>();
        let settle = move || {
            loop {
                let group: Vec<WrittenFile> = written.iter().take(group).collect();
                if group.is_empty() {
                    return Ok(());
                }
                group.into_iter().rev().try_for_each(|fresh| fresh.settle().or_else(failed))?;
            }
        };
        let thread = thread::Builder::new().name("settle".to_owned()).spawn(settle).ok();
        SyncThread { failed, thread: thread.map(|settled| Thread { send, settled }), waited: Ok(()) }
    }

    /// Waits for more files, too. Those that they replaced are removed once they are on the disk.
    pub fn take(&mut self, written: Vec<WrittenFile>) {
        for fresh in written {
            match &self.thread {
                // The thread ends early only with an error, which `finish` returns.
                Some(thread) => drop(thread.send.send(fresh)),
                None if self.waited.is_ok() => self.waited = fresh.settle().or_else(self.failed),
                None => {}
            }
        }
    }

    /// Returns when all files are on the disk.
    ///
    /// # Errors
    /// The error that [`Failed`] returned for the first file that failed, [`Error::Backend`] if the thread panicked.
    pub fn finish(self) -> Result<(), Error> {
        if let Some(Thread { send, settled }) = self.thread {
            drop(send);
            let reason = message!("a bug in jianli; please report it");
            let fallen = |_| Err(Error::Backend { what: "thread that waits for the disk", reason });
            settled.join().unwrap_or_else(fallen)?;
        }
        self.waited
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::{Durability, write_and};
    use crate::cli::target::Target;

    fn without_thread(failed: Failed) -> SyncThread {
        SyncThread { failed, thread: None, waited: Ok(()) }
    }

    #[test]
    fn what_was_replaced_is_gone_in_the_end_with_a_thread_or_without() {
        let folder = tempfile::tempdir().unwrap();
        let target = |name: &str| Target::File(folder.path().join(name));
        let later = |name: &str| write_and(Durability::Later, &target(name), b"%PDF").unwrap();
        for mut sync_thread in [SyncThread::start(1, Err), SyncThread::start(3, Err), without_thread(Err)] {
            for _ in 0..2 {
                sync_thread.take(vec![later("a.pdf"), WrittenFile::default()]);
                sync_thread.take(vec![later("b.pdf")]);
            }
            sync_thread.finish().unwrap();
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_first_file_that_the_disk_has_not_is_told_with_a_thread_or_without() {
        for mut sync_thread in [SyncThread::start(1, Err), without_thread(Err)] {
            sync_thread.take(vec![WrittenFile::default(), WrittenFile::never("first.pdf")]);
            sync_thread.take(vec![WrittenFile::never("second.pdf")]);
            match sync_thread.finish() {
                Err(Error::Write { path, .. }) => assert!(path.ends_with("first.pdf")),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    #[cfg(unix)]
    fn who_only_hears_of_a_failure_goes_on_waiting() {
        static HEARD: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(Vec::new());
        let hear = |error: Error| {
            let Error::Write { path, .. } = error else { return Err(error) };
            HEARD.lock().unwrap().push(path.display().to_string());
            Ok(())
        };
        for mut sync_thread in [SyncThread::start(1, hear), without_thread(hear)] {
            sync_thread.take(vec![
                WrittenFile::never("first.pdf"),
                WrittenFile::default(),
                WrittenFile::never("second.pdf"),
            ]);
            sync_thread.finish().unwrap();
            assert_eq!(std::mem::take(&mut *HEARD.lock().unwrap()), ["first.pdf", "second.pdf"]);
        }
    }
}
