//! What is drawn beside text: rules, boxes, marks before items, as far as its outer box goes.

use super::matrix::{Matrix, at};

/// The box round something that is drawn, in points from the left and from below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// The page, from 0.
    pub page: usize,
    /// From left to right.
    pub x: [f64; 2],
    /// From below to above.
    pub y: [f64; 2],
    /// Whether it is an image.
    pub image: bool,
}

impl Shape {
    /// Returns the box round some points of a page; none if a number is none.
    pub fn round(page: usize, points: &[[f64; 2]], image: bool) -> Option<Shape> {
        let side = |axis: usize| {
            points
                .iter()
                .map(|point| point[axis])
                .fold([f64::MAX, f64::MIN], |[low, high], value| [low.min(value), high.max(value)])
        };
        let (x, y) = (side(0), side(1));
        let sound = !points.is_empty() && x.iter().chain(&y).all(|value| value.is_finite());
        sound.then_some(Shape { page, x, y, image })
    }

    /// Returns how wide it is.
    pub fn width(&self) -> f64 {
        self.x[1] - self.x[0]
    }

    /// Returns how high it is.
    pub fn height(&self) -> f64 {
        self.y[1] - self.y[0]
    }
}

/// More shapes than this are not noted: a page of ours has some dozens.
const MOST: usize = 20_000;
/// The points of a path are read so far.
const MOST_POINTS: usize = 4_096;

/// The path that is being made: the points of each of its parts.
#[derive(Default)]
pub struct Path {
    parts: Vec<Vec<[f64; 2]>>,
    points: usize,
}

impl Path {
    /// Begins a part.
    pub fn begin(&mut self, matrix: Matrix, point: [f64; 2]) {
        if self.points < MOST_POINTS {
            self.parts.push(Vec::new());
            self.to(matrix, point);
        }
    }

    /// Goes on to a point.
    pub fn to(&mut self, matrix: Matrix, point: [f64; 2]) {
        if let Some(part) = self.parts.last_mut().filter(|_| self.points < MOST_POINTS) {
            part.push(at(matrix, point));
            self.points += 1;
        }
    }

    /// Adds a rectangle.
    pub fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f64; 4]) {
        self.begin(matrix, [x, y]);
        for corner in [[x + width, y], [x + width, y + height], [x, y + height]] {
            self.to(matrix, corner);
        }
    }

    /// Ends it; each of its parts is drawn if it is `painted`.
    pub fn end(&mut self, page: usize, painted: bool, shapes: &mut Vec<Shape>) {
        for part in std::mem::take(self).parts {
            if painted && shapes.len() < MOST {
                shapes.extend(Shape::round(page, &part, false));
            }
        }
    }
}
