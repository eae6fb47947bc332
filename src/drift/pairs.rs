//! The pairing of things in two texts.

use super::outline::{Entry, Line, Section};
use super::{numbers, words};
use crate::model::SectionKind;

/// The most lines of one list that are compared with each of another: longer lists are paired in order.
const MOST: usize = 200;

/// Two things that are the same, or one that is only in one text.
type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

/// Pairs sections by their kind, the first of a kind with the first; those of no kind in order.
pub fn sections<'a>(left: &'a [Section], right: &'a [Section]) -> Vec<Pair<'a, Section>> {
    let mut taken = vec![false; right.len()];
    let mut pairs: Vec<Pair<Section>> = Vec::new();
    for section in left {
        let same = |(at, other): &(usize, &Section)| !taken[*at] && other.kind == section.kind;
        let found = right.iter().enumerate().find(same);
        if let Some((at, _)) = found {
            taken[at] = true;
        }
        pairs.push((Some(section), found.map(|(_, other)| other)));
    }
    // A title may be known in one language and not in the other.
    for pair in pairs.iter_mut().filter(|pair| pair.1.is_none()) {
        let Some(section) = pair.0 else { continue };
        let other = |(at, other): &(usize, &Section)| {
            let unknown = other.kind == SectionKind::Other || section.kind == SectionKind::Other;
            !taken[*at] && unknown && other.entries.len() == section.entries.len()
        };
        if let Some((at, found)) = right.iter().enumerate().find(other) {
            taken[at] = true;
            pair.1 = Some(found);
        }
    }
    let alone = right.iter().zip(&taken).filter(|(_, taken)| !**taken);
    pairs.extend(alone.map(|(section, _)| (None, Some(section))));
    pairs
}

/// Pairs entries by what they have in common, in order.
pub fn entries<'a>(left: &'a [Entry], right: &'a [Entry]) -> Vec<Pair<'a, Entry>> {
    let like = |one: &Entry, two: &Entry| -> u32 {
        let dates = match (&one.dates, &two.dates) {
            (Some(one), Some(two)) => {
                let start = one.start.zip(two.start).is_some_and(|(one, two)| one.year == two.year);
                let end =
                    one.open == two.open && one.end.map(|date| date.year) == two.end.map(|date| date.year);
                6 * u32::from(start) + 4 * u32::from(end)
            }
            (None, None) => 3,
            _ => 0,
        };
        let text = one.line.as_ref().zip(two.line.as_ref());
        dates + text.map_or(0, |(one, two)| common(one, two)) + u32::from(one.lines.len() == two.lines.len())
    };
    let aligned = aligned(left, right, &like, 2);
    // Equally many entries between two pairs are the same: their dates have drifted.
    let mut out: Vec<Pair<Entry>> = Vec::new();
    let (mut one, mut two): (Vec<&Entry>, Vec<&Entry>) = (Vec::new(), Vec::new());
    let flush = |one: &mut Vec<&'a Entry>, two: &mut Vec<&'a Entry>, out: &mut Vec<Pair<'a, Entry>>| {
        if one.len() == two.len() {
            out.extend(one.drain(..).zip(two.drain(..)).map(|(one, two)| (Some(one), Some(two))));
        } else {
            out.extend(one.drain(..).map(|entry| (Some(entry), None)));
            out.extend(two.drain(..).map(|entry| (None, Some(entry))));
        }
    };
    for pair in aligned {
        match pair {
            (Some(_), Some(_)) => {
                flush(&mut one, &mut two, &mut out);
                out.push(pair);
            }
            (left, right) => {
                one.extend(left);
                two.extend(right);
            }
        }
    }
    flush(&mut one, &mut two, &mut out);
    out
}

/// Returns the lines that are in both: one by one if there are equally many, else those with something in common.
pub fn lines<'a>(left: &'a [Line], right: &'a [Line]) -> Vec<(&'a Line, &'a Line)> {
    if left.len() == right.len() {
        return left.iter().zip(right).collect();
    }
    let like = |one: &Line, two: &Line| common(one, two);
    aligned(left, right, &like, 2).into_iter().filter_map(|(one, two)| one.zip(two)).collect()
}

/// Returns how much two lines have in common that is the same in any language.
fn common(one: &Line, two: &Line) -> u32 {
    let (left, right) = (numbers::of(&one.text), numbers::of(&two.text));
    let same = left.iter().filter(|number| right.iter().any(|other| other.value == number.value)).count();
    let proper = words::proper(&one.text);
    let words = proper.iter().filter(|word| words::has(&two.text, word.text)).count();
    let links = one.links.iter().filter(|link| two.links.contains(link)).count();
    2 * (same + words + links) as u32
}

/// Aligns two lists in order, so that paired items have the most in common; less than `least` counts as nothing.
fn aligned<'a, T>(
    left: &'a [T],
    right: &'a [T],
    like: &dyn Fn(&T, &T) -> u32,
    least: u32,
) -> Vec<Pair<'a, T>> {
    if left.len() > MOST || right.len() > MOST {
        let most = left.len().max(right.len());
        return (0..most).map(|at| (left.get(at), right.get(at))).collect();
    }
    let width = right.len() + 1;
    let mut best = vec![0u32; (left.len() + 1) * width];
    let mut likes = vec![0u32; left.len() * right.len()];
    for (row, one) in left.iter().enumerate().rev() {
        for (column, two) in right.iter().enumerate().rev() {
            let score = like(one, two);
            likes[row * right.len() + column] = score;
            let both = if score >= least { score + best[(row + 1) * width + column + 1] } else { 0 };
            best[row * width + column] =
                both.max(best[(row + 1) * width + column]).max(best[row * width + column + 1]);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < left.len() && column < right.len() {
        let score = likes[row * right.len() + column];
        let here = best[row * width + column];
        if score >= least && here == score + best[(row + 1) * width + column + 1] {
            pairs.push((left.get(row), right.get(column)));
            (row, column) = (row + 1, column + 1);
        } else if here == best[(row + 1) * width + column] {
            pairs.push((left.get(row), None));
            row += 1;
        } else {
            pairs.push((None, right.get(column)));
            column += 1;
        }
    }
    pairs.extend(left[row..].iter().map(|one| (Some(one), None)));
    pairs.extend(right[column..].iter().map(|two| (None, Some(two))));
    pairs
}
