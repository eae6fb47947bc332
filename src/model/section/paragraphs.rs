//! Entries that paragraphs, lists and definitions of a section open, between two of its headings.

use super::open::{Current, is_open_behind, reopened};
use super::rules::without_rule_parts;
use super::{Around, entry_block, has_lists_below};
use crate::model::Builder;
use crate::model::blocks::{Part, page_break, part_lines};
use crate::model::entry::{self, Rank};
use crate::model::flow::Chunk;
use crate::model::resume::Block;

impl Builder<'_> {
    /// Reads blocks in which bold lines with a date may open entries.
    pub(super) fn paragraph_entries(
        &mut self,
        mut parts: Vec<Part<'_>>,
        rank: Rank<'_>,
        around: Around,
    ) -> Vec<Block> {
        let mut out: Vec<Block> = Vec::new();
        let mut current: Option<Current> = None;
        let mut waiting: Vec<Part<'_>> = Vec::new();
        let mut title_before = false;
        entry::join_posts(&mut parts, around.kind, rank);
        entry::join_pairs(&mut parts, around.kind, rank);
        entry::part_dated_lines(&mut parts, around.kind, rank);
        self.look_at_sisters(&parts);
        let houses = entry::houses(&mut parts, around.kind, rank);
        let dated = entry::dated_lines(&parts, around.kind, rank);
        let alike = entry::alike(&parts, around.kind, rank);
        let texts = entry::stay_text(&parts, &alike, around.kind, rank);
        let mut told = alike.into_iter().zip(houses).zip(dated).zip(texts);
        let mut parts = parts.into_iter().peekable();
        while let Some(mut part) = parts.next() {
            let (((alike, held), dated), text) = told.next().unwrap_or((((false, 0), false), false));
            let titled = std::mem::take(&mut title_before);
            if held > 0 && !titled {
                self.settle(&mut out, &mut current, &mut waiting, around);
                let inside: Vec<Part<'_>> = parts.by_ref().take(held).collect();
                out.extend(self.house(part, inside, rank, around));
                told.by_ref().take(held).for_each(drop);
                continue;
            }
            if !titled && let Some(block) = self.posts_over_employer(&part, around.kind, rank) {
                self.settle(&mut out, &mut current, &mut waiting, around);
                out.push(block);
                current = reopened(&mut out);
                continue;
            }
            if let Some(lines) = part_lines(&part).filter(|lines| !lines.is_empty()) {
                self.look_below(&lines[0].text, &lines[1..], parts.peek());
            }
            let opened = match parts.peek() {
                _ if titled || text => None,
                _ if dated => self.entry_of_dated_line(&mut part, around.kind, rank),
                Some(next)
                    if entry::is_title_over_date(&part, next, around.kind)
                        || entry::is_title_over_key(self, &part, next)
                        || entry::is_title_over_posts(self, &part, next, around.kind)
                        || entry::is_title_over_items(self, &part, next, around.kind) =>
                {
                    // The line below dates the title, and opens nothing itself.
                    title_before = true;
                    match holds_more(&part) {
                        true => self.entry_of_paragraph(&mut part, rank, around, true),
                        false => self.entry_of_title(&mut part, rank, around),
                    }
                }
                _ => self.entry_of_paragraph(&mut part, rank, around, alike),
            };
            if let Some(entry) = opened {
                self.settle(&mut out, &mut current, &mut waiting, around);
                let (keep, emptied) = match &part {
                    Part::Text(chunks, marked) => (marked.keep, chunks.is_empty()),
                    Part::Other(marked) | Part::Items(marked, _) => (marked.keep, false),
                };
                if let Part::Text(_, marked) = &part
                    && marked.page_break
                {
                    out.push(page_break(marked.block.span));
                }
                current = Some(Current { entry, keep, read: false });
                if emptied {
                    continue;
                }
            } else if !titled
                && !entry::is_labelled_list(waiting.last(), &part, around.kind)
                && let Some(entries) = self.entries_of_part(&part, rank, around)
            {
                self.settle(&mut out, &mut current, &mut waiting, around);
                let definitions = entries.len() == 1 && is_open_behind(&part);
                out.extend(entries);
                if definitions {
                    // Text after a single term and its text, or a table of one entry, belongs to it.
                    current = reopened(&mut out);
                }
                continue;
            }
            waiting.push(part);
        }
        self.settle(&mut out, &mut current, &mut waiting, around);
        out
    }

    /// Returns the entry of an employer without dates, with the posts there, each with dates of its own.
    fn house(
        &mut self,
        mut part: Part<'_>,
        mut inside: Vec<Part<'_>>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Block> {
        let mut entry = self.entry_of_paragraph(&mut part, rank, around, true)?;
        entry::leave_post_to_those_below(&mut entry);
        let first = inside.iter().position(|part| entry::is_post(part)).unwrap_or(0);
        let posts = inside.split_off(first);
        let (keep, emptied) = match &part {
            Part::Text(chunks, marked) => (marked.keep, chunks.is_empty()),
            Part::Other(marked) | Part::Items(marked, _) => (marked.keep, false),
        };
        let mut above: Vec<Part<'_>> = if emptied { Vec::new() } else { vec![part] };
        above.extend(inside);
        self.lines_under_title(&mut entry, &mut above);
        entry.body.extend(self.body(above, around.keyed));
        let below = Rank { depth: rank.depth + 1, parent: Some(&entry), grouped: rank.grouped };
        let posts = self.paragraph_entries(posts, below, around);
        entry.body.extend(posts);
        Some(entry_block(entry, keep))
    }

    /// Puts the waiting parts where they belong, and closes the open entry.
    fn settle(
        &mut self,
        out: &mut Vec<Block>,
        current: &mut Option<Current>,
        waiting: &mut Vec<Part<'_>>,
        around: Around,
    ) {
        let mut parts = std::mem::take(waiting);
        let ruled = !self.rule_breaks && without_rule_parts(&mut parts, current.is_some());
        match current.take() {
            Some(Current { mut entry, keep, read }) => {
                if !ruled && !read {
                    self.lines_under_title(&mut entry, &mut parts);
                    entry::become_dated_post(&mut entry);
                }
                let told = has_lists_below(around.kind);
                entry.body.extend(self.inside(told, |builder| builder.body(parts, around.keyed)));
                out.push(entry_block(entry, keep));
            }
            None => out.extend(self.body(parts, around.keyed)),
        }
    }
}

/// Returns whether a paragraph is more than one line.
fn holds_more(part: &Part<'_>) -> bool {
    let Part::Text(chunks, _) = part else { return false };
    !matches!(chunks.as_slice(), [Chunk::Lines(lines)] if lines.len() < 2)
}
