//! `jianli import`: a résumé of another tool, or a PDF, as Markdown.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::args::ImportArgs;
use super::output;
use super::paths::is_stdin;
use super::report::{localized, printable, say};
use super::target::Target;
use crate::diag::{CompileError, Error, Message, message};
use crate::exchange::{self, Kind};
use crate::extract::attachments;
use crate::reflow;
use crate::source;

/// The first bytes of a ZIP.
const ZIP: &[u8] = b"PK\x03\x04";

/// Turns a file into Markdown and reports everything that was not taken over as it was. Nothing is replaced unasked.
///
/// # Errors
/// If the file cannot be read or is not a résumé, or if the Markdown exists already.
pub fn run(args: &ImportArgs) -> Result<(), CompileError> {
    if args.file.is_dir() {
        return folder(args);
    }
    let bytes = if is_stdin(&args.file) { source::read_stdin()? } else { source::read(&args.file)? };
    let refused = |reason: Message| Error::Read {
        path: args.file.clone(),
        source: io::Error::new(io::ErrorKind::InvalidData, reason),
    };
    let (markdown, notes) = made(&bytes, args.from).map_err(refused)?;
    finish(args, &markdown, notes)
}

/// Turns LinkedIn's unpacked archive into Markdown. Files with other people's words are not opened.
fn folder(args: &ImportArgs) -> Result<(), CompileError> {
    let unreadable = |source| Error::Read { path: args.file.clone(), source };
    let mut names: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(&args.file).map_err(unreadable)? {
        names.push(entry.map_err(unreadable)?.path());
    }
    names.sort();
    let mut files = Vec::new();
    for path in names {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if exchange::may_open(&name) && path.is_file() {
            files.push((name, source::read(&path)?));
        }
    }
    let imported = exchange::linkedin_files(&files)
        .map_err(|reason| unreadable(io::Error::new(io::ErrorKind::InvalidData, reason)))?;
    finish(args, imported.markdown.as_bytes(), imported.notes)
}

/// Writes the Markdown, and prints the notes.
fn finish(args: &ImportArgs, markdown: &[u8], notes: Vec<Message>) -> Result<(), CompileError> {
    let target = target(args)?;
    output::write(&target, markdown)?;
    for note in notes {
        say(&(printable(&localized(&message!("note: {note}", note))) + "\n"));
    }
    if let Target::File(path) = &target {
        say(&format!("{}\n", printable(&path.display().to_string())));
    }
    Ok(())
}

/// Returns the Markdown of a file, and the notes on it.
pub fn made(bytes: &[u8], from: Option<Kind>) -> Result<(Vec<u8>, Vec<Message>), Message> {
    if bytes.starts_with(b"%PDF") {
        // Without an attachment to extract, the text is read off the pages.
        let carried = attachments(bytes).ok().and_then(|found| found.into_iter().find(|file| file.markdown));
        if let Some(markdown) = carried {
            return Ok((markdown.bytes, Vec::new()));
        }
        let imported = reflow::import(bytes)?;
        return Ok((imported.markdown.into_bytes(), imported.notes));
    }
    if bytes.starts_with(ZIP) {
        let imported = exchange::linkedin(bytes)?;
        return Ok((imported.markdown.into_bytes(), imported.notes));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8 text")?;
    let kind = from.or_else(|| Kind::of(text)).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.title()).collect();
        message!("it is neither a PDF nor a résumé for {names}", names = Message::names(known.iter()))
    })?;
    let imported = exchange::import(text, kind)?;
    Ok((imported.markdown.into_bytes(), imported.notes))
}

/// Returns the target of the Markdown: next to the file unless told otherwise.
fn target(args: &ImportArgs) -> Result<Target, Error> {
    let path = match &args.output {
        Some(output) if is_stdin(output) => return Ok(Target::Stdout),
        Some(output) => output.clone(),
        None if is_stdin(&args.file) => return Ok(Target::Stdout),
        None => args.file.with_extension("md"),
    };
    if path.exists() && !args.force {
        let source = io::Error::other("it already exists; --force replaces it, -o FILE.md writes elsewhere");
        return Err(Error::Write { path, source });
    }
    Ok(Target::File(path))
}

/// Returns what a file is that was given as Markdown but is something else.
pub fn is_none(file: &Path, bytes: &[u8]) -> Option<Message> {
    let ending = file.extension()?.to_ascii_lowercase();
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let markdown = PathBuf::from(file.file_name().unwrap_or_default()).with_extension("md");
    let kind = match ending.to_str()? {
        "json" | "yaml" | "yml" => Kind::of(text),
        "pdf" if bytes.starts_with(b"%PDF") => None,
        "zip" if bytes.starts_with(ZIP) => None,
        _ => return None,
    };
    Some(match kind {
        Some(kind) => message!(
            "it is {kind}, not Markdown; `jianli import {file} -o {markdown}` converts it",
            kind = kind.title(),
            file = file.display(),
            markdown = markdown.display()
        ),
        None if ending == "pdf" => message!(
            "it is a PDF, not Markdown; `jianli import {file} -o {markdown}` converts it",
            file = file.display(),
            markdown = markdown.display()
        ),
        None if ending == "zip" => message!(
            "it is an archive, not Markdown; if it is LinkedIn's, `jianli import {file}` converts it",
            file = file.display()
        ),
        None => return None,
    })
}
