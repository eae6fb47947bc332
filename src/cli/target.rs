//! Where an output goes.

use std::fmt;
use std::path::PathBuf;

/// Where one output goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To standard output.
    Stdout,
    /// Into a file.
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
