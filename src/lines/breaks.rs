//! Where lines end: total fit over boxes, glue and penalties. Nothing here knows a character, a
//! script or a font.
//!
//! Source: Knuth & Plass, SP&E 11 (1981) 1119–1184; TeX: The Program §813–§890. Different here: line
//! lengths come from prefix sums, so that no line is ever measured again, and badness grows with the
//! square of the ratio, so that one bad line does not spoil its neighbours.

use super::prices;

/// A box, the glue behind it, and the price of a line end there; at a line end the glue vanishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// The width of the box.
    pub width: i64,
    /// The width of the glue when nothing presses.
    pub natural: i64,
    /// How far it grows at ratio 1.
    pub stretch: i64,
    /// How far it shrinks at most.
    pub shrink: i64,
    /// The price of a line end behind the box; none: no line ends.
    pub penalty: Option<i32>,
    /// What a line end adds to the line: a hyphen.
    pub ending: i64,
    /// Whether two such line ends running are bad.
    pub flagged: bool,
}

/// The shape of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The length of the first line.
    pub first: i64,
    /// The length of all others.
    pub rest: i64,
    /// A stretch that every line has besides: lines that need not be filled.
    pub slack: i64,
    /// A last line that begins at this item or later costs so much; dearer ones later.
    pub runts: [(usize, i32); 2],
}

/// How strict a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tolerance {
    /// The greatest ratio of a line, in 1/1 024.
    pub ratio: i64,
    /// Whether a line may be too long if there is no other way.
    pub overfull: bool,
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Breaks {
    /// For each line, the number of the item behind its last.
    pub ends: Vec<usize>,
    /// The sum of demerits.
    pub demerits: i64,
}

/// A way to reach a line end.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The line after it begins at this item.
    at: usize,
    /// The node before.
    from: usize,
    /// 0 tight … 3 very loose.
    fitness: u8,
    hyphen: bool,
    demerits: i64,
}

/// Sums up to each item, its glue included.
#[derive(Clone, Copy, Default)]
struct Sums {
    width: i64,
    stretch: i64,
    shrink: i64,
}

/// One unit of ratio.
const ONE: i64 = 1 << 10;
/// Demerits that nothing reaches but a line too long.
const OVERFULL: i64 = 1 << 44;
/// Ratios beyond this are all the same.
const HUGE: i64 = 200 * ONE;

/// Returns the cheapest line ends of a paragraph.
///
/// Ascending; the last is `items.len()`. O(items × line ends within reach of a line).
/// None if some line can neither shrink nor stretch enough within the tolerance; never none if lines
/// may be overfull.
pub(super) fn choose(items: &[Item], shape: &Shape, tolerance: Tolerance) -> Option<Breaks> {
    Search::new(items, shape, tolerance).run()
}

struct Search<'i> {
    items: &'i [Item],
    shape: &'i Shape,
    tolerance: Tolerance,
    sums: Vec<Sums>,
    nodes: Vec<Node>,
    /// The first node from which a line can still be short enough.
    active: usize,
}

impl<'i> Search<'i> {
    fn new(items: &'i [Item], shape: &'i Shape, tolerance: Tolerance) -> Search<'i> {
        let mut sums = Vec::with_capacity(items.len() + 1);
        let mut sum = Sums::default();
        sums.push(sum);
        for item in items {
            sum.width += item.width + item.natural;
            sum.stretch += item.stretch;
            sum.shrink += item.shrink;
            sums.push(sum);
        }
        let root = Node { at: 0, from: 0, fitness: 1, hyphen: false, demerits: 0 };
        Search { items, shape, tolerance, sums, nodes: vec![root], active: 0 }
    }

    fn run(mut self) -> Option<Breaks> {
        let last = self.items.len();
        for end in 1..=last {
            let Some(penalty) = (if end == last { Some(0) } else { self.items[end - 1].penalty }) else {
                continue;
            };
            self.reach(end, penalty, end == last);
            if self.active >= self.nodes.len() {
                return None;
            }
        }
        let goal = (self.active..self.nodes.len()).filter(|&n| self.nodes[n].at == last);
        let best = goal.min_by_key(|&n| self.nodes[n].demerits)?;
        Some(self.trace(best))
    }

    /// Returns natural width without what vanishes, stretch, shrink and measure of a line.
    fn line(&self, from: &Node, end: usize) -> (Sums, i64) {
        let (a, b, item) = (self.sums[from.at], self.sums[end], self.items[end - 1]);
        let sums = Sums {
            width: b.width - a.width - item.natural,
            stretch: b.stretch - a.stretch - item.stretch + self.shape.slack,
            shrink: b.shrink - a.shrink - item.shrink,
        };
        (sums, if from.at == 0 { self.shape.first } else { self.shape.rest })
    }

    /// Adds the best ways to end a line behind item `end - 1`.
    fn reach(&mut self, end: usize, penalty: i32, last: bool) {
        let item = self.items[end - 1];
        let ending = if last { 0 } else { item.ending };
        let mut best: [Option<Node>; 4] = [None; 4];
        let mut longest = None;
        for n in self.active..self.nodes.len() {
            let node = self.nodes[n];
            let (line, measure) = self.line(&node, end);
            let room = measure - line.width;
            if room < -line.shrink {
                // Too long, and so will be every longer one. Nodes are in order of place, so this one
                // is the first: unless its line was the first and differs in measure.
                longest = Some(n);
                if n == self.active {
                    self.active += 1;
                }
                continue;
            }
            let room = room - ending;
            if room < -line.shrink {
                continue;
            }
            let Some((ratio, mut demerits)) = self.price(room, &line, penalty, (last, node.at)) else {
                break; // too loose, and so will be every line that begins later
            };
            let hyphen = !last && item.flagged;
            if node.hyphen && (hyphen || last) {
                demerits += prices::HYPHEN_PAIR;
            }
            let fitness = fitness(ratio);
            if !last && fitness.abs_diff(node.fitness) > 1 {
                demerits += prices::FITNESS_JUMP;
            }
            let total = node.demerits.saturating_add(demerits);
            let class = &mut best[usize::from(fitness)];
            if class.is_none_or(|other| total < other.demerits) {
                *class = Some(Node { at: end, from: n, fitness, hyphen, demerits: total });
            }
        }
        let found = best.iter().any(Option::is_some);
        let none_left = self.active >= self.nodes.len();
        self.nodes.extend(best.into_iter().flatten());
        if let (false, true, true, Some(n)) = (found, none_left, self.tolerance.overfull, longest) {
            let node = self.nodes[n];
            let (line, measure) = self.line(&node, end);
            let beyond = (line.width - line.shrink - measure).max(0) >> 10;
            let demerits = node.demerits.saturating_add(OVERFULL).saturating_add(beyond);
            self.nodes.push(Node { at: end, from: n, fitness: 0, hyphen: false, demerits });
        }
    }

    /// Returns ratio and demerits of a line that is not too long; none if it is too loose.
    fn price(
        &self,
        room: i64,
        line: &Sums,
        penalty: i32,
        (last, start): (bool, usize),
    ) -> Option<(i64, i64)> {
        let ratio = match room {
            0 => 0,
            _ if room > 0 && last => 0,
            _ if room > 0 && line.stretch <= 0 => HUGE,
            _ if room > 0 => (room.saturating_mul(ONE) / line.stretch).min(HUGE),
            _ => -((-room).saturating_mul(ONE) / line.shrink.max(1)),
        };
        if ratio > self.tolerance.ratio {
            return None;
        }
        let runt = |penalty, &(from, price): &(usize, i32)| {
            if last && start > 0 && start >= from { price.max(penalty) } else { penalty }
        };
        let penalty = self.shape.runts.iter().fold(penalty, runt);
        let cost = 1 + badness(ratio) + i64::from(penalty);
        Some((ratio, cost.saturating_mul(cost)))
    }

    fn trace(&self, goal: usize) -> Breaks {
        let mut ends = Vec::new();
        let mut n = goal;
        while n != 0 {
            ends.push(self.nodes[n].at);
            n = self.nodes[n].from;
        }
        ends.reverse();
        Breaks { ends, demerits: self.nodes[goal].demerits }
    }
}

/// Returns the badness of a ratio in 1/1 024: quadratic up to 5, nearly flat beyond, where a line is
/// ragged anyway.
fn badness(ratio: i64) -> i64 {
    let r = ratio.abs();
    let capped = r.min(5 * ONE);
    prices::BADNESS * capped * capped / (ONE * ONE) + (r - capped) * prices::RAGGEDNESS / ONE
}

/// Returns the class of looseness: 0 tight, 1 normal, 2 loose, 3 very loose.
fn fitness(ratio: i64) -> u8 {
    match ratio {
        ..-512 => 0,
        -512..=512 => 1,
        513..=1024 => 2,
        _ => 3,
    }
}
