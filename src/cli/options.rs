//! Arguments turned into the options of a build.

use std::path::Path;

use super::args::{BuildArgs, CheckArgs, LookArgs};
use super::epoch;
use super::import;
use super::paths::is_stdin;
use crate::diag::Error;
use crate::pdf::Inks;
use crate::session::{Attach, Format, Options, Request};

/// Returns the request for a file, or for standard input if it is `-`.
///
/// # Errors
/// [`Error::Read`] if it cannot be read.
pub fn request(file: &Path, options: Options) -> Result<Request, Error> {
    let read = if is_stdin(file) { Request::read_stdin()? } else { Request::read(file)? };
    readable(file, read, options)
}

/// Returns the request for a file that was read already.
///
/// # Errors
/// As [`request`].
pub fn request_of(file: &Path, bytes: &[u8], options: Options) -> Result<Request, Error> {
    readable(file, Request::of(file, bytes), options)
}

fn readable(file: &Path, read: Request, options: Options) -> Result<Request, Error> {
    if let Some(reason) = import::is_none(file, &read.bytes) {
        let source = std::io::Error::new(std::io::ErrorKind::InvalidData, reason);
        return Err(Error::Read { path: file.to_owned(), source });
    }
    Ok(read.with_options(options))
}

impl LookArgs {
    /// Returns the options of a build with these arguments.
    pub fn options(&self) -> Options {
        let LookArgs { layout, set, lang, views, .. } = self.clone();
        Options {
            layout,
            set,
            lang,
            view: views.one(),
            tags: views.tags(),
            redact: views.redact(),
            fields: views.field.clone(),
            ..Options::default()
        }
    }
}

impl CheckArgs {
    /// Returns the options of the build that is checked.
    pub fn options(&self) -> Options {
        Options { pages: self.pages, strict: self.strict, ..self.look.options() }
    }
}

impl BuildArgs {
    /// Returns the options of the build.
    ///
    /// # Errors
    /// If the environment gives an invalid date.
    pub fn options(&self) -> Result<Options, Error> {
        Ok(Options {
            pages: self.pages,
            formats: self.formats(),
            dpi: self.dpi,
            print: self.print.map(Inks::from),
            attach: self.attach.map(Attach::from),
            date: epoch::date()?,
            strict: self.strict,
            ..self.look.options()
        })
    }

    /// Returns the formats to make, each once: by the ending of the output if nothing else is asked for.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats: Vec<Format> = Vec::new();
        for format in self.format.iter().copied() {
            if !formats.contains(&format) {
                formats.push(format);
            }
        }
        if formats.is_empty() {
            let by_ending = self.output.as_deref().and_then(Format::of);
            formats.push(by_ending.unwrap_or(Format::Pdf));
        }
        formats
    }
}
