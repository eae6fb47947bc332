//! Lists under the item with the date: `- 时间：2020 - 2022` over `    - 记账`. They describe the entry, not
//! the date.

use std::borrow::Cow;

use super::date;
use super::key;
use super::kinds::EntryKey;
use crate::source::markdown::{Block, BlockKind, Item, plain_text};

/// Returns the blocks of a document with such lists one level further out, after the item above them.
pub(super) fn blocks(blocks: Cow<'_, [Block]>) -> Cow<'_, [Block]> {
    if !blocks.iter().any(holds_one) {
        return blocks;
    }
    Cow::Owned(blocks.iter().map(hoisted).collect())
}

fn holds_one(block: &Block) -> bool {
    items_of(block).iter().any(|item| is_date_over_list(item) || item.blocks.iter().any(holds_one))
}

fn items_of(block: &Block) -> &[Item] {
    match &block.kind {
        BlockKind::List { start: None, items, .. } => items,
        _ => &[],
    }
}

/// Returns whether an item is a date after its key, with bullets below it.
fn is_date_over_list(item: &Item) -> bool {
    let [Block { kind: BlockKind::Paragraph(content), .. }, list] = item.blocks.as_slice() else {
        return false;
    };
    let text = plain_text(content);
    let Some(key) = key::at_start(text.trim(), key::GRID_KEY) else { return false };
    let (name, value) = text.trim().split_at(key.len);
    EntryKey::of_key(name) == Some(EntryKey::Date)
        && date::parse(value.trim()).is_some()
        && !items_of(list).is_empty()
}

fn hoisted(block: &Block) -> Block {
    let mut block = block.clone();
    if let BlockKind::List { start: None, items, .. } = &mut block.kind {
        *items = std::mem::take(items).into_iter().flat_map(parted).collect();
    }
    block
}

/// Returns an item, followed by those of the list that it gives up.
fn parted(mut item: Item) -> Vec<Item> {
    let list = if is_date_over_list(&item) { item.blocks.pop() } else { None };
    item.blocks = item.blocks.iter().map(hoisted).collect();
    let more = list.as_ref().map(|list| items_of(list).to_vec()).unwrap_or_default();
    if let Some(first) = more.first() {
        item.span.end = first.span.start.max(item.span.start);
    }
    std::iter::once(item).chain(more).collect()
}
