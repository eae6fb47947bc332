//! A résumé built in memory and proofread, with its PDF read back.

use std::path::Path;

use super::work::{Set, Work};
use super::{Outcome, Request, Session, with_sound_images};
use crate::diag::{CompileError, Error, Files, Message, Sink};
use crate::layout::{self, Choice};
use crate::model::Resume;
use crate::pages::Document;
use crate::readback::{self, Expected};
use crate::source::{Asset, Source};
use crate::{image, model, pdf};

/// A résumé, checked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The number of its pages.
    pub pages: usize,
}

/// A résumé, set and proofread.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Proofread {
    /// The résumé as it was read.
    pub source: Source,
    /// The résumé that was understood from it.
    pub resume: Resume,
    /// Its pages.
    pub document: Document,
    /// The changes made to make the text fit, as a sentence; empty if there were none.
    pub fitted: Message,
}

impl Session {
    /// Sets a résumé and proofreads the text: makes no PDF, but finds everything else that [`Session::check`] does.
    /// For editors, at each change.
    pub fn proofread(&mut self, request: &Request) -> Outcome<Proofread> {
        let mut done = |_| {};
        let mut work = Work::new(request, &mut done);
        let read = self.proofread_in(&mut work);
        work.finish(read)
    }

    fn proofread_in(&mut self, work: &mut Work<'_>) -> Result<Proofread, CompileError> {
        let (source, sheet) = self.read(work)?;
        let set = |session: &mut Session, work: &mut Work<'_>, source: &_| {
            let set = work.set(source, &sheet, &session.fonts, &mut session.cache)?;
            set.document.images.values().filter(|asset| asset.drawing.is_none()).try_for_each(decoded)?;
            Ok(set)
        };
        let (source, Set { resume, document, fitted }) = with_sound_images(self, work, source, set)?;
        model::proofread(&resume, &source, &mut work.sink);
        Ok(Proofread { source, resume, document, fitted })
    }

    /// Reads a layout file, for which `files` may have another text than the disk; its faults are in the findings. It
    /// is the second of the files that they point into.
    pub fn read_layout(&self, path: &Path, mut files: Files) -> Outcome<()> {
        let mut sink = Sink::default();
        files.add("", "");
        let families = self.fonts.families();
        let name = path.to_string_lossy();
        let choice = Choice { name: &name, place: None, folder: None, overrides: &[], families: &families };
        let result = layout::read(&choice, &mut files, &mut sink).map(drop);
        Outcome { result, findings: sink.into_sorted(), files }
    }

    /// Builds a résumé's PDF, reads it back as other programs would, and proofreads the text; the faults are in
    /// the findings.
    pub fn check(&mut self, request: &Request) -> Outcome<Checked> {
        let mut done = |_| {};
        let mut work = Work::new(request, &mut done);
        let checked = self.checked(&mut work);
        work.finish(checked)
    }

    fn checked(&mut self, work: &mut Work<'_>) -> Result<Checked, CompileError> {
        let (source, sheet) = self.read(work)?;
        let printed = |session: &mut Session, work: &mut Work<'_>, source: &_| {
            let set = work.set(source, &sheet, &session.fonts, &mut session.cache)?;
            // A PDF embeds a JPEG unchanged: only decoding shows whether it is complete.
            set.document.images.values().filter(|asset| asset.drawing.is_none()).try_for_each(decoded)?;
            let bytes = pdf::write(&set.document, &session.fonts)?;
            Ok((set, bytes))
        };
        let (source, (Set { resume, document, .. }, bytes)) = with_sound_images(self, work, source, printed)?;
        model::proofread(&resume, &source, &mut work.sink);
        let said = Expected { resume: &resume, source: &source, layout: sheet.ideal(), document: &document };
        readback::check(&bytes, &said, &mut work.sink);
        Ok(Checked { pages: document.pages.len() })
    }
}

fn decoded(asset: &std::sync::Arc<Asset>) -> Result<(), Error> {
    image::decode(asset).map(drop)
}
