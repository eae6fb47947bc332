//! Additions to lines that are already set: titles beside them, markers before them.

use super::bands::SetCell;
use crate::geom::{Point, Pt, Size};
use crate::layout::{Color, Marker, MarkerShape};
use crate::lines::galley::{Item, Mark, MarkKind, PathMark, Shape, Slab};

/// The height of the middle of a Han character above the baseline, in hundredths of its em.
const MIDDLE: i64 = 38;

/// Puts a set cell to the left of the items from `from` on, its first baseline aligned with that of the first line
/// there. If they are shorter than the cell, they are made as tall, and no page divides them before it ends.
pub(super) fn attach(items: &mut Vec<Item>, from: usize, (x, cell): SetCell) {
    let Some(baseline) = cell.first().map(|(y, slab)| *y + slab.baseline) else { return };
    let Some(at) = items.iter().skip(from).position(|item| matches!(item, Item::Slab(_))) else { return };
    let foot = cell.last().map_or(Pt::ZERO, |(y, slab)| *y + slab.height);
    let Some(Item::Slab(first)) = items.get_mut(from + at) else { return };
    lower(first, (baseline - first.baseline).max(Pt::ZERO));
    let drop = first.baseline - baseline;
    let mut marks: Vec<Mark> = Vec::new();
    for (y, slab) in cell {
        let shift = Point { x, y: y + drop };
        marks.extend(slab.marks.into_iter().map(|mark| Mark { at: mark.at + shift, ..mark }));
    }
    first.put_first(marks);
    let mut reached = Pt::ZERO;
    for item in items.iter_mut().skip(from + at) {
        match item {
            Item::Slab(slab) => reached += slab.height,
            Item::Glue(glue) => reached += glue.natural,
            Item::Penalty(cost) if reached < drop + foot => *cost = Item::NEVER,
            _ => {}
        }
    }
    if reached < drop + foot {
        items.push(Item::Penalty(Item::NEVER));
        items.push(Item::Slab(Slab { height: drop + foot - reached, ..Slab::default() }));
    }
}

/// Moves the content of a slab down; its top stays in place.
fn lower(slab: &mut Slab, by: Pt) {
    slab.height += by;
    slab.baseline += by;
    for mark in &mut slab.marks {
        mark.at.y += by;
    }
}

/// Puts a marker before the first line of some items; its distance is measured from `x`.
pub(super) fn mark(items: &mut [Item], x: Pt, marker: Marker) {
    let Some(first) = first_slab(items) else { return };
    let middle = Point { x: x + marker.x, y: middle(first) };
    let dot = |size: Pt, color: Color| {
        let at = Point { x: middle.x - size / 2, y: middle.y - size / 2 };
        Mark { at, tag: None, kind: MarkKind::Path(PathMark { shape: Shape::Dot, size, color }) }
    };
    let block = |width: Pt| {
        let size = Size { width, height: marker.size };
        let at = Point { x: middle.x - width / 2, y: middle.y - marker.size / 2 };
        Mark { at, tag: None, kind: MarkKind::Rule { size, color: marker.color } }
    };
    let marks = match marker.shape {
        MarkerShape::Dot => vec![dot(marker.size, marker.color)],
        MarkerShape::Ring => vec![dot(marker.size, marker.color), dot(marker.size * 5 / 9, marker.paper)],
        MarkerShape::Square => vec![block(marker.size)],
        MarkerShape::Bar => vec![block(marker.size / 3)],
    };
    first.put_first(marks);
}

/// Makes a rail, which the first item opens, begin at the middle of its first line.
pub(super) fn begin_at_line(items: &mut [Item]) {
    let Some((Item::Open(frame), rest)) = items.split_first_mut() else { return };
    let above: Pt = rest
        .iter()
        .take_while(|item| !matches!(item, Item::Slab(_)))
        .map(|item| if let Item::Glue(glue) = item { glue.natural } else { Pt::ZERO })
        .sum();
    if let Some(first) = first_slab(rest) {
        frame.skip = above + middle(first);
    }
}

fn first_slab(items: &mut [Item]) -> Option<&mut Slab> {
    items.iter_mut().find_map(|item| match item {
        Item::Slab(slab) => Some(slab),
        _ => None,
    })
}

/// Returns the height of the middle of a slab's first line, below the slab's top.
fn middle(slab: &Slab) -> Pt {
    let sizes = slab.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if mark.at.y == slab.baseline => Some(run.size),
        _ => None,
    });
    slab.baseline - sizes.max().unwrap_or_default().scale(MIDDLE, 100)
}

/// Returns whether a line ends in a hyphen of ours.
pub(super) fn ends_in_hyphen(line: &Slab) -> bool {
    let last = line.marks.iter().rev().find_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) => Some(run),
        _ => None,
    });
    last.is_some_and(|run| run.text.ends_with('\u{ad}'))
}
