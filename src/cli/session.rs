//! What stays valid from one build to the next, and a build that writes nothing.

use std::path::PathBuf;

use super::args::{BuildArgs, Format};
use super::attach;
use super::epoch;
use super::job::{Job, faces};
use super::kept::Kept;
use super::output::{self, Target};
use crate::diag::{Error, Stop};
use crate::font::{FontBook, Hold};
use crate::layout::Sheet;
use crate::pages::Document;
use crate::pdf::Inks;
use crate::source::Source;
use crate::{pdf, png, svg};

/// A finished file, not yet written.
pub type Made = (Target, Vec<u8>);

/// What stays valid from one build to the next: the faces, and what was made of them.
pub struct Session {
    /// The author's own faces, then the bundled ones.
    pub fonts: FontBook,
    kept: Option<Kept>,
    pdf: pdf::Kept,
}

/// All that a build gives.
pub struct Built {
    /// What is to be written.
    pub made: Vec<Made>,
    /// The pages.
    pub document: Document,
    /// What was changed to make the text fit: a line, or nothing.
    pub fitted: String,
    /// The résumé as it was read.
    pub source: Source,
}

impl Session {
    /// Opens the faces: those of the folders first.
    ///
    /// # Errors
    /// If a folder or a face in it cannot be used.
    pub fn open(folders: &[PathBuf]) -> Result<Session, Error> {
        Session::with(folders, Hold::Mapped, None)
    }

    /// Opens the faces for many builds, while the files of the author's own may be exchanged: those of
    /// the bundled ones never are. When a folder has changed, open a new session.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn lasting(folders: &[PathBuf]) -> Result<Session, Error> {
        Session::with(folders, Hold::Copied, Some(Kept::default()))
    }

    /// Opens the faces for the builds of many résumés.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn of_many(folders: &[PathBuf]) -> Result<Session, Error> {
        let session = Session::with(folders, Hold::Mapped, Some(Kept::of_many()))?;
        Ok(Session { pdf: pdf::Kept::of_many(), ..session })
    }

    fn with(folders: &[PathBuf], hold: Hold, kept: Option<Kept>) -> Result<Session, Error> {
        Ok(Session { fonts: faces(folders, hold)?, kept, pdf: pdf::Kept::default() })
    }

    /// Makes what the arguments ask for, in memory. What was found is in `job`, and so is every path on
    /// which the outcome depends (`job.files.looked_at()`), also when this fails.
    ///
    /// # Errors
    /// If the document has errors, or a file cannot be read, or the output could not be written.
    pub fn build(&mut self, args: &BuildArgs, job: &mut Job) -> Result<Built, Stop> {
        job.kept = self.kept.take();
        let built = self.make(args, job);
        self.kept = job.kept.take();
        built
    }

    fn make(&mut self, args: &BuildArgs, job: &mut Job) -> Result<Built, Stop> {
        job.clock.lap("fonts");
        let formats = formats(args);
        output::check(args, &formats)?;
        args.look.font_path.iter().for_each(|folder| job.files.look_at(folder));
        let mut source = job.source(args.file(), args.look.lang.as_deref())?;
        let sheet = job.layout(&source, &args.look, &self.fonts)?;
        let mut printed = self.print(args, job, &source, &sheet);
        if printed.as_ref().is_err_and(|stop| job.without_damaged(&mut source, stop)) {
            printed = self.print(args, job, &source, &sheet);
        }
        let (made, document, fitted) = printed?;
        Ok(Built { made, document, fitted, source })
    }

    /// Sets the pages and makes the files of them.
    fn print(
        &mut self,
        args: &BuildArgs,
        job: &mut Job,
        source: &Source,
        sheet: &Sheet,
    ) -> Result<(Vec<Made>, Document, String), Stop> {
        let (formats, date) = (formats(args), epoch::date()?);
        let (document, fitted) = job.pages(source, sheet, &self.fonts, args.pages)?;
        let attached = if args.attach { attach::files(args.file(), job) } else { Vec::new() };
        let options = pdf::Options { print: args.print.map(Inks::from), date, attached };
        if args.print.is_some() {
            pdf::proof(&document, source, &mut job.sink);
            job.sink.check()?;
        }
        let mut made = Vec::new();
        for format in formats {
            match format {
                Format::Pdf => {
                    let kept = &mut self.pdf;
                    let file = pdf::write_again(&document, source, &self.fonts, &options, kept)?;
                    made.push((output::target(args, format, None)?, file));
                }
                Format::Png | Format::Svg => {
                    made.extend(pictures(args, format, (&document, source), &self.fonts)?);
                }
            }
            job.clock.lap(format.ending());
        }
        Ok((made, document, fitted))
    }
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

/// Returns where the outputs go, if each has one page.
///
/// # Errors
/// As [`output::target`].
pub fn targets(args: &BuildArgs) -> Result<Vec<Target>, Error> {
    formats(args).into_iter().map(|format| output::target(args, format, None)).collect()
}

/// Returns what is to be made, each once.
pub fn formats(args: &BuildArgs) -> Vec<Format> {
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
