//! The pairing of things in two lists.

use super::What;
use super::tree::Node;
use super::words;

/// Lists longer than this are paired by equality alone.
const MOST: usize = 300;
/// How alike two things have to be to form a pair, in thousandths.
const LEAST: usize = 450;

/// The indices of two things that are the same.
pub type Pair = (usize, usize);

/// Returns the things that are in both lists, in the order of the second.
pub fn of(old: &[Node], new: &[Node]) -> Vec<Pair> {
    let mut free = (vec![true; old.len()], vec![true; new.len()]);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut take = |pair: Pair, free: &mut (Vec<bool>, Vec<bool>)| {
        if free.0[pair.0] && free.1[pair.1] {
            (free.0[pair.0], free.1[pair.1]) = (false, false);
            pairs.push(pair);
        }
    };
    for pair in equal(old, new) {
        take(pair, &mut free);
    }
    if old.len() <= MOST && new.len() <= MOST {
        for (_, pair) in alike(old, new, &free) {
            take(pair, &mut free);
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.1);
    pairs
}

/// Returns the equal things, in order of occurrence.
fn equal(old: &[Node], new: &[Node]) -> Vec<Pair> {
    let mut places: std::collections::BTreeMap<(What, &str, &str), Vec<usize>> =
        std::collections::BTreeMap::new();
    for (at, node) in old.iter().enumerate().rev() {
        places.entry((node.what, &node.kind, &node.form)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (at, node) in new.iter().enumerate() {
        let same = places.get_mut(&(node.what, node.kind.as_str(), node.form.as_str()));
        // Two jobs with the same name are told apart by their dates.
        let found = same.and_then(|same| {
            let dated = same.iter().rposition(|other| starts_with(&old[*other], node));
            Some(same.remove(dated.or(same.len().checked_sub(1))?))
        });
        pairs.extend(found.map(|found| (found, at)));
    }
    pairs
}

fn starts_with(one: &Node, two: &Node) -> bool {
    let start = |node: &Node| node.dates.as_ref().and_then(|dates| dates.start);
    start(one) == start(two)
}

/// Returns the similar things, the most similar first, and among equals the closest.
fn alike(old: &[Node], new: &[Node], free: &(Vec<bool>, Vec<bool>)) -> Vec<(usize, Pair)> {
    let tokens = |nodes: &[Node]| -> Vec<Vec<String>> {
        let of = |node: &Node| {
            words::tokens(&node.form).into_iter().map(|(_, token)| token.to_lowercase()).collect()
        };
        nodes.iter().map(of).collect()
    };
    let (left, right) = (tokens(old), tokens(new));
    let mut found = Vec::new();
    for (row, one) in old.iter().enumerate().filter(|(row, _)| free.0[*row]) {
        for (column, two) in new.iter().enumerate().filter(|(column, _)| free.1[*column]) {
            let score = likeness((one, &left[row]), (two, &right[column]));
            if score >= LEAST {
                found.push((score, (row, column)));
            }
        }
    }
    found.sort_by_key(|(score, (row, column))| {
        (std::cmp::Reverse(*score), row.abs_diff(*column), *column, *row)
    });
    found
}

/// Returns the similarity of two things, in thousandths, given their tokens.
fn likeness((one, left): (&Node, &[String]), (two, right): (&Node, &[String])) -> usize {
    let is_text = |what: What| matches!(what, What::Bullet | What::Line);
    if one.what != two.what && !(is_text(one.what) && is_text(two.what)) {
        return 0;
    }
    let words = || words::likeness(&borrowed(left), &borrowed(right));
    let is_same_kind = !one.kind.is_empty() && one.kind == two.kind;
    match one.what {
        // There is only one of each.
        What::Name | What::Headline | What::Photo | What::Tags => 1000,
        What::Contact if is_same_kind => 900,
        What::Section if is_same_kind => 600 + words() * 4 / 10,
        // A title of no known kind: the content decides.
        What::Section => words().max(common(&one.inside, &two.inside)),
        What::Entry => words() * 7 / 10 + if starts_with(one, two) && one.dates.is_some() { 300 } else { 0 },
        _ if is_same_kind => 800 + words() / 5,
        // They cannot have more in common than the shorter one has.
        _ if 2000 * left.len().min(right.len()) < LEAST * (left.len() + right.len()) => 0,
        _ => words(),
    }
}

fn borrowed(tokens: &[String]) -> Vec<&str> {
    tokens.iter().map(String::as_str).collect()
}

/// Returns how much two lists have in common, in thousandths.
fn common(old: &[Node], new: &[Node]) -> usize {
    let all = old.len() + new.len();
    (2000 * equal(old, new).len()).checked_div(all).unwrap_or_default()
}

/// Returns which of some pairs, in the order of the second list, are in the same relative order in the first: as
/// many as possible (the longest increasing subsequence). The others were moved.
pub fn in_order(pairs: &[Pair]) -> Vec<bool> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|other| pairs[*other].0 < pair.0);
        let longest = before.max_by_key(|other| (best[*other].0, std::cmp::Reverse(*other)));
        best.push((longest.map_or(1, |other| best[other].0 + 1), longest));
    }
    let mut kept = vec![false; pairs.len()];
    let mut at = (0..best.len()).max_by_key(|at| (best[*at].0, std::cmp::Reverse(*at)));
    while let Some(place) = at {
        kept[place] = true;
        at = best[place].1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_were_moved() {
        assert_eq!(in_order(&[(0, 0), (1, 1), (2, 2)]), [true, true, true]);
        assert_eq!(in_order(&[(2, 0), (0, 1), (1, 2)]), [false, true, true]);
        assert_eq!(in_order(&[(1, 0), (2, 1), (0, 2)]), [true, true, false]);
        assert_eq!(in_order(&[]), [false; 0]);
    }
}
