//! A galley → pages: everything at a point, in reading order.

mod breaks;
mod document;
mod place;

pub use document::{Bookmark, Document, Page};

use crate::diag::{Diagnostic, Sink, code};
use crate::font::FontBook;
use crate::geom::{Point, Pt};
use crate::layout::{Layout, Region};
use crate::lines::{self, Galley, Slab};
use crate::model::Meta;

/// Puts a galley on pages. Never fails: what is taller than a page overflows, with a diagnostic.
pub fn paginate(
    galley: &Galley,
    layout: &Layout,
    meta: &Meta,
    fonts: &FontBook,
    sink: &mut Sink,
) -> Document {
    let mut pages: Vec<Page> = Vec::new();
    let mut fills = Vec::new();
    let mut torn = false;
    for (items, region) in galley.columns.iter().zip(&layout.regions) {
        let height = text_height(layout, region);
        let spans = breaks::pages(items, height);
        while pages.len() < spans.len().max(1) {
            pages.push(Page { size: layout.page.size, bleed: layout.page.bleed, marks: Vec::new() });
        }
        torn |= spans.iter().any(|span| span.torn);
        let columns = place::columns(items, &spans, region);
        fills.push((columns.len(), columns.last().map_or(0, |last| percent(last.height, height))));
        for (column, page) in columns.into_iter().zip(&mut pages) {
            page.marks.extend(column.marks);
        }
    }
    // The fullest of the columns that reach the last page.
    let last = |(length, fill): &(usize, u32)| (*length == pages.len()).then_some(*fill);
    let fill = fills.iter().filter_map(last).max().unwrap_or(0);
    if pages.is_empty() {
        pages.push(Page { size: layout.page.size, bleed: layout.page.bleed, marks: Vec::new() });
    }
    report(torn, fill, pages.len(), sink);
    place::backgrounds(&mut pages, layout);
    run(&mut pages, galley, layout, fonts);
    let mut document = Document {
        pages,
        structure: galley.structure.clone(),
        outline: Vec::new(),
        meta: meta.clone(),
        last_page_fill: fill,
    };
    document.outline = document::bookmarks(&document, &galley.outline);
    document
}

/// The height of a region's text.
fn text_height(layout: &Layout, region: &Region) -> Pt {
    let outside = region.inset.0 + region.inset.1 + region.pad.top + region.pad.bottom;
    (layout.page.size.height - outside).max(Pt::new(1))
}

fn percent(part: Pt, whole: Pt) -> u32 {
    u32::try_from(part.scale(100, whole.units().max(1)).units().clamp(0, 100)).unwrap_or(0)
}

fn report(torn: bool, fill: u32, pages: usize, sink: &mut Sink) {
    if torn {
        let message = "a page ends between things that belong together, since they do not fit on one page";
        sink.report(
            Diagnostic::new(code::STRANDED, None, message)
                .hint("shorten what is there, or set `<!-- pagebreak -->` where a page may end"),
        );
    }
    // Under this a last page looks like a mistake.
    if pages > 1 && fill < 15 {
        let message = format!("the last page is only {fill} % full");
        sink.report(
            Diagnostic::new(code::LAST_PAGE, None, message)
                .hint("shorten the text, or choose a denser layout (`--layout compact`)"),
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
        for (number, page) in pages.iter_mut().enumerate() {
            if (number == 0 && !running.first) || (count == 1 && !running.single) {
                continue;
            }
            let slabs =
                lines::running(&running.row, (number as u32 + 1, count as u32), measure, galley, fonts);
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
