//! `jianli explain`: what was understood of each line.

use super::args::{DiagnosticFormat, ExplainArgs};
use super::options::request;
use super::report::{findings, print};
use crate::diag::CompileError;
use crate::model;
use crate::session::{Options, understand};

/// Prints what was understood, and findings on standard error.
///
/// # Errors
/// If the document has errors or cannot be read.
pub fn run(args: &ExplainArgs) -> Result<(), CompileError> {
    let options = Options { lang: args.lang.clone(), ..Options::default() };
    let mut outcome = understand(&request(&args.file, options)?);
    findings(&outcome, DiagnosticFormat::Human, false)?;
    let understood = std::mem::replace(&mut outcome.result, Err(CompileError::Document))?;
    let (resume, files) = (&understood.resume, &outcome.files);
    let text = match (args.text, args.json) {
        (true, _) => model::explain_text(resume, files),
        (false, true) => model::explain_json(resume),
        (false, false) => model::explain(resume, &understood.source, files),
    };
    Ok(print(text.as_bytes())?)
}
