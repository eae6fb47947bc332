//! Faces: which there are, what they cover, how wide their glyphs are. Opening a face reads nothing
//! but what is asked of it.

use std::sync::Arc;

/// All faces that a build may use, in the order in which they are tried.
#[derive(Debug, Default)]
pub struct FontBook {
    faces: Vec<Face>,
}

/// A face of a [`FontBook`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// One face: a family at one weight and slope.
#[derive(Debug)]
pub struct Face {
    /// The family's name, as layouts write it.
    pub family: String,
    /// 400 regular, 700 bold.
    pub weight: u16,
    /// Slanted.
    pub italic: bool,
    /// The PostScript name, for the PDF.
    pub postscript: String,
    data: Data,
}

/// Where a face's bytes live.
enum Data {
    /// In the binary.
    Embedded(&'static [u8]),
    /// In a file, mapped: pages come in when touched.
    Mapped(memmap2::Mmap),
    /// In memory, for tests.
    Owned(Arc<[u8]>),
}

impl std::fmt::Debug for Data {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Data")
    }
}

impl Face {
    /// Returns the whole font file. Touch as little of it as possible.
    pub fn bytes(&self) -> &[u8] {
        match &self.data {
            Data::Embedded(bytes) => bytes,
            Data::Mapped(map) => map,
            Data::Owned(bytes) => bytes,
        }
    }
}

impl FontBook {
    /// Returns a face; the first if there is none of that number.
    pub fn face(&self, id: FaceId) -> &Face {
        self.faces.get(usize::from(id.0)).unwrap_or(&self.faces[0])
    }
}
