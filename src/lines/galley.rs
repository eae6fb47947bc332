//! Boxes → a vertical list: slabs, glue between them, and the price of a page turn at each place.

use super::setter::Setter;
use super::{FrameBox, ImageMark, Item, Mark, MarkKind, Slab};
use crate::boxes::{Block, Content, ImageBox, Paragraph};
use crate::geom::{Glue, Point, Pt, Size};
use crate::layout::{Align, Rule};

/// What a page turn costs between two lines of a paragraph, and where it is unwelcome: a page had
/// better end with a paragraph.
const IN_PARAGRAPH: i32 = 60;
/// Between two blocks: neither good nor bad.
const BETWEEN: i32 = 0;
/// Inside something that is to stay together, if it fits a page.
const KEPT: i32 = 5_000;

/// A column under construction.
#[derive(Default)]
pub(super) struct Column {
    pub items: Vec<Item>,
    /// The space owed below what was added last; none at the top.
    owed: Option<Glue>,
    /// What was added last must not part from what comes next.
    keep_next: bool,
}

impl Column {
    /// Adds boxes from top to bottom, moved in by `x`, within `measure`.
    pub fn blocks(&mut self, blocks: &[Block], x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        for block in blocks {
            self.block(block, x, measure, setter);
        }
    }

    fn block(&mut self, block: &Block, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        let from = self.items.len();
        // A region is one column of the page: at the top of the next it is on the next page too.
        if block.break_before.is_some() && from > 0 {
            self.items.push(Item::Penalty(Item::ALWAYS));
            self.owed = None;
            self.keep_next = false;
        }
        self.space(block.before);
        let x = x + block.indent.0;
        let measure = (measure - block.indent.0 - block.indent.1).max(Pt::ZERO);
        match block.frame {
            None => self.content(&block.content, x, measure, setter),
            Some(frame) => {
                self.settle(BETWEEN);
                self.items.push(Item::Open(FrameBox { frame, x, width: measure }));
                self.items.push(Item::Glue(Glue::fixed(frame.pad.top)));
                let inside = (measure - frame.pad.left - frame.pad.right).max(Pt::ZERO);
                self.content(&block.content, x + frame.pad.left, inside, setter);
                self.owed = None;
                self.items.push(Item::Glue(Glue::fixed(frame.pad.bottom)));
                self.items.push(Item::Close);
                self.owed = Some(Glue::default());
            }
        }
        if block.keep.together {
            for item in &mut self.items[from..] {
                if let Item::Penalty(cost) = item {
                    *cost = if *cost <= Item::ALWAYS { *cost } else { (*cost).max(KEPT) };
                }
            }
        }
        self.space(block.after);
        self.keep_next |= block.keep.with_next;
    }

    fn content(&mut self, content: &Content, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        match content {
            Content::Stack(blocks) => self.blocks(blocks, x, measure, setter),
            Content::Paragraph(paragraph) => self.paragraph(paragraph, x, measure, setter),
            Content::Row(row) => self.bands(super::rows::set(row, measure, setter), x),
            Content::Grid(grid) => {
                for (at, row) in super::grid::rows(grid, measure, setter).into_iter().enumerate() {
                    if at > 0 {
                        self.space(grid.grid.row_gap);
                    }
                    self.bands(row, x);
                }
            }
            Content::Table(table) => super::table::set(table, x, measure, self, setter),
            Content::Rule(rule) => self.slab(rule_slab(*rule, measure), x, BETWEEN),
            Content::Image(image) => self.slab(image_slab(image, measure), x, BETWEEN),
        }
    }

    /// Adds the lines of a paragraph. Neither its first nor its last line stands alone on a page
    /// (rule 47); so two or three lines are not parted at all.
    fn paragraph(&mut self, paragraph: &Paragraph, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        let lines = setter.paragraph(paragraph, measure);
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let cost = match at {
                0 => BETWEEN,
                1 => Item::NEVER,
                _ if at + 1 == count => Item::NEVER,
                _ => IN_PARAGRAPH,
            };
            self.slab(line, x, cost);
        }
    }

    /// Adds slabs that belong together but may be parted if they have to be.
    pub fn bands(&mut self, bands: Vec<Slab>, x: Pt) {
        for (at, band) in bands.into_iter().enumerate() {
            self.slab(band, x, if at == 0 { BETWEEN } else { IN_PARAGRAPH });
        }
    }

    /// Adds a slab below what there is; a page turn before it costs `cost`.
    pub fn slab(&mut self, mut slab: Slab, x: Pt, cost: i32) {
        self.settle(cost);
        for mark in &mut slab.marks {
            mark.at.x += x;
        }
        self.items.push(Item::Slab(slab));
        self.owed = Some(Glue::default());
    }

    /// Owes a space; of two that meet, the larger counts.
    pub fn space(&mut self, glue: Glue) {
        match &mut self.owed {
            Some(owed) if owed.natural >= glue.natural => {}
            Some(owed) => *owed = glue,
            None => {}
        }
    }

    /// Puts down the space that is owed and the price of a page turn in it.
    fn settle(&mut self, cost: i32) {
        if let Some(glue) = self.owed.take() {
            let cost = if self.keep_next { Item::NEVER } else { cost };
            self.items.push(Item::Penalty(cost));
            if glue != Glue::default() {
                self.items.push(Item::Glue(glue));
            }
        }
        self.keep_next = false;
    }
}

/// Returns a printed line across the measure.
pub(super) fn rule_slab(rule: Rule, measure: Pt) -> Slab {
    let size = Size { width: measure, height: rule.width };
    let mark = Mark { at: Point::default(), tag: None, kind: MarkKind::Rule { size, color: rule.color } };
    Slab { height: rule.width, baseline: rule.width, marks: vec![mark] }
}

/// Returns an image, made smaller if it is wider than the measure.
fn image_slab(image: &ImageBox, measure: Pt) -> Slab {
    let mut size = image.size;
    if size.width > measure && size.width > Pt::ZERO {
        size.height = size.height.scale(measure.units(), size.width.units());
        size.width = measure;
    }
    let x = match image.align {
        Align::Justify | Align::Start => Pt::ZERO,
        Align::Center => (measure - size.width) / 2,
        Align::End => measure - size.width,
    };
    let kind =
        MarkKind::Image(ImageMark { src: image.src.clone(), size, crop: image.crop, round: image.round });
    let mark = Mark { at: Point { x, y: Pt::ZERO }, tag: Some(image.tag), kind };
    Slab { height: size.height, baseline: size.height, marks: vec![mark] }
}
