//! `jianli check --fix`: makes the certain changes in the files.

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

/// The most rounds: a cure may uncover other faults, but no text needs more rounds than this.
const MOST_ROUNDS: usize = 10;

/// A file and its new contents.
pub struct Fixed {
    /// Its name for messages.
    name: String,
    /// Its path, if it is a file.
    pub path: Option<PathBuf>,
    before: Vec<u8>,
    /// The new contents.
    pub after: Vec<u8>,
    changes: usize,
}

/// The result of making all certain changes in memory.
pub struct Rounds {
    /// The files that were changed; the text itself in any case, if it is not from a file.
    pub fixed: Vec<Fixed>,
    /// The outcome before the changes.
    pub before: Outcome<Checked>,
    /// The outcome after them; `None` if nothing was changed.
    pub after: Option<Outcome<Checked>>,
}

/// Checks a résumé with all certain changes made, and returns the changed files and the remaining findings. Writes the
/// files; if only the differences are wanted, writes nothing, and the findings are those of the unchanged text.
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

/// Makes all certain changes in memory, round after round, until none is left.
///
/// # Errors
/// [`Error::Read`] if a file that is to be changed cannot be read.
pub fn rounds(request: &mut Request, session: &mut Session) -> Result<Rounds, Error> {
    let mut fixed: BTreeMap<PathBuf, Fixed> = BTreeMap::new();
    if request.path.is_none() {
        // Text that is not from a file is passed on, changed or not.
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
/// [`Error::Write`] if a file cannot be written; the files before it are written by then.
pub fn write(fixed: &[Fixed]) -> Result<(), Error> {
    for file in fixed {
        if let Some(path) = &file.path {
            output::write(&Target::File(path.clone()), &file.after)?;
        }
    }
    Ok(())
}

/// Makes the changes that an outcome offers, in memory; returns whether there were any.
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
            // Built-in layouts and arguments are not files.
            None if !outcome.files.looked_at().contains(&key) => continue,
            None => source::read(&key)?,
        };
        // A file that was decoded in some other way is not ours to change.
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

/// Reports the changes in one résumé, or shows what they would be; a text from standard input goes to standard output.
///
/// # Errors
/// [`Error::Write`] if the report cannot be written.
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

/// Returns the lines with the number of changes: `张三.md  3 changes`.
pub fn summary(fixed: &[Fixed]) -> String {
    fixed
        .iter()
        .map(|file| format!("{}  {}\n", file.name, localized(&counted(file.changes, "change"))))
        .collect()
}

/// Returns the differences in the format that `patch` and git read.
pub fn diffs(fixed: &[Fixed]) -> String {
    fixed.iter().map(diff).collect()
}

fn diff(file: &Fixed) -> String {
    let text = |bytes: &[u8]| Original::of(bytes).map_or_else(String::new, |file| file.text().to_owned());
    let (before, after) = (text(&file.before), text(&file.after));
    let (old, new) = (format!("a/{}", file.name), format!("b/{}", file.name));
    TextDiff::from_lines(&before, &after).unified_diff().header(&old, &new).to_string()
}
