//! Following paths: by the system's watches, or by polling.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::places::Places;
use super::poll::Poll;
use crate::cli::report::{localized, printable, say};
use crate::diag::{Error, Message, message, system_message};

/// How often paths are polled when the system gives no watches.
pub const USUAL_POLL: Duration = Duration::from_millis(500);

/// The most times that the places of paths are looked up again because folders appeared while watches were set.
const MOST_ROUNDS: usize = 8;

/// Follows paths and reports when one of them may have changed.
#[derive(Debug)]
pub struct Follower {
    mail: Sender<Mail>,
    /// The paths that it was last given.
    followed: BTreeSet<PathBuf>,
}

/// A message to the thread that follows.
enum Mail {
    /// Follow these paths from now on, and confirm it.
    Follow(BTreeSet<PathBuf>, Sender<()>),
    /// The system saw something.
    Seen(notify::Result<Event>),
    /// The follower was dropped.
    CompileError,
}

impl Follower {
    /// Follows nothing yet. `poll` is the polling interval, for folders whose changes the system does not
    /// report (on another machine, say); without it the system's watches are used, if it has any left.
    /// `on_change` is called (from another thread) whenever something followed may have changed; it
    /// must not wait for [`Follower::follow`].
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(poll: Option<Duration>, on_change: impl Fn() + Send + 'static) -> Result<Follower, Error> {
        let (mail, letters) = mpsc::channel();
        let watcher = match poll {
            Some(_) => None,
            None => watcher(&mail),
        };
        let poll = Poll::new(poll.unwrap_or(USUAL_POLL));
        let watched = Watched { followed: BTreeSet::new(), places: Places::default(), watcher, poll };
        let thread = thread::Builder::new().name("follow".to_owned());
        thread.spawn(move || watched.work(&letters, &on_change)).map_err(|error| Error::Backend {
            what: "thread that watches the files",
            reason: Message::foreign(error.to_string(), "the system refuses"),
        })?;
        Ok(Follower { mail, followed: BTreeSet::new() })
    }

    /// Follows these paths instead of the previous ones: files or folders, existing or not. Changes made
    /// after this returns are reported.
    pub fn follow(&mut self, paths: &BTreeSet<PathBuf>) {
        if *paths == self.followed {
            return;
        }
        self.followed.clone_from(paths);
        let (done, wait) = mpsc::channel();
        if self.mail.send(Mail::Follow(paths.clone(), done)).is_ok() {
            // This fails only if the thread is gone, and then nothing can be reported.
            let _ = wait.recv();
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let _ = self.mail.send(Mail::CompileError);
    }
}

/// Returns the system's watcher; if there is none, reports why.
fn watcher(mail: &Sender<Mail>) -> Option<RecommendedWatcher> {
    let mail = mail.clone();
    let watcher = notify::recommended_watcher(move |seen: notify::Result<Event>| {
        // Our own reads cause events, too, and most of them.
        if !seen.as_ref().is_ok_and(|event| is_reading(event.kind)) {
            let _ = mail.send(Mail::Seen(seen));
        }
    });
    watcher.inspect_err(tell_poll).ok()
}

/// Reports why files are polled instead of watched.
fn tell_poll(error: &notify::Error) {
    let why = message!(
        "the system cannot watch files ({reason}): looking for changes every {ms} ms instead",
        reason = reason(error),
        ms = USUAL_POLL.as_millis()
    );
    say(&(printable(&localized(&message!("note: {note}", note = why))) + "\n"));
}

fn reason(error: &notify::Error) -> Message {
    match &error.kind {
        notify::ErrorKind::Io(error) => system_message(error),
        notify::ErrorKind::MaxFilesWatch => "fs.inotify.max_user_watches is used up".into(),
        _ => Message::foreign(error.to_string(), "the system refuses"),
    }
}

fn is_reading(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Returns whether an event is only about the contents of a file.
fn is_content(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Data(_)))
}

/// The state of the thread that follows.
struct Watched {
    followed: BTreeSet<PathBuf>,
    places: Places,
    /// The system's watcher; without one, everything is polled.
    watcher: Option<RecommendedWatcher>,
    poll: Poll,
}

impl Watched {
    fn work(mut self, letters: &Receiver<Mail>, on_change: &dyn Fn()) {
        loop {
            match self.next(letters) {
                Ok(Mail::Follow(paths, done)) => {
                    self.follow(paths);
                    let _ = done.send(());
                }
                Ok(Mail::Seen(seen)) => {
                    if self.matters(&seen) {
                        on_change();
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if self.poll.changed(&self.followed) {
                        on_change();
                    }
                }
                Ok(Mail::CompileError) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn next(&self, letters: &Receiver<Mail>) -> Result<Mail, RecvTimeoutError> {
        match self.watcher {
            Some(_) => letters.recv().map_err(RecvTimeoutError::from),
            None => letters.recv_timeout(self.poll.left()),
        }
    }

    fn follow(&mut self, paths: BTreeSet<PathBuf>) {
        self.followed = paths;
        self.rewatch(false);
    }

    /// Returns whether an event may concern a followed path. If folders changed, the watches are set
    /// again first, so that a look after the report misses nothing.
    fn matters(&mut self, seen: &notify::Result<Event>) -> bool {
        let Ok(event) = seen else {
            self.rewatch(true);
            return true;
        };
        if event.need_rescan() || event.paths.is_empty() {
            self.rewatch(true);
            return true;
        }
        let places = &self.places;
        let content = is_content(event.kind);
        let on_the_way = !content && event.paths.iter().any(|path| places.way.contains(path));
        let at_the_end = event.paths.iter().any(|path| {
            let inside = path.parent().is_some_and(|folder| places.inside.contains(folder));
            inside || places.ends.contains(path)
        });
        if on_the_way {
            self.rewatch(true);
        } else if at_the_end && !content {
            // A file may have become a link or a folder.
            self.rewatch(false);
        }
        on_the_way || at_the_end
    }

    /// Watches all folders on the way to the followed paths: the new ones, or all of them again, since a
    /// folder of the same name may be another one.
    fn rewatch(&mut self, anew: bool) {
        if anew {
            self.forget();
        }
        for _ in 0..MOST_ROUNDS {
            let places = Places::of(&self.followed);
            if places == self.places || self.watcher.is_none() {
                break;
            }
            let before = std::mem::replace(&mut self.places, places);
            self.watch(&before.watched);
        }
        if self.watcher.is_none() {
            self.poll.start(&self.followed);
        }
    }

    fn forget(&mut self) {
        let places = std::mem::take(&mut self.places);
        if let Some(watcher) = &mut self.watcher {
            for folder in &places.watched {
                // This fails for a folder that is gone, and its watch with it.
                let _ = watcher.unwatch(folder);
            }
        }
    }

    /// Sets the watches that are needed, given those that are set.
    fn watch(&mut self, before: &BTreeSet<PathBuf>) {
        let Some(watcher) = &mut self.watcher else { return };
        for folder in before.difference(&self.places.watched) {
            let _ = watcher.unwatch(folder);
        }
        for folder in self.places.watched.difference(before) {
            if let Err(error) = watcher.watch(folder, RecursiveMode::NonRecursive) {
                if self.places.can_do_without(folder, &error) {
                    continue;
                }
                tell_poll(&error);
                self.watcher = None;
                return;
            }
        }
    }
}
