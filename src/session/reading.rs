//! A text from which several results are made, read once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use super::sections::{Sections, sections};
use crate::diag::{Diagnostic, Files, Pieces, Span};
use crate::source::Source;

/// A text from which several results are made at one time: each uses what others have read, and adds what it reads
/// itself. Make a new one for each change. Affects speed, never output.
#[derive(Default)]
pub struct Reading {
    /// The whole text; `None` inside if it has errors, which each result reports itself.
    pub(super) whole: OnceLock<Option<Read>>,
    /// The faults of its directives, if nothing was chosen and if something was.
    pub(super) checked: [OnceLock<Vec<Diagnostic>>; 2],
    /// The text in each language, and as it is.
    pub(super) spoken: Mutex<BTreeMap<String, Arc<Once>>>,
}

/// A text in one language, once it was read; `None` inside if it has errors.
pub(super) type Once = OnceLock<Option<Arc<Spoken>>>;

/// A text with what it includes.
pub(super) type Whole = (Arc<Source>, Option<(Pieces, Vec<Diagnostic>)>);

/// A whole text, with the findings and the files of reading it.
pub(super) struct Read {
    pub(super) whole: Whole,
    pub(super) files: Files,
    pub(super) found: Vec<Diagnostic>,
}

/// A text in one language.
pub(super) struct Spoken {
    /// The text as a source of its own.
    pub source: Arc<Source>,
    /// The places of its parts in the whole; `None` if it is the whole.
    pub pieces: Option<Pieces>,
    /// Titles under which nothing is left.
    pub emptied: Vec<Span>,
    pub(super) sections: OnceLock<Sections>,
}

impl Spoken {
    /// Returns its sections, and what was found in the text.
    pub fn sections(&self) -> &Sections {
        self.sections.get_or_init(|| sections(&self.source))
    }
}

/// The part of a text that a result sees, and its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The selection that decides the part, where that is known without reading it.
    pub(super) selection: Option<String>,
    /// The part and its settings, as text.
    pub(super) said: String,
}

impl Signature {
    /// Returns whether it certainly belongs to a selection.
    pub(super) fn is_of(&self, selection: Option<&str>) -> bool {
        selection.is_some() && self.selection.as_deref() == selection
    }
}
