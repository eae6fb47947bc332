//! The images of a tree, in its order. Depth is bounded by the reader.

use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};

/// Calls `to` for the file of every image, which it may rename.
pub fn each(blocks: &mut [Block], to: &mut impl FnMut(&mut String, Span)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => inlines_mut(content, to),
            BlockKind::List { items, .. } => {
                items.iter_mut().for_each(|item| each(&mut item.blocks, to));
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => each(blocks, to),
            BlockKind::Table { head, rows, .. } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| inlines_mut(cell, to));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inlines_mut(&mut definition.term, to);
                    definition.details.iter_mut().for_each(|blocks| each(blocks, to));
                }
            }
            BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
        }
    }
}

fn inlines_mut(inlines: &mut [Inline], to: &mut impl FnMut(&mut String, Span)) {
    for inline in inlines {
        match &mut inline.kind {
            InlineKind::Image { src, .. } => to(src, inline.span),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => inlines_mut(content, to),
            _ => {}
        }
    }
}
