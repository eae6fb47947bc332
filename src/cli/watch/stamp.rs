//! The state of a path, to be compared with an earlier one.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

/// The largest file whose content is compared; of larger ones, length and time are.
const MOST_READ: u64 = 64 << 20;

/// The metadata of a file: everything that can be seen without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    length: u64,
    modified: Option<SystemTime>,
    /// On Unix: the device, the inode, the rights, and when any of these last changed.
    node: (u64, u64, u32, i64, i64),
}

/// The metadata of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// Nothing, or nothing that may be seen.
    Missing,
    /// A file, or anything else that is not a folder.
    File(About),
    /// A folder, with its entries by name.
    Folder(Vec<(PathBuf, About)>),
}

/// A path as a build would see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A file that was read: its SHA-256.
    Bytes([u8; 32]),
    /// A path that cannot be read: missing, forbidden, not a regular file, or too large.
    Unread(io::ErrorKind, u64),
    /// A folder, with its entries by name.
    Folder(Vec<(PathBuf, About)>),
}

impl About {
    fn new(meta: &Metadata) -> About {
        #[cfg(unix)]
        let node = {
            use std::os::unix::fs::MetadataExt;
            (meta.dev(), meta.ino(), meta.mode(), meta.ctime(), meta.ctime_nsec())
        };
        #[cfg(not(unix))]
        let node = (0, 0, u32::from(meta.permissions().readonly()), 0, 0);
        About { length: meta.len(), modified: meta.modified().ok(), node }
    }
}

impl Stamp {
    /// Looks at a path; links are followed.
    pub fn of(path: &Path) -> Stamp {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => Stamp::Folder(listing(path, &|_| false)),
            Ok(meta) => Stamp::File(About::new(&meta)),
            Err(_) => Stamp::Missing,
        }
    }
}

impl Content {
    /// Reads a path. In a folder, names for which `skip` is true are ignored.
    pub fn of(path: &Path, skip: &dyn Fn(&Path) -> bool) -> Content {
        if path.is_dir() {
            return Content::Folder(listing(path, skip));
        }
        match digest(path) {
            Ok(digest) => Content::Bytes(digest),
            Err(error) => {
                let length = fs::metadata(path).map_or(0, |meta| meta.len());
                Content::Unread(error.kind(), length)
            }
        }
    }
}

impl Content {
    /// Returns the content of a file that was read already.
    pub fn read(bytes: &[u8]) -> Content {
        Content::Bytes(Sha256::digest(bytes).into())
    }

    /// Removes names from a folder.
    pub fn forget(&mut self, skip: &dyn Fn(&Path) -> bool) {
        if let Content::Folder(entries) = self {
            entries.retain(|(path, _)| !skip(path));
        }
    }
}

/// Returns the SHA-256 of a regular file.
pub fn digest(path: &Path) -> io::Result<[u8; 32]> {
    let meta = fs::metadata(path)?;
    // Reading a pipe could block forever, and a device may never end.
    if !meta.is_file() || meta.len() > MOST_READ {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_READ).read_to_end(&mut bytes)?;
    Ok(Sha256::digest(&bytes).into())
}

/// Returns the entries of a folder, by name.
fn listing(folder: &Path, skip: &dyn Fn(&Path) -> bool) -> Vec<(PathBuf, About)> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let paths = entries.map(|entry| entry.path()).filter(|path| !skip(path));
    let mut found: Vec<(PathBuf, About)> =
        paths.filter_map(|path| Some((path.clone(), About::new(&fs::metadata(&path).ok()?)))).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}
