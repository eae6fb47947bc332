//! The elastic keys of a layout and their ranges, which let the text fit its pages.

use super::scope::Scope;
use crate::diag::{Diagnostic, Message, code, message};
use crate::geom::Em;
use crate::layout::Elastic;
use crate::layout::file::schema::{File, Length};
use crate::layout::file::{Amount, At, Key, Unit, nearest};

/// The keys that fitting can vary.
const KEYS: &[&str] = &[
    "entry.space",
    "facts.row-gap",
    "facts.space",
    "header.space",
    "list.item",
    "list.space",
    "page.margin",
    "paragraph.space",
    "project.space",
    "regions.pad",
    "role.space",
    "section.space",
    "table.space",
    "type.leading",
    "type.size",
];

/// Returns the ranges in the order in which they give: first those of the keys in `order`.
pub fn ranges(file: &File, scope: &mut Scope<'_>) -> Vec<Elastic> {
    let mut ranges = Vec::new();
    for (key, range) in &file.fit.ranges {
        let Some(at) = range.at() else { continue };
        if !KEYS.contains(&key.as_str()) {
            let near = nearest(key, KEYS.iter().copied());
            let hint = near
                .map_or(message!("elastic keys: {names}", names = Message::names(KEYS.iter())), |near| {
                    message!("did you mean `{near}`?", near)
                });
            let finding =
                Diagnostic::new(code::LAYOUT_KEY, at.place, message!("`{key}` is not an elastic key", key));
            scope.sink.report(finding.hint(hint));
        } else if let Some((least, most)) = factors(at) {
            ranges.push(Elastic { key: key.clone(), least, most });
        } else {
            let hint = "give [least, ideal, most]: three lengths, or three multiples of the declared value";
            scope.wrong(at, "is not a range", hint);
        }
    }
    let order = order(file, scope);
    ranges.sort_by_key(|range| order.iter().position(|key| *key == range.key).unwrap_or(order.len()));
    ranges
}

/// Returns the ends of a range as factors of its middle.
fn factors(at: &At<Vec<Length>>) -> Option<(Em, Em)> {
    let [least, ideal, most] = at.value.as_slice() else { return None };
    let [least, ideal, most] = [points(least)?, points(ideal)?, points(most)?];
    let same_unit = (least.1 == ideal.1 || least.0 == 0.0) && ideal.1 == most.1;
    let (least, most) = (least.0 / ideal.0, most.0 / ideal.0);
    // NaN is in no range.
    let sound = same_unit && (0.0..=1.0).contains(&least) && (1.0..=10.0).contains(&most);
    sound.then(|| (Em::from_f64(least), Em::from_f64(most)))
}

/// Returns a number with its unit: points, `em`, or none.
fn points(key: &Length) -> Option<(f64, Unit)> {
    let &Amount { number, unit } = key.value()?;
    match unit {
        Unit::Factor | Unit::Em => Some((number, unit)),
        unit => unit.points().map(|points| (number * points, Unit::Pt)),
    }
}

/// Returns `order`; a key in it without a range is reported.
fn order(file: &File, scope: &mut Scope<'_>) -> Vec<String> {
    let keys = file.fit.order.value().map_or(&[][..], Vec::as_slice);
    let known: Vec<&str> = file.fit.ranges.keys().map(String::as_str).collect();
    let mut order = Vec::new();
    for at in keys.iter().filter_map(Key::at) {
        if !known.contains(&at.value.as_str()) {
            scope.unknown(at, "range", &at.value, &known);
        }
        order.push(at.value.clone());
    }
    order
}
