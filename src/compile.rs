//! The whole pipeline as one readable function.

use crate::diag::{Failed, Sink};
use crate::font::FontBook;
use crate::layout::Layout;
use crate::lines::Galley;
use crate::lines::ParagraphCache;
use crate::model::{self, Resume};
use crate::pages::{self, Document};
use crate::source::Source;
use crate::{boxes, lines};

/// A résumé, understood and set.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// The résumé that was understood.
    pub resume: Resume,
    /// Its pages.
    pub document: Document,
}

/// Compiles a résumé that was read into finished pages.
///
/// Pure: the same source, layout and fonts give the same document on every machine.
///
/// # Errors
/// [`Failed`] if the document has an error; `sink` says which.
pub fn compile(
    source: &Source,
    layout: &Layout,
    fonts: &FontBook,
    sink: &mut Sink,
) -> Result<Compiled, Failed> {
    let resume = understand(source, sink)?;
    let options = CompileOptions { fonts, paragraphs: None, done: &mut |_| {} };
    let document = set(&resume, layout, options, sink)?;
    Ok(Compiled { resume, document })
}

/// Returns what a résumé says: the first half of [`compile`], in which the layout plays no part.
///
/// # Errors
/// As [`compile`].
pub fn understand(source: &Source, sink: &mut Sink) -> Result<Resume, Failed> {
    model::build(source, sink)
}

/// Inputs to the second half of a compilation, in addition to the résumé and its layout.
pub struct CompileOptions<'a> {
    /// The fonts.
    pub fonts: &'a FontBook,
    /// Cache from the previous build with these fonts, if any; affects speed, never output.
    pub paragraphs: Option<&'a mut ParagraphCache>,
    /// Called with the name of each stage when it is done: the pipeline has no clock of its own.
    pub done: &'a mut dyn FnMut(&'static str),
}

/// Sets a résumé: the second half of [`compile`].
///
/// # Errors
/// As [`compile`].
pub fn set(
    resume: &Resume,
    layout: &Layout,
    options: CompileOptions<'_>,
    sink: &mut Sink,
) -> Result<Document, Failed> {
    let CompileOptions { fonts, paragraphs, done } = options;
    let tree = boxes::build(resume, layout); // where it may go
    boxes::report_hidden(resume, layout, sink);
    done("boxes");
    let galley = lines::set_again(&tree, fonts, paragraphs, sink); // lines in a known measure
    sink.check()?;
    done("lines");
    let document = paginate(galley, resume, layout, fonts, sink);
    done("pages");
    Ok(document)
}

/// Puts set lines on pages, which carry all that a back end needs.
pub(crate) fn paginate(
    galley: Galley,
    resume: &Resume,
    layout: &Layout,
    fonts: &FontBook,
    sink: &mut Sink,
) -> Document {
    let document = pages::paginate(galley, layout, &resume.meta, fonts, sink);
    Document { images: resume.images.clone(), ..document }
}
