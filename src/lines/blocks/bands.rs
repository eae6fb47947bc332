//! Cells side by side on a common first baseline, joined into bands between which a page may end.

use crate::geom::{Point, Pt};
use crate::lines::galley::{Band, FrameBox, Item, Mark, MarkKind, Slab};

/// A cell once it is set: its x, and its slabs, each with its y.
pub(in crate::lines) type SetCell = (Pt, Vec<(Pt, Slab)>);

/// Returns the slabs of a small column with the y of each.
pub(super) fn placed(items: Vec<Item>) -> Vec<(Pt, Slab)> {
    let mut y = Pt::ZERO;
    let mut out: Vec<(Pt, Slab)> = Vec::new();
    // Open frames: each with its top and its first slab, before whose marks its own go.
    let mut open: Vec<(FrameBox, Pt, usize)> = Vec::new();
    for item in items {
        match item {
            Item::Slab(slab) => {
                let height = slab.height;
                out.push((y, slab));
                y += height;
            }
            Item::Glue(glue) => y += glue.natural,
            Item::Open(frame) => open.push((frame, y + frame.skip, out.len())),
            Item::Close => {
                if let Some((frame, top, first)) = open.pop()
                    && let Some((from, slab)) = out.get_mut(first)
                {
                    slab.put_first(frame.marks(Point { x: frame.x, y: top - *from }, y - top));
                }
            }
            Item::Penalty(_) | Item::Fill | Item::Repeat(_) | Item::RepeatEnd => {}
        }
    }
    out
}

/// The height up to which a row is not divided by a page: its cells are then read one after the other.
pub(super) const WHOLE: Pt = Pt::new(120);

/// Joins cells into slabs: their first baselines align, and lines that overlap in height stay together.
pub(super) fn bands(cells: Vec<SetCell>) -> Vec<Slab> {
    joined(cells, WHOLE)
}

/// Like [`bands`], but rows up to `whole` tall become one slab.
pub(super) fn joined(cells: Vec<SetCell>, whole: Pt) -> Vec<Slab> {
    // A picture hangs from the row's top; only text has a baseline to align.
    let first = |slabs: &[(Pt, Slab)]| {
        let text = slabs.first().filter(|(_, slab)| !is_picture(slab));
        text.map(|(y, slab)| *y + slab.baseline)
    };
    let baseline = cells.iter().filter_map(|(_, slabs)| first(slabs)).max().unwrap_or_default();
    let count = cells.len();
    let mut all: Vec<(usize, Point, Slab)> = Vec::new();
    for (cell, (x, slabs)) in cells.into_iter().enumerate() {
        let drop = first(&slabs).map_or(Pt::ZERO, |own| baseline - own);
        all.extend(slabs.into_iter().map(|(y, slab)| (cell, Point { x, y: y + drop }, slab)));
    }
    let order: Vec<(Pt, Pt)> = all.iter().map(|(_, at, slab)| (at.y, at.y + slab.height)).collect();
    let mut cuts = cuts(order);
    if cuts.last().is_some_and(|&foot| foot <= whole) {
        cuts.drain(1..cuts.len() - 1);
    }
    let parted = cuts.len() > 2;
    let mut out: Vec<Slab> = Vec::with_capacity(cuts.len() - 1);
    for cut in cuts.windows(2) {
        let band = parted.then(|| Band { first: cut[0] == Pt::ZERO, cells: vec![0; count] });
        out.push(Slab { height: cut[1] - cut[0], band, ..Slab::default() });
    }
    // Cell by cell, as it is read.
    for (cell, from, slab) in all {
        let at = cuts.partition_point(|&cut| cut <= from.y).clamp(1, out.len()) - 1;
        let place = Point { x: from.x, y: from.y - cuts[at] };
        let into = &mut out[at];
        if into.marks.is_empty() {
            into.baseline = place.y + slab.baseline;
        }
        if let Some(band) = &mut into.band {
            band.cells[cell] += slab.marks.len();
        }
        into.marks.extend(slab.marks.into_iter().map(|mark| Mark { at: mark.at + place, ..mark }));
    }
    out
}

/// Returns whether a slab is an image alone, whose box ends on its baseline.
pub(super) fn is_picture(slab: &Slab) -> bool {
    slab.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Image(_)))
}

/// Returns the heights that would divide no slab, top and foot included.
pub(super) fn cuts(mut extents: Vec<(Pt, Pt)>) -> Vec<Pt> {
    extents.sort_unstable();
    let mut cuts = vec![Pt::ZERO];
    let mut foot = Pt::ZERO;
    for (top, bottom) in extents {
        if top >= foot && foot > Pt::ZERO {
            cuts.push(top);
        }
        foot = foot.max(bottom);
    }
    cuts.push(foot);
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pts(lengths: &[i64]) -> Vec<Pt> {
        lengths.iter().map(|&length| Pt::new(length)).collect()
    }

    #[test]
    fn a_row_is_cut_where_no_line_is_divided() {
        let pt = |top, bottom| (Pt::new(top), Pt::new(bottom));
        assert_eq!(cuts(vec![pt(0, 10), pt(0, 10), pt(10, 20)]), pts(&[0, 10, 20]));
        assert_eq!(cuts(vec![pt(0, 10), pt(10, 20), pt(0, 15)]), pts(&[0, 20]));
        assert_eq!(cuts(vec![]), pts(&[0, 0]));
    }
}
