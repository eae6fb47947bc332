//! Which headings are the name, sections, entries: the levels of a document.

use std::ops::Range;

use super::directive::Marked;
use super::flow;
use super::kinds::SectionKind;
use crate::source::markdown::BlockKind;

/// How the blocks of a document are parted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// The heading that is the name, as an index into the blocks.
    pub name: Option<usize>,
    /// The level of the headings that are sections.
    pub level: u8,
    /// The blocks before the first section.
    pub head: Range<usize>,
    /// The blocks of each section, its heading first.
    pub sections: Vec<Range<usize>>,
}

/// Returns the outline of a document.
pub(super) fn of(blocks: &[Marked<'_>]) -> Outline {
    let headings: Vec<Heading> =
        blocks.iter().enumerate().filter_map(|(at, marked)| heading(at, marked)).collect();
    let Some(top) = headings.iter().map(|heading| heading.level).min() else {
        return Outline { head: 0..blocks.len(), ..Outline::default() };
    };
    let tops: Vec<&Heading> = headings.iter().filter(|heading| heading.level == top).collect();
    let name = name(&headings, &tops);
    let level = match (name, tops.len()) {
        // One heading above all others: sections are the next level that is there.
        (Some(name), 1) => headings
            .iter()
            .filter(|heading| heading.at != name)
            .map(|heading| heading.level)
            .min()
            .unwrap_or(top + 1),
        _ => top,
    };
    let starts: Vec<usize> = headings
        .iter()
        .filter(|heading| heading.level <= level && Some(heading.at) != name)
        .map(|heading| heading.at)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let sections = starts.iter().zip(ends).map(|(&start, end)| start..end).collect();
    Outline { name, level, head: 0..starts.first().copied().unwrap_or(blocks.len()), sections }
}

struct Heading {
    at: usize,
    level: u8,
    known: bool,
    /// Characters of its title.
    length: usize,
    /// Whether a directive makes it a section.
    forced: bool,
}

fn heading(at: usize, marked: &Marked<'_>) -> Option<Heading> {
    let BlockKind::Heading { level, content, .. } = &marked.block.kind else { return None };
    let text = flow::rich(content, &flow::Manner::default()).0.text();
    let known = SectionKind::of_title(&text) != [SectionKind::Other];
    Some(Heading { at, level: *level, known, length: text.chars().count(), forced: marked.section.is_some() })
}

/// Returns the heading that is the name: the only one at the top that is no title of a section, or
/// the first of several when it alone is short and unknown and the others are not.
fn name(headings: &[Heading], tops: &[&Heading]) -> Option<usize> {
    let first = tops.first()?;
    if first.known || first.forced || headings.first().is_none_or(|heading| heading.at != first.at) {
        return None;
    }
    let below = || headings.iter().any(|heading| heading.level > first.level && heading.known);
    let others_known = tops.iter().skip(1).any(|heading| heading.known);
    let is_name = match tops.len() {
        // A single `##` over nothing may well be a section.
        1 => first.level == 1 || below(),
        _ => others_known && first.length <= 24,
    };
    is_name.then_some(first.at)
}
