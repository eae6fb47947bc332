//! Places the slabs of a region, column by column.

use super::breaks::Span;
use crate::geom::{Point, Pt};
use crate::lines::Mark;
use crate::lines::{Band, FrameBox, Item, Slab};

/// The content of one column.
#[derive(Default)]
pub(super) struct Placed {
    /// Its marks, at points on the page.
    pub marks: Vec<Mark>,
    /// The height of the text, from the top of the column.
    pub height: Pt,
}

/// Returns the marks of each column of a region. The spans cover all items, one column after the other; each
/// begins at an origin on its page.
pub(super) fn columns(items: Vec<Item>, spans: &[Span], origins: impl Iterator<Item = Point>) -> Vec<Placed> {
    let mut open: Vec<FrameBox> = Vec::new();
    let mut repeated: Vec<Slab> = Vec::new();
    let mut placed = Vec::with_capacity(spans.len());
    let mut items = items.into_iter();
    for (span, origin) in spans.iter().zip(origins) {
        let mut sheet = Sheet {
            origin,
            y: Pt::ZERO,
            begun: false,
            out: Placed::default(),
            frames: Vec::new(),
            row: Vec::new(),
        };
        for frame in &open {
            sheet.frames.push((*frame, sheet.y, 0));
            sheet.y += frame.frame.pad_continued();
        }
        if span.start > 0 {
            for slab in &repeated {
                sheet.again(slab.clone());
            }
        }
        for item in items.by_ref().take(span.end - span.start) {
            sheet.item(item, span, &mut repeated);
        }
        open = sheet.close_all();
        placed.push(sheet.out);
    }
    placed
}

/// A column while it is filled.
struct Sheet {
    origin: Point,
    y: Pt,
    /// Whether the column has any content yet: before that, glue vanishes.
    begun: bool,
    out: Placed,
    /// Open frames: each with its top and the mark before which its ground is drawn.
    frames: Vec<(FrameBox, Pt, usize)>,
    /// The end of each cell's marks, in a row that has begun.
    row: Vec<usize>,
}

impl Sheet {
    fn item(&mut self, item: Item, span: &Span, repeated: &mut Vec<Slab>) {
        match item {
            Item::Slab(slab) => self.slab(slab),
            Item::Glue(glue) if self.begun => self.y += span.set.height(glue),
            Item::Glue(_) | Item::Fill | Item::Penalty(_) => {}
            Item::Open(frame) => {
                self.begun = true;
                self.frames.push((
                    FrameBox { skip: Pt::ZERO, ..frame },
                    self.y + frame.skip,
                    self.out.marks.len(),
                ));
            }
            Item::Close => {
                if let Some((frame, top, at)) = self.frames.pop() {
                    self.ground(frame, top, at);
                }
            }
            Item::Repeat(slabs) => *repeated = slabs,
            Item::RepeatEnd => repeated.clear(),
        }
    }

    fn slab(&mut self, mut slab: Slab) {
        self.begun = true;
        let top = Point { x: self.origin.x, y: self.origin.y + self.y };
        let (height, band) = (slab.height, slab.band.take());
        let marks = at([(Pt::ZERO, slab)], top);
        match band {
            Some(band) => self.band(&band, marks),
            None => self.out.marks.extend(marks),
        }
        self.y += height;
        self.out.height = self.y;
    }

    /// Inserts the marks of a part of a row after those that their cells already have in this column,
    /// so that each cell is read to its end.
    fn band(&mut self, band: &Band, marks: Vec<Mark>) {
        if band.first || self.row.len() != band.cells.len() {
            self.row = vec![self.out.marks.len(); band.cells.len()];
        }
        let mut marks = marks.into_iter();
        let mut before = 0;
        for (end, &count) in self.row.iter_mut().zip(&band.cells) {
            *end += before;
            self.out.marks.splice(*end..*end, marks.by_ref().take(count));
            *end += count;
            before += count;
        }
    }

    /// Prints a slab again: a repetition is an artifact.
    fn again(&mut self, slab: Slab) {
        let from = self.out.marks.len();
        self.slab(slab);
        for mark in &mut self.out.marks[from..] {
            mark.tag = None;
        }
    }

    /// Draws the ground and lines of a frame behind its content.
    fn ground(&mut self, frame: FrameBox, top: Pt, at: usize) {
        let origin = Point { x: self.origin.x + frame.x, y: self.origin.y + top };
        self.out.marks.splice(at..at, frame.marks(origin, (self.y - top).max(Pt::ZERO)));
    }

    /// Ends the column: open frames continue in the next.
    fn close_all(&mut self) -> Vec<FrameBox> {
        let mut open = Vec::new();
        while let Some((frame, top, at)) = self.frames.pop() {
            self.y += frame.frame.pad.bottom;
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
