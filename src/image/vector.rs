//! A drawing at its place on the page, for the back ends.

use crate::geom::{Em, Point, Pt, Rect};
use crate::layout::Color;
use crate::lines::Step;
use crate::source::drawing::{Drawing, Part, Shape};

/// An outline at its place, to be filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The colour that fills it.
    pub color: Color,
    /// Whether it is filled by the even–odd rule instead of the nonzero one.
    pub even_odd: bool,
    /// The outline.
    pub steps: Vec<Step>,
}

/// Returns the areas of a drawing, as large as fits into a rectangle and centred in it.
pub fn areas(drawing: &Drawing, rect: Rect) -> Vec<Area> {
    let [wide, high] = drawing.sides.map(|side| i64::from(side.units().max(1)));
    let em = i64::from(Em::ONE.units());
    let longer = rect.size.width.scale(em, wide).min(rect.size.height.scale(em, high));
    let [wide, high] = drawing.sides.map(|side| side.of(longer));
    let origin = rect.origin + Point { x: (rect.size.width - wide) / 2, y: (rect.size.height - high) / 2 };
    drawing.shapes.iter().map(|shape| area(shape, origin, longer)).collect()
}

fn area(shape: &Shape, origin: Point, longer: Pt) -> Area {
    let place = |[x, y]: [Em; 2]| origin + Point { x: x.of(longer), y: y.of(longer) };
    let step = |part: &Part| match *part {
        Part::Move(to) => Step::Move(place(to)),
        Part::Line(to) => Step::Line(place(to)),
        Part::Curve(points) => Step::Curve(points.map(place)),
        Part::Close => Step::Close,
    };
    let color = Color { rgb: shape.rgb, cmyk: None };
    Area { color, even_odd: shape.even_odd, steps: shape.parts.iter().map(step).collect() }
}
