//! Compression of font programs while the pages are written.

use std::sync::Arc;

use super::deflate;
use super::deflate::{Deflate, Plain, Threads};
use super::fonts::{Typeface, Typefaces};
use crate::diag::Error;
use crate::font::subset::Subset;

/// Compresses the programs that are not yet compressed while `work` runs.
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

pub(super) fn plain(subset: &Subset) -> Plain<'_> {
    Plain { bytes: subset.program(), coordinates: &subset.coordinates }
}
