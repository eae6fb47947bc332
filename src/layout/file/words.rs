//! The plain values of layout keys: numbers with units, and names.

use crate::diag::{Message, message};
use std::fmt;

use crate::layout::Caps;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number; may be NaN or infinite until its range is checked.
    pub number: f64,
    /// The unit.
    pub unit: Unit,
}

/// The units of layout files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// No unit: a factor.
    Factor,
    /// 1/72 inch.
    Pt,
    /// Millimetres.
    Mm,
    /// Centimetres.
    Cm,
    /// Inches.
    In,
    /// A multiple of the type size.
    Em,
    /// A share of what is left.
    Fr,
    /// A percentage of the available width.
    Percent,
}

impl Unit {
    const WORDS: &[(&str, Unit)] = &[
        ("pt", Unit::Pt),
        ("mm", Unit::Mm),
        ("cm", Unit::Cm),
        ("in", Unit::In),
        ("em", Unit::Em),
        ("fr", Unit::Fr),
        ("%", Unit::Percent),
    ];

    /// Returns the number of points in one of an absolute unit.
    pub fn points(self) -> Option<f64> {
        match self {
            Unit::Pt => Some(1.0),
            Unit::Mm => Some(72.0 / 25.4),
            Unit::Cm => Some(72.0 / 2.54),
            Unit::In => Some(72.0),
            Unit::Factor | Unit::Em | Unit::Fr | Unit::Percent => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Unit::WORDS.iter().find(|(_, unit)| unit == self).map_or("", |(word, _)| word))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            huge if huge.abs() >= 1e9 && huge.is_finite() => write!(f, "{huge:e}{}", self.unit),
            number => write!(f, "{number}{}", self.unit),
        }
    }
}

/// An error in a value, and what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// The error, without the name of the key.
    pub message: Message,
    /// What to do.
    pub hint: Message,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.message, self.hint)
    }
}

/// Returns the error in a text, given its English message: serde passes on nothing else.
pub(super) fn again(said: &str, text: &str) -> Option<Wrong> {
    let wrong = [Amount::parse(text).err(), Caps::parse(text).err()];
    wrong.into_iter().flatten().find(|wrong| wrong.to_string() == said)
}

impl Amount {
    /// Reads `10pt`, `1.5`, `-3 mm`.
    ///
    /// # Errors
    /// The reason why it cannot be read.
    pub fn parse(text: &str) -> Result<Amount, Wrong> {
        let text = text.trim();
        let split = number_length(text);
        let (digits, word) = (&text[..split], text[split..].trim());
        let Ok(number) = digits.parse() else {
            return Err(Wrong {
                message: message!("takes a length, not the text \"{text}\"", text),
                hint: "a length looks like 10pt; units: pt mm cm in em".into(),
            });
        };
        if word.is_empty() {
            return Ok(Amount { number, unit: Unit::Factor });
        }
        match Unit::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
            Some(&(_, unit)) => Ok(Amount { number, unit }),
            None => Err(Wrong {
                message: message!("has the unknown unit `{word}`", word),
                hint: "units: pt mm cm in em; fr and % for widths".into(),
            }),
        }
    }
}

/// Returns the length in bytes of the number at the front; the `e` of `2em` is not part of it.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let sign = |at: usize| matches!(bytes.get(at), Some(b'+' | b'-'));
    let mut at = usize::from(sign(0));
    while digit(at) || bytes.get(at) == Some(&b'.') {
        at += 1;
    }
    let exponent = at + 1 + usize::from(sign(at + 1));
    if matches!(bytes.get(at), Some(b'e' | b'E')) && digit(exponent) {
        at = exponent;
        while digit(at) {
            at += 1;
        }
    }
    at
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        match Raw::deserialize(deserializer)? {
            Raw::Number(number) => Ok(Amount { number, unit: Unit::Factor }),
            Raw::Text(text) => Amount::parse(&text).map_err(D::Error::custom),
        }
    }
}

/// A number or a text, not yet parsed.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

impl Raw {
    /// Parses it as an amount.
    ///
    /// # Errors
    /// See [`Amount::parse`].
    pub fn amount(&self) -> Result<Amount, Wrong> {
        match self {
            Raw::Number(number) => Ok(Amount { number: *number, unit: Unit::Factor }),
            Raw::Text(text) => Amount::parse(text),
        }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(NumberOrText)
    }
}

impl<'de> Deserialize<'de> for Caps {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Caps, D::Error> {
        deserializer.deserialize_any(SwitchOrSmall)
    }
}

struct SwitchOrSmall;

impl Visitor<'_> for SwitchOrSmall {
    type Value = Caps;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true, false or \"small\"")
    }

    fn visit_bool<E: Error>(self, all: bool) -> Result<Caps, E> {
        Ok(if all { Caps::All } else { Caps::None })
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Caps, E> {
        Caps::parse(word).map_err(E::custom)
    }
}

impl Caps {
    fn parse(word: &str) -> Result<Caps, Wrong> {
        match word {
            "small" => Ok(Caps::Small),
            _ => Err(Wrong {
                message: message!("cannot be \"{word}\"", word),
                hint: message!("allowed: {names}", names = Message::names(["true", "false", "\"small\""])),
            }),
        }
    }
}

struct NumberOrText;

impl Visitor<'_> for NumberOrText {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a length in quotes")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_a_number_and_a_unit() {
        let read = |text| Amount::parse(text).map(|amount| (amount.number, amount.unit));
        assert_eq!(read("10pt"), Ok((10.0, Unit::Pt)));
        assert_eq!(read(" -3.5 mm "), Ok((-3.5, Unit::Mm)));
        assert_eq!(read("2em"), Ok((2.0, Unit::Em)));
        assert_eq!(read("1e3em"), Ok((1000.0, Unit::Em)));
        assert_eq!(read("1e30PT"), Ok((1e30, Unit::Pt)));
        assert_eq!(read("50%"), Ok((50.0, Unit::Percent)));
        assert_eq!(read("1.55"), Ok((1.55, Unit::Factor)));
        for wrong in ["", "pt", "10zorkmids", "1.2.3pt", "十pt", "10 5pt", "--3pt", "nan"] {
            assert!(Amount::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
