//! What the results of one text have in common, read once for all of them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::seen::{Sections, sections};
use super::work::Work;
use crate::diag::{CompileError, Diagnostic, Files, Pieces, Sink, Span};
use crate::source::Source;
use crate::view::{self, Excerpt};

/// A text that several results are made of at one time: each takes from it what another has read, and adds what it reads
/// itself. To be had anew for each change. Affects how soon a result is made, never what it is.
#[derive(Default)]
pub struct Reading {
    /// Nothing inside if it has errors, which every result says for itself.
    whole: OnceLock<Option<Read>>,
    /// The text in each language, and as it is.
    spoken: Mutex<BTreeMap<String, Arc<Once>>>,
}

/// A text in one language, once somebody has read it; nothing inside if it has errors.
type Once = OnceLock<Option<Arc<Spoken>>>;

/// A text with what it includes.
pub(super) type Whole = (Arc<Source>, Option<(Pieces, Vec<Diagnostic>)>);

/// The same, with what was found and looked at on the way.
struct Read {
    whole: Whole,
    files: Files,
    found: Vec<Diagnostic>,
}

/// A text in one language.
pub(super) struct Spoken {
    /// It.
    pub source: Arc<Source>,
    /// Where its parts stood in the whole; none: it is the whole.
    pub pieces: Option<Pieces>,
    /// Titles under which nothing is left.
    pub emptied: Vec<Span>,
    sections: OnceLock<Sections>,
}

impl Spoken {
    /// Returns its sections, and what was found in it.
    pub fn sections(&self) -> &Sections {
        self.sections.get_or_init(|| sections(&self.source))
    }
}

impl Work<'_> {
    /// Returns the whole text, with what it includes.
    pub(super) fn whole(&mut self) -> Result<Whole, CompileError> {
        let Some(reading) = self.reading else { return self.read_whole() };
        let mut own = None;
        let read = reading.whole.get_or_init(|| {
            let whole = self.read_whole();
            let read = whole.as_ref().ok().map(|whole| {
                let found = std::mem::take(&mut self.sink).into_sorted();
                found.iter().for_each(|finding| self.sink.report(finding.clone()));
                Read { whole: whole.clone(), files: self.files.clone(), found }
            });
            own = Some(whole);
            read
        });
        match (own, read) {
            (Some(own), _) => own,
            (None, Some(read)) => {
                self.files = read.files.clone();
                read.found.iter().for_each(|finding| self.sink.report(finding.clone()));
                Ok(read.whole.clone())
            }
            (None, None) => self.read_whole(),
        }
    }

    fn read_whole(&mut self) -> Result<Whole, CompileError> {
        let draft = self.draft()?;
        let (whole, parts) = self.joined(draft)?;
        Ok((Arc::new(whole), parts))
    }

    /// Returns a text in a language; as it is without one.
    pub(super) fn spoken(
        &self,
        whole: &Arc<Source>,
        language: Option<&str>,
    ) -> Result<Arc<Spoken>, CompileError> {
        let read = || -> Result<Arc<Spoken>, CompileError> {
            let sections = OnceLock::new();
            let Some(language) = language else {
                let (source, emptied) = (whole.clone(), Vec::new());
                return Ok(Arc::new(Spoken { source, pieces: None, emptied, sections }));
            };
            let Excerpt { text, pieces, emptied, .. } = view::in_language(whole, language);
            let source = Arc::new(whole.with_text(text, &mut Sink::default())?);
            Ok(Arc::new(Spoken { source, pieces: Some(pieces), emptied, sections }))
        };
        let Some(reading) = self.reading else { return read() };
        let key = language.unwrap_or_default().to_owned();
        let place = {
            // What a thread that fell over left there is whole all the same.
            let mut spoken = reading.spoken.lock().unwrap_or_else(PoisonError::into_inner);
            spoken.entry(key).or_default().clone()
        };
        place.get_or_init(|| read().ok()).clone().map_or_else(read, Ok)
    }
}
