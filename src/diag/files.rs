//! The files of a build: the texts that spans point into, and the contents that replace the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::{FileId, Pieces, Span};

/// The names and texts of the files that spans point into, and the contents that replace the disk.
///
/// [`Files::default`] falls back to the disk for files that were not provided; [`Files::closed`] does not.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<Arc<TextFile>>,
    looked_at: BTreeSet<PathBuf>,
    provided: BTreeMap<PathBuf, Arc<[u8]>>,
    closed: bool,
    pieces: Option<Pieces>,
}

/// The source of the contents of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Contents that were provided.
    Provided(Arc<[u8]>),
    /// No file: the disk is not to be consulted.
    Nothing,
    /// The file on the disk, if any.
    OnDisk,
}

/// A file that was read.
#[derive(Debug)]
pub struct TextFile {
    name: String,
    text: String,
    /// Offset of the first byte of each line, computed on first use.
    lines: OnceLock<Vec<u32>>,
}

impl TextFile {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect()
        })
    }
}

impl Files {
    /// Returns files that are never read from the disk: only provided ones exist.
    pub fn closed() -> Files {
        Files { closed: true, ..Files::default() }
    }

    /// Provides contents for the file at a path.
    pub fn provide(&mut self, path: impl Into<PathBuf>, bytes: impl Into<Arc<[u8]>>) {
        self.provided.insert(lexical(&path.into()), bytes.into());
    }

    /// Returns the source of the contents of a path.
    pub fn content(&self, path: &Path) -> Content {
        match self.provided.get(&lexical(path)) {
            Some(bytes) => Content::Provided(Arc::clone(bytes)),
            None if self.closed => Content::Nothing,
            None => Content::OnDisk,
        }
    }

    /// Returns the names of the provided files in a folder, in order.
    pub fn provided_in(&self, folder: &Path) -> impl Iterator<Item = &str> {
        let folder = lexical(folder);
        let inside = self.provided.keys().filter(move |path| path.parent() == Some(&*folder));
        inside.filter_map(|path| path.file_name()?.to_str())
    }

    /// Adds a file and returns its number; the first one added has to be the résumé.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let (name, text) = (name.into(), text.into());
        self.add_again(Arc::new(TextFile { name, text, lines: OnceLock::new() }))
    }

    /// Adds a file that was read before.
    pub fn add_again(&mut self, file: Arc<TextFile>) -> FileId {
        self.files.push(file);
        FileId((self.files.len() - 1) as u16)
    }

    /// Returns the files from a number on, to be added again.
    pub fn added_since(&self, first: u16) -> Vec<Arc<TextFile>> {
        self.files.iter().skip(usize::from(first)).cloned().collect()
    }

    /// Notes that the text being built is an excerpt of the résumé, made of these parts of it.
    pub fn is_excerpt(&mut self, pieces: Pieces) {
        self.pieces = Some(pieces);
    }

    /// Returns the place in the original text of a place in the text being built.
    pub fn origin(&self, span: Span) -> Span {
        self.pieces.as_ref().map_or(span, |pieces| pieces.origin(span))
    }

    /// Returns the places of the résumé that are not in the text being built.
    pub fn left_out(&self) -> Vec<std::ops::Range<usize>> {
        let len = self.text(FileId::RESUME).len();
        self.pieces.as_ref().map_or_else(Vec::new, |pieces| pieces.left_out(len))
    }

    /// Notes a path on the disk on which the outcome depends, whether there is a file or not.
    pub fn look_at(&mut self, path: impl Into<PathBuf>) {
        self.looked_at.insert(path.into());
    }

    /// Returns every path on which the outcome depends: when one of them changes, so may the pages.
    pub fn looked_at(&self) -> &BTreeSet<PathBuf> {
        &self.looked_at
    }

    /// Returns the number of files, which is the number of the next file.
    pub fn count(&self) -> u16 {
        self.files.len() as u16
    }

    /// Returns the name of a file as the user wrote it; empty if there is no such file.
    pub fn name(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| &f.name)
    }

    /// Returns the text of a file; empty if there is no such file.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| &f.text)
    }

    /// Returns line and column, both from 1, the column in characters; (1, 1) for an unknown file.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let Some(file) = self.files.get(usize::from(span.file.0)) else { return (1, 1) };
        let lines = file.lines();
        let line = lines.partition_point(|&start| start <= span.start).max(1);
        let from = lines[line - 1] as usize;
        let to = (span.start as usize).min(file.text.len());
        (line, file.text.get(from..to).map_or(0, |t| t.chars().count()) + 1)
    }
}

/// Returns a path without `.` and without the names that a following `..` cancels: without a disk there are no
/// links that could make a difference.
pub(crate) fn lexical(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provided_contents_are_found_by_any_spelling_of_their_path() {
        let mut files = Files::closed();
        files.provide("cv/./photo.png", *b"x");
        let found = Content::Provided(Arc::from(*b"x"));
        for path in ["cv/photo.png", "cv/a/../photo.png", "./cv/photo.png"] {
            assert_eq!(files.content(Path::new(path)), found, "{path}");
        }
        assert_eq!(files.content(Path::new("photo.png")), Content::Nothing);
        assert_eq!(Files::default().content(Path::new("photo.png")), Content::OnDisk);
        assert_eq!(files.provided_in(Path::new("cv")).collect::<Vec<_>>(), ["photo.png"]);
    }
}
