//! Font programs: subset, compressed, and kept for a later file that needs exactly the same ones.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::font::FaceId;
use crate::font::subset::{Form, Subset};

/// The font programs of the last two files. One file would not be enough: an editor may empty a file before it
/// writes it anew.
#[derive(Default)]
pub(super) struct Programs {
    last: Vec<Program>,
    older: Vec<Program>,
}

/// A face cut down to some glyphs.
#[derive(Clone, Debug)]
pub(super) struct Program {
    /// The face.
    pub face: FaceId,
    /// The glyphs asked for.
    pub glyphs: BTreeSet<Form>,
    /// The face with only these glyphs.
    pub subset: Arc<Subset>,
    /// The compressed program to embed; `None` until it has been compressed.
    pub compressed: Option<Arc<Vec<u8>>>,
}

impl Programs {
    /// Returns a face cut down to these glyphs, if one of the files had the same.
    pub fn of(&self, face: FaceId, glyphs: &BTreeSet<Form>) -> Option<&Program> {
        let same = |program: &&Program| program.face == face && program.glyphs == *glyphs;
        self.last.iter().chain(&self.older).find(same)
    }

    /// Keeps the programs of a file and of the previous one.
    pub fn keep(&mut self, programs: Vec<Program>) {
        self.older = std::mem::replace(&mut self.last, programs);
    }
}
