//! Filling a line: the excess or shortfall is shared out by priority, in whole units, the
//! remainder from the left (rules 39–44).

use super::itemise::joint::{Joint, narrowing, widening};
use super::prices;

/// The outcome for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// It fills its measure.
    Full,
    /// It would have become too loose and keeps its natural width (rule 43).
    Ragged,
    /// It is too long by this much.
    Overfull(i64),
}

/// Widens or narrows the joints of a line by `room`, which is negative if the line is too long.
///
/// `joints` are those inside the line; the widths are written to `widths`, one each. Σ widths grows
/// by exactly `room` unless the line stays ragged or overfull.
pub(super) fn fill(joints: &[Joint], room: i64, widths: &mut Vec<i64>) -> Fill {
    widths.clear();
    widths.extend(joints.iter().map(|joint| joint.natural));
    if room < 0 { narrow(joints, -room, widths) } else { widen(joints, room, widths) }
}

fn narrow(joints: &[Joint], mut excess: i64, widths: &mut [i64]) -> Fill {
    for level in 0..narrowing::COUNT {
        let capacity = |joint: &Joint| i64::from(joint.shrink[level]);
        let total: i64 = joints.iter().map(capacity).sum();
        let share = excess.min(total);
        spread(joints.iter().map(capacity), share, total, |k, part| widths[k] -= part);
        excess -= share;
    }
    if excess > 0 { Fill::Overfull(excess) } else { Fill::Full }
}

fn widen(joints: &[Joint], room: i64, widths: &mut [i64]) -> Fill {
    let level = |joint: &Joint, level: usize| i64::from(joint.stretch[level]);
    let space = |joint: &Joint| level(joint, widening::SPACE);
    let gap = |joint: &Joint| level(joint, widening::GAP) / prices::GAP_FIRST;
    let han = |joint: &Joint| level(joint, widening::HAN);
    // All of them together, each as far as it goes: spaces up to an em, as more would leave holes; up to three quarters
    // of one in a line of nothing but words, where they alone have to give.
    let wider = if joints.iter().any(|joint| han(joint) > 0) { 2 } else { 1 };
    let rest = |joint: &Joint| {
        let (times, of) = prices::WIDEST_TRACKING;
        let gap = level(joint, widening::GAP) - gap(joint);
        wider * space(joint) + gap + han(joint) * times / of - han(joint)
    };
    let natural: Vec<i64> = widths.to_vec();
    let mut left = give(joints, room, space, widths);
    left = give(joints, left, gap, widths);
    left = give(joints, left, han, widths);
    left = give(joints, left, rest, widths);
    let count = joints.iter().filter(|joint| joint.stretch.iter().any(|&part| part > 0)).count();
    // Two joints can take a little; more between so few would leave holes.
    let little = joints.iter().flat_map(|joint| joint.stretch).map(i64::from).sum::<i64>();
    if left == 0 && (count >= 3 || room <= little) {
        return Fill::Full;
    }
    widths.copy_from_slice(&natural);
    Fill::Ragged
}

/// Widens joints by an amount, each in proportion to its capacity. Returns the remainder.
fn give(joints: &[Joint], amount: i64, capacity: impl Fn(&Joint) -> i64 + Copy, widths: &mut [i64]) -> i64 {
    let total: i64 = joints.iter().map(capacity).sum();
    let share = amount.min(total);
    spread(joints.iter().map(capacity), share, total, |k, part| widths[k] += part);
    amount - share
}

/// Shares an amount in proportion to capacities, in whole units: equal capacities differ by at most one unit,
/// with the larger parts at the left.
fn spread(
    capacities: impl Iterator<Item = i64> + Clone,
    amount: i64,
    total: i64,
    mut give: impl FnMut(usize, i64),
) {
    if amount <= 0 || total <= 0 {
        return;
    }
    // Most capacities of a line are equal.
    let mut known = (0, 0);
    let mut part = |capacity: i64| {
        if known.0 != capacity {
            let share = i128::from(amount) * i128::from(capacity) / i128::from(total);
            known = (capacity, share as i64);
        }
        known.1
    };
    let mut left = amount - capacities.clone().map(&mut part).sum::<i64>();
    for (k, capacity) in capacities.enumerate() {
        let extra = i64::from(capacity > 0 && left > 0);
        left -= extra;
        if capacity > 0 {
            give(k, part(capacity) + extra);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn han(count: usize) -> Vec<Joint> {
        let mut joint = Joint::default();
        joint.stretch[widening::HAN] = 50;
        vec![joint; count]
    }

    #[test]
    fn what_is_left_over_goes_to_the_left() {
        let mut widths = Vec::new();
        assert_eq!(fill(&han(4), 10, &mut widths), Fill::Full);
        assert_eq!(widths, [3, 3, 2, 2]);
    }

    #[test]
    fn rule_40_spaces_first_then_gaps_then_han() {
        let mut joints = han(3);
        joints[0].stretch = [20, 0, 0];
        joints[1].stretch = [0, 20, 0];
        let mut widths = Vec::new();
        fill(&joints, 15, &mut widths);
        assert_eq!(widths, [15, 0, 0]);
        fill(&joints, 30, &mut widths);
        assert_eq!(widths, [20, 10, 0]);
        fill(&joints, 45, &mut widths);
        assert_eq!(widths, [20, 10, 15]);
    }

    #[test]
    fn few_han_among_words_are_not_torn_apart_to_fill_a_line() {
        let mut joints = han(3);
        let mut space = Joint { natural: 250, ..Joint::default() };
        space.stretch[widening::SPACE] = 250;
        joints.extend(vec![space; 7]);
        let mut widths = Vec::new();
        // All that the spaces take at first and half as much again: the Han get little of it.
        assert_eq!(fill(&joints, 7 * 250 + 3 * 50 + 7 * 125, &mut widths), Fill::Full);
        assert!(widths[..3].iter().all(|width| (50..75).contains(width)), "{widths:?}");
    }

    #[test]
    fn rule_39_shrinks_in_order() {
        let mut joints = vec![Joint { natural: 100, ..Joint::default() }; 3];
        joints[0].shrink[narrowing::FINAL] = 40;
        joints[1].shrink[narrowing::BRACKET] = 40;
        joints[2].shrink[narrowing::SPACE] = 40;
        let mut widths = Vec::new();
        assert_eq!(fill(&joints, -90, &mut widths), Fill::Full);
        assert_eq!(widths, [90, 60, 60]);
        assert_eq!(fill(&joints, -130, &mut widths), Fill::Overfull(10));
    }

    #[test]
    fn a_line_of_words_is_ragged_before_its_spaces_are_holes() {
        let mut space = Joint { natural: 50, ..Joint::default() };
        space.stretch[widening::SPACE] = 50;
        let mut widths = Vec::new();
        assert_eq!(fill(&vec![space; 4], 4 * 100, &mut widths), Fill::Full);
        assert_eq!(widths, [150; 4]);
        assert_eq!(fill(&vec![space; 4], 4 * 100 + 1, &mut widths), Fill::Ragged);
        assert_eq!(widths, [50; 4]);
        let mixed = [vec![space; 4], han(1)].concat();
        assert_eq!(fill(&mixed, 4 * 150 + 125, &mut widths), Fill::Full);
        assert_eq!(widths, [200, 200, 200, 200, 125]);
    }

    #[test]
    fn rule_43_too_loose_a_line_stays_ragged() {
        let mut widths = Vec::new();
        assert_eq!(fill(&han(4), 4 * 125, &mut widths), Fill::Full);
        assert_eq!(fill(&han(4), 4 * 125 + 1, &mut widths), Fill::Ragged);
        assert_eq!(widths, [0; 4]);
        assert_eq!(fill(&han(2), 100, &mut widths), Fill::Full);
        assert_eq!(fill(&han(2), 101, &mut widths), Fill::Ragged);
    }
}
