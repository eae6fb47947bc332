//! No output over an input: a build never writes a file that it reads.

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

/// The role of a file in the builds.
#[derive(Debug)]
struct Input {
    what: What,
    /// The résumé that is made of it.
    resume: PathBuf,
}

/// The role of a file in one build.
#[derive(Clone, Copy, Debug)]
enum What {
    Resume,
    Face,
    Layout,
    Image,
}

/// What identifies a file. Its name does not: it may be a link, and file systems that treat `A.PNG` as
/// `a.png`, or one Unicode form as another, have several for each.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// An existing file: its device and inode.
    #[cfg(unix)]
    There(u64, u64),
    /// A file that does not exist, or on a system without inodes: its folder's canonical path, and its name.
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
    /// Returns the files that one build reads, or would read if they existed.
    pub fn of(resume: &Path, files: &Files) -> Inputs {
        let mut inputs = Inputs::default();
        inputs.add(resume, files);
        inputs
    }

    /// Adds the files that a build reads.
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
    /// [`Error::Write`] that names the role of the file.
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
