//! Reports on the terminal. Findings and the line of success go to standard error, so that
//! standard output holds nothing but what was asked for.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::OnceLock;

use super::args::DiagnosticFormat;
use crate::diag::{
    Diagnostic, Error, Files, Message, Severity, Speech, Style, machine, message, render, summary,
};

/// The number of findings of one code that are shown before the rest is only counted.
const MOST_OF_A_CODE: usize = 5;
/// The number of findings that are shown in all.
const MOST: usize = 20;
/// The number of lines that are named of those that are not shown.
const MOST_LINES: usize = 12;
/// The number of errors that are shown when the build fails.
const MOST_ERRORS: usize = 8;

/// The language of all reports: set once, before the first. It belongs to the terminal, like its colours, and no file
/// that is written depends on it.
static SPEECH: OnceLock<Speech> = OnceLock::new();

/// Chooses the language of all reports. The first choice stays.
pub fn speak(speech: Speech) {
    let _ = SPEECH.set(speech);
}

/// Returns the language of all reports.
pub fn speech() -> Speech {
    SPEECH.get().copied().unwrap_or_default()
}

/// Returns a message in the chosen language.
pub fn localized(message: &Message) -> String {
    message.translated(speech()).into_owned()
}

/// Returns findings in the chosen language, for programs that show them to people.
pub fn localized_findings(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    findings.iter().map(|finding| finding.in_speech(speech())).collect()
}

/// Prints the findings.
///
/// # Errors
/// If standard output, where programs read them, cannot be written to.
pub fn findings(
    findings: &[Diagnostic],
    files: &Files,
    diagnostics: DiagnosticFormat,
    quiet: bool,
) -> Result<(), Error> {
    match diagnostics {
        DiagnosticFormat::Human => say(&for_people(findings, files, quiet)),
        DiagnosticFormat::Json => {
            print(machine::json_lines(&localized_findings(findings), files).as_bytes())?;
        }
        DiagnosticFormat::Github => {
            print(machine::github(&localized_findings(findings), files, speech()).as_bytes())?;
        }
        DiagnosticFormat::Sarif => {
            print(machine::sarif(&localized_findings(findings), files, speech()).as_bytes())?;
        }
    }
    Ok(())
}

/// Returns the findings of a build for people: errors alone if there are any, else warnings and notes.
///
/// A flood of one kind is cut short and counted: a hundred missing glyphs are one problem.
pub fn for_people(found: &[Diagnostic], files: &Files, quiet: bool) -> String {
    let failed = found.iter().any(|finding| finding.severity == Severity::Error);
    let least = if failed || quiet { Severity::Error } else { Severity::Note };
    let most = if failed { MOST_ERRORS } else { MOST };
    let wanted: Vec<&Diagnostic> = found.iter().filter(|finding| finding.severity >= least).collect();
    let shown = chosen(&wanted, most, MOST_OF_A_CODE);
    let left_out = left_out(&wanted, &shown);
    let mut text = String::new();
    for finding in shown {
        text += &render(finding, files, style());
        text.push('\n');
    }
    if !left_out.is_empty() {
        let lines = lines_of(&left_out, files);
        text +=
            &(localized(&message!("{count} more not shown: {lines}", count = left_out.len(), lines)) + "\n");
    }
    if failed {
        text += &(localized(&message!("failed: {why}", why = summary(found))) + "\n");
    }
    text
}

/// Returns the findings that are not shown.
fn left_out<'a>(wanted: &[&'a Diagnostic], shown: &[&'a Diagnostic]) -> Vec<&'a Diagnostic> {
    let mut shown = shown.iter().peekable();
    let is_shown = |finding: &&&Diagnostic| shown.next_if(|next| std::ptr::eq(**next, **finding)).is_none();
    wanted.iter().filter(is_shown).copied().collect()
}

/// Returns the codes of findings, each with its lines, those on how the text was understood first: `J214 in lines 3, 5`.
fn lines_of(found: &[&Diagnostic], files: &Files) -> Message {
    let mut lines: BTreeMap<(bool, &str), Vec<usize>> = BTreeMap::new();
    for finding in found {
        let place = (!finding.code.id.starts_with("J2"), finding.code.id);
        let line = finding.primary.map(|span| files.line_column(span).0);
        lines.entry(place).or_default().extend(line);
    }
    let codes = lines.into_iter().map(|((_, code), mut lines)| {
        lines.dedup();
        let more = lines.len().saturating_sub(MOST_LINES);
        lines.truncate(MOST_LINES);
        let places = Message::names(lines.iter().map(usize::to_string));
        match more {
            _ if lines.is_empty() => Message::verbatim(code),
            0 => message!("{code} in lines {places}", code, places),
            more => message!("{code} in lines {places} and {more} others", code, places, more),
        }
    });
    Message::joined("; ", codes)
}

/// Returns which of many findings are shown, in their order: the first of each code, then those on how the text was
/// understood, then the others, so that no flood of one code hides another.
pub fn chosen<'a>(found: &[&'a Diagnostic], most: usize, most_of_a_code: usize) -> Vec<&'a Diagnostic> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, bool, bool)> = Vec::new();
    for (at, finding) in found.iter().enumerate() {
        let nth = counts.entry(finding.code.id).or_default();
        if *nth < most_of_a_code {
            ranked.push((at, *nth > 0, !finding.code.id.starts_with("J2")));
        }
        *nth += 1;
    }
    ranked.sort_by_key(|(at, again, other)| (*again, *other, *at));
    ranked.truncate(most);
    ranked.sort_by_key(|(at, ..)| *at);
    ranked.into_iter().map(|(at, ..)| found[at]).collect()
}

/// Returns the style of messages: colour only on a terminal that shows it, and unless `NO_COLOR` is set
/// (<https://no-color.org>).
fn style() -> Style {
    let color = io::stderr().is_terminal() && is_color_wanted();
    Style { color, speech: speech(), ..Style::default() }
}

/// Returns whether standard output shows colours, and they are wanted.
pub fn is_colored_out() -> bool {
    io::stdout().is_terminal() && is_color_wanted()
}

fn is_color_wanted() -> bool {
    let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    !unwanted && !dumb
}

/// Prints a failure of the machine.
pub fn complain(error: &Error) {
    say(&complaint(error));
}

/// Returns the line about a failure of the machine.
pub fn complaint(error: &Error) -> String {
    printable(&localized(&message!("error: {why}", why = error.message()))) + "\n"
}

/// Returns a line without the control characters that a terminal obeys: names of files may contain anything.
pub fn printable(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Prints to standard error. A failure to do so cannot be reported.
pub fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints the requested output to standard output.
///
/// # Errors
/// [`Error::Write`], but not if the reader closed the pipe: it has seen enough.
pub fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => {
            Err(Error::Write { path: PathBuf::from("<stdout>"), source })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, FileId, Span, code};

    #[test]
    fn no_flood_of_one_code_hides_another() {
        let finding = |(at, code): (usize, Code)| {
            Diagnostic::new(code, Span::new(FileId::RESUME, at..at + 1), "a finding")
        };
        let flood = [code::FRONT_MATTER_KEY; 6].into_iter().chain([code::LEFTOVER; 6]);
        let codes = flood.chain([code::GUESSED, code::NO_NAME, code::GUESSED, code::GUESSED]);
        let found: Vec<Diagnostic> = codes.enumerate().map(finding).collect();
        let found: Vec<&Diagnostic> = found.iter().collect();
        let shown = |most, most_of_a_code| -> Vec<usize> {
            let chosen = chosen(&found, most, most_of_a_code);
            chosen.iter().filter_map(|finding| finding.primary.map(|span| span.range().start)).collect()
        };
        assert_eq!(shown(4, 5), [0, 6, 12, 13]);
        assert_eq!(shown(6, 5), [0, 6, 12, 13, 14, 15]);
        assert_eq!(shown(7, 2), [0, 1, 6, 7, 12, 13, 14]);
        assert_eq!(shown(99, 99).len(), found.len());
    }
}
