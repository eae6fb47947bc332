//! Temporary files: their names, and what becomes of those that a killed run has left.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::output::Target;
use crate::session::folder_of;

/// What the names of temporary files begin with.
pub const PREFIX: &str = ".jianli-";
/// What they end with.
pub const SUFFIX: &str = ".tmp";

/// Tells whether a path is a temporary file's, by its name.
pub fn is_temp(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// Marks a temporary file as one that is being written, until it is closed. Returns whether it is still
/// there: another run may have swept it away in the moment before it was marked.
///
/// # Errors
/// If the file cannot be looked at.
pub fn mark(file: &File, path: &Path) -> io::Result<bool> {
    // Elsewhere a lock would keep readers out too.
    if cfg!(unix) {
        // Where there are no locks, nothing can be locked by a sweeper either, and nothing is swept.
        let _ = file.lock();
    }
    path.try_exists()
}

/// Removes the temporary files that killed runs have left where these outputs go. Those of runs that
/// still write are locked. What cannot be removed stays: it is in nobody's way.
pub fn sweep<'t>(targets: impl Iterator<Item = &'t Target>) {
    if !cfg!(unix) {
        return;
    }
    let folders: BTreeSet<PathBuf> = targets.filter_map(folder_to_sweep).collect();
    for folder in folders {
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        for path in entries.map(|entry| entry.path()).filter(|path| is_temp(path)) {
            let regular = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file());
            let left = regular && File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
            if left {
                let _ = fs::remove_file(path);
            }
        }
    }
}

fn folder_to_sweep(target: &Target) -> Option<PathBuf> {
    match target {
        Target::File(path) => Some(folder_of(&fs::canonicalize(path).unwrap_or_else(|_| path.clone()))),
        Target::Stdout => None,
    }
}
