//! The whole pipeline as one readable function.

use crate::boxes;
use crate::diag::{Diagnostic, Failed, Sink, code};
use crate::font::FontBook;
use crate::layout::Layout;
use crate::lines::{self, Standing};
use crate::model;
use crate::pages::{self, Document};
use crate::source::Source;

/// Compiles a résumé that was read into finished pages.
///
/// Pure: the same source, layout and faces give the same document on every machine.
///
/// # Errors
/// [`Failed`] if the document has an error; `sink` says which.
pub fn compile(
    source: &Source,
    layout: &Layout,
    fonts: &FontBook,
    sink: &mut Sink,
) -> Result<Document, Failed> {
    let shop = Shop { fonts, standing: None, done: &mut |_| {} };
    compile_in(shop, source, layout, sink)
}

/// What a build takes beside the résumé and its layout.
pub struct Shop<'a> {
    /// The faces.
    pub fonts: &'a FontBook,
    /// What stands from the last build with these faces, if anybody keeps it: the pages are the same, and
    /// sooner there.
    pub standing: Option<&'a mut Standing>,
    /// Is called with the name of each stage when it is done: the pipeline has no clock of its own.
    pub done: &'a mut dyn FnMut(&'static str),
}

/// Does what [`compile`] does, with what a [`Shop`] has.
///
/// # Errors
/// As [`compile`].
pub fn compile_in(
    shop: Shop<'_>,
    source: &Source,
    layout: &Layout,
    sink: &mut Sink,
) -> Result<Document, Failed> {
    let Shop { fonts, standing, done } = shop;
    let resume = model::build(source, sink)?; // what it says
    done("model");
    let tree = boxes::build(&resume, source, layout); // where it may go
    done("boxes");
    for section in boxes::hidden(&resume, layout) {
        let message = format!("the layout hides the section “{}”", section.title.text());
        let finding = Diagnostic::new(code::HIDDEN, section.span, message);
        sink.report(finding.hint("it is named in `sections.hide` of the layout"));
    }
    let galley = lines::set_again(&tree, fonts, standing, sink); // lines in a known measure
    sink.check()?;
    done("lines");
    let document = pages::paginate(galley, layout, &resume.meta, fonts, sink);
    done("pages");
    Ok(document)
}
