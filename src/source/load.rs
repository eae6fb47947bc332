//! The only place before `cli` that reads files of the résumé: the text, and the images beside it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::diag::Error;

/// The longest text that is read, in bytes.
pub const MAX_TEXT: u64 = 64 << 20;
/// The largest image file that is read, in bytes.
pub const MAX_IMAGE: u64 = 32 << 20;

/// Returns the bytes of a file, at most one more than 64 MiB, so that `parse` can refuse it.
///
/// # Errors
/// [`Error::Read`] if it is missing, a folder, a pipe or a device, or may not be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let meta = fs::metadata(path).map_err(failed)?;
    let kind = meta.file_type();
    if kind.is_dir() {
        return Err(failed(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder, not a Markdown file; name its files, or give a pattern: 'FOLDER/**/*.md'",
        )));
    }
    if !kind.is_file() {
        let reason = "it is not a regular file; give `-` to read from standard input";
        return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, reason)));
    }
    let file = File::open(path).map_err(failed)?;
    bounded(file, meta.len(), MAX_TEXT).map_err(failed)
}

/// Returns all of standard input, at most one byte more than 64 MiB.
///
/// # Errors
/// [`Error::Read`] if it cannot be read.
pub fn read_stdin() -> Result<Vec<u8>, Error> {
    bounded(io::stdin().lock(), 0, MAX_TEXT).map_err(|source| Error::Read { path: "<stdin>".into(), source })
}

/// Reads at most one byte more than the limit; `likely` many are expected.
fn bounded(from: impl Read, likely: u64, limit: u64) -> io::Result<Vec<u8>> {
    // With room for one more the end is found at the first look.
    let mut bytes = Vec::with_capacity(likely.min(limit) as usize + 1);
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads an image that the text names, if it stands in `folder` or below.
///
/// # Errors
/// The reason why not, in a few words. A path that is absolute, climbs with `..`, is a URL, or leads
/// out of the folder through a symbolic link is refused before anything is opened; so is whatever
/// is not a regular file (a pipe would wait for ever).
pub(super) fn read_beside(folder: Option<&Path>, name: &str) -> Result<(PathBuf, Vec<u8>), String> {
    if name.trim().is_empty() {
        return Err("it has no file name".into());
    }
    if name.contains("://") || name.starts_with("//") || has_scheme(name) {
        return Err("it is not a file beside the source: nothing is fetched or unpacked from a URL".into());
    }
    let Some(folder) = folder else {
        return Err("text from standard input has no folder to look in".into());
    };
    let relative = Path::new(name);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !inside || name.contains('\\') || name.contains('\0') {
        return Err("it lies outside the source's folder".into());
    }
    let home = folder_or_here(folder).canonicalize().map_err(|error| lower(&error))?;
    let path = home.join(relative).canonicalize().map_err(|error| lower(&error))?;
    if !path.starts_with(&home) {
        return Err("it is a link that leads out of the source's folder".into());
    }
    let meta = fs::metadata(&path).map_err(|error| lower(&error))?;
    if meta.is_dir() {
        return Err("it is a folder".into());
    }
    if !meta.is_file() {
        return Err("it is not a regular file".into());
    }
    if meta.len() > MAX_IMAGE {
        return Err(format!("it has more than {} MiB", MAX_IMAGE >> 20));
    }
    let file = File::open(&path).map_err(|error| lower(&error))?;
    let bytes = bounded(file, meta.len(), MAX_IMAGE).map_err(|error| lower(&error))?;
    Ok((folder.join(relative), bytes))
}

fn folder_or_here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// `data:`, `file:`, `C:` …
fn has_scheme(name: &str) -> bool {
    name.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    })
}

fn lower(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::PermissionDenied => "it may not be read".into(),
        _ => error.to_string(),
    }
}
