//! Rows: cells side by side on a common first baseline, each a galley of its own, so that a long
//! title wraps while its date stays on the first line.

use super::galley::Column;
use super::setter::Setter;
use super::{Band, FrameBox, Item, Mark, Slab};
use crate::boxes::{Block, CellBox, CellWidth, Content, RowBox};
use crate::geom::{Point, Pt};
use crate::layout::{Start, Width};

/// The least space between two cells of a row: a Han character of body text.
const LEAST_GAP: Pt = Pt::new(10);

/// What a cell holds when it is set: its x, and its slabs, each with its y.
pub(super) type SetCell = (Pt, Vec<(Pt, Slab)>);

/// Sets a row. Returns slabs from top to bottom: more than one where a page turn would divide no
/// line of any cell.
pub(super) fn set(row: &RowBox, measure: Pt, setter: &mut Setter<'_>) -> Vec<Slab> {
    let places = places(&row.cells, measure, setter);
    let set = |(of, (x, width)): (&CellBox, (Pt, Pt))| (x, cell(&of.blocks, width, setter));
    bands(row.cells.iter().zip(places).map(set).collect())
}

/// Sets boxes as a small column of their own: its slabs, each with its y.
pub(super) fn cell(blocks: &[Block], measure: Pt, setter: &mut Setter<'_>) -> Vec<(Pt, Slab)> {
    let mut column = Column::default();
    column.blocks(blocks, Pt::ZERO, measure, setter);
    placed(column.items)
}

/// Returns x and width of each cell.
fn places(cells: &[CellBox], measure: Pt, setter: &mut Setter<'_>) -> Vec<(Pt, Pt)> {
    let gaps: Pt = cells.iter().map(|cell| gap(cell.start)).sum();
    let mut widths: Vec<Pt> = cells.iter().map(|cell| natural(cell, measure, setter)).collect();
    let shares: u32 = cells.iter().map(share).sum();
    let room = (measure - gaps).max(Pt::ZERO);
    if shares > 0 {
        let left = (room - widths.iter().copied().sum()).max(Pt::ZERO);
        for (cell, width) in cells.iter().zip(&mut widths) {
            *width += left.scale(i64::from(share(cell)), i64::from(shares));
        }
    }
    narrow(&mut widths, room);
    let mut out = Vec::with_capacity(cells.len());
    let mut from = 0;
    while from < cells.len() {
        let behind = cells.iter().skip(from + 1).position(|cell| matches!(cell.start, Start::Tab(_)));
        let to = behind.map_or(cells.len(), |at| from + 1 + at);
        // What stands before a tab has the room up to it, or up to what the cells behind it leave.
        let rest: Pt =
            cells[to..].iter().zip(&widths[to..]).map(|(cell, width)| gap(cell.start) + *width).sum();
        let end = match cells.get(to).map(|cell| cell.start) {
            Some(Start::Tab(tab)) => tab.min(measure - rest),
            _ => measure,
        };
        let begin = out.last().map_or(Pt::ZERO, |&(x, width)| x + width);
        spread(&cells[from..to], &widths[from..to], (begin, end), &mut out);
        from = to;
    }
    out
}

/// Adds x and width of the cells from one tab to the next, which stand between two places.
fn spread(cells: &[CellBox], widths: &[Pt], (begin, end): (Pt, Pt), out: &mut Vec<(Pt, Pt)>) {
    let behind = |(cell, width): (&CellBox, &Pt)| match cell.start {
        Start::Tab(_) => *width,
        start => gap(start) + *width,
    };
    let used: Pt = cells.iter().zip(widths).map(behind).sum();
    // What does not fit behind its tab begins before it, but never right at what stands there.
    let mut x = match cells.first().map(|cell| cell.start) {
        Some(Start::Tab(tab)) if out.is_empty() => tab.min(end - used).max(begin),
        Some(Start::Tab(tab)) => tab.min(end - used).max(begin + LEAST_GAP),
        _ => begin,
    };
    let slack = (end - x - used).max(Pt::ZERO);
    let fills = cells.iter().filter(|cell| cell.start == Start::Fill).count() as i64;
    for (at, (cell, &width)) in cells.iter().zip(widths).enumerate() {
        x = match cell.start {
            Start::Edge | Start::Tab(_) => x,
            Start::Gap(gap) => x + gap,
            Start::Fill => x + LEAST_GAP + slack / fills.max(1),
        };
        // The last cell behind a fill ends at the edge to the last unit; a cell behind a tab has
        // what is left.
        let last = at + 1 == cells.len();
        if last && cell.start == Start::Fill {
            x = x.max(end - width);
        }
        let width = match cell.start {
            Start::Tab(_) if last => (end - x).max(Pt::ZERO),
            _ => width,
        };
        out.push((x, width));
        x += width;
    }
}

/// Takes from the widest cells what the row lacks: the title wraps, the date does not.
fn narrow(widths: &mut [Pt], room: Pt) {
    for _ in 0..widths.len() {
        let lack = widths.iter().copied().sum::<Pt>() - room;
        if lack <= Pt::ZERO {
            return;
        }
        let widest = widths.iter().copied().max().unwrap_or_default();
        let Some(at) = widths.iter().position(|&width| width == widest) else { return };
        let next = widths.iter().copied().filter(|&width| width < widest).max().unwrap_or(Pt::ZERO);
        let alone = widths.iter().filter(|&&width| width == widest).count() == 1;
        if alone {
            widths[at] = (widest - lack).max(next);
            continue;
        }
        let equals = widths.iter().filter(|&&width| width == widest).count() as i64;
        let share = ((lack + Pt::from_units(equals - 1)) / equals).min(widest - next);
        for width in widths.iter_mut().filter(|width| **width == widest) {
            *width -= share;
        }
    }
}

fn gap(start: Start) -> Pt {
    match start {
        Start::Edge => Pt::ZERO,
        Start::Fill | Start::Tab(_) => LEAST_GAP,
        Start::Gap(gap) => gap,
    }
}

fn share(cell: &CellBox) -> u32 {
    match cell.width {
        CellWidth::Given(Width::Share(share)) => share,
        _ => 0,
    }
}

/// The width that a cell would like to have; zero for one that takes a share.
fn natural(cell: &CellBox, measure: Pt, setter: &mut Setter<'_>) -> Pt {
    match cell.width {
        CellWidth::Given(Width::Fixed(width)) => width,
        CellWidth::Given(Width::Share(_)) => Pt::ZERO,
        CellWidth::Natural => {
            cell.blocks.iter().map(|block| natural_block(block, measure, setter)).max().unwrap_or_default()
        }
    }
}

fn natural_block(block: &Block, measure: Pt, setter: &mut Setter<'_>) -> Pt {
    let inside = match &block.content {
        Content::Paragraph(paragraph) => setter.natural_width(paragraph),
        Content::Image(image) => image.size.width,
        Content::Stack(blocks) => {
            blocks.iter().map(|block| natural_block(block, measure, setter)).max().unwrap_or_default()
        }
        Content::Row(_) | Content::Grid(_) | Content::Table(_) | Content::Columns(_) | Content::Rule(_) => {
            measure
        }
    };
    inside + block.indent.0 + block.indent.1
}

/// Returns the slabs of a small column with the y of each.
pub(super) fn placed(items: Vec<Item>) -> Vec<(Pt, Slab)> {
    let mut y = Pt::ZERO;
    let mut out: Vec<(Pt, Slab)> = Vec::new();
    // Frames that are open: each with its top and its first slab, before whose marks its own are.
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

/// A row up to so tall is not parted by a page: its cells are then read one after the other.
const WHOLE: Pt = Pt::new(120);

/// Joins cells to slabs: their first baselines meet, and lines that overlap in height stay together.
pub(super) fn bands(cells: Vec<SetCell>) -> Vec<Slab> {
    joined(cells, WHOLE)
}

/// Does what [`bands`] does; what is up to `whole` tall is one slab.
pub(super) fn joined(cells: Vec<SetCell>, whole: Pt) -> Vec<Slab> {
    // A picture hangs from the row's top; only text has a baseline to meet.
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

/// Tells whether a slab is an image alone, whose box ends on its baseline.
fn is_picture(slab: &Slab) -> bool {
    slab.marks.iter().any(|mark| matches!(mark.kind, super::MarkKind::Image(_)))
}

/// Returns the heights at which no slab would be divided, top and foot included.
fn cuts(mut extents: Vec<(Pt, Pt)>) -> Vec<Pt> {
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
    fn the_widest_cell_gives_way_first() {
        let mut widths = pts(&[80, 20]);
        narrow(&mut widths, Pt::new(70));
        assert_eq!(widths, pts(&[50, 20]));
    }

    #[test]
    fn equal_cells_give_way_alike() {
        let mut widths = pts(&[80, 60, 20]);
        narrow(&mut widths, Pt::new(100));
        assert_eq!(widths, pts(&[40, 40, 20]));
    }

    #[test]
    fn cells_shrink_to_nothing_before_they_overlap() {
        let mut widths = pts(&[80, 60]);
        narrow(&mut widths, Pt::ZERO);
        assert_eq!(widths, pts(&[0, 0]));
    }

    #[test]
    fn a_row_is_cut_where_no_line_is_divided() {
        let pt = |top, bottom| (Pt::new(top), Pt::new(bottom));
        assert_eq!(cuts(vec![pt(0, 10), pt(0, 10), pt(10, 20)]), pts(&[0, 10, 20]));
        assert_eq!(cuts(vec![pt(0, 10), pt(10, 20), pt(0, 15)]), pts(&[0, 20]));
        assert_eq!(cuts(vec![]), pts(&[0, 0]));
    }
}
