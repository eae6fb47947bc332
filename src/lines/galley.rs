//! Boxes → a vertical list: slabs, glue between them, and the price of a page turn at each place.

use super::setter::Setter;
use super::{FrameBox, ImageMark, Item, Mark, MarkKind, Slab, side};
use crate::boxes::{Block, Content, ImageBox, Paragraph, RuleBox};
use crate::geom::{Glue, Point, Pt, Size};
use crate::layout::{Align, Break, Frame, LeastLines};

/// What a page turn costs between two lines of a paragraph, and where it is unwelcome: a page had
/// better end with a paragraph.
const IN_PARAGRAPH: i32 = 60;
/// Between two blocks: neither good nor bad.
const BETWEEN: i32 = 0;
/// More than that where the page would end in a hyphen.
const HYPHEN: i32 = 60;
/// Between two rows of a grid, which is read at a glance.
const IN_GRID: i32 = 300;
/// Before the last item of a list, if it is one line: it would stand alone on the next page.
const LONE: i32 = 150;
/// Behind a title and a single line of what it titles; two are wanted there.
const HEADED: i32 = 1_500;
const WANTED: u8 = 2;
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
    /// What comes next stands at the foot of the last page.
    sinks: bool,
    /// How many more lines a title wants below it on its page.
    wanted: u8,
    /// The frame that ended last, if nothing stands below it yet and it shares its edge with the next.
    joint: Option<FrameBox>,
    /// Where blocks begin, in no frame and beside no rail: the same ones in any measure.
    pub begun: Vec<usize>,
    /// How many frames and rails are open.
    shut: u32,
    /// Whether it is to be cut into columns side by side: where those end matters less than where a page does.
    aside: bool,
}

impl Column {
    /// Returns boxes set one below the other.
    pub fn of(blocks: &[Block], measure: Pt, setter: &mut Setter<'_>) -> Column {
        let mut column = Column::default();
        column.blocks(blocks, Pt::ZERO, measure, setter);
        column
    }

    /// Returns boxes set one below the other, to be cut into columns that stand side by side.
    pub fn aside(blocks: &[Block], measure: Pt, setter: &mut Setter<'_>) -> Column {
        let mut column = Column { aside: true, ..Column::default() };
        column.blocks(blocks, Pt::ZERO, measure, setter);
        column
    }

    /// Adds boxes from top to bottom, moved in by `x`, within `measure`.
    pub fn blocks(&mut self, blocks: &[Block], x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        for block in blocks {
            self.block(block, x, measure, setter);
        }
    }

    fn block(&mut self, block: &Block, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        let from = self.items.len();
        if self.shut == 0 {
            self.begun.push(from);
        }
        // A region is one column of the page: at the top of the next it is on the next page too.
        match block.break_before {
            Some(Break::Foot) => self.sinks = true,
            Some(Break::Page) if from > 0 => self.turn(Item::NEW_PAGE),
            Some(Break::Region) if from > 0 => self.turn(Item::ALWAYS),
            _ => {}
        }
        self.space(block.before);
        if block.keep.with_next {
            self.wanted = 0; // what the title above had to title has ended
        }
        self.placed_content(block, x, measure, setter);
        if block.least > Pt::ZERO {
            self.stretch(from, block.least);
        }
        let slabs = self.items[from..].iter().filter(|item| matches!(item, Item::Slab(_))).count();
        let lone = if block.last && slabs == 1 && !self.aside { LONE } else { 0 };
        for item in &mut self.items[from..] {
            if let Item::Penalty(cost) = item
                && *cost > Item::ALWAYS
            {
                let least = if block.keep.together { KEPT } else { lone };
                *cost = (*cost + block.parting).max(least).min(Item::NEVER);
            }
        }
        self.space(block.after);
        self.keep_next |= block.keep.with_next;
    }

    /// Adds what a block holds, moved in, in its frame, with its marker, its rail and what is beside it.
    fn placed_content(&mut self, block: &Block, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        // Nothing is moved out of its region.
        let left = (x + block.indent.0).max(Pt::ZERO);
        let measure = (measure - (left - x) - block.indent.1).max(Pt::ZERO);
        let framed = |frame: Frame, x: Pt, width: Pt| FrameBox { frame, x, width, skip: Pt::ZERO };
        if let Some(rail) = block.rail {
            let frame = Frame { fill: Some(rail.color), ..Frame::default() };
            self.open(framed(frame, x + rail.x - rail.width / 2, rail.width));
        }
        let from = self.items.len();
        match block.frame {
            None => self.content(&block.content, left, measure, setter),
            Some(frame) => {
                self.open(framed(frame, left, measure));
                // A bar at its head has that padding itself.
                if frame.head.is_none() {
                    self.items.push(Item::Glue(Glue::fixed(frame.pad.top)));
                }
                let inside = (measure - frame.pad.left - frame.pad.right).max(Pt::ZERO);
                self.content(&block.content, left + frame.pad.left, inside, setter);
                self.items.push(Item::Glue(Glue::fixed(frame.pad.bottom)));
                self.close();
                self.joint = frame.join.then(|| framed(frame, left, measure));
            }
        }
        if let Some(side) = &block.beside {
            let cell = super::rows::cell(&side.blocks, side.width, setter);
            side::attach(&mut self.items, from, (x, cell));
        }
        if let Some(marker) = block.marker {
            side::mark(&mut self.items[from..], left, marker);
        }
        if block.rail.is_some() {
            self.close();
            if let Some(at) = from.checked_sub(1) {
                side::begin_at_line(&mut self.items[at..]);
            }
        }
    }

    /// Puts white below what was added from an item on, until both are so tall; the space that is owed counts.
    fn stretch(&mut self, from: usize, least: Pt) {
        let height = |item: &Item| match item {
            Item::Slab(slab) => slab.height,
            Item::Glue(glue) => glue.natural,
            _ => Pt::ZERO,
        };
        let tall: Pt = self.items.get(from..).unwrap_or_default().iter().map(height).sum();
        let owed = self.owed.map_or(Pt::ZERO, |owed| owed.natural);
        if tall == Pt::ZERO {
            // White alone would vanish at the top of a page.
            self.slab(Slab { height: least, ..Slab::default() }, Pt::ZERO, Item::NEVER);
        } else if tall + owed < least {
            self.items.push(Item::Glue(Glue::fixed(least - tall)));
            self.owed = Some(Glue::default());
        }
    }

    /// Begins a frame.
    fn open(&mut self, frame: FrameBox) {
        let above = self.joint.take().filter(|above| frame.frame.join && above.x == frame.x);
        if let Some(edge) = above.and_then(|above| above.frame.stroke).filter(|_| self.owed.is_some()) {
            self.owed = Some(Glue::fixed(Pt::ZERO - edge.width));
        }
        self.settle(BETWEEN);
        self.shut += 1;
        self.items.push(Item::Open(frame));
    }

    /// Ends a frame.
    fn close(&mut self) {
        self.owed = None;
        self.shut = self.shut.saturating_sub(1);
        self.items.push(Item::Close);
        self.owed = Some(Glue::default());
    }

    fn content(&mut self, content: &Content, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        match content {
            Content::Stack(blocks) => self.blocks(blocks, x, measure, setter),
            Content::Paragraph(paragraph) => self.paragraph(paragraph, x, measure, setter),
            Content::Row(row) => self.bands(super::rows::set(row, measure, setter), x),
            Content::Grid(grid) => {
                for (at, row) in super::grid::rows(grid, measure, setter).into_iter().enumerate() {
                    let from = self.items.len();
                    if at > 0 && grid.grid.border.is_none() {
                        self.space(grid.grid.row_gap);
                    }
                    self.bands(row, x);
                    if at > 0
                        && !self.aside
                        && let Some(Item::Penalty(cost)) = self.items.get_mut(from)
                    {
                        *cost = (*cost).max(IN_GRID);
                    }
                }
            }
            Content::Columns(columns) => super::abreast::set(columns, (x, measure), self, setter),
            Content::Table(table) => super::table::set(table, x, measure, self, setter),
            Content::Rule(rule) => self.slab(rule_slab(*rule, measure), x, BETWEEN),
            Content::Image(image) => self.slab(image_slab(image, measure), x, BETWEEN),
        }
    }

    /// Adds the lines of a paragraph. The first and the last few stay together (rule 47): with two and
    /// two, two or three lines are not parted at all. A page had better not end in a hyphen.
    fn paragraph(&mut self, paragraph: &Paragraph, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
        let lines = setter.paragraph(paragraph, measure);
        let count = lines.len();
        let LeastLines { orphans, widows } = paragraph.setting.least_lines;
        let mut hyphen = 0;
        for (at, line) in lines.into_iter().enumerate() {
            let cost = match at {
                0 => BETWEEN,
                _ if at < usize::from(orphans) || count - at < usize::from(widows) => Item::NEVER,
                _ => IN_PARAGRAPH + hyphen,
            };
            hyphen = if side::ends_in_hyphen(&line) { HYPHEN } else { 0 };
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
        self.joint = None;
        for mark in &mut slab.marks {
            mark.at.x += x;
        }
        self.items.push(Item::Slab(slab));
        self.owed = Some(Glue::default());
        self.wanted = self.wanted.saturating_sub(1);
    }

    /// Ends the page, or the column of it.
    pub fn turn(&mut self, cost: i32) {
        self.items.push(Item::Penalty(cost));
        self.owed = None;
        self.keep_next = false;
    }

    /// Goes on as behind another column, which was added as a whole.
    pub fn go_on(&mut self, other: &Column) {
        self.space(other.owed.unwrap_or_default());
        self.keep_next |= other.keep_next;
        self.wanted = 0; // side by side there are as many lines as a title wants
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
            let cost = if self.keep_next {
                Item::NEVER
            } else if self.wanted > 0 && !self.aside {
                cost.max(HEADED)
            } else {
                cost
            };
            self.items.push(Item::Penalty(cost));
            if glue != Glue::default() {
                self.items.push(Item::Glue(glue));
            }
        }
        if std::mem::take(&mut self.sinks) {
            self.items.push(Item::Fill);
        }
        if self.keep_next {
            self.wanted = WANTED;
        }
        self.keep_next = false;
    }
}

/// Returns a printed line across the measure.
pub(super) fn rule_slab(rule: RuleBox, measure: Pt) -> Slab {
    let size = Size { width: measure, height: rule.width };
    let mark = Mark { at: Point::default(), tag: None, kind: MarkKind::Rule { size, color: rule.color } };
    let marks = if measure > Pt::ZERO { vec![mark] } else { Vec::new() };
    Slab { height: rule.width, baseline: rule.width / 2 + rule.raise, marks, band: None }
}

/// Returns an image, made smaller if it is wider than it may be.
pub(super) fn image_slab(image: &ImageBox, measure: Pt) -> Slab {
    let mut size = image.size;
    let most = image.most.of(measure);
    if size.width > most && size.width > Pt::ZERO {
        size.height = size.height.scale(most.units(), size.width.units());
        size.width = most;
    }
    let x = match image.align {
        Align::Justify | Align::Start => Pt::ZERO,
        Align::Center => (measure - size.width) / 2,
        Align::End => measure - size.width,
    };
    let (src, crop, radius) = (image.src.clone(), image.crop, image.radius.min(size.width / 2));
    let kind = MarkKind::Image(ImageMark { src, size, crop, radius });
    let mark = Mark { at: Point { x, y: Pt::ZERO }, tag: Some(image.tag), kind };
    Slab { height: size.height, baseline: size.height, marks: vec![mark], band: None }
}
