//! Titles that stand in the items below them.

use crate::model::blocks::Part;
use crate::model::entry::Builder;
use crate::model::entry::head_items::first_lines;
use crate::model::resume::Entry;
use crate::model::words;
use crate::source::markdown as md;

impl Builder<'_> {
    /// `- 2019 - 2021:` over `  - Baker, Sample Inn`: the first item below a date is what it dates.
    pub(in crate::model::entry) fn title_in_items(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Other(marked)) = parts.first() else { return };
        let marked = *marked;
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return };
        let blank = entry.parts.iter().all(|part| part.text.is_blank()) && entry.dates.is_some();
        let first = items.first().filter(|item| blank && item.blocks.len() == 1);
        let Some(lines) = first.and_then(|item| first_lines(self, item, marked)) else { return };
        let [title] = lines.as_slice() else { return };
        if !words::is_job(&title.text.text()) || title.text.text().trim_end().ends_with('.') {
            return;
        }
        self.merge(entry, &title.text);
        parts.remove(0);
        if items.len() > 1 {
            parts.insert(0, Part::Items(marked, 1..items.len()));
        }
    }
}

/// `2019 - 2021:`
pub(super) fn over_date(text: &str) -> bool {
    let bare = text.trim_end().strip_suffix([':', '：']).and_then(crate::model::date::parse);
    bare.is_some_and(|found| found.is_range())
}
