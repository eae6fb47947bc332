//! Rows: cells side by side on a common first baseline, each a galley of its own, so that a long
//! title wraps while its date stays on the first line.

use super::bands::{bands, placed};
use super::compose;
use crate::boxes::{Block, CellBox, CellWidth, Content, RowBox};
use crate::geom::Pt;
use crate::layout::{Start, Width};
use crate::lines::galley::Slab;
use crate::lines::paragraph::Setter;

/// The least space between two cells of a row: a Han character of body text.
const LEAST_GAP: Pt = Pt::new(10);

/// Sets a row. Returns slabs from top to bottom: more than one where a page break would divide no
/// line of any cell.
pub(in crate::lines) fn set(row: &RowBox, measure: Pt, setter: &mut Setter<'_>) -> Vec<Slab> {
    let places = places(&row.cells, measure, setter);
    let set = |(of, (x, width)): (&CellBox, (Pt, Pt))| (x, cell(&of.blocks, width, setter));
    bands(row.cells.iter().zip(places).map(set).collect())
}

/// Sets boxes as a small column of their own: its slabs, each with its y.
pub(super) fn cell(blocks: &[Block], measure: Pt, setter: &mut Setter<'_>) -> Vec<(Pt, Slab)> {
    placed(compose::column(blocks, measure, setter).items)
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
        // The cells before a tab have the room up to it, or up to what the cells after it leave.
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

/// Adds x and width of the cells from one tab to the next, between `begin` and `end`.
fn spread(cells: &[CellBox], widths: &[Pt], (begin, end): (Pt, Pt), out: &mut Vec<(Pt, Pt)>) {
    let behind = |(cell, width): (&CellBox, &Pt)| match cell.start {
        Start::Tab(_) => *width,
        start => gap(start) + *width,
    };
    let used: Pt = cells.iter().zip(widths).map(behind).sum();
    // A cell too wide for its tab begins before it, but never immediately after the one before.
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
        // The last cell after a fill ends exactly at the edge; a cell after a tab takes
        // the rest.
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

/// Takes what the row lacks from the widest cells: the title wraps, the date does not.
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

/// Returns the natural width of a cell; zero for one that takes a share.
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
}
