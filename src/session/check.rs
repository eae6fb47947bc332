//! A résumé built in memory and its PDF read back.

use super::work::{Set, Work};
use super::{Outcome, Request, Session, with_sound_images};
use crate::diag::{CompileError, Error};
use crate::readback::{self, Expected};
use crate::source::Asset;
use crate::{image, model, pdf};

/// A résumé, checked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The number of its pages.
    pub pages: usize,
}

impl Session {
    /// Builds a résumé's PDF, reads it back as other programs would, and proofreads the text; what is wrong
    /// is in the findings.
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
            // A PDF takes a JPEG as it is: whether it is whole shows only here.
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
