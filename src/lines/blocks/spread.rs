//! A text that is set twice: in the measure that its region has beside others, and in the one that it has
//! once those are spent. The page breaker finds the page where that happens; here are the seams at which
//! the text can switch from one to the other.

use super::column::Column;
use super::compose;
use crate::boxes::{self, Tree};
use crate::geom::Pt;
use crate::lines::galley::{Item, Spread};
use crate::lines::paragraph::Setter;

/// Sets the text that may get a wider measure again in that measure; `None` if it certainly will not: it fits
/// on one page beside the text of others.
///
/// Its findings were reported when it was set in the narrower measure.
pub(in crate::lines) fn set(tree: &Tree, columns: &[Column], setter: &mut Setter<'_>) -> Option<Spread> {
    let wide = tree.spread.as_ref()?;
    let (flow, narrow) = tree.regions.get(wide.region).zip(columns.get(wide.region))?;
    if narrow.items.is_empty() || stays_on_a_page(wide, columns) && has_company(wide, columns) {
        return None;
    }
    let said = std::mem::take(setter.sink());
    let column = compose::column(&flow.blocks, wide.measure, setter);
    *setter.sink() = said;
    let seams = seams(narrow, &column);
    Some(Spread { region: wide.region, items: column.items, seams })
}

/// Returns whether a region needs no second page, whatever is above it.
fn stays_on_a_page(wide: &boxes::Spread, columns: &[Column]) -> bool {
    let mut stacked = wide.above.iter().chain([&wide.region]).filter_map(|&at| columns.get(at));
    let turns = |item: &Item| matches!(item, Item::Penalty(cost) if *cost <= Item::ALWAYS);
    let height: Pt = stacked.clone().map(height).sum();
    height <= wide.room && !stacked.any(|column| column.items.iter().any(turns))
}

/// Returns whether there is any text beside a region.
fn has_company(wide: &boxes::Spread, columns: &[Column]) -> bool {
    let mut others =
        columns.iter().enumerate().filter(|(at, _)| *at != wide.region && !wide.above.contains(at));
    others.any(|(_, column)| !column.items.is_empty())
}

fn height(column: &Column) -> Pt {
    let heights = column.items.iter().map(|item| match item {
        Item::Slab(slab) => slab.height,
        Item::Glue(glue) => glue.natural,
        _ => Pt::ZERO,
    });
    heights.sum()
}

/// Pairs the positions before the same blocks where both have a price for a page break.
fn seams(narrow: &Column, wide: &Column) -> Vec<(usize, usize)> {
    let parts = |items: &[Item], at: usize| matches!(items.get(at), Some(Item::Penalty(_)));
    let pairs = narrow.begun.iter().copied().zip(wide.begun.iter().copied());
    let mut pairs: Vec<(usize, usize)> =
        pairs.filter(|&(a, b)| parts(&narrow.items, a) && parts(&wide.items, b)).collect();
    pairs.dedup();
    pairs
}
