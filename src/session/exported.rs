//! A résumé as something else than pages.

use super::Format;
use super::work::{Set, Work};
use crate::diag::{CompileError, Diagnostic, Error, code};
use crate::export::{self, Markdown, Tags};
use crate::layout::Layout;
use crate::model::{self, Resume};
use crate::pages::Document;
use crate::pdf::Date;
use crate::source::Source;

impl Work<'_> {
    /// Understands a résumé of which nothing is made that has pages.
    pub(super) fn unset(&mut self, source: &Source) -> Result<Set, CompileError> {
        let resume = self.understood(source)?;
        (self.done)("model");
        self.sink.check()?;
        Ok(Set { resume, document: Document::default(), fitted: String::new() })
    }

    /// Returns the bytes of a format that has no pages.
    pub(super) fn exported(
        &mut self,
        resume: &Resume,
        layout: &Layout,
        format: Format,
    ) -> Result<Vec<u8>, Error> {
        Ok(match format {
            Format::Text => export::text(resume),
            Format::Html => export::html(resume, layout)?,
            Format::Docx => {
                let made = self.request.options.date.map(Date::xmp);
                return export::docx(resume, layout, made.as_deref());
            }
            Format::Json => model::explain_json(resume, &self.files),
            _ => self.markdown(resume),
        }
        .into_bytes())
    }

    fn markdown(&mut self, resume: &Resume) -> String {
        let chosen = self.seen.as_ref().is_some_and(|seen| seen.chosen);
        let tags = if chosen || self.secrets.is_some() { Tags::Dropped } else { Tags::Kept };
        let Markdown { text, differences } = export::markdown(resume, tags);
        for words in differences {
            let shown: String = words.chars().take(60).collect();
            let message = format!("the Markdown is understood otherwise here: `{}`", shown.trim());
            let found = Diagnostic::new(code::OTHERWISE, None, message);
            self.sink.report(found.hint("compare `jianli explain` of both, and mend the new file by hand"));
        }
        text
    }
}
