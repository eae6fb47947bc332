//! The results of one résumé, and of all.

use crate::cli::report::localized;
use std::time::Duration;

use crate::cli::args::DiagnosticFormat;
use crate::cli::output::WrittenFile;
use crate::cli::report;
use crate::diag::machine::{self, Log};
use crate::diag::{CompileError, Diagnostic, Error, Files, Message, message};

/// The result of the work on one résumé.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// It went well.
    #[default]
    Done,
    /// The document has errors.
    Errors,
    /// The résumé, or something that it needs, cannot be read.
    Unread,
    /// The output cannot be written.
    Unwritten,
    /// A face or a library failed.
    Failed,
}

/// The report on one résumé, and its files.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// For the one log of the run.
    pub log: Log,
    /// For `--deps`.
    pub rule: String,
    /// The written files, which may not be on the disk yet.
    pub written: Vec<WrittenFile>,
    /// The result.
    pub end: End,
}

impl Outcome {
    /// Returns the findings in the form in which they are reported.
    pub fn of(
        found: &[Diagnostic],
        files: &Files,
        format_of_findings: DiagnosticFormat,
        quiet: bool,
    ) -> Outcome {
        let mut outcome = Outcome::default();
        let told = || report::localized_findings(found);
        match format_of_findings {
            DiagnosticFormat::Human => outcome.err = report::for_people(found, files, quiet),
            DiagnosticFormat::Json => outcome.out = machine::json_lines(&told(), files),
            DiagnosticFormat::Github => outcome.out = machine::github(&told(), files, report::speech()),
            DiagnosticFormat::Sarif => outcome.log.add(&told(), files),
        }
        outcome
    }

    /// Adds the reason why it could not go on.
    #[must_use]
    pub fn stopped(mut self, stop: CompileError) -> Outcome {
        self.end = match &stop {
            CompileError::Document => End::Errors,
            CompileError::Machine(Error::Read { .. }) => End::Unread,
            CompileError::Machine(Error::Write { .. }) => End::Unwritten,
            CompileError::Machine(Error::Font { .. } | Error::Backend { .. }) => End::Failed,
        };
        if let CompileError::Machine(error) = stop {
            self.err += &report::complaint(&error);
        }
        self
    }
}

/// The number of résumés with each result.
#[derive(Debug, Default)]
pub struct Tally([usize; 5]);

impl Tally {
    /// Counts one more.
    pub fn count(&mut self, end: End) {
        self.0[end as usize] += 1;
    }

    /// Returns the exit status of the worst.
    pub fn worst(&self) -> u8 {
        let [_, errors, machine @ ..] = self.0;
        if machine.iter().any(|&count| count > 0) { 2 } else { u8::from(errors > 0) }
    }

    /// Returns `2,000 résumés: 1,997 built, 2 with errors, 1 not readable; 14.2 s`.
    pub fn summary(&self, done: &'static str, time: Duration) -> String {
        let words = [done, "with errors", "not readable", "not writable", "failed"];
        let counts = self.0.iter().zip(words).enumerate();
        let told = counts.filter(|(at, (count, _))| *at == 0 || **count > 0);
        let told = told.map(|(_, (count, word))| {
            message!("{count} {result}", count = grouped(*count), result = Message::from(word))
        });
        let all = grouped(self.0.iter().sum());
        let seconds = format!("{:.1}", time.as_secs_f64());
        localized(&message!("{all} résumés: {told}; {seconds} s", all, told = Message::list(told), seconds))
            + "\n"
    }
}

/// Returns a number with a comma before every third digit from its end.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let comma = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    digits
        .char_indices()
        .flat_map(|(at, digit)| comma(at).then_some(',').into_iter().chain([digit]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_names_what_there_is() {
        let time = Duration::from_millis(14_231);
        let mut tally = Tally([1997, 2, 1, 0, 0]);
        assert_eq!(
            tally.summary("built", time),
            "2,000 résumés: 1,997 built, 2 with errors, 1 not readable; 14.2 s\n"
        );
        assert_eq!(tally.worst(), 2);
        tally = Tally::default();
        assert_eq!(
            (tally.summary("built", time).as_str(), tally.worst()),
            ("0 résumés: 0 built; 14.2 s\n", 0)
        );
        tally.count(End::Errors);
        assert_eq!(tally.worst(), 1);
    }

    #[test]
    fn digits_are_grouped_by_three() {
        let grouped = [0, 12, 999, 1000, 12_345, 1_000_000].map(grouped);
        assert_eq!(grouped, ["0", "12", "999", "1,000", "12,345", "1,000,000"]);
    }
}
