//! Finds a layout, reads it and the layouts that it extends, and merges them all into one tree.

mod choice;
mod reach;

use std::path::{Path, PathBuf};
use std::{fs, io};

use toml::de::DeTable;

use super::overrides;
use super::read::nearest;
use super::tree::{self, Node, Origin, Table};
use crate::diag::{
    CompileError, Content, Diagnostic, Error, Failed, Files, Fix, Message, Sink, Span, code, message,
};
use crate::layout::{BUNDLED, Bundled, bundled};
pub use choice::Choice;
use reach::Reach;

/// The maximum length of a layout; a longer file is not one.
const MOST_BYTES: u64 = 1 << 20;
/// The number of findings about one broken file before the rest is left out.
const MOST_FINDINGS: usize = 8;

/// A layout file that was found.
struct Found {
    /// Its identity: the name of a bundled one, else the real path.
    identity: PathBuf,
    /// The name for messages.
    name: String,
    /// The base of relative paths in it.
    folder: Option<PathBuf>,
    bytes: Vec<u8>,
    /// The place where a file names it, if one does.
    place: Option<Span>,
}

/// A reference to a layout.
#[derive(Clone, Copy)]
struct Named<'a> {
    /// A bundled layout's name, or a path.
    name: &'a str,
    /// The place where a file names it: then a failure is that file's.
    place: Option<Span>,
    /// The base of a relative path; `None`: the working directory.
    from: Option<&'a Path>,
}

/// Returns the tree of a layout: everything it extends, then itself, then the overrides.
///
/// # Errors
/// See [`crate::layout::load`].
pub fn load(choice: &Choice, files: &mut Files, sink: &mut Sink) -> Result<Table, CompileError> {
    let mut layers = Vec::new();
    let mut seen: Vec<PathBuf> = Vec::new();
    let named = Named { name: choice.name, place: choice.place, from: choice.folder };
    let mut found = find(named, Reach::of(choice), files, sink)?;
    // A layout named by an argument may lie anywhere; one named by the file itself lies next to it.
    let home = choice.place.map_or_else(|| found.folder.clone(), |_| choice.folder.map(Path::to_owned));
    loop {
        let mut table = parse(&found, files, sink)?;
        let extends = table.remove("extends");
        layers.push(table);
        seen.push(found.identity);
        found = match extends {
            Some(node) => {
                let name = extended(&node, sink)?;
                let named = Named { name, place: Some(node.place), from: found.folder.as_deref() };
                let next = find(named, Reach::Below(home.as_deref()), files, sink)?;
                acyclic(&seen, &next, &node, sink)?;
                next
            }
            None if seen.iter().any(|name| name == Path::new(bundled::BASE.name)) => break,
            None => in_binary(bundled::BASE),
        };
    }
    let mut whole = Table::new();
    for layer in layers.into_iter().rev() {
        tree::merge(&mut whole, layer);
    }
    for set in choice.overrides {
        if let Some(layer) = overrides::overlay(set, files, sink) {
            tree::merge(&mut whole, layer);
        }
    }
    Ok(whole)
}

fn extended<'n>(node: &'n Node, sink: &mut Sink) -> Result<&'n str, Failed> {
    node.text().ok_or_else(|| {
        let message = "`extends` takes the name of one layout";
        let hint = "a bundled name, or a path that ends in .toml, in quotes";
        sink.report(Diagnostic::new(code::LAYOUT_VALUE, node.place, message).hint(hint));
        Failed
    })
}

fn acyclic(seen: &[PathBuf], next: &Found, node: &Node, sink: &mut Sink) -> Result<(), Failed> {
    if !seen.contains(&next.identity) {
        return Ok(());
    }
    let message = message!("`{next}` extends itself", next = next.name);
    let hint = "a layout starts from another one; remove this line to start from the defaults";
    sink.report(Diagnostic::new(code::LAYOUT_CYCLE, node.place, message).hint(hint));
    Err(Failed)
}

fn in_binary(layout: Bundled) -> Found {
    Found {
        identity: PathBuf::from(layout.name),
        name: format!("<{}>", layout.name),
        folder: None,
        bytes: layout.toml.as_bytes().to_vec(),
        place: None,
    }
}

/// Finds a layout by name or path.
fn find(
    named: Named<'_>,
    reach: Reach<'_>,
    files: &mut Files,
    sink: &mut Sink,
) -> Result<Found, CompileError> {
    let Named { name, place, from } = named;
    if let Some(layout) = Bundled::named(name) {
        return Ok(in_binary(layout));
    }
    // No bundled layout has a dot in its name.
    if !name.contains(['.', '/', '\\']) {
        sink.report(unknown(name, place));
        return Err(CompileError::Document);
    }
    let path = from.map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
    let read = reach.check(&path, files).map_err(io::Error::other).and_then(|()| {
        files.look_at(&path);
        read_file(&path, files)
    });
    match read {
        Ok((identity, bytes)) => Ok(Found {
            identity,
            name: path.display().to_string(),
            folder: path.parent().map(Path::to_owned),
            bytes,
            place,
        }),
        Err(source) if place.is_some() => {
            let message = message!("cannot read the layout `{name}`: {source}", name, source);
            let hint = message!(
                "a layout of your own is a file that ends in .toml, in the folder of the file that names it or \
                 below; it would be {path}",
                path = path.display()
            );
            sink.report(Diagnostic::new(code::LAYOUT_SYNTAX, place, message).hint(hint));
            Err(CompileError::Document)
        }
        Err(source) => Err(CompileError::Machine(Error::Read { path, source })),
    }
}

fn unknown(name: &str, place: Option<Span>) -> Diagnostic {
    let known: Vec<&str> = BUNDLED.iter().map(|b| b.name).collect();
    let mut finding =
        Diagnostic::new(code::LAYOUT_NAME, place, message!("no layout is called `{name}`", name));
    if let Some(near) = nearest(name, known.iter().copied()) {
        let fix = place.and_then(|place| Fix::of_slip(place, name, near));
        finding = finding.hint(message!("did you mean `{near}`?", near)).fix(fix);
    }
    finding.hint(message!(
        "bundled: {names}; a layout of your own is a path that ends in .toml",
        names = Message::names(known.iter())
    ))
}

/// Reads a plain file of bounded length; a device or pipe could block for ever.
fn read_file(path: &Path, files: &Files) -> io::Result<(PathBuf, Vec<u8>)> {
    match files.content(path) {
        Content::Provided(bytes) => return Ok((path.to_owned(), bytes.to_vec())),
        Content::Nothing => return Err(io::ErrorKind::NotFound.into()),
        Content::OnDisk => {}
    }
    let meta = fs::metadata(path)?;
    if meta.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    if !meta.is_file() {
        return Err(io::Error::other("it is not a plain file"));
    }
    if meta.len() > MOST_BYTES {
        return Err(io::Error::other("it is too long for a layout (over 1 MiB)"));
    }
    Ok((fs::canonicalize(path)?, fs::read(path)?))
}

/// Returns the tree of one file, which becomes one of `files`, unless it is named by a file and is not a layout: its
/// content must then not be shown.
fn parse(found: &Found, files: &mut Files, sink: &mut Sink) -> Result<Table, Failed> {
    let bytes = found.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&found.bytes);
    let (text, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(error) => (String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned(), true),
    };
    let (parsed, errors) = DeTable::parse_recoverable(&text);
    let empty = parsed.get_ref().is_empty() && errors.is_empty() && !broken;
    if let (Some(place), false) = (found.place, empty || is_layout(parsed.get_ref())) {
        let message =
            message!("`{found}` is not a layout: it has none of a layout's tables", found = found.name);
        let hint = "a layout has tables such as [page], [type] or [style]; docs/layouts.md says which";
        sink.report(Diagnostic::new(code::LAYOUT_SYNTAX, place, message).hint(hint));
        return Err(Failed);
    }
    let file = files.add(found.name.clone(), text.as_str());
    if broken {
        let end = text.len();
        let message = message!("the layout is not UTF-8 text (byte {end})", end);
        sink.report(Diagnostic::new(code::LAYOUT_SYNTAX, Span::new(file, end..end), message));
        return Err(Failed);
    }
    for error in errors.iter().take(MOST_FINDINGS) {
        let place = Span::new(file, error.span().unwrap_or(0..0));
        let message =
            message!("not valid TOML: {error}", error = Message::foreign(error.message(), "it is not TOML"));
        sink.report(Diagnostic::new(code::LAYOUT_SYNTAX, place, message));
    }
    if !errors.is_empty() {
        return Err(Failed);
    }
    Ok(tree::table(parsed.get_ref(), "", Origin::At(file, 0)))
}

/// Returns whether a file has a table of a layout, or one with a similar name.
fn is_layout(table: &DeTable<'_>) -> bool {
    let base = DeTable::parse_recoverable(bundled::BASE.toml).0;
    // Many files other than layouts have these.
    let anyone = ["title", "summary"];
    let tables = base.get_ref().keys().map(|key| key.get_ref().as_ref()).filter(|key| !anyone.contains(key));
    let tables: Vec<&str> = tables.chain(["extends"]).collect();
    table.keys().any(|key| nearest(key.get_ref(), tables.iter().copied()).is_some())
}
