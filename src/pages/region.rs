//! One region on its pages: where its columns are, its background, and its text.

use super::breaks::{self, Bays, Span};
use super::place::{self, Placed};
use super::sums::Sums;
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::{Color, Layout, Region, RegionPlace};
use crate::lines::{Item, Slab};
use crate::lines::{Mark, MarkKind};

/// A position: a page, counted from 0, and a height on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub page: usize,
    pub y: Pt,
}

/// A region filled with its text.
pub(super) struct Filled<'l> {
    region: &'l Region,
    /// Its beginning.
    pub from: Spot,
    /// Whether it has the width of columns that are spent.
    pub is_wide: bool,
    /// The marks on each page, from page 0, in reading order.
    pub pages: Vec<Vec<Mark>>,
    /// The end of its last page's text, padding included.
    pub end: Spot,
    /// The fill of its last page, in percent.
    pub fill: u32,
    /// Whether a column ends between things that should have stayed together.
    pub torn: bool,
}

/// A region divided into columns, before anything is placed in them.
pub(super) struct Divided<'l> {
    region: &'l Region,
    from: Spot,
    pub bays: Bays,
    pub spans: Vec<Span>,
}

/// Fills a region from a spot. Never fails: anything taller than a page overflows.
pub(super) fn fill<'l>(items: Vec<Item>, region: &'l Region, layout: &Layout, from: Spot) -> Filled<'l> {
    divide(&items, region, layout, from).fill(items)
}

/// Divides the text of a region into the columns that it has from a spot.
pub(super) fn divide<'l>(items: &[Item], region: &'l Region, layout: &Layout, from: Spot) -> Divided<'l> {
    let height = |top: Pt| {
        let outside = top + region.inset.1 + region.pad.top + region.pad.bottom;
        (layout.page.size.height - outside).max(Pt::new(1))
    };
    let bays = Bays { first: height(from.y), other: height(region.inset.0), columns: region.columns.max(1) };
    let spans = if region.balance && bays.columns > 1 {
        breaks::balanced(items, &bays)
    } else {
        breaks::columns(items, &bays)
    };
    Divided { region, from, bays, spans }
}

impl<'l> Divided<'l> {
    /// Returns the page of a column.
    pub fn page_of(&self, span: &Span) -> usize {
        self.from.page + (span.bay / self.bays.columns) as usize
    }

    /// Returns where the region begins on a page.
    fn top_of(&self, page: usize) -> Pt {
        if page == self.from.page { self.from.y } else { self.region.inset.0 }
    }

    /// Puts the room left empty in the last column above the part that goes at its foot, and returns its height. A
    /// region at the top of the page has no foot: it is as tall as its text.
    fn sink(&self, items: &mut [Item]) -> Pt {
        let Some(last) = self.spans.last().filter(|_| self.region.place == RegionPlace::Column) else {
            return Pt::ZERO;
        };
        let held = last.start..last.end;
        let Some(at) = items[held].iter().position(|item| *item == Item::Fill) else { return Pt::ZERO };
        let used = Sums::new(items).used(last.start, last.end).natural;
        let height = (self.bays.height(last.bay) - used).max(Pt::ZERO);
        items[last.start + at] = Item::Slab(Slab { height, ..Slab::default() });
        height
    }

    /// Places the divided text.
    pub fn fill(self, mut items: Vec<Item>) -> Filled<'l> {
        let empty = self.sink(&mut items);
        let Divided { region, from, bays, ref spans } = self;
        let origins = spans.iter().map(|span| Point {
            x: region.column_x(span.bay % bays.columns),
            y: self.top_of(self.page_of(span)) + region.pad.top,
        });
        let placed = place::columns(items, spans, origins);
        let last = spans.last().map_or(from.page, |span| self.page_of(span));
        let last_page = || spans.iter().zip(&placed).filter(|(span, _)| self.page_of(span) == last);
        let used = last_page().map(|(_, column)| column.height).max().unwrap_or_default();
        let end = Spot { page: last, y: self.top_of(last) + region.pad.top + used + region.pad.bottom };
        let fill = fill_of(last_page(), empty, &bays);
        let torn = spans.iter().any(|span| span.torn);
        let mut pages: Vec<Vec<Mark>> = vec![Vec::new(); last + 1];
        for (span, column) in spans.iter().zip(placed) {
            pages[self.page_of(span)].extend(column.marks);
        }
        for mark in pages.iter_mut().flatten() {
            recolor(mark, &region.inks);
        }
        Filled { region, from, is_wide: false, pages, end, fill, torn }
    }
}

/// Returns how full the columns of a page are together, in percent of all of them; room left empty inside
/// them does not count.
fn fill_of<'s>(columns: impl Iterator<Item = (&'s Span, &'s Placed)>, empty: Pt, bays: &Bays) -> u32 {
    let (mut used, mut room) = (-empty, Pt::new(1));
    for (span, column) in columns {
        used += column.height;
        room = bays.height(span.bay) * i64::from(bays.columns);
    }
    u32::try_from(used.scale(100, room.units().max(1)).units().clamp(0, 100)).unwrap_or(0)
}

impl Filled<'_> {
    /// Returns whether the region has text on a page, or will have on a later one.
    fn lasts(&self, page: usize) -> bool {
        self.last_page().is_some_and(|last| page <= last)
    }

    /// Returns the region as one that has the width of spent columns.
    pub fn wide(self) -> Self {
        Filled { is_wide: true, ..self }
    }

    /// Returns the last page on which the region has text; `None` if it has none.
    pub fn last_page(&self) -> Option<usize> {
        self.pages.iter().rposition(|marks| !marks.is_empty())
    }

    /// Returns whether the region continues, on a page, to the left of another.
    fn is_beside(&self, other: &Filled<'_>, page: usize) -> bool {
        let columns = [self, other].map(|filled| filled.region.place == RegionPlace::Column);
        columns == [true; 2] && self.region.x < other.region.x && self.lasts(page)
    }

    /// Returns the marks behind the region's text on a page: its colour, and its lines. A region at the top is as
    /// tall as its text, a column as tall as the page until its text ends; its lines end at `lowest`, and the one
    /// at its left edge is there as long as there is something to divide it from.
    pub fn ground(&self, page: usize, all: &[Filled<'_>], lowest: Option<Pt>, layout: &Layout) -> Vec<Mark> {
        let Filled { region, from, end, .. } = self;
        let is_top = region.place == RegionPlace::Top;
        if page < from.page || !self.lasts(page) {
            return Vec::new();
        }
        let top = if page == from.page { from.y } else { region.inset.0 };
        let foot = layout.page.size.height - region.inset.1;
        let foot = if is_top && page == end.page { end.y.min(foot) } else { foot };
        let size = Size { width: region.width, height: (foot - top).max(Pt::ZERO) };
        let area = Rect { origin: Point { x: region.x, y: top }, size };
        let mut marks: Vec<Mark> =
            region.background.map(|color| Mark::filled(area, color)).into_iter().collect();
        let Some((width, color)) = region.rule else { return marks };
        let line = |middle: Pt| {
            let origin = Point { x: middle - width / 2, y: top + region.pad.top };
            let foot = lowest.unwrap_or(foot).min(foot - region.pad.bottom);
            let height = (foot - origin.y).max(Pt::ZERO);
            Mark::filled(Rect { origin, size: Size { width, height } }, color)
        };
        if all.iter().any(|other| other.is_beside(self, page)) {
            marks.push(line(region.x));
        }
        marks.extend((1..region.columns).map(|column| line(region.column_x(column) - region.gutter / 2)));
        marks
    }
}

/// Gives a mark the region's inks instead of the layout's.
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
