//! A résumé in formats other than pages.

use super::work::{Set, Work};
use super::{Format, Outcome, Request};
use crate::diag::{CompileError, Diagnostic, Error, Message, code, message};
use crate::exchange::{self, Beside, Gaps, Kind};
use crate::export::{self, Markdown, Tags};
use crate::layout::Layout;
use crate::model::{self, Resume};
use crate::pages::Document;
use crate::pdf::Date;
use crate::readback;
use crate::source::Source;

impl Work<'_> {
    /// Understands a résumé for formats without pages, and does not set it.
    pub(super) fn unset(&mut self, source: &Source) -> Result<Set, CompileError> {
        let resume = self.understood(source)?;
        (self.done)("model");
        self.sink.check()?;
        Ok(Set { resume, document: Document::default(), fitted: Message::default() })
    }

    /// Returns the bytes of a format without pages.
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
            let message =
                message!("the Markdown is understood differently here: `{shown}`", shown = shown.trim());
            let found = Diagnostic::new(code::OTHERWISE, None, message);
            self.sink.report(found.hint("compare `jianli explain` of both, and fix the new file by hand"));
        }
        text
    }
}

/// Returns a résumé as a file of another tool. What that has no place for, what it requires and is missing, and what was
/// put in for it are in the findings.
pub fn exchange(request: &Request, kind: Kind, gaps: Gaps) -> Outcome<String> {
    let mut done = |_| {};
    let mut work = Work::new(request, &mut done);
    let made = work.exchanged(kind, gaps);
    work.finish(made)
}

impl Work<'_> {
    fn exchanged(&mut self, kind: Kind, gaps: Gaps) -> Result<String, CompileError> {
        let source = self.source()?;
        let resume = self.understood(&source)?;
        self.sink.check()?;
        let chosen = self.seen.as_ref().is_some_and(|seen| seen.chosen);
        // Data kept from an import knows nothing of views, and says everything about the person.
        let whole = !chosen && self.secrets.is_none();
        let beside = Beside { source: whole.then_some(source.text.as_str()), gaps };
        let made = exchange::export(&resume, kind, beside);
        let unseen: Vec<Message> =
            made.unseen.iter().map(|text| text.chars().take(60).collect::<String>().into()).collect();
        if let Some(first) = made.unseen.first() {
            let shown: String = first.chars().take(40).collect();
            let message = message!(
                "{kind} has no place for `{shown}`{others}",
                kind = kind.title(),
                shown,
                others = others(&unseen)
            );
            let hint = message!(
                "other programs do not see it; `jianli import` restores it: {texts}",
                texts = Message::joined(" · ", &unseen)
            );
            self.sink.report(Diagnostic::new(code::UNSEEN, None, message).hint(hint));
        }
        if let Some(first) = made.wanted.first() {
            let (kind, others) = (kind.title(), others(&made.wanted));
            let message = message!("{kind} requires {first}{others}", kind, first, others);
            let hint = message!(
                "its own program refuses the file as it is: {fields}; `--fill` adds something for each",
                fields = Message::joined(" · ", &made.wanted)
            );
            self.sink.report(Diagnostic::new(code::WANTED, None, message).hint(hint));
        }
        if let Some(first) = made.filled.first() {
            let (kind, others) = (kind.title(), others(&made.filled));
            let message = message!("added for {kind}: {first}{others}", kind, first, others);
            let hint = message!(
                "the résumé does not say it; check each in the file: {fields}",
                fields = Message::joined(" · ", &made.filled)
            );
            self.sink.report(Diagnostic::new(code::FILLED, None, message).hint(hint));
        }
        if self.secrets.as_ref().is_some_and(|secrets| readback::is_written(made.text.as_bytes(), secrets)) {
            let message = message!("what was redacted is still in the {kind}", kind = kind.title());
            self.sink.report(Diagnostic::new(code::SECRET_LEFT, None, message).hint("please report it"));
        }
        Ok(made.text)
    }
}

/// Returns how many more there are than the first.
fn others(all: &[Message]) -> Message {
    match all.len() {
        0 | 1 => Message::default(),
        count => message!(" and {more} more", more = count - 1),
    }
}
