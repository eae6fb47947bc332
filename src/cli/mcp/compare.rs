//! The tools that compare a résumé with something else: another résumé, or an advertisement.

use super::tools::{Asked, Given, findings_part, stopped, text};
use crate::cli::report::localized;
use crate::cli::{coverage, diff};
use crate::coverage::Ad;
use crate::diag::{Message, message};
use crate::session::{self, Outcome, Request};
use crate::source;

impl Asked<'_> {
    pub(super) fn diff(self) -> Given {
        let old = self.request()?;
        let view = self.word("new_view").map(str::to_owned);
        let new = match (self.resume("new_file", "new_text")?, view) {
            (None, None) => {
                return Err(
                    "give the other résumé as `new_file` or `new_text`, or another view as `new_view`".into(),
                );
            }
            (None, view) => with_view(old.clone(), view),
            (Some(new), view) => {
                let view = view.or_else(|| old.options.view.clone());
                with_view(Request { options: old.options.clone(), ..new }, view)
            }
        };
        let Outcome { result, findings, files } = session::diff(&old, &new);
        let changes = result.map_err(|stop| stopped(&stop, &findings, &files))?;
        let shown = match self.is("json") {
            true => diff::in_json((&old, &new), &changes, &files),
            false => diff::in_text(&changes, &files, false),
        };
        let summary = localized(&diff::summary((&old, &new), &changes));
        Ok([text(summary), text(shown)].into_iter().chain(findings_part(&findings, &files)).collect())
    }

    pub(super) fn coverage(mut self) -> Given {
        let request = self.request()?;
        let (job, ad) = self.advertisement()?;
        let today = coverage::today().map_err(|error| error.message())?;
        let views =
            if self.is("all_views") { views_of(&request)? } else { vec![request.options.view.clone()] };
        let mut made = Vec::new();
        for view in views {
            let request = with_view(request.clone(), view.clone());
            let Outcome { result, findings, files } = self.session().coverage(&request, &ad, today);
            let coverage = result.map_err(|stop| stopped(&stop, &findings, &files))?;
            made.push(coverage::Made { coverage, view, lang: request.options.lang, files });
        }
        coverage::rank(&mut made);
        Ok(vec![text(match self.is("json") {
            true => coverage::in_json(&request.name, (&job, &ad), &made),
            false => coverage::in_text(&request.name, &made),
        })])
    }

    /// Returns the advertisement and its name.
    fn advertisement(&self) -> Result<(String, Ad), Message> {
        match (self.file("job_file")?, self.word("job_text")) {
            (Some((path, name)), None) => {
                let bytes = source::read(&path).map_err(|error| error.message())?;
                Ok((name, Ad::read(&source::plain_text(&bytes)?)))
            }
            (None, Some(words)) => Ok(("job_text".to_owned(), Ad::read(words))),
            _ => Err(message!("give either `{file}` or `{text}`", file = "job_file", text = "job_text")),
        }
    }
}

fn with_view(mut request: Request, view: Option<String>) -> Request {
    request.options.view = view;
    request
}

/// Returns the views that a résumé declares.
fn views_of(request: &Request) -> Result<Vec<Option<String>>, Message> {
    let Outcome { result, findings, files } = session::declared(request);
    let declared = result.map_err(|stop| stopped(&stop, &findings, &files))?;
    match declared.views.is_empty() {
        true => Err("it declares no views: write `views:` into its front matter".into()),
        false => Ok(declared.views.into_iter().map(|(name, _)| Some(name)).collect()),
    }
}
