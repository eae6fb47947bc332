//! `jianli check`: what is wrong with a résumé, and with the PDF that would be made of it.

use std::path::Path;

use super::args::CheckArgs;
use super::clock::Clock;
use super::job::{Job, faces};
use super::report::{print, printable, say};
use crate::diag::{Diagnostic, Sink, Stop, counted, explain, summary};
use crate::font::{FontBook, Hold};
use crate::readback::{self, Said};
use crate::source::Source;
use crate::{model, pdf};

/// Checks a résumé and tells how that went; writes nothing. Or explains a code.
///
/// # Errors
/// If the document has errors, the PDF is not as it should be, or a file cannot be read.
pub fn run(args: &CheckArgs, clock: Clock) -> Result<(), Stop> {
    if let Some(code) = args.explain {
        return Ok(print(explain(code).as_bytes())?);
    }
    let file = args.file.as_deref().unwrap_or(Path::new("-"));
    let mut job = Job::new(clock);
    job.telling = args.diagnostics;
    let fonts = faces(&args.look.font_path, Hold::Mapped)?;
    let checked = check(args, file, &fonts, &mut job);
    let told = job.tell(false, args.strict);
    let (name, pages) = checked?;
    say(&verdict(&name, pages, &told?));
    Ok(())
}

/// Returns the line that says how it went: `张三.md  1 page  no problems`.
pub fn verdict(name: &str, pages: usize, found: &[Diagnostic]) -> String {
    let result = if found.is_empty() { "no problems".to_owned() } else { summary(found) };
    format!("{}  {}  {result}\n", printable(name), counted(pages, "page"))
}

/// Builds the PDF in memory, reads it back and notes all findings; returns the name of the résumé and
/// how many pages it has.
///
/// # Errors
/// If the document has errors, or a file cannot be read.
pub fn check(
    args: &CheckArgs,
    file: &Path,
    fonts: &FontBook,
    job: &mut Job,
) -> Result<(String, usize), Stop> {
    let mut source = job.source(file, args.look.lang.as_deref())?;
    let sheet = job.layout(&source, &args.look, fonts)?;
    let print = |job: &mut Job, source: &Source| {
        let (document, _) = job.pages(source, &sheet, fonts, args.pages)?;
        let bytes = pdf::write(&document, source, fonts)?;
        Ok::<_, Stop>((document, bytes))
    };
    let mut printed = print(job, &source);
    if printed.as_ref().is_err_and(|stop| job.without_damaged(&mut source, stop)) {
        printed = print(job, &source);
    }
    let (document, bytes) = printed?;
    // What is said of the structure was said when the pages were made.
    let resume = model::build(&source, &mut Sink::default())?;
    model::proofread(&resume, &source, &mut job.sink);
    let said = Said { resume: &resume, source: &source, layout: sheet.ideal(), document: &document };
    readback::check(&bytes, &said, &mut job.sink);
    Ok((source.name.clone(), document.pages.len()))
}
