//! One region on its pages: where its columns are, what is behind them, and its text in them.

use super::breaks::{self, Bays, Span};
use super::place::{self, Placed, rule};
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::{Color, Layout, Region, RegionPlace};
use crate::lines::{Item, Mark, MarkKind};

/// Where something begins: a page, counted from 0, and a height on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub page: usize,
    pub y: Pt,
}

/// A region filled with its text.
pub(super) struct Filled<'l> {
    region: &'l Region,
    /// Where it begins.
    from: Spot,
    /// What is printed on each page, from page 0 on, in reading order.
    pub pages: Vec<Vec<Mark>>,
    /// Where its last page's text ends, padding included.
    pub end: Spot,
    /// How full its last page is, in percent.
    pub fill: u32,
    /// A column ends between things that should have stayed together.
    pub torn: bool,
}

/// Fills a region from a spot on. Never fails: what is taller than a page overflows.
pub(super) fn fill<'l>(items: Vec<Item>, region: &'l Region, layout: &Layout, from: Spot) -> Filled<'l> {
    let height = |top: Pt| {
        let outside = top + region.inset.1 + region.pad.top + region.pad.bottom;
        (layout.page.size.height - outside).max(Pt::new(1))
    };
    let bays = Bays { first: height(from.y), other: height(region.inset.0), columns: region.columns.max(1) };
    let spans = if region.balance && bays.columns > 1 {
        breaks::balanced(&items, &bays)
    } else {
        breaks::columns(&items, &bays)
    };
    let page_of = |bay: u32| from.page + (bay / bays.columns) as usize;
    let top_of = |page: usize| if page == from.page { from.y } else { region.inset.0 };
    let origin =
        |bay: u32| Point { x: region.column_x(bay % bays.columns), y: top_of(page_of(bay)) + region.pad.top };
    let placed = place::columns(items, &spans, origin);
    let last = spans.last().map_or(0, |span| span.bay);
    let count = page_of(last) + 1;
    let last_page = || spans.iter().zip(&placed).filter(|(span, _)| page_of(span.bay) + 1 == count);
    let used = last_page().map(|(_, column)| column.height).max().unwrap_or_default();
    let end = Spot { page: count - 1, y: top_of(count - 1) + region.pad.top + used + region.pad.bottom };
    let fill = fill_of(last_page(), &bays);
    let torn = spans.iter().any(|span| span.torn);
    let mut pages: Vec<Vec<Mark>> = vec![Vec::new(); count];
    for (span, column) in spans.iter().zip(placed) {
        pages[page_of(span.bay)].extend(column.marks);
    }
    for mark in pages.iter_mut().flatten() {
        recolor(mark, &region.inks);
    }
    Filled { region, from, pages, end, fill, torn }
}

/// Returns how full the columns of a page are together, in percent of all of them.
fn fill_of<'s>(columns: impl Iterator<Item = (&'s Span, &'s Placed)>, bays: &Bays) -> u32 {
    let (mut used, mut room) = (Pt::ZERO, Pt::new(1));
    for (span, column) in columns {
        used += column.height;
        room = bays.height(span.bay) * i64::from(bays.columns);
    }
    u32::try_from(used.scale(100, room.units().max(1)).units().clamp(0, 100)).unwrap_or(0)
}

impl Filled<'_> {
    /// Returns what is behind the region on a page: its colour, and its lines. A region at the top is as
    /// tall as its text, a column as the page, whether it has text there or not; its lines end at
    /// `lowest`.
    pub fn ground(&self, page: usize, lowest: Option<Pt>, layout: &Layout) -> Vec<Mark> {
        let Filled { region, from, end, .. } = self;
        let is_top = region.place == RegionPlace::Top;
        if page < from.page || is_top && page > end.page {
            return Vec::new();
        }
        let top = if page == from.page { from.y } else { region.inset.0 };
        let foot = layout.page.size.height - region.inset.1;
        let foot = if is_top && page == end.page { end.y.min(foot) } else { foot };
        let size = Size { width: region.width, height: (foot - top).max(Pt::ZERO) };
        let area = Rect { origin: Point { x: region.x, y: top }, size };
        let mut marks: Vec<Mark> = region.background.map(|color| rule(area, color)).into_iter().collect();
        let Some((width, color)) = region.rule else { return marks };
        let line = |middle: Pt| {
            let origin = Point { x: middle - width / 2, y: top + region.pad.top };
            let foot = lowest.unwrap_or(foot).min(foot - region.pad.bottom);
            let height = (foot - origin.y).max(Pt::ZERO);
            rule(Rect { origin, size: Size { width, height } }, color)
        };
        if region.x > layout.page.margin.left {
            marks.push(line(region.x));
        }
        marks.extend((1..region.columns).map(|column| line(region.column_x(column) - region.gutter / 2)));
        marks
    }
}

/// Gives a mark the inks that the region has instead of the layout's.
pub(super) fn recolor(mark: &mut Mark, inks: &[(Color, Color)]) {
    let change = |color: &mut Color| {
        if let Some((_, own)) = inks.iter().find(|(common, _)| common == color) {
            *color = *own;
        }
    };
    match &mut mark.kind {
        MarkKind::Glyphs(run) => change(&mut run.color),
        MarkKind::Rule { color, .. } => change(color),
        MarkKind::Path(path) => change(&mut path.color),
        MarkKind::Panel(panel) => {
            panel.fill.iter_mut().for_each(change);
            panel.stroke.iter_mut().for_each(|(_, color)| change(color));
        }
        MarkKind::Image(_) => {}
    }
}
