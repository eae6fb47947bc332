//! The changes from one résumé to another, in words and on the pages.

use super::two::Two;
use super::{Artefact, Format, Outcome, Request, Session, pictures};
use crate::diag::CompileError;
use crate::diff::{self, Change, Occurrence};
use crate::gallery;

/// Returns the changes from one résumé to another, with all places among the files of the outcome. Both requests may be
/// for one text, in two of its views.
pub fn diff(old: &Request, new: &Request) -> Outcome<Vec<Change>> {
    let (mut done, mut also) = (|_| {}, |_| {});
    let both = match Two::understood((old, &mut done), (new, &mut also)) {
        Ok(both) => both,
        Err((work, stop)) => return work.finish(Err(stop)),
    };
    let mut changes = diff::compare(&both.one, &both.other);
    for change in &mut changes {
        let (old, new) = (change.old.iter_mut(), change.new.iter_mut());
        old.for_each(|said: &mut Occurrence| said.span = both.place(said.span));
        new.for_each(|said| said.span = both.place_there(said.span));
    }
    both.work.finish(Ok(changes))
}

impl Session {
    /// Shows the pages of two résumés one over the other, as pictures: SVG if that is the first format that the second
    /// request asks for, else PNG.
    pub fn overlay(&mut self, old: &Request, new: &Request) -> Outcome<Vec<Artefact>> {
        let before = self.set(old);
        if before.result.is_err() {
            return before.map(|_| Vec::new());
        }
        let now = self.set(new);
        let options = &new.options;
        let format = options.formats.first().copied().filter(|format| *format == Format::Svg);
        let made = match (before.result, now.result) {
            (Ok(before), Ok(now)) => {
                let overlay = gallery::overlay(&before, &now);
                pictures(&overlay, format.unwrap_or(Format::Png), &self.fonts, options.dpi)
                    .map_err(CompileError::from)
            }
            (_, Err(stop)) | (Err(stop), _) => Err(stop),
        };
        Outcome { result: made, findings: now.findings, files: now.files }
    }
}
