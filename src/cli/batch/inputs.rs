//! The résumés that are meant: files and patterns.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use glob::{MatchOptions, Pattern};

use crate::cli::args::ManyArgs;
use crate::cli::paths::{is_stdin, plain};
use crate::diag::{Error, Message};

/// Matches as a shell does: `*` stays in its folder, and hidden files have to be named as such.
const LIKE_A_SHELL: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

fn refused(path: &Path, why: impl Into<Message>) -> Error {
    Error::Read { path: path.to_owned(), source: io::Error::other(why.into()) }
}

/// Returns whether more than one résumé may be meant.
pub fn are_several(first: &Path, many: &ManyArgs) -> bool {
    !many.more.is_empty() || many.shard.is_some() || is_pattern(first)
}

/// Returns the résumés in the order of the arguments, those of a pattern by name, each once; for a part of
/// them (`--shard`) all by name, so that every machine sees the same list.
///
/// # Errors
/// [`Error::Read`] for a pattern that is invalid or that no file fits, a folder that cannot be searched, and
/// for standard input among others.
pub fn expand(first: &Path, many: &ManyArgs) -> Result<Vec<PathBuf>, Error> {
    let (mut seen, mut files) = (BTreeSet::new(), Vec::new());
    for argument in std::iter::once(first).chain(many.more.iter().map(PathBuf::as_path)) {
        if is_stdin(argument) {
            return Err(refused(Path::new("<stdin>"), "`-` has to be the only input; otherwise name files"));
        }
        let named = if is_pattern(argument) { matches(argument)? } else { vec![argument.to_owned()] };
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

/// Returns whether an argument is a pattern. The exact name of an existing file is not.
fn is_pattern(argument: &Path) -> bool {
    argument.components().any(is_wild) && !argument.exists()
}

fn is_wild(part: Component<'_>) -> bool {
    part.as_os_str().as_encoded_bytes().iter().any(|byte| matches!(byte, b'*' | b'?' | b'['))
}

/// Returns the files that fit a pattern, by name.
///
/// Names are bytes: a folder may contain some that are not UTF-8, such as those of an archive made on another system.
fn matches(argument: &Path) -> Result<Vec<PathBuf>, Error> {
    let parts: Vec<Component> = argument.components().collect();
    let mut files = BTreeSet::new();
    search(PathBuf::new(), &parts, argument, &mut files)?;
    if files.is_empty() {
        return Err(refused(argument, "no file fits this pattern"));
    }
    Ok(files.into_iter().collect())
}

/// Adds the files below a path that fit the rest of a pattern.
fn search(
    from: PathBuf,
    parts: &[Component<'_>],
    argument: &Path,
    files: &mut BTreeSet<PathBuf>,
) -> Result<(), Error> {
    let Some((part, rest)) = parts.split_first() else {
        if from.exists() && !from.is_dir() {
            files.insert(from);
        }
        return Ok(());
    };
    if !is_wild(*part) {
        return search(from.join(part), rest, argument, files);
    }
    let deep = part.as_os_str() == "**";
    if deep && rest.first().is_some_and(|next| next.as_os_str() == "**") {
        return search(from, rest, argument, files);
    }
    if deep {
        search(from.clone(), rest, argument, files)?;
    }
    // Bytes that are not UTF-8 fit a `*`, and one `?` for each invalid sequence.
    let text = part.as_os_str().to_string_lossy();
    let pattern = Pattern::new(&text).map_err(|error| {
        refused(argument, Message::foreign(error.to_string(), "the pattern is malformed"))
    })?;
    for path in folder(&from)? {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { continue };
        if !pattern.matches_with(&name, LIKE_A_SHELL) {
            continue;
        }
        if deep {
            // Links are not followed: they may lead round in a circle.
            if path.is_dir() && !path.is_symlink() {
                search(path, parts, argument, files)?;
            }
        } else if rest.is_empty() || path.is_dir() {
            search(path, rest, argument, files)?;
        }
    }
    Ok(())
}

/// Returns the contents of a folder; empty if the path is not a folder.
fn folder(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let here = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let failed = |source| Error::Read { path: here.to_owned(), source };
    if !here.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(here).map_err(failed)?;
    entries.map(|entry| entry.map(|entry| path.join(entry.file_name())).map_err(failed)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_a_shell() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("a/b/c")).unwrap();
        fs::create_dir_all(at("a/.git")).unwrap();
        for name in ["x.md", "张三.md", "x.txt", ".x.md", "a/y.md", "a/b/z.md", "a/b/c/w.md", "a/.git/v.md"]
        {
            fs::write(at(name), "").unwrap();
        }
        let found = |pattern: &str| {
            let found = matches(&at(pattern)).unwrap_or_default();
            let names =
                found.iter().map(|path| path.strip_prefix(home.path()).unwrap().display().to_string());
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("*.md"), "x.md 张三.md");
        assert_eq!(found("?.md"), "x.md");
        assert_eq!(found("??.md"), "张三.md");
        assert_eq!(found(".*.md"), ".x.md");
        assert_eq!(found("*/*.md"), "a/y.md");
        assert_eq!(found("[wxy].*"), "x.md x.txt");
        assert_eq!(found("**/*.md"), "a/b/c/w.md a/b/z.md a/y.md x.md 张三.md");
        assert_eq!(found("a/**/z.md"), "a/b/z.md");
        assert_eq!(found("a/**/**/w.md"), "a/b/c/w.md");
        assert_eq!(found("*"), "x.md x.txt 张三.md");
        assert_eq!(found("none/*.md"), "");
        assert!(matches(&at("[.md")).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_no_text_stop_nothing() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let home = tempfile::tempdir().unwrap();
        let gbk = OsStr::from_bytes(b"\xBC\xF2\xC0\xFA"); // 简历
        fs::create_dir(home.path().join(gbk)).unwrap();
        let odd = home.path().join(gbk).join(OsStr::from_bytes(b"\xD5\xC5.md"));
        fs::write(&odd, "").unwrap();
        fs::write(home.path().join("a.md"), "").unwrap();
        for pattern in ["*/*.md", "**/*.md", "*/*"] {
            assert!(matches(&home.path().join(pattern)).unwrap().contains(&odd), "{pattern}");
        }
        assert_eq!(matches(&home.path().join(gbk).join("*.md")).unwrap(), [odd]);
        assert_eq!(matches(&home.path().join("*.md")).unwrap(), [home.path().join("a.md")]);
    }
}
