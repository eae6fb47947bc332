//! Alternatives in rows: `{place ?? date}` becomes the one slot that is shown there.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::assigned::Assigned;
use super::slots::{offered, rows};
use super::values::Values;
use crate::layout::{CellPart, Element, Slot, SlotOptions};
use crate::model::Entry;

/// Returns elements with one slot in place of each of their alternatives: the first that has a value
/// and is shown nowhere else in them. If there is none, nothing is shown.
pub(super) fn chosen<'e>(
    elements: impl IntoIterator<Item = &'e Element>,
    values: Values<'_>,
) -> Vec<Cow<'e, Element>> {
    choose(elements, &|slot, _| values.has(slot))
}

/// Returns the element of an entry with one slot in place of each of its alternatives. Which of them
/// has a value depends on what else is offered: it may hold a part that no other slot shows.
pub(super) fn chosen_for<'e>(entry: &Entry, element: &'e Element) -> Cow<'e, Element> {
    let has = |slot, shown: &BTreeSet<Slot>| {
        let mut with = shown.clone();
        with.insert(slot);
        Assigned::new(entry, &with).has(entry, slot)
    };
    choose([element], &has).pop().unwrap_or(Cow::Borrowed(element))
}

/// Chooses by whether a slot has a value, given those that are shown.
fn choose<'e>(
    elements: impl IntoIterator<Item = &'e Element>,
    has: &dyn Fn(Slot, &BTreeSet<Slot>) -> bool,
) -> Vec<Cow<'e, Element>> {
    let mut elements: Vec<Cow<'_, Element>> = elements.into_iter().map(Cow::Borrowed).collect();
    let mut shown: BTreeSet<Slot> = elements.iter().flat_map(|element| offered(element)).collect();
    for element in &mut elements {
        let parts = rows(element).flat_map(|row| &row.cells).flat_map(|cell| &cell.parts);
        if parts.filter(|part| matches!(part, CellPart::FirstOf(_))).count() == 0 {
            continue;
        }
        let columns = element.to_mut().columns.iter_mut();
        let cells = columns.flat_map(|column| &mut column.rows).flat_map(|row| &mut row.cells);
        for part in cells.flat_map(|cell| &mut cell.parts) {
            if let CellPart::FirstOf(alternatives) = part {
                *part = first(std::mem::take(alternatives), &mut shown, has);
            }
        }
    }
    elements
}

/// Returns the first of the alternatives that has a value and is not yet shown, and marks it as shown.
fn first(
    alternatives: Vec<CellPart>,
    shown: &mut BTreeSet<Slot>,
    has: &dyn Fn(Slot, &BTreeSet<Slot>) -> bool,
) -> CellPart {
    for part in alternatives {
        if let CellPart::Slot { slot, .. } = part
            && !shown.contains(&slot)
            && has(slot, shown)
        {
            shown.insert(slot);
            return part;
        }
    }
    CellPart::Slot { slot: Slot::Nothing, role: None, options: SlotOptions::default() }
}
