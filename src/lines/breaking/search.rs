//! The search for line ends: a list of the ways to reach each of them, of which only those within the
//! length of a line are considered.
//!
//! For each line end and class of looseness the cheapest way is kept. What a line costs because of the
//! line above it (tracking, words under words) is counted along the kept ways: exact for the rest,
//! nearly so for this.

use std::collections::VecDeque;

use super::demerits::{badness, fitness, ratio, tracking};
use super::item::{Breaks, Item, ONE, Shape, Sums, Tolerance, ending};
use super::rivers;
use crate::lines::prices;

/// A way to reach a line end.
#[derive(Clone, Copy, Debug)]
pub(in crate::lines) struct Node {
    /// The item at which the next line begins.
    pub at: usize,
    /// The previous node.
    pub from: usize,
    /// The number of lines so far; 0 if they are not counted.
    count: u32,
    /// 0 tight … 3 very loose.
    fitness: u8,
    hyphen: bool,
    /// The ratio of the line that ends here.
    pub ratio: i64,
    /// How far its tracking went, in units of ratio; `None` if nothing in it can be tracked.
    tracking: Option<i64>,
    demerits: i64,
}

/// A candidate line, judged by itself.
#[derive(Clone, Copy)]
struct Line {
    ratio: i64,
    fitness: u8,
    tracking: Option<i64>,
    demerits: i64,
}

/// The verdict on a line.
enum Verdict {
    Good(Line),
    /// It cannot shrink enough, nor can any longer one.
    TooLong,
    /// It would fit, but for what its end adds.
    NoRoomAtEnd,
    /// It cannot stretch enough, nor can any shorter one.
    TooLoose,
}

/// The best ways to a line end with the same number of lines.
#[derive(Clone, Copy)]
struct Rank {
    count: u32,
    best: [Option<Node>; 4],
}

/// Demerits that only an overlong line reaches.
const OVERFULL: i64 = 1 << 44;
/// Ways with more than this number of lines beyond the shortest are not followed.
const SURPLUS: u32 = 3;

/// A search in progress.
pub(in crate::lines) struct Search<'i> {
    items: &'i [Item],
    shape: &'i Shape,
    tolerance: Tolerance,
    /// Whether ways of different lengths are kept apart.
    counted: bool,
    /// Whether most joints are spaces, so that rivers may form.
    wordy: bool,
    sums: Vec<Sums>,
    nodes: Vec<Node>,
    /// The first node from which a line can still be short enough.
    active: usize,
    /// The nodes from `active` on that no later one undercuts, in order: the first is the
    /// cheapest.
    cheapest: VecDeque<usize>,
    ranks: Vec<Rank>,
}

impl<'i> Search<'i> {
    /// Returns a search that has not started.
    pub fn new(items: &'i [Item], shape: &'i Shape, tolerance: Tolerance, counted: bool) -> Search<'i> {
        let mut sums = Vec::with_capacity(items.len() + 1);
        let mut sum = Sums::default();
        sums.push(sum);
        for item in items {
            sum.width += item.width + item.natural;
            sum.stretch += item.stretch;
            sum.tracking += item.tracking;
            sum.shrink += item.shrink;
            sums.push(sum);
        }
        let root = Node {
            at: 0,
            from: 0,
            count: 0,
            fitness: 1,
            hyphen: false,
            ratio: 0,
            tracking: None,
            demerits: 0,
        };
        let wordy = 2 * items.iter().filter(|item| item.space).count() > items.len();
        Search {
            items,
            shape,
            tolerance,
            counted,
            wordy,
            sums,
            nodes: vec![root],
            active: 0,
            cheapest: VecDeque::from([0]),
            ranks: Vec::new(),
        }
    }

    /// Returns the best ways to the end, in no order: several only if they are counted.
    pub fn run(mut self) -> Vec<Breaks> {
        let last = self.items.len();
        for end in 1..=last {
            let Some(penalty) = (if end == last { Some(0) } else { self.items[end - 1].penalty }) else {
                continue;
            };
            self.reach(end, penalty);
            if self.active >= self.nodes.len() {
                return Vec::new();
            }
        }
        let goals = (self.active..self.nodes.len()).filter(|&n| self.nodes[n].at == last);
        goals.map(|goal| self.trace(goal)).collect()
    }

    /// Adds the best ways to end a line after item `end - 1`.
    fn reach(&mut self, end: usize, penalty: i32) {
        self.ranks.clear();
        let mut longest = None;
        let mut bound = i64::MAX;
        let mut n = self.active;
        while let Some(&Node { at: start, .. }) = self.nodes.get(n) {
            let alike = self.nodes[n..].iter().take_while(|node| node.at == start).count();
            let ways = n..n + alike;
            match self.judge(start, end, penalty) {
                // Nodes are in order of position: lines that begin earlier are longer still.
                Verdict::TooLong => {
                    longest = ways.clone().min_by_key(|&n| self.nodes[n].demerits);
                    if n == self.active {
                        self.active = ways.end;
                        while self.cheapest.front().is_some_and(|&n| n < self.active) {
                            self.cheapest.pop_front();
                        }
                    }
                }
                Verdict::NoRoomAtEnd => {}
                Verdict::TooLoose => break,
                Verdict::Good(line) => {
                    // A line that begins later is looser still, and no way to it is cheaper than the
                    // cheapest of all.
                    let least = self.cheapest.front().map_or(0, |&n| self.nodes[n].demerits);
                    if line.ratio >= 0 && line.demerits.saturating_add(least) > bound {
                        break;
                    }
                    for n in ways.clone() {
                        let way = self.way(n, &line, end);
                        if !self.counted {
                            bound = bound.min(way.demerits.saturating_add(prices::SWAY));
                        }
                        self.keep(way);
                    }
                }
            }
            n = ways.end;
        }
        if let (true, true, Some(n)) = (self.ranks.is_empty(), self.tolerance.overfull, longest)
            && self.active >= self.nodes.len()
        {
            self.add(self.too_long(n, end));
        }
        let fewest = self.ranks.iter().map(|rank| rank.count).min().unwrap_or(0);
        for k in 0..self.ranks.len() {
            let Rank { count, best } = self.ranks[k];
            let least = best.iter().flatten().map(|way| way.demerits).min().unwrap_or(0);
            let hopeful = |way: &Node| way.demerits <= least.saturating_add(prices::SWAY);
            for way in best.into_iter().flatten().filter(hopeful).filter(|_| count <= fewest + SURPLUS) {
                self.add(way);
            }
        }
    }

    fn add(&mut self, node: Node) {
        while self.cheapest.back().is_some_and(|&n| self.nodes[n].demerits >= node.demerits) {
            self.cheapest.pop_back();
        }
        self.cheapest.push_back(self.nodes.len());
        self.nodes.push(node);
    }

    fn keep(&mut self, way: Node) {
        let rank = match self.ranks.iter().position(|rank| rank.count == way.count) {
            Some(known) => &mut self.ranks[known],
            None => {
                self.ranks.push(Rank { count: way.count, best: [None; 4] });
                let last = self.ranks.len() - 1;
                &mut self.ranks[last]
            }
        };
        let best = &mut rank.best[usize::from(way.fitness)];
        if best.is_none_or(|other| way.demerits < other.demerits) {
            *best = Some(way);
        }
    }

    /// Returns the verdict on the line from item `start` to item `end - 1`.
    fn judge(&self, start: usize, end: usize, penalty: i32) -> Verdict {
        let (a, b, item) = (self.sums[start], self.sums[end], &self.items[end - 1]);
        let last = end == self.items.len();
        let sums = Sums {
            width: b.width - a.width - item.natural,
            stretch: b.stretch - a.stretch - item.stretch + self.shape.slack,
            tracking: b.tracking - a.tracking - item.tracking,
            shrink: b.shrink - a.shrink - item.shrink,
        };
        let measure = if start == 0 { self.shape.first } else { self.shape.rest };
        let room = measure - sums.width;
        let added = if last { 0 } else { ending(item.ending, item.spare, room) };
        if room - added.min(0) < -sums.shrink {
            return Verdict::TooLong;
        }
        let room = room - added;
        if room < -sums.shrink {
            return Verdict::NoRoomAtEnd;
        }
        let ratio = ratio(room, &sums, (measure, last));
        if ratio > self.tolerance.ratio {
            return Verdict::TooLoose;
        }
        let penalty = if last { self.runt(start) } else { penalty };
        let lacks = if last { 0 } else { room };
        let cost = 1 + badness(ratio, lacks, measure) + i64::from(penalty);
        Verdict::Good(Line {
            ratio,
            fitness: fitness(ratio),
            tracking: tracking(room, &sums),
            demerits: cost.saturating_mul(cost),
        })
    }

    /// Returns the way through node `n` whose last line is given, with the cost due to the line above.
    fn way(&self, n: usize, line: &Line, end: usize) -> Node {
        let node = &self.nodes[n];
        let last = end == self.items.len();
        let hyphen = !last && self.items[end - 1].flagged;
        let mut demerits = line.demerits + self.stacks(node, end) * prices::STACK;
        if node.hyphen && (hyphen || last) {
            demerits += if last { prices::HYPHEN_LAST } else { prices::HYPHEN_PAIR };
        }
        if !last && line.fitness.abs_diff(node.fitness) > 1 {
            demerits += prices::FITNESS_JUMP;
        }
        if let (Some(above), Some(here), false) = (node.tracking, line.tracking, last) {
            let jump = here - above;
            demerits += prices::TRACKING_JUMP * jump * jump / (ONE * ONE);
        }
        if self.wordy && node.at > 0 {
            let above = rivers::Line { start: self.nodes[node.from].at, end: node.at, ratio: node.ratio };
            let here = rivers::Line { start: node.at, end, ratio: line.ratio };
            demerits += rivers::count(self.items, &self.sums, above, here) * prices::RIVER;
        }
        Node {
            at: end,
            from: n,
            count: if self.counted { node.count + 1 } else { 0 },
            fitness: line.fitness,
            hyphen,
            ratio: line.ratio,
            tracking: line.tracking,
            demerits: node.demerits.saturating_add(demerits),
        }
    }

    /// Returns the price of a last line that begins at an item.
    fn runt(&self, start: usize) -> i32 {
        let dearer =
            |price: i32, &(from, own): &(usize, i32)| if start >= from { own.max(price) } else { price };
        if start == 0 { 0 } else { self.shape.runts.iter().fold(0, dearer) }
    }

    /// Counts the ends that a line from a node shares with the line above it.
    fn stacks(&self, node: &Node, end: usize) -> i64 {
        let print = |k: usize| self.items[k].print;
        let same = |a: usize, b: usize| i64::from(print(a) != 0 && print(a) == print(b));
        if node.at == 0 {
            return 0;
        }
        let ends = if end == self.items.len() { 0 } else { same(node.at - 1, end - 1) };
        same(self.nodes[node.from].at, node.at) + ends
    }

    /// Returns the way through a node with a line that does not fit anywhere.
    fn too_long(&self, n: usize, end: usize) -> Node {
        let node = &self.nodes[n];
        let (a, b, item) = (self.sums[node.at], self.sums[end], &self.items[end - 1]);
        let measure = if node.at == 0 { self.shape.first } else { self.shape.rest };
        let least = b.width - a.width - item.natural - (b.shrink - a.shrink - item.shrink);
        let beyond = (least - measure).max(0) >> 10;
        Node {
            at: end,
            from: n,
            count: if self.counted { node.count + 1 } else { 0 },
            fitness: 0,
            hyphen: false,
            ratio: -ONE,
            tracking: None,
            demerits: node.demerits.saturating_add(OVERFULL).saturating_add(beyond),
        }
    }

    fn trace(&self, goal: usize) -> Breaks {
        let mut ends = Vec::new();
        let mut loosest = 0;
        let mut n = goal;
        while n != 0 {
            ends.push(self.nodes[n].at);
            loosest = loosest.max(self.nodes[n].ratio);
            n = self.nodes[n].from;
        }
        ends.reverse();
        Breaks { ends, demerits: self.nodes[goal].demerits, loosest }
    }
}
