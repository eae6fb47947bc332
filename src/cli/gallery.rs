//! `jianli layouts --gallery`: a résumé in every bundled layout on one sheet.

use std::path::Path;

use super::args::{BuildArgs, DiagnosticFormat, GalleryArgs, USUAL_DPI};
use super::options::request;
use super::overwrite::Inputs;
use super::paths::is_stdin;
use super::report::{findings, localized, printable, say};
use super::target::Target;
use super::{epoch, output};
use crate::diag::{CompileError, Error, counted, message};
use crate::layout::BUNDLED;
use crate::session::{Format, Options, Session};

/// Makes the sheet and reports the result. Nothing is written unless every layout is on it.
///
/// # Errors
/// If the résumé has errors in any layout, or a file cannot be read or written.
pub fn run(args: &GalleryArgs, file: &Path) -> Result<(), CompileError> {
    let format = format(args.output.as_deref())?;
    let target = target(args, file, format)?;
    let options = Options {
        formats: vec![format],
        dpi: args.dpi,
        lang: args.lang.clone(),
        date: epoch::date()?,
        ..Options::default()
    };
    let request = request(file, options)?;
    let mut session = Session::open(&args.font_path)?;
    let outcome = session.gallery(&request, &mut |layout| {
        say(&(localized(&message!("in the layout {layout}:", layout)) + "\n"));
    });
    findings(&outcome.findings, &outcome.files, DiagnosticFormat::Human, false)?;
    let sheet = outcome.result?;
    Inputs::of(file, &outcome.files).spare(&target)?;
    output::write(&target, &sheet.bytes)?;
    say(&format!("{}  {}\n", printable(&target.to_string()), localized(&counted(BUNDLED.len(), "layout"))));
    Ok(())
}

/// Returns the format, by the ending of the output.
fn format(output: Option<&Path>) -> Result<Format, Error> {
    let output = output.unwrap_or(Path::new("-"));
    if is_stdin(output) {
        return Ok(Format::Pdf);
    }
    if let Some(format) = Format::of(output).filter(|format| format.has_pages()) {
        return Ok(format);
    }
    let source = std::io::Error::other("a gallery is a .pdf, .png or .svg: use one of these extensions");
    Err(Error::Write { path: output.to_owned(), source })
}

/// Returns the target of the sheet, by the rules of `build`.
fn target(args: &GalleryArgs, file: &Path, format: Format) -> Result<Target, Error> {
    let (file, output) = (Some(file.to_owned()), args.output.clone());
    let build = BuildArgs { file, output, dpi: USUAL_DPI, ..BuildArgs::default() };
    output::check(&build, &[format])?;
    output::target(&build, format, None)
}
