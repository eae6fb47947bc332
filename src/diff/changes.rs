//! The changes between two trees.

use super::pairs::{self, Pair};
use super::tree::Node;
use super::{Change, How, Occurrence, What, words};
use crate::model::Dates;

/// Returns the changes in the order of the new tree; removed things come after those that they followed.
pub fn of(old: &[Node], new: &[Node]) -> Vec<Change> {
    let mut found = Vec::new();
    lists(&Place::default(), &Place::default(), (old, new), &mut found);
    moved(&mut found);
    found
}

/// The place of a list: the titles above it.
#[derive(Clone, Default)]
struct Place(Vec<String>);

impl Place {
    fn within(&self, node: &Node) -> Place {
        let title = Some(&node.text).filter(|_| matches!(node.what, What::Section | What::Entry));
        Place(self.0.iter().chain(title.filter(|title| !title.is_empty())).cloned().collect())
    }

    /// Returns the thing at an index of a list.
    fn occurrence(&self, list: &[Node], at: usize) -> Option<Occurrence> {
        let node = list.get(at)?;
        let number = list[..=at].iter().filter(|other| other.what == node.what).count();
        Some(Occurrence { text: node.text.clone(), span: node.span, under: self.0.clone(), number })
    }
}

fn lists(before: &Place, now: &Place, (old, new): (&[Node], &[Node]), found: &mut Vec<Change>) {
    let pairs = pairs::of(old, new);
    let kept = pairs::in_order(&pairs);
    let mut paired = pairs.iter().zip(&kept).peekable();
    let gone: Vec<usize> = (0..old.len()).filter(|at| !pairs.iter().any(|pair| pair.0 == *at)).collect();
    let mut gone = gone.into_iter().peekable();
    for at in 0..new.len() {
        let Some((&pair, &in_order)) = paired.next_if(|(pair, _)| pair.1 == at) else {
            whole(How::Added, now, (new, at), found);
            continue;
        };
        while in_order && let Some(at) = gone.next_if(|gone| *gone < pair.0) {
            whole(How::Removed, before, (old, at), found);
        }
        both((before, now), (old, new), (pair, in_order), found);
    }
    gone.for_each(|at| whole(How::Removed, before, (old, at), found));
}

/// Reports a thing that is only in one tree, with everything in it.
fn whole(how: How, place: &Place, (list, at): (&[Node], usize), found: &mut Vec<Change>) {
    let (Some(node), said) = (list.get(at), place.occurrence(list, at)) else { return };
    let (old, new) = if how == How::Added { (None, said) } else { (said, None) };
    // A section without a title is just the place of its text.
    if !node.text.is_empty() {
        found.push(Change { how, what: node.what, old, new, words: Vec::new() });
    }
    let inside = place.within(node);
    (0..node.inside.len()).for_each(|at| whole(how, &inside, (&node.inside, at), found));
}

/// Reports the changes within a thing that is in both.
fn both(
    (before, now): (&Place, &Place),
    (old, new): (&[Node], &[Node]),
    (pair, in_order): (Pair, bool),
    found: &mut Vec<Change>,
) {
    let (Some(one), Some(two)) = (old.get(pair.0), new.get(pair.1)) else { return };
    let (was, is) = (before.occurrence(old, pair.0), now.occurrence(new, pair.1));
    let mut told = |how: How, what: What, texts: (&str, &str)| {
        let with = |said: &Option<Occurrence>, text: &str| {
            said.clone().map(|said| Occurrence { text: text.to_owned(), ..said })
        };
        let words = if how == How::Changed { words::between(texts.0, texts.1) } else { Vec::new() };
        found.push(Change { how, what, old: with(&was, texts.0), new: with(&is, texts.1), words });
    };
    if !in_order {
        told(How::Moved, two.what, (&one.text, &two.text));
    }
    if one.form != two.form {
        told(How::Changed, two.what, (&one.text, &two.text));
    } else if one.links != two.links {
        told(How::Changed, What::Link, (&one.links.join(", "), &two.links.join(", ")));
    }
    if !are_same(one.dates.as_ref(), two.dates.as_ref()) {
        let raw = |dates: &Option<Dates>| {
            dates.as_ref().map(|dates| dates.raw.text().into_owned()).unwrap_or_default()
        };
        let how = match (&one.dates, &two.dates) {
            (None, _) => How::Added,
            (_, None) => How::Removed,
            _ => How::Changed,
        };
        told(how, What::Dates, (&raw(&one.dates), &raw(&two.dates)));
    }
    lists(&before.within(one), &now.within(two), (&one.inside, &two.inside), found);
}

/// Returns whether dates mean the same.
fn are_same(one: Option<&Dates>, two: Option<&Dates>) -> bool {
    let meant = |dates: &Dates| (dates.start, dates.end, dates.open, dates.expected);
    one.map(meant) == two.map(meant)
}

/// Joins removals and additions of the same thing into moves.
fn moved(found: &mut Vec<Change>) {
    let is_long = |said: &Occurrence| words::tokens(&said.text).len() > 2;
    let mut at = 0;
    while at < found.len() {
        let added = &found[at];
        let same = |other: &Change| {
            other.how == How::Removed
                && other.what == added.what
                && other.old.as_ref().zip(added.new.as_ref()).is_some_and(|(old, new)| {
                    old.text == new.text && (is_long(new) || matches!(added.what, What::Entry))
                })
        };
        let gone = found.iter().position(same).filter(|_| added.how == How::Added);
        if let Some(gone) = gone {
            let old = found[gone].old.take();
            found[at] = Change { how: How::Moved, old, ..found[at].clone() };
            found.remove(gone);
            at -= usize::from(gone < at);
        }
        at += 1;
    }
}
