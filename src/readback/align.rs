//! Alignment of two texts that ought to be the same: which character of the first is which of the second.

use std::collections::BTreeMap;
use std::ops::Range;

/// Which characters correspond.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// For each character of the first text the corresponding one of the second.
    pub of: Vec<Option<usize>>,
    /// Whether it is at another place in the order of the second text.
    pub moved: Vec<bool>,
    /// For each character without one, the range of the second text in its place; empty if there is nothing.
    pub instead: Vec<Range<usize>>,
    /// The stretches of the second text that correspond to nothing, each with the character of the first text that
    /// it precedes.
    pub added: Vec<(Range<usize>, usize)>,
}

/// The most cells that the table of a gap may have.
const MOST_CELLS: usize = 1 << 20;

/// Aligns two texts. Text that is equal but moved is found as well, if it is longer than a few characters.
///
/// Linear for equal texts, slightly slower for texts that differ in places.
pub fn align(first: &[char], second: &[char]) -> Alignment {
    let mut pairs = Pairs { first, second, of: vec![None; first.len()], taken: vec![false; second.len()] };
    pairs.ends();
    for length in [24, 6] {
        pairs.anchors(length);
    }
    for gap in pairs.gaps() {
        pairs.longest_common(gap);
    }
    pairs.finish()
}

struct Pairs<'a> {
    first: &'a [char],
    second: &'a [char],
    of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

/// Unpaired characters of the first text, and the untaken characters of the second between the partners of their
/// neighbours.
struct Gap {
    first: Range<usize>,
    second: Range<usize>,
}

impl Pairs<'_> {
    fn pair(&mut self, a: usize, b: usize) {
        self.of[a] = Some(b);
        self.taken[b] = true;
    }

    /// Pairs the common beginning and the common end.
    fn ends(&mut self) {
        let (n, m) = (self.first.len(), self.second.len());
        let start = self.first.iter().zip(self.second).take_while(|(a, b)| a == b).count();
        (0..start).for_each(|at| self.pair(at, at));
        let (first, second) = (&self.first[start..], &self.second[start..]);
        let end = first.iter().rev().zip(second.iter().rev()).take_while(|(a, b)| a == b).count();
        (1..=end).for_each(|back| self.pair(n - back, m - back));
    }

    /// Pairs stretches that occur once in both texts, and the equal text before and after them.
    fn anchors(&mut self, length: usize) {
        let free = |taken: &dyn Fn(usize) -> bool, at: usize| (at..at + length).all(|at| !taken(at));
        let here = unique(self.first, length, |at| free(&|at| self.of[at].is_some(), at));
        let there = unique(self.second, length, |at| free(&|at| self.taken[at], at));
        let mut found: Vec<(usize, usize)> =
            here.iter().filter_map(|(text, a)| Some(((*a)?, (*there.get(text)?)?))).collect();
        found.sort_unstable();
        for (a, b) in found {
            let open = |pairs: &Pairs<'_>, a: usize, b: usize| {
                pairs.first.get(a).is_some_and(|c| pairs.second.get(b) == Some(c))
                    && pairs.of[a].is_none()
                    && !pairs.taken[b]
            };
            let mut ahead = 0;
            while open(self, a + ahead, b + ahead) {
                self.pair(a + ahead, b + ahead);
                ahead += 1;
            }
            let mut back = 1;
            while ahead > 0 && back <= a.min(b) && open(self, a - back, b - back) {
                self.pair(a - back, b - back);
                back += 1;
            }
        }
    }

    fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut at = 0;
        while at < self.of.len() {
            if self.of[at].is_some() {
                at += 1;
                continue;
            }
            let end = (at..self.of.len()).find(|&at| self.of[at].is_some()).unwrap_or(self.of.len());
            let from = at.checked_sub(1).and_then(|before| self.of[before]).map_or(0, |b| b + 1);
            let free = self.taken[from..].iter().take_while(|taken| !**taken).count();
            gaps.push(Gap { first: at..end, second: from..from + free });
            at = end;
        }
        gaps
    }

    /// Pairs the longest common subsequence of a gap, if the gap is not too large.
    fn longest_common(&mut self, Gap { first, second }: Gap) {
        let (n, m) = (first.len(), second.len());
        if n == 0 || m == 0 || (n + 1).saturating_mul(m + 1) > MOST_CELLS {
            return;
        }
        let mut best = vec![0_u32; (n + 1) * (m + 1)];
        for a in (0..n).rev() {
            for b in (0..m).rev() {
                let same = self.first[first.start + a] == self.second[second.start + b];
                best[a * (m + 1) + b] = if same {
                    best[(a + 1) * (m + 1) + b + 1] + 1
                } else {
                    best[(a + 1) * (m + 1) + b].max(best[a * (m + 1) + b + 1])
                };
            }
        }
        let (mut a, mut b) = (0, 0);
        while a < n && b < m {
            if self.first[first.start + a] == self.second[second.start + b] {
                self.pair(first.start + a, second.start + b);
                (a, b) = (a + 1, b + 1);
            } else if best[(a + 1) * (m + 1) + b] >= best[a * (m + 1) + b + 1] {
                a += 1;
            } else {
                b += 1;
            }
        }
    }

    fn finish(mut self) -> Alignment {
        let mut instead = vec![0..0; self.of.len()];
        for Gap { first, second } in self.gaps() {
            // Equally many on both sides: one for one.
            let one_for_one = first.len() == second.len();
            for (step, at) in first.enumerate() {
                let here = second.start + step;
                instead[at] = if one_for_one { here..here + 1 } else { second.clone() };
            }
            self.taken[second].fill(true);
        }
        let moved = moved(&self.of);
        let mut added = Vec::new();
        let mut next = 0;
        let mut places: Vec<(usize, usize)> =
            self.of.iter().enumerate().filter_map(|(a, b)| Some(((*b)?, a))).collect();
        places.sort_unstable();
        while let Some(start) = (next..self.taken.len()).find(|&at| !self.taken[at]) {
            next = (start..self.taken.len()).find(|&at| self.taken[at]).unwrap_or(self.taken.len());
            let before = places.partition_point(|(b, _)| *b < start);
            let before = places.get(before).map_or(self.of.len().saturating_sub(1), |(_, a)| *a);
            added.push((start..next, before));
        }
        Alignment { of: self.of, moved, instead, added }
    }
}

/// Returns each free stretch of a length with its place; `None` if it occurs more than once.
fn unique(text: &[char], length: usize, free: impl Fn(usize) -> bool) -> BTreeMap<&[char], Option<usize>> {
    let mut places: BTreeMap<&[char], Option<usize>> = BTreeMap::new();
    for (at, stretch) in text.windows(length).enumerate() {
        if free(at) {
            places.entry(stretch).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    places
}

/// Returns which of the numbers are not in a longest rising sequence of them.
pub fn moved(numbers: &[Option<usize>]) -> Vec<bool> {
    // For each length of a sequence, the index of its least possible last number.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for (at, number) in numbers.iter().enumerate().filter(|(_, number)| number.is_some()) {
        let length = ends.partition_point(|&end| numbers[end] <= *number);
        before[at] = length.checked_sub(1).map(|last| ends[last]);
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut moved: Vec<bool> = numbers.iter().map(Option::is_some).collect();
    let mut at = ends.last().copied();
    while let Some(in_order) = at {
        moved[in_order] = false;
        at = before[in_order];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: &str, second: &str) -> Alignment {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        align(&chars(first), &chars(second))
    }

    #[test]
    fn equal_texts_are_one() {
        let alignment = of("甲乙丙", "甲乙丙");
        assert_eq!(alignment.of, [Some(0), Some(1), Some(2)]);
        assert!(alignment.added.is_empty() && !alignment.moved.contains(&true));
    }

    #[test]
    fn a_wrong_character_has_one_in_its_stead() {
        let alignment = of("项目成果很好目前", "项⽬成果很好⽬前");
        assert_eq!((alignment.of[1], alignment.instead[1].clone()), (None, 1..2));
        assert_eq!((alignment.of[6], alignment.instead[6].clone()), (None, 6..7));
        assert_eq!(alignment.of[7], Some(7));
    }

    #[test]
    fn what_is_missing_and_what_is_added_are_told_apart() {
        let alignment = of("甲乙丙丁", "甲丁");
        assert_eq!(alignment.of, [Some(0), None, None, Some(1)]);
        assert!(alignment.instead.iter().all(Range::is_empty));
        assert_eq!(of("甲丁", "甲乙丙丁").added, [(1..3, 1)]);
        assert_eq!(of("", "甲").added, [(0..1, 0)]);
        assert_eq!(of("甲", "").of, [None]);
    }

    #[test]
    fn what_changed_places_is_moved_and_not_lost() {
        let alignment = of("abcdefghijklmnop0123456789", "0123456789abcdefghijklmnop");
        assert!(alignment.of.iter().all(Option::is_some), "{alignment:?}");
        assert_eq!(alignment.moved.iter().filter(|moved| **moved).count(), 10);
    }
}
