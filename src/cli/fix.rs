//! `jianli check --fix`: the changes that are certain, made in the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::args::{CheckArgs, DiagnosticFormat};
use super::options::request;
use super::output;
use super::paths::is_stdin;
use super::report::{localized, print, say};
use super::target::Target;
use crate::diag::{CompileError, Error, FileId, changes, counted};
use crate::session::{Checked, Outcome, Request, Session};
use crate::source::{self, Original};

/// A cure may show what else is wrong; no text needs more rounds than this.
const MOST_ROUNDS: usize = 10;

/// A file and what it is to be.
pub struct Fixed {
    /// Its name for messages.
    name: String,
    /// Where it is, if it is a file.
    pub path: Option<PathBuf>,
    before: Vec<u8>,
    /// What it is to hold.
    pub after: Vec<u8>,
    changes: usize,
}

/// What came of making all changes that are certain, in memory.
pub struct Rounds {
    /// The files that have some; what came from standard input, or from nowhere, in any case.
    pub fixed: Vec<Fixed>,
    /// What there was to say before.
    pub before: Outcome<Checked>,
    /// What there is to say now; nothing if nothing was changed.
    pub after: Option<Outcome<Checked>>,
}

/// Checks a résumé with all changes made that are certain, and returns the files that have some, and what is left to be said:
/// of the text as it is, if only the differences are wanted. Writes the files unless that is so.
///
/// # Errors
/// [`Error::Read`] or [`Error::Write`] if a file cannot be read or written; those before it are written by then.
#[allow(clippy::type_complexity, reason = "the files, and what `check` returns")]
pub fn fixed(
    args: &CheckArgs,
    file: &Path,
    session: &mut Session,
) -> Result<(Vec<Fixed>, Outcome<(String, usize)>), Error> {
    let mut request = match request(file, args.options()) {
        Ok(request) => request,
        Err(error) => return Ok((Vec::new(), Outcome::unread(error))),
    };
    let name = request.name.clone();
    let Rounds { fixed, before, after } = rounds(&mut request, session)?;
    if args.fix {
        write(&fixed)?;
    }
    let outcome = after.filter(|_| args.fix).unwrap_or(before);
    Ok((fixed, outcome.map(|Checked { pages, .. }| (name, pages))))
}

/// Makes all changes that are certain in memory, and again, until none is left.
///
/// # Errors
/// [`Error::Read`] if a file that is to be changed cannot be read.
pub fn rounds(request: &mut Request, session: &mut Session) -> Result<Rounds, Error> {
    let mut fixed: BTreeMap<PathBuf, Fixed> = BTreeMap::new();
    if request.path.is_none() {
        // What is read from there is to go on, changed or not.
        let (name, before) = (request.name.clone(), request.bytes.clone());
        let after = before.clone();
        fixed.insert(PathBuf::new(), Fixed { name, path: None, before, after, changes: 0 });
    }
    let before = session.check(request);
    let mut after = None;
    for _ in 0..MOST_ROUNDS {
        if !amend(request, after.as_ref().unwrap_or(&before), &mut fixed)? {
            break;
        }
        after = Some(session.check(request));
    }
    let is_new = |file: &Fixed| file.after != file.before || file.path.is_none();
    Ok(Rounds { fixed: fixed.into_values().filter(is_new).collect(), before, after })
}

/// Writes the files.
///
/// # Errors
/// [`Error::Write`] if one cannot be written; those before it are by then.
pub fn write(fixed: &[Fixed]) -> Result<(), Error> {
    for file in fixed {
        if let Some(path) = &file.path {
            output::write(&Target::File(path.clone()), &file.after)?;
        }
    }
    Ok(())
}

/// Makes the changes that an outcome offers, in memory; tells whether there were any.
fn amend(
    request: &mut Request,
    outcome: &Outcome<Checked>,
    fixed: &mut BTreeMap<PathBuf, Fixed>,
) -> Result<bool, Error> {
    let mut any = false;
    for (file, changes) in changes(&outcome.findings) {
        let name = outcome.files.name(file);
        let own = file == FileId::RESUME;
        let path = if own { request.path.clone() } else { Some(PathBuf::from(name)) };
        let key = path.clone().unwrap_or_default();
        let now = match fixed.get(&key) {
            Some(known) => known.after.clone(),
            None if own => request.bytes.clone(),
            // What is in the program, or was given as an argument, is no file.
            None if !outcome.files.looked_at().contains(&key) => continue,
            None => source::read(&key)?,
        };
        // A file that was read in some other way is not ours to change.
        let text = outcome.files.text(file);
        let Some(original) = Original::of(&now).filter(|original| original.as_read() == text) else {
            continue;
        };
        let (count, after) = original.amended(&changes);
        if count == 0 {
            continue;
        }
        any = true;
        if own {
            request.bytes.clone_from(&after);
        } else {
            request.files.provide(&key, after.clone());
        }
        let name = name.to_owned();
        let entry =
            fixed.entry(key).or_insert(Fixed { name, path, before: now, after: Vec::new(), changes: 0 });
        entry.after = after;
        entry.changes += count;
    }
    Ok(any)
}

/// Says what was changed in one résumé, or shows what would be; a text from standard input goes to standard output.
///
/// # Errors
/// [`Error::Write`] if it cannot be told.
pub fn tell(args: &CheckArgs, file: &Path, fixed: &[Fixed]) -> Result<(), CompileError> {
    if args.diff {
        return Ok(print(diffs(fixed).as_bytes())?);
    }
    if is_stdin(file) {
        if args.diagnostics != DiagnosticFormat::Human {
            let source = std::io::Error::other("the findings go there; name a file");
            return Err(Error::Write { path: "<stdout>".into(), source }.into());
        }
        let own = fixed.iter().find(|fixed| fixed.path.is_none());
        return Ok(own.map_or(Ok(()), |own| print(&own.after))?);
    }
    say(&summary(fixed));
    Ok(())
}

/// Returns the lines that say what was changed: `张三.md  3 changes`.
pub fn summary(fixed: &[Fixed]) -> String {
    fixed
        .iter()
        .map(|file| format!("{}  {}\n", file.name, localized(&counted(file.changes, "change"))))
        .collect()
}

/// Returns the differences as `patch` and git read them.
pub fn diffs(fixed: &[Fixed]) -> String {
    fixed.iter().map(diff).collect()
}

fn diff(file: &Fixed) -> String {
    let text = |bytes: &[u8]| Original::of(bytes).map_or_else(String::new, |file| file.text().to_owned());
    let (before, after) = (text(&file.before), text(&file.after));
    let (old, new) = (format!("a/{}", file.name), format!("b/{}", file.name));
    TextDiff::from_lines(&before, &after).unified_diff().header(&old, &new).to_string()
}
