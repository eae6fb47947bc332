//! Paths as the command line has them.

use std::path::{Component, Path, PathBuf};

/// Returns `true` if a path means standard input or output.
pub fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Returns a path without what changes nothing: `./a.md` is `a.md`.
pub fn plain(path: &Path) -> PathBuf {
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if plain.as_os_str().is_empty() { path.to_owned() } else { plain }
}
