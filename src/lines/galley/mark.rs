//! Marks: the smallest printed parts that the back ends know.

use std::ops::Range;

use super::panel::Panel;
use crate::boxes::{Emblem, TagId};
use crate::diag::Span;
use crate::font::FaceId;
use crate::font::icon::{self, Icon};
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::Color;

/// Anything printed, with its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its position: for text the baseline's left end, for other things their top-left corner.
    pub at: Point,
    /// Its element; `None` for an artifact.
    pub tag: Option<TagId>,
    /// Its kind.
    pub kind: MarkKind,
}

/// The kinds of mark.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkKind {
    /// Glyphs on one baseline.
    Glyphs(GlyphRun),
    /// A filled rectangle.
    Rule {
        /// Its size.
        size: Size,
        /// Its ink.
        color: Color,
    },
    /// A filled outline.
    Path(PathMark),
    /// A box with rounded corners.
    Panel(Panel),
    /// An image.
    Image(ImageMark),
}

/// Glyphs of one face, size, colour and link on one baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlyphRun {
    /// The face.
    pub face: FaceId,
    /// The type size at which the face is used.
    pub size: Pt,
    /// Their ink.
    pub color: Color,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
    /// The characters that they represent, as the source has them.
    pub text: String,
    /// The place of `text` in the source; of the same length in bytes exactly when `text` is the
    /// source's own. Empty for text that was generated.
    pub span: Span,
    /// The target of their link.
    pub link: Option<String>,
    /// Its language, where it differs from the document's.
    pub lang: Option<String>,
    /// The stroke width that makes up for a missing bold face; zero otherwise.
    pub embolden: Pt,
}

/// One glyph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// The distance that the pen advances: the glyph's width plus all glue and tracking after it.
    pub advance: Pt,
    /// Its position relative to the pen: x to the right, y down.
    pub offset: Point,
    /// The characters that it represents, in bytes of the run's text; empty for the further glyphs
    /// of a cluster.
    pub text: Range<u32>,
}

impl GlyphRun {
    /// Returns the length of the run: the sum of its advances.
    pub fn width(&self) -> Pt {
        self.glyphs.iter().map(|g| g.advance).sum()
    }
}

/// A filled outline in a square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathMark {
    /// The outline.
    pub shape: Shape,
    /// The side of the square.
    pub size: Pt,
    /// Its ink.
    pub color: Color,
}

/// An outline that is not a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The icon of a contact or a section.
    Icon(Emblem),
    /// A disc, as wide as its square: an emphasis dot, a marker.
    Dot,
}

impl PathMark {
    /// Returns the outline in a square of one em; `None` only if the drawing of an icon cannot be read.
    pub fn outline(&self) -> Option<&'static Icon> {
        match self.shape {
            Shape::Icon(Emblem::Contact(kind)) => icon::outline(kind),
            Shape::Icon(Emblem::Section(kind)) => icon::of_section(kind),
            Shape::Dot => Some(icon::disc()),
        }
    }
}

/// An image and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageMark {
    /// The key in [`crate::model::Resume::images`].
    pub src: String,
    /// Its printed size.
    pub size: Size,
    /// The part of the picture shown, in pixels: x, y, width, height.
    pub crop: [u32; 4],
    /// The rounding of its corners; half its side turns a square into a circle.
    pub radius: Pt,
}

impl ImageMark {
    /// Returns the rectangle of the whole picture if the visible part is at a point; `pixels` is its
    /// size across and down.
    pub fn whole(&self, at: Point, pixels: [u32; 2]) -> Rect {
        let [left, top, width, height] = self.crop.map(i64::from);
        let scaled = |part: i64, printed: Pt, of: i64| printed.scale(part, of.max(1));
        let Size { width: wide, height: high } = self.size;
        let origin = Point { x: at.x - scaled(left, wide, width), y: at.y - scaled(top, high, height) };
        let [across, down] = pixels.map(i64::from);
        Rect { origin, size: Size { width: scaled(across, wide, width), height: scaled(down, high, height) } }
    }
}

impl Mark {
    /// Returns the rectangle that a mark covers; text by its em box.
    pub fn bounds(&self) -> Rect {
        match &self.kind {
            MarkKind::Glyphs(run) => Rect {
                origin: Point { x: self.at.x, y: self.at.y - run.size.scale(88, 100) },
                size: Size { width: run.width(), height: run.size },
            },
            MarkKind::Rule { size, .. } => Rect { origin: self.at, size: *size },
            MarkKind::Path(path) => {
                Rect { origin: self.at, size: Size { width: path.size, height: path.size } }
            }
            MarkKind::Panel(panel) => Rect { origin: self.at, size: panel.size },
            MarkKind::Image(image) => Rect { origin: self.at, size: image.size },
        }
    }
}
