//! Drawn shapes other than text: rules, boxes, marks before items, each reduced to its bounding box.

use super::matrix::{Matrix, at};

/// The bounding box of a drawn shape, in points from the left and from below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// The page, from 0.
    pub page: usize,
    /// Its left and right sides.
    pub x: [f64; 2],
    /// Its lower and upper sides.
    pub y: [f64; 2],
    /// Whether it is an image.
    pub image: bool,
}

impl Shape {
    /// Returns the box round some points of a page; `None` if a coordinate is not a number.
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

    /// Returns its width.
    pub fn width(&self) -> f64 {
        self.x[1] - self.x[0]
    }

    /// Returns its height.
    pub fn height(&self) -> f64 {
        self.y[1] - self.y[0]
    }
}

/// The most shapes that are noted: a page of ours has a few dozen.
const MOST: usize = 20_000;
/// The most points of a path that are read.
const MOST_POINTS: usize = 4_096;

/// The path under construction: the points of each of its parts.
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

    /// Continues to a point.
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

    /// Ends the path; each of its parts is drawn if it is `painted`.
    pub fn end(&mut self, page: usize, painted: bool, shapes: &mut Vec<Shape>) {
        for part in std::mem::take(self).parts {
            if painted && shapes.len() < MOST {
                shapes.extend(Shape::round(page, &part, false));
            }
        }
    }
}
