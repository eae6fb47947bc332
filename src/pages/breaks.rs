//! Where the pages of one column end: the cheapest of all divisions, not the first that fits.
//!
//! Knows heights and prices only. Among the divisions with the fewest pages it takes the one of
//! least cost: what each page turn costs, and the square of how empty each page is left.
//! Source: Knuth & Plass, SP&E 11 (1981), applied to the vertical list; Plass (1981).

use crate::geom::Pt;
use crate::lines::Item;

/// A page of a column: the items from `start` to before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
    /// The page turn at its end divides what should have stayed together.
    pub torn: bool,
}

/// What a page left quite empty costs, where a page turn inside a paragraph costs 60.
const EMPTINESS: i64 = 40_000;

/// Returns the pages of a column, at least one, for pages of equal height.
///
/// Never fails: a slab taller than a page has a page of its own.
pub(super) fn pages(items: &[Item], height: Pt) -> Vec<Span> {
    let turns = turns(items);
    let sums = Sums::new(items);
    let mut best: Vec<Best> = vec![Best::default(); turns.len()];
    let mut forced = 0;
    for at in 1..turns.len() {
        let turn = turns[at];
        let mut found: Option<Best> = None;
        for from in (forced..at).rev() {
            let used = sums.used(turns[from].item, turn.item);
            let fits = used <= height;
            if !fits && found.is_some() {
                break;
            }
            let way = best[from].and(&turn, from, used, height);
            if found.is_none_or(|other| way.rank < other.rank) {
                found = Some(way);
            }
        }
        best[at] = found.unwrap_or_default();
        if turn.forced {
            forced = at;
        }
    }
    walk_back(&turns, &best)
}

/// A place where a page may end.
#[derive(Clone, Copy, Debug)]
struct Turn {
    /// The item at which the page ends; the next page begins at the next slab.
    item: usize,
    cost: i64,
    forced: bool,
    last: bool,
    torn: bool,
}

/// The cheapest way to a turn.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    rank: Rank,
    from: usize,
}

/// How good a way is; the first number that differs decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Pages that hold more than fits.
    overfull: u32,
    /// Page turns inside what should have stayed together.
    torn: u32,
    pages: u32,
    cost: i64,
}

impl Best {
    /// Returns this way, gone on by one page of `used` height to a turn.
    fn and(self, turn: &Turn, from: usize, used: Pt, height: Pt) -> Best {
        let slack = if turn.last || turn.forced { Pt::ZERO } else { (height - used).max(Pt::ZERO) };
        let percent = slack.scale(100, height.units().max(1)).units();
        let rank = Rank {
            overfull: self.rank.overfull + u32::from(used > height),
            torn: self.rank.torn + u32::from(turn.torn),
            pages: self.rank.pages + 1,
            cost: self.rank.cost + turn.cost + EMPTINESS * percent * percent / 10_000,
        };
        Best { rank, from }
    }
}

fn turns(items: &[Item]) -> Vec<Turn> {
    let start = Turn { item: 0, cost: 0, forced: true, last: false, torn: false };
    let mut turns = vec![start];
    for (at, item) in items.iter().enumerate() {
        if let Item::Penalty(cost) = *item {
            let torn = cost >= Item::NEVER;
            turns.push(Turn {
                item: at,
                cost: i64::from(cost.max(0)),
                forced: cost <= Item::ALWAYS,
                last: false,
                torn,
            });
        }
    }
    turns.push(Turn { item: items.len(), cost: 0, forced: false, last: true, torn: false });
    turns
}

fn walk_back(turns: &[Turn], best: &[Best]) -> Vec<Span> {
    let mut pages = Vec::new();
    let mut at = turns.len() - 1;
    while at > 0 {
        let from = best[at].from;
        pages.push(Span { start: turns[from].item, end: turns[at].item, torn: turns[at].torn });
        at = from;
    }
    pages.reverse();
    pages
}

/// Heights summed from the top of the column, and what is repeated where.
struct Sums {
    /// Height of all items before each.
    before: Vec<Pt>,
    /// The first item at or after each that does not vanish at the top of a page.
    next_slab: Vec<usize>,
    /// Height of what is repeated on a page that begins at each item.
    repeated: Vec<Pt>,
}

impl Sums {
    fn new(items: &[Item]) -> Sums {
        let mut before = Vec::with_capacity(items.len() + 1);
        let mut repeated = Vec::with_capacity(items.len() + 1);
        let (mut sum, mut repeat) = (Pt::ZERO, Pt::ZERO);
        for item in items {
            before.push(sum);
            repeated.push(repeat);
            sum += height(item);
            match item {
                Item::Repeat(slabs) => repeat = slabs.iter().map(|slab| slab.height).sum(),
                Item::RepeatEnd => repeat = Pt::ZERO,
                _ => {}
            }
        }
        before.push(sum);
        repeated.push(repeat);
        let mut next_slab = vec![items.len(); items.len() + 1];
        for (at, item) in items.iter().enumerate().rev() {
            next_slab[at] =
                if matches!(item, Item::Glue(_) | Item::Penalty(_)) { next_slab[at + 1] } else { at };
        }
        Sums { before, next_slab, repeated }
    }

    /// Returns the height of a page from one turn to another; glue at its top vanishes. At its foot
    /// there is none: the price of a page turn stands before the space.
    fn used(&self, from: usize, to: usize) -> Pt {
        let start = self.next_slab[from].min(to);
        self.before[to] - self.before[start] + self.repeated[start]
    }
}

fn height(item: &Item) -> Pt {
    match item {
        Item::Slab(slab) => slab.height,
        Item::Glue(glue) => glue.natural,
        Item::Penalty(_) | Item::Open(_) | Item::Close | Item::Repeat(_) | Item::RepeatEnd => Pt::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Glue;
    use crate::lines::Slab;

    fn line() -> Item {
        Item::Slab(Slab { height: Pt::new(10), ..Slab::default() })
    }

    fn ends(items: &[Item], height: i64) -> Vec<usize> {
        pages(items, Pt::new(height)).iter().map(|page| page.end).collect()
    }

    /// Lines parted by penalties: `.` free, `x` never, `!` always.
    fn column(pattern: &str) -> Vec<Item> {
        let price = |c| match c {
            'x' => Item::NEVER,
            '!' => Item::ALWAYS,
            _ => 0,
        };
        let mut items = vec![line()];
        for c in pattern.chars() {
            items.extend([Item::Penalty(price(c)), Item::Glue(Glue::fixed(Pt::new(1))), line()]);
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
        let spans = pages(&column("xxx"), Pt::new(25));
        assert!(spans[0].torn);
        assert_eq!(spans.last().map(|span| span.end), Some(10));
    }

    #[test]
    fn a_slab_taller_than_the_page_has_its_own() {
        assert_eq!(ends(&column("..."), 5).len(), 4);
    }

    #[test]
    fn long_columns_take_linear_time() {
        let pattern = ".".repeat(200_000);
        assert_eq!(ends(&column(&pattern), 500).len(), 200_001_usize.div_ceil(45));
    }
}
