//! Many résumés in one command: a session for each worker, results in the order of the arguments.

mod inputs;
mod outcome;
mod plan;
pub mod pool;

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use super::args::{BuildArgs, BuildsArgs, CheckArgs, DiagnosticFormat, ManyArgs, part};
use super::clock::Clock;
use super::output::{Durability, Output, WrittenFile, placed, targets};
use super::overwrite::Inputs;
use super::paths::is_stdin;
use super::report::{print, say, speech};
use super::sync_thread::SyncThread;
use super::target::Target;
use super::{build as single, check as checking, deps, drift, fix, names, output, temp, views};
use crate::diag::machine::Log;
use crate::diag::{CompileError, Error, Files, message};
use crate::session::{self, Format, Reading, Session};
use crate::source;
use outcome::{Outcome, Tally};
use plan::Claims;
pub use plan::{Known, Planned};

/// The number of files that are waited for at once.
const GROUP: usize = 32;

/// The settings that all the résumés share.
struct Run<'a> {
    files: &'a [PathBuf],
    many: &'a ManyArgs,
    fonts: &'a [PathBuf],
    diagnostics: DiagnosticFormat,
    quiet: bool,
    /// The word for a success in the summary.
    done: &'static str,
}

/// Builds one résumé or many; returns the exit status of the worst.
///
/// # Errors
/// If a lone résumé fails, if the arguments make no sense together, or if nothing can be reported. The failure
/// of one of many is reported in its place and stops no other.
pub fn build(args: &BuildsArgs, clock: Clock) -> Result<u8, CompileError> {
    let BuildsArgs { each, many, deps } = args;
    let several = inputs::are_several(each.file(), many) || each.look.views.may_be_several();
    if !several && !plan::wants_folder(each) {
        return single::run(each, deps.as_deref(), clock).map(|()| 0);
    }
    let files = inputs::expand(each.file(), many)?;
    // Of many files, each is held no longer than it is needed.
    let lone = files.first().filter(|file| files.len() == 1 && !is_stdin(file));
    let (bytes, reading) = (lone.and_then(|file| source::read(file).ok()), Reading::default());
    let known = bytes.as_ref().map(|bytes| Known { bytes, reading: &reading, planned: Vec::new() });
    let plan = plan::make(each, &files, deps.as_deref(), known.as_ref())?;
    let builds: Vec<BuildArgs> = plan.builds.into_iter().map(|planned| planned.args).collect();
    let builds = part(builds, many.shard);
    let files: Vec<PathBuf> = builds.iter().map(|build| build.file().to_owned()).collect();
    let run = Run {
        files: &files,
        many,
        fonts: &each.look.font_path,
        diagnostics: each.diagnostics,
        quiet: each.quiet,
        done: "built",
    };
    let mut rules = String::new();
    let targets: Vec<Target> = builds.iter().flat_map(targets).flatten().collect();
    temp::sweep(targets.iter());
    let taken = Taken { claims: plan.claims, inputs: pictured(&builds), known };
    if let Some(path) = deps {
        taken.inputs.spare(&Target::File(path.clone()))?;
    }
    let one = |session: &mut Session, at: usize| {
        builds.get(at).map_or_else(Outcome::default, |build| built(build, &taken, deps.is_some(), session))
    };
    let worst = all(&run, &clock, one, |rule| rules += rule)?;
    if let Some(path) = deps {
        output::write(&Target::File(path.clone()), rules.as_bytes())?;
    }
    Ok(worst)
}

/// Returns the builds of one résumé that has several results, in their order.
///
/// # Errors
/// As [`plan::make`].
pub fn planned(args: &BuildArgs, known: Option<&Known<'_>>) -> Result<Vec<Planned>, Error> {
    Ok(plan::make(args, &[args.file().to_owned()], None, known)?.builds)
}

/// Checks one résumé or many, or explains a code; returns the exit status of the worst.
///
/// # Errors
/// As [`build`].
pub fn check(args: &CheckArgs, clock: Clock) -> Result<u8, CompileError> {
    let first = args.file.as_deref().unwrap_or(Path::new("-"));
    if args.drift && args.explain.is_none() {
        return drift::run(args, &inputs::expand(first, &args.many)?).map(|()| 0);
    }
    let several = inputs::are_several(first, &args.many) || args.look.views.may_be_several();
    if args.explain.is_some() || !several {
        return checking::run(args).map(|()| 0);
    }
    let mut checks: Vec<(PathBuf, CheckArgs)> = Vec::new();
    for file in part(inputs::expand(first, &args.many)?, args.many.shard) {
        for look in views::expand(&args.look, &file)? {
            checks.push((file.clone(), CheckArgs { look, ..args.clone() }));
        }
    }
    let files: Vec<PathBuf> = checks.iter().map(|(file, _)| file.clone()).collect();
    // Two results may come from one file, which has to be changed for both.
    let many = if args.fix { &ManyArgs { jobs: Some(1), ..args.many.clone() } } else { &args.many };
    let run = Run {
        files: &files,
        many,
        fonts: &args.look.font_path,
        diagnostics: args.diagnostics,
        quiet: false,
        done: "without errors",
    };
    let one = |session: &mut Session, at: usize| {
        checks.get(at).map_or_else(Outcome::default, |(file, args)| checked(args, file, session))
    };
    all(&run, &clock, one, |_| ())
}

/// Works on all résumés and reports each in the order of the arguments; returns the worst status.
fn all(
    run: &Run,
    clock: &Clock,
    one: impl Fn(&mut Session, usize) -> Outcome + Sync,
    mut keep: impl FnMut(&str),
) -> Result<u8, CompileError> {
    // Folders of faces that cannot be used are reported once.
    Session::open(run.fonts)?;
    let cores = available_parallelism().map_or(1, NonZero::get);
    let jobs = run.many.jobs.map_or(cores, usize::from).min(run.files.len());
    let (mut tally, mut log, mut sync_thread) =
        (Tally::default(), Log::new(speech()), SyncThread::start(GROUP, Err));
    let work = |session: &mut Option<Session>, at: usize| guarded(session, run, at, &one);
    let tell = |outcome: Outcome| {
        if !outcome.out.is_empty() {
            print(outcome.out.as_bytes())?;
        }
        say(&outcome.err);
        keep(&outcome.rule);
        log.append(outcome.log);
        sync_thread.take(outcome.written);
        tally.count(outcome.end);
        Ok::<(), Error>(())
    };
    pool::in_order(run.files.len(), jobs, || None, work, tell)?;
    sync_thread.finish()?;
    if run.diagnostics == DiagnosticFormat::Sarif {
        print(log.text().as_bytes())?;
    }
    if run.files.len() != 1 && !run.quiet {
        say(&tally.summary(run.done, clock.total()));
    }
    Ok(tally.worst())
}

/// Works on one résumé with this worker's session. A panic in one stops no other.
fn guarded(
    session: &mut Option<Session>,
    run: &Run,
    at: usize,
    one: impl Fn(&mut Session, usize) -> Outcome,
) -> Outcome {
    let done = catch_unwind(AssertUnwindSafe(|| {
        let opened = match session.take() {
            Some(session) => Ok(session),
            None => Session::of_many(run.fonts),
        };
        match opened {
            Ok(opened) => one(session.insert(opened), at),
            Err(error) => Outcome::default().stopped(error.into()),
        }
    }));
    done.unwrap_or_else(|_| {
        // A panic may leave it half done.
        *session = None;
        let file = run.files.get(at).map_or(Path::new(""), PathBuf::as_path);
        Outcome::default().stopped(fallen_over(file).into())
    })
}

/// Returns the error about a résumé on which jianli panicked.
pub fn fallen_over(file: &Path) -> Error {
    let reason = message!("{file} triggers a bug in jianli; please report it", file = file.display());
    Error::Backend { what: "output", reason }
}

/// The state that the results share.
struct Taken<'a> {
    /// The outputs of the others.
    claims: Claims,
    /// The inputs of the others.
    inputs: Inputs,
    /// The file, if all results are of one.
    known: Option<Known<'a>>,
}

/// Returns the files read by résumés that are made into pictures: the picture of one could be the photo of
/// another. No other output is of a kind that is read.
fn pictured(builds: &[BuildArgs]) -> Inputs {
    let mut inputs = Inputs::default();
    for build in builds.iter().filter(|build| build.formats().iter().any(|format| *format != Format::Pdf)) {
        // A résumé that cannot be read is reported in its place.
        if let Ok(request) = single::asked(build) {
            inputs.add(build.file(), &session::understand(&request).files);
        }
    }
    inputs
}

/// Builds one of many and writes its files.
fn built(args: &BuildArgs, taken: &Taken<'_>, with_rule: bool, session: &mut Session) -> Outcome {
    let mut clock = Clock::start();
    let made = match &taken.known {
        Some(Known { bytes, reading, .. }) => single::make_of(args, (bytes, reading), session, &mut clock),
        None => single::make(args, session, &mut clock),
    };
    let session::Outcome { result, mut findings, files, .. } = made;
    findings.extend(args.told.iter().cloned());
    findings.extend(result.as_ref().ok().and_then(|built| names::betrayal(args, built)));
    let mut outcome = Outcome::of(&findings, &files, args.diagnostics, args.quiet);
    let done = result.and_then(|mut built| {
        let outputs = placed(args, std::mem::take(&mut built.artefacts))?;
        outcome.written = write(&outputs, args, taken, &files)?;
        Ok((outputs, built))
    });
    clock.lap("write");
    if with_rule {
        // Also for failed builds: otherwise make would not know which files may cure them.
        let rule = match &done {
            Ok((outputs, _)) => deps::rule(args.file(), outputs.iter().map(|(target, _)| target), &files),
            Err(_) => targets(args).and_then(|targets| deps::rule(args.file(), targets.iter(), &files)),
        };
        match rule {
            Ok(rule) => outcome.rule = rule,
            Err(error) => return outcome.stopped(error.into()),
        }
    }
    match done {
        Ok((outputs, built)) if !args.quiet => {
            let (success, total) = (single::success(&outputs, &built), clock.total().as_millis());
            outcome.err += &format!("{success}  {total} ms\n{}", single::fitted(&built));
        }
        Ok(_) => {}
        Err(stop) => return outcome.stopped(stop),
    }
    if args.timings {
        outcome.err += &clock.table();
    }
    outcome
}

fn write(
    outputs: &[Output],
    args: &BuildArgs,
    taken: &Taken<'_>,
    files: &Files,
) -> Result<Vec<WrittenFile>, Error> {
    let own = Inputs::of(args.file(), files);
    for (target, _) in outputs {
        taken.claims.check(target, &views::label(args))?;
        taken.inputs.spare(target)?;
        own.spare(target)?;
    }
    outputs.iter().map(|(target, bytes)| output::write_and(Durability::Later, target, bytes)).collect()
}

/// Checks one of many.
fn checked(args: &CheckArgs, file: &Path, session: &mut Session) -> Outcome {
    let (fixed, checked) = match args.fix || args.diff {
        true => match fix::fixed(args, file, session) {
            Ok((fixed, checked)) => (fixed, checked),
            Err(error) => return Outcome::default().stopped(error.into()),
        },
        false => (Vec::new(), checking::check(args, file, session)),
    };
    let session::Outcome { result, findings, files, .. } = checked;
    let mut outcome = Outcome::of(&findings, &files, args.diagnostics, false);
    if args.diff {
        outcome.out.insert_str(0, &fix::diffs(&fixed));
    } else {
        outcome.err.insert_str(0, &fix::summary(&fixed));
    }
    match result {
        Ok((name, pages)) => {
            outcome.err += &checking::verdict(&(name + &views::qualifier(&args.look)), pages, &findings);
            outcome
        }
        Err(stop) => outcome.stopped(stop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use outcome::End;

    #[test]
    fn a_mistake_of_ours_is_told_of_its_file_and_the_next_goes_on() {
        let files = [PathBuf::from("a.md"), PathBuf::from("b.md")];
        let many = ManyArgs::default();
        let run = Run {
            files: &files,
            many: &many,
            fonts: &[],
            diagnostics: DiagnosticFormat::Human,
            quiet: true,
            done: "built",
        };
        let one = |_: &mut Session, at: usize| if at == 0 { panic!("a mistake") } else { Outcome::default() };
        let mut session = None;
        let first = guarded(&mut session, &run, 0, one);
        assert!(first.end == End::Failed && first.err.contains("a.md") && session.is_none(), "{}", first.err);
        assert!(guarded(&mut session, &run, 1, one).end == End::Done && session.is_some());
    }
}
