//! A résumé to be built, from the disk or from memory.

use std::path::{Path, PathBuf};

use super::Options;
use crate::diag::{Error, Files};
use crate::source;

/// A résumé to be built, and how.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The name for messages.
    pub name: String,
    /// The Markdown, as it was read.
    pub bytes: Vec<u8>,
    /// The file that the bytes came from, if any.
    pub path: Option<PathBuf>,
    /// The folder in which images and layouts that the text names are looked for, if any.
    pub folder: Option<PathBuf>,
    /// Contents that take the place of files, and whether anything else may be read.
    pub files: Files,
    /// How it is to be built.
    pub options: Options,
}

impl Request {
    /// Returns a request for text in memory. Nothing is read from the disk: the images and layouts that the
    /// text names are those given with [`Request::with_file`].
    pub fn new(name: impl Into<String>, markdown: impl Into<Vec<u8>>) -> Request {
        Request {
            name: name.into(),
            bytes: markdown.into(),
            path: None,
            folder: Some(PathBuf::new()),
            files: Files::closed(),
            options: Options::default(),
        }
    }

    /// Returns a request for a file. Its images are read from its folder and the folders below, and from
    /// nowhere else.
    ///
    /// # Errors
    /// [`Error::Read`] if it is missing, no regular file, or may not be read.
    pub fn read(path: &Path) -> Result<Request, Error> {
        Ok(Request::of(path, source::read(path)?))
    }

    /// Returns a request for a file of which these bytes were read.
    pub fn of(path: &Path, bytes: impl Into<Vec<u8>>) -> Request {
        Request {
            name: path.display().to_string(),
            bytes: bytes.into(),
            path: Some(path.to_owned()),
            folder: Some(folder_of(path)),
            files: Files::default(),
            options: Options::default(),
        }
    }

    /// Returns a request for all of standard input, which has no folder: images cannot be found.
    ///
    /// # Errors
    /// [`Error::Read`] if it cannot be read.
    pub fn read_stdin() -> Result<Request, Error> {
        let bytes = source::read_stdin()?;
        Ok(Request { folder: None, files: Files::default(), ..Request::new("<stdin>", bytes) })
    }

    /// Returns the request with contents that take the place of the file at a path, relative to the folder of
    /// the text: an image, a layout, an editor's unsaved buffer.
    #[must_use]
    pub fn with_file(mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Request {
        let path = self.folder.as_deref().unwrap_or(Path::new("")).join(path.into());
        self.files.provide(path, bytes.into());
        self
    }

    /// Returns the request with other options.
    #[must_use]
    pub fn with_options(self, options: Options) -> Request {
        Request { options, ..self }
    }
}

/// Returns the folder of a file.
pub(crate) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
