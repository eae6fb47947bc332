//! One build after the other, each followed by what it read. Of several results of one text those are built again of
//! which a change says something.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Instant;

use super::follow::Follower;
use super::stamp::Content;
use crate::cli::args::BuildArgs;
use crate::cli::batch;
use crate::cli::build::asked;
use crate::cli::clock::Clock;
use crate::cli::pending::PendingBuild;
use crate::cli::target::Target;
use crate::cli::temp::is_temp;
use crate::diag::Error;
use crate::session::{Built, Outcome, Reading, Session, folder_of};
use crate::source;

/// How often a build is done again because it read what was not followed yet: each time a layout may
/// name another layout.
const MOST_AGAIN: usize = 8;

/// A result that is built again and again.
struct Watched {
    args: BuildArgs,
    /// What stays valid from one build of it to the next.
    session: Option<Session>,
    /// What the text says to this one, if it was made of that, and well.
    made_of: Option<String>,
    /// The same of a build that nobody has been told of.
    next: Option<String>,
    /// What the last build looked at.
    looked_at: BTreeSet<PathBuf>,
    /// What was written last: no change by somebody else.
    own: BTreeSet<PathBuf>,
}

/// What is kept from one build to the next.
pub struct WatchLoop<'a> {
    args: &'a BuildArgs,
    results: Vec<Watched>,
    /// The front matter that the results were planned by.
    planned: Option<Vec<u8>>,
    follower: Follower,
    /// What is followed, with what was there before the last build.
    before: BTreeMap<PathBuf, Content>,
    /// The same before the last build of which somebody was told.
    told: BTreeMap<PathBuf, Content>,
    /// Since then, something else than the text has changed.
    around: bool,
    /// Folders that could not be written into.
    wanting: BTreeSet<PathBuf>,
}

impl<'a> WatchLoop<'a> {
    /// Follows what the arguments name.
    pub fn new(args: &'a BuildArgs, follower: Follower) -> WatchLoop<'a> {
        let mut watch_loop = WatchLoop {
            args,
            results: Vec::new(),
            planned: None,
            follower,
            before: BTreeMap::new(),
            told: BTreeMap::new(),
            around: true,
            wanting: BTreeSet::new(),
        };
        watch_loop.follow();
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
            self.results.iter_mut().for_each(|result| result.session = None);
        }
        let text = self.args.file();
        self.around |=
            now.iter().any(|(path, content)| path != text && self.before.get(path) != Some(content));
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
        self.results.iter().flat_map(|result| &result.own).any(|path| !path.exists())
    }

    /// Returns the arguments of a result.
    pub fn result(&self, nth: usize) -> &BuildArgs {
        self.results.get(nth).map_or(self.args, |result| &result.args)
    }

    /// Returns how many results there are.
    pub fn count(&self) -> usize {
        self.results.len()
    }

    /// Builds what a change at that time says something of, each with its number. Afterwards all that was read is
    /// followed, and was already when the build began: no change falls between.
    pub fn build(&mut self, since: Instant) -> Vec<(usize, PendingBuild)> {
        let mut pending = self.once(since);
        for _ in 0..MOST_AGAIN {
            if !self.follow() {
                break;
            }
            pending = self.once(since);
        }
        pending
    }

    fn once(&mut self, since: Instant) -> Vec<(usize, PendingBuild)> {
        let pending = |outcome, clock| PendingBuild { outcome, clock };
        // Read once for all: a save in between would be in some of the results only, and then be no news to the others.
        let text = source::read(self.args.file()).and_then(|text| self.plan(&text).map(|()| text));
        let text = match text {
            Ok(text) => text,
            Err(error) => return vec![(0, pending(Outcome::unread(error), Clock::since(since)))],
        };
        let reading = Reading::default();
        let (anyhow, several) = (self.around, self.results.len() > 1);
        let jobs = available_parallelism().map_or(1, NonZero::get).min(self.results.len()).max(1);
        let share = self.results.len().div_ceil(jobs).max(1);
        let mut made: Vec<(usize, Made)> = Vec::new();
        let work = |(at, results): (usize, &'_ mut [Watched])| -> Vec<(usize, Made)> {
            let one = |(nth, result): (usize, &mut Watched)| {
                let mut clock = Clock::since(since);
                let outcome = result.made((&text, &reading), anyhow, several, &mut clock);
                (at * share + nth, Made { outcome, clock })
            };
            results.iter_mut().enumerate().map(one).collect()
        };
        std::thread::scope(|scope| {
            let shares = self.results.chunks_mut(share).enumerate();
            match jobs {
                1 => made.extend(shares.flat_map(work)),
                _ => {
                    let work = &work;
                    let threads: Vec<_> = shares.map(|share| scope.spawn(move || work(share))).collect();
                    made.extend(threads.into_iter().filter_map(|thread| thread.join().ok()).flatten());
                }
            }
        });
        let mut told = Vec::new();
        for (nth, Made { outcome, clock }) in made {
            match outcome {
                Ok(outcome) => told.extend(outcome.map(|outcome| (nth, pending(outcome, clock)))),
                Err(error) => told.push((nth, pending(Outcome::unread(error), clock))),
            }
        }
        // It may have changed between the look and the build: what was built counts.
        if !text.is_empty() {
            self.before.insert(self.args.file().to_owned(), Content::read(&text));
        }
        told
    }

    /// Plans the results anew if the front matter has changed, which may declare others.
    fn plan(&mut self, text: &[u8]) -> Result<(), Error> {
        if !self.args.look.views.may_be_several() {
            if self.results.is_empty() {
                self.results.push(Watched::of(self.args.clone()));
            }
            return Ok(());
        }
        let front = front_of(text);
        if self.planned.as_deref() == Some(front) {
            return Ok(());
        }
        let planned = batch::planned(self.args)?;
        let mut before = std::mem::take(&mut self.results);
        for args in planned {
            let same = |known: &Watched| {
                known.args.output == args.output
                    && known.args.look.lang == args.look.lang
                    && known.args.look.views.one() == args.look.views.one()
            };
            let known = before.iter().position(same).map(|nth| before.swap_remove(nth));
            self.results.push(known.unwrap_or_else(|| Watched::of(args)));
        }
        self.planned = Some(front.to_vec());
        Ok(())
    }

    /// Follows what the builds looked at, and what the arguments name, which a build that failed may not
    /// have come to. Returns whether something was not followed before.
    fn follow(&mut self) -> bool {
        let mut paths: BTreeSet<PathBuf> =
            self.results.iter().flat_map(|result| result.looked_at.iter().cloned()).collect();
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

    /// Notes what was written of a result, and whether that failed: then it is tried again once the folder changes.
    pub fn wrote(&mut self, nth: usize, targets: &[Target], well: bool) {
        let files = targets.iter().filter_map(|target| match target {
            Target::File(path) => Some(path.clone()),
            Target::Stdout => None,
        });
        let own: BTreeSet<PathBuf> = files.filter_map(|path| std::path::absolute(path).ok()).collect();
        if let Some(result) = self.results.get_mut(nth) {
            result.made_of = result.next.take().filter(|_| well);
            result.own = own;
        }
    }

    /// Ends a round in which somebody was told of what was built; `failed` if something could not be written.
    pub fn settle(&mut self, failed: bool) {
        let all: BTreeSet<PathBuf> =
            self.results.iter().flat_map(|result| result.own.iter().cloned()).collect();
        self.before.values_mut().for_each(|content| content.forget(&|path| is_own(path, &all)));
        let folders: BTreeSet<PathBuf> = all.iter().map(|path| folder_of(path)).collect();
        let wanting = if failed { folders } else { BTreeSet::new() };
        if wanting != self.wanting {
            self.wanting = wanting;
            self.follow();
        }
        self.around = false;
        self.told = self.before.clone();
    }

    fn contents<'p>(&self, paths: impl Iterator<Item = &'p PathBuf>) -> BTreeMap<PathBuf, Content> {
        let own = |path: &Path| self.results.iter().any(|result| is_own(path, &result.own)) || is_temp(path);
        let paths = paths.filter(|path| !own(path));
        paths.map(|path| (path.clone(), Content::of(path, &own))).collect()
    }
}

/// What was made of a result: nothing if a change says nothing of it.
struct Made {
    outcome: Result<Option<Outcome<Built>>, Error>,
    clock: Clock,
}

impl Watched {
    /// Builds it from `text`; nothing if the change says nothing of it. `anyhow`: whatever the text says.
    fn made(
        &mut self,
        (text, reading): (&[u8], &Reading),
        anyhow: bool,
        several: bool,
        clock: &mut Clock,
    ) -> Result<Option<Outcome<Built>>, Error> {
        let session = match &mut self.session {
            Some(session) => session,
            none => none.insert(Session::lasting(&self.args.look.font_path)?),
        };
        clock.lap("fonts");
        let mut request = asked(&self.args)?;
        request.bytes = text.to_owned();
        let there = self.own.iter().all(|path| path.exists());
        let known = self.made_of.as_deref().filter(|_| several && there && !anyhow);
        let (next, outcome) = session.build_changed(&request, known, reading, &mut |stage| clock.lap(stage));
        if let Some(outcome) = &outcome {
            self.looked_at.clone_from(outcome.files.looked_at());
            self.next = next;
        }
        Ok(outcome)
    }

    fn of(args: BuildArgs) -> Watched {
        let (looked_at, own) = (BTreeSet::new(), BTreeSet::new());
        Watched { args, session: None, made_of: None, next: None, looked_at, own }
    }
}

/// Returns what stands above the text, if anything does.
fn front_of(bytes: &[u8]) -> &[u8] {
    let fence = bytes.windows(4).skip(1).position(|part| part == b"\n---" || part == b"\n+++");
    fence.filter(|_| bytes.starts_with(b"---") || bytes.starts_with(b"+++")).map_or(&[], |end| &bytes[..end])
}

/// Tells whether a file is ours: written by the last build, or about to become such.
fn is_own(path: &Path, own: &BTreeSet<PathBuf>) -> bool {
    is_temp(path) || std::path::absolute(path).is_ok_and(|path| own.contains(&path))
}
