//! Puts the slabs of a column at their places on each of its pages.

use super::Page;
use super::breaks::Span;
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::{Color, Layout, Region};
use crate::lines::{FrameBox, Item, Mark, MarkKind, Slab};

/// One page's part of a column.
#[derive(Default)]
pub(super) struct Placed {
    /// What is printed, at places on the page.
    pub marks: Vec<Mark>,
    /// How far down the text goes, from the top of the region's text.
    pub height: Pt,
}

/// Returns the marks of each page of a column.
pub(super) fn columns(items: &[Item], pages: &[Span], region: &Region) -> Vec<Placed> {
    let origin = Point { x: region.x + region.pad.left, y: region.inset.0 + region.pad.top };
    let mut open: Vec<FrameBox> = Vec::new();
    let mut repeated: &[Slab] = &[];
    let mut placed = Vec::with_capacity(pages.len());
    for page in pages {
        let mut sheet =
            Sheet { origin, y: Pt::ZERO, begun: false, out: Placed::default(), frames: Vec::new() };
        sheet.frames = open.iter().map(|frame| (*frame, Pt::ZERO, 0)).collect();
        if page.start > 0 {
            for slab in repeated {
                sheet.again(slab);
            }
        }
        for item in &items[page.start..page.end] {
            sheet.item(item, &mut repeated);
        }
        open = sheet.close_all();
        placed.push(sheet.out);
    }
    placed
}

/// A page's column while it is filled.
struct Sheet {
    origin: Point,
    y: Pt,
    /// Whether anything stands on the page: before that, glue vanishes.
    begun: bool,
    out: Placed,
    /// Frames that are open: each with its top and the mark before which its ground is drawn.
    frames: Vec<(FrameBox, Pt, usize)>,
}

impl Sheet {
    fn item<'a>(&mut self, item: &'a Item, repeated: &mut &'a [Slab]) {
        match item {
            Item::Slab(slab) => self.slab(slab),
            Item::Glue(glue) if self.begun => self.y += glue.natural,
            Item::Glue(_) | Item::Penalty(_) => {}
            Item::Open(frame) => {
                self.begun = true;
                self.frames.push((*frame, self.y, self.out.marks.len()));
            }
            Item::Close => {
                if let Some((frame, top, at)) = self.frames.pop() {
                    self.ground(frame, top, at);
                }
            }
            Item::Repeat(slabs) => *repeated = slabs,
            Item::RepeatEnd => *repeated = &[],
        }
    }

    fn slab(&mut self, slab: &Slab) {
        self.begun = true;
        let top = Point { x: self.origin.x, y: self.origin.y + self.y };
        self.out.marks.extend(at([(Pt::ZERO, slab.clone())], top));
        self.y += slab.height;
        self.out.height = self.y;
    }

    /// Prints a slab once more: what is repeated is an artifact.
    fn again(&mut self, slab: &Slab) {
        let from = self.out.marks.len();
        self.slab(slab);
        for mark in &mut self.out.marks[from..] {
            mark.tag = None;
        }
    }

    /// Draws what a frame shows behind its content.
    fn ground(&mut self, frame: FrameBox, top: Pt, at: usize) {
        let origin = Point { x: self.origin.x + frame.x, y: self.origin.y + top };
        let size = Size { width: frame.width, height: self.y - top };
        let mut marks = Vec::new();
        if let Some(fill) = frame.frame.fill {
            marks.push(rule(Rect { origin, size }, fill));
        }
        if let Some((width, color)) = frame.frame.stroke {
            marks.extend(border(Rect { origin, size }, width).map(|edge| rule(edge, color)));
        }
        self.out.marks.splice(at..at, marks);
    }

    /// Ends the page: what is still open goes on on the next.
    fn close_all(&mut self) -> Vec<FrameBox> {
        let mut open = Vec::new();
        while let Some((frame, top, at)) = self.frames.pop() {
            self.ground(frame, top, at);
            open.push(frame);
        }
        open.reverse();
        open
    }
}

/// Returns the marks of slabs below a point.
pub(super) fn at(slabs: impl IntoIterator<Item = (Pt, Slab)>, top: Point) -> Vec<Mark> {
    let down = |y: Pt| top + Point { x: Pt::ZERO, y };
    let mut marks = Vec::new();
    for (y, slab) in slabs {
        marks.extend(slab.marks.into_iter().map(|mark| Mark { at: mark.at + down(y), ..mark }));
    }
    marks
}

/// Draws the page's and the regions' colours behind everything, on every page, into the bleed where
/// they touch the edge.
pub(super) fn backgrounds(pages: &mut [Page], layout: &Layout) {
    let sheet = Rect { origin: Point::default(), size: layout.page.size };
    let mut grounds: Vec<Mark> = layout.page.background.iter().map(|&color| rule(sheet, color)).collect();
    for region in &layout.regions {
        let origin = Point { x: region.x, y: region.inset.0 };
        let height = layout.page.size.height - region.inset.0 - region.inset.1;
        let area = Rect { origin, size: Size { width: region.width, height } };
        grounds.extend(region.background.map(|color| rule(area, color)));
    }
    for page in pages {
        page.marks.splice(0..0, grounds.iter().cloned());
    }
}

fn rule(area: Rect, color: Color) -> Mark {
    Mark { at: area.origin, tag: None, kind: MarkKind::Rule { size: area.size, color } }
}

/// The four edges of a border, inside its box.
fn border(area: Rect, width: Pt) -> [Rect; 4] {
    let (origin, size) = (area.origin, area.size);
    let across = Size { width: size.width, height: width };
    let down = Size { width, height: size.height };
    [
        Rect { origin, size: across },
        Rect { origin: Point { x: origin.x, y: area.bottom() - width }, size: across },
        Rect { origin, size: down },
        Rect { origin: Point { x: area.right() - width, y: origin.y }, size: down },
    ]
}
