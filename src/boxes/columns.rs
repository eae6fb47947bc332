//! What stands below the title of a section, in columns side by side.

use super::walk::Build;
use super::{Block, ColumnsBox, Content, narrow};
use crate::geom::Pt;
use crate::layout::{Element, Region};

/// The narrowest column, in em.
const LEAST: i64 = 6;
/// Columns that no page divides are no taller than this part of one.
const PART: i64 = 3;

impl Build<'_> {
    /// Puts boxes into the columns that their section has. What needs all the width keeps it.
    pub(super) fn columns(
        &self,
        mut blocks: Vec<Block>,
        element: &Element,
        has_entries: bool,
        region: usize,
    ) -> Vec<Block> {
        if element.columns_body < 2 || blocks.is_empty() || blocks.iter().any(is_wide) {
            return blocks;
        }
        let mut outer = Block::default();
        if let Some(first) = blocks.first_mut() {
            outer.before = first.before;
            outer.break_before = first.break_before.take();
        }
        // Entries are not moved in; what is beside none is so as a whole.
        if !has_entries {
            outer.indent.0 = element.indent_body;
            blocks.iter_mut().for_each(|block| block.indent.0 -= element.indent_body);
        }
        let em = self.layout.setting.size;
        outer.content = Content::Columns(ColumnsBox {
            count: element.columns_body,
            gutter: element.gutter,
            least: em * LEAST,
            justified: em * narrow::NARROWEST,
            most: self.layout.regions.get(region).map_or(Pt::ZERO, |region| self.room(region)) / PART,
            blocks,
        });
        vec![outer]
    }

    /// Returns how tall the text of a region can be on a page.
    fn room(&self, region: &Region) -> Pt {
        let white = region.inset.0 + region.inset.1 + region.pad.top + region.pad.bottom;
        (self.layout.page.size.height - white).max(Pt::ZERO)
    }
}

/// Tells whether a box holds what would suffer in a column: a table, a picture.
fn is_wide(block: &Block) -> bool {
    match &block.content {
        Content::Table(_) | Content::Image(_) => true,
        Content::Stack(blocks) => blocks.iter().any(is_wide),
        _ => false,
    }
}
