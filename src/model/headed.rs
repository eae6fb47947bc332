//! A title of a section that also names an employer or a school after a colon: `# 工作经验: 某公司`.

use std::borrow::Cow;

use super::kinds::SectionKind;
use super::words;
use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};

/// Returns the blocks of a document with two headings in place of such a one: the section's, and below it that of
/// its entry.
pub(super) fn blocks(blocks: Cow<'_, [Block]>) -> Cow<'_, [Block]> {
    if !blocks.iter().any(|block| parted(block).is_some()) {
        return blocks;
    }
    let both = |block: &Block| parted(block).map_or_else(|| vec![block.clone()], Vec::from);
    Cow::Owned(blocks.iter().flat_map(both).collect())
}

fn parted(block: &Block) -> Option<[Block; 2]> {
    let BlockKind::Heading { level, setext, content } = &block.kind else { return None };
    let [inline] = content.as_slice() else { return None };
    let InlineKind::Text(text) = &inline.kind else { return None };
    // Its bytes are the source's own, so that each half has its place.
    if text.len() != inline.span.len() || *level > 5 {
        return None;
    }
    let (title, rest) = text.split_once([':', '：'])?;
    let house = rest.trim();
    let told = SectionKind::is_exact_title(title.trim())
        && matches!(SectionKind::of_title(title)[0], SectionKind::Work | SectionKind::Education)
        && (words::is_company(house) || words::is_school(house));
    let start = text.len() - rest.trim_start().len();
    let piece = |from: usize, text: &str| {
        let start = inline.span.range().start + from;
        let span = Span::new(inline.span.file, start..start + text.len());
        Inline { kind: InlineKind::Text(text.to_owned()), span }
    };
    let heading = |level: u8, inline: Inline| Block {
        span: inline.span,
        kind: BlockKind::Heading { level, setext: *setext, content: vec![inline] },
    };
    told.then(|| [heading(*level, piece(0, title.trim_end())), heading(level + 1, piece(start, house))])
}
