//! Sections that a view hides or puts first, and its headline.

use std::ops::Range;

use super::excerpt;
use super::select::{Edit, EditKind};
use super::tags::advice;
use crate::diag::{Diagnostic, Pieces, Sink, Span, code, message};
use crate::source::Value;
use crate::source::views::{View, folded};

/// A section of a text, as the model found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionAt {
    /// The names of its kinds, and its title.
    pub names: Vec<String>,
    /// The place of its title.
    pub span: Span,
}

/// A text with changes, where its parts were, and what was removed.
pub type Arranged = (String, Pieces, Vec<Range<usize>>);

impl SectionAt {
    fn is(&self, name: &Value) -> bool {
        self.names.iter().any(|own| folded(own) == folded(&name.text))
    }
}

/// Reports names in `hide` and `first` that no section of the whole text has; a section already left out by tags is
/// known.
pub fn check_names(sections: &[SectionAt], view: &View, sink: &mut Sink) {
    let named = |name: &&Value| sections.iter().any(|section| section.is(name));
    for name in view.hide.iter().chain(&view.first).filter(|name| !named(name)) {
        let names = sections.iter().flat_map(|section| &section.names).map(|name| folded(name));
        let found = Diagnostic::new(
            code::UNKNOWN_TAG,
            name.span,
            message!("no section is `{name}`", name = name.text),
        );
        sink.report(found.hint(advice(&folded(&name.text), names)));
    }
}

/// Returns a text without the sections that a view hides, with the sections that it puts first, and with its
/// headline under the name, in place of the text's own one if there is one.
pub fn arranged(text: &str, sections: &[SectionAt], headline: Option<Span>, view: &View) -> Arranged {
    let places = places(text, sections);
    let is_hidden = |section: &SectionAt| view.hide.iter().any(|name| section.is(name));
    let hidden = sections.iter().zip(&places).filter(|(section, _)| is_hidden(section));
    let cut =
        |range: &Range<usize>| Edit { range: range.clone(), with: String::new(), kind: EditKind::Inline };
    let hidden: Vec<Edit> = hidden.map(|(_, range)| cut(range)).collect();
    let gone = hidden.iter().map(|edit| edit.range.clone()).collect();
    let mut edits = hidden;
    if let (Some(span), Some(line)) = (headline, &view.headline) {
        edits.push(Edit {
            range: with_marks(text, span.range()),
            with: escaped(&line.text),
            kind: EditKind::Inline,
        });
    }
    let (text, pieces) = excerpt::applied(text, excerpt::with_targets(text, edits));
    if view.first.is_empty() {
        return (text, pieces, gone);
    }
    let left = sections.iter().zip(places).filter(|(section, _)| !is_hidden(section));
    let starts =
        left.filter_map(|(section, place)| Some((section, pieces.place(place.start)?))).collect::<Vec<_>>();
    let (text, order) = reordered(&text, &starts, view);
    (text, order.after(&pieces), gone)
}

/// Returns a text with the first sections of a view moved to the top, given where each section begins.
fn reordered(text: &str, sections: &[(&SectionAt, usize)], view: &View) -> (String, Pieces) {
    let rank =
        |section: &SectionAt| view.first.iter().position(|name| section.is(name)).unwrap_or(usize::MAX);
    let ends = sections.iter().skip(1).map(|(_, start)| *start).chain([text.len()]);
    let parts = sections.iter().zip(ends);
    let mut order: Vec<(usize, Range<usize>)> =
        parts.map(|((section, start), end)| (rank(section), *start..end.max(*start))).collect();
    let begin = order.first().map_or(text.len(), |(_, range)| range.start);
    order.sort_by_key(|(rank, _)| *rank);
    let (mut out, mut pieces) = (String::with_capacity(text.len() + 8), Pieces::default());
    for range in std::iter::once(0..begin).chain(order.into_iter().map(|(_, range)| range)) {
        let part = text.get(range.clone()).unwrap_or_default();
        while !out.is_empty() && !out.ends_with("\n\n") {
            out.push('\n');
            pieces.push(1, range.start..range.start);
        }
        out.push_str(part);
        pieces.push(part.len(), range);
    }
    (out, pieces)
}

/// Returns the lines of each section: up to the next.
fn places(text: &str, sections: &[SectionAt]) -> Vec<Range<usize>> {
    let starts: Vec<usize> = sections.iter().map(|section| start(text, section.span.range().start)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| *start..end.max(*start)).collect()
}

/// Returns where the lines of a section begin: with the comments on its title.
fn start(text: &str, title: usize) -> usize {
    let mut start = text[..title.min(text.len())].rfind('\n').map_or(0, |end| end + 1);
    loop {
        let above = text[..start].trim_end();
        let line = above.rfind('\n').map_or(0, |end| end + 1);
        let comment = above[line..].trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        let about = |comment: &str| {
            let word = comment.trim().to_ascii_lowercase();
            !["lang", "/lang", "jianli", "/only"].iter().any(|lasting| word.starts_with(lasting))
        };
        if !comment.is_some_and(about) {
            return start;
        }
        start = line;
    }
}

/// Returns a range with the emphasis markers around it.
fn with_marks(text: &str, range: Range<usize>) -> Range<usize> {
    let marks = ['*', '_', '`', '~'];
    let before = text[..range.start].len() - text[..range.start].trim_end_matches(marks).len();
    let behind = text[range.end..].len() - text[range.end..].trim_start_matches(marks).len();
    range.start - before..range.end + behind
}

/// Returns words as Markdown without any markup.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
