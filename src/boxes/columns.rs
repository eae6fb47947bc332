//! Columns side by side: the content below the title of a section, or a list.

use super::walk::Build;
use super::{Block, ColumnsBox, Content, narrow};
use crate::diag::Span;
use crate::geom::Pt;
use crate::layout::{Element, Region};
use crate::model::DirectiveKind;

/// The narrowest column, in em.
const LEAST: i64 = 6;
/// The space between columns that the author asks for, in em.
const GUTTER: i64 = 2;
/// Columns that no page divides are at most the height of a page divided by this.
const PART: i64 = 3;

/// The number of columns, and the space between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    count: u32,
    gutter: Pt,
}

impl Columns {
    /// Returns the columns that a layout gives to the content below a title.
    pub(super) fn of(element: &Element) -> Columns {
        Columns { count: element.columns_body, gutter: element.gutter }
    }
}

impl Build<'_> {
    /// Returns the columns that the author asks for with `<!-- columns: 2 -->` before a block or a title.
    pub(super) fn columns_of(&self, span: Span) -> Option<Columns> {
        let gutter = self.layout.setting.size * GUTTER;
        self.directives.iter().filter(|directive| directive.of == Some(span)).find_map(|said| {
            match said.kind {
                DirectiveKind::Columns(count) => Some(Columns { count: count.into(), gutter }),
                DirectiveKind::Tags(_) => None,
            }
        })
    }

    /// Puts boxes into columns. Boxes that need all the width keep it; those in no entry were indented, and are
    /// now indented as a whole.
    pub(super) fn columns(&self, mut blocks: Vec<Block>, wanted: Columns, moved: Pt) -> Vec<Block> {
        if wanted.count < 2 || blocks.is_empty() || blocks.iter().any(is_wide) {
            return blocks;
        }
        let mut outer = Block::default();
        if let Some(first) = blocks.first_mut() {
            outer.before = first.before;
            outer.break_before = first.break_before.take();
        }
        outer.indent.0 = moved;
        blocks.iter_mut().for_each(|block| block.indent.0 -= moved);
        let em = self.layout.setting.size;
        outer.content = Content::Columns(ColumnsBox {
            count: wanted.count,
            gutter: wanted.gutter,
            least: em * LEAST,
            justified: em * narrow::NARROWEST,
            most: self.layout.regions.get(self.region).map_or(Pt::ZERO, |region| self.room(region)) / PART,
            blocks,
        });
        vec![outer]
    }

    /// Returns the maximum height of a region's text on a page.
    fn room(&self, region: &Region) -> Pt {
        let white = region.inset.0 + region.inset.1 + region.pad.top + region.pad.bottom;
        (self.layout.page.size.height - white).max(Pt::ZERO)
    }
}

/// Returns whether a box holds something too wide for a column: a table, a picture.
fn is_wide(block: &Block) -> bool {
    match &block.content {
        Content::Table(_) | Content::Image(_) => true,
        Content::Stack(blocks) => blocks.iter().any(is_wide),
        _ => false,
    }
}
