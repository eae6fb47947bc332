//! The search for the least visible way that fits: bisection on the steps that the layout allows. Each
//! result was set and counted.

use super::setting::{Loosening, Setting, Tightening};
use super::trials::{Trial, Trials};

/// From this percentage on a last page counts as well filled.
const FULL: u32 = 90;
/// Below this the text does not look as if it filled its pages.
pub(super) const SHORT: u32 = 75;
/// Under this a last page looks like a mistake.
pub(super) const NEARLY_EMPTY: u32 = 15;

/// Why the text cannot be made to fit.
pub(super) enum Short {
    /// It is too long, even when set most densely.
    TooLong(Trial),
    /// It is too short, even when set most loosely.
    TooShort(Trial),
}

/// Shortens a text that takes more than `pages`.
pub(super) fn shorten(trials: &mut Trials<'_>, ideal: Trial, pages: usize) -> Result<Trial, Box<Short>> {
    trials.shorten_to(pages, &ideal);
    let tree = trials.tree(&ideal.layout);
    let paragraphs = trials.shortenable(&tree, &ideal.layout).len();
    let ladder = Tightening::new(trials.sheet.ideal(), paragraphs);
    let end = last_that_holds(trials, ladder.steps(), |steps| ladder.at(steps));
    let Some(densest) = trials.set(ladder.at(end)) else { return Err(Box::new(Short::TooLong(ideal))) };
    let fits = |tried: &Trial| tried.pages() <= pages;
    if !fits(&densest) {
        return Err(Box::new(Short::TooLong(densest)));
    }
    let (steps, best) = first(trials, (0, end as isize), densest, |steps| ladder.at(steps), fits);
    // The last thing to give may have given more than was needed: the things that gave before it take
    // back what they can.
    let before = ladder.before_last(steps);
    let (_, best) =
        first(trials, (-1, before as isize), best, |others| ladder.with_fewer(steps, others), fits);
    Ok(best)
}

/// Lengthens a text that takes no more than `pages`, until the last of them is well filled.
pub(super) fn lengthen(trials: &mut Trials<'_>, ideal: Trial, pages: usize) -> Result<Trial, Box<Short>> {
    let reaches = |tried: &Trial| tried.pages() > pages || filled(tried, pages);
    if reaches(&ideal) {
        return Ok(ideal);
    }
    let ladder = Loosening::new(trials.sheet.ideal());
    let end = last_that_holds(trials, ladder.steps(), |steps| ladder.at(steps));
    let Some(loosest) = trials.set(ladder.at(end)) else { return Ok(ideal) };
    if !reaches(&loosest) {
        return enough(loosest, pages);
    }
    let (steps, best) = first(trials, (0, end as isize), loosest, |steps| ladder.at(steps), reaches);
    if best.pages() > pages {
        // A single step leads from too empty to too long: better too empty.
        let before = trials.set(ladder.at(steps.saturating_sub(1))).unwrap_or(ideal);
        return enough(before, pages);
    }
    if steps <= Loosening::TOGETHER {
        return Ok(best);
    }
    let size = |others| ladder.with_fewer(steps, others);
    let fills = |tried: &Trial| filled(tried, pages);
    Ok(first(trials, (-1, Loosening::TOGETHER as isize), best, size, fills).1)
}

/// Returns whether a text takes this number of pages and fills the last of them.
fn filled(tried: &Trial, pages: usize) -> bool {
    tried.pages() == pages && tried.document.last_page_fill >= FULL
}

/// Accepts a text that fills as much as it can, unless it leaves a page empty or nearly so. One page
/// is never too few.
fn enough(tried: Trial, pages: usize) -> Result<Trial, Box<Short>> {
    let empty = pages > 1 && tried.document.last_page_fill < NEARLY_EMPTY;
    if tried.pages() == pages && !empty { Ok(tried) } else { Err(Box::new(Short::TooShort(tried))) }
}

/// Returns the most steps, up to `end`, after which the layout still holds.
fn last_that_holds(trials: &Trials<'_>, end: usize, way: impl Fn(usize) -> Setting) -> usize {
    (1..=end).rev().find(|&steps| trials.holds(&way(steps))).unwrap_or(0)
}

/// Returns the fewest steps that are enough, with their try: more than `none`, which are too few, and at
/// most `known`, of which `best` is the try.
fn first(
    trials: &mut Trials<'_>,
    (none, known): (isize, isize),
    mut best: Trial,
    way: impl Fn(usize) -> Setting,
    does: impl Fn(&Trial) -> bool,
) -> (usize, Trial) {
    let (mut none, mut known) = (none, known);
    while known - none > 1 {
        let middle = none + (known - none) / 2;
        match trials.set(way(middle.unsigned_abs())) {
            Some(tried) if does(&tried) => (known, best) = (middle, tried),
            _ => none = middle,
        }
    }
    (known.unsigned_abs(), best)
}
