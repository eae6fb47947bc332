//! `jianli build`: one Markdown file in, a PDF or pictures out.

use std::path::PathBuf;

use super::args::{BuildArgs, Format};
use super::attach;
use super::clock::Clock;
use super::epoch;
use super::job::{Job, faces};
use super::output::{self, Target};
use super::report::{printable, say};
use crate::diag::{Error, Stop};
use crate::font::FontBook;
use crate::pages::Document;
use crate::source::Source;
use crate::{pdf, png, svg};

/// A finished file, not yet written.
type Made = (Target, Vec<u8>);

/// Builds a résumé and tells how it went. Nothing is written unless everything could be made.
///
/// # Errors
/// If the document has errors, or a file cannot be read or written.
pub fn run(args: &BuildArgs, clock: Clock) -> Result<(), Stop> {
    let mut job = Job::new(clock);
    job.telling = args.diagnostics;
    let made = make(args, &mut job);
    let told = job.tell(args.quiet, args.strict);
    let Built { made, document, fitted } = made?;
    told?;
    for (target, bytes) in &made {
        output::write(target, bytes)?;
    }
    job.clock.lap("write");
    if !args.quiet {
        say(&success(&made, &document, &job.clock));
        say(&fitted);
    }
    if args.timings {
        say(&job.clock.table());
    }
    Ok(())
}

/// All that is to be written, and what is told of it.
struct Built {
    made: Vec<Made>,
    document: Document,
    /// What was changed to make the text fit: a line, or nothing.
    fitted: String,
}

fn make(args: &BuildArgs, job: &mut Job) -> Result<Built, Stop> {
    let formats = formats(args);
    output::check(args, &formats)?;
    let date = epoch::date()?;
    let source = job.source(args.file(), args.look.lang.as_deref())?;
    let fonts = faces(&args.look.font_path)?;
    job.clock.lap("fonts");
    let sheet = job.layout(&source, &args.look, &fonts)?;
    let (document, fitted) = job.pages(&source, &sheet, &fonts, args.pages)?;
    let attached = if args.attach { attach::files(args.file(), job) } else { Vec::new() };
    let options = pdf::Options { print: args.print, date, attached };
    if args.print {
        pdf::proof(&document, &source, &mut job.sink);
        job.sink.check()?;
    }
    let mut made = Vec::new();
    for format in formats {
        match format {
            Format::Pdf => {
                let file = pdf::write_as(&document, &source, &fonts, &options)?;
                made.push((output::target(args, format, None)?, file));
                job.clock.lap("pdf");
            }
            Format::Png | Format::Svg => {
                made.extend(pictures(args, format, (&document, &source), &fonts)?);
                job.clock.lap(format.ending());
            }
        }
    }
    Ok(Built { made, document, fitted })
}

/// Returns a picture of each page: `NAME.png`, or `NAME-1.png` and so on if there are several.
fn pictures(
    args: &BuildArgs,
    format: Format,
    (document, source): (&Document, &Source),
    fonts: &FontBook,
) -> Result<Vec<Made>, Error> {
    let several = document.pages.len() > 1;
    let picture = |page: usize| {
        let target = output::target(args, format, several.then_some(page + 1))?;
        let bytes = match format {
            Format::Svg => svg::render(document, page, source, fonts).unwrap_or_default().into_bytes(),
            _ => png::render(document, page, source, fonts, u32::from(args.dpi))?,
        };
        Ok((target, bytes))
    };
    (0..document.pages.len()).map(picture).collect()
}

/// Returns what is to be made, each once.
fn formats(args: &BuildArgs) -> Vec<Format> {
    let mut formats: Vec<Format> = Vec::new();
    for format in &args.format {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    if formats.is_empty() {
        formats.push(args.output.as_deref().and_then(Format::of).unwrap_or(Format::Pdf));
    }
    formats
}

/// Returns the line of success: `张三.pdf  1 page  98 % full  9 ms`.
fn success(made: &[Made], document: &Document, clock: &Clock) -> String {
    let names: Vec<String> = made.iter().map(|(target, _)| target.to_string()).collect();
    let names = match names.as_slice() {
        [first, .., last] if names.len() > 3 => format!("{first} … {last}"),
        _ => names.join(", "),
    };
    let pages = document.pages.len();
    let s = if pages == 1 { "" } else { "s" };
    let fill = document.last_page_fill;
    let names = printable(&names);
    format!("{names}  {pages} page{s}  {fill} % full  {} ms\n", clock.total().as_millis())
}

/// Builds a file with nothing but defaults, for `jianli new`.
///
/// # Errors
/// As [`run`].
pub fn plain(file: PathBuf, lang: Option<String>, clock: Clock) -> Result<(), Stop> {
    let look = super::args::LookArgs { lang, ..Default::default() };
    run(&BuildArgs { file: Some(file), look, dpi: 144, ..Default::default() }, clock)
}
