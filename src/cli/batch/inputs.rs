//! Which résumés are meant: files and patterns.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, glob_with};

use crate::cli::args::ManyArgs;
use crate::cli::paths::{is_stdin, plain};
use crate::diag::Error;

/// As in a shell: `*` stays in its folder, and hidden files are named or left alone.
const LIKE_A_SHELL: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

fn refused(path: &Path, why: impl Into<String>) -> Error {
    Error::Read { path: path.to_owned(), source: io::Error::other(why.into()) }
}

/// Tells whether more than one résumé may be meant.
pub fn are_several(first: &Path, many: &ManyArgs) -> bool {
    !many.more.is_empty() || many.shard.is_some() || pattern(first).is_some()
}

/// Returns the résumés in the order of the arguments, those of a pattern by name, each once; for a part of
/// them (`--shard`) all by name, so that every machine sees the same list.
///
/// # Errors
/// [`Error::Read`] for a pattern that is none or that nothing fits, a folder that cannot be searched, and
/// for standard input among others.
pub fn expand(first: &Path, many: &ManyArgs) -> Result<Vec<PathBuf>, Error> {
    let (mut seen, mut files) = (BTreeSet::new(), Vec::new());
    for argument in std::iter::once(first).chain(many.more.iter().map(PathBuf::as_path)) {
        if is_stdin(argument) {
            return Err(refused(Path::new("<stdin>"), "`-` is read alone; name files beside each other"));
        }
        let named = match pattern(argument) {
            Some(pattern) => matches(argument, pattern)?,
            None => vec![argument.to_owned()],
        };
        for file in named {
            let file = plain(&file);
            if seen.insert(file.clone()) {
                files.push(file);
            }
        }
    }
    if many.shard.is_some() {
        files.sort();
    }
    Ok(files)
}

/// Returns an argument that is a pattern. A file that is really called so is no pattern.
fn pattern(argument: &Path) -> Option<&str> {
    argument.to_str().filter(|text| text.contains(['*', '?', '['])).filter(|_| !argument.exists())
}

/// Returns the files that fit a pattern, by name.
fn matches(argument: &Path, pattern: &str) -> Result<Vec<PathBuf>, Error> {
    let found = glob_with(pattern, LIKE_A_SHELL).map_err(|error| refused(argument, error.to_string()))?;
    let mut files = Vec::new();
    for path in found {
        let path =
            path.map_err(|error| Error::Read { path: error.path().to_owned(), source: error.into() })?;
        if !path.is_dir() {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(refused(argument, "no file fits this pattern"));
    }
    files.sort();
    Ok(files)
}
