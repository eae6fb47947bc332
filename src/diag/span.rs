//! Places in files.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// Names a file that was read for this build: the résumé is always 0, layout files follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u16);

impl FileId {
    /// The résumé itself.
    pub const RESUME: FileId = FileId(0);
}

/// A piece of a file: byte offsets into its text, `start <= end`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// Returns the place `start..end` of a file.
    ///
    /// Never fails: offsets over 4 GiB are cut (larger sources are refused on reading).
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Span {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file, start: cut(range.start), end: cut(range.end.max(range.start)) }
    }

    /// Returns the smallest place that holds both; `self` if they are in different files.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        if self.file != other.file {
            return self;
        }
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the place as a range of bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Tells whether the place holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.file == FileId::RESUME {
            write!(f, "{}..{}", self.start, self.end)
        } else {
            write!(f, "#{}:{}..{}", self.file.0, self.start, self.end)
        }
    }
}

/// The names and texts of the files that spans point into.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<Arc<TextFile>>,
    looked_at: BTreeSet<PathBuf>,
}

/// A file that was read.
#[derive(Debug)]
pub struct TextFile {
    name: String,
    text: String,
    /// Offset of the first byte of each line, once somebody asked for one.
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

    /// Notes a path on the disk on which the outcome depends, whether a file is there or not.
    pub fn look_at(&mut self, path: impl Into<PathBuf>) {
        self.looked_at.insert(path.into());
    }

    /// Returns every path on which the outcome depends: when one of them changes, so may the pages.
    pub fn looked_at(&self) -> &BTreeSet<PathBuf> {
        &self.looked_at
    }

    /// Returns how many files there are: the number that the next one gets.
    pub fn count(&self) -> u16 {
        self.files.len() as u16
    }

    /// Returns the name of a file as the user wrote it; empty if there is none.
    pub fn name(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| &f.name)
    }

    /// Returns the text of a file; empty if there is none.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| &f.text)
    }

    /// Returns line and column, both from 1, the column in characters; (1, 1) for a file unknown.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let Some(file) = self.files.get(usize::from(span.file.0)) else { return (1, 1) };
        let lines = file.lines();
        let line = lines.partition_point(|&start| start <= span.start).max(1);
        let from = lines[line - 1] as usize;
        let to = (span.start as usize).min(file.text.len());
        (line, file.text.get(from..to).map_or(0, |t| t.chars().count()) + 1)
    }
}
