//! Loading faces from folders.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bundled::BUNDLED;
use super::face::Data;
use super::{Face, FontBook};
use crate::diag::{Error, message};

/// The maximum number of faces taken from one folder: enough for any résumé.
const MOST_FACES: usize = 512;
/// The maximum size of a font file that is copied into memory, in bytes: larger than any.
const MOST_COPIED: u64 = 256 << 20;

/// How the files of an author's own faces are held for the lifetime of a book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hold {
    /// Mapped: a page is loaded when it is touched. For a run so short that no font changes
    /// meanwhile: truncating a mapped file ends the process that reads it.
    #[default]
    Mapped,
    /// Copied into memory: for a process that keeps running while fonts are exchanged.
    Copied,
}

impl FontBook {
    /// Returns the bundled faces, mapped from a copy of the project's `fonts/`.
    ///
    /// # Errors
    /// [`Error::Read`] if one of them is not there.
    pub fn from_folder(folder: &Path) -> Result<FontBook, Error> {
        let mut book = FontBook::default();
        for entry in BUNDLED {
            let data = map(&folder.join(entry.file))?;
            book.faces.push(Face::new(entry.family, entry.weight, entry.italic, entry.postscript, data));
        }
        Ok(book)
    }

    /// Returns the bundled faces wherever they are: in the program, or, if it was built without them,
    /// in the folder `fonts` next to the program or above it.
    ///
    /// # Errors
    /// [`Error::Read`] if they are in neither place.
    #[cfg(feature = "slim")]
    pub fn usual() -> Result<FontBook, Error> {
        Ok(FontBook::bundled())
    }

    /// Returns the bundled faces wherever they are: in the program, or, if it was built without them,
    /// in the folder `fonts` next to the program or above it.
    ///
    /// # Errors
    /// [`Error::Read`] if they are in neither place.
    #[cfg(not(feature = "slim"))]
    pub fn usual() -> Result<FontBook, Error> {
        let program = std::env::current_exe().unwrap_or_default();
        let first = BUNDLED.first().map_or("", |entry| entry.file);
        let near = program.ancestors().skip(1).map(|folder| folder.join("fonts"));
        let folder = near.into_iter().find(|fonts| fonts.join(first).is_file());
        FontBook::from_folder(&folder.unwrap_or_else(|| PathBuf::from("fonts")))
    }

    /// Returns the given bundled faces, each named by its path in the project's `fonts/` (`latin/Inter-Regular.ttf`),
    /// in the order in which they are tried: a build that has all the faces it needs gives the same bytes as any
    /// other. Other names are skipped.
    pub fn of_files(files: Vec<(String, Vec<u8>)>) -> FontBook {
        let mut files: Vec<(String, Arc<Vec<u8>>)> =
            files.into_iter().map(|(name, bytes)| (name, Arc::new(bytes))).collect();
        let faces = BUNDLED.iter().filter_map(|entry| {
            let at = files.iter().position(|(name, _)| name == entry.file)?;
            let data = Data::Owned(files.swap_remove(at).1);
            Some(Face::new(entry.family, entry.weight, entry.italic, entry.postscript, data))
        });
        FontBook { faces: faces.collect() }
    }

    /// Returns the book with the faces of a folder before all others: the author's own. Families are named
    /// as in the files; files other than `.ttf`, `.otf` and `.ttc` are skipped.
    ///
    /// # Errors
    /// [`Error::Read`] if the folder or a file cannot be read, [`Error::Font`] if a file with such a
    /// name is not a usable font.
    pub fn with_folder(mut self, folder: &Path, hold: Hold) -> Result<FontBook, Error> {
        let mut faces = Vec::new();
        for path in files_in(folder)? {
            let data = match hold {
                Hold::Mapped => map(&path)?,
                Hold::Copied => copy(&path)?,
            };
            faces.extend(faces_of(&data, &path)?);
            if faces.len() > MOST_FACES {
                let reason = message!("its folder holds more than {most} faces", most = MOST_FACES);
                return Err(Error::Font { path, reason });
            }
        }
        faces.append(&mut self.faces);
        Ok(FontBook { faces })
    }

    /// Returns a book of one face from memory, for tests and tools.
    ///
    /// # Errors
    /// [`Error::Font`] if the bytes are not a usable font.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<FontBook, Error> {
        let faces = faces_of(&Data::Owned(Arc::new(bytes)), Path::new("memory"))?;
        Ok(FontBook { faces })
    }
}

/// Returns the font files of a folder by name, so that their order does not depend on the machine.
///
/// # Errors
/// [`Error::Read`] if it cannot be listed.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |source| Error::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
        if matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc")) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the faces of one file.
fn faces_of(data: &Data, path: &Path) -> Result<Vec<Face>, Error> {
    let bytes = data.bytes();
    let collection = bytes.starts_with(b"ttcf");
    let outlines = [&[0, 1, 0, 0][..], b"true", b"OTTO", b"ttcf"].iter().any(|tag| bytes.starts_with(tag));
    let count = match (collection, bytes.get(8..12)) {
        (true, Some(&[0, 0, high, low])) => u32::from(high) << 8 | u32::from(low),
        (true, _) => 0,
        (false, _) => 1,
    };
    let read = |index| Face::read(data.clone(), index);
    let faces: Vec<Face> = (0..count.min(64)).filter_map(read).filter(|_| outlines).collect();
    if faces.is_empty() {
        let reason = "it is not a TrueType or OpenType font, or it is damaged".into();
        return Err(Error::Font { path: path.to_owned(), reason });
    }
    Ok(faces)
}

/// Copies a font file into memory.
fn copy(path: &Path) -> Result<Data, Error> {
    let read = || {
        let file = File::open(path)?;
        if file.metadata()?.len() > MOST_COPIED {
            return Err(io::Error::other(message!("it is larger than {mib} MiB", mib = MOST_COPIED >> 20)));
        }
        let mut bytes = Vec::new();
        file.take(MOST_COPIED).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|source| Error::Read { path: path.to_owned(), source })?;
    Ok(Data::Owned(Arc::new(bytes)))
}

/// Maps a font file.
fn map(path: &Path) -> Result<Data, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.len() == 0 {
        return Err(Error::Font { path: path.to_owned(), reason: "the file is empty".into() });
    }
    // SAFETY: the map is read-only and private to this process, and is only ever read as plain
    // bytes. Should another program write into the file while it is mapped, bytes change between
    // two reads: every parser here checks bounds on each read, so the worst case is a wrong glyph.
    // Truncating the file meanwhile would end the process, as with every mapped file.
    #[allow(unsafe_code, reason = "mapping a file has no safe interface")]
    let map = unsafe { memmap2::Mmap::map(&file) }.map_err(failed)?;
    Ok(Data::Mapped(Arc::new(map)))
}
