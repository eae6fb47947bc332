//! Waiting for the disk while the next résumé is built.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use crate::cli::output::{self, Target};
use crate::diag::Error;

/// So many files are waited for at once. A journalling file system writes all of them with the newest, and the
/// others then cost nothing.
const GROUP: usize = 32;

/// A thread that waits until the disk has what was written.
pub struct Settler {
    /// Nothing if the system gave no thread.
    thread: Option<Thread>,
    /// Files to wait for at the end.
    left: Vec<Target>,
}

struct Thread {
    send: Sender<Target>,
    settled: JoinHandle<Result<(), Error>>,
}

impl Settler {
    /// Starts one that has nothing to wait for.
    pub fn start() -> Settler {
        let (send, written) = mpsc::channel::<Target>();
        let settle = move || {
            loop {
                let group: Vec<Target> = written.iter().take(GROUP).collect();
                if group.is_empty() {
                    return Ok(());
                }
                group.iter().rev().try_for_each(output::settle)?;
            }
        };
        let thread = thread::Builder::new().name("settle".to_owned()).spawn(settle).ok();
        Settler { thread: thread.map(|settled| Thread { send, settled }), left: Vec::new() }
    }

    /// Has some more files waited for.
    pub fn take(&mut self, written: Vec<Target>) {
        for target in written {
            match &self.thread {
                // It ends early only with an error, which `finish` tells.
                Some(thread) => drop(thread.send.send(target)),
                None => self.left.push(target),
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
        self.left.iter().try_for_each(output::settle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_is_told_with_a_thread_or_without() {
        let folder = tempfile::tempdir().unwrap();
        let target = |name: &str| Target::File(folder.path().join(name));
        std::fs::write(folder.path().join("here.pdf"), "%PDF").unwrap();
        for mut settler in [Settler::start(), Settler { thread: None, left: Vec::new() }] {
            settler.take(vec![target("here.pdf"), Target::Stdout]);
            settler.take(vec![target("gone.pdf"), target("here.pdf")]);
            match settler.finish() {
                Err(Error::Write { path, .. }) => assert!(path.ends_with("gone.pdf")),
                other => panic!("{other:?}"),
            }
        }
        let mut settler = Settler::start();
        settler.take(vec![target("here.pdf")]);
        assert!(settler.finish().is_ok());
    }
}
