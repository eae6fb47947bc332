//! A column under construction: what is owed, kept and open while things are added from top to bottom.

use crate::geom::{Glue, Pt};
use crate::lines::galley::{FrameBox, Item, Slab};

/// The price of a page break between two lines of a paragraph, and elsewhere where it is unwelcome: a page
/// should preferably end with a paragraph.
pub(super) const IN_PARAGRAPH: i32 = 60;
/// Between two blocks: neither good nor bad.
pub(super) const BETWEEN: i32 = 0;
/// After a title and a single line below it; two are wanted there.
const HEADED: i32 = 1_500;
const WANTED: u8 = 2;

/// A column under construction.
#[derive(Default)]
pub(in crate::lines) struct Column {
    pub items: Vec<Item>,
    /// The space owed below the last addition; `None` at the top.
    pub(super) owed: Option<Glue>,
    /// Whether the last addition must not be separated from the next.
    pub(super) keep_next: bool,
    /// Whether the next addition goes at the foot of the last page.
    pub(super) sinks: bool,
    /// The number of further lines that a title wants below it on its page.
    pub(super) wanted: u8,
    /// The frame that ended last, if nothing is below it yet and it shares its edge with the next.
    pub(super) joint: Option<FrameBox>,
    /// The items at which blocks begin that are in no frame or rail: the same blocks in any measure.
    pub begun: Vec<usize>,
    /// The number of open frames and rails.
    pub(super) shut: u32,
    /// Whether it will be cut into columns side by side: where those end matters less than where a page does.
    pub(super) aside: bool,
}

impl Column {
    /// Adds white below everything from an item on, until both are `least` tall; space that is owed counts.
    pub fn stretch(&mut self, from: usize, least: Pt) {
        let height = |item: &Item| match item {
            Item::Slab(slab) => slab.height,
            Item::Glue(glue) => glue.natural,
            _ => Pt::ZERO,
        };
        let tall: Pt = self.items.get(from..).unwrap_or_default().iter().map(height).sum();
        let owed = self.owed.map_or(Pt::ZERO, |owed| owed.natural);
        if tall == Pt::ZERO {
            // White space alone would vanish at the top of a page.
            self.slab(Slab { height: least, ..Slab::default() }, Pt::ZERO, Item::NEVER);
        } else if tall + owed < least {
            self.items.push(Item::Glue(Glue::fixed(least - tall)));
            self.owed = Some(Glue::default());
        }
    }

    /// Begins a frame.
    pub fn open(&mut self, frame: FrameBox) {
        let above = self.joint.take().filter(|above| frame.frame.join && above.x == frame.x);
        if let Some(edge) = above.and_then(|above| above.frame.stroke).filter(|_| self.owed.is_some()) {
            self.owed = Some(Glue::fixed(Pt::ZERO - edge.width));
        }
        self.settle(BETWEEN);
        self.shut += 1;
        self.items.push(Item::Open(frame));
    }

    /// Ends a frame.
    pub fn close(&mut self) {
        self.owed = None;
        self.shut = self.shut.saturating_sub(1);
        self.items.push(Item::Close);
        self.owed = Some(Glue::default());
    }

    /// Adds slabs that belong together but may be separated if necessary.
    pub fn bands(&mut self, bands: Vec<Slab>, x: Pt) {
        for (at, band) in bands.into_iter().enumerate() {
            self.slab(band, x, if at == 0 { BETWEEN } else { IN_PARAGRAPH });
        }
    }

    /// Adds a slab below the others; a page break before it costs `cost`.
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

    /// Ends the page, or its column.
    pub fn turn(&mut self, cost: i32) {
        self.items.push(Item::Penalty(cost));
        self.owed = None;
        self.keep_next = false;
    }

    /// Continues as after another column, which was added as a whole.
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

    /// Adds the space that is owed and the price of a page break in it.
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
