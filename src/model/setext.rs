//! Headings that nobody meant: text right above `---`, which CommonMark takes for a heading underlined.

use std::borrow::Cow;

use super::key;
use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, plain_text};

/// A title that is longer than this, in characters, is text.
const TITLE: usize = 30;

/// Returns the blocks of a document, text over a rule turned back into that.
pub(super) fn blocks<'a>(blocks: Cow<'a, [Block]>, source: &str) -> Cow<'a, [Block]> {
    let accidental = |block: &Block| match &block.kind {
        BlockKind::Heading { setext: true, content, .. } => is_accidental(block, content, source),
        _ => false,
    };
    if !blocks.iter().any(accidental) {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len() + 1);
    for block in blocks.iter() {
        match &block.kind {
            BlockKind::Heading { content, .. } if accidental(block) => {
                let content = content.clone();
                let text = content.iter().map(|inline| inline.span).reduce(Span::to).unwrap_or(block.span);
                out.push(Block { span: text, kind: BlockKind::Paragraph(content) });
                let rule = Span { start: block.span.end.saturating_sub(3).max(text.end), ..block.span };
                out.push(Block { span: rule, kind: BlockKind::Break });
            }
            _ => out.push(block.clone()),
        }
    }
    Cow::Owned(out)
}

/// Tells whether a heading over `---` is text: several lines, a sentence, a pair of key and value, or longer
/// than titles are.
pub(super) fn is_accidental(block: &Block, content: &[Inline], source: &str) -> bool {
    if !source[block.span.range()].trim_end().ends_with('-') {
        return false;
    }
    let several = content
        .iter()
        .any(|inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak));
    let text = plain_text(content);
    let sentence = text.trim_end().ends_with(['。', '，', '；', '：', '！', '.', ';', ':', ',']);
    let pair = key::at_start(&text, key::GRID_KEY).is_some_and(|key| key.value < text.len());
    several || sentence || pair || text.contains('@') || text.chars().count() > TITLE
}

/// Takes `#` without a title for what it shows: nothing at the top, a line across the page below.
pub(super) fn without_empty(blocks: Cow<'_, [Block]>) -> Cow<'_, [Block]> {
    let empty = |block: &Block| match &block.kind {
        BlockKind::Heading { content, .. } => content.is_empty(),
        _ => false,
    };
    if !blocks.iter().any(empty) {
        return blocks;
    }
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.iter() {
        let after_rule = out.last().is_none_or(|last| matches!(last.kind, BlockKind::Break));
        match empty(block) {
            false => out.push(block.clone()),
            true if after_rule => {}
            true => out.push(Block { span: block.span, kind: BlockKind::Break }),
        }
    }
    Cow::Owned(out)
}
