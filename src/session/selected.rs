//! The selected part of a text, before it is read as a text of its own.

use std::sync::Arc;

use super::reading::Spoken;
use crate::diag::{Diagnostic, Pieces, Sink, Span};
use crate::source::views::View;
use crate::source::{FrontMatter, Source, Value};
use crate::view::Excerpt;

/// The selected part of a text.
pub(super) enum Selected {
    /// All of it.
    All(Arc<Source>, Option<(Pieces, Vec<Diagnostic>)>),
    /// The part that is left by a view, a language or the values of variables.
    Part(Box<Part>),
}

/// A chosen part of a text.
pub(super) struct Part {
    /// A view or a language was asked for.
    pub chosen: bool,
    /// The view in that language.
    pub view: Option<View>,
    pub language: Option<Value>,
    /// The text in the language.
    pub spoken: Arc<Spoken>,
    pub excerpt: Excerpt,
    /// The places of the parts of the whole, if it is made of several files.
    pub pieces: Option<Pieces>,
    /// The findings of reading the whole.
    pub told: Vec<Diagnostic>,
    /// The findings in the whole.
    pub sink: Sink,
    pub whole: Arc<Source>,
}

impl Selected {
    /// Returns everything that determines the selection, before any of it is read: if it is the same again, so is the
    /// resulting text. `None` if only reading it can tell.
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

/// Returns the text and the settings of an excerpt, without what its front matter says to others.
pub(super) fn signature(source: &Source) -> String {
    let body = source.text.get(source.front.span.range().end..).unwrap_or_default();
    unplaced(&format!("{:?}", own(&source.front))) + body
}

/// Returns a front matter without what it says to other views and languages.
fn own(front: &FrontMatter) -> FrontMatter {
    let (views, languages, tags) = (Vec::new(), Vec::new(), Vec::new());
    FrontMatter { span: Span::default(), views, languages, tags, ..front.clone() }
}

/// Returns values in their debug format without their places: where something is said does not matter.
fn unplaced(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len());
    for part in printed.split("span: ") {
        text += part.split_once([',', '}']).map_or(part, |(_, rest)| rest);
    }
    text
}
