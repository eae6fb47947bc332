//! `jianli build`: one Markdown file in, a PDF or pictures out.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::args::{BuildArgs, LookArgs, USUAL_DPI};
use super::clock::Clock;
use super::options::{request, request_of};
use super::output::{Durability, Output, WrittenFile, placed, targets};
use super::overwrite::Inputs;
use super::report::{self, localized, printable, say};
use super::target::Target;
use super::{deps, names, output, temp};
use crate::diag::{CompileError, Diagnostic, Error, Files, counted, message};
use crate::session::{Built, Outcome, Reading, Request, Session};

/// Builds a résumé and reports the result. Nothing is written unless everything could be made. `rule` is
/// the file for a make rule with the dependencies.
///
/// # Errors
/// If the document has errors, or a file cannot be read or written.
pub fn run(args: &BuildArgs, rule: Option<&Path>, mut clock: Clock) -> Result<(), CompileError> {
    if let Some(rule) = rule {
        deps::check(rule, args)?;
    }
    temp::sweep(targets(args)?.iter());
    let mut session = Session::open(&args.look.font_path)?;
    clock.lap("fonts");
    let outcome = make(args, &mut session, &mut clock);
    finish(args, Writing { rule, durability: Durability::Now }, outcome, &mut clock).map(drop)
}

/// Makes what the arguments ask for, in memory.
pub fn make(args: &BuildArgs, session: &mut Session, clock: &mut Clock) -> Outcome<Built> {
    match asked(args) {
        Ok(request) => session.build_timed(&request, &mut |stage| clock.lap(stage)),
        Err(error) => Outcome::unread(error),
    }
}

/// Does what [`make`] does, given the bytes of the résumé and what other results of it have read.
pub fn make_of(
    args: &BuildArgs,
    (bytes, reading): (&[u8], &Reading),
    session: &mut Session,
    clock: &mut Clock,
) -> Outcome<Built> {
    match asked_of(args, bytes) {
        Ok(request) => session.build_in(&request, reading, &mut |stage| clock.lap(stage)),
        Err(error) => Outcome::unread(error),
    }
}

/// Reads the résumé, and returns the request that the arguments make.
///
/// # Errors
/// If it cannot be read, or the outputs cannot go where they should.
pub fn asked(args: &BuildArgs) -> Result<Request, Error> {
    output::check(args, &args.formats())?;
    Ok(with_fonts(args, request(args.file(), args.options()?)?))
}

/// Does what [`asked`] does, given the bytes of the résumé.
///
/// # Errors
/// As [`asked`].
pub fn asked_of(args: &BuildArgs, bytes: &[u8]) -> Result<Request, Error> {
    output::check(args, &args.formats())?;
    Ok(with_fonts(args, request_of(args.file(), bytes, args.options()?)?))
}

fn with_fonts(args: &BuildArgs, mut request: Request) -> Request {
    args.look.font_path.iter().for_each(|folder| request.files.look_at(folder));
    request
}

/// How files are written.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    /// The file for the make rule, if any.
    pub rule: Option<&'a Path>,
    /// When the files have to be on the disk.
    pub durability: Durability,
}

/// Writes what was made, unless a finding stops it, and reports the findings and the result. Returns the
/// files that are yet to be settled.
///
/// # Errors
/// As [`run`].
pub fn finish(
    args: &BuildArgs,
    writing: Writing<'_>,
    outcome: Outcome<Built>,
    clock: &mut Clock,
) -> Result<Vec<WrittenFile>, CompileError> {
    put(args, writing, outcome, clock).tell(args, clock)
}

/// A build whose files are in place, and which is not yet reported.
pub struct Put {
    /// The written files, and the lines of success.
    written: Result<(Vec<WrittenFile>, [String; 2]), CompileError>,
    findings: Vec<Diagnostic>,
    files: Files,
    /// How long it took.
    total: Duration,
}

/// Writes what was made, unless a finding stops it.
pub fn put(args: &BuildArgs, writing: Writing<'_>, outcome: Outcome<Built>, clock: &mut Clock) -> Put {
    let Outcome { result, mut findings, files } = outcome;
    let written = result.and_then(|mut built| {
        let named = names::named(args, &built.source, &built.resume)?;
        let (named, told) = named.map_or((None, Vec::new()), |(args, told)| (Some(args), told));
        findings.extend(told);
        let args = named.as_ref().unwrap_or(args);
        findings.extend(args.told.iter().cloned());
        findings.extend(names::betrayal(args, &built));
        let outputs = placed(args, std::mem::take(&mut built.artefacts))?;
        let written = write(args, writing, &outputs, &files)?;
        Ok((written, [success(&outputs, &built), fitted(&built)]))
    });
    clock.lap("write");
    Put { written, findings, files, total: clock.total() }
}

impl Put {
    /// Returns whether everything was made and written.
    pub fn is_well(&self) -> bool {
        self.written.is_ok()
    }

    /// Reports the findings and the result; files that were replaced are removed. Returns the files that are yet to be
    /// settled.
    ///
    /// # Errors
    /// As [`run`].
    pub fn tell(self, args: &BuildArgs, clock: &Clock) -> Result<Vec<WrittenFile>, CompileError> {
        let Put { written, findings, files, total } = self;
        // A program that waits for the file waits neither for the old one's removal nor for the report.
        let alone = |files: Vec<WrittenFile>| files.into_iter().map(WrittenFile::alone).collect::<Vec<_>>();
        let written = written.map(|(written, lines)| (alone(written), lines));
        report::findings(&findings, &files, args.diagnostics, args.quiet)?;
        let (written, [success, fitted]) = written?;
        if !args.quiet {
            say(&format!("{success}  {} ms\n{fitted}", total.as_millis()));
        }
        if args.timings {
            say(&clock.table());
        }
        Ok(written)
    }
}

fn write(
    args: &BuildArgs,
    writing: Writing<'_>,
    outputs: &[Output],
    files: &Files,
) -> Result<Vec<WrittenFile>, CompileError> {
    let inputs = Inputs::of(args.file(), files);
    let rule = writing.rule.map(|path| Target::File(path.to_owned()));
    outputs.iter().map(|(target, _)| target).chain(&rule).try_for_each(|target| inputs.spare(target))?;
    let write = |(target, bytes): &Output| output::write_and(writing.durability, target, bytes);
    let written = outputs.iter().map(write).collect::<Result<_, _>>()?;
    if let Some(rule) = &rule {
        let targets = outputs.iter().map(|(target, _)| target);
        let text = deps::rule(args.file(), targets, files)?;
        output::write(rule, text.as_bytes())?;
    }
    Ok(written)
}

/// Returns the line of success, without the time: `张三.pdf  1 page  98 % full`.
pub fn success(outputs: &[Output], built: &Built) -> String {
    let names: Vec<String> = outputs.iter().map(|(target, _)| target.to_string()).collect();
    let names = match names.as_slice() {
        [first, .., last] if names.len() > 3 => format!("{first} … {last}"),
        _ => names.join(", "),
    };
    if built.document.pages.is_empty() {
        return printable(&names);
    }
    let pages = counted(built.document.pages.len(), "page");
    let full = message!("{pages}  {fill} % full", pages, fill = built.document.last_page_fill);
    format!("{}  {}", printable(&names), localized(&full))
}

/// Returns the line that says what was changed to make the text fit; empty if there were no changes.
pub fn fitted(built: &Built) -> String {
    if built.fitted.is_empty() { String::new() } else { localized(&built.fitted) + "\n" }
}

/// Builds a file with default options, for `jianli new`.
///
/// # Errors
/// As [`run`].
pub fn plain(file: PathBuf, lang: Option<String>, clock: Clock) -> Result<(), CompileError> {
    let look = LookArgs { lang, ..LookArgs::default() };
    run(&BuildArgs { file: Some(file), look, dpi: USUAL_DPI, ..BuildArgs::default() }, None, clock)
}
