//! `jianli coverage`: the terms of a job advertisement that are in a résumé.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::args::{CoverageArgs, DiagnosticFormat};
use super::epoch;
use super::options::request;
use super::paths::is_stdin;
use super::report::{findings, localized, print, printable, say, speech};
use super::views;
use crate::coverage::{self, Ad, Coverage, Weight};
use crate::diag::{CompileError, Error, Files, Message, Span, counted, message};
use crate::model::Date;
use crate::session::{Outcome, Session};
use crate::source;

/// Prints which terms of an advertisement are in a résumé; of several views, the coverage of each, and the terms of the
/// best.
///
/// # Errors
/// If the résumé has errors, or a file cannot be read.
pub fn run(args: &CoverageArgs) -> Result<(), CompileError> {
    let failed =
        |path: &Path, why: Message| Error::Read { path: path.to_owned(), source: std::io::Error::other(why) };
    if is_stdin(&args.file) && is_stdin(&args.job) {
        return Err(failed(&args.job, "only one of the two can come from standard input".into()).into());
    }
    let bytes = if is_stdin(&args.job) { source::read_stdin()? } else { source::read(&args.job)? };
    let ad = source::plain_text(&bytes).map_err(|why| failed(&args.job, why))?;
    let ad = Ad::read(&ad);
    if is_stdin(&args.file) && args.look.views.may_be_several() {
        return Err(failed(&args.file, "comparing views needs a file".into()).into());
    }
    let today = today()?;
    let looks = views::expand(&args.look, &args.file)?;
    let mut session = Session::open(&args.look.font_path)?;
    let mut made: Vec<Made> = Vec::new();
    for look in looks {
        let asked = request(&args.file, look.options())?;
        let Outcome { result, findings: found, files } = session.coverage(&asked, &ad, today);
        findings(&found, &files, DiagnosticFormat::Human, true)?;
        made.push(Made { coverage: result?, view: look.views.one(), lang: look.lang, files });
    }
    rank(&mut made);
    let file = args.file.display().to_string();
    let told = match args.json {
        true => in_json(&file, (&args.job.display().to_string(), &ad), &made),
        false => in_text(&file, &made),
    };
    print(told.as_bytes())?;
    if made.iter().all(|made| made.coverage.terms.is_empty()) {
        let file = args.job.display();
        let told = message!("{file}: no words for skills were found in it", file);
        say(&(printable(&localized(&told)) + "\n"));
    }
    Ok(())
}

/// The coverage of an advertisement by one view.
pub struct Made {
    /// The terms and where they were found.
    pub coverage: Coverage,
    /// The view, if one was chosen.
    pub view: Option<String>,
    /// Its language, if one was chosen.
    pub lang: Option<String>,
    /// The files that were read for it.
    pub files: Files,
}

/// Puts the views that cover most first; equal ones stay in the order of the front matter.
pub fn rank(made: &mut [Made]) {
    coverage::level(&mut made.iter_mut().map(|made| &mut made.coverage).collect::<Vec<_>>());
    made.sort_by_key(|made| std::cmp::Reverse(made.coverage.rank()));
}

/// Returns today's date, or the date given in its place: the years of a job that goes on are counted until then.
///
/// # Errors
/// If the one given is not a date.
pub fn today() -> Result<Option<Date>, Error> {
    let given = epoch::date()?;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs());
    let date = given.or_else(|| crate::pdf::Date::from_epoch(seconds?));
    Ok(date.and_then(|date| {
        let day = date.day();
        let mut parts = day.split('-').map(str::parse::<u16>);
        let mut part = || parts.next().and_then(Result::ok);
        let (year, month, day) = (part()?, part()?, part()?);
        Some(Date { year, month: u8::try_from(month).ok(), day: u8::try_from(day).ok() })
    }))
}

/// Returns a line for each view, the best first, and the terms of the best.
pub fn in_text(file: &str, made: &[Made]) -> String {
    let mut out = String::new();
    for one in made {
        let file = format!("{file}{}", views::qualifier_of(one.view.as_deref(), one.lang.as_deref()));
        out += &(localized(&message!("{file}: {sum}", file, sum = sum(&one.coverage))) + "\n");
    }
    if let Some(best) = made.first() {
        let place = |span: Span| {
            let (line, _) = best.files.line_column(span);
            format!("{}:{line}", best.files.name(span.file))
        };
        out.push('\n');
        out += &coverage::text_in(speech(), &best.coverage, &place);
    }
    out.lines().map(|line| printable(line) + "\n").collect()
}

/// Returns how much is covered: `14 of 18 terms, 8 of 10 required`. Not a score: terms differ in value.
fn sum(coverage: &Coverage) -> Message {
    let covered = coverage.terms.iter().filter(|term| !term.found.is_empty()).count();
    let mut told =
        vec![message!("{covered} of {terms}", covered, terms = counted(coverage.terms.len(), "term"))];
    for weight in [Weight::Required, Weight::Duty, Weight::Preferred] {
        let (covered, all) = coverage.of(weight);
        if all > 0 {
            told.push(message!(
                "{covered} of {all} {weight}",
                covered,
                all,
                weight = Message::from(weight.name())
            ));
        }
    }
    Message::list(told)
}

/// Returns the same as JSON, for programs.
pub fn in_json(file: &str, (job, ad): (&str, &Ad), made: &[Made]) -> String {
    let one = |made: &Made| {
        let place = |span: Span| {
            let (line, column) = made.files.line_column(span);
            json!({ "file": made.files.name(span.file), "line": line, "column": column })
        };
        let mut value = coverage::json(&made.coverage, &place);
        if let Some(object) = value.as_object_mut() {
            object.insert("view".to_owned(), json!(made.view));
            object.insert("lang".to_owned(), json!(made.lang));
        }
        value
    };
    let results: Vec<Value> = made.iter().map(one).collect();
    let value = json!({
        "schema_version": 1,
        "file": file,
        "job": { "file": job, "title": ad.title },
        "results": results,
    });
    format!("{value:#}\n")
}
