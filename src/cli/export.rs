//! `jianli export`: a résumé in the format of another tool.

use super::args::{DiagnosticFormat, ExportArgs};
use super::options::request;
use super::overwrite::Inputs;
use super::paths::is_stdin;
use super::report::{self, printable, say};
use super::target::Target;
use super::{output, views};
use crate::diag::CompileError;
use crate::exchange::Gaps;
use crate::session::{Options, Outcome, exchange};

/// Writes a résumé for another tool, and lists the things that the tool has no place for.
///
/// # Errors
/// If the document has errors, or a file cannot be read or written.
pub fn run(args: &ExportArgs) -> Result<(), CompileError> {
    views::only_one(&args.views, &args.file)?;
    let (view, tags, redact) = (args.views.one(), args.views.tags(), args.views.redact());
    let options = Options {
        lang: args.lang.clone(),
        view,
        tags,
        redact,
        fields: args.views.field.clone(),
        ..Options::default()
    };
    let gaps = if args.fill { Gaps::Filled } else { Gaps::Left };
    let Outcome { result, findings, files } = exchange(&request(&args.file, options)?, args.to, gaps);
    report::findings(&findings, &files, DiagnosticFormat::Human, args.quiet)?;
    let text = result?;
    let target = match &args.output {
        Some(output) if is_stdin(output) => Target::Stdout,
        Some(output) => Target::File(output.clone()),
        None if is_stdin(&args.file) => Target::Stdout,
        None => Target::File(args.file.with_extension(args.to.ending())),
    };
    Inputs::of(&args.file, &files).spare(&target)?;
    output::write(&target, text.as_bytes())?;
    if let (Target::File(path), false) = (&target, args.quiet) {
        say(&format!("{}\n", printable(&path.display().to_string())));
    }
    Ok(())
}
