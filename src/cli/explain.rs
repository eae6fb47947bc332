//! `jianli explain`: what was understood of each line.

use super::args::ExplainArgs;
use super::clock::Clock;
use super::job::Job;
use super::report::print;
use crate::diag::Stop;
use crate::model::{self, Resume};
use crate::source::Source;

/// Prints what was understood; findings are told beside it.
///
/// # Errors
/// If the document has errors or cannot be read.
pub fn run(args: &ExplainArgs) -> Result<(), Stop> {
    let mut job = Job::new(Clock::start());
    let read = read(args, &mut job);
    let told = job.tell(false, false);
    let (source, resume) = read?;
    told?;
    let text = match (args.text, args.json) {
        (true, _) => model::explain_text(&resume, &job.files),
        (false, true) => model::explain_json(&resume),
        (false, false) => model::explain(&resume, &source, &job.files),
    };
    Ok(print(text.as_bytes())?)
}

fn read(args: &ExplainArgs, job: &mut Job) -> Result<(Source, Resume), Stop> {
    let source = job.source(&args.file, args.lang.as_deref())?;
    let resume = model::build(&source, &mut job.sink)?;
    job.sink.check()?;
    Ok((source, resume))
}
