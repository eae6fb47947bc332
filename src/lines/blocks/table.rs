//! Tables: rows as slabs, with the header repeated on each page.

use super::bands::bands;
use super::column::Column;
use super::columns::Width;
use super::lattice::Cells;
use super::slabs::{image_slab, rule_slab};
use super::{columns, lattice};
use crate::boxes::{Paragraph, RuleBox, TableBox};
use crate::geom::Pt;
use crate::layout::Color;
use crate::lines::galley::{Item, Slab};
use crate::lines::paragraph::Setter;

/// Sets a table into a column.
pub(super) fn set(table: &TableBox, x: Pt, measure: Pt, column: &mut Column, setter: &mut Setter<'_>) {
    let widths = columns::widths(table, measure, setter);
    let total: Pt = widths.iter().map(|width| width.outside()).sum();
    let rule = table.rule.filter(|_| table.border.is_none());
    if !table.head.is_empty() {
        let mut head = row(&table.head, table, None, &widths, setter);
        enclose(&mut head, table, &widths, table.head_fill);
        head.extend(rule.map(|rule| rule_slab(rule, total)));
        for slab in &head {
            column.slab(slab.clone(), x, Item::NEVER);
        }
        // A taller one would leave no room for its rows.
        let height: Pt = head.iter().map(|slab| slab.height).sum();
        if height <= table.tallest_repeated {
            let moved = head.into_iter().map(|slab| moved(slab, x)).collect();
            column.items.push(Item::Repeat(moved));
        }
    }
    let last = table.rows.len().saturating_sub(1);
    for (at, cells) in table.rows.iter().enumerate() {
        let mut bands = row(cells, table, Some(at), &widths, setter);
        enclose(&mut bands, table, &widths, None);
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
    let border = table.border.map(|(width, color)| RuleBox { width, color, raise: Pt::ZERO });
    if let Some(rule) = border.or(rule) {
        column.slab(rule_slab(rule, total), x, Item::NEVER);
    }
    if !table.head.is_empty() {
        column.items.push(Item::RepeatEnd);
    }
}

/// Draws the borders and the ground of a row's cells, if it has any.
fn enclose(bands: &mut [Slab], table: &TableBox, widths: &[Width], fill: Option<Color>) {
    if table.border.is_none() && fill.is_none() {
        return;
    }
    let mut edges = vec![Pt::ZERO];
    for width in widths {
        edges.push(edges.last().copied().unwrap_or_default() + width.outside());
    }
    let fills = vec![fill; widths.len()];
    Cells { edges, fills }.enclose(bands, table.border);
}

fn moved(mut slab: Slab, x: Pt) -> Slab {
    for mark in &mut slab.marks {
        mark.at.x += x;
    }
    slab
}

/// Sets one row; without a number, the header.
fn row(
    cells: &[Paragraph],
    table: &TableBox,
    number: Option<usize>,
    widths: &[Width],
    setter: &mut Setter<'_>,
) -> Vec<Slab> {
    let mut x = Pt::ZERO;
    let mut columns = Vec::with_capacity(cells.len());
    let widest_image = columns::widest_image(widths.iter().map(|width| width.outside()).sum());
    for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let here = table.images.iter().filter(|(row, column, _)| (*row, *column) == (number, at));
        let images: Vec<Slab> =
            here.map(|(.., image)| image_slab(image, width.inside.min(widest_image))).collect();
        let text = if cell.inlines.is_empty() && !images.is_empty() {
            Vec::new()
        } else {
            setter.paragraph(cell, width.inside)
        };
        let mut y = Pt::ZERO;
        let mut lines = Vec::new();
        for line in text.into_iter().chain(images) {
            let height = line.height;
            lines.push((y, line));
            y += height;
        }
        columns.push((x + width.left, lines));
        x += width.outside();
    }
    let mut bands = bands(columns);
    lattice::pad(&mut bands, table.pad);
    bands
}
