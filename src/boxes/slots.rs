//! The slots that an element offers.

use std::collections::BTreeSet;

use crate::layout::{Cell, CellPart, Element, Row, Slot};

/// Returns the slots of a cell from left to right; none for alternatives, which have not been chosen yet.
pub(super) fn slots(cell: &Cell) -> impl Iterator<Item = Slot> {
    cell.parts.iter().filter_map(|part| match part {
        CellPart::Slot { slot, .. } => Some(*slot),
        CellPart::Literal(_) | CellPart::FirstOf(_) => None,
    })
}

/// Returns the slots of an element whose alternatives have been chosen.
pub(super) fn offered(element: &Element) -> BTreeSet<Slot> {
    rows(element).flat_map(|row| &row.cells).flat_map(slots).collect()
}

pub(super) fn rows(element: &Element) -> impl Iterator<Item = &Row> {
    element.columns.iter().flat_map(|column| &column.rows)
}
