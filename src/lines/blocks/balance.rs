//! Where columns side by side end: as equal in height as possible, and preferably between things rather than
//! inside them.

use crate::geom::Pt;
use crate::lines::galley::Item;

/// Upper bounds for the price of a break: the first that makes columns about as short as the last would is taken.
/// So they end between things, else inside one, else inside a paragraph, else wherever they can.
const DEAREST: [i32; 4] = [0, 59, 1_499, Item::NEVER - 1];
/// About as short: up to this many halves of the least height.
const HALVES: i64 = 3;
/// The precision of heights.
const EXACT: Pt = Pt::new(1);

/// A vertical list that is to be cut into columns.
pub(in crate::lines) struct Strip {
    /// The positions where it may be cut, its top and its foot included.
    turns: Vec<Turn>,
}

/// A position where a column may end and the next begin.
#[derive(Clone, Copy, Debug)]
struct Turn {
    item: usize,
    cost: i32,
    /// The height of everything above it.
    end: Pt,
    /// The same plus the space below it, which vanishes at the top of a column.
    begin: Pt,
}

/// Columns side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lines) struct Abreast {
    /// The item at which each of them ends.
    pub ends: Vec<usize>,
    /// The price of the break that the author, or the layout, wants after them.
    pub forced: Option<i32>,
}

impl Strip {
    /// Returns a list with the positions where it may be cut; `None` if a page has to end inside a frame.
    pub fn of(items: &[Item]) -> Option<Strip> {
        let mut turns = vec![Turn { item: 0, cost: 0, end: Pt::ZERO, begin: Pt::ZERO }];
        let (mut y, mut open) = (Pt::ZERO, 0);
        // Whether anything has been printed since the last break.
        let mut begun = false;
        for (item, kind) in items.iter().enumerate() {
            match kind {
                Item::Slab(slab) => (y, begun) = (y + slab.height, true),
                Item::Glue(glue) => y += glue.natural,
                Item::Open(_) => (open, begun) = (open + 1, true),
                Item::Close => open -= 1,
                Item::Penalty(cost) if *cost <= Item::ALWAYS && open > 0 => return None,
                Item::Penalty(cost) if *cost < Item::NEVER && open == 0 => {
                    turns.push(Turn { item, cost: *cost, end: y, begin: y });
                    begun = false;
                }
                Item::Penalty(_) | Item::Fill | Item::Repeat(_) | Item::RepeatEnd => {}
            }
            if let Some(last) = turns.last_mut().filter(|_| !begun) {
                last.begin = y;
            }
        }
        turns.push(Turn { item: items.len(), cost: Item::ALWAYS, end: y, begin: y });
        Some(Strip { turns })
    }

    /// Returns the number of things in the list, one below the other.
    pub fn things(&self) -> usize {
        self.turns[1..].iter().filter(|turn| turn.cost <= DEAREST[0]).count()
    }

    /// Cuts the list into rows of columns no taller than `most`; `None` if something is taller.
    pub fn cut(&self, count: usize, most: Pt) -> Option<Vec<Abreast>> {
        let mut rows = Vec::new();
        let last = self.turns.len() - 1;
        let mut from = 0;
        while from < last {
            let forced = (from + 1..=last).find(|&at| self.turns[at].cost <= Item::ALWAYS).unwrap_or(last);
            let to = self.reach((from, forced), count, most)?;
            let ends = self.balanced((from, to), count, most)?;
            let turn = self.turns[to];
            rows.push(Abreast {
                ends: ends.into_iter().map(|at| self.turns[at].item).collect(),
                forced: Some(turn.cost).filter(|cost| *cost <= Item::ALWAYS && to < last),
            });
            from = to;
        }
        Some(rows)
    }

    /// Returns the break that columns of a given height reach: the last one, or the last before their foot at
    /// which things end.
    fn reach(&self, (from, to): (usize, usize), count: usize, most: Pt) -> Option<usize> {
        let [.., dearest] = DEAREST;
        let reached = *self.fill((from, to), count, most, dearest).last()?;
        if reached == to {
            return Some(to);
        }
        let between = (from + 1..=reached).rev().find(|&at| self.turns[at].cost <= DEAREST[0]);
        between.or(Some(reached))
    }

    /// Returns the breaks at which columns of about equal height end; `None` if they would be too tall.
    fn balanced(&self, part: (usize, usize), count: usize, most: Pt) -> Option<Vec<usize>> {
        let heights = DEAREST.map(|dearest| self.least(part, count, most, dearest));
        let shortest = heights.iter().flatten().min().copied()?;
        let short = |height: &Pt| *height * 2 <= shortest * HALVES;
        let mut found =
            heights.into_iter().zip(DEAREST).filter_map(|(height, dearest)| Some((height?, dearest)));
        let (height, dearest) = found.find(|(height, _)| short(height))?;
        Some(self.even(part, count, height, dearest))
    }

    /// Fills columns, of a height that holds all of a part, as equally as possible: each ends as soon as those after
    /// it hold what is left, and are on average no taller.
    fn even(&self, (from, to): (usize, usize), count: usize, height: Pt, dearest: i32) -> Vec<usize> {
        let mut ends: Vec<usize> = Vec::with_capacity(count);
        let mut start = from;
        while start < to && ends.len() < count {
            let left = count - ends.len();
            let top = self.turns[start].begin;
            let is_enough = |at: &usize| {
                let Turn { begin, end, .. } = self.turns[*at];
                let average = (self.turns[to].end - begin) - (begin - end) * (left as i64 - 2).max(0);
                (end - top + EXACT) * (left as i64 - 1) >= average
            };
            let rest = |at: usize, count: usize| self.fill((at, to), count, height, dearest);
            let Some(farthest) = rest(start, left).first().copied() else { break };
            let ends_there = |at: &usize| self.turns[*at].cost <= dearest;
            let holds = |at: &usize| rest(*at, left - 1).last() == Some(&to);
            let mut sooner = (start + 1..farthest).filter(ends_there);
            let end = sooner.find(|at| is_enough(at) && holds(at)).unwrap_or(farthest);
            ends.push(end);
            start = end;
        }
        ends
    }

    /// Returns the least height at which columns hold all of a part.
    fn least(&self, part: (usize, usize), count: usize, most: Pt, dearest: i32) -> Option<Pt> {
        let holds = |height| self.fill(part, count, height, dearest).last() == Some(&part.1);
        if !holds(most) {
            return None;
        }
        let (mut low, mut high) = (Pt::ZERO, most);
        while high - low > EXACT {
            let middle = (low + high) / 2;
            if holds(middle) { high = middle } else { low = middle }
        }
        Some(high)
    }

    /// Fills columns of a height as full as possible. Returns the breaks at which they end.
    fn fill(&self, (from, to): (usize, usize), count: usize, height: Pt, dearest: i32) -> Vec<usize> {
        let mut ends = Vec::with_capacity(count);
        let mut start = from;
        while start < to && ends.len() < count {
            let top = self.turns[start].begin;
            let fits = |at: &usize| self.turns[*at].end - top <= height;
            let ends_there = |at: &usize| *at == to || self.turns[*at].cost <= dearest;
            let Some(end) = (start + 1..=to).take_while(fits).filter(ends_there).last() else { break };
            ends.push(end);
            start = end;
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Glue;
    use crate::lines::galley::Slab;

    /// Returns lines of 10 points with a break before each but the first, at a price.
    fn lines(costs: &[i32]) -> Vec<Item> {
        let slab = || Item::Slab(Slab { height: Pt::new(10), ..Slab::default() });
        let more =
            costs.iter().flat_map(|&cost| [Item::Penalty(cost), Item::Glue(Glue::fixed(Pt::new(2))), slab()]);
        std::iter::once(slab()).chain(more).collect()
    }

    /// Returns the number of lines in each column, row by row.
    fn counts(items: &[Item], count: usize, most: i64) -> Option<Vec<Vec<usize>>> {
        let rows = Strip::of(items)?.cut(count, Pt::new(most))?;
        let mut from = 0;
        let mut lines = |&end: &usize| {
            let slabs = items[from..end].iter().filter(|item| matches!(item, Item::Slab(_))).count();
            from = end;
            slabs
        };
        Some(rows.iter().map(|row| row.ends.iter().map(&mut lines).collect()).collect())
    }

    #[test]
    fn the_first_columns_have_what_is_over() {
        assert_eq!(counts(&lines(&[0; 6]), 3, 500), Some(vec![vec![3, 2, 2]]));
        assert_eq!(counts(&lines(&[0; 4]), 2, 500), Some(vec![vec![3, 2]]));
        assert_eq!(counts(&lines(&[0; 3]), 3, 500), Some(vec![vec![2, 1, 1]]), "none is empty");
    }

    #[test]
    fn they_end_between_things_if_that_makes_them_not_much_taller() {
        assert_eq!(
            counts(&lines(&[60, 60, 0, 60, 60, 0, 60]), 2, 500),
            Some(vec![vec![3, 5]]),
            "not inside one"
        );
        assert_eq!(
            counts(&lines(&[0, 60, 60, 60, 60, 60, 60]), 2, 500),
            Some(vec![vec![4, 4]]),
            "one is long"
        );
    }

    #[test]
    fn what_is_too_tall_is_cut_into_rows_or_is_no_columns() {
        assert_eq!(counts(&lines(&[0; 9]), 2, 40), Some(vec![vec![3, 3], vec![2, 2]]));
        assert_eq!(counts(&lines(&[Item::NEVER; 9]), 2, 40), None);
    }

    #[test]
    fn a_page_that_has_to_end_ends_a_row() {
        let rows =
            Strip::of(&lines(&[0, Item::NEW_PAGE, 0, 0, 0])).and_then(|strip| strip.cut(2, Pt::new(500)));
        let rows = rows.unwrap_or_default();
        assert_eq!(rows.iter().map(|row| row.forced).collect::<Vec<_>>(), [Some(Item::NEW_PAGE), None]);
    }
}
