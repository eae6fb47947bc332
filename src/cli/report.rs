//! What is told on the terminal. Findings and the line of success go to standard error, so that
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

/// How many findings of one code are shown before the rest is only counted.
const MOST_OF_A_CODE: usize = 5;
/// How many findings are shown in all.
const MOST: usize = 20;
/// How many errors are shown when the build fails.
const MOST_ERRORS: usize = 8;

/// The language of all that is told: set once, before anything is. It is the terminal's, like its colours, and nothing
/// that is written into a file depends on it.
static SPEECH: OnceLock<Speech> = OnceLock::new();

/// Chooses the language of all that is told. The first choice stays.
pub fn speak(speech: Speech) {
    let _ = SPEECH.set(speech);
}

/// Returns the language of all that is told.
pub fn speech() -> Speech {
    SPEECH.get().copied().unwrap_or_default()
}

/// Returns a message in the language that is spoken.
pub fn localized(message: &Message) -> String {
    message.translated(speech()).into_owned()
}

/// Returns findings in the language that is spoken, for machines: they show them to people.
pub fn localized_findings(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    findings.iter().map(|finding| finding.in_speech(speech())).collect()
}

/// Prints what was found.
///
/// # Errors
/// If standard output, where machines read it, takes nothing.
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
/// A flood of one kind is cut short and counted: who has a hundred missing glyphs has one problem.
pub fn for_people(found: &[Diagnostic], files: &Files, quiet: bool) -> String {
    let failed = found.iter().any(|finding| finding.severity == Severity::Error);
    let least = if failed || quiet { Severity::Error } else { Severity::Note };
    let most = if failed { MOST_ERRORS } else { MOST };
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let mut text = String::new();
    let mut left_out = 0;
    for finding in found.iter().filter(|finding| finding.severity >= least) {
        let of_code = shown.get(finding.code.id).copied().unwrap_or(0);
        if of_code >= MOST_OF_A_CODE || shown.values().sum::<usize>() >= most {
            left_out += 1;
            continue;
        }
        shown.insert(finding.code.id, of_code + 1);
        text += &render(finding, files, style());
        text.push('\n');
    }
    if left_out > 0 {
        text += &(localized(&message!("{count} more not shown", count = left_out)) + "\n");
    }
    if failed {
        text += &(localized(&message!("failed: {why}", why = summary(found))) + "\n");
    }
    text
}

/// Returns the style of messages: colour only on a terminal that shows it, and unless `NO_COLOR` is set
/// (<https://no-color.org>).
fn style() -> Style {
    let color = io::stderr().is_terminal() && is_color_wanted();
    Style { color, speech: speech(), ..Style::default() }
}

/// Tells whether standard output shows colours, and they are wanted.
pub fn is_colored_out() -> bool {
    io::stdout().is_terminal() && is_color_wanted()
}

fn is_color_wanted() -> bool {
    let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    !unwanted && !dumb
}

/// Prints what went wrong with the machine.
pub fn complain(error: &Error) {
    say(&complaint(error));
}

/// Returns the line that says what went wrong with the machine.
pub fn complaint(error: &Error) -> String {
    printable(&localized(&message!("error: {why}", why = error.message()))) + "\n"
}

/// Returns a line without what a terminal would obey: names of files may hold anything.
pub fn printable(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Prints to standard error. Nobody can be told that nobody listens.
pub fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints to standard output what was asked for.
///
/// # Errors
/// [`Error::Write`], but not for a reader that went away: it has seen enough.
pub fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => {
            Err(Error::Write { path: PathBuf::from("<stdout>"), source })
        }
        _ => Ok(()),
    }
}
