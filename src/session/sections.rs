//! The sections of a text, and the findings of understanding it.

use crate::diag::{Diagnostic, Sink, Span};
use crate::model;
use crate::model::Resume;
use crate::source::Source;
use crate::view::SectionAt;

/// The sections of a text.
pub(super) struct Sections {
    pub sections: Vec<SectionAt>,
    /// The findings of understanding it.
    pub found: Vec<Diagnostic>,
}

/// Returns the sections of a text, and the findings in it.
pub(super) fn sections(source: &Source) -> Sections {
    let mut sink = Sink::default();
    // Anything that stops it stops the excerpt, too, or is not in it.
    let said = model::build(source, &mut sink).unwrap_or_default();
    Sections { sections: places(&said, source).0, found: sink.into_sorted() }
}

/// Returns the places of the sections of a text, and of the line under its name.
pub(super) fn places(said: &Resume, source: &Source) -> (Vec<SectionAt>, Option<Span>) {
    let named = said.sections.iter().filter(|section| !section.span.is_empty());
    let at = |section: &model::Section| {
        let kinds = section.kinds.iter().map(|kind| kind.name().to_owned());
        SectionAt { names: kinds.chain([section.title.text().into_owned()]).collect(), span: section.span }
    };
    let headline = said.header.headline.as_ref().and_then(|headline| headline.value.span());
    let own = headline.filter(|span| span.start >= source.front.span.end);
    (named.map(at).collect(), own)
}
