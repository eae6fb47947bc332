//! The names allowed in a row, and errors in rows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::slots::Where;
use crate::diag::{Code, Message, code, message};
use crate::geom::Pt;
use crate::layout::file::{Amount, Unit};

/// The names allowed in a row, and its limits.
#[derive(Clone, Copy, Debug)]
pub struct RowScope<'a> {
    /// Its place.
    pub place: Where,
    /// The existing styles.
    pub roles: &'a BTreeSet<String>,
    /// The type size, for `em`.
    pub size: Pt,
    /// The widest region.
    pub measure: Pt,
}

/// The reason why a row cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The bytes of the string that are wrong.
    pub range: Range<usize>,
    /// J404, or J405 for a name.
    pub code: Code,
    /// The error.
    pub message: Message,
    /// What to do about it.
    pub hint: Message,
}

impl RowError {
    pub(super) fn new(
        range: Range<usize>,
        message: impl Into<Message>,
        hint: impl Into<Message>,
    ) -> RowError {
        RowError { range, code: code::LAYOUT_ROW, message: message.into(), hint: hint.into() }
    }
}

/// Reads a length inside a row, no longer than its line.
pub(super) fn length(text: &str, scope: RowScope<'_>) -> Result<Pt, Message> {
    let what = "a fill is <>, <30mm> or <|40mm|>; units: pt mm cm in em";
    let Ok(Amount { number, unit }) = Amount::parse(text) else { return Err(what.into()) };
    let unit = match unit {
        Unit::Em => scope.size.to_f64(),
        unit => unit.points().ok_or(what)?,
    };
    let most = scope.measure.to_f64();
    if !(0.0..=most).contains(&(number * unit)) {
        return Err(message!("allowed: 0pt to {measure}pt, the width of the text", measure = scope.measure));
    }
    Ok(Pt::from_f64(number * unit))
}
