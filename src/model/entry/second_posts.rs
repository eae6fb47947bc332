//! Second posts at an employer, each in italics over its dates as the first one is: `*Manager*` over `2018 – 2019` below
//! `**Sample.com**` over `*Baker*` and `2019 – 2020`.

use crate::model::build::is_employment;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, PartRole};
use crate::model::words;

/// Moves such entries into the one above them, as posts there.
pub(in crate::model) fn join_second_posts(blocks: &mut Vec<Block>) {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in std::mem::take(blocks) {
        let second = matches!(&block.kind, BlockKind::Entry(entry) if is_second(entry));
        let head = out.last_mut().and_then(|last| match &mut last.kind {
            BlockKind::Entry(head) if second && is_head(head) => Some((&mut last.span, head)),
            _ => None,
        });
        let (Some((span, head)), BlockKind::Entry(post)) = (head, &mut block.kind) else {
            out.push(block);
            continue;
        };
        post.kind = EntryKind::Role;
        post.depth = head.depth + 1;
        post.parts[0].role = PartRole::Role;
        *span = span.to(block.span);
        head.body.push(block);
    }
    *blocks = out;
}

/// Returns whether an entry is a post in italics and its dates, and names no employer.
fn is_second(entry: &Entry) -> bool {
    let [post] = entry.parts.as_slice() else { return false };
    let text = post.text.text();
    is_employment(entry.section)
        && entry.kind == EntryKind::Entry
        && entry.dates.is_some()
        && post.text.all(|marks| marks.emphasis)
        && words::is_job(&text)
        && !words::is_company(&text)
}

/// Returns whether an entry is an employer with a post in italics that stands below it.
fn is_head(entry: &Entry) -> bool {
    let led = entry
        .parts
        .first()
        .is_some_and(|first| first.role == PartRole::Organization && !first.text.all(|marks| marks.emphasis));
    let post = entry.parts.iter().find(|part| part.role == PartRole::Role);
    led && entry.dates.is_some() && post.is_some_and(|post| post.text.all(|marks| marks.emphasis))
}
