//! One build after the other, each followed by what it read. Of several results of one text those are built again of
//! which a change says something.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::follow::Follower;
use super::stamp::Content;
use crate::cli::args::BuildArgs;
use crate::cli::batch::{self, Known, Planned, pool};
use crate::cli::build::asked_of;
use crate::cli::clock::Clock;
use crate::cli::pending::PendingBuild;
use crate::cli::target::Target;
use crate::cli::temp::is_temp;
use crate::diag::Error;
use crate::session::{Built, Outcome, Reading, Session, Signature, folder_of};
use crate::source;

/// How often a build is done again because it read what was not followed yet: each time a layout may
/// name another layout.
const MOST_AGAIN: usize = 8;

/// A result that is built again and again.
struct Watched {
    planned: Planned,
    /// It was planned and not yet built.
    is_new: bool,
    /// What the text said to it when it was planned, if that decides alone about what it is called.
    planned_of: Option<Signature>,
    /// What stays valid from one build of it to the next.
    session: Option<Session>,
    /// What the text says to this one, if it was made of that, and well.
    made_of: Option<Signature>,
    /// The same of a build that nobody has been told of.
    next: Option<Signature>,
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
        self.results.get(nth).map_or(self.args, |result| &result.planned.args)
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
        if self.around {
            // What stands elsewhere may say otherwise what a result is called: the sender of a letter.
            self.results.iter_mut().for_each(|result| result.planned_of = None);
        }
        let reading = Reading::default();
        let text = source::read(self.args.file());
        let text = text.and_then(|text| self.plan(&text, &reading).map(|()| text));
        let text = match text {
            Ok(text) => text,
            Err(error) => return vec![(0, pending(Outcome::unread(error), Clock::since(since)))],
        };
        let (anyhow, several) = (self.around, self.results.len() > 1);
        let workers = pool::workers(self.results.len());
        let made = pool::on_each(&mut self.results, workers, |result| {
            let mut clock = Clock::since(since);
            let outcome = result.guarded((&text, &reading), anyhow, several, &mut clock);
            (outcome, clock)
        });
        let told = made.into_iter().enumerate().filter_map(|(nth, (outcome, clock))| match outcome {
            Ok(outcome) => outcome.map(|outcome| (nth, pending(outcome, clock))),
            Err(error) => Some((nth, pending(Outcome::unread(error), clock))),
        });
        let told = told.collect();
        // It may have changed between the look and the build: what was built counts.
        if !text.is_empty() {
            self.before.insert(self.args.file().to_owned(), Content::read(&text));
        }
        told
    }

    /// Plans the results anew if the front matter has changed, which may declare others.
    fn plan(&mut self, text: &[u8], reading: &Reading) -> Result<(), Error> {
        if !self.args.look.views.may_be_several() {
            if self.results.is_empty() {
                let (args, given) = (self.args.clone(), None);
                self.results.push(Watched::of(Planned { args, given }));
            }
            return Ok(());
        }
        let front = front_of(text);
        if self.planned.as_deref() == Some(front) {
            return Ok(());
        }
        let stand = self.results.iter();
        let stand = stand.filter_map(|result| Some((&result.planned, result.planned_of.as_ref()?))).collect();
        let planned = batch::planned(self.args, Some(&Known { bytes: text, reading, planned: stand }))?;
        let mut before = std::mem::take(&mut self.results);
        for planned in planned {
            let Planned { args, .. } = &planned;
            let same = |known: &Watched| {
                let known = &known.planned.args;
                known.output == args.output
                    && known.look.lang == args.look.lang
                    && known.look.views.one() == args.look.views.one()
            };
            let known = before.iter().position(same).map(|nth| before.swap_remove(nth));
            self.results.push(match known {
                Some(known) => Watched { planned, planned_of: None, is_new: true, ..known },
                None => Watched::of(planned),
            });
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

impl Watched {
    /// Builds it from `text`; nothing if the change says nothing of it. `anyhow`: whatever the text says.
    fn made(
        &mut self,
        (text, reading): (&[u8], &Reading),
        anyhow: bool,
        several: bool,
        clock: &mut Clock,
    ) -> Result<Option<Outcome<Built>>, Error> {
        let args = &self.planned.args;
        let session = match &mut self.session {
            Some(session) => session,
            none => none.insert(Session::lasting(&args.look.font_path)?),
        };
        clock.lap("fonts");
        let request = asked_of(args, text)?;
        let there = self.own.iter().all(|path| path.exists());
        let known = self.made_of.as_ref().filter(|_| several && there && !anyhow);
        let (next, outcome) = session.build_changed(&request, known, reading, &mut |stage| clock.lap(stage));
        if std::mem::take(&mut self.is_new) {
            self.planned_of.clone_from(&next);
        }
        match &outcome {
            Some(outcome) => {
                self.looked_at.clone_from(outcome.files.looked_at());
                self.next = next;
            }
            None => self.made_of = next,
        }
        Ok(outcome)
    }

    /// Does what [`Watched::made`] does. A mistake of ours in one stops no other.
    fn guarded(
        &mut self,
        of: (&[u8], &Reading),
        anyhow: bool,
        several: bool,
        clock: &mut Clock,
    ) -> Result<Option<Outcome<Built>>, Error> {
        let made = catch_unwind(AssertUnwindSafe(|| self.made(of, anyhow, several, clock)));
        made.unwrap_or_else(|_| {
            // What it left behind may be half done.
            (self.session, self.made_of, self.next) = (None, None, None);
            Err(batch::fallen_over(self.planned.args.file()))
        })
    }

    fn of(planned: Planned) -> Watched {
        let (looked_at, own) = (BTreeSet::new(), BTreeSet::new());
        let (planned_of, is_new) = (None, true);
        Watched { planned, planned_of, is_new, session: None, made_of: None, next: None, looked_at, own }
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
