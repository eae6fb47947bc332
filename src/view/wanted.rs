//! The request for a view: one of the front matter, or some tags.

use std::collections::BTreeSet;

use super::directive::Word;
use super::survey::Survey;
use super::tags::{self, Viewer, advice};
use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::source::views::{View, folded};
use crate::source::{FrontMatter, Source, Value};

/// The view that is used if none is named.
const USUAL: &str = "default";

/// A request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted<'a> {
    /// A view of the front matter.
    pub view: Option<&'a View>,
    /// Tags instead of a view.
    pub tags: Option<Vec<Value>>,
}

/// Returns the names of the declared views, in order.
pub fn names(front: &FrontMatter) -> Vec<&str> {
    front.views.iter().map(|view| view.name.as_str()).collect()
}

/// Returns the view that is used if none is named, if it exists.
pub fn default_view(front: &FrontMatter) -> Option<&View> {
    front.views.iter().find(|view| folded(&view.name) == USUAL)
}

/// Returns the request: a view by its name, else some tags, else the default view; `None` if all of the text is
/// wanted. Reports a view that does not exist.
pub fn wanted<'a>(
    front: &'a FrontMatter,
    view: Option<&str>,
    tags: Option<&[String]>,
    sink: &mut Sink,
) -> Option<Wanted<'a>> {
    let Some(name) = view else {
        let value = |tag: &String| Value { text: tag.clone(), span: Span::default() };
        let tags = tags.map(|tags| tags.iter().map(value).collect());
        let usual = default_view(front).filter(|_| tags.is_none());
        return (usual.is_some() || tags.is_some()).then_some(Wanted { view: usual, tags });
    };
    let found = front.views.iter().find(|view| folded(&view.name) == folded(name));
    if found.is_none() {
        let names = front.views.iter().map(|view| view.name.clone());
        let found = Diagnostic::new(
            code::UNKNOWN_VIEW,
            front_place(front),
            message!("there is no view `{name}`", name),
        );
        sink.report(found.hint(match front.views.is_empty() {
            true => "declare it under `views:` in the front matter".into(),
            false => advice(&folded(name), names),
        }));
    }
    found.map(|view| Wanted { view: Some(view), tags: None })
}

fn front_place(front: &FrontMatter) -> Option<Span> {
    front.views.first().map(|view| view.span)
}

impl Wanted<'_> {
    /// Returns the viewer; reports tags that no part has, and contradictory settings.
    pub(super) fn viewer(&self, survey: &Survey, source: &Source, sink: &mut Sink) -> Viewer {
        let front = &source.front;
        if self.view.is_none() && self.tags.is_none() {
            return Viewer::everybody();
        }
        let name = self.view.map_or("", |view| &view.name);
        let list = self.tags.as_deref().or(self.view.and_then(|view| view.tags.as_deref()));
        let viewer = Viewer::new(name, list, front, sink);
        tags::unknown(list.unwrap_or_default(), &known(survey, front), front, sink);
        strangers(survey, front, &viewer, sink);
        self.contradictions(sink);
        viewer
    }

    fn contradictions(&self, sink: &mut Sink) {
        let Some(view) = self.view else { return };
        for hidden in &view.hide {
            if view.first.iter().any(|first| folded(&first.text) == folded(&hidden.text)) {
                let message = message!(
                    "the view `{view}` hides `{hidden}` and puts it first",
                    view = view.name,
                    hidden = hidden.text
                );
                sink.report(
                    Diagnostic::new(code::VIEW, hidden.span, message).hint("take it out of one of the lists"),
                );
            }
        }
    }
}

/// Reports parts withheld from an unknown viewer: a typo there would show them to everyone.
fn strangers(survey: &Survey, front: &FrontMatter, viewer: &Viewer, sink: &mut Sink) {
    if front.views.is_empty() {
        return;
    }
    let mut known: BTreeSet<String> = front.views.iter().map(|view| folded(&view.name)).collect();
    let lists = front.views.iter().flat_map(|view| view.tags.iter().flatten());
    let lists = lists.chain(front.tags.iter().flat_map(|(_, tags)| tags));
    known.extend(lists.map(|tag| folded(&tag.text)));
    known.extend(viewer.wanted().map(str::to_owned));
    known.extend(survey.words.iter().flat_map(|(_, word)| positive(word)).cloned());
    for (span, word) in &survey.words {
        let (Word::Tags(tags) | Word::Only(tags)) = word else { continue };
        for tag in tags.not.iter().filter(|tag| !known.iter().any(|known| tags::matches(tag, known))) {
            let message = message!("this is hidden from `{tag}`, which is neither a view nor a tag", tag);
            let found = Diagnostic::new(code::UNKNOWN_TAG, *span, message);
            sink.report(found.hint(advice(tag, known.iter().cloned())));
        }
    }
}

fn positive(word: &Word) -> &[String] {
    match word {
        Word::Tags(tags) | Word::Only(tags) => &tags.any,
        _ => &[],
    }
}

/// Returns the tags of a text, and the names of its views, which count as tags.
fn known(survey: &Survey, front: &FrontMatter) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = front.views.iter().map(|view| folded(&view.name)).collect();
    for (_, word) in &survey.words {
        if let Word::Tags(tags) | Word::Only(tags) = word {
            known.extend(tags.any.iter().chain(&tags.not).cloned());
        }
    }
    known
}
