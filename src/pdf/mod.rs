//! Pages → PDF. Draws what the pages say, where they say it.
//!
//! printpdf makes the document, its pages, fonts and images; one pass over its objects adds what printpdf does not
//! support: the content streams, the tag tree, annotations, the nested outline, metadata and the output intent.
//! Every file claims PDF/UA-1 and PDF/A-2a; one for a print shop also claims PDF/X-4, and one with attached files
//! claims PDF/A-3a instead. The same document gives the same bytes: no clock, no random number, no unordered map.

mod attach;
mod bytes;
mod clusters;
mod codes;
mod compression;
mod content;
mod date;
mod deflate;
mod fonts;
mod groups;
mod images;
mod intent;
mod links;
mod metadata;
mod objects;
mod options;
mod outline;
mod pass;
mod press;
mod programs;
mod resources;
mod save;
mod sides;
mod structure;
mod tables;
mod tag_tree;
mod tags;
mod tongues;

use crate::diag::Error;
use crate::font::FontBook;
use crate::pages::Document;
use bytes::Ready;
pub use date::Date;
use deflate::{Deflate, Threads};
pub use options::{Attachment, AttachmentKind, Options};
pub use press::{Inks, proof};
use programs::Programs;

/// Writes the PDF of a document.
///
/// # Errors
/// [`Error::Backend`] if a face or an image cannot be used.
pub fn write(document: &Document, fonts: &FontBook) -> Result<Vec<u8>, Error> {
    write_as(document, fonts, &Options::default())
}

/// Writes the PDF of a document with the given options. [`proof`] finds what a print shop would send back.
///
/// # Errors
/// As [`write()`].
pub fn write_as(document: &Document, fonts: &FontBook, options: &Options) -> Result<Vec<u8>, Error> {
    write_again(document, fonts, options, &mut Cache::default())
}

/// Data that stays valid from one file to the next, for one book of faces.
pub struct Cache {
    threads: Threads,
    programs: Programs,
    deflate: Deflate,
}

impl Default for Cache {
    fn default() -> Cache {
        Cache { threads: Threads::Several, programs: Programs::default(), deflate: Deflate::keeping() }
    }
}

impl Cache {
    /// Returns a cache for unrelated files that are written on all cores at once: it keeps only the compressor.
    pub fn of_many() -> Cache {
        Cache { threads: Threads::One, programs: Programs::default(), deflate: Deflate::default() }
    }
}

/// Does what [`write_as`] does, but reuses font programs and streams of earlier files that this one needs too. The
/// bytes are the same.
///
/// # Errors
/// As [`write()`].
pub fn write_again(
    document: &Document,
    fonts: &FontBook,
    options: &Options,
    kept: &mut Cache,
) -> Result<Vec<u8>, Error> {
    let document = &*press::prepared(document, options.print.is_some());
    let sides = sides::AllSides::of(document, fonts);
    let mut typefaces = fonts::typefaces(document, &sides, fonts, &kept.programs)?;
    let pictures = images::pictures(document, options.print)?;
    // Half of the time goes into compressing the faces.
    let assemble = |typefaces: &fonts::Typefaces, deflate: &mut Deflate| {
        let (mut file, ready) =
            assemble(&Job { document, sides: &sides, fonts, options }, typefaces, pictures);
        deflate.streams(&mut file).map(|()| (file, ready))
    };
    let (mut file, mut ready) =
        compression::compress(&mut typefaces, kept.threads, &mut kept.deflate, assemble)?;
    pass::embed_fonts(&mut file, &typefaces, &mut ready);
    kept.deflate.streams(&mut file)?; // the maps of aliases
    let bytes = save::save(&file, &ready, save::header(options.print.is_some()), &mut kept.deflate)?;
    // Of many files, each has its own faces.
    if kept.threads == Threads::Several {
        kept.programs.keep(typefaces.into_programs());
    }
    kept.deflate.end();
    Ok(bytes)
}

/// The input of a file and its options.
struct Job<'a> {
    document: &'a Document,
    sides: &'a sides::AllSides,
    fonts: &'a FontBook,
    options: &'a Options,
}

/// Returns all objects of the file except the font programs, and those that are already written.
fn assemble(job: &Job, typefaces: &fonts::Typefaces, pictures: images::Pictures) -> (lopdf::Document, Ready) {
    let &Job { document, sides, fonts, options } = job;
    let groups = groups::group(document);
    let structure = &document.structure;
    let (lang, inks) = (metadata::document_language(&document.meta), options.print);
    let shared = content::Shared { typefaces, sides, fonts, pictures: &pictures, structure, lang, inks };
    let pages = document.pages.iter().enumerate().zip(&groups.pages);
    let contents = pages.map(|(page, groups)| content::write(page, groups, &shared)).collect();

    let mut file = resources::start(document, typefaces, pictures, options.print.is_some());
    pass::complete_codes(&mut file, typefaces);
    pass::complete_pages(&mut file, document, contents, options.print.is_some());
    let ready = pass::complete_catalog(&mut file, document, &groups, options);
    (file, ready)
}
