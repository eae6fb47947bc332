//! The target of an output.

use std::fmt;
use std::path::PathBuf;

/// The target of one output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Stdout => f.write_str("<stdout>"),
            Target::File(path) => write!(f, "{}", path.display()),
        }
    }
}
