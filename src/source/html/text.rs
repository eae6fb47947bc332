//! Blocks → running text: headings, summaries, terms, cells.

use super::row;
use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, texts};

/// A heading, and what in it is no running text behind it.
pub fn heading(level: u8, content: Vec<Block>, span: Span) -> Vec<Block> {
    let is_text = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading { .. });
    let texts = content.iter().take_while(|block| is_text(block)).count();
    let mut content = content;
    let rest = content.split_off(texts);
    let content = inlines(content, &row::tab);
    let mut out = Vec::new();
    if !content.is_empty() {
        out.push(Block { span, kind: BlockKind::Heading { level, setext: false, content } });
    }
    out.extend(rest);
    out
}

/// A bold line, unless it is a heading.
pub fn summary(content: Vec<Block>, span: Span) -> Vec<Block> {
    let plain = content.iter().all(|block| matches!(block.kind, BlockKind::Paragraph(_)));
    if !plain || content.is_empty() {
        return content;
    }
    let bold = InlineKind::Strong(inlines(content, &separator));
    let kind = BlockKind::Paragraph(vec![Inline { span, kind: bold }]);
    vec![Block { span, kind }]
}

/// Returns blocks as running text; `between` parts them. What is no running text goes by its texts.
pub fn inlines(blocks: Vec<Block>, between: &impl Fn(Span) -> Inline) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for block in blocks {
        let more = match block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => content,
            kind => all_texts(&[Block { span: block.span, kind }]),
        };
        if let (false, Some(first)) = (out.is_empty(), more.first()) {
            out.push(between(first.span));
        }
        out.extend(more);
    }
    out
}

fn all_texts(blocks: &[Block]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    texts(blocks, &mut |text, span| {
        if !out.is_empty() {
            out.push(separator(span));
        }
        out.push(Inline { span, kind: InlineKind::Text(text.to_owned()) });
    });
    out
}

/// A line end before a place.
pub fn separator(at: Span) -> Inline {
    Inline { span: Span { end: at.start, ..at }, kind: InlineKind::HardBreak }
}
