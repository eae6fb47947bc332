//! Lists that were meant to be under the items of a numbered one, and are not indented far enough for
//! that: `1.` and a tab over ` - item`, `2.` and a tab over ` - item`.

use std::borrow::Cow;

use crate::source::markdown::{Block, BlockKind, Item};

/// Returns the blocks of a document with such lists inside the items above them.
pub(super) fn blocks(blocks: Cow<'_, [Block]>) -> Cow<'_, [Block]> {
    if !(0..blocks.len()).any(|at| run(&blocks[at..]) > 0) {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len());
    let mut at = 0;
    while at < blocks.len() {
        let pairs = run(&blocks[at..]);
        let pair = &blocks[at..at + 2 * pairs];
        at += pair.len().max(1);
        match pair {
            [] => out.push(blocks[at - 1].clone()),
            pairs => out.extend(joined(pairs)),
        }
    }
    Cow::Owned(out)
}

/// Returns the number of pairs of a number and the bullets below it at the beginning; 0 for a single one.
fn run(blocks: &[Block]) -> usize {
    let mut pairs = 0;
    let mut next = None;
    while let [number, bullets, ..] = &blocks[2 * pairs..]
        && let Some(own) = number_of(number)
        && matches!(bullets.kind, BlockKind::List { start: None, .. })
        && next.is_none_or(|next| own == next)
    {
        next = own.checked_add(1);
        pairs += 1;
    }
    if pairs > 1 { pairs } else { 0 }
}

/// Returns the number of a list of one item that is one paragraph.
fn number_of(block: &Block) -> Option<u64> {
    match &block.kind {
        BlockKind::List { start: Some(start), items, .. } => match items.as_slice() {
            [Item { blocks, .. }] if blocks.len() == 1 => Some(*start),
            _ => None,
        },
        _ => None,
    }
}

/// Makes pairs of a number and its bullets one list.
fn joined(pairs: &[Block]) -> Option<Block> {
    let (first, last) = (pairs.first()?, pairs.last()?);
    let mut list = Block { span: first.span.to(last.span), ..first.clone() };
    let mut all = Vec::new();
    for pair in pairs.chunks_exact(2) {
        let BlockKind::List { items, .. } = &pair[0].kind else { continue };
        let mut item = items.first()?.clone();
        item.span = item.span.to(pair[1].span);
        item.blocks.push(pair[1].clone());
        all.push(item);
    }
    if let BlockKind::List { items, .. } = &mut list.kind {
        *items = all;
    }
    Some(list)
}
