//! The rest of an entry's head in the list under its title, item by item: `- Example Hospital` and `- 2018 – 2020` under
//! `**Nurse**`; and the whole head in a list without a title.

use std::ops::Range;

use super::keyed::is_ranged;
use super::opening::{OPENING, is_short, is_sure};
use super::{Builder, Rank, Seams};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, Entry};
use crate::model::rich::Rich;
use crate::model::section::{Around, entry_block};
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The largest number of items that may belong to a title.
const MOST: usize = 4;

impl Builder<'_> {
    /// Takes the items down to the one that is a range of dates as lines of the head.
    pub(super) fn head_in_list(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Other(marked)) = parts.first() else { return };
        let marked = *marked;
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return };
        if marked.off || entry.dates.is_some() {
            return;
        }
        let Some(lines) = head_items(self, items, marked) else { return };
        self.take_lines(entry, &lines);
        let rest = (lines.len() < items.len()).then_some(Part::Items(marked, lines.len()..items.len()));
        parts.splice(0..1, rest);
    }

    fn take_lines(&mut self, entry: &mut Entry, lines: &[Rich]) {
        for line in lines {
            if !self.key_of_entry(entry, line) {
                self.merge(entry, line);
            }
        }
    }

    /// Returns the entries of a list whose items name schools, or employers, each over the rest of its head:
    /// `- 某大学` over `- 会计 本科` over `- 时间：2018 - 2022`.
    pub(super) fn entries_of_heads(
        &mut self,
        part: &Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return None };
        if marked.off || !is_sure(around.kind, rank) {
            return None;
        }
        let names = |item| {
            let lines = first_lines(self, item, marked).unwrap_or_default();
            lines.first().is_some_and(|line| is_house(&line.text.text(), around.kind))
        };
        let starts: Vec<usize> = (0..items.len()).filter(|at| names(&items[*at])).collect();
        if starts.first() != Some(&0) {
            return None;
        }
        let ends = starts.iter().skip(1).copied().chain([items.len()]);
        let groups: Vec<Range<usize>> =
            starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
        let heads: Vec<Vec<Rich>> = groups
            .iter()
            .map(|group| head_items(self, &items[group.clone()], marked))
            .collect::<Option<_>>()?;
        let entries = groups.into_iter().zip(heads).filter_map(|(group, lines)| {
            let (first, rest) = lines.split_first()?;
            let mut entry = self.entry_at(first.clone(), around.kind, rank, Seams::Parted);
            self.take_lines(&mut entry, rest);
            let body = group.start + lines.len()..group.end;
            entry.span = items[group.start].span.to(items[body.start - 1].span);
            if !body.is_empty() {
                entry.body.extend(self.body(vec![Part::Items(marked, body)], around.keyed));
            }
            Some(entry_block(entry, false))
        });
        Some(entries.collect())
    }
}

/// Returns whether a text names a school or an employer, and nothing else.
fn is_house(text: &str, kind: SectionKind) -> bool {
    match kind {
        SectionKind::Education => words::is_school(text) && !words::is_degree(text),
        kind => is_employment(kind) && words::is_company(text) && !words::is_job(text),
    }
}

/// Returns the lines of an item's first paragraph.
pub(super) fn first_lines(builder: &Builder<'_>, item: &md::Item, marked: &Marked<'_>) -> Option<Vec<Line>> {
    let md::BlockKind::Paragraph(content) = &item.blocks.first()?.kind else { return None };
    let manner = builder.manner_of(marked);
    match flow::chunks(content, &manner).as_slice() {
        [Chunk::Lines(lines)] if item.task.is_none() => Some(lines.clone()),
        _ => None,
    }
}

/// Returns the lines of the first items of a list if they are names and, last, a range of dates alone.
pub(super) fn head_items(
    builder: &Builder<'_>,
    items: &[md::Item],
    marked: &Marked<'_>,
) -> Option<Vec<Rich>> {
    let mut lines = Vec::new();
    for (at, item) in items.iter().enumerate().take(MOST) {
        let own = first_lines(builder, item, marked)?;
        let [Line { text: line, .. }] = own.as_slice() else { return None };
        let text = line.text();
        // A single year is one among the names above it where it is all that follows.
        let last = at + 1 == items.len();
        let ranged =
            date::parse(&text).is_some_and(|found| found.is_range() || last) || is_ranged(text.trim());
        if item.blocks.len() > 1 || !ranged && !is_name(line, &text) {
            return None;
        }
        lines.push(line.clone());
        if ranged {
            return (lines.len() > 1).then_some(lines);
        }
    }
    None
}

/// Returns whether a line may be a name: short, no sentence, and with neither a key nor a date in it.
fn is_name(line: &Rich, text: &str) -> bool {
    is_short(line)
        && text.chars().map(half_ems).sum::<usize>() <= OPENING
        && !text.trim_end().ends_with(['.', '!', '！', ','])
        && key::at_start(text, key::GRID_KEY).is_none()
        && !split::has_date(line)
}
