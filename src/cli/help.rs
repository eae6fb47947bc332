//! The help, and the messages about invalid arguments, in the chosen language. English is clap's own.

use std::ffi::OsString;

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error, FromArgMatches};

use super::args::Cli;
use super::report::{print, say, speech};
use crate::diag::{Message, Speech, message};
use crate::source::chars::half_ems;

/// The most columns of a line of help: next to the argument, and below it.
const SHORT: usize = 60;
const LONG: usize = 84;

/// Reads the arguments.
///
/// # Errors
/// The exit status, if there is nothing else to do: help was asked for, or an argument is invalid.
pub fn arguments(args: &[OsString]) -> Result<Cli, u8> {
    let mut command = command(speech());
    let read = command.try_get_matches_from_mut(args).and_then(|found| Cli::from_arg_matches(&found));
    read.map_err(|error| {
        let status = u8::try_from(error.exit_code()).unwrap_or(2);
        match (speech() == Speech::ENGLISH, error.kind()) {
            (true, _) => drop(error.print()),
            // A reader that closed the pipe has seen enough.
            (false, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
                drop(print(headed(&error.render(), speech()).as_bytes()));
            }
            (false, ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) => {
                say(&headed(&error.render(), speech()));
            }
            (false, _) => say(&complaint(&error, speech())),
        }
        status
    })
}

/// Returns the command with all its arguments, described in a language.
pub fn command(speech: Speech) -> Command {
    if speech == Speech::ENGLISH {
        return Cli::command();
    }
    let mut command = translated(Cli::command(), speech, true);
    // The usage of a command is known only once all of it is built.
    command.build();
    with_usage(command, speech)
}

/// Returns the help of the program, or of one command.
pub fn text(name: Option<&str>) -> String {
    let mut command = command(speech());
    command.build();
    let named = name.and_then(|name| command.find_subcommand_mut(name));
    let text = match named {
        Some(sub) => sub.render_long_help(),
        None => command.render_long_help(),
    };
    headed(&text, speech())
}

fn translated(command: Command, speech: Speech, first: bool) -> Command {
    let said = |text: Option<&StyledStr>| text.map(|text| of(&text.to_string(), speech));
    let (about, long_about) = (said(command.get_about()), said(command.get_long_about()));
    let (after, version) =
        (said(command.get_after_help()), first.then(|| own("version", 'V', ArgAction::Version)));
    let mut command = command
        .help_template(format!(
            "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
            speech.of("Usage: ")
        ))
        // The lines are already broken.
        .term_width(0)
        .subcommand_help_heading(speech.of("Commands"))
        .mut_args(|arg| argument(arg, speech))
        .mut_subcommands(|sub| translated(sub, speech, false))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(version.map(|arg| arg.help(speech.of("Print version")).help_heading(speech.of("Options"))))
        .arg(
            own("help", 'h', ArgAction::Help)
                .help(speech.of("Print help"))
                .help_heading(speech.of("Options")),
        );
    for (text, set) in [
        (about, Command::about as fn(Command, String) -> Command),
        (long_about, Command::long_about),
        (after, Command::after_help),
    ] {
        command = match text {
            Some(text) => set(command, text),
            None => command,
        };
    }
    command
}

fn own(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

fn argument(arg: Arg, speech: Speech) -> Arg {
    let heading = speech.of(if arg.is_positional() { "Arguments" } else { "Options" });
    let help = arg.get_help().map(|text| of(&text.to_string(), speech)).unwrap_or_default();
    let long = arg.get_long_help().map_or_else(|| help.clone(), |text| of(&text.to_string(), speech));
    let values = if arg.is_hide_possible_values_set() { Vec::new() } else { arg.get_possible_values() };
    // The values of a switch, true and false, are not shown.
    let values = if arg.get_action().takes_values() { values } else { Vec::new() };
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let defaults = if arg.is_hide_default_value_set() { &[][..] } else { arg.get_default_values() };
    let default: Vec<String> = defaults.iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let default = (!default.is_empty() && arg.get_action().takes_values())
        .then(|| message!(" [default: {value}]", value = default.join(" ")));
    let short =
        (!names.is_empty()).then(|| message!(" [possible values: {names}]", names = Message::names(&names)));
    let told = values.iter().any(|value| value.get_help().is_some());
    let listed = if told { list(&values, speech) } else { tail(short.as_ref(), speech) };
    let arg = arg
        .help(wrapped(&(help + &tail(default.as_ref(), speech) + &tail(short.as_ref(), speech)), SHORT))
        .long_help(wrapped(&(long + &tail(default.as_ref(), speech) + &listed), LONG))
        .help_heading(heading);
    match arg.get_action().takes_values() {
        true => arg.hide_default_value(true).hide_possible_values(true),
        false => arg,
    }
}

/// Breaks a text into lines of at most `most` columns: clap never breaks a line between two Han characters.
fn wrapped(text: &str, most: usize) -> String {
    let opens = |c: char| "（［“‘《".contains(c);
    let closes = |c: char| "，。；：、！？）］”’》…".contains(c);
    let is_wide = |c: char| half_ems(c) > 1;
    let (mut out, mut line, mut width, mut end) = (String::new(), String::new(), 0, 0);
    let mut before = '\n';
    for c in text.chars() {
        if (before == ' ' || is_wide(before) || is_wide(c)) && !opens(before) && !closes(c) && c != ' ' {
            end = line.len();
        }
        if c == '\n' {
            (out, width, end) = (out + &std::mem::take(&mut line) + "\n", 0, 0);
        } else {
            line.push(c);
            width += half_ems(c);
        }
        if width > most && end > 0 && c != ' ' {
            let rest = line.split_off(end);
            out = out + line.trim_end() + "\n";
            width = rest.chars().map(half_ems).sum();
            (line, end) = (rest, 0);
        }
        before = c;
    }
    out + &line
}

fn tail(message: Option<&Message>, speech: Speech) -> String {
    message.map(|message| message.translated(speech).into_owned()).unwrap_or_default()
}

/// Returns the possible values of an argument, a line each.
fn list(values: &[PossibleValue], speech: Speech) -> String {
    let line = |value: &PossibleValue| {
        let help = value.get_help().map(|text| of(&text.to_string(), speech)).unwrap_or_default();
        format!("\n- {}{}{help}", value.get_name(), speech.of(": "))
    };
    format!("\n\n{}{}", speech.of("Possible values:"), values.iter().map(line).collect::<String>())
}

fn with_usage(mut command: Command, speech: Speech) -> Command {
    let usage = used(&command.render_usage().to_string(), speech);
    let subs: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = subs
        .iter()
        .fold(command, |command, name| command.mut_subcommand(name, |sub| with_usage(sub, speech)));
    command.override_usage(usage)
}

/// Returns the usage of a command, without clap's words.
fn used(usage: &str, speech: Speech) -> String {
    let indent = " ".repeat(speech.of("Usage: ").chars().map(half_ems).sum());
    let usage =
        usage.strip_prefix("Usage:").unwrap_or(usage).trim().replace("\n       ", &format!("\n{indent}"));
    ["[OPTIONS]", "[COMMAND]", "<COMMAND>"]
        .iter()
        .fold(usage, |usage, word| usage.replace(word, speech.of(word)))
}

/// Returns a help whose headings end in the marks of the language.
fn headed(text: &StyledStr, speech: Speech) -> String {
    let headings = ["Arguments", "Options", "Commands"].map(|heading| speech.of(heading));
    headings.iter().fold(text.to_string(), |text, heading| {
        text.replace(&format!("{heading}:\n"), &format!("{heading}{}\n", speech.of(": ").trim_end()))
    })
}

fn of(text: &str, speech: Speech) -> String {
    speech.word(text).unwrap_or(text).to_owned()
}

/// Returns the message about an invalid argument.
fn complaint(error: &Error, speech: Speech) -> String {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(all)) => all.join(speech.of(", ")),
        Some(ContextValue::Number(number)) => number.to_string(),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(all)) => {
            all.iter().map(StyledStr::to_string).collect::<Vec<_>>().join(speech.of(", "))
        }
        _ => String::new(),
    };
    let (arg, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    let prior = one(ContextKind::PriorArg);
    let why = std::error::Error::source(error).map(ToString::to_string);
    let what = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            message!("a value is required for '{arg}' but none was supplied", arg)
        }
        ErrorKind::InvalidValue => message!("invalid value '{value}' for '{arg}'", value, arg),
        ErrorKind::ValueValidation => message!(
            "invalid value '{value}' for '{arg}': {why}",
            value,
            arg,
            why = numbers(&why.unwrap_or_default())
        ),
        ErrorKind::UnknownArgument => message!("unexpected argument '{arg}' found", arg),
        ErrorKind::InvalidSubcommand => {
            message!("unrecognized subcommand '{command}'", command = one(ContextKind::InvalidSubcommand))
        }
        ErrorKind::NoEquals => message!("equal sign is needed when assigning values to '{arg}'", arg),
        ErrorKind::TooManyValues => {
            message!("unexpected value '{value}' for '{arg}' found; no more were expected", value, arg)
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            message!("the argument '{arg}' has too few or too many values", arg)
        }
        ErrorKind::ArgumentConflict if prior.is_empty() || prior == arg => {
            message!("the argument '{arg}' cannot be used multiple times", arg)
        }
        ErrorKind::ArgumentConflict => {
            message!("the argument '{arg}' cannot be used with '{prior}'", arg, prior)
        }
        ErrorKind::MissingRequiredArgument => {
            message!("the following required arguments were not provided: {args}", args = arg)
        }
        ErrorKind::MissingSubcommand => message!("a subcommand is required"),
        ErrorKind::InvalidUtf8 => message!("invalid UTF-8 was detected in one or more arguments"),
        _ => Message::verbatim(error.render().to_string().trim().trim_start_matches("error: ")),
    };
    let mut text = message!("error: {why}", why = what).translated(speech).into_owned() + "\n";
    let known = one(ContextKind::ValidValue);
    if !known.is_empty() {
        text += &format!("  {}\n", message!("[possible values: {names}]", names = known).translated(speech));
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand] {
        let near = one(kind);
        if !near.is_empty() {
            text += &format!("\n  {}\n", message!("did you mean '{near}'?", near).translated(speech));
        }
    }
    let usage = used(&one(ContextKind::Usage), speech);
    if !usage.is_empty() {
        text += &format!("\n{}{usage}\n", speech.of("Usage: "));
    }
    text + &format!("\n{}\n", speech.of("For more information, try '--help'."))
}

/// Returns why a number is invalid, translated from clap's words and the standard library's.
fn numbers(why: &str) -> Message {
    let range = why.split_once(" is not in ").map(|(_, range)| range);
    match range {
        Some(range) => message!("it is not in {range}", range),
        None => why.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls back with each text of a command that is shown in its help.
    fn texts(command: &Command, told: &mut dyn FnMut(&str)) {
        let mut all = vec![command.get_about(), command.get_long_about(), command.get_after_help()];
        for arg in command.get_arguments() {
            all.extend([arg.get_help(), arg.get_long_help()]);
            if arg.get_action().takes_values() && !arg.is_hide_possible_values_set() {
                let values = arg.get_possible_values();
                values.iter().filter_map(|value| value.get_help()).for_each(|text| told(&text.to_string()));
            }
        }
        all.into_iter().flatten().for_each(|text| told(&text.to_string()));
        command.get_subcommands().for_each(|sub| texts(sub, told));
    }

    #[test]
    fn every_command_and_every_argument_has_its_help_in_every_language() {
        for speech in Speech::all().filter(|speech| *speech != Speech::ENGLISH) {
            let mut missing = Vec::new();
            texts(&Cli::command(), &mut |text| {
                // Names of formats stay as they are.
                if speech.word(text).is_none() && !["JSON Resume", "RenderCV", "YAMLResume"].contains(&text) {
                    missing.push(text.to_owned());
                }
            });
            missing.dedup();
            assert!(missing.is_empty(), "{speech:?} has no words for:\n{}", missing.join("\n"));
        }
    }

    #[test]
    fn lines_end_between_han_characters_and_before_no_stop() {
        assert_eq!(wrapped("一二三四五，六 abc def", 10), "一二三四\n五，六 abc\ndef");
        assert_eq!(wrapped("ab\n一二（三）", 6), "ab\n一二\n（三）");
        assert_eq!(wrapped("abcdefghijklm 一", 6), "abcdefghijklm\n一");
    }

    #[test]
    fn what_is_translated_is_still_the_same_command() {
        for speech in Speech::all() {
            let mut command = command(speech);
            command.build();
            let found = command.try_get_matches_from_mut(["jianli", "check", "a.md", "--strict"]);
            let cli = Cli::from_arg_matches(&found.expect("sound")).expect("sound");
            assert!(matches!(cli.command, Some(super::super::args::Command::Check(check)) if check.strict));
        }
    }
}
