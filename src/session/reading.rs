//! A text that several results are made of, read once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use super::sections::{Sections, sections};
use crate::diag::{Diagnostic, Files, Pieces, Span};
use crate::source::Source;

/// A text that several results are made of at one time: each takes from it what another has read, and adds what it reads
/// itself. To be had anew for each change. Affects how soon a result is made, never what it is.
#[derive(Default)]
pub struct Reading {
    /// Nothing inside if it has errors, which every result says for itself.
    pub(super) whole: OnceLock<Option<Read>>,
    /// What is wrong with its directives, for who chose nothing and for who chose.
    pub(super) checked: [OnceLock<Vec<Diagnostic>>; 2],
    /// The text in each language, and as it is.
    pub(super) spoken: Mutex<BTreeMap<String, Arc<Once>>>,
}

/// A text in one language, once somebody has read it; nothing inside if it has errors.
pub(super) type Once = OnceLock<Option<Arc<Spoken>>>;

/// A text with what it includes.
pub(super) type Whole = (Arc<Source>, Option<(Pieces, Vec<Diagnostic>)>);

/// The same, with what was found and looked at on the way.
pub(super) struct Read {
    pub(super) whole: Whole,
    pub(super) files: Files,
    pub(super) found: Vec<Diagnostic>,
}

/// A text in one language.
pub(super) struct Spoken {
    /// It.
    pub source: Arc<Source>,
    /// Where its parts stood in the whole; none: it is the whole.
    pub pieces: Option<Pieces>,
    /// Titles under which nothing is left.
    pub emptied: Vec<Span>,
    pub(super) sections: OnceLock<Sections>,
}

impl Spoken {
    /// Returns its sections, and what was found in it.
    pub fn sections(&self) -> &Sections {
        self.sections.get_or_init(|| sections(&self.source))
    }
}

/// What a result gets to see of a text, and what is set for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// What decides about it, where that is known without reading it.
    pub(super) selection: Option<String>,
    /// It.
    pub(super) said: String,
}

impl Signature {
    /// Tells whether it is certainly that of a selection.
    pub(super) fn is_of(&self, selection: Option<&str>) -> bool {
        selection.is_some() && self.selection.as_deref() == selection
    }
}
