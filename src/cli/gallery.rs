//! `jianli layouts --gallery`: a résumé in every bundled layout on one sheet.

use std::path::Path;

use super::args::{BuildArgs, Format, GalleryArgs, LookArgs};
use super::clock::Clock;
use super::epoch;
use super::job::{Job, faces, is_stdin};
use super::output::{self, Target};
use super::report::{printable, say};
use crate::diag::{Diagnostic, Error, Stop};
use crate::font::{FontBook, Hold};
use crate::gallery::sheet;
use crate::layout::BUNDLED;
use crate::pages::Document;
use crate::source::Source;
use crate::{pdf, png, svg};

/// Makes the sheet and tells how it went. Nothing is written unless every layout has its place on it.
///
/// # Errors
/// If the résumé has errors in any layout, or a file cannot be read or written.
pub fn run(args: &GalleryArgs, file: &Path) -> Result<(), Stop> {
    let mut job = Job::new(Clock::start());
    let made = make(args, file, &mut job);
    let told = job.tell(false, false);
    let (target, bytes) = made?;
    told?;
    output::write(&target, &bytes)?;
    say(&format!("{}  {} layouts\n", printable(&target.to_string()), BUNDLED.len()));
    Ok(())
}

fn make(args: &GalleryArgs, file: &Path, job: &mut Job) -> Result<(Target, Vec<u8>), Stop> {
    let format = format(args.output.as_deref())?;
    let target = target(args, file, format)?;
    let options = pdf::Options { date: epoch::date()?, ..pdf::Options::default() };
    let source = job.source(file, args.lang.as_deref())?;
    let fonts = faces(&args.font_path, Hold::Mapped)?;
    let sheet = sheet(&documents(&source, &fonts, job)?, &fonts);
    let bytes = match format {
        Format::Pdf => pdf::write_as(&sheet, &source, &fonts, &options)?,
        Format::Png => png::render(&sheet, 0, &source, &fonts, u32::from(args.dpi))?,
        Format::Svg => svg::render(&sheet, 0, &source, &fonts).unwrap_or_default().into_bytes(),
    };
    Ok((target, bytes))
}

/// Returns what is made: what the ending of the output says.
fn format(output: Option<&Path>) -> Result<Format, Error> {
    let output = output.unwrap_or(Path::new("-"));
    if is_stdin(output) {
        return Ok(Format::Pdf);
    }
    if let Some(format) = Format::of(output) {
        return Ok(format);
    }
    let source = std::io::Error::other("a gallery is a .pdf, .png or .svg: give its name such an ending");
    Err(Error::Write { path: output.to_owned(), source })
}

/// Returns where the sheet goes, by the rules of `build`.
fn target(args: &GalleryArgs, file: &Path, format: Format) -> Result<Target, Error> {
    let (file, output) = (Some(file.to_owned()), args.output.clone());
    let build = BuildArgs { file, output, format: vec![format], ..BuildArgs::default() };
    output::check(&build, &[format])?;
    output::target(&build, format, None)
}

/// Returns the résumé in each bundled layout.
///
/// What is found in all of them is about the résumé and left in the job to be told, once. What is
/// found in some is about a layout: `build` tells it to whoever chooses that one.
fn documents(source: &Source, fonts: &FontBook, job: &mut Job) -> Result<Vec<(String, Document)>, Stop> {
    let read = std::mem::take(&mut job.sink);
    let mut common: Option<Vec<Diagnostic>> = None;
    let mut documents = Vec::with_capacity(BUNDLED.len());
    for bundled in BUNDLED {
        let document = document(bundled.name, source, fonts, job)
            .inspect_err(|_| say(&format!("in the layout {}:\n", bundled.name)))?;
        documents.push((bundled.name.to_owned(), document));
        let found = std::mem::take(&mut job.sink).into_sorted();
        common = Some(match common {
            None => found,
            Some(before) => before.into_iter().filter(|finding| found.contains(finding)).collect(),
        });
    }
    job.sink = read;
    common.into_iter().flatten().for_each(|finding| job.sink.report(finding));
    Ok(documents)
}

fn document(name: &str, source: &Source, fonts: &FontBook, job: &mut Job) -> Result<Document, Stop> {
    let look = LookArgs { layout: Some(name.to_owned()), ..LookArgs::default() };
    let layout = job.layout(source, &look, fonts)?;
    job.compile(source, &layout, fonts)
}
