//! Places in files.

/// The number of a file that was read for this build: the résumé is always 0, layout files follow.
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
    /// Offset after the last byte.
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

    /// Returns whether the place is empty.
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
