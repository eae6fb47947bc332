//! Text that the author wrote for no reader: comments, and text left out by a directive.

use super::directive::{self, Command, heading_level};
use crate::diag::Span;
use crate::source::Source;
use crate::source::markdown::{self, Block, BlockKind, Inline, InlineKind};

/// Returns the places of a source that are neither printed nor directives, in order.
pub fn unprinted(source: &Source) -> Vec<Span> {
    let mut places = Vec::new();
    blocks(&source.markdown.blocks, &mut places);
    places
}

fn blocks(list: &[Block], places: &mut Vec<Span>) {
    let mut skip_next = false;
    let mut skipping: Option<u8> = None;
    for block in list {
        if let BlockKind::Comment(text) = &block.kind {
            match directive::parse(text) {
                Some(Ok(Command::Skip)) => {
                    skip_next = true;
                    places.push(block.span);
                }
                Some(Ok(_)) => {}
                _ => places.push(block.span),
            }
            continue;
        }
        if skipping.is_some_and(|level| heading_level(block).is_none_or(|this| this > level)) {
            places.push(block.span);
            continue;
        }
        skipping = None;
        if std::mem::take(&mut skip_next) {
            places.push(block.span);
            skipping = heading_level(block);
            continue;
        }
        within(block, places);
    }
}

fn within(block: &Block, places: &mut Vec<Span>) {
    match &block.kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => inlines(content, places),
        BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(&item.blocks, places)),
        BlockKind::Quote(list) | BlockKind::Footnote { blocks: list, .. } => blocks(list, places),
        BlockKind::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| inlines(cell, places));
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                inlines(&definition.term, places);
                definition.details.iter().for_each(|list| blocks(list, places));
            }
        }
        BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
    }
}

fn inlines(list: &[Inline], places: &mut Vec<Span>) {
    markdown::within(list, &mut |inline| match &inline.kind {
        InlineKind::Comment(text) if !matches!(directive::parse(text), Some(Ok(_))) => {
            places.push(inline.span);
        }
        _ => {}
    });
}
