//! The only place before `cli` that reads files of the résumé: the text, and the images next to it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::diag::{Content, Error, Files, Message, message, system_message};

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
    // With room for one more byte, the end is found at the first attempt.
    let mut bytes = Vec::with_capacity(likely.min(limit) as usize + 1);
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The reason why an image cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is on another machine.
    Remote,
    /// There is no such file.
    Missing,
    /// It has no name.
    Nameless,
    /// The text comes from standard input, which has no folder.
    NoFolder,
    /// Its path leads out of the source's folder.
    Outside,
    /// A symbolic link leads out of the source's folder.
    LeadsOut,
    /// It exists but cannot be read.
    Unreadable(Message),
    /// It is not an image that can be printed.
    Unprintable(Message),
    /// A `data:` URI that holds no data.
    Broken(Message),
}

impl Unusable {
    /// Returns the reason in a few words.
    pub fn message(&self) -> Message {
        match self {
            Unusable::Remote => "it is on another machine, and nothing is fetched",
            Unusable::Missing => "there is no such file",
            Unusable::Nameless => "it has no file name",
            Unusable::NoFolder => "text from standard input has no folder to look in",
            Unusable::Outside => "it lies outside the source's folder",
            Unusable::LeadsOut => "it is a link that leads out of the source's folder",
            Unusable::Unreadable(why) | Unusable::Unprintable(why) | Unusable::Broken(why) => {
                return why.clone();
            }
        }
        .into()
    }
}

/// Returns whether a path leads to something below the folder that it starts from.
pub(super) fn is_below(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    let inside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    !drive && !path.contains('\0') && Path::new(path).components().all(inside)
}

/// The folder of a text.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    /// Its path.
    pub folder: &'a Path,
    /// The files that replace the disk.
    pub files: &'a Files,
}

impl Beside<'_> {
    /// Reads an image, if it is in the folder or below.
    ///
    /// # Errors
    /// The reason why not. A path that climbs with `..`, is absolute and does not begin with a folder that contains
    /// the source, or leads out of the folder through a symbolic link is refused before anything is opened; so is
    /// anything other than a regular file (a pipe would wait for ever).
    pub fn read(self, name: &str) -> Result<(PathBuf, Vec<u8>), Unusable> {
        let Beside { folder, files } = self;
        match files.content(&folder.join(name)) {
            Content::Provided(bytes) if is_below(name) => return Ok((folder.join(name), bytes.to_vec())),
            Content::Provided(_) => return Err(Unusable::Outside),
            Content::Nothing if is_below(name) => return Err(Unusable::Missing),
            Content::Nothing => return Err(Unusable::Outside),
            Content::OnDisk => {}
        }
        let home = folder_or_here(folder).canonicalize().map_err(|error| unusable(&error))?;
        // A program may have written the whole path of a file next to the text.
        let whole = Path::new(name).strip_prefix(&home).ok().and_then(Path::to_str);
        let name = whole.unwrap_or(name);
        if !is_below(name) {
            return Err(Unusable::Outside);
        }
        let relative = Path::new(name);
        let path = home.join(relative).canonicalize().map_err(|error| unusable(&error))?;
        if !path.starts_with(&home) {
            return Err(Unusable::LeadsOut);
        }
        let meta = fs::metadata(&path).map_err(|error| unusable(&error))?;
        let refused = |why: Message| Err(Unusable::Unreadable(why));
        if meta.is_dir() {
            return refused("it is a folder".into());
        }
        if !meta.is_file() {
            return refused("it is not a regular file".into());
        }
        if meta.len() > MAX_IMAGE {
            return refused(message!("it is larger than {mib} MiB", mib = MAX_IMAGE >> 20));
        }
        let file = File::open(&path).map_err(|error| unusable(&error))?;
        let bytes = bounded(file, meta.len(), MAX_IMAGE).map_err(|error| unusable(&error))?;
        Ok((folder.join(relative), bytes))
    }

    /// Returns the names of the printable images in a folder below this one, in order; empty for a folder with very
    /// many files. For suggestions.
    pub fn images_in(self, below: &str) -> Vec<String> {
        const MOST: usize = 2000;
        let folder = self.folder.join(below);
        let mut names: Vec<String> = self.files.provided_in(&folder).map(str::to_owned).collect();
        if self.files.content(&folder) == Content::OnDisk {
            let Ok(entries) = fs::read_dir(folder_or_here(&folder)) else { return names };
            let entries: Vec<_> = entries.flatten().take(MOST).collect();
            if entries.len() == MOST {
                return Vec::new();
            }
            names.extend(entries.iter().filter_map(|entry| entry.file_name().into_string().ok()));
        }
        names.retain(|name| {
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
            ending.is_some_and(|ending| ["png", "jpg", "jpeg", "webp", "svg"].contains(&ending.as_str()))
        });
        names.sort();
        names
    }
}

fn folder_or_here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

fn unusable(error: &io::Error) -> Unusable {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unusable::Missing,
        io::ErrorKind::PermissionDenied => Unusable::Unreadable("reading it is not permitted".into()),
        // Windows reports this for an invalid name, and any system for one that is too long.
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidFilename => Unusable::Missing,
        _ => Unusable::Unreadable(system_message(error)),
    }
}
