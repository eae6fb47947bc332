//! One build after another, each followed by watching the files that it read. Of several results of one text, only
//! those that a change concerns are built again.

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

/// The most times that a build is repeated because it read files that were not followed yet: each time a layout
/// may name another layout.
const MOST_AGAIN: usize = 8;

/// A result that is built again and again.
struct Watched {
    planned: Planned,
    /// Whether it was planned and not yet built.
    is_new: bool,
    /// The signature of its part of the text when it was planned, if that alone decides its name.
    planned_of: Option<Signature>,
    /// The session, which stays valid from one build to the next.
    session: Option<Session>,
    /// The signature of its part of the text in the last successful build.
    made_of: Option<Signature>,
    /// The same of a build not yet reported.
    next: Option<Signature>,
    /// The paths that the last build looked at.
    looked_at: BTreeSet<PathBuf>,
    /// The files written last: changes to them are our own.
    own: BTreeSet<PathBuf>,
}

/// The state that is kept from one build to the next.
pub struct WatchLoop<'a> {
    args: &'a BuildArgs,
    results: Vec<Watched>,
    /// The front matter that the results were planned by.
    planned: Option<Vec<u8>>,
    follower: Follower,
    /// The followed paths, with their contents before the last build.
    before: BTreeMap<PathBuf, Content>,
    /// The same before the last build that was reported.
    told: BTreeMap<PathBuf, Content>,
    /// Whether anything besides the text has changed since then.
    around: bool,
    /// Folders that could not be written into.
    wanting: BTreeSet<PathBuf>,
}

impl<'a> WatchLoop<'a> {
    /// Starts with following the paths that the arguments name.
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

    /// Returns whether anything followed has changed since the last build, and closes the sessions if their faces
    /// have.
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

    /// Returns whether the last build was made from other contents than the last one reported: a file emptied and
    /// rewritten unchanged makes no difference.
    pub fn is_news(&self) -> bool {
        self.before != self.told
    }

    /// Returns whether a file written last is gone: it was removed in order to be made again.
    pub fn lost(&self) -> bool {
        self.results.iter().flat_map(|result| &result.own).any(|path| !path.exists())
    }

    /// Returns the arguments of a result.
    pub fn result(&self, nth: usize) -> &BuildArgs {
        self.results.get(nth).map_or(self.args, |result| &result.planned.args)
    }

    /// Returns the number of results.
    pub fn count(&self) -> usize {
        self.results.len()
    }

    /// Builds the results that a change at `since` concerns, each with its number. Afterwards everything that was read
    /// is followed, and was so already when the build began: no change is missed in between.
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
        // Read once for all: a save in between would reach only some of the results, and then be no news to the others.
        if self.around {
            // Other files may decide the name of a result, too: the sender of a letter.
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
        // It may have changed between the look and the build: the content that was built counts.
        if !text.is_empty() {
            self.before.insert(self.args.file().to_owned(), Content::read(&text));
        }
        told
    }

    /// Plans the results again if the front matter has changed, which may declare others.
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

    /// Follows the paths that the builds looked at, and those that the arguments name, which a failed build may not
    /// have reached. Returns whether any was not followed before.
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

    /// Notes the files written for a result, and whether that succeeded; if not, it is tried again once the folder
    /// changes.
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

    /// Ends a round in which builds were reported; `failed` if something could not be written.
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
    /// Builds the result from `text`; `None` if the change does not concern it. With `anyhow` it is built in any case.
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

    /// Does what [`Watched::made`] does. A panic in one result stops no other.
    fn guarded(
        &mut self,
        of: (&[u8], &Reading),
        anyhow: bool,
        several: bool,
        clock: &mut Clock,
    ) -> Result<Option<Outcome<Built>>, Error> {
        let made = catch_unwind(AssertUnwindSafe(|| self.made(of, anyhow, several, clock)));
        made.unwrap_or_else(|_| {
            // A panic may leave it half done.
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

/// Returns the front matter above the text, if there is one.
fn front_of(bytes: &[u8]) -> &[u8] {
    let fence = bytes.windows(4).skip(1).position(|part| part == b"\n---" || part == b"\n+++");
    fence.filter(|_| bytes.starts_with(b"---") || bytes.starts_with(b"+++")).map_or(&[], |end| &bytes[..end])
}

/// Returns whether a file is ours: written by the last build, or still a temporary file.
fn is_own(path: &Path, own: &BTreeSet<PathBuf>) -> bool {
    is_temp(path) || std::path::absolute(path).is_ok_and(|path| own.contains(&path))
}
