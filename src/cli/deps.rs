//! `--deps`: the files that an output was made from, as a rule for make (also read by ninja with `deps = gcc`).

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use super::args::BuildArgs;
use super::output::{same, targets};
use super::paths::{is_stdin, plain};
use super::target::Target;
use crate::diag::{Error, Files, Message};
use crate::font;

fn refused(path: &Path, why: impl Into<Message>) -> Error {
    Error::Write { path: path.to_owned(), source: io::Error::other(why.into()) }
}

/// Refuses a rule that would replace the résumé or its outputs.
///
/// # Errors
/// [`Error::Write`] with the reason.
pub fn check(rule: &Path, args: &BuildArgs) -> Result<(), Error> {
    if same(rule, args.file()) || is_stdin(rule) {
        return Err(refused(rule, "the rule needs a file of its own: --deps FILE.d"));
    }
    for target in targets(args)? {
        match target {
            Target::File(path) if path == rule => {
                return Err(refused(rule, "the output goes there; the rule needs a file of its own"));
            }
            Target::Stdout => return Err(refused(rule, "a rule needs the name of an output: give -o OUT")),
            Target::File(_) => {}
        }
    }
    Ok(())
}

/// Returns `OUT: RÉSUMÉ LAYOUT …` with every file that the outcome depends on and that exists; and, as
/// compilers do (`gcc -MP`), an empty rule for each but the résumé, so that make does not stop when one
/// of them is removed.
///
/// # Errors
/// [`Error::Write`] for a name that cannot be written in a make rule.
pub fn rule<'a>(
    resume: &Path,
    targets: impl Iterator<Item = &'a Target>,
    files: &Files,
) -> Result<String, Error> {
    let (resume, mut text) = (plain(resume), String::new());
    for target in targets {
        if let Target::File(path) = target {
            text += if text.is_empty() { "" } else { " " };
            text += &escaped(&plain(path))?;
        }
    }
    text.push(':');
    let others: Vec<String> = read(files)
        .iter()
        .filter(|path| **path != resume)
        .map(|path| escaped(path))
        .collect::<Result<_, _>>()?;
    let resume = if resume.is_file() { Some(escaped(&resume)?) } else { None };
    for path in resume.iter().chain(&others) {
        let _ = write!(text, " \\\n  {path}");
    }
    text.push('\n');
    for path in &others {
        let _ = write!(text, "\n{path}:\n");
    }
    Ok(text + "\n")
}

/// Returns the files that were read. For a folder of faces these are the faces: the folder itself looks newer
/// than the output whenever the output is written into it.
fn read(files: &Files) -> Vec<PathBuf> {
    let mut read = Vec::new();
    for path in files.looked_at() {
        if path.is_file() {
            read.push(path.clone());
        } else {
            read.extend(font::files_in(path).unwrap_or_default());
        }
    }
    let mut read: Vec<PathBuf> = read.iter().map(|path| plain(path)).collect();
    read.sort();
    read.dedup();
    read
}

/// Returns a path as make expects it in a rule (GNU make manual, "Rule Syntax", and as `gcc -M` writes it):
/// blanks, `#` and `:` escaped by a backslash, and so each backslash before them; `$` doubled.
fn escaped(path: &Path) -> Result<String, Error> {
    let hopeless = "its name has a character that a make rule cannot contain (one of = ; | or a control character, \
                    or \\ or ) at its end): rename it, or leave out --deps";
    let name = path.to_str().ok_or_else(|| refused(path, "its name is not UTF-8"))?;
    if name.contains(['=', ';', '|']) || name.contains(char::is_control) || name.ends_with(['\\', ')']) {
        return Err(refused(path, hopeless));
    }
    let mut escaped = String::with_capacity(name.len());
    let mut backslashes = 0;
    for c in name.chars() {
        match c {
            ' ' | '#' | ':' => escaped.extend(std::iter::repeat_n('\\', backslashes + 1)),
            '$' => escaped.push('$'),
            _ => {}
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        escaped.push(c);
    }
    Ok(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_make_reads_them() {
        let as_made = |name: &str| escaped(Path::new(name)).ok();
        assert_eq!(as_made("a b#c$d:e.md").as_deref(), Some("a\\ b\\#c$$d\\:e.md"));
        assert_eq!(as_made("a\\b\\ c").as_deref(), Some("a\\b\\\\\\ c"));
        assert_eq!(as_made("简历/张三.md").as_deref(), Some("简历/张三.md"));
        assert!(
            ["a=b", "a;b", "a|b", "a\nb", "a\tb", "a\\", "a(b)"].iter().all(|name| as_made(name).is_none())
        );
    }
}
