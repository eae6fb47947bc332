//! Employers that the first item below a post names, if the section has them there elsewhere.

use super::Builder;
use crate::model::build::is_employment;
use crate::model::kinds::EntryKey;
use crate::model::resume::{Block, BlockKind, Entry, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::{key, split};
use crate::source::chars::half_ems;

/// The longest name of an employer in an item, in half ems.
const NAME: usize = 60;

impl Builder<'_> {
    /// `- 2019 – 2020: Baker` over `  - Crumbsy`, where the first item below another post was read as its employer.
    pub(in crate::model) fn employers_in_items(&mut self, blocks: &mut [Block]) {
        let entry = |block: &Block| match &block.kind {
            BlockKind::Entry(entry) if is_employment(entry.section) => Some((**entry).clone()),
            _ => None,
        };
        let told = blocks.iter().filter_map(entry).any(|entry| {
            entry.part(PartRole::Role).is_some()
                && entry.part(PartRole::Organization).is_some_and(|house| self.is_in_item(&entry, house))
        });
        if !told {
            return;
        }
        for block in blocks {
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            let free = entry.part(PartRole::Role).is_some() && entry.part(PartRole::Organization).is_none();
            if !free || !is_employment(entry.section) {
                continue;
            }
            let Some(house) = entry.body.first().and_then(first_item) else { continue };
            without_first_item(&mut entry.body);
            let at = entry.parts.iter().position(|part| part.role == PartRole::Role).map_or(0, |at| at + 1);
            entry.parts.insert(at, Part { role: PartRole::Organization, text: house });
        }
    }

    /// Returns whether a part of an entry was an item of a list below its line.
    fn is_in_item(&self, entry: &Entry, part: &Rich) -> bool {
        let (Some(post), Some(own)) = (entry.part(PartRole::Role).and_then(Rich::span), part.span()) else {
            return false;
        };
        let above = self.source.text.get(..own.range().start).unwrap_or_default();
        let lead = above.rsplit('\n').next().unwrap_or_default();
        post.range().end < own.range().start
            && above.len() - lead.len() > post.range().end
            && matches!(lead.trim(), "-" | "*" | "+")
    }
}

/// Returns the first item of a list, if it may be the name of an employer.
fn first_item(block: &Block) -> Option<Rich> {
    let BlockKind::List(list) = &block.kind else { return None };
    let [Block { kind: BlockKind::Paragraph(lines), .. }] = list.items.first()?.blocks.as_slice() else {
        return None;
    };
    let [line] = lines.as_slice() else { return None };
    let text = line.body.text();
    let short = text.chars().map(half_ems).sum::<usize>() <= NAME;
    let plain = !text.contains(['。', '；', '，', ',', ';']) && !text.trim_end().ends_with(['.', ':', '：']);
    let keyed = key::at_start(&text, key::GRID_KEY).is_some() || EntryKey::of_key(&text).is_some();
    (line.label.is_none() && short && plain && !keyed && !split::has_date(&line.body))
        .then(|| line.body.clone())
}

fn without_first_item(body: &mut Vec<Block>) {
    let Some(Block { kind: BlockKind::List(list), span, .. }) = body.first_mut() else { return };
    list.items.remove(0);
    match list.items.first() {
        Some(next) => span.start = next.span.start,
        None => {
            body.remove(0);
        }
    }
}
