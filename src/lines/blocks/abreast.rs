//! Boxes in columns side by side: set one below the other in the measure of a column, then cut at the
//! ends of the columns. Each row of columns is one slab, which no page divides, so that a column is read to its end.

use super::balance::{Abreast, Strip};
use super::bands::{SetCell, joined, placed};
use super::column::Column;
use super::compose;
use crate::boxes::{ColumnsBox, ragged};
use crate::geom::{Glue, Pt};
use crate::lines::galley::{Item, Slab};
use crate::lines::paragraph::Setter;

/// Sets boxes in columns into another column, at `x`. Fewer things than columns get one column each;
/// a single thing, or one too tall for a row of columns, has all the measure.
pub(super) fn set(columns: &ColumnsBox, (x, measure): (Pt, Pt), into: &mut Column, setter: &mut Setter<'_>) {
    let mut count = columns.count as usize;
    while count > 1 {
        let said = (setter.sink().count(), setter.told.clone(), setter.surveyed.as_ref().map(Vec::len));
        match cut(columns, count, measure, setter) {
            Ok((column, rows)) => {
                let step = width(count, measure, columns.gutter) + columns.gutter;
                return put(column, rows, (x, step), into);
            }
            Err(fewer) => count = fewer,
        }
        // It was only a trial.
        setter.sink().forget_from(said.0);
        setter.told = said.1;
        if let (Some(surveyed), Some(count)) = (&mut setter.surveyed, said.2) {
            surveyed.truncate(count);
        }
    }
    compose::add(into, &columns.blocks, x, measure, setter);
}

/// Returns boxes in the measure of one of `count` columns, and where to cut them; else how many to try next.
fn cut(
    columns: &ColumnsBox,
    count: usize,
    measure: Pt,
    setter: &mut Setter<'_>,
) -> Result<(Column, Vec<Abreast>), usize> {
    let width = width(count, measure, columns.gutter);
    if width < columns.least {
        return Err(count - 1);
    }
    let blocks = ragged(&columns.blocks, width, columns.justified);
    let column = compose::aside(&blocks, width, setter);
    let strip = Strip::of(&column.items).ok_or(1_usize)?;
    if strip.things() < count {
        return Err(strip.things());
    }
    let rows = strip.cut(count, columns.most).ok_or(1_usize)?;
    Ok((column, rows))
}

fn width(count: usize, measure: Pt, gutter: Pt) -> Pt {
    (measure - gutter * (count as i64 - 1)) / (count as i64).max(1)
}

/// Adds rows of columns; each column begins a step to the right of the one before.
fn put(mut column: Column, rows: Vec<Abreast>, (x, step): (Pt, Pt), into: &mut Column) {
    let mut items = std::mem::take(&mut column.items).into_iter();
    let mut at = 0;
    for row in rows {
        let mut cells: Vec<SetCell> = Vec::with_capacity(row.ends.len());
        for (nth, end) in row.ends.into_iter().enumerate() {
            let own: Vec<Item> = items.by_ref().take(end - at).collect();
            at = end;
            if nth == 0 {
                into.space(space_above(&own));
            }
            cells.push((step * nth as i64, placed(from_top(own))));
        }
        if cells.iter().any(|(_, slabs)| !slabs.is_empty()) {
            joined(cells, Pt::MAX).into_iter().for_each(|slab: Slab| into.slab(slab, x, 0));
        }
        if let Some(cost) = row.forced {
            into.turn(cost);
        }
    }
    into.go_on(&column);
}

fn is_printed(item: &Item) -> bool {
    matches!(item, Item::Slab(_) | Item::Open(_))
}

/// Returns the space above the first thing of a column.
fn space_above(items: &[Item]) -> Glue {
    let above = items.iter().take_while(|item| !is_printed(item));
    above
        .filter_map(|item| if let Item::Glue(glue) = item { Some(*glue) } else { None })
        .next()
        .unwrap_or_default()
}

/// Returns a column's items from its top: space vanishes there.
fn from_top(items: Vec<Item>) -> Vec<Item> {
    items.into_iter().skip_while(|item| !is_printed(item)).collect()
}
