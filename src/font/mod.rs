//! Faces: which there are, what they cover, how wide their glyphs are. Opening a face reads only
//! what is asked for.

mod bundled;
mod cascade;
mod face;
pub mod icon;
mod load;
pub mod outline;
mod outlines;
mod region;
mod shape;
pub mod subset;

use std::sync::OnceLock;

pub(crate) use cascade::{Candidate, Kind};
pub use face::{Face, Ink};
pub use load::Hold;
#[cfg(feature = "cli")]
pub(crate) use load::files_in;
pub use region::Region;
pub use shape::{Manner, Shaped, Shaper};

/// All faces available to a build, in the order in which they are tried.
#[derive(Debug, Default)]
pub struct FontBook {
    faces: Vec<Face>,
}

/// A face of a [`FontBook`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

impl FontBook {
    /// Returns a book of the given faces, in the order in which they are tried.
    pub fn from_faces(faces: Vec<Face>) -> FontBook {
        FontBook { faces }
    }

    /// Returns a face; the first if there is none with that number, and one without glyphs if the book
    /// is empty.
    pub fn face(&self, id: FaceId) -> &Face {
        static EMPTY: OnceLock<Face> = OnceLock::new();
        let wanted = self.faces.get(usize::from(id.0)).or(self.faces.first());
        wanted.unwrap_or_else(|| EMPTY.get_or_init(|| Face::from_bytes("", 400, false, "", Vec::new())))
    }

    /// Returns all faces in the order in which they are tried, with their numbers.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &Face)> {
        self.faces.iter().enumerate().map(|(at, face)| (FaceId(at as u16), face))
    }

    /// Returns the names of all families in the order in which they are tried, each once.
    pub fn families(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for face in &self.faces {
            if !names.contains(&face.family.as_str()) {
                names.push(&face.family);
            }
        }
        names
    }
}
