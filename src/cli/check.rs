//! `jianli check`: the faults of a résumé, and of the PDF that would be made of it.

use std::path::Path;

use super::args::CheckArgs;
use super::fix;
use super::options::request;
use super::report::{findings, localized, print, printable, say, speech};
use crate::diag::{CompileError, Diagnostic, counted, explain, summary};
use crate::session::{Checked, Outcome, Session};

/// Checks a résumé and reports the result, or explains a code; writes nothing.
///
/// # Errors
/// If the document has errors, the PDF is not as it should be, or a file cannot be read.
pub fn run(args: &CheckArgs) -> Result<(), CompileError> {
    if let Some(code) = args.explain {
        return Ok(print(explain(code, speech()).as_bytes())?);
    }
    let file = args.file.as_deref().unwrap_or(Path::new("-"));
    let mut session = Session::open(&args.look.font_path)?;
    let outcome = match args.fix || args.diff {
        true => {
            let (fixed, outcome) = fix::fixed(args, file, &mut session)?;
            fix::tell(args, file, &fixed)?;
            outcome
        }
        false => check(args, file, &mut session),
    };
    findings(&outcome.findings, &outcome.files, args.diagnostics, false)?;
    let (name, pages) = outcome.result?;
    say(&verdict(&name, pages, &outcome.findings));
    Ok(())
}

/// Returns the line with the result: `张三.md  1 page  no problems`.
pub fn verdict(name: &str, pages: usize, found: &[Diagnostic]) -> String {
    let result = if found.is_empty() { "no problems".into() } else { summary(found) };
    format!("{}  {}  {}\n", printable(name), localized(&counted(pages, "page")), localized(&result))
}

/// Checks one résumé; returns its name for messages and the number of its pages.
pub fn check(args: &CheckArgs, file: &Path, session: &mut Session) -> Outcome<(String, usize)> {
    match request(file, args.options()) {
        Ok(request) => {
            let outcome = session.check(&request);
            outcome.map(|Checked { pages, .. }| (request.name, pages))
        }
        Err(error) => Outcome::unread(error),
    }
}
