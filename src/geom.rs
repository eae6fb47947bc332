//! Lengths and shapes, in fixed point: every platform computes the same bytes.
//!
//! A [`Pt`] counts 1/65 536 of a point, as TeX's scaled points do, in 64 bits, so that the prefix
//! sums over a paragraph of any length cannot overflow. y grows **down** from the top-left corner of
//! the trimmed page everywhere before `pdf/`.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// An absolute length in 1/65 536 pt (1 pt = 1/72 inch).
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pt(i64);

impl Pt {
    /// No length.
    pub const ZERO: Pt = Pt(0);
    /// The longest length that arithmetic here is meant for (about 2 billion points).
    pub const MAX: Pt = Pt(1 << 47);
    /// The number of units in a point.
    pub const UNITS: i64 = 1 << 16;

    /// Returns a whole number of points.
    pub const fn new(points: i64) -> Pt {
        Pt(points * Pt::UNITS)
    }

    /// Returns a length of `count` hundredths of a millimetre: `4_500` is 45 mm.
    pub const fn hundredths_of_mm(count: i64) -> Pt {
        Pt(count * 72 * Pt::UNITS / 2540)
    }

    /// Returns a length of `units` / 65 536 pt.
    pub const fn from_units(units: i64) -> Pt {
        Pt(units)
    }

    /// Returns the length nearest to a number of points read from a file; not for computing.
    ///
    /// Never fails: NaN is zero, and a value that is too large is [`Pt::MAX`].
    pub fn from_f64(points: f64) -> Pt {
        let units = points * Pt::UNITS as f64;
        Pt((units as i64).clamp(-Pt::MAX.0, Pt::MAX.0) + i64::from(units.fract() >= 0.5)
            - i64::from(units.fract() <= -0.5))
    }

    /// Returns the length in units of 1/65 536 pt.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// Returns the length in points, for a file format or a picture that wants floats.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Pt::UNITS as f64
    }

    /// Returns `self × num ÷ den`, rounded to nearest, halves away from zero; zero if `den` is zero.
    pub fn scale(self, num: i64, den: i64) -> Pt {
        if den == 0 {
            return Pt::ZERO;
        }
        // Long divisions take several times as long, and hardly any is needed.
        let short = || {
            let product = self.0.checked_mul(num)?.checked_mul(den.signum())?;
            let den = den.checked_abs()?;
            Some(product.checked_add(product.signum() * (den / 2))? / den)
        };
        Pt(short().unwrap_or_else(|| {
            let product = i128::from(self.0) * i128::from(num) * i128::from(den.signum());
            let den = i128::from(den).abs();
            ((product + product.signum() * (den / 2)) / den) as i64
        }))
    }

    /// Returns the absolute value.
    pub const fn abs(self) -> Pt {
        Pt(self.0.abs())
    }
}

impl std::fmt::Debug for Pt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}pt")
    }
}

/// Writes points with at most three decimals, trailing zeros dropped: `12.5`.
impl std::fmt::Display for Pt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let thousandths = self.scale(1000, 1).0;
        let rounded = (thousandths.abs() + Pt::UNITS / 2) / Pt::UNITS;
        let (whole, part) = (rounded / 1000, rounded % 1000);
        if thousandths < 0 && rounded > 0 {
            write!(f, "-")?;
        }
        write!(f, "{whole}")?;
        if part > 0 {
            write!(f, ".{}", format!("{part:03}").trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl Add for Pt {
    type Output = Pt;
    fn add(self, other: Pt) -> Pt {
        Pt(self.0 + other.0)
    }
}
impl Sub for Pt {
    type Output = Pt;
    fn sub(self, other: Pt) -> Pt {
        Pt(self.0 - other.0)
    }
}
impl Neg for Pt {
    type Output = Pt;
    fn neg(self) -> Pt {
        Pt(-self.0)
    }
}
impl Mul<i64> for Pt {
    type Output = Pt;
    fn mul(self, factor: i64) -> Pt {
        Pt(self.0 * factor)
    }
}
impl Div<i64> for Pt {
    type Output = Pt;
    fn div(self, divisor: i64) -> Pt {
        Pt(self.0 / divisor)
    }
}
impl AddAssign for Pt {
    fn add_assign(&mut self, other: Pt) {
        self.0 += other.0;
    }
}
impl SubAssign for Pt {
    fn sub_assign(&mut self, other: Pt) {
        self.0 -= other.0;
    }
}
impl Sum for Pt {
    fn sum<I: Iterator<Item = Pt>>(lengths: I) -> Pt {
        lengths.fold(Pt::ZERO, Add::add)
    }
}

/// A length relative to the type size, in 1/65 536 em. Also used for plain factors.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Em(i32);

impl Em {
    /// No length.
    pub const ZERO: Em = Em(0);
    /// One em: the type size itself.
    pub const ONE: Em = Em(1 << 16);

    /// Returns `num / den` em, rounded down.
    pub const fn ratio(num: i32, den: i32) -> Em {
        Em(((num as i64 * 65_536) / den as i64) as i32)
    }

    /// Returns the length nearest to a number of ems read from a file; NaN is zero.
    pub fn from_f64(ems: f64) -> Em {
        Em((ems * 65_536.0 + if ems < 0.0 { -0.5 } else { 0.5 }) as i32)
    }

    /// Returns a length of `units` / 65 536 em.
    pub const fn from_units(units: i32) -> Em {
        Em(units)
    }

    /// Returns the length in units of 1/65 536 em.
    pub const fn units(self) -> i32 {
        self.0
    }

    /// Returns the absolute length at a type size.
    pub fn of(self, size: Pt) -> Pt {
        size.scale(i64::from(self.0), 65_536)
    }

    /// Returns the number of ems, for messages.
    pub fn to_f64(self) -> f64 {
        f64::from(self.0) / 65_536.0
    }
}

impl std::fmt::Debug for Em {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}em", Pt::from_units(i64::from(self.0)))
    }
}

/// A place on a page or in a column: x to the right, y **down**.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// Distance from the left edge.
    pub x: Pt,
    /// Distance from the top edge.
    pub y: Pt,
}

impl Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Horizontal extent.
    pub width: Pt,
    /// Vertical extent.
    pub height: Pt,
}

/// An upright rectangle: its top-left corner and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    /// The top-left corner.
    pub origin: Point,
    /// Width and height.
    pub size: Size,
}

impl Rect {
    /// Returns the x of the right edge.
    pub fn right(&self) -> Pt {
        self.origin.x + self.size.width
    }

    /// Returns the y of the bottom edge.
    pub fn bottom(&self) -> Pt {
        self.origin.y + self.size.height
    }
}

/// Four lengths round a box: margins, padding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sides {
    /// Above.
    pub top: Pt,
    /// At the right.
    pub right: Pt,
    /// Below.
    pub bottom: Pt,
    /// At the left.
    pub left: Pt,
}

/// A space that may grow or shrink (Knuth's glue).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Glue {
    /// The width or height when nothing stretches or shrinks it.
    pub natural: Pt,
    /// How much it may grow at adjustment ratio 1.
    pub stretch: Pt,
    /// How much it may shrink at most.
    pub shrink: Pt,
}

impl Glue {
    /// Returns a space that neither grows nor shrinks.
    pub const fn fixed(natural: Pt) -> Glue {
        Glue { natural, stretch: Pt::ZERO, shrink: Pt::ZERO }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scaling_rounds_halves_away_from_zero() {
        assert_eq!(Pt(3).scale(1, 2), Pt(2));
        assert_eq!(Pt(-3).scale(1, 2), Pt(-2));
        assert_eq!(Pt(3).scale(-1, 2), Pt(-2));
        assert_eq!(Pt(3).scale(1, -2), Pt(-2));
        assert_eq!(Pt(7).scale(1, 3), Pt(2));
        assert_eq!(Pt(8).scale(1, 3), Pt(3));
        let large = 1 << 62;
        assert_eq!(Pt(large).scale(3, 3), Pt(large));
        assert_eq!(Pt(-large).scale(large, -large), Pt(large));
        assert_eq!(Pt(5).scale(i64::MIN, i64::MIN), Pt(5));
        assert_eq!(Pt(i64::MAX).scale(1, 2), Pt(large));
    }

    #[test]
    fn lengths_print_with_three_decimals_at_most() {
        assert_eq!(Pt::from_f64(12.5).to_string(), "12.5");
        assert_eq!(Pt::from_f64(-0.25).to_string(), "-0.25");
        assert_eq!(Pt::new(3).to_string(), "3");
        assert_eq!(Pt::from_units(1).to_string(), "0");
    }
}
