//! Transformations of the plane (PDF 32000-1, 8.3.3).

use lopdf::Object;

use crate::readback::file::number;

/// A matrix `[a b c d e f]`.
pub type Matrix = [f64; 6];

/// The matrix that leaves everything where it is.
pub const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Returns the transformation that applies `first`, then `second`.
pub fn then(first: Matrix, second: Matrix) -> Matrix {
    let ([a, b, c, d, e, f], [k, l, m, n, o, p]) = (first, second);
    [a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p]
}

/// Returns the image of a point.
pub fn at([a, b, c, d, e, f]: Matrix, [x, y]: [f64; 2]) -> [f64; 2] {
    [a * x + c * y + e, b * x + d * y + f]
}

/// Reads six numbers; an entry that is not a number stays as in [`IDENTITY`].
pub fn of(numbers: &[Object]) -> Matrix {
    let mut matrix = IDENTITY;
    for (entry, object) in matrix.iter_mut().zip(numbers) {
        *entry = number(object).unwrap_or(*entry);
    }
    matrix
}
