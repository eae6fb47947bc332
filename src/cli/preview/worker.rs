//! The worker: one thread owns the session, and builds whenever there is a reason.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Instant;

use serde_json::{Value, json};

use super::latest::LatestState;
use super::state::{self, BuildRequest, Findings, Page, State, Summary, ViewOptions};
use crate::cli::args::PreviewArgs;
use crate::cli::clock::Clock;
use crate::cli::options::request;
use crate::cli::pending::{MOST_HELD, PendingBuild, QUIET, until_filled};
use crate::cli::report::{self, printable, say};
use crate::cli::watch::{Content, Follower};
use crate::diag::{
    CompileError, Diagnostic, Error, Files, Message, Speech, counted, machine, message, summary,
};
use crate::layout::BUNDLED;
use crate::session::{Built, Format, Options, Outcome, Session};

/// How much of a long source line is shown on each side of a finding, in characters.
const CONTEXT: usize = 60;

/// Builds, and keeps the results of the last successful build.
pub struct BuildWorker {
    args: PreviewArgs,
    session: Option<Session>,
    /// The contents of the author's folders of faces when the session was opened.
    faces: Vec<Content>,
    /// The path of the résumé, for editors; `None` if other machines can see the preview.
    path: Option<PathBuf>,
    look: ViewOptions,
    pages: Vec<Arc<Page>>,
    source: Arc<str>,
    summary: Summary,
    number: u64,
    last: Value,
}

impl BuildWorker {
    /// Returns a worker that has built nothing yet. Only with `tell_path` may clients know the path of the
    /// résumé.
    pub fn new(args: PreviewArgs, tell_path: bool) -> BuildWorker {
        let path = tell_path.then(|| std::path::absolute(&args.file).ok()).flatten();
        BuildWorker {
            args,
            session: None,
            faces: Vec::new(),
            path,
            look: ViewOptions::default(),
            pages: Vec::new(),
            source: Arc::default(),
            summary: Summary::default(),
            number: 0,
            last: Value::Null,
        }
    }

    /// Builds for the first time.
    ///
    /// # Errors
    /// If the résumé or a face cannot be read: a mistyped name is reported at once. Later failures are shown
    /// in the page.
    pub fn first(&mut self) -> Result<State, Error> {
        let PendingBuild { outcome, clock } = self.build();
        if let Err(CompileError::Machine(error)) = outcome.result {
            return Err(error);
        }
        Ok(self.publish(PendingBuild { outcome, clock }).unwrap_or_default())
    }

    /// Builds whenever there is a reason, until there can be none any more.
    pub fn work(&mut self, requests: &Receiver<BuildRequest>, follower: &mut Follower, latest: &LatestState) {
        let mut followed = BTreeSet::new();
        let mut again = true;
        loop {
            if !again {
                let Ok(request) = requests.recv() else { return };
                self.hear(request);
            }
            // All requests that came during the last build are one reason.
            requests.try_iter().for_each(|request| self.hear(request));
            let pending = self.settled(requests);
            // A change made before it was followed is caught by one more build.
            let looked_at = self.looked_at(&pending.outcome.files);
            again = looked_at != followed;
            if again {
                follower.follow(&looked_at);
                followed = looked_at;
            }
            if let Some(state) = self.publish(pending) {
                latest.put(state);
            }
        }
    }

    fn hear(&mut self, request: BuildRequest) {
        if let BuildRequest::ViewOptions(look) = request {
            self.look = look;
        }
    }

    /// Builds; if that fails, again until nothing has changed for a moment: many editors empty a file, or move
    /// it aside, before they write it.
    fn settled(&mut self, requests: &Receiver<BuildRequest>) -> PendingBuild {
        let since = Instant::now();
        until_filled(&self.args.file.clone(), since, |wait| {
            requests.recv_timeout(wait).map(|request| self.hear(request)).ok()?;
            Some(Instant::now())
        });
        let mut pending = self.build();
        while pending.looks_unfinished() && since.elapsed() < MOST_HELD {
            let Ok(request) = requests.recv_timeout(QUIET) else { break };
            self.hear(request);
            pending = self.build();
        }
        pending
    }

    fn build(&mut self) -> PendingBuild {
        let mut clock = Clock::start();
        let outcome = self.made(&mut clock).unwrap_or_else(Outcome::unread);
        PendingBuild { outcome, clock }
    }

    fn made(&mut self, clock: &mut Clock) -> Result<Outcome<Built>, Error> {
        let folders = &self.args.look.font_path;
        let faces: Vec<Content> = folders.iter().map(|folder| Content::of(folder, &|_| false)).collect();
        if faces != self.faces {
            self.session = None;
        }
        let options = self.options();
        let session = match &mut self.session {
            Some(session) => session,
            none => none.insert(Session::lasting(folders)?),
        };
        self.faces = faces;
        let request = request(&self.args.file, options)?;
        Ok(session.build_timed(&request, &mut |stage| clock.lap(stage)))
    }

    /// Returns the paths that a build looked at, and those that the arguments name, which a failed build may not
    /// have reached.
    fn looked_at(&self, files: &Files) -> BTreeSet<PathBuf> {
        let named = self.args.look.font_path.iter().chain([&self.args.file]);
        files.looked_at().iter().chain(named).cloned().collect()
    }

    /// Keeps the results of a build and returns the new state for clients, if anything is new.
    fn publish(&mut self, PendingBuild { outcome, clock }: PendingBuild) -> Option<State> {
        let Outcome { result, findings: found, files, .. } = outcome;
        let built = result.map(|built| self.keep(built, &files));
        let error = match &built {
            Ok(()) | Err(CompileError::Document) => None,
            Err(CompileError::Machine(error)) => Some(error.message()),
        };
        let findings = Findings {
            failed: built.is_err(),
            found: found.iter().map(|finding| with_line(finding, &files)).collect(),
            error_said: error
                .as_ref()
                .map_or(Value::Null, |error| in_each(|speech| error.translated(speech).into())),
            error,
        };
        let told = state::json(&self.pages, &self.summary, &self.look, &findings);
        if told == self.last {
            return None;
        }
        self.report(&findings, &found, &clock);
        self.last = told.clone();
        Some(self.state(told, &clock))
    }

    fn options(&self) -> Options {
        let own = self.args.look.options();
        Options {
            layout: self.look.layout.map(str::to_owned).or(own.layout),
            formats: vec![Format::Svg],
            pages: self.look.pages.or(self.args.pages),
            tags: own.tags.filter(|_| self.look.view.is_none()),
            view: self.look.view.clone().or(own.view),
            lang: self.look.lang.clone().or(own.lang),
            ..own
        }
    }

    /// Keeps the results of a build. An unchanged page keeps its name, so that clients do not fetch it again.
    fn keep(&mut self, built: Built, files: &Files) {
        let Built { artefacts, document, fitted, source, resume, .. } = built;
        let mut pages = Vec::with_capacity(artefacts.len());
        let drawings = artefacts.into_iter().map(|made| made.bytes);
        for (at, (svg, page)) in drawings.zip(&document.pages).enumerate() {
            let same = self.pages.get(at).filter(|before| before.svg == svg);
            pages.push(same.map_or_else(
                || {
                    let size = [page.size.width.to_f64(), page.size.height.to_f64()];
                    Arc::new(Page { name: format!("{}-{at}", self.number + 1), svg, size })
                },
                Arc::clone,
            ));
        }
        self.pages = pages;
        self.source = files.text(crate::diag::FileId::RESUME).into();
        let front = &source.front;
        let layout =
            self.args.look.layout.as_deref().or(front.layout.as_ref().map(|value| value.text.as_str()));
        self.summary = Summary {
            fill: document.last_page_fill,
            fitted: fitted.trim_end().split_once(": ").map_or("", |(_, changes)| changes).to_owned(),
            layout: layout.or(BUNDLED.first().map(|usual| usual.name)).unwrap_or_default().to_owned(),
            target: self.args.pages.or(front.pages.map(|(pages, _)| pages)),
            views: front.views.iter().map(|view| view.name.clone()).collect(),
            languages: front.languages.iter().map(|language| language.name.clone()).collect(),
            view: self.args.look.views.one(),
            lang: resume.meta.lang,
        };
    }

    fn state(&mut self, mut told: Value, clock: &Clock) -> State {
        self.number += 1;
        if let Some(fields) = told.as_object_mut() {
            fields.insert("build".to_owned(), self.number.into());
            fields.insert("ms".to_owned(), json!(clock.total().as_millis()));
            fields.insert("file".to_owned(), name(&self.args.file).into());
            fields
                .insert("path".to_owned(), self.path.as_ref().map(|path| path.display().to_string()).into());
        }
        let (pages, source) = (self.pages.clone(), Arc::clone(&self.source));
        State { number: self.number, told: told.to_string(), pages, source }
    }

    /// Reports the build in a line on the terminal.
    fn report(&self, findings: &Findings, found: &[Diagnostic], clock: &Clock) {
        if self.args.quiet {
            return;
        }
        let said = match (&findings.error, findings.failed) {
            (Some(error), _) => message!("failed: {why}", why = error),
            (None, true) => message!("failed: {why}", why = summary(found)),
            (None, false) => {
                let pages = counted(self.pages.len(), "page");
                let full = message!("{pages}  {fill} % full", pages, fill = self.summary.fill);
                let ms = Message::verbatim(format!("{} ms", clock.total().as_millis()));
                let found = (!found.is_empty()).then(|| summary(found));
                Message::joined("  ", [full, ms].into_iter().chain(found))
            }
        };
        say(&(printable(&report::localized(&said)) + "\n"));
    }
}

/// Returns the name of a file without its folder.
fn name(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// Returns a message in each language but English, by its tag: the browser's may differ from the terminal's.
fn in_each(said: impl Fn(Speech) -> Value) -> Value {
    let others = Speech::all().filter(|speech| *speech != Speech::ENGLISH);
    others.map(|speech| (speech.tag().to_owned(), said(speech))).collect::<serde_json::Map<_, _>>().into()
}

/// Returns a finding as JSON, with the line of the source that it is about.
fn with_line(finding: &Diagnostic, files: &Files) -> Value {
    let mut object = machine::object(finding, files);
    if let Some(fields) = object.as_object_mut() {
        let help =
            |speech: Speech| -> Vec<_> { finding.hints.iter().map(|hint| hint.translated(speech)).collect() };
        let said =
            |speech: Speech| json!({ "message": finding.message.translated(speech), "help": help(speech) });
        fields.insert("said".to_owned(), in_each(said));
    }
    if let (Some(place), Some(fields)) = (finding.primary, object.as_object_mut()) {
        let text = files.text(place.file);
        let (before, behind) = text.split_at_checked(place.start as usize).unwrap_or_default();
        let left = before.rsplit('\n').next().unwrap_or_default();
        let right = behind.split('\n').next().unwrap_or_default();
        // A line may be megabytes long.
        let skipped = left.chars().count().saturating_sub(CONTEXT);
        let shown: String = left.chars().skip(skipped).chain(right.chars().take(CONTEXT)).collect();
        fields.insert("source".to_owned(), shown.trim().into());
    }
    object
}
