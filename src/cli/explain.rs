//! `jianli explain`: how each line was understood.

use super::args::{DiagnosticFormat, ExplainArgs};
use super::options::request;
use super::report::{self, print, speech};
use super::views;
use crate::diag::CompileError;
use crate::model;
use crate::session::{Options, Outcome, Understood, understand};

/// Prints how the résumé was understood, and findings on standard error.
///
/// # Errors
/// If the document has errors or cannot be read.
pub fn run(args: &ExplainArgs) -> Result<(), CompileError> {
    views::only_one(&args.views, &args.file)?;
    let (view, tags) = (args.views.one(), args.views.tags());
    let redact = args.views.redact();
    let options = Options {
        lang: args.lang.clone(),
        view,
        tags,
        redact,
        fields: args.views.field.clone(),
        ..Options::default()
    };
    let Outcome { result, findings, files } = understand(&request(&args.file, options)?);
    report::findings(&findings, &files, DiagnosticFormat::Human, false)?;
    let Understood { source, resume } = result?;
    let text = match (args.text, args.json) {
        (true, _) => model::explain_text_in(speech(), &resume, &files),
        (false, true) => model::explain_json(&resume, &files),
        (false, false) => model::explain_in(speech(), &resume, &source, &files),
    };
    Ok(print(text.as_bytes())?)
}
