//! No output over an input: what a build reads is never what it writes.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::target::Target;
use crate::diag::{Error, Files, message};
use crate::font;
use crate::session::folder_of;

/// The files that builds read, however their names are spelt.
#[derive(Debug, Default)]
pub struct Inputs(BTreeMap<Identity, Input>);

/// What a file is to the builds.
#[derive(Debug)]
struct Input {
    what: What,
    /// The résumé that is made of it.
    resume: PathBuf,
}

/// What a file is to a build.
#[derive(Clone, Copy, Debug)]
enum What {
    Resume,
    Face,
    Layout,
    Image,
}

/// What tells one file from another. A name does not: it may be a link, and file systems that take `A.PNG`
/// for `a.png`, or one Unicode form for another, have several for each.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// A file that is there: its device and inode.
    #[cfg(unix)]
    There(u64, u64),
    /// A file that is not there, or on a system without inodes: its folder's one path, and its name.
    Path(PathBuf),
}

impl Identity {
    fn of(path: &Path) -> Identity {
        match fs::metadata(path) {
            Ok(meta) => Identity::there(path, &meta),
            Err(_) => {
                let folder = folder_of(path);
                let folder = fs::canonicalize(&folder).unwrap_or(folder);
                Identity::Path(folder.join(path.file_name().unwrap_or_default()))
            }
        }
    }

    #[cfg(unix)]
    fn there(_: &Path, meta: &Metadata) -> Identity {
        use std::os::unix::fs::MetadataExt;
        Identity::There(meta.dev(), meta.ino())
    }

    #[cfg(not(unix))]
    fn there(path: &Path, _: &Metadata) -> Identity {
        Identity::Path(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
    }
}

impl Inputs {
    /// Returns what one build reads, and what it would read if it were there.
    pub fn of(resume: &Path, files: &Files) -> Inputs {
        let mut inputs = Inputs::default();
        inputs.add(resume, files);
        inputs
    }

    /// Adds what a build reads.
    pub fn add(&mut self, resume: &Path, files: &Files) {
        self.put(resume, What::Resume, resume);
        for path in files.looked_at() {
            if path.is_dir() {
                let faces = font::files_in(path).unwrap_or_default();
                faces.iter().for_each(|face| self.put(face, What::Face, resume));
            } else if path != resume {
                let layout = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
                self.put(path, if layout { What::Layout } else { What::Image }, resume);
            }
        }
    }

    fn put(&mut self, path: &Path, what: What, resume: &Path) {
        let input = || Input { what, resume: resume.to_owned() };
        self.0.entry(Identity::of(path)).or_insert_with(input);
    }

    /// Refuses an output that is one of these files.
    ///
    /// # Errors
    /// [`Error::Write`] that says what it is.
    pub fn spare(&self, target: &Target) -> Result<(), Error> {
        let Target::File(path) = target else { return Ok(()) };
        let Some(Input { what, resume }) = self.0.get(&Identity::of(path)) else { return Ok(()) };
        let what = match *what {
            What::Resume => message!("the résumé itself"),
            What::Face => message!("a font that {resume} uses", resume = resume.display()),
            What::Layout => message!("a layout that {resume} uses", resume = resume.display()),
            What::Image => message!("the photo or an image that {resume} uses", resume = resume.display()),
        };
        let source = io::Error::other(message!("it is {what}; give another -o OUT", what));
        Err(Error::Write { path: path.clone(), source })
    }
}
