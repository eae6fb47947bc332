//! Operands and operators as bytes.

use crate::geom::Pt;
use crate::pdf::bytes::{put, write_code, write_digits, write_escaped, write_integer};

/// A content stream being written.
#[derive(Debug, Default)]
pub struct Operators {
    out: Vec<u8>,
}

/// Returns a length in thousandths of a point, rounded.
pub fn thousandths(length: Pt) -> i64 {
    let scaled = length.units() * 1000;
    (scaled + Pt::UNITS / 2).div_euclid(Pt::UNITS)
}

impl Operators {
    /// Returns the stream.
    pub fn finish(self) -> Vec<u8> {
        self.out
    }

    /// Writes text as it is.
    pub fn raw(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Writes text made of parts.
    pub fn put(&mut self, text: std::fmt::Arguments<'_>) {
        put(&mut self.out, text);
    }

    /// Writes an operator; its operands have been written already.
    pub fn op(&mut self, operator: &str) {
        self.raw(operator);
        self.out.push(b'\n');
    }

    /// Writes a number of thousandths and a blank: `12.5 `.
    pub fn number(&mut self, thousandths: i64) {
        if thousandths < 0 {
            self.out.push(b'-');
        }
        let (whole, mut part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        write_digits(&mut self.out, whole);
        if part > 0 {
            self.out.push(b'.');
            let mut unit = 100;
            while part > 0 {
                self.out.push(b'0' + (part / unit) as u8);
                (part, unit) = (part % unit, unit / 10);
            }
        }
        self.out.push(b' ');
    }

    /// Writes a whole number, with nothing after it.
    pub fn integer(&mut self, number: i64) {
        write_integer(&mut self.out, number);
    }

    /// Writes a code as two bytes of a string, which is shorter than its digits.
    pub fn code(&mut self, code: u16) {
        write_escaped(&mut self.out, &code.to_be_bytes());
    }

    /// Writes a code as four hexadecimal digits.
    pub fn hex(&mut self, code: u16) {
        write_code(&mut self.out, code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_decimals_at_most() {
        let written = |thousandths| {
            let mut out = Operators::default();
            out.number(thousandths);
            String::from_utf8_lossy(&out.finish()).into_owned()
        };
        assert_eq!(
            [0, 5, 50, 500, 1000, 1010].map(written),
            ["0 ", "0.005 ", "0.05 ", "0.5 ", "1 ", "1.01 "]
        );
        assert_eq!([-5, -12_340].map(written), ["-0.005 ", "-12.34 "]);
    }

    #[test]
    fn lengths_round_to_the_nearest_thousandth() {
        assert_eq!(thousandths(Pt::from_f64(595.2756)), 595_276);
        assert_eq!(thousandths(Pt::from_f64(-0.0014)), -1);
    }
}
