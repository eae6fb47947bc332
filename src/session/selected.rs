//! What is to be seen of a text, before it is read as a text of its own.

use std::sync::Arc;

use super::reading::Spoken;
use crate::diag::{Diagnostic, Pieces, Sink, Span};
use crate::source::views::View;
use crate::source::{FrontMatter, Source, Value};
use crate::view::Excerpt;

/// What is to be seen of a text.
pub(super) enum Selected {
    /// All of it.
    All(Arc<Source>, Option<(Pieces, Vec<Diagnostic>)>),
    /// What a view, a language or the values of variables leave of it.
    Part(Box<Part>),
}

/// A part of a text that somebody chose.
pub(super) struct Part {
    /// A view or a language was asked for.
    pub chosen: bool,
    /// The view as it is in the language.
    pub view: Option<View>,
    pub language: Option<Value>,
    /// The text in the language.
    pub spoken: Arc<Spoken>,
    pub excerpt: Excerpt,
    /// Where the parts of the whole stood, if it is made of several files.
    pub pieces: Option<Pieces>,
    /// What was found on the way to the whole.
    pub told: Vec<Diagnostic>,
    /// What was found in the whole.
    pub sink: Sink,
    pub whole: Arc<Source>,
}

impl Selected {
    /// Returns all that decides about what is seen, before any of it is read: where it is the same again, so is the text
    /// that comes of it. Nothing if only reading it can tell.
    pub fn signature(&self) -> Option<String> {
        let Selected::Part(part) = self else { return None };
        let Part { view, language, spoken, excerpt, .. } = &**part;
        let base = &spoken.source;
        let front = base.text.get(..base.front.span.range().end)?;
        let body = excerpt.text.strip_prefix(front)?;
        let mut signature = unplaced(&format!("{:?} {view:?} {language:?}", own(&base.front)));
        signature += body;
        Some(signature)
    }
}

/// Returns what an excerpt says and sets, whatever else its front matter says to others.
pub(super) fn signature(source: &Source) -> String {
    let body = source.text.get(source.front.span.range().end..).unwrap_or_default();
    unplaced(&format!("{:?}", own(&source.front))) + body
}

/// Returns what a front matter says to one of those whom it speaks to.
fn own(front: &FrontMatter) -> FrontMatter {
    let (views, languages, tags) = (Vec::new(), Vec::new(), Vec::new());
    FrontMatter { span: Span::default(), views, languages, tags, ..front.clone() }
}

/// Returns values as they are printed for us without their places: where something is said does not matter.
fn unplaced(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len());
    for part in printed.split("span: ") {
        text += part.split_once([',', '}']).map_or(part, |(_, rest)| rest);
    }
    text
}
