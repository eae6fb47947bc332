//! Waiting for the disk while something else is done.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::output::WrittenFile;
use crate::diag::{Error, message};

/// What is done about a file that the disk has not: an error ends the waiting.
pub type Failed = fn(Error) -> Result<(), Error>;

/// A thread that waits until the disk has what was written.
pub struct SyncThread {
    failed: Failed,
    /// Nothing if the system gave no thread: then whoever writes waits.
    thread: Option<Thread>,
    /// What became of that.
    waited: Result<(), Error>,
}

struct Thread {
    send: Sender<WrittenFile>,
    settled: JoinHandle<Result<(), Error>>,
}

impl SyncThread {
    /// Starts one that waits for so many files at once, the newest first: one commit of a journalling file system
    /// then serves all of them.
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

    /// Has some more files waited for. What they replaced is removed when the disk has them.
    pub fn take(&mut self, written: Vec<WrittenFile>) {
        for fresh in written {
            match &self.thread {
                // It ends early only with an error, which `finish` tells.
                Some(thread) => drop(thread.send.send(fresh)),
                None if self.waited.is_ok() => self.waited = fresh.settle().or_else(self.failed),
                None => {}
            }
        }
    }

    /// Returns when the disk has everything.
    ///
    /// # Errors
    /// What [`Failed`] made of the first file that it has not, [`Error::Backend`] if the thread fell over.
    pub fn finish(self) -> Result<(), Error> {
        if let Some(Thread { send, settled }) = self.thread {
            drop(send);
            let reason = message!("a mistake in jianli; please report it");
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
