//! `jianli check --drift`: whether versions of a résumé in several languages still say the same.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::args::{CheckArgs, LookArgs};
use super::options::request;
use super::paths::is_stdin;
use super::report::{findings, localized, printable, say};
use crate::diag::{CompileError, Error, Message, counted, message, summary};
use crate::session::{self, Compared, Options, Outcome, Request, folder_of};
use crate::source::views::is_language;

/// Compares the first file with each of the others; a single file with the versions next to it in other languages, or
/// the languages within it with each other. Writes nothing.
///
/// # Errors
/// If a file cannot be read or has errors, or there is nothing to compare.
pub fn run(args: &CheckArgs, files: &[PathBuf]) -> Result<(), CompileError> {
    let Some(first) = files.first() else { return Ok(()) };
    let mut failed = None;
    for (one, two) in pairs(args, first, &files[1..])? {
        let name = |file: &Request, other: &Request| match (file.name == other.name, &file.options.lang) {
            (true, Some(lang)) => lang.clone(),
            _ => file.name.clone(),
        };
        let names = format!("{} ↔ {}", name(&one, &two), name(&two, &one));
        let Outcome { result, findings: found, files } = session::drift(&one, &two);
        findings(&found, &files, args.diagnostics, false)?;
        match result {
            Ok(Compared { entries, lines, .. }) => {
                let entries = match entries {
                    1 => message!("1 entry"),
                    _ => message!("{entries} entries", entries),
                };
                let told = if found.is_empty() { "no differences".into() } else { summary(&found) };
                let compared = Message::list([entries, counted(lines, "line")]);
                say(&format!("{}  {}  {}\n", printable(&names), localized(&compared), localized(&told)));
            }
            Err(stop) => failed = failed.or(Some(stop)),
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Returns the pairs to compare.
fn pairs(args: &CheckArgs, first: &Path, others: &[PathBuf]) -> Result<Vec<(Request, Request)>, Error> {
    let of = |file: &Path, lang: Option<String>| {
        let look = LookArgs { lang, ..args.look.clone() };
        request(file, Options { strict: args.strict, ..look.options() })
    };
    let own = of(first, args.look.lang.clone())?;
    let declared = session::declared(&own).result.unwrap_or_default();
    if others.is_empty()
        && let [usual, rest @ ..] = declared.languages.as_slice()
        && !rest.is_empty()
    {
        let asked = args.look.lang.as_ref().map_or(rest, std::slice::from_ref);
        let pair = |lang: &String| Ok((of(first, Some(usual.clone()))?, of(first, Some(lang.clone()))?));
        return asked.iter().map(pair).collect();
    }
    let beside = if others.is_empty() { beside(first) } else { others.to_vec() };
    if beside.is_empty() {
        let stem = first.file_stem().unwrap_or_default().to_string_lossy();
        let why =
            message!("what should it be compared with? Name the other file, or call it {stem}.en.md", stem);
        return Err(Error::Read { path: first.to_owned(), source: io::Error::other(why) });
    }
    beside.iter().map(|other| Ok((own.clone(), of(other, args.look.lang.clone())?))).collect()
}

/// Returns the files with the same name and a language next to a file: `resume.en.md` next to `resume.md`.
fn beside(file: &Path) -> Vec<PathBuf> {
    let (Some(stem), false) = (file.file_stem().and_then(OsStr::to_str), is_stdin(file)) else {
        return Vec::new();
    };
    let base = stem.rsplit_once('.').filter(|(_, tag)| is_language(tag)).map_or(stem, |(base, _)| base);
    let is_other = |name: &str| {
        let rest = name.strip_suffix(".md").and_then(|name| name.strip_prefix(base));
        let tag = rest.and_then(|rest| rest.strip_prefix(['.', '-', '_']));
        // `resume-old.md` has no language in its name.
        let is_short = |tag: &str| tag.split('-').next().is_some_and(|first| first.len() == 2);
        rest == Some("") || tag.is_some_and(|tag| is_language(tag) && is_short(tag))
    };
    let Ok(entries) = fs::read_dir(folder_of(file)) else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let own = file.file_name().and_then(OsStr::to_str);
    let mut names: Vec<String> = names.filter(|name| is_other(name) && Some(name.as_str()) != own).collect();
    names.sort();
    names.into_iter().map(|name| file.with_file_name(name)).collect()
}
