//! A galley → pages: everything at a point, in reading order.

mod breaks;
mod document;
mod place;
mod reading;
mod region;
mod spread;
mod sums;

pub use document::{Bookmark, Document, Page};

use crate::boxes::FoldMark;
use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::font::FontBook;
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::{Layout, RegionPlace};
use crate::lines;
use crate::lines::{Galley, Item, Slab};
use crate::lines::{Mark, MarkKind, Spread};
use crate::model::Meta;
use crate::source::Images;
use region::{Filled, Spot};

/// Puts a galley on pages. Never fails: anything taller than a page overflows, with a diagnostic.
pub fn paginate(
    mut galley: Galley,
    layout: &Layout,
    meta: &Meta,
    fonts: &FontBook,
    sink: &mut Sink,
) -> Document {
    let filled = regions(std::mem::take(&mut galley.columns), galley.spread.take(), layout);
    let count = filled.iter().map(|region| region.pages.len()).max().unwrap_or(0).max(1);
    // The fullest of the regions that reach the last page.
    let reaching = filled.iter().filter(|region| region.pages.len() == count);
    let fill = reaching.map(|region| region.fill).max().unwrap_or(0);
    report(filled.iter().any(|region| region.torn), sink);
    let mut pages: Vec<Page> = (0..count).map(|page| behind(page, &filled, layout)).collect();
    let wide_from = filled.iter().find(|region| region.is_wide).map(|region| region.from.page);
    let regions: Vec<Vec<Vec<Mark>>> = filled.into_iter().map(|region| region.pages).collect();
    reading::merge(&mut pages, regions, &galley.structure);
    bound(&mut pages, sink);
    run(&mut pages, &galley, layout, fonts);
    if let Some(first) = pages.first_mut() {
        first.marks.extend(galley.fold_marks.iter().map(fold_mark));
    }
    let mut document = Document {
        pages,
        structure: galley.structure,
        outline: Vec::new(),
        meta: meta.clone(),
        last_page_fill: fill,
        wide_from,
        images: Images::new(),
    };
    document.outline = document::bookmarks(&document, &galley.outline);
    document
}

/// The maximum number of pages: each takes memory and time, and no résumé has that many.
const MOST_PAGES: usize = 500;

/// Drops the pages beyond the maximum, and reports from where.
fn bound(pages: &mut Vec<Page>, sink: &mut Sink) {
    let Some(next) = pages.get(MOST_PAGES) else { return };
    let place = next.marks.iter().find_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if run.span != Span::default() => Some(run.span),
        _ => None,
    });
    let message = message!(
        "the text takes {count} pages, of which the first {most} are made",
        count = pages.len(),
        most = MOST_PAGES
    );
    let hint = "the rest is left out; build a shorter file";
    sink.report(Diagnostic::new(code::TOO_MANY_PAGES, place, message).hint(hint));
    pages.truncate(MOST_PAGES);
}

/// The percentage of a page that must be left below the regions at its top for columns to begin there.
const LEAST_BELOW: i64 = 20;

/// Fills the regions, in reading order: those at the top first, since the columns begin below them, and
/// the one that spreads last, since it takes the room that the others leave.
fn regions(columns: Vec<Vec<Item>>, spread: Option<Spread>, layout: &Layout) -> Vec<Filled<'_>> {
    let page = &layout.page;
    let mut spot = Spot { page: 0, y: page.margin.top };
    let all = columns.into_iter().zip(&layout.regions).enumerate();
    let (top, below): (Vec<_>, Vec<_>) = all.partition(|(_, (_, region))| region.place == RegionPlace::Top);
    let mut filled: Vec<(usize, Filled)> = Vec::new();
    for (at, (items, region)) in top {
        if !items.is_empty() {
            let region = region::fill(items, region, layout, spot);
            spot = region.end;
            filled.push((at, region));
        }
    }
    let left = page.size.height - page.margin.bottom - spot.y;
    if left < page.size.height.scale(LEAST_BELOW, 100) {
        spot = Spot { page: spot.page + 1, y: page.margin.top };
    }
    let (spreading, beside): (Vec<_>, Vec<_>) =
        below.into_iter().partition(|(at, _)| spread.as_ref().is_some_and(|spread| spread.region == *at));
    let beside: Vec<(usize, Filled)> = beside
        .into_iter()
        .map(|(at, (items, region))| (at, region::fill(items, region, layout, spot)))
        .collect();
    let spent = beside.iter().filter_map(|(_, region)| region.last_page()).max();
    for ((at, (items, region)), spread) in spreading.into_iter().zip(spread) {
        let parts = spread::fill((items, spread), region, layout, spot, spent);
        filled.extend(parts.into_iter().map(|part| (at, part)));
    }
    filled.extend(beside);
    filled.sort_by_key(|(at, _)| *at);
    filled.into_iter().map(|(_, region)| region).collect()
}

/// Returns a page with everything that is behind the text.
fn behind(number: usize, filled: &[Filled<'_>], layout: &Layout) -> Page {
    let sheet = Rect { origin: Point::default(), size: layout.page.size };
    // On the last page, lines between columns end with the longest of them.
    let last = filled.iter().all(|region| region.end.page <= number);
    let ends = filled.iter().filter(|region| region.end.page == number).map(|region| region.end.y);
    let lowest = ends.max().filter(|_| last);
    let mut marks: Vec<Mark> =
        layout.page.background.iter().map(|&color| Mark::filled(sheet, color)).collect();
    marks.extend(filled.iter().flat_map(|region| region.ground(number, filled, lowest, layout)));
    Page { size: layout.page.size, bleed: layout.page.bleed, marks }
}

/// The distance of a fold mark from the edge of the paper, since printers leave the edge white, and its thickness.
const FOLD_MARK_AT: Pt = Pt::hundredths_of_mm(500);
const FOLD_MARK_WIDTH: Pt = Pt::from_units(Pt::UNITS / 4);

fn fold_mark(mark: &FoldMark) -> Mark {
    let origin = Point { x: FOLD_MARK_AT, y: mark.y - FOLD_MARK_WIDTH / 2 };
    let size = Size { width: mark.length, height: FOLD_MARK_WIDTH };
    Mark::filled(Rect { origin, size }, mark.color)
}

fn report(torn: bool, sink: &mut Sink) {
    if torn {
        let message = "a page ends between things that belong together, since they do not fit on one page";
        sink.report(
            Diagnostic::new(code::STRANDED, None, message)
                .hint("shorten what is there, or set `<!-- pagebreak -->` where a page may end"),
        );
    }
}

/// Sets the rows that run on every page, now that the pages are counted.
fn run(pages: &mut [Page], galley: &Galley, layout: &Layout, fonts: &FontBook) {
    let count = pages.len();
    let page = &layout.page;
    let (left, right) = (page.margin.left, page.margin.right);
    let measure = (page.size.width - left - right).max(Pt::ZERO);
    let edges = [page.header.as_ref(), page.footer.as_ref()];
    for (at, (running, edge)) in galley.running.iter().zip(edges).enumerate() {
        let (Some(running), Some(edge)) = (running, edge) else { continue };
        if count == 1 && !running.single {
            continue;
        }
        let from = usize::from(!running.first);
        let folios = (from..count).map(|number| (number as u32 + 1, count as u32));
        let rows = lines::running(&running.row, folios, measure, galley, fonts);
        for (page, slabs) in pages.iter_mut().skip(from).zip(rows) {
            let Some(first) = slabs.first() else { continue };
            let y = if at == 0 { edge.offset } else { page.size.height - edge.offset };
            let top = Point { x: left, y: y - first.baseline };
            page.marks.extend(place::at(slabs_from(slabs), top));
        }
    }
}

fn slabs_from(slabs: Vec<Slab>) -> impl Iterator<Item = (Pt, Slab)> {
    let mut y = Pt::ZERO;
    slabs.into_iter().map(move |slab| {
        let top = y;
        y += slab.height;
        (top, slab)
    })
}
