//! A résumé in every bundled layout, on one sheet.

use super::work::Work;
use super::{Artefact, Format, Outcome, Request, Session, picture_of};
use crate::diag::{CompileError, Diagnostic};
use crate::fit::Fitter;
use crate::layout::BUNDLED;
use crate::model::Resume;
use crate::pages::Document;
use crate::source::Source;
use crate::{gallery, pdf};

impl Session {
    /// Shows a résumé in every bundled layout on one sheet, in the first of the formats asked for.
    ///
    /// Findings that occur in all layouts are about the résumé and are reported once; those that occur in
    /// some are left to a build in such a layout. If the résumé has errors in a layout, `failed` is called with
    /// its name.
    pub fn gallery(&mut self, request: &Request, failed: &mut dyn FnMut(&str)) -> Outcome<Artefact> {
        let mut done = |_| {};
        let mut work = Work::new(request, &mut done);
        let made = self.sheet_of_all(&mut work, failed);
        work.finish(made)
    }

    fn sheet_of_all(
        &mut self,
        work: &mut Work<'_>,
        failed: &mut dyn FnMut(&str),
    ) -> Result<Artefact, CompileError> {
        let options = &work.request.options;
        let source = work.source()?;
        let resume = work.understood(&source)?;
        let sheet = gallery::sheet(&self.in_all_layouts(&source, &resume, work, failed)?, &self.fonts);
        let format = options.formats.first().copied().unwrap_or(Format::Pdf);
        let bytes = match format {
            Format::Pdf => {
                let options = pdf::Options { date: options.date, ..pdf::Options::default() };
                pdf::write_as(&sheet, &self.fonts, &options)?
            }
            picture => picture_of(&sheet, 0, picture, &self.fonts, options.dpi)?,
        };
        Ok(Artefact { format, page: None, bytes })
    }

    fn in_all_layouts(
        &mut self,
        source: &Source,
        resume: &Resume,
        work: &mut Work<'_>,
        failed: &mut dyn FnMut(&str),
    ) -> Result<Vec<(String, Document)>, CompileError> {
        let read = std::mem::take(&mut work.sink);
        let mut common: Option<Vec<Diagnostic>> = None;
        let mut documents = Vec::with_capacity(BUNDLED.len());
        for bundled in BUNDLED.iter().filter(|bundled| bundled.has_its_faces()) {
            let document =
                self.in_layout(bundled.name, source, resume, work).inspect_err(|_| failed(bundled.name))?;
            documents.push((bundled.name.to_owned(), document));
            let found = std::mem::take(&mut work.sink).into_sorted();
            common = Some(match common {
                None => found,
                Some(before) => before.into_iter().filter(|finding| found.contains(finding)).collect(),
            });
        }
        work.sink = read;
        common.into_iter().flatten().for_each(|finding| work.sink.report(finding));
        Ok(documents)
    }

    fn in_layout(
        &mut self,
        name: &str,
        source: &Source,
        resume: &Resume,
        work: &mut Work<'_>,
    ) -> Result<Document, CompileError> {
        let sheet = work.sheet_named(Some(name), source, &self.fonts, &mut self.cache)?;
        let fitter = Fitter { text: &source.text, resume, sheet: &sheet, fonts: &self.fonts };
        let document = work.ideal(&fitter, &mut self.cache)?;
        work.sink.check()?;
        Ok(document)
    }
}
