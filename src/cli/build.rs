//! `jianli build`: one Markdown file in, a PDF or pictures out.

use std::path::{Path, PathBuf};

use super::args::BuildArgs;
use super::clock::Clock;
use super::deps;
use super::job::{Job, stops};
use super::output::{self, Fresh, Settle, Target};
use super::report::{printable, say};
use super::scrap;
use super::session::{Built, Made, Session, targets};
use crate::diag::{Stop, counted};
use crate::pages::Document;

/// Builds a résumé and tells how it went. Nothing is written unless everything could be made. `rule` is
/// where to say what it was made from.
///
/// # Errors
/// If the document has errors, or a file cannot be read or written.
pub fn run(args: &BuildArgs, rule: Option<&Path>, clock: Clock) -> Result<(), Stop> {
    if let Some(rule) = rule {
        deps::check(rule, args)?;
    }
    scrap::sweep(targets(args)?.iter());
    let mut job = Job::new(clock);
    job.telling = args.diagnostics;
    let built = Session::open(&args.look.font_path)?.build(args, &mut job);
    finish(args, (rule, Settle::Now), &mut job, built).map(drop)
}

/// Writes what was made, unless something found stops it, and tells what was found and how it went. Returns what
/// was written and is yet to be settled.
///
/// # Errors
/// As [`run`].
pub fn finish(
    args: &BuildArgs,
    (rule, settle): (Option<&Path>, Settle),
    job: &mut Job,
    built: Result<Built, Stop>,
) -> Result<Vec<Fresh>, Stop> {
    let found = job.heard(args.strict);
    let built = built.and_then(|built| if stops(&found) { Err(Stop::Document) } else { Ok(built) });
    let built = built.and_then(|built| Ok((write(args, (rule, settle), job, &built)?, built)));
    job.clock.lap("write");
    let success = built.as_ref().map(|(_, built)| success(&built.made, &built.document, &job.clock));
    let success = success.unwrap_or_default();
    // Who waits for the file waits neither for the old one to go nor for the words.
    let alone = |written: Vec<Fresh>| written.into_iter().map(Fresh::alone).collect();
    let built = built.map(|(written, built)| (alone(written), built));
    job.print(&found, args.quiet)?;
    let (written, built) = built?;
    if !args.quiet {
        say(&success);
        say(&built.fitted);
    }
    if args.timings {
        say(&job.clock.table());
    }
    Ok(written)
}

fn write(
    args: &BuildArgs,
    (rule, settle): (Option<&Path>, Settle),
    job: &Job,
    built: &Built,
) -> Result<Vec<Fresh>, Stop> {
    let write = |(target, bytes): &Made| output::write_and(settle, target, bytes);
    let written = built.made.iter().map(write).collect::<Result<_, _>>()?;
    if let Some(path) = rule {
        let targets = built.made.iter().map(|(target, _)| target);
        let text = deps::rule(args.file(), targets, &job.files)?;
        output::write(&Target::File(path.to_owned()), text.as_bytes())?;
    }
    Ok(written)
}

/// Returns the line of success: `张三.pdf  1 page  98 % full  9 ms`.
pub fn success(made: &[Made], document: &Document, clock: &Clock) -> String {
    let names: Vec<String> = made.iter().map(|(target, _)| target.to_string()).collect();
    let names = match names.as_slice() {
        [first, .., last] if names.len() > 3 => format!("{first} … {last}"),
        _ => names.join(", "),
    };
    let pages = counted(document.pages.len(), "page");
    let fill = document.last_page_fill;
    let names = printable(&names);
    format!("{names}  {pages}  {fill} % full  {} ms\n", clock.total().as_millis())
}

/// Builds a file with nothing but defaults, for `jianli new`.
///
/// # Errors
/// As [`run`].
pub fn plain(file: PathBuf, lang: Option<String>, clock: Clock) -> Result<(), Stop> {
    let look = super::args::LookArgs { lang, ..Default::default() };
    run(&BuildArgs { file: Some(file), look, dpi: 144, ..Default::default() }, None, clock)
}
