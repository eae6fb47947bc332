//! Lists of entries with a few items among them that are none: a wish, a remark, one to be written later.

use super::{Opened, dated_end, has_date};
use crate::model::blocks::Part;
use crate::model::build::Builder;
use crate::model::directive::Marked;
use crate::model::entry::Rank;
use crate::model::entry::opening::{OPENING, is_sure};
use crate::model::kinds::SectionKind;
use crate::model::resume::Block;
use crate::model::section::Around;
use crate::source::chars::half_ems;

/// So many items have to be entries by themselves.
const LEAST: usize = 3;

impl Builder<'_> {
    /// Returns the entries of a list, those without a date among them, and between them the items that are sentences.
    pub(super) fn mixed_entries(
        &mut self,
        opened: Vec<Opened<'_>>,
        marked: &Marked<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        let mut waiting = 0..0;
        let holder = marked.holder();
        for (at, item) in opened.into_iter().enumerate() {
            if item.opening.is_none() && is_told(&item) {
                waiting = if waiting.is_empty() { at..at + 1 } else { waiting.start..at + 1 };
                continue;
            }
            blocks.extend(self.items_between(&mut waiting, &holder, around));
            blocks.push(self.entry_of_item(item, marked, rank, around)?);
        }
        blocks.extend(self.items_between(&mut waiting, &holder, around));
        Some(blocks)
    }

    fn items_between(
        &mut self,
        waiting: &mut std::ops::Range<usize>,
        marked: &Marked<'_>,
        around: Around,
    ) -> Vec<Block> {
        match std::mem::take(waiting) {
            range if range.is_empty() => Vec::new(),
            range => self.body(vec![Part::Items(marked, range)], around.keyed),
        }
    }
}

/// Returns whether an item is a sentence, and names nothing.
fn is_told(item: &Opened<'_>) -> bool {
    let text = item.lines.first().map_or(String::new(), |line| line.text.text().into_owned());
    text.trim_end().ends_with(['.', '。', '；', ';', '!', '！', ':', '：'])
}

/// Returns whether most items of a list open entries by themselves, over lines of their own, and the others are short
/// and without a date.
pub(super) fn are_mostly_entries(items: &[Opened<'_>], kind: SectionKind, rank: Rank<'_>) -> bool {
    let (open, shut): (Vec<&Opened<'_>>, Vec<&Opened<'_>>) =
        items.iter().partition(|item| item.opening.is_some());
    let headed = |item: &&&Opened<'_>| item.lines.len() > 1 || !item.inside.is_empty();
    let short = |item: &&Opened<'_>| {
        let line = item.lines.first();
        line.is_some_and(|line| line.text.text().chars().map(half_ems).sum::<usize>() <= OPENING)
            && !has_date(item)
            && dated_end(item).is_none()
    };
    is_sure(kind, rank)
        && rank.is_first()
        && open.len() >= LEAST
        && open.len() > shut.len()
        && open.iter().filter(headed).count() == open.len()
        && shut.iter().all(short)
}
