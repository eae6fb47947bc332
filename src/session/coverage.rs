//! The terms of a job advertisement that are in a résumé.

use super::work::Work;
use super::{Outcome, Request, Session};
use crate::coverage::{self, Ad, Coverage};
use crate::diag::Span;
use crate::lines::MarkKind;
use crate::model::Date;
use crate::pages::Document;

impl Session {
    /// Returns which terms of an advertisement are in a résumé, each with its place in the text that was read and on
    /// the pages. Open-ended ranges run until `today`; without it, until the latest date in the résumé.
    pub fn coverage(&mut self, request: &Request, ad: &Ad, today: Option<Date>) -> Outcome<Coverage> {
        let mut done = |_| {};
        let mut work = Work::new(request, &mut done);
        let made = self.read(&mut work).and_then(|(source, sheet)| {
            let set = work.set(&source, &sheet, &self.fonts, &mut self.cache)?;
            let mut coverage = coverage::coverage(&set.resume, ad, today);
            for found in coverage.terms.iter_mut().flat_map(|term| &mut term.found) {
                found.page = page(&set.document, found.span);
                found.span = work.files.origin(found.span);
            }
            Ok(coverage)
        });
        work.finish(made)
    }
}

/// Returns the page on which a place of the source is printed, and the third of it, both from 1.
fn page(document: &Document, span: Span) -> Option<(usize, usize)> {
    for (number, page) in document.pages.iter().enumerate() {
        for mark in &page.marks {
            if let MarkKind::Glyphs(run) = &mark.kind
                && run.span.file == span.file
                && run.span.start < span.end
                && span.start < run.span.end
            {
                let third = mark.at.y.units() * 3 / page.size.height.units().max(1);
                return Some((number + 1, usize::try_from(third.clamp(0, 2)).unwrap_or_default() + 1));
            }
        }
    }
    None
}
