//! Where the columns of one region end: at the cheapest of all divisions, not the first that fits.
//!
//! Knows heights and prices only. Among the divisions with the fewest columns it takes the one of
//! least cost: the price of each break, how far spaces are squeezed or spread, and the square of how
//! empty each column is left.
//! Source: Knuth & Plass, SP&E 11 (1981), applied to the vertical list; Plass (1981).

use super::sums::Sums;
use crate::geom::{Glue, Pt};
use crate::lines::Item;

/// The columns of a region, page after page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bays {
    /// The height of the columns on the region's first page.
    pub first: Pt,
    /// The height of all others.
    pub other: Pt,
    /// The number of columns on a page; at least one.
    pub columns: u32,
}

impl Bays {
    /// Returns the height of a column, counted from 0 over all pages.
    pub fn height(&self, bay: u32) -> Pt {
        if bay < self.columns { self.first } else { self.other }
    }
}

/// The content of one column: the items from `start` to before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
    /// The number of the column, counted from 0 over all pages.
    pub bay: u32,
    /// The setting of its spaces.
    pub set: Set,
    /// Whether the break at its end divides what should have stayed together.
    pub torn: bool,
}

/// The setting of a column's spaces: by how much they give in all, out of how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    /// The height added to them; negative if they shrink.
    give: Pt,
    /// The height that they could give in that direction.
    of: Pt,
}

impl Set {
    /// Returns the height of a space.
    pub fn height(self, glue: Glue) -> Pt {
        let able = if self.give < Pt::ZERO { glue.shrink } else { glue.stretch };
        glue.natural + able.scale(self.give.units(), self.of.units())
    }

    fn new(used: Glue, height: Pt, fills: bool) -> Set {
        let give = height - used.natural;
        match (give < Pt::ZERO, fills) {
            (true, _) => Set { give: give.max(-used.shrink), of: used.shrink },
            (false, true) => Set { give: give.min(used.stretch), of: used.stretch },
            (false, false) => Set::default(),
        }
    }
}

/// The price of a column left quite empty, where a break inside a paragraph costs 60.
const EMPTINESS: i64 = 40_000;
/// The price of squeezing all spaces as far as they go, and of spreading them.
const SQUEEZE: i64 = 120;
const SPREAD: i64 = 20;

/// Returns the columns that a region fills, at least one.
///
/// Never fails: a slab taller than a column has one of its own.
pub(super) fn columns(items: &[Item], bays: &Bays) -> Vec<Span> {
    let turns = turns(items);
    let sums = Sums::new(items);
    let mut best: Vec<Best> = vec![Best::default(); turns.len()];
    let mut forced = 0;
    for at in 1..turns.len() {
        let turn = turns[at];
        let mut found: Option<Best> = None;
        for from in (forced..at).rev() {
            let used = sums.used(turns[from].item, turn.item);
            let height = bays.height(best[from].rank.bays);
            let fits = used.natural - used.shrink <= height;
            if !fits && found.is_some() && used.natural - used.shrink > bays.other.max(bays.first) {
                break;
            }
            let way = best[from].and(&turn, from, (used, height), bays.columns);
            let is_best = |way: &Best| found.is_none_or(|other| way.rank < other.rank);
            // Most are too dear even before the price of setting their spaces is known.
            if is_best(&way) {
                let way = way.set(&turn, (used, height));
                found = Some(way).filter(is_best).or(found);
            }
        }
        best[at] = found.unwrap_or_default();
        if turn.forced {
            forced = at;
        }
    }
    walk_back(&turns, &best, &sums, bays)
}

/// Returns the columns of a region, those of its last page as equal in height as possible.
pub(super) fn balanced(items: &[Item], bays: &Bays) -> Vec<Span> {
    let spans = columns(items, bays);
    let Some(last) = spans.last() else { return spans };
    let first_bay = last.bay - last.bay % bays.columns;
    let kept = spans.iter().position(|span| span.bay >= first_bay).unwrap_or(0);
    let start = spans[kept].start;
    // Sets the last page in less and less height; of the ways found, the one with the shortest tallest column wins.
    let most = bays.height(first_bay);
    let (mut low, mut high) = (Pt::ZERO, most);
    let within = |height: Pt| {
        let bays = Bays { first: height, other: height, columns: bays.columns };
        let spans = columns(&items[start..], &bays);
        let fits = spans.last().is_some_and(|last| last.bay < bays.columns);
        (fits && spans.iter().all(|span| !span.torn)).then_some(spans)
    };
    let mut found: Option<(Pt, Vec<Span>)> = None;
    while high - low > Pt::new(1) {
        let middle = (low + high) / 2;
        let Some(spans) = within(middle) else {
            low = middle;
            continue;
        };
        high = middle;
        let tallest = spans.iter().map(|span| span.natural(&items[start..])).max().unwrap_or_default();
        if tallest <= most && found.as_ref().is_none_or(|(least, _)| tallest <= *least) {
            found = Some((tallest, spans));
        }
    }
    let Some((_, found)) = found else { return spans };
    let moved = found.into_iter().map(|span| Span {
        start: span.start + start,
        end: span.end + start,
        bay: span.bay + first_bay,
        set: Set::default(),
        ..span
    });
    spans.iter().take(kept).copied().chain(moved).collect()
}

impl Span {
    /// Makes a column end before its end, and fill its height all the same.
    pub fn cut(&mut self, items: &[Item], end: usize, bays: &Bays) {
        if end < self.end {
            let used = Sums::new(&items[self.start..end]).used(0, end - self.start);
            (self.end, self.torn) = (end, false);
            self.set = Set::new(used, bays.height(self.bay), true);
        }
    }

    /// Returns the height of its content, with its spaces as declared.
    fn natural(&self, items: &[Item]) -> Pt {
        Sums::new(&items[self.start..self.end]).used(0, self.end - self.start).natural
    }
}

/// A place where a column may end.
#[derive(Clone, Copy, Debug)]
struct Turn {
    /// The item at which the column ends; the next one begins at the next slab.
    item: usize,
    cost: i64,
    forced: bool,
    /// Whether what follows begins a page.
    new_page: bool,
    last: bool,
    torn: bool,
}

/// The cheapest way to a break.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    rank: Rank,
    from: usize,
}

/// The rank of a way; the first number that differs decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Columns with more content than fits.
    overfull: u32,
    /// Breaks inside what should have stayed together.
    torn: u32,
    /// Columns used up.
    bays: u32,
    cost: i64,
}

impl Best {
    /// Returns this way, continued by one column to a break, without the price of its spaces.
    fn and(self, turn: &Turn, from: usize, (used, height): (Glue, Pt), columns: u32) -> Best {
        let bays = self.rank.bays + 1;
        let rank = Rank {
            overfull: self.rank.overfull + u32::from(used.natural - used.shrink > height),
            torn: self.rank.torn + u32::from(turn.torn),
            bays: if turn.new_page { bays.next_multiple_of(columns) } else { bays },
            cost: self.rank.cost + turn.cost,
        };
        Best { rank, from }
    }

    /// Adds the price of setting the spaces of its last column; never negative.
    fn set(mut self, turn: &Turn, (used, height): (Glue, Pt)) -> Best {
        let ends = turn.last || turn.forced;
        let percent = |part: Pt, whole: Pt| part.scale(100, whole.units().max(1)).units();
        let give = height - used.natural;
        self.rank.cost += if give < Pt::ZERO {
            let squeezed = percent(-give, used.shrink).min(100);
            SQUEEZE * squeezed * squeezed / 10_000
        } else if ends {
            0
        } else {
            let empty = percent((give - used.stretch).max(Pt::ZERO), height);
            let spread = percent(give.min(used.stretch), used.stretch);
            EMPTINESS * empty * empty / 10_000 + SPREAD * spread * spread / 10_000
        };
        self
    }
}

fn turns(items: &[Item]) -> Vec<Turn> {
    let free = Turn { item: 0, cost: 0, forced: false, new_page: false, last: false, torn: false };
    let mut turns = vec![Turn { forced: true, ..free }];
    for (item, kind) in items.iter().enumerate() {
        if let Item::Penalty(cost) = *kind {
            let torn = cost >= Item::NEVER;
            let (forced, new_page) = (cost <= Item::ALWAYS, cost <= Item::NEW_PAGE);
            turns.push(Turn { item, cost: i64::from(cost.max(0)), forced, new_page, torn, ..free });
        }
    }
    turns.push(Turn { item: items.len(), last: true, ..free });
    turns
}

fn walk_back(turns: &[Turn], best: &[Best], sums: &Sums, bays: &Bays) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = turns.len() - 1;
    while at > 0 {
        let from = best[at].from;
        let (start, end, bay) = (turns[from].item, turns[at].item, best[from].rank.bays);
        let fills = !turns[at].last && !turns[at].forced;
        let set = Set::new(sums.used(start, end), bays.height(bay), fills);
        spans.push(Span { start, end, bay, set, torn: turns[at].torn });
        at = from;
    }
    spans.reverse();
    spans
}

#[cfg(test)]
mod tests;
