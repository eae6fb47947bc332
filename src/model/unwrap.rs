//! Headings that stand in a quotation or in the items of a list are headings all the same: the blocks
//! around them are taken off.

use std::borrow::Cow;

use crate::source::markdown::{Block, BlockKind, Item};

/// Returns the blocks of a document with those that hold headings opened up.
pub(super) fn blocks(blocks: &[Block]) -> Cow<'_, [Block]> {
    if !blocks.iter().any(holds_headings) {
        return Cow::Borrowed(blocks);
    }
    let mut out = Vec::new();
    blocks.iter().for_each(|block| open(block, &mut out));
    Cow::Owned(out)
}

fn open(block: &Block, out: &mut Vec<Block>) {
    match &block.kind {
        BlockKind::Quote(inner) if holds_headings(block) => inner.iter().for_each(|block| open(block, out)),
        BlockKind::List { items, .. } if holds_headings(block) => {
            items.iter().flat_map(|item| &item.blocks).for_each(|block| open(block, out));
        }
        _ => out.push(block.clone()),
    }
}

/// Tells whether a quotation holds a heading, or each item of a list begins with one.
fn holds_headings(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Quote(inner) => inner.iter().any(is_heading),
        BlockKind::List { items, .. } => !items.is_empty() && items.iter().all(begins_with_heading),
        _ => false,
    }
}

fn begins_with_heading(item: &Item) -> bool {
    item.blocks.first().is_some_and(is_heading)
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}
