//! Font programs: subset, compressed, and kept for the next file that needs the very same.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::deflate::{self, Deflate, Plain, Threads};
use super::fonts::{Typeface, Typefaces};
use crate::diag::Error;
use crate::font::FaceId;
use crate::font::subset::{Form, Subset};

/// The font programs of the last two files. One alone would not do: an editor may empty a file before it
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
    /// The face with them alone.
    pub subset: Arc<Subset>,
    /// What is embedded of it, compressed; none before that was done.
    pub compressed: Option<Arc<Vec<u8>>>,
}

impl Programs {
    /// Returns a face cut down to these glyphs, if one of the files had the same.
    pub fn of(&self, face: FaceId, glyphs: &BTreeSet<Form>) -> Option<&Program> {
        let same = |program: &&Program| program.face == face && program.glyphs == *glyphs;
        self.last.iter().chain(&self.older).find(same)
    }

    /// Keeps the programs of a file and of the one before.
    pub fn keep(&mut self, typefaces: Typefaces<'_>) {
        self.older = std::mem::replace(&mut self.last, typefaces.into_programs());
    }
}

/// Compresses the programs that are not yet while `work` is done.
///
/// # Errors
/// As [`deflate::meanwhile`].
pub(super) fn compress<T>(
    typefaces: &mut Typefaces,
    threads: Threads,
    deflate: &mut Deflate,
    work: impl FnOnce(&Typefaces, &mut Deflate) -> Result<T, Error>,
) -> Result<T, Error> {
    let todo = |typeface: &&Typeface| typeface.program.compressed.is_none();
    let subsets: Vec<Arc<Subset>> = typefaces
        .iter()
        .map(|(_, typeface)| typeface)
        .filter(todo)
        .map(|t| t.program.subset.clone())
        .collect();
    let programs: Vec<Plain> = subsets.iter().map(|subset| plain(subset)).collect();
    let work = |deflate: &mut Deflate| work(typefaces, deflate);
    let (compressed, done) = deflate::meanwhile(&programs, threads, deflate, work)?;
    let waiting = typefaces.iter_mut().filter(|typeface| typeface.program.compressed.is_none());
    for (typeface, bytes) in waiting.zip(compressed) {
        typeface.program.compressed = Some(Arc::new(bytes));
    }
    Ok(done)
}

fn plain(subset: &Subset) -> Plain<'_> {
    Plain { bytes: subset.program(), coordinates: &subset.coordinates }
}
