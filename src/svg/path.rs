//! Outlines as path data (SVG 2, 9.3).

use std::fmt::Write;

use super::write::number;
use crate::font::icon::{Icon, Segment};
use crate::geom::{Em, Point, Pt};
use crate::lines::Step;

/// Returns the path of an outline of one em, moved to a place and scaled to a size.
pub(super) fn of_outline(outline: &Icon, at: Point, size: Pt) -> String {
    let place = |[x, y]: [Em; 2]| Point { x: at.x + x.of(size), y: at.y + y.of(size) };
    let step = |segment: &Segment| match *segment {
        Segment::Move(to) => Step::Move(place(to)),
        Segment::Line(to) => Step::Line(place(to)),
        Segment::Curve(points) => Step::Curve(points.map(place)),
        Segment::Close => Step::Close,
    };
    of_steps(&outline.segments.iter().map(step).collect::<Vec<_>>())
}

/// Returns the path of steps.
pub(super) fn of_steps(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        let (letter, points): (char, &[Point]) = match step {
            Step::Move(to) => ('M', std::slice::from_ref(to)),
            Step::Line(to) => ('L', std::slice::from_ref(to)),
            Step::Curve(points) => ('C', points),
            Step::Close => ('Z', &[]),
        };
        path.push(letter);
        for (at, point) in points.iter().enumerate() {
            let blank = if at == 0 { "" } else { " " };
            // Writing to a string cannot fail.
            let _ = write!(path, "{blank}{} {}", number(point.x), number(point.y));
        }
    }
    path
}
