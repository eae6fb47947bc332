//! The selection of the parts that a viewer does not see.

use std::collections::BTreeSet;
use std::ops::Range;

use super::survey::{Part, PartKind, Survey};
use super::tags::Viewer;
use crate::diag::Span;

/// A change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub range: Range<usize>,
    /// The text put in its place.
    pub with: String,
    pub kind: EditKind,
}

/// The kinds of [`Edit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EditKind {
    /// Characters within a line.
    Inline,
    /// Whole lines, if nothing else stands on them.
    Lines,
    /// Whole lines between blocks that must not become one.
    Between,
}

/// The parts that are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection {
    pub edits: Vec<Edit>,
    /// Titles that stay though nothing is left under them.
    pub emptied: Vec<Span>,
    /// The labels of the footnotes that are removed.
    pub notes: BTreeSet<String>,
}

/// What is left of sibling parts.
struct Left {
    edits: Vec<Edit>,
    /// Whether there was something.
    had: bool,
    /// Whether there is something left.
    has: bool,
}

impl Selection {
    /// Returns the parts that a viewer does not see, and the footnotes with these labels.
    pub fn of(survey: &Survey, viewer: &Viewer, notes: BTreeSet<String>) -> Selection {
        let mut selection = Selection { notes, ..Selection::default() };
        selection.edits = selection.among(survey, &survey.parts, viewer, true).edits;
        selection
    }

    fn among(&mut self, survey: &Survey, parts: &[Part], viewer: &Viewer, top: bool) -> Left {
        let mut inner: Vec<Vec<Edit>> = Vec::with_capacity(parts.len());
        let mut gone: Vec<bool> = Vec::with_capacity(parts.len());
        for part in parts {
            let is_name = top && survey.is_name(part);
            let unwanted = matches!(&part.kind, PartKind::Note(label) if self.notes.contains(label));
            let seen = is_name || !unwanted && part.tags.iter().all(|tags| viewer.sees(tags));
            let left = seen.then(|| self.among(survey, &part.parts, viewer, false));
            gone.push(left.as_ref().is_none_or(|left| left.had && !left.has));
            inner.push(left.map_or_else(Vec::new, |left| left.edits));
        }
        self.without_empty(survey, parts, &mut gone, top);
        let is_text = |part: &Part| !matches!(part.kind, PartKind::Comment(_));
        let had = parts.iter().any(is_text);
        let has = parts.iter().zip(&gone).any(|(part, gone)| is_text(part) && !gone);
        let mut edits = runs(parts, &gone);
        edits.extend(inner.into_iter().zip(&gone).filter(|(_, gone)| !**gone).flat_map(|(edits, _)| edits));
        Left { edits, had, has }
    }

    /// Removes a section if everything under it is removed; an entry has its own line to show.
    fn without_empty(&mut self, survey: &Survey, parts: &[Part], gone: &mut [bool], top: bool) {
        for at in (0..parts.len()).rev() {
            let PartKind::Heading(level) = parts[at].kind else { continue };
            // The same title in another language comes between it and the content of both.
            let others = match survey.languages {
                Some(_) if !parts[at].tags.is_empty() => titles(&parts[at + 1..], &gone[at + 1..], level),
                _ => 0,
            };
            let under = parts[at + 1 + others..]
                .iter()
                .take_while(|part| !matches!(part.kind, PartKind::Heading(other) if other <= level))
                .count()
                + others;
            let mut texts = (at + 1 + others..=at + under)
                .filter(|&nth| !matches!(parts[nth].kind, PartKind::Comment(_)));
            let had = texts.clone().next().is_some();
            if gone[at] || !had || texts.any(|nth| !gone[nth]) {
                continue;
            }
            if top && level == survey.level {
                gone[at] = true;
                // The comments on the title are removed with it.
                for before in (0..at).rev().take_while(|&nth| parts[nth].kind == PartKind::Comment(false)) {
                    gone[before] = true;
                }
            } else {
                self.emptied.push(parts[at].span);
            }
        }
    }
}

/// Returns how many of the first parts are removed titles of a level, with the comments on them.
fn titles(parts: &[Part], gone: &[bool], level: u8) -> usize {
    let is_title = |(part, gone): &(&Part, &bool)| match part.kind {
        PartKind::Heading(other) => other == level && **gone,
        PartKind::Comment(_) => true,
        _ => false,
    };
    parts.iter().zip(gone).take_while(is_title).count()
}

/// Returns a change for each run of removed parts.
fn runs(parts: &[Part], gone: &[bool]) -> Vec<Edit> {
    let stays = |range: Range<usize>| {
        parts[range.clone()]
            .iter()
            .zip(&gone[range])
            .any(|(part, gone)| !gone && !matches!(part.kind, PartKind::Comment(_)))
    };
    let mut edits = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let end = at + gone[at..].iter().take_while(|gone| **gone).count();
        if end == at {
            at += 1;
            continue;
        }
        let range = parts[at].span.range().start..parts[end - 1].span.range().end;
        let beside = matches!(parts[at].kind, PartKind::Item(_) | PartKind::Line);
        let between = !beside && stays(0..at) && stays(end..parts.len());
        let kind = if between { EditKind::Between } else { EditKind::Lines };
        edits.push(Edit { range, with: String::new(), kind });
        at = end;
    }
    edits
}

/// Returns the first number of each list whose first item is removed, for the item that is now first. The depth is
/// the reader's.
pub(super) fn numbers(parts: &[Part], text: &str, edits: &[Edit]) -> Vec<Edit> {
    let goes = |range: &Range<usize>| {
        edits.iter().any(|edit| edit.range.start <= range.start && range.end <= edit.range.end)
    };
    let mut found = Vec::new();
    let number = |part: &Part| match &part.kind {
        PartKind::Item(number) => number.clone(),
        _ => None,
    };
    if let Some(first) = parts.first().and_then(number)
        && goes(&first)
        && let Some(now) = parts.iter().filter_map(number).find(|number| !goes(number))
    {
        let with = text.get(first).unwrap_or_default().to_owned();
        found.push(Edit { range: now, with, kind: EditKind::Inline });
    }
    for part in parts {
        found.extend(numbers(&part.parts, text, edits));
    }
    found
}
