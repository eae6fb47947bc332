//! Tables: rows as slabs, the header again on each page.

use super::columns::{self, Width};
use super::galley::{Column, rule_slab};
use super::rows::bands;
use super::setter::Setter;
use super::{Item, Slab};
use crate::boxes::{Paragraph, TableBox};
use crate::geom::Pt;

/// Sets a table into a column.
pub(super) fn set(table: &TableBox, x: Pt, measure: Pt, column: &mut Column, setter: &mut Setter<'_>) {
    let widths = columns::widths(table, measure, setter);
    let total: Pt = widths.iter().map(|width| width.outside()).sum();
    if !table.head.is_empty() {
        let mut head = row(&table.head, table, &widths, setter);
        head.extend(table.rule.map(|rule| rule_slab(rule, total)));
        for slab in &head {
            column.slab(slab.clone(), x, Item::NEVER);
        }
        let moved = head.into_iter().map(|slab| moved(slab, x)).collect();
        column.items.push(Item::Repeat(moved));
    }
    let last = table.rows.len().saturating_sub(1);
    for (at, cells) in table.rows.iter().enumerate() {
        let bands = row(cells, table, &widths, setter);
        for (line, band) in bands.into_iter().enumerate() {
            // The first row stays with the header, the last two rows stay together.
            let alone = at == 0 || (at == last && at > 1);
            let cost = if line > 0 {
                Item::NEVER / 2
            } else if alone {
                Item::NEVER
            } else {
                0
            };
            column.slab(band, x, cost);
        }
    }
    if let Some(rule) = table.rule {
        column.slab(rule_slab(rule, total), x, Item::NEVER);
    }
    if !table.head.is_empty() {
        column.items.push(Item::RepeatEnd);
    }
}

fn moved(mut slab: Slab, x: Pt) -> Slab {
    for mark in &mut slab.marks {
        mark.at.x += x;
    }
    slab
}

/// Sets one row.
fn row(cells: &[Paragraph], table: &TableBox, widths: &[Width], setter: &mut Setter<'_>) -> Vec<Slab> {
    let mut x = Pt::ZERO;
    let mut columns = Vec::with_capacity(cells.len());
    for (cell, width) in cells.iter().zip(widths) {
        let mut y = Pt::ZERO;
        let mut lines = Vec::new();
        for line in setter.paragraph(cell, width.inside) {
            let height = line.height;
            lines.push((y, line));
            y += height;
        }
        columns.push((x + width.left, lines));
        x += width.outside();
    }
    let mut bands = bands(columns);
    if let Some(first) = bands.first_mut() {
        pad_top(first, table.pad.top);
    }
    if let Some(last) = bands.last_mut() {
        last.height += table.pad.bottom;
    }
    bands
}

fn pad_top(slab: &mut Slab, pad: Pt) {
    slab.height += pad;
    slab.baseline += pad;
    for mark in &mut slab.marks {
        mark.at.y += pad;
    }
}
