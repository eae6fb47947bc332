//! Elliptical arcs as cubic curves, with square roots only: the libraries' sines and cosines differ
//! between platforms in the last bit, and the bytes of a PDF must not.

/// An arc as SVG writes it.
pub struct Arc {
    /// The semi-axes.
    pub radii: Pair,
    /// The angle of the first axis to the x axis, in degrees.
    pub rotation: f64,
    /// Whether the arc takes the longer way round.
    pub large_arc: bool,
    /// Whether it runs clockwise on the page.
    pub sweep: bool,
}

impl Arc {
    /// Returns the curves from one point to another; none if the arc is a straight line.
    ///
    /// Only turns by multiples of 90° are honoured; no icon has another (a circle needs none).
    pub fn curves(&self, from: Pair, to: Pair) -> Vec<[Pair; 3]> {
        let turned = self.rotation % 180.0 != 0.0;
        let [rx, ry] = if turned { [self.radii[1], self.radii[0]] } else { self.radii }.map(f64::abs);
        if rx == 0.0 || ry == 0.0 || from == to {
            return Vec::new();
        }
        // On the circle of radius 1: half the chord, and the middle of it (SVG 2, appendix B.2.4).
        let half = [(from[0] - to[0]) / (2.0 * rx), (from[1] - to[1]) / (2.0 * ry)];
        let length = (half[0] * half[0] + half[1] * half[1]).sqrt();
        let grow = length.max(1.0); // radii too small for the chord are scaled up
        let (radii, half) = ([rx * grow, ry * grow], [half[0] / grow, half[1] / grow]);
        let chord = half[0] * half[0] + half[1] * half[1];
        let apart = ((1.0 - chord).max(0.0) / chord).sqrt();
        let side = if self.large_arc == self.sweep { -apart } else { apart };
        let centre = [side * half[1], -side * half[0]];
        let (start, end) =
            ([half[0] - centre[0], half[1] - centre[1]], [-half[0] - centre[0], -half[1] - centre[1]]);
        let middle = [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0];
        let place =
            |p: Pair| [middle[0] + (centre[0] + p[0]) * radii[0], middle[1] + (centre[1] + p[1]) * radii[1]];
        let stops = self.stops(start, end);
        let pairs = stops.iter().zip(stops.iter().skip(1));
        let mut curves: Vec<_> = pairs.map(|(&a, &b)| self.piece(a, b).map(place)).collect();
        if let Some(last) = curves.last_mut() {
            last[2] = to;
        }
        curves
    }

    /// Returns unit vectors from the start to the end, never a quarter turn apart.
    fn stops(&self, start: Pair, end: Pair) -> Vec<Pair> {
        let turn = if self.sweep { 1.0 } else { -1.0 };
        let across = |p: Pair| [-turn * p[1], turn * p[0]];
        // The middle of the arc: for a short one, the sum of its ends; for a long one, its opposite;
        // near a half turn, a quarter turn from the start.
        let sum = [start[0] + end[0], start[1] + end[1]];
        let length = (sum[0] * sum[0] + sum[1] * sum[1]).sqrt();
        let middle = match length {
            l if l < 1e-6 => across(start),
            l if self.large_arc => [-sum[0] / l, -sum[1] / l],
            l => [sum[0] / l, sum[1] / l],
        };
        let mut stops = vec![start, middle, end];
        for _ in 0..2 {
            let mut finer = vec![start];
            for pair in stops.windows(2) {
                finer.extend([bisector(pair[0], pair[1]), pair[1]]);
            }
            stops = finer;
            if dot(stops[0], stops[1]) > 0.7 {
                break;
            }
        }
        stops
    }

    /// Returns the curve of a piece of the unit circle.
    fn piece(&self, from: Pair, to: Pair) -> [Pair; 3] {
        // Control points lie 4/3 tan(θ/4) along the tangents; tan from cos by half angles.
        let cosine = dot(from, to).clamp(-1.0, 1.0);
        let (half_cosine, half_sine) = (((1.0 + cosine) / 2.0).sqrt(), ((1.0 - cosine) / 2.0).sqrt());
        let handle = 4.0 / 3.0 * half_sine / (1.0 + half_cosine);
        let handle = if self.sweep { handle } else { -handle };
        [
            [from[0] - handle * from[1], from[1] + handle * from[0]],
            [to[0] + handle * to[1], to[1] - handle * to[0]],
            to,
        ]
    }
}

/// Returns the unit vector halfway between two that are less than a half turn apart.
fn bisector(a: Pair, b: Pair) -> Pair {
    let sum = [a[0] + b[0], a[1] + b[1]];
    let length = (sum[0] * sum[0] + sum[1] * sum[1]).sqrt();
    [sum[0] / length, sum[1] / length]
}

fn dot(a: Pair, b: Pair) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

/// A point in the units of the drawing.
pub(super) type Pair = [f64; 2];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every curve's middle must lie on the ellipse around the centre.
    fn on_circle(arc: &Arc, from: Pair, to: Pair, centre: Pair, radius: f64) {
        let mut at = from;
        for [a, b, c] in arc.curves(from, to) {
            let middle = [0, 1].map(|k| (at[k] + 3.0 * a[k] + 3.0 * b[k] + c[k]) / 8.0 - centre[k]);
            let distance = dot(middle, middle).sqrt();
            assert!((distance - radius).abs() < 1e-3 * radius, "{distance} from {centre:?}");
            at = c;
        }
        assert_eq!(at, to);
    }

    #[test]
    fn arcs_take_the_side_that_their_flags_say() {
        let arc = |large_arc, sweep| Arc { radii: [5.0; 2], rotation: 0.0, large_arc, sweep };
        on_circle(&arc(false, true), [5.0, 0.0], [0.0, 5.0], [0.0, 0.0], 5.0);
        on_circle(&arc(true, false), [5.0, 0.0], [0.0, 5.0], [0.0, 0.0], 5.0);
        on_circle(&arc(false, false), [5.0, 0.0], [0.0, 5.0], [5.0, 5.0], 5.0);
        on_circle(&arc(true, true), [5.0, 0.0], [0.0, 5.0], [5.0, 5.0], 5.0);
        on_circle(&arc(true, true), [5.0, 0.0], [-5.0, 0.0], [0.0, 0.0], 5.0);
    }

    #[test]
    fn radii_too_small_grow_to_a_half_circle() {
        let arc = Arc { radii: [1.0; 2], rotation: 0.0, large_arc: false, sweep: true };
        on_circle(&arc, [3.0, 0.0], [-3.0, 0.0], [0.0, 0.0], 3.0);
    }
}
