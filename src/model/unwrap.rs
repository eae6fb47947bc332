//! Headings in a quotation or in the items of a list are headings nonetheless, and so are the
//! titles of sections at the beginning of list items in a text without headings: the blocks around them are
//! taken off.

use std::borrow::Cow;

use super::kinds::SectionKind;
use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, InlineKind, Item, plain_text};

/// Returns the blocks of a document with those that contain headings opened up.
pub(super) fn blocks(blocks: &[Block]) -> Cow<'_, [Block]> {
    let bulleted = has_bulleted_titles(blocks);
    let quoted = has_quoted_titles(blocks);
    if !bulleted && !quoted && !blocks.iter().any(holds_headings) {
        return Cow::Borrowed(blocks);
    }
    let level = level_over(blocks);
    let mut out = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::List { items, .. } if bulleted && is_titles(block) => {
                out.extend(items.iter().flat_map(|item| &item.blocks).cloned());
            }
            BlockKind::Quote(inner) if quoted && is_quoted_title(block) => {
                out.extend(inner.iter().map(|block| as_title(block, level)));
            }
            _ => open(block, &mut out),
        }
    }
    Cow::Owned(out)
}

/// Returns whether a text without headings has its sections' titles after bullets: `- 工作经历`.
fn has_bulleted_titles(blocks: &[Block]) -> bool {
    let items = |block: &Block| match &block.kind {
        BlockKind::List { items, .. } => items.len(),
        _ => 0,
    };
    !blocks.iter().any(is_heading)
        && blocks.iter().filter(|block| is_titles(block)).map(items).sum::<usize>() >= 3
}

/// Returns whether a text has the titles of its sections in quotations (`> 工作经历`), and none of them as a heading.
fn has_quoted_titles(blocks: &[Block]) -> bool {
    let titled = |block: &Block| match &block.kind {
        BlockKind::Heading { level, content, .. } => {
            *level <= 3 && SectionKind::is_exact_title(plain_text(content).trim())
        }
        _ => false,
    };
    let quoted = blocks.iter().filter(|block| is_quoted_title(block)).count();
    let titled = blocks.iter().filter(|block| titled(block)).count();
    quoted >= 2 && titled * 4 <= quoted
}

/// Returns the level for a title above all headings of a text but the first.
fn level_over(blocks: &[Block]) -> u8 {
    let levels = blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    });
    levels.skip(1).min().map_or(2, |level| level.saturating_sub(1).max(1))
}

/// Returns the line of a quotation as a heading.
fn as_title(block: &Block, level: u8) -> Block {
    match &block.kind {
        BlockKind::Paragraph(content) => {
            let kind = BlockKind::Heading { level, setext: false, content: content.clone() };
            Block { span: block.span, kind }
        }
        _ => block.clone(),
    }
}

/// Returns whether a quotation is one line, and that the title of a section.
fn is_quoted_title(block: &Block) -> bool {
    let BlockKind::Quote(inner) = &block.kind else { return false };
    let [Block { kind: BlockKind::Paragraph(content), .. }] = inner.as_slice() else { return false };
    SectionKind::is_exact_title(plain_text(content).trim())
}

/// Returns whether each item of a list begins with a line that is the title of a section.
fn is_titles(block: &Block) -> bool {
    let titled = |item: &Item| match item.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(content)) => {
            let end =
                |kind: &InlineKind| matches!(kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak);
            let line = content.split(|inline| end(&inline.kind)).next().unwrap_or_default();
            SectionKind::is_exact_title(plain_text(line).trim())
        }
        _ => false,
    };
    matches!(&block.kind, BlockKind::List { start: None, items, .. } if items.iter().all(titled))
}

fn open(block: &Block, out: &mut Vec<Block>) {
    match &block.kind {
        BlockKind::Quote(inner) if holds_headings(block) => inner.iter().for_each(|block| open(block, out)),
        BlockKind::List { items, .. } if holds_headings(block) => {
            open_items(block, items, out);
        }
        _ => out.push(block.clone()),
    }
}

/// Adds what the items of a list hold, those between its headings as lists.
fn open_items(list: &Block, items: &[Item], out: &mut Vec<Block>) {
    let mut rest = items;
    while let [first, behind @ ..] = rest {
        if begins_with_heading(first) {
            first.blocks.iter().for_each(|block| open(block, out));
            rest = behind;
            continue;
        }
        let plain = rest.iter().take_while(|item| !begins_with_heading(item)).count();
        let (run, behind) = rest.split_at(plain);
        rest = behind;
        let span = run.iter().map(|item| item.span).reduce(Span::to).unwrap_or(list.span);
        let mut block = Block { span, ..list.clone() };
        if let BlockKind::List { items, .. } = &mut block.kind {
            *items = run.to_vec();
        }
        out.push(block);
    }
}

/// Returns whether a quotation holds a heading, or a list begins with one and each item or several do.
fn holds_headings(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Quote(inner) => inner.iter().any(is_heading),
        BlockKind::List { items, .. } => {
            items.first().is_some_and(begins_with_heading)
                && (items.iter().all(begins_with_heading)
                    || items.iter().filter(|item| begins_with_heading(item)).count() > 1)
        }
        _ => false,
    }
}

fn begins_with_heading(item: &Item) -> bool {
    item.blocks.first().is_some_and(is_heading)
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}
