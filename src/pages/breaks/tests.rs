//! Where columns end, on columns made by hand; and a check that no other division is cheaper.

use super::*;
use crate::lines::Slab;

fn line() -> Item {
    Item::Slab(Slab { height: Pt::new(10), ..Slab::default() })
}

fn one(height: i64) -> Bays {
    Bays { first: Pt::new(height), other: Pt::new(height), columns: 1 }
}

fn ends(items: &[Item], height: i64) -> Vec<usize> {
    columns(items, &one(height)).iter().map(|span| span.end).collect()
}

/// Lines separated by penalties: `.` free, `x` never, `!` always, `p` on a new page.
fn column(pattern: &str) -> Vec<Item> {
    let price = |c| match c {
        'x' => Item::NEVER,
        '!' => Item::ALWAYS,
        'p' => Item::NEW_PAGE,
        _ => 0,
    };
    let mut items = vec![line()];
    for c in pattern.chars() {
        items.extend([Item::Penalty(price(c)), Item::Glue(Glue::fixed(Pt::new(1))), line()]);
    }
    items
}

/// Three lines with spaces of 10 that give 4 and take 5.
fn elastic() -> Vec<Item> {
    let glue = Glue { natural: Pt::new(10), stretch: Pt::new(4), shrink: Pt::new(5) };
    let mut items = vec![line()];
    for _ in 0..2 {
        items.extend([Item::Penalty(0), Item::Glue(glue), line()]);
    }
    items
}

#[test]
fn a_column_that_fits_is_one_page() {
    assert_eq!(ends(&column("..."), 43), [10]);
    assert_eq!(ends(&[], 43), [0]);
}

#[test]
fn a_page_ends_where_it_is_fullest() {
    assert_eq!(ends(&column("..."), 42), [7, 10]);
}

#[test]
fn a_heading_goes_down_with_what_follows() {
    assert_eq!(ends(&column(".x."), 25), [1, 7, 10]);
    assert_eq!(ends(&column("..x"), 32), [4, 10]);
}

#[test]
fn a_forced_turn_is_taken() {
    assert_eq!(ends(&column("!.."), 100), [1, 10]);
}

#[test]
fn what_fits_nowhere_is_torn_rather_than_lost() {
    let spans = columns(&column("xxx"), &one(25));
    assert!(spans[0].torn);
    assert_eq!(spans.last().map(|span| span.end), Some(10));
}

#[test]
fn a_slab_taller_than_the_page_has_its_own() {
    assert_eq!(ends(&column("..."), 5).len(), 4);
}

#[test]
fn spaces_shrink_to_save_a_page() {
    let spans = columns(&elastic(), &one(45));
    assert_eq!(spans.len(), 1);
    let glue = Glue { natural: Pt::new(10), stretch: Pt::new(4), shrink: Pt::new(5) };
    assert_eq!(spans[0].set.height(glue), Pt::from_f64(7.5));
}

#[test]
fn spaces_grow_to_fill_a_page_but_the_last() {
    let spans = columns(&elastic(), &one(33));
    assert_eq!(spans.len(), 2);
    let glue = Glue { natural: Pt::new(10), stretch: Pt::new(4), shrink: Pt::new(5) };
    assert_eq!(spans.iter().map(|s| s.set.height(glue)).collect::<Vec<_>>(), [Pt::new(13), Pt::new(10)]);
}

#[test]
fn the_first_page_may_be_shorter() {
    let bays = Bays { first: Pt::new(21), other: Pt::new(43), columns: 1 };
    let spans = columns(&column("....."), &bays);
    assert_eq!(spans.iter().map(|span| span.end).collect::<Vec<_>>(), [4, 16]);
}

#[test]
fn a_new_page_leaves_the_other_columns_empty() {
    let bays = Bays { columns: 2, ..one(100) };
    let found = |pattern| columns(&column(pattern), &bays).iter().map(|span| span.bay).collect::<Vec<_>>();
    assert_eq!(found("!."), [0, 1]);
    assert_eq!(found("p."), [0, 2]);
}

#[test]
fn the_last_columns_are_balanced() {
    let bays = Bays { columns: 2, ..one(100) };
    let spans = balanced(&column("....."), &bays);
    assert_eq!(spans.iter().map(|span| (span.bay, span.end)).collect::<Vec<_>>(), [(0, 7), (1, 16)]);
    let spans = balanced(&column("............................"), &bays);
    let lines: Vec<_> = spans.iter().map(|span| span.end - span.start).collect();
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[2].abs_diff(lines[3]) <= 3, "{lines:?}");
}

/// Tries every set of breaks, and returns the rank of the best: the definition, without the search.
fn best_of_all(items: &[Item], bays: &Bays) -> Rank {
    let (turns, sums) = (turns(items), Sums::new(items));
    let inner: Vec<usize> = (1..turns.len() - 1).collect();
    let ways = (0_u32..1 << inner.len()).filter_map(|taken| {
        let taken = |k: usize| taken & (1 << (k - 1)) != 0;
        if inner.iter().any(|&k| turns[k].forced && !taken(k)) {
            return None;
        }
        let ends = inner.iter().copied().filter(|&k| taken(k)).chain([turns.len() - 1]);
        let mut way = Best::default();
        let mut from = 0;
        for at in ends {
            let column = (sums.used(turns[from].item, turns[at].item), bays.height(way.rank.bays));
            way = way.and(&turns[at], from, column, bays.columns).set(&turns[at], column);
            from = at;
        }
        Some(way.rank)
    });
    ways.min().unwrap_or_default()
}

fn rank_of(items: &[Item], bays: &Bays) -> Rank {
    let (turns, sums) = (turns(items), Sums::new(items));
    let mut way = Best::default();
    let mut from = 0;
    for span in columns(items, bays) {
        let at = turns.iter().position(|turn| turn.item == span.end).unwrap_or_default();
        assert_eq!(span.bay, way.rank.bays);
        let column = (sums.used(turns[from].item, turns[at].item), bays.height(span.bay));
        way = way.and(&turns[at], from, column, bays.columns).set(&turns[at], column);
        from = at;
    }
    way.rank
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_division_is_cheaper(
        lines in proptest::collection::vec((5_i64..30, 0_i64..12, 0_usize..9), 2..11),
        first in 30_i64..90,
        columns in 1_u32..3,
    ) {
        let prices = [0, 0, 40, 60, 150, 1_500, Item::NEVER, Item::ALWAYS, Item::NEW_PAGE];
        let mut items = Vec::new();
        for (height, space, price) in lines {
            let natural = Pt::new(space);
            let glue = Glue { natural, stretch: natural / 4, shrink: natural / 5 };
            items.extend([Item::Penalty(prices[price]), Item::Glue(glue)]);
            items.push(Item::Slab(Slab { height: Pt::new(height), ..Slab::default() }));
        }
        items.drain(..2);
        // With only one column, only the first is shorter, and it begins at the top.
        let first = if columns == 1 { first } else { 80 };
        let bays = Bays { first: Pt::new(first), other: Pt::new(80), columns };
        proptest::prop_assert_eq!(rank_of(&items, &bays), best_of_all(&items, &bays));
    }
}

#[test]
fn long_columns_take_linear_time() {
    let pattern = ".".repeat(200_000);
    assert_eq!(ends(&column(&pattern), 500).len(), 200_001_usize.div_ceil(45));
}
