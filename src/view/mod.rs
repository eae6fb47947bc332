//! A text without the parts that an application is not to see.
//!
//! Comments say who sees something (`tags`, `only`), the front matter lists the views (`views`). Nothing is marked
//! or hidden: a view gives a shorter text, and everything after reads it as if its author had written it so.
//!
//! ```text
//! survey (parts with tags) ─▶ select (what goes) ─▶ excerpt (the text without it, and where its parts stood)
//! ```

mod arrange;
mod attached;
mod cut;
mod directive;
mod excerpt;
mod languages;
mod lines;
mod select;
mod speech;
mod survey;
mod tags;
mod vars;
mod wanted;

pub use arrange::{SectionAt, arranged, check_names};
pub use attached::attached;
pub use languages::{in_language, in_one, language, languages};
pub use wanted::{Wanted, default_view, names, wanted};

use crate::diag::{Diagnostic, Sink, code, message};
use crate::source::views::{View, folded};
use crate::source::{FrontMatter, Source, Value};
pub use cut::Excerpt;
use cut::cut;
use survey::Survey;

/// Reports faults in the directives of a text, and that everything is printed if no view was chosen.
pub fn check(source: &Source, chosen: bool, sink: &mut Sink) {
    let mut survey = Survey::of(source);
    vars::find(&mut survey, &source.text);
    survey.found.into_iter().for_each(|found| sink.report(found));
    languages::check(source, sink);
    if let Some(first) = survey.first.filter(|_| !chosen) {
        let message = match survey.tagged {
            1 => "a part is tagged but printed all the same".into(),
            count => message!("{count} parts are tagged, but all of them are printed", count),
        };
        let how = match source.front.views.first() {
            Some(view) => message!("choose with `--view {view}`", view = view.name),
            None => "choose with `--tags NAME`, or declare `views:` in the front matter".into(),
        };
        sink.report(Diagnostic::new(code::TAGGED, first, message).hint(how));
    }
}

/// Returns whether a text has to be changed before it is read, for any viewer.
pub fn has_variables(source: &Source) -> bool {
    source.text.contains("/var") && !vars::find(&mut Survey::of(source), &source.text).is_empty()
}

/// Returns the values of variables: those of a view, then those that the front matter has for all views.
pub fn values(front: &FrontMatter, view: Option<&View>) -> Vec<(Value, Value)> {
    let own = view.map_or(&[][..], |view| &view.vars);
    let other =
        |(name, _): &&(Value, Value)| !own.iter().any(|(other, _)| folded(&other.text) == folded(&name.text));
    own.iter().chain(front.vars.iter().filter(other)).cloned().collect()
}

/// Returns a text without the unwanted parts; reports requests for anything that is not in the `whole` that it was
/// made of.
pub fn excerpt(source: &Source, whole: &Source, wanted: &Wanted<'_>, sink: &mut Sink) -> Excerpt {
    let mut survey = Survey::of(source);
    let text = &source.text;
    let vars = vars::find(&mut survey, text);
    let mut all = Survey::of(whole);
    let viewer = wanted.viewer(&all, whole, sink);
    let values = values(&whole.front, wanted.view);
    let values = values.as_slice();
    vars::check(&vars::find(&mut all, &whole.text), whole, values, sink);
    let edits = vars::edits(&vars, text, values);
    cut(source, &survey, &viewer, edits)
}
