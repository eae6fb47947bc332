//! Boxes with rounded corners, and the outline that they share with images.

use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::Color;

/// A box with a fill, a border, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its size.
    pub size: Size,
    /// The rounding of its corners; at most half its shorter side counts.
    pub radius: Pt,
    /// The colour inside.
    pub fill: Option<Color>,
    /// Thickness and ink of the border, which lies inside the box.
    pub stroke: Option<(Pt, Color)>,
}

/// A part of an outline; each continues from the end of the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Starts a new contour.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve: two control points, and its end.
    Curve([Point; 3]),
    /// Closes the contour.
    Close,
}

impl Panel {
    /// Returns the colours and the contours to fill with them, in painting order, for a box at a point; to be
    /// filled by the nonzero rule.
    pub fn shapes(&self, at: Point) -> Vec<(Color, Vec<Step>)> {
        let outer = Rect { origin: at, size: self.size };
        let mut shapes = Vec::new();
        if let Some(fill) = self.fill {
            shapes.push((fill, rounded(outer, self.radius)));
        }
        if let Some((width, color)) = self.stroke {
            let inner = Rect {
                origin: at + Point { x: width, y: width },
                size: Size {
                    width: (self.size.width - width * 2).max(Pt::ZERO),
                    height: (self.size.height - width * 2).max(Pt::ZERO),
                },
            };
            let hole = backwards(&rounded(inner, (self.radius - width).max(Pt::ZERO)));
            shapes.push((color, [rounded(outer, self.radius), hole].concat()));
        }
        shapes
    }
}

/// The distance of a quarter circle's control points from its ends, in 1/65 536 of the radius:
/// 4/3 (√2 − 1).
const HANDLE: i64 = 36_195;

/// Returns the outline of a rectangle with rounded corners, clockwise.
pub fn rounded(rect: Rect, radius: Pt) -> Vec<Step> {
    let radius = radius.min(rect.size.width / 2).min(rect.size.height / 2).max(Pt::ZERO);
    let (left, top, right, bottom) = (rect.origin.x, rect.origin.y, rect.right(), rect.bottom());
    let point = |x, y| Point { x, y };
    if radius == Pt::ZERO {
        let corners = [point(right, top), point(right, bottom), point(left, bottom)].map(Step::Line);
        return [&[Step::Move(point(left, top))][..], &corners, &[Step::Close]].concat();
    }
    let far = radius;
    let near = radius - radius.scale(HANDLE, 65_536);
    vec![
        Step::Move(point(left + far, top)),
        Step::Line(point(right - far, top)),
        Step::Curve([point(right - near, top), point(right, top + near), point(right, top + far)]),
        Step::Line(point(right, bottom - far)),
        Step::Curve([point(right, bottom - near), point(right - near, bottom), point(right - far, bottom)]),
        Step::Line(point(left + far, bottom)),
        Step::Curve([point(left + near, bottom), point(left, bottom - near), point(left, bottom - far)]),
        Step::Line(point(left, top + far)),
        Step::Curve([point(left, top + near), point(left + near, top), point(left + far, top)]),
        Step::Close,
    ]
}

/// Returns a closed contour in the opposite direction: a hole in the contour around it.
fn backwards(contour: &[Step]) -> Vec<Step> {
    let end = |step: &Step| match *step {
        Step::Move(to) | Step::Line(to) | Step::Curve([_, _, to]) => Some(to),
        Step::Close => None,
    };
    let Some(last) = contour.iter().rev().find_map(end) else { return Vec::new() };
    let mut back = vec![Step::Move(last)];
    for pair in contour.windows(2).rev() {
        let Some(to) = end(&pair[0]) else { continue };
        match pair[1] {
            Step::Line(_) => back.push(Step::Line(to)),
            Step::Curve([first, second, _]) => back.push(Step::Curve([second, first, to])),
            Step::Move(_) | Step::Close => {}
        }
    }
    back.push(Step::Close);
    back
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(width: i64, height: i64) -> Rect {
        Rect { origin: Point::default(), size: Size { width: Pt::new(width), height: Pt::new(height) } }
    }

    #[test]
    fn corners_are_as_round_as_there_is_room() {
        assert_eq!(rounded(rect(40, 20), Pt::new(99)), rounded(rect(40, 20), Pt::new(10)));
        assert!(!rounded(rect(40, 20), Pt::ZERO).iter().any(|step| matches!(step, Step::Curve(_))));
    }

    #[test]
    fn a_hole_runs_the_other_way_through_the_same_points() {
        let contour = rounded(rect(40, 20), Pt::new(4));
        let back = backwards(&contour);
        assert_eq!(back.len(), contour.len());
        assert_eq!(backwards(&back), contour);
    }

    #[test]
    fn a_panel_has_a_shape_for_each_colour() {
        let panel = |fill, stroke| Panel { size: rect(40, 20).size, radius: Pt::new(2), fill, stroke };
        assert!(panel(None, None).shapes(Point::default()).is_empty());
        let both = panel(Some(Color::WHITE), Some((Pt::new(1), Color::BLACK))).shapes(Point::default());
        assert_eq!(both.iter().map(|shape| shape.0).collect::<Vec<_>>(), [Color::WHITE, Color::BLACK]);
    }
}
