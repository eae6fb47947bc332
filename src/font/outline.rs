//! Glyphs as outlines, for the few that no code of a PDF can represent.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::Face;
use super::icon::{Icon, Segment};
use crate::geom::Em;

/// Returns the outline of a glyph, with its origin in the upper left corner; empty if there is none.
pub fn glyph(face: &Face, id: u16) -> Icon {
    let mut pen = Pen { icon: Icon::default(), at: [0.0; 2], em: f64::from(face.units_per_em()).max(1.0) };
    if let Ok(font) = FontRef::from_index(face.bytes(), face.index)
        && let Some(outline) = font.outline_glyphs().get(GlyphId::from(id))
    {
        // In the face's own units: at a size, points would be rounded to its sixty-fourths.
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if outline.draw(settings, &mut pen).is_err() {
            return Icon::default();
        }
    }
    pen.icon
}

/// Returns the horizontal range in which an outline has edges between two heights, y pointing down; `None`
/// if it has none there.
pub fn ink_between(outline: &Icon, top: Em, bottom: Em) -> Option<(Em, Em)> {
    let mut found: Option<(i64, i64)> = None;
    let mut note = |x: i64| found = Some(found.map_or((x, x), |(left, right)| (left.min(x), right.max(x))));
    let (top, bottom) = (i64::from(top.units()), i64::from(bottom.units()));
    let point = |[x, y]: [Em; 2]| [x, y].map(|part| i64::from(part.units()));
    let mut edge = |[ax, ay]: [i64; 2], [bx, by]: [i64; 2]| {
        for ([x, y], inside) in [([ax, ay], top..=bottom), ([bx, by], top..=bottom)] {
            if inside.contains(&y) {
                note(x);
            }
        }
        for height in [top, bottom] {
            if (ay < height) != (by < height) {
                note(ax + (bx - ax) * (height - ay) / (by - ay));
            }
        }
    };
    let (mut start, mut at) = ([0; 2], [0; 2]);
    for segment in &outline.segments {
        match *segment {
            Segment::Move(to) => (start, at) = (point(to), point(to)),
            Segment::Line(to) => {
                edge(at, point(to));
                at = point(to);
            }
            Segment::Curve(points) => {
                let [b, c, d] = points.map(point);
                let mut from = at;
                for step in 1..=STEPS {
                    let to = [0, 1].map(|axis| on_curve([at[axis], b[axis], c[axis], d[axis]], step));
                    edge(from, to);
                    from = to;
                }
                at = d;
            }
            Segment::Close => {
                edge(at, start);
                at = start;
            }
        }
    }
    found.map(|(left, right)| (Em::from_units(left as i32), Em::from_units(right as i32)))
}

/// The number of straight lines by which a curve is approximated.
const STEPS: i64 = 8;

/// Returns a coordinate of a cubic curve after the given step (Bernstein).
fn on_curve([a, b, c, d]: [i64; 4], step: i64) -> i64 {
    let rest = STEPS - step;
    let sum = rest.pow(3) * a + 3 * rest.pow(2) * step * b + 3 * rest * step.pow(2) * c + step.pow(3) * d;
    sum / STEPS.pow(3)
}

/// Records an outline; y points up in a face, and down here.
struct Pen {
    icon: Icon,
    at: [f32; 2],
    /// The number of the face's units in an em.
    em: f64,
}

impl Pen {
    fn to(&mut self, x: f32, y: f32) -> [Em; 2] {
        self.at = [x, y];
        self.point([x, y].map(f64::from))
    }

    fn point(&self, [x, y]: [f64; 2]) -> [Em; 2] {
        [x, -y].map(|part| Em::from_f64(part / self.em))
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let toward = |from: [f32; 2]| {
            let part = |from: f32, control: f32| f64::from(from) + f64::from(control - from) * 2.0 / 3.0;
            self.point([part(from[0], cx), part(from[1], cy)])
        };
        let controls = [toward(self.at), toward([x, y])];
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Curve([controls[0], controls[1], to]));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let controls = [[cx0, cy0], [cx1, cy1]].map(|point| self.point(point.map(f64::from)));
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Curve([controls[0], controls[1], to]));
    }

    fn close(&mut self) {
        self.icon.segments.push(Segment::Close);
    }
}
