//! Marks cut at the edge of their page: the bleed is not seen on the trimmed page.

use crate::geom::{Point, Pt, Rect, Size};
use crate::lines::{GlyphRun, ImageMark, Mark, MarkKind};

/// Returns the visible part of a mark on a page; `None` if none of it is visible.
///
/// Rules and pictures are cut. Glyphs, icons and boxes with round corners cannot be: they are shown whole if
/// their middle is on the page.
pub(super) fn clipped(mark: &Mark, trim: Size) -> Option<Mark> {
    let bounds = mark.bounds();
    match &mark.kind {
        MarkKind::Glyphs(run) => glyphs(mark, run, trim),
        MarkKind::Rule { color, .. } => {
            let seen = common(bounds, trim)?;
            let kind = MarkKind::Rule { size: seen.size, color: *color };
            Some(Mark { at: seen.origin, tag: mark.tag, kind })
        }
        MarkKind::Image(image) if image.radius == Pt::ZERO => {
            let seen = common(bounds, trim)?;
            let kind = MarkKind::Image(ImageMark {
                size: seen.size,
                crop: cropped(image.crop, bounds, seen),
                ..image.clone()
            });
            Some(Mark { at: seen.origin, tag: mark.tag, kind })
        }
        MarkKind::Path(_) | MarkKind::Panel(_) | MarkKind::Image(_) => {
            let middle = bounds.origin + Point { x: bounds.size.width / 2, y: bounds.size.height / 2 };
            is_on(middle, trim).then(|| mark.clone())
        }
    }
}

/// Returns the part of a rectangle that is on the page.
fn common(rect: Rect, trim: Size) -> Option<Rect> {
    let origin = Point { x: rect.origin.x.max(Pt::ZERO), y: rect.origin.y.max(Pt::ZERO) };
    let width = rect.right().min(trim.width) - origin.x;
    let height = rect.bottom().min(trim.height) - origin.y;
    (width > Pt::ZERO && height > Pt::ZERO).then_some(Rect { origin, size: Size { width, height } })
}

fn is_on(point: Point, trim: Size) -> bool {
    (Pt::ZERO..=trim.width).contains(&point.x) && (Pt::ZERO..=trim.height).contains(&point.y)
}

/// Returns the pixels that fill the visible part of a picture, at least one each way.
fn cropped([left, top, width, height]: [u32; 4], whole: Rect, seen: Rect) -> [u32; 4] {
    let share = |pixels: u32, part: Pt, of: Pt| {
        let pixels = Pt::from_units(pixels.into()).scale(part.units(), of.units());
        u32::try_from(pixels.units()).unwrap_or(0)
    };
    let across = |x: Pt| share(width, x - whole.origin.x, whole.size.width);
    let down = |y: Pt| share(height, y - whole.origin.y, whole.size.height);
    let (x, y) = (across(seen.origin.x), down(seen.origin.y));
    let (right, bottom) = (across(seen.right()), down(seen.bottom()));
    [left + x, top + y, right.saturating_sub(x).max(1), bottom.saturating_sub(y).max(1)]
}

/// Returns the part of a run from its first to its last glyph on the page.
fn glyphs(mark: &Mark, run: &GlyphRun, trim: Size) -> Option<Mark> {
    let bounds = mark.bounds();
    let y = bounds.origin.y + bounds.size.height / 2;
    let (mut x, mut first, mut end) = (mark.at.x, None, 0);
    for (at, glyph) in run.glyphs.iter().enumerate() {
        if is_on(Point { x: x + glyph.offset.x + glyph.advance / 2, y }, trim) {
            first.get_or_insert((at, x));
            end = at + 1;
        }
        x += glyph.advance;
    }
    let (first, x) = first?;
    let glyphs = run.glyphs.get(first..end)?.to_vec();
    let kind = MarkKind::Glyphs(GlyphRun { glyphs, ..run.clone() });
    Some(Mark { at: Point { x, y: mark.at.y }, tag: mark.tag, kind })
}
