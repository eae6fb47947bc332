//! Temporary files: their names, and the removal of those that a killed run has left.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::target::Target;
use crate::session::folder_of;

/// The beginning of the names of temporary files.
const PREFIX: &str = ".jianli-";
/// The end of their names.
const SUFFIX: &str = ".tmp";
/// The number of random letters between the two, and of those that only jianli adds to them.
const LETTERS: [usize; 2] = [12, 8];

/// Returns a new name for a temporary file: random letters, and a mark computed from them, so that no
/// other program's file is ever taken for one.
///
/// # Errors
/// If the system gives no random numbers.
pub fn name() -> io::Result<String> {
    let mut random = [0; LETTERS[0] / 2];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let letters: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{PREFIX}{letters}{}{SUFFIX}", mark_of(&letters)))
}

/// Returns whether a path is a temporary file's, by its name.
pub fn is_temp(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let middle = name.and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX));
    middle
        .and_then(|middle| middle.split_at_checked(LETTERS[0]))
        .is_some_and(|(letters, mark)| mark == mark_of(letters))
}

/// Returns the mark of some letters: their FNV-1a hash with a seed of jianli's own.
fn mark_of(letters: &str) -> String {
    let seed = 0x6a69_616e_u32; // "jian"
    let hash = letters.bytes().fold(seed, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:0width$x}", width = LETTERS[1])
}

/// Locks a temporary file as being written, until it is closed. Returns whether it still exists: another run
/// may have swept it away in the moment before it was locked.
///
/// # Errors
/// If the file cannot be examined.
pub fn mark(file: &File, path: &Path) -> io::Result<bool> {
    // On other systems a lock would keep readers out, too.
    if cfg!(unix) {
        // Where there are no locks, a sweeper cannot lock anything either, and sweeps nothing.
        let _ = file.lock();
    }
    path.try_exists()
}

/// Removes the temporary files that killed runs have left in the folders of these outputs. Those of runs
/// still writing are locked. A file that cannot be removed stays: it harms nothing.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_our_own_are_ours() {
        let name = name().unwrap();
        assert!(is_temp(Path::new(&name)), "{name}");
        let other = name.replacen(char::is_numeric, "x", 1);
        for name in [".jianli-notes.tmp", ".jianli-.tmp", ".jianli-aB3xYz.tmp", "cv.tmp", &name[1..], &other]
        {
            assert!(!is_temp(Path::new(name)), "{name}");
        }
    }
}
