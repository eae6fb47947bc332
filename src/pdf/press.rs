//! The requirements of a print shop: ink up to and over the edge, crop marks, inks instead of light.

mod ink;
mod proof;

pub use ink::{Ink, Inks, flat};
pub use proof::proof;

use std::borrow::Cow;

use crate::geom::{Point, Pt, Rect, Size};
use crate::lines::{ImageMark, Mark, MarkKind};
use crate::pages::{Document, Page};

/// The least bleed for a press, 3 mm: a cut may be off by that much.
const LEAST_BLEED: Pt = Pt::from_units(557_315);
/// The length of a crop mark, 5 mm.
const MARK: Pt = Pt::from_units(928_857);
/// The thickness of a crop mark, a quarter of a point.
const HAIR: Pt = Pt::from_units(Pt::UNITS / 4);
/// How near ink has to come to the edge of the page to be meant to reach it, a tenth of a point.
const NEAR: Pt = Pt::from_units(Pt::UNITS / 10);

/// Returns a document whose ink goes as far beyond the edge as it has to. For a press it also removes links, which
/// are no use on paper (ISO 15930-7 forbids them inside the trimmed page).
pub fn prepared(document: &Document, print: bool) -> Cow<'_, Document> {
    if !print && document.pages.iter().all(|page| page.bleed == Pt::ZERO) {
        return Cow::Borrowed(document);
    }
    let mut prepared = document.clone();
    for page in &mut prepared.pages {
        if print {
            page.bleed = page.bleed.max(LEAST_BLEED);
            page.marks.iter_mut().for_each(unlink);
        }
        let (size, bleed) = (page.size, page.bleed);
        page.marks.iter_mut().for_each(|mark| bleed_off(mark, size, bleed));
    }
    Cow::Owned(prepared)
}

fn unlink(mark: &mut Mark) {
    if let MarkKind::Glyphs(run) = &mut mark.kind {
        run.link = None;
    }
}

/// Extends a surface or a picture that touches the edge of the page beyond it.
fn bleed_off(mark: &mut Mark, page: Size, bleed: Pt) {
    let bounds = mark.bounds();
    let before = |edge: Pt| if edge <= NEAR { edge.min(-bleed) } else { edge };
    let behind = |edge: Pt, end: Pt| if edge >= end - NEAR { edge.max(end + bleed) } else { edge };
    let origin = Point { x: before(bounds.origin.x), y: before(bounds.origin.y) };
    let (right, bottom) = (behind(bounds.right(), page.width), behind(bounds.bottom(), page.height));
    let wider = Size { width: right - origin.x, height: bottom - origin.y };
    match &mut mark.kind {
        MarkKind::Rule { size, .. } => *size = wider,
        MarkKind::Panel(panel) => panel.size = wider,
        MarkKind::Image(image) if image.radius == Pt::ZERO => enlarge(image, wider),
        _ => return,
    }
    mark.at = origin;
}

/// Enlarges a picture until it fills a larger place, and crops the excess at two of its sides.
fn enlarge(image: &mut ImageMark, place: Size) {
    let old = std::mem::replace(&mut image.size, place);
    let [left, top, across, down] = image.crop;
    // How much of a length is visible if the picture grows as the other length does.
    let seen = |pixels: u32, (to, from): (Pt, Pt), (other_to, other_from): (Pt, Pt)| {
        let grown = Pt::from_units(i64::from(pixels)).scale(to.units(), from.units());
        let seen = grown.scale(other_from.units(), other_to.units()).units();
        u32::try_from(seen).unwrap_or(pixels).clamp(1, pixels.max(1))
    };
    let (width, height) = ((place.width, old.width), (place.height, old.height));
    let (wide, high) = (seen(across, width, height), seen(down, height, width));
    image.crop = [left + (across.max(wide) - wide) / 2, top + (down.max(high) - high) / 2, wide, high];
}

/// Returns how far the sheet goes beyond the trimmed page: its bleed, and for a press the crop marks.
pub fn margin(page: &Page, print: bool) -> Pt {
    if print { page.bleed + MARK } else { page.bleed }
}

/// Returns the crop marks of a page: two at each corner, in line with the edges and outside the bleed.
pub fn crop_marks(page: &Page) -> Vec<Rect> {
    let Size { width, height } = page.size;
    let mut marks = Vec::with_capacity(8);
    let outside = |end: Pt| [-(page.bleed + MARK), end + page.bleed];
    for y in [Pt::ZERO, height] {
        for x in outside(width) {
            let origin = Point { x, y: y - HAIR / 2 };
            marks.push(Rect { origin, size: Size { width: MARK, height: HAIR } });
        }
    }
    for x in [Pt::ZERO, width] {
        for y in outside(height) {
            let origin = Point { x: x - HAIR / 2, y };
            marks.push(Rect { origin, size: Size { width: HAIR, height: MARK } });
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Color;

    fn page(rect: [i64; 4]) -> Page {
        let [x, y, width, height] = rect.map(Pt::new);
        let kind = MarkKind::Rule { size: Size { width, height }, color: Color::BLACK };
        let marks = vec![Mark { at: Point { x, y }, tag: None, kind }];
        Page { size: Size { width: Pt::new(100), height: Pt::new(200) }, bleed: Pt::new(9), marks }
    }

    #[test]
    fn what_touches_an_edge_goes_into_the_bleed_and_nothing_else_does() {
        let bounds = |rect| {
            let document = Document { pages: vec![page(rect)], ..Document::default() };
            let bounds = prepared(&document, false).pages[0].marks[0].bounds();
            [bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height]
        };
        assert_eq!(bounds([0, 0, 100, 40]), [-9, -9, 118, 49].map(Pt::new));
        assert_eq!(bounds([60, 0, 40, 200]), [60, -9, 49, 218].map(Pt::new));
        assert_eq!(bounds([1, 1, 98, 40]), [1, 1, 98, 40].map(Pt::new));
        assert_eq!(bounds([-20, 5, 50, 40]), [-20, 5, 50, 40].map(Pt::new));
    }

    #[test]
    fn a_picture_at_an_edge_fills_the_bleed_undistorted() {
        let shown = |rect: [i64; 4], crop, radius| {
            let mut page = page(rect);
            let size = page.marks[0].bounds().size;
            let image = ImageMark { src: String::new(), size, crop, radius };
            page.marks[0].kind = MarkKind::Image(image);
            let document = Document { pages: vec![page], ..Document::default() };
            let mark = prepared(&document, false).pages[0].marks[0].clone();
            let MarkKind::Image(image) = mark.kind else { panic!("it was a picture") };
            ([mark.at.x, mark.at.y, image.size.width, image.size.height], image.crop)
        };
        let crop = [10, 20, 400, 200];
        // 118 wide instead of 100, 59 high instead of 50: the shape is the same, and so is what is seen.
        assert_eq!(shown([0, 0, 100, 50], crop, Pt::ZERO), ([-9, -9, 118, 59].map(Pt::new), crop));
        // At both sides it grows by 118/100 and loses as much of its height.
        assert_eq!(
            shown([0, 60, 100, 100], [0, 0, 1180, 1180], Pt::ZERO),
            ([-9, 60, 118, 100].map(Pt::new), [0, 90, 1180, 1000])
        );
        assert_eq!(shown([20, 60, 50, 50], crop, Pt::ZERO), ([20, 60, 50, 50].map(Pt::new), crop));
        assert_eq!(shown([0, 0, 50, 50], crop, Pt::new(25)).0, [0, 0, 50, 50].map(Pt::new));
    }

    #[test]
    fn a_press_has_three_millimetres_at_least_and_marks_beyond_them() {
        let document = Document { pages: vec![page([0, 0, 9, 9])], ..Document::default() };
        let small = Page { bleed: Pt::ZERO, ..document.pages[0].clone() };
        let document = Document { pages: vec![small], ..document };
        let pages = &prepared(&document, true).pages;
        assert!((pages[0].bleed.to_f64() - 8.504).abs() < 0.001);
        let marks = crop_marks(&pages[0]);
        let trim_and_bleed = |rect: &Rect| {
            let bleed = pages[0].bleed;
            rect.right() > -bleed
                && rect.bottom() > -bleed
                && rect.origin.x < Pt::new(100) + bleed
                && rect.origin.y < Pt::new(200) + bleed
        };
        assert_eq!(marks.len(), 8);
        assert!(!marks.iter().any(trim_and_bleed), "a mark reaches into the bleed");
    }
}
