//! Running text in narrow columns is set ragged: justified, its lines would have holes.

use super::{Block, Content};
use crate::geom::Pt;
use crate::layout::Align;

/// The narrowest measure in which text is justified, in em: 24 Han characters.
pub(super) const NARROWEST: i64 = 24;

/// Returns boxes whose justified paragraphs are ragged where their measure is less than `narrowest`.
pub fn ragged(blocks: &[Block], measure: Pt, narrowest: Pt) -> Vec<Block> {
    let mut blocks = blocks.to_vec();
    rag(&mut blocks, measure, narrowest);
    blocks
}

/// Sets the justified paragraphs of boxes ragged where their measure is less than `narrowest`.
pub(super) fn rag(blocks: &mut [Block], measure: Pt, narrowest: Pt) {
    for block in blocks {
        let pad = block.frame.map_or(Pt::ZERO, |frame| frame.pad.left + frame.pad.right);
        let measure = measure - block.indent.0 - block.indent.1 - pad;
        match &mut block.content {
            Content::Stack(blocks) => rag(blocks, measure, narrowest),
            // Left as they are where they turn out to be one column.
            Content::Columns(columns) => rag(&mut columns.blocks, measure, narrowest),
            Content::Paragraph(paragraph)
                if paragraph.setting.align == Align::Justify && measure < narrowest =>
            {
                paragraph.setting.align = Align::Start;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boxes::Paragraph;

    #[test]
    fn text_is_ragged_where_its_own_measure_is_narrow() {
        let text = || Block { content: Content::Paragraph(Paragraph::default()), ..Block::default() };
        let indent = (Pt::new(1), Pt::ZERO);
        let moved = Block { indent, content: Content::Stack(vec![text()]), ..Block::default() };
        let mut blocks = [text(), moved];
        rag(&mut blocks, Pt::new(240), Pt::new(240));
        let align = |block: &Block| match &block.content {
            Content::Paragraph(paragraph) => paragraph.setting.align,
            _ => Align::Center,
        };
        assert_eq!(align(&blocks[0]), Align::Justify);
        let Content::Stack(inner) = &blocks[1].content else { panic!("a stack") };
        assert_eq!(align(&inner[0]), Align::Start);
    }
}
