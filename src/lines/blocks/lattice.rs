//! Cells whose edges are all drawn, row by row, so that a page may end between any two rows.

use crate::geom::{Point, Pt, Sides, Size};
use crate::layout::Color;
use crate::lines::galley::{Mark, MarkKind, Slab};

/// Adds padding above and below the lines of a row.
pub(super) fn pad(bands: &mut [Slab], pad: Sides) {
    if let Some(first) = bands.first_mut() {
        lower(first, pad.top);
    }
    if let Some(last) = bands.last_mut() {
        last.height += pad.bottom;
    }
}

fn lower(slab: &mut Slab, by: Pt) {
    slab.height += by;
    slab.baseline += by;
    for mark in &mut slab.marks {
        mark.at.y += by;
    }
}

/// A row of cells from left to right: their edges, and their fills.
#[derive(Clone, Debug, Default)]
pub(in crate::lines) struct Cells {
    /// The start of each cell, and the end of the last.
    pub edges: Vec<Pt>,
    /// The colour behind each.
    pub fills: Vec<Option<Color>>,
}

impl Cells {
    /// Draws the fills, and the edges if there is a line (thickness and ink) for them. The line below a row
    /// is also that above the next one, drawn twice in one place, so that no page ends or begins without it.
    pub fn enclose(&self, bands: &mut [Slab], line: Option<(Pt, Color)>) {
        let Some(&end) = self.edges.last() else { return };
        let (width, color) = line.unwrap_or_default();
        let last = bands.len().saturating_sub(1);
        for (at, band) in bands.iter_mut().enumerate() {
            let top = if at == 0 { width } else { Pt::ZERO };
            lower(band, top);
            let mut marks = Vec::new();
            for (cell, fill) in self.edges.windows(2).zip(&self.fills) {
                let area = (cell[0], top, cell[1] - cell[0], band.height - top);
                marks.extend(fill.map(|fill| rectangle(area, fill)));
            }
            if line.is_some() {
                let upright = |&x: &Pt| rectangle((x, Pt::ZERO, width, band.height), color);
                marks.extend(self.lines(width).iter().map(upright));
                let across = |y: Pt| rectangle((Pt::ZERO, y, end, width), color);
                marks.extend((at == 0).then(|| across(Pt::ZERO)));
                marks.extend((at == last).then(|| across(band.height)));
            }
            // They are printed before the first cell, and then count as part of it.
            if let Some(first) = band.band.as_mut().and_then(|band| band.cells.first_mut()) {
                *first += marks.len();
            }
            marks.append(&mut band.marks);
            band.marks = marks;
        }
    }

    /// Returns the left edge of each vertical line: the outer ones lie inside the row.
    fn lines(&self, width: Pt) -> Vec<Pt> {
        let last = self.edges.len().saturating_sub(1);
        let place = |(at, &edge): (usize, &Pt)| match at {
            0 => edge,
            _ if at == last => edge - width,
            _ => edge - width / 2,
        };
        self.edges.iter().enumerate().map(place).collect()
    }
}

fn rectangle((x, y, width, height): (Pt, Pt, Pt, Pt), color: Color) -> Mark {
    let kind = MarkKind::Rule { size: Size { width, height }, color };
    Mark { at: Point { x, y }, tag: None, kind }
}
