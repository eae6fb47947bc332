//! Pages made smaller.

use super::clip::clipped;
use crate::boxes::TagId;
use crate::geom::{Point, Pt, Size};
use crate::lines::{Glyph, GlyphRun, ImageMark, Mark, MarkKind, Panel, PathMark};
use crate::pages::Page;

/// A factor: `num` ÷ `den`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratio {
    pub num: i64,
    pub den: i64,
}

impl Ratio {
    /// Returns a length scaled.
    pub fn of(self, length: Pt) -> Pt {
        length.scale(self.num, self.den)
    }

    fn of_point(self, point: Point) -> Point {
        Point { x: self.of(point.x), y: self.of(point.y) }
    }

    fn of_size(self, size: Size) -> Size {
        Size { width: self.of(size.width), height: self.of(size.height) }
    }
}

/// Returns the marks of a page within its trim, scaled, with the page's upper left corner at `to`; all
/// of them belong to one figure.
pub(super) fn page(page: &Page, ratio: Ratio, to: Point, figure: TagId) -> Vec<Mark> {
    let seen = page.marks.iter().filter_map(|mark| clipped(mark, page.size));
    let moved = seen.map(|mark| Mark {
        at: ratio.of_point(mark.at) + to,
        tag: Some(figure),
        kind: scaled(mark.kind, ratio),
    });
    moved.collect()
}

fn scaled(kind: MarkKind, ratio: Ratio) -> MarkKind {
    match kind {
        MarkKind::Glyphs(run) => MarkKind::Glyphs(scaled_run(run, ratio)),
        MarkKind::Rule { size, color } => MarkKind::Rule { size: ratio.of_size(size), color },
        MarkKind::Path(path) => MarkKind::Path(PathMark { size: ratio.of(path.size), ..path }),
        MarkKind::Panel(panel) => MarkKind::Panel(Panel {
            size: ratio.of_size(panel.size),
            radius: ratio.of(panel.radius),
            stroke: panel.stroke.map(|(width, color)| (ratio.of(width), color)),
            ..panel
        }),
        MarkKind::Image(image) => MarkKind::Image(ImageMark {
            size: ratio.of_size(image.size),
            radius: ratio.of(image.radius),
            ..image
        }),
    }
}

/// Scales a run, without its link: in a thumbnail it would be smaller than a finger.
fn scaled_run(run: GlyphRun, ratio: Ratio) -> GlyphRun {
    let glyph = |glyph: Glyph| Glyph {
        advance: ratio.of(glyph.advance),
        offset: ratio.of_point(glyph.offset),
        ..glyph
    };
    GlyphRun {
        size: ratio.of(run.size),
        embolden: ratio.of(run.embolden),
        glyphs: run.glyphs.into_iter().map(glyph).collect(),
        link: None,
        ..run
    }
}
