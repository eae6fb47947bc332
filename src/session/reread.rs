//! The parts that all results of one text share, read once.

use std::sync::{Arc, OnceLock, PoisonError};

use super::reading::{Read, Spoken, Whole};
use super::work::Work;
use crate::diag::{CompileError, Sink};
use crate::source::Source;
use crate::view::{self, Excerpt};

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

    /// Reports the faults of the directives of a text. `chosen`: a view or tags were asked for.
    pub(super) fn checked(&self, whole: &Arc<Source>, chosen: bool, sink: &mut Sink) {
        let Some(reading) = self.reading else { return view::check(whole, chosen, sink) };
        let found = reading.checked[usize::from(chosen)].get_or_init(|| {
            let mut sink = Sink::default();
            view::check(whole, chosen, &mut sink);
            sink.into_sorted()
        });
        found.iter().for_each(|finding| sink.report(finding.clone()));
    }

    /// Returns a text in a language; unchanged without one.
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
            // A thread that panicked has left whole values there all the same.
            let mut spoken = reading.spoken.lock().unwrap_or_else(PoisonError::into_inner);
            spoken.entry(key).or_default().clone()
        };
        place.get_or_init(|| read().ok()).clone().map_or_else(read, Ok)
    }
}
