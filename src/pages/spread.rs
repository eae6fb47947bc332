//! A region that takes the width of the columns beside it from the page on which they are spent.

use super::breaks::Span;
use super::region::{self, Divided, Filled, Spot};
use super::sums::Sums;
use crate::geom::Glue;
use crate::layout::{Layout, Region};
use crate::lines::Item;
use crate::lines::Spread;

/// The price from which a break divides what should stay together, such as a title and what it titles.
const TOO_DEAR: i32 = 1_000;
/// The percentage of a page that may be left empty for the sake of a seam.
const HOLE: i64 = 25;

/// Fills a region whose neighbours have text up to the page `spent`, or none. Up to there it has its own
/// width, after that theirs too: two regions to all others, or one if its text ends before.
pub(super) fn fill<'l>(
    (mut items, spread): (Vec<Item>, Spread),
    region: &'l Region,
    layout: &Layout,
    from: Spot,
    spent: Option<usize>,
) -> Vec<Filled<'l>> {
    let Some(wide) = &region.spread else { return vec![region::fill(items, region, layout, from)] };
    let widely = |items, from| region::fill(items, wide, layout, from).wide();
    let Some(spent) = spent else { return vec![widely(spread.items, from)] };
    let mut divided = region::divide(&items, region, layout, from);
    let Some((page, at, wide_at)) = goes_over(&divided, &items, &spread.seams, spent) else {
        return vec![divided.fill(items)];
    };
    divided.spans.retain(|span| span.start < at);
    if let Some(last) = divided.spans.last_mut() {
        last.cut(&items, at, &divided.bays);
    }
    items.truncate(at);
    // The part that goes at the foot of the last page has not been reached yet.
    items.iter_mut().filter(|item| **item == Item::Fill).for_each(|item| *item = Item::Glue(Glue::default()));
    let rest = spread.items.into_iter().skip(wide_at);
    let rest = rest.skip_while(|item| matches!(item, Item::Penalty(_) | Item::Glue(_))).collect();
    let next = Spot { page: page + 1, y: wide.inset.0 };
    vec![divided.fill(items), widely(rest, next)]
}

/// Returns the page after which the text continues in the wider measure, and the seam: the last one on the
/// page on which the neighbours end, or on the first one after it that has one near its foot. A text that
/// ends before has none.
fn goes_over(
    divided: &Divided<'_>,
    items: &[Item],
    seams: &[(usize, usize)],
    spent: usize,
) -> Option<(usize, usize, usize)> {
    let sums = Sums::new(items);
    let last = divided.page_of(divided.spans.last()?);
    let on = |page: usize| divided.spans.iter().filter(move |span| divided.page_of(span) == page);
    let cheap = |at: usize| matches!(items.get(at), Some(Item::Penalty(cost)) if *cost < TOO_DEAR);
    (spent..last).find_map(|page| {
        let (first, end) = (on(page).next()?.start, on(page).next_back()?.end);
        let near_foot = |at: usize| {
            let Some(Span { bay, .. }) = on(page).next() else { return false };
            sums.used(at, end).natural <= divided.bays.height(*bay).scale(HOLE, 100)
        };
        let before = seams.partition_point(|(at, _)| *at <= end);
        let seams = seams[..before].iter().rev().take_while(|(at, _)| *at > first);
        let seam = seams.copied().find(|(at, _)| cheap(*at)).filter(|(at, _)| near_foot(*at));
        seam.map(|(at, wide)| (page, at, wide))
    })
}
