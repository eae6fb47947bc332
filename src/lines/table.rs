//! Tables: column widths from what the cells hold, rows as slabs, the header again on each page.

use super::galley::{Column, rule_slab};
use super::job::em_of;
use super::rows::bands;
use super::setter::Setter;
use super::{Item, Slab};
use crate::boxes::{Paragraph, TableBox};
use crate::geom::Pt;

/// So many ems of a text stay on one line, if they are all of it.
const FEW: i64 = 5;

/// Sets a table into a column.
pub(super) fn set(table: &TableBox, x: Pt, measure: Pt, column: &mut Column, setter: &mut Setter<'_>) {
    let widths = widths(table, measure, setter);
    let total: Pt = widths.iter().copied().sum();
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
fn row(cells: &[Paragraph], table: &TableBox, widths: &[Pt], setter: &mut Setter<'_>) -> Vec<Slab> {
    let mut x = Pt::ZERO;
    let mut columns = Vec::with_capacity(cells.len());
    for (cell, &width) in cells.iter().zip(widths) {
        let inside = (width - table.pad.left - table.pad.right).max(Pt::ZERO);
        let mut y = Pt::ZERO;
        let mut lines = Vec::new();
        for line in setter.paragraph(cell, inside) {
            let height = line.height;
            lines.push((y, line));
            y += height;
        }
        columns.push((x + table.pad.left, lines));
        x += width;
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

/// Returns the width of each column, padding included; together the measure.
fn widths(table: &TableBox, measure: Pt, setter: &mut Setter<'_>) -> Vec<Pt> {
    let pad = table.pad.left + table.pad.right;
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
    let mut natural = vec![pad; columns];
    let mut least = vec![pad; columns];
    // Where there is room, no word is divided, nor a few Han.
    let mut words = vec![pad; columns];
    for row in std::iter::once(&table.head).chain(&table.rows) {
        for (at, cell) in row.iter().enumerate() {
            let whole = setter.natural_width(cell);
            let few = whole.min(Pt::from_units(em_of(cell) * FEW));
            words[at] = words[at].max(setter.widest_of_words(cell).max(few) + pad);
            natural[at] = natural[at].max(whole + pad);
            least[at] = least[at].max(setter.narrowest(cell) + pad);
        }
    }
    let fits = words.iter().copied().sum::<Pt>() < measure;
    share(&natural, if fits { &words } else { &least }, measure)
}

/// Shares a measure among columns: each its natural width and an equal part of what is left; if that
/// is too much, its least width and a part of the rest by what it lacks; if even that is too much,
/// equal parts.
fn share(natural: &[Pt], least: &[Pt], measure: Pt) -> Vec<Pt> {
    let count = natural.len().max(1) as i64;
    let sum = |widths: &[Pt]| widths.iter().copied().sum::<Pt>();
    let (wanted, needed) = (sum(natural), sum(least));
    if wanted <= measure {
        let more = (measure - wanted) / count;
        return natural.iter().map(|&width| width + more).collect();
    }
    if needed >= measure {
        return vec![measure / count; natural.len()];
    }
    let room = measure - needed;
    let lack = wanted - needed;
    natural.iter().zip(least).map(|(&n, &l)| l + room.scale((n - l).units(), lack.units())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_measure_in_every_case() {
        let pt = |n: i64| Pt::new(n);
        assert_eq!(share(&[pt(10), pt(30)], &[pt(5), pt(5)], pt(60)), [pt(20), pt(40)]);
        assert_eq!(share(&[pt(10), pt(90)], &[pt(10), pt(10)], pt(60)), [pt(10), pt(50)]);
        assert_eq!(share(&[pt(50), pt(90)], &[pt(50), pt(50)], pt(60)), [pt(30), pt(30)]);
        assert!(share(&[], &[], pt(60)).is_empty());
    }
}
