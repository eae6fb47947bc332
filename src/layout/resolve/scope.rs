//! Numbers with their units and ranges, and names that must exist: the checks for every key.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Fix, Message, Sink, code, message};
use crate::geom::{Em, Pt, Sides};
use crate::layout::file::schema::Length;
use crate::layout::file::{Amount, At, Key, Many, Or, Unit, nearest, schema};
use crate::layout::{Color, Factors};

/// The range of a number.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    least: f64,
    most: f64,
    unit: Unit,
}

impl Limit {
    /// Returns a range in points.
    pub const fn pt(least: f64, most: f64) -> Limit {
        Limit { least, most, unit: Unit::Pt }
    }

    /// Returns a range in millimetres.
    pub const fn mm(least: f64, most: f64) -> Limit {
        Limit { least, most, unit: Unit::Mm }
    }

    /// Returns a range of factors.
    pub const fn factor(least: f64, most: f64) -> Limit {
        Limit { least, most, unit: Unit::Factor }
    }

    /// Returns a range of ems.
    pub const fn em(least: f64, most: f64) -> Limit {
        Limit { least, most, unit: Unit::Em }
    }

    fn in_words(self) -> Message {
        message!(
            "allowed: {least}{unit} to {most}{unit}",
            least = self.least,
            unit = self.unit.to_string(),
            most = self.most
        )
    }

    /// Returns whether a number in points (or in the limit's own unit, if that is not absolute) is in the range.
    /// Allows for the rounding of units.
    fn holds(self, number: f64) -> bool {
        let unit = self.unit.points().unwrap_or(1.0);
        number.is_finite() && number >= self.least * unit - 1e-6 && number <= self.most * unit + 1e-6
    }

    fn least(self) -> f64 {
        self.least * self.unit.points().unwrap_or(1.0)
    }
}

/// The range of spaces in a résumé.
pub const SPACE: Limit = Limit::pt(0.0, 200.0);
/// The minimum number of characters that a line must have room for.
pub const ROOM: i64 = 6;
/// The thickness of lines and borders.
pub const STROKE: Limit = Limit::pt(0.0, 20.0);

/// The meaning of units and names in one layout, and the sink for findings.
pub struct Scope<'a> {
    /// The sink for findings.
    pub sink: &'a mut Sink,
    /// The factors of elastic keys.
    pub factors: &'a Factors,
    /// The type size, which is the meaning of `em`.
    pub size: Pt,
    /// The colours by name.
    pub colors: BTreeMap<String, Color>,
    /// The font stacks in order.
    pub stacks: Vec<String>,
    /// The roles that have a style.
    pub roles: BTreeSet<String>,
    /// The width of the widest region's lines.
    pub measure: Pt,
}

impl Scope<'_> {
    /// Returns the minimum room of a line, and of a page: [`ROOM`] characters.
    pub fn least_room(&self) -> Pt {
        self.size * ROOM
    }

    /// Reports something wrong with a value.
    pub fn wrong<T>(&mut self, at: &At<T>, message: impl Into<Message>, hint: impl Into<Message>) {
        let what: Message = message.into();
        let message = message!("`{path}` {what}", path = at.path, what);
        self.sink.report(Diagnostic::new(code::LAYOUT_VALUE, at.place, message).hint(hint));
    }

    /// Reports an unknown name.
    pub fn unknown<T>(&mut self, at: &At<T>, what: &'static str, name: &str, known: &[&str]) {
        self.unknown_as(
            code::LAYOUT_NAME,
            at,
            message!("no {what} is called `{name}`", what = Message::from(what), name),
            (name, known),
        );
    }

    /// Reports a name that exists, but not in this context.
    pub fn lacking<T>(&mut self, at: &At<T>, message: Message, hint: impl Into<Message>) {
        self.sink.report(Diagnostic::new(code::LAYOUT_NAME, at.place, message).hint(hint));
    }

    fn unknown_as<T>(&mut self, code: Code, at: &At<T>, message: Message, (name, known): (&str, &[&str])) {
        let finding = Diagnostic::new(code, at.place, message);
        self.sink.report(match nearest(name, known.iter().copied()) {
            Some(near) => {
                let fix = Fix::of_slip(at.place, name, near);
                finding.hint(message!("did you mean `{near}`?", near)).fix(fix)
            }
            None => finding.hint(message!("there are: {names}", names = Message::names(known.iter()))),
        });
    }

    /// Returns a length; the least one allowed if it is missing or wrong, which is reported.
    pub fn length(&mut self, key: &Length, limit: Limit) -> Pt {
        self.length_or(key, limit, Pt::from_f64(limit.least()))
    }

    /// Returns a length, or another if it is missing or wrong: values on which much depends must be sensible,
    /// lest one mistake look like many.
    pub fn length_or(&mut self, key: &Length, limit: Limit, otherwise: Pt) -> Pt {
        let Some(at) = key.at() else { return otherwise };
        let points = match at.value {
            Amount { number: 0.0, unit: Unit::Factor } => Some(0.0),
            Amount { number, unit: Unit::Em } => Some(number * self.size.to_f64()),
            Amount { number, unit } => unit.points().map(|points| number * points),
        };
        match points {
            Some(points) => self.within(at, points, limit).map_or(otherwise, Pt::from_f64),
            None => {
                let message =
                    message!("cannot be {value}: it needs a unit of length", value = at.value.to_string());
                self.wrong(
                    at,
                    &message,
                    message!("units: pt mm cm in em; {allowed}", allowed = limit.in_words()),
                );
                otherwise
            }
        }
    }

    /// Returns a length given as such or as a factor of another.
    pub fn scaled(&mut self, key: &Length, whole: Pt, factors: Limit, lengths: Limit) -> Pt {
        match key.at() {
            Some(at) if at.value.unit == Unit::Factor => {
                let factor = self.within(at, at.value.number, factors).unwrap_or(factors.least);
                let length = factor * whole.to_f64();
                self.within(at, length, lengths).map_or(whole, Pt::from_f64)
            }
            _ => self.length(key, lengths),
        }
    }

    /// Returns a length multiplied by the factor of its key. A result outside the key's range is
    /// reported: fitting does not go that far.
    pub fn moved(&mut self, key: &str, length: Pt, limit: Limit) -> Pt {
        let factor = self.factors.of(key);
        if factor == Em::ONE {
            return length;
        }
        let moved = factor.of(length);
        if !limit.holds(moved.to_f64()) {
            let message = message!("`{key}` cannot become {moved}pt", key, moved);
            self.sink.report(Diagnostic::new(code::LAYOUT_VALUE, None, message).hint(limit.in_words()));
        }
        moved
    }

    /// Returns a plain number.
    pub fn factor(&mut self, key: &Length, limit: Limit) -> f64 {
        let Some(at) = key.at() else { return limit.least };
        if at.value.unit != Unit::Factor {
            let message =
                message!("cannot be {value}: it has to be a plain number", value = at.value.to_string());
            self.wrong(at, &message, limit.in_words());
            return limit.least;
        }
        self.within(at, at.value.number, limit).unwrap_or(limit.least)
    }

    /// Returns a whole number.
    pub fn count(&mut self, key: &Length, limit: Limit) -> u32 {
        let number = self.factor(key, limit);
        if let Some(at) = key.at().filter(|_| number.fract() != 0.0) {
            self.wrong(
                at,
                message!("cannot be {number}: it has to be a whole number", number),
                limit.in_words(),
            );
        }
        number as u32
    }

    /// Returns a number of ems, with or without the unit.
    pub fn ems(&mut self, key: &Length, limit: Limit) -> Em {
        let Some(at) = key.at() else { return Em::ZERO };
        if !matches!(at.value.unit, Unit::Factor | Unit::Em) {
            let message = message!("cannot be {value}: it has to be in em", value = at.value.to_string());
            self.wrong(at, &message, limit.in_words());
            return Em::ZERO;
        }
        self.within(at, at.value.number, limit).map_or(Em::ZERO, Em::from_f64)
    }

    /// Returns a number that is in its range; reports any other.
    fn within(&mut self, at: &At<Amount>, number: f64, limit: Limit) -> Option<f64> {
        if limit.holds(number) {
            return Some(number);
        }
        self.wrong(at, message!("cannot be {value}", value = at.value.to_string()), limit.in_words());
        None
    }

    /// Returns four sides given as one length, as four (top, right, bottom, left), or by name.
    pub fn sides(&mut self, key: &Key<Or<schema::Sides, Many<Length>>>, limit: Limit) -> Sides {
        let Some(at) = key.at() else { return Sides::default() };
        match &at.value {
            Or::Plain(Many(list)) => match list.as_slice() {
                [all] => {
                    let all = self.length(all, limit);
                    Sides { top: all, right: all, bottom: all, left: all }
                }
                [top, right, bottom, left] => Sides {
                    top: self.length(top, limit),
                    right: self.length(right, limit),
                    bottom: self.length(bottom, limit),
                    left: self.length(left, limit),
                },
                _ => {
                    let message = message!("cannot have {count} sides", count = list.len());
                    self.wrong(at, &message, "give one length, four (top, right, bottom, left), or { x, y }");
                    Sides::default()
                }
            },
            Or::Table(sides) => Sides {
                top: self.side(at, ("top", &sides.top), ("y", &sides.y), limit),
                right: self.side(at, ("right", &sides.right), ("x", &sides.x), limit),
                bottom: self.side(at, ("bottom", &sides.bottom), ("y", &sides.y), limit),
                left: self.side(at, ("left", &sides.left), ("x", &sides.x), limit),
            },
        }
    }

    fn side<T>(
        &mut self,
        at: &At<T>,
        (name, own): (&str, &Length),
        (pair, both): (&str, &Length),
        limit: Limit,
    ) -> Pt {
        match (own.at(), both.at()) {
            (Some(_), _) => self.length(own, limit),
            (None, Some(_)) => self.length(both, limit),
            (None, None) => {
                self.wrong(
                    at,
                    message!("has no {name} side", name),
                    message!("give `{pair}` or `{name}`", pair, name),
                );
                Pt::ZERO
            }
        }
    }
}
