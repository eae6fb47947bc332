//! The one door to a build: a [`Request`] goes in, an [`Outcome`] comes out, and a [`Session`] keeps what
//! stays valid from one build to the next.
//!
//! Every front end goes through it: the command line, `watch`, the preview, and programs that embed the library.
//! It writes nothing, and reads only what a request names or allows.
//!
//! ```
//! use jianli::session::{Request, Session};
//!
//! let mut session = Session::new()?;
//! let outcome = session.build(&Request::new("cv.md", "# Ada Example\n\nada@example.com\n\n## Skills\n\n- Rust\n"));
//! assert!(outcome.findings.is_empty());
//! let built = outcome.result?;
//! assert!(built.artefacts[0].bytes.starts_with(b"%PDF"));
//! assert_eq!(built.resume.header.name.unwrap().text(), "Ada Example");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod attach;
mod cache;
mod check;
mod coverage;
mod diff;
mod drift;
mod exported;
mod foreign;
mod options;
mod outcome;
mod reading;
mod redacted;
mod request;
mod reread;
mod sections;
mod seen;
mod selected;
mod sender;
mod sheet;
mod two;
mod unprinted;
mod viewed;
mod window;
mod work;

use std::path::PathBuf;

use crate::diag::{CompileError, Error};
pub use crate::drift::Compared;
use crate::font::{FontBook, Hold};
use crate::layout::{Layout, Sheet};
use crate::pages::Document;
use crate::source::Source;
use crate::{pdf, png, svg};
use cache::Cache;
pub use check::{Checked, Proofread};
pub use diff::diff;
pub use drift::drift;
pub use exported::exchange;
pub use options::{Attach, Format, Options};
pub use outcome::{Artefact, Built, Declared, Outcome, Understood};
pub use reading::{Reading, Signature};
pub use request::Request;
pub(crate) use request::folder_of;
pub use work::Done;
use work::{Set, Work};

/// The fonts, and what stays valid from one build to the next.
pub struct Session {
    fonts: FontBook,
    cache: Option<Cache>,
    pdf: pdf::Cache,
}

impl Session {
    /// Opens a session with the bundled fonts.
    ///
    /// # Errors
    /// [`Error::Font`] if one of them cannot be used.
    pub fn new() -> Result<Session, Error> {
        Session::open(&[])
    }

    /// Opens a session for one build: with the fonts of these folders, then the bundled ones.
    ///
    /// # Errors
    /// [`Error::Read`] or [`Error::Font`] if a folder or a font in it cannot be used.
    pub fn open(folders: &[PathBuf]) -> Result<Session, Error> {
        Session::with(folders, Hold::Mapped, None)
    }

    /// Opens a session for many builds of one résumé, during which the font files in the folders may be
    /// replaced. When a folder has changed, open a new session.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn lasting(folders: &[PathBuf]) -> Result<Session, Error> {
        Session::with(folders, Hold::Copied, Some(Cache::default()))
    }

    /// Opens a session for builds of many résumés.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn of_many(folders: &[PathBuf]) -> Result<Session, Error> {
        let session = Session::with(folders, Hold::Mapped, Some(Cache::of_many()))?;
        Ok(Session { pdf: pdf::Cache::of_many(), ..session })
    }

    fn with(folders: &[PathBuf], hold: Hold, cache: Option<Cache>) -> Result<Session, Error> {
        let add = |book: FontBook, folder: &PathBuf| book.with_folder(folder, hold);
        let fonts = folders.iter().rev().try_fold(FontBook::usual()?, add)?;
        Ok(Session { fonts, cache, pdf: pdf::Cache::default() })
    }

    /// Opens a session for many builds with the faces of a book: for callers without folders.
    ///
    /// ```
    /// use jianli::font::FontBook;
    /// use jianli::session::{Request, Session};
    ///
    /// let mut session = Session::of_book(FontBook::of_files(Vec::new()));
    /// // Without a face nothing can be set, which is reported.
    /// assert!(session.build(&Request::new("cv.md", "# Ada Example\n")).has_errors());
    /// ```
    pub fn of_book(fonts: FontBook) -> Session {
        Session { fonts, cache: Some(Cache::default()), pdf: pdf::Cache::default() }
    }

    /// Returns the fonts: the author's own first.
    pub fn fonts(&self) -> &FontBook {
        &self.fonts
    }

    /// Makes what a request asks for, in memory.
    pub fn build(&mut self, request: &Request) -> Outcome<Built> {
        self.build_timed(request, &mut |_| {})
    }

    /// Does what [`Session::build`] does, and calls `done` after each stage.
    pub fn build_timed(&mut self, request: &Request, done: Done<'_>) -> Outcome<Built> {
        let mut work = Work::new(request, done);
        let built = self.built(&mut work);
        work.finish(built)
    }

    fn built(&mut self, work: &mut Work<'_>) -> Result<Built, CompileError> {
        let source = work.source()?;
        self.built_of(work, source)
    }

    fn built_of(&mut self, work: &mut Work<'_>, source: Source) -> Result<Built, CompileError> {
        let sheet = work.sheet(&source, &self.fonts, &mut self.cache)?;
        let printed = |session: &mut Session, work: &mut Work<'_>, source: &Source| {
            let paged = work.request.options.formats.iter().any(|format| format.has_pages());
            let set = match paged {
                true => work.set(source, &sheet, &session.fonts, &mut session.cache)?,
                false => work.unset(source)?,
            };
            let artefacts = session.artefacts(work, source, &set, sheet.ideal())?;
            Ok((set, artefacts))
        };
        let (source, (Set { resume, document, fitted }, artefacts)) =
            with_sound_images(self, work, source, printed)?;
        Ok(Built { artefacts, source, resume, document, secrets: work.secrets.clone(), fitted })
    }

    /// Does what [`Session::build_timed`] does, reusing what other results of the same text and files have read.
    pub fn build_in(&mut self, request: &Request, reading: &Reading, done: Done<'_>) -> Outcome<Built> {
        let mut work = Work::new(request, done);
        work.reading = Some(reading);
        let built = self.built(&mut work);
        work.finish(built)
    }

    /// Does what [`Session::build_in`] does, unless the part of the text that the request sees, and its settings, are
    /// unchanged: `known` is the signature that an earlier build returned. If it is the same and no other file has
    /// changed, so is the result.
    pub fn build_changed(
        &mut self,
        request: &Request,
        known: Option<&Signature>,
        reading: &Reading,
        done: Done<'_>,
    ) -> (Option<Signature>, Option<Outcome<Built>>) {
        let mut work = Work::new(request, done);
        work.reading = Some(reading);
        let selected = match work.whole().and_then(|whole| work.selected(whole)) {
            Ok(selected) => selected,
            Err(stop) => return (None, Some(work.finish(Err(stop)))),
        };
        let selection = selected.signature();
        if let Some(known) = known.filter(|known| known.is_of(selection.as_deref())) {
            return (Some(known.clone()), None);
        }
        let source = match work.source_of(selected) {
            Ok(source) => source,
            Err(stop) => return (None, Some(work.finish(Err(stop)))),
        };
        let signature = Signature { selection, said: selected::signature(&source) };
        if known.is_some_and(|known| known.said == signature.said) {
            return (Some(signature), None);
        }
        let built = self.built_of(&mut work, source);
        (Some(signature), Some(work.finish(built)))
    }

    /// Sets a résumé on its pages, and makes no files of them.
    pub fn set(&mut self, request: &Request) -> Outcome<Document> {
        let mut done = |_| {};
        let mut work = Work::new(request, &mut done);
        let set = self.read(&mut work).and_then(|(source, sheet)| {
            let set = work.set(&source, &sheet, &self.fonts, &mut self.cache)?;
            Ok(set.document)
        });
        work.finish(set)
    }

    /// Reads the text and its layout.
    fn read(&mut self, work: &mut Work<'_>) -> Result<(Source, std::sync::Arc<Sheet>), CompileError> {
        let source = work.source()?;
        let sheet = work.sheet(&source, &self.fonts, &mut self.cache)?;
        Ok((source, sheet))
    }

    /// Makes the files of a document.
    fn artefacts(
        &mut self,
        work: &mut Work<'_>,
        source: &Source,
        Set { resume, document, .. }: &Set,
        layout: &Layout,
    ) -> Result<Vec<Artefact>, CompileError> {
        let options = &work.request.options;
        if options.print.is_some() {
            pdf::proof(document, &mut work.sink);
            work.sink.check()?;
        }
        let mut artefacts = Vec::new();
        for &format in &options.formats {
            match format {
                Format::Pdf => {
                    let attached = options.attach.map(|what| attach::files(work, source, what));
                    let attached = attached.unwrap_or_default();
                    let options = pdf::Options { print: options.print, date: options.date, attached };
                    let bytes = pdf::write_again(document, &self.fonts, &options, &mut self.pdf)?;
                    artefacts.push(Artefact { format, page: None, bytes });
                }
                Format::Png | Format::Svg => {
                    let whole = work.seen.as_ref().map(|seen| seen.in_whole(document));
                    let document = whole.as_ref().unwrap_or(document);
                    artefacts.extend(pictures(document, format, &self.fonts, options.dpi)?);
                }
                Format::Text | Format::Markdown | Format::Html | Format::Docx | Format::Json => {
                    let bytes = work.exported(resume, layout, format)?;
                    artefacts.push(Artefact { format, page: None, bytes });
                }
            }
            (work.done)(format.ending());
        }
        work.prove(&artefacts);
        Ok(artefacts)
    }
}

/// Does something with a résumé, and if that fails because of a damaged image, does it again without the image.
fn with_sound_images<T>(
    session: &mut Session,
    work: &mut Work<'_>,
    mut source: Source,
    mut print: impl FnMut(&mut Session, &mut Work<'_>, &Source) -> Result<T, CompileError>,
) -> Result<(Source, T), CompileError> {
    let mut printed = print(session, work, &source);
    if printed.as_ref().is_err_and(|stop| work.without_damaged(&mut source, stop)) {
        printed = print(session, work, &source);
    }
    Ok((source, printed?))
}

/// Returns a picture of each page, numbered if there are several.
fn pictures(document: &Document, format: Format, fonts: &FontBook, dpi: u16) -> Result<Vec<Artefact>, Error> {
    let several = document.pages.len() > 1;
    let picture = |page: usize| {
        let bytes = picture_of(document, page, format, fonts, dpi)?;
        Ok(Artefact { format, page: several.then_some(page + 1), bytes })
    };
    (0..document.pages.len()).map(picture).collect()
}

/// Returns the picture of a page.
fn picture_of(
    document: &Document,
    page: usize,
    format: Format,
    fonts: &FontBook,
    dpi: u16,
) -> Result<Vec<u8>, Error> {
    match format {
        Format::Svg => Ok(svg::render(document, page, fonts).unwrap_or_default().into_bytes()),
        _ => png::render(document, page, fonts, u32::from(dpi)),
    }
}

/// Returns the views and languages that a résumé declares, in its order.
pub fn declared(request: &Request) -> Outcome<Declared> {
    declared_in(request, &Reading::default())
}

/// Does what [`declared`] does, reusing what others have read of the same text.
pub fn declared_in(request: &Request, reading: &Reading) -> Outcome<Declared> {
    let mut done = |_| {};
    let mut work = Work::new(request, &mut done);
    work.reading = Some(reading);
    let names = work.whole().map(|(source, _)| viewed::declared(&source));
    work.finish(names)
}

/// Returns what a résumé says, without setting it: no font is opened.
pub fn understand(request: &Request) -> Outcome<Understood> {
    understand_in(request, &Reading::default())
}

/// Does what [`understand`] does, reusing what others have read of the same text.
pub fn understand_in(request: &Request, reading: &Reading) -> Outcome<Understood> {
    let mut done = |_| {};
    let mut work = Work::new(request, &mut done);
    work.reading = Some(reading);
    let understood = work.source().and_then(|source| {
        let resume = work.understood(&source)?;
        work.sink.check()?;
        Ok(Understood { source, resume })
    });
    work.finish(understood)
}

/// Returns whether a request sees the same part of a text, with the same settings, as when this signature was made.
/// If only reading all of it could tell, it counts as changed.
pub fn sees_the_same(request: &Request, known: &Signature, reading: &Reading) -> bool {
    let mut done = |_| {};
    let mut work = Work::new(request, &mut done);
    work.reading = Some(reading);
    let selected = work.whole().and_then(|whole| work.selected(whole));
    selected.is_ok_and(|selected| known.is_of(selected.signature().as_deref()))
}
