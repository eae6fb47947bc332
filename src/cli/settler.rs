//! Waiting for the disk while something else is done.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::output::Fresh;
use crate::diag::Error;

/// A thread that waits until the disk has what was written.
pub struct Settler {
    /// Nothing if the system gave no thread.
    thread: Option<Thread>,
    /// Files to wait for at the end.
    left: Vec<Fresh>,
}

struct Thread {
    send: Sender<Fresh>,
    settled: JoinHandle<Result<(), Error>>,
}

impl Settler {
    /// Starts one that waits for so many files at once, the newest first: one commit of a journalling file system
    /// then serves all of them.
    pub fn start(group: usize) -> Settler {
        let (send, written) = mpsc::channel::<Fresh>();
        let settle = move || {
            loop {
                let group: Vec<Fresh> = written.iter().take(group).collect();
                if group.is_empty() {
                    return Ok(());
                }
                group.into_iter().rev().try_for_each(Fresh::settle)?;
            }
        };
        let thread = thread::Builder::new().name("settle".to_owned()).spawn(settle).ok();
        Settler { thread: thread.map(|settled| Thread { send, settled }), left: Vec::new() }
    }

    /// Has some more files waited for. What they replaced is removed when the disk has them.
    pub fn take(&mut self, written: Vec<Fresh>) {
        for fresh in written {
            match &self.thread {
                // It ends early only with an error, which `finish` tells.
                Some(thread) => drop(thread.send.send(fresh)),
                None => self.left.push(fresh),
            }
        }
    }

    /// Returns when the disk has everything.
    ///
    /// # Errors
    /// [`Error::Write`] for the first file that it has not, [`Error::Backend`] if the thread fell over.
    pub fn finish(self) -> Result<(), Error> {
        if let Some(Thread { send, settled }) = self.thread {
            drop(send);
            let reason = "a mistake in jianli; please report it".to_owned();
            let fallen = |_| Err(Error::Backend { what: "thread that waits for the disk", reason });
            settled.join().unwrap_or_else(fallen)?;
        }
        self.left.into_iter().try_for_each(Fresh::settle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::{Settle, Target, write_and};

    #[test]
    fn what_was_replaced_is_gone_in_the_end_with_a_thread_or_without() {
        let folder = tempfile::tempdir().unwrap();
        let target = |name: &str| Target::File(folder.path().join(name));
        let later = |name: &str| write_and(Settle::Later, &target(name), b"%PDF").unwrap();
        let without = Settler { thread: None, left: Vec::new() };
        for mut settler in [Settler::start(1), Settler::start(3), without] {
            for _ in 0..2 {
                settler.take(vec![later("a.pdf"), Fresh::default()]);
                settler.take(vec![later("b.pdf")]);
            }
            settler.finish().unwrap();
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_first_file_that_the_disk_has_not_is_told_with_a_thread_or_without() {
        for mut settler in [Settler::start(1), Settler { thread: None, left: Vec::new() }] {
            settler.take(vec![Fresh::default(), Fresh::never("first.pdf")]);
            settler.take(vec![Fresh::never("second.pdf")]);
            match settler.finish() {
                Err(Error::Write { path, .. }) => assert!(path.ends_with("first.pdf")),
                other => panic!("{other:?}"),
            }
        }
    }
}
