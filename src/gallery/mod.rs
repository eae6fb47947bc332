//! A contact sheet: finished documents side by side on one page, each scaled down and named; or two documents one over the
//! other.
//!
//! The sheet is a [`Document`] of marks like any other, so the back ends that make a résumé make this
//! too. All pages have one scale, so that the type sizes of layouts can be compared. They stand in their
//! row as on a shelf, each above its name; further pages peek out from behind the first one.

mod caption;
mod clip;
mod overlay;
mod shrink;
#[cfg(test)]
mod tests;

use crate::boxes::structure::Role;
use crate::boxes::{Structure, TagId};
use crate::font::FontBook;
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::Color;
use crate::lines::{Mark, MarkKind};
use crate::model::Meta;
use crate::pages::{Document, Page};
use caption::{CELL, Caption};
pub use overlay::overlay;
use shrink::Ratio;

/// The most thumbnails next to each other: a sheet of this many is 1000 pt wide.
const COLUMNS: usize = 4;

/// The space between thumbnails; further pages take some of it.
const GUTTER: Pt = Pt::new(32);
/// The space round all of them.
const MARGIN: Pt = Pt::new(40);
/// How far a further page peeks out, to the right and above. Less than the scaled margins of a résumé,
/// so that no text is cut.
const STEP: Pt = Pt::new(5);
/// The most pages of one document that are shown.
const SHEETS: usize = 3;
/// The border round a page, outside its trim.
const HAIRLINE: Pt = Pt::from_units(Pt::UNITS / 2);
const BORDER: Color = Color { rgb: [0xb0, 0xb0, 0xb0], cmyk: None };
/// The colour of the sheet: white paper stands out on it.
const GROUND: Color = Color { rgb: [0xee, 0xee, 0xee], cmyk: None };

/// Returns one page that shows each of the documents with its name; `fonts` are those that they were
/// set with, and all show the same résumé, whose images have the same names. Links and outlines are left
/// out.
pub fn sheet(documents: &[(String, Document)], fonts: &FontBook) -> Document {
    let mut structure = Structure::default();
    let tags: Vec<Tags> =
        documents.iter().map(|(name, document)| Tags::add(&mut structure, name, document)).collect();
    let paragraphs: Vec<TagId> = tags.iter().map(|tags| tags.caption).collect();
    let captions = caption::set(documents, &paragraphs, fonts);
    let shelves = Shelves::new(documents, &captions);

    let ground = Rect { origin: Point::default(), size: shelves.size };
    let mut marks = vec![rule(ground, GROUND, None)];
    let thumbnails = documents.iter().zip(&shelves.feet).zip(&tags).zip(captions);
    for ((((_, document), &foot), tags), caption) in thumbnails {
        marks.extend(thumbnail(document, shelves.ratio, foot, tags.figure));
        marks.extend(caption.below(foot));
    }
    Document {
        pages: vec![Page { size: shelves.size, bleed: Pt::ZERO, marks }],
        structure,
        outline: Vec::new(),
        meta: meta(documents),
        last_page_fill: 100,
        wide_from: None,
        images: documents.first().map(|(_, document)| document.images.clone()).unwrap_or_default(),
    }
}

/// The elements of a thumbnail.
struct Tags {
    figure: TagId,
    caption: TagId,
}

impl Tags {
    fn add(structure: &mut Structure, name: &str, document: &Document) -> Tags {
        let figure = structure.add(TagId::ROOT, Role::Figure);
        let caption = structure.add(TagId::ROOT, Role::P);
        let pages = caption::pages(document);
        let alt = format!("{name}, {pages}, the last {} % full", document.last_page_fill);
        structure.node_mut(figure).alt = Some(alt);
        Tags { figure, caption }
    }
}

/// Returns the title and the author of the sheet. Its own words are English.
fn meta(documents: &[(String, Document)]) -> Meta {
    let author = documents.first().map(|(_, document)| document.meta.author.clone()).unwrap_or_default();
    let count = documents.len();
    let title =
        if author.is_empty() { format!("{count} layouts") } else { format!("{author} · {count} layouts") };
    Meta { title, author, lang: "en".to_owned() }
}

/// The places of the thumbnails.
struct Shelves {
    size: Size,
    /// The scale of all pages.
    ratio: Ratio,
    /// The lower left corner of each thumbnail.
    feet: Vec<Point>,
}

impl Shelves {
    fn new(documents: &[(String, Document)], captions: &[Caption]) -> Shelves {
        let first = |document: &Document| document.pages.first().map_or(Size::default(), |page| page.size);
        let widest = documents.iter().map(|(_, document)| first(document).width).max().unwrap_or_default();
        let ratio = Ratio { num: CELL.units(), den: widest.units() };
        // As many rows as needed, and no more columns than fill them evenly: five are three and two.
        let rows = documents.len().div_ceil(COLUMNS).max(1);
        let columns = documents.len().div_ceil(rows).max(1);

        let mut feet = Vec::with_capacity(documents.len());
        let mut y = MARGIN;
        for (documents, captions) in documents.chunks(columns).zip(captions.chunks(columns)) {
            let heights = documents.iter().map(|(_, document)| ratio.of(first(document).height));
            let shelf = y + heights.max().unwrap_or_default();
            let place = |column: usize| Point { x: MARGIN + (CELL + GUTTER) * column as i64, y: shelf };
            feet.extend((0..documents.len()).map(place));
            y = shelf + captions.iter().map(Caption::height).max().unwrap_or_default() + GUTTER;
        }
        let width = MARGIN * 2 + (CELL + GUTTER) * columns as i64 - GUTTER;
        // The margin below the last row ends where that of an empty sheet does.
        let height = (y - GUTTER).max(MARGIN) + MARGIN;
        Shelves { size: Size { width, height }, ratio, feet }
    }
}

/// Returns the first pages of a document, the first one in front with its lower left corner at `foot`.
fn thumbnail(document: &Document, ratio: Ratio, foot: Point, figure: TagId) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, page) in document.pages.iter().enumerate().take(SHEETS).rev() {
        let paper = paper(page, at, ratio, foot);
        let mut printed = shrink::page(page, ratio, paper.origin, figure);
        if let Some(front) = at.checked_sub(1).and_then(|before| document.pages.get(before)) {
            // What the page on top hides is not seen, and should not be found by searching either.
            let front = self::paper(front, at - 1, ratio, foot);
            printed.retain(|mark| !covers(front, mark.bounds()));
        }
        marks.push(rule(paper, Color::WHITE, Some(figure)));
        marks.extend(printed);
        marks.extend(border(paper).map(|edge| rule(edge, BORDER, Some(figure))));
    }
    marks
}

/// Returns the place on the sheet of a page, counted from 0.
fn paper(page: &Page, at: usize, ratio: Ratio, foot: Point) -> Rect {
    let size = Size { width: ratio.of(page.size.width), height: ratio.of(page.size.height) };
    let out = STEP * at as i64;
    Rect { origin: Point { x: foot.x + out, y: foot.y - size.height - out }, size }
}

fn covers(front: Rect, behind: Rect) -> bool {
    let Point { x, y } = behind.origin;
    x >= front.origin.x
        && y >= front.origin.y
        && behind.right() <= front.right()
        && behind.bottom() <= front.bottom()
}

/// Returns the four edges of a hairline round a page.
fn border(paper: Rect) -> [Rect; 4] {
    let (left, top) = (paper.origin.x - HAIRLINE, paper.origin.y - HAIRLINE);
    let across = Size { width: paper.size.width + HAIRLINE * 2, height: HAIRLINE };
    let down = Size { width: HAIRLINE, height: paper.size.height };
    [
        Rect { origin: Point { x: left, y: top }, size: across },
        Rect { origin: Point { x: left, y: paper.bottom() }, size: across },
        Rect { origin: Point { x: left, y: paper.origin.y }, size: down },
        Rect { origin: Point { x: paper.right(), y: paper.origin.y }, size: down },
    ]
}

fn rule(area: Rect, color: Color, tag: Option<TagId>) -> Mark {
    Mark { at: area.origin, tag, kind: MarkKind::Rule { size: area.size, color } }
}
