//! The rest of an entry's head in the list under its title, item by item: `- Example Hospital` and `- 2018 – 2020` under
//! `**Nurse**`.

use super::Builder;
use super::opening::{OPENING, is_short};
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::key;
use crate::model::resume::Entry;
use crate::model::rich::Rich;
use crate::model::split;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// How many items may belong to a title.
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
        for line in &lines {
            self.merge(entry, line);
        }
        let rest = (lines.len() < items.len()).then_some(Part::Items(marked, lines.len()..items.len()));
        parts.splice(0..1, rest);
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
    for item in items.iter().take(MOST) {
        let own = first_lines(builder, item, marked)?;
        let [Line { text: line, .. }] = own.as_slice() else { return None };
        let text = line.text();
        let ranged = date::parse(&text).is_some_and(|found| found.is_range());
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

/// Tells whether a line may be a name: short, no sentence, and neither a key nor a date in it.
fn is_name(line: &Rich, text: &str) -> bool {
    is_short(line)
        && text.chars().map(half_ems).sum::<usize>() <= OPENING
        && !text.trim_end().ends_with(['.', '!', '！', ','])
        && key::at_start(text, key::GRID_KEY).is_none()
        && !split::has_date(line)
}
