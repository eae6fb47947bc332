//! Entries that stay open after the block that opened them.

use crate::model::blocks::Part;
use crate::model::resume::{Block, BlockKind, Entry};
use crate::model::split;
use crate::source::markdown as md;

/// An entry that a paragraph, a list or a definition opened, while the text under it is read.
pub(super) struct Current {
    pub(super) entry: Entry,
    pub(super) keep: bool,
    /// Whether the lines that belong to its title have been taken.
    pub(super) read: bool,
}

/// Returns whether the text after a part belongs to its single entry: a term and its text, a table that only moves
/// dates to the right.
pub(super) fn is_open_behind(part: &Part<'_>) -> bool {
    let Part::Other(marked) = part else { return false };
    let is_date = |cell: &Vec<md::Inline>| split::dated(&md::plain_text(cell)).is_some();
    match &marked.block.kind {
        md::BlockKind::Definitions(_) => true,
        md::BlockKind::Table { head, .. } => head.iter().any(is_date),
        _ => false,
    }
}

/// Takes back the entry that was closed last: if it has a title, only its text continues.
pub(super) fn reopened(out: &mut Vec<Block>) -> Option<Current> {
    match out.pop()? {
        Block { kind: BlockKind::Entry(entry), keep, .. } => {
            let read = entry.parts.iter().any(|part| !part.text.is_blank());
            Some(Current { entry: *entry, keep, read })
        }
        other => {
            out.push(other);
            None
        }
    }
}
