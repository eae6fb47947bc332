//! The search for the least visible way that fits: bisection on the steps that the layout allows, and
//! each result is one that was set and counted.

use super::press::{Press, Try};
use super::setting::{Denser, Looser, Setting};

/// From here on a last page counts as well filled, in percent.
const FULL: u32 = 90;
/// Under this nobody would say that the text fills its pages.
pub(super) const SHORT: u32 = 75;
/// Under this a last page looks like a mistake.
pub(super) const NEARLY_EMPTY: u32 = 15;

/// Why the text cannot be made to fit.
pub(super) enum Short {
    /// It is too long, even so.
    TooLong(Try),
    /// It is too short, even so.
    TooShort(Try),
}

/// Makes a text shorter that takes more than `pages`.
pub(super) fn shorten(press: &mut Press<'_>, ideal: Try, pages: usize) -> Result<Try, Box<Short>> {
    press.shorten_to(pages, &ideal);
    let tree = press.tree(&ideal.layout);
    let paragraphs = press.willing(&tree, &ideal.layout).len();
    let ladder = Denser::new(press.sheet.ideal(), paragraphs);
    let end = last_that_holds(press, ladder.steps(), |steps| ladder.at(steps));
    let Some(densest) = press.set(ladder.at(end)) else { return Err(Box::new(Short::TooLong(ideal))) };
    let fits = |tried: &Try| tried.pages() <= pages;
    if !fits(&densest) {
        return Err(Box::new(Short::TooLong(densest)));
    }
    let (steps, best) = first(press, (0, end as isize), densest, |steps| ladder.at(steps), fits);
    // The last thing to give may have given more than was missing: what gave before it takes back
    // what it can.
    let before = ladder.before_last(steps);
    let (_, best) =
        first(press, (-1, before as isize), best, |others| ladder.with_fewer(steps, others), fits);
    Ok(best)
}

/// Makes a text longer that takes no more than `pages`, until the last of them is well filled.
pub(super) fn lengthen(press: &mut Press<'_>, ideal: Try, pages: usize) -> Result<Try, Box<Short>> {
    let reaches = |tried: &Try| tried.pages() > pages || filled(tried, pages);
    if reaches(&ideal) {
        return Ok(ideal);
    }
    let ladder = Looser::new(press.sheet.ideal());
    let end = last_that_holds(press, ladder.steps(), |steps| ladder.at(steps));
    let Some(loosest) = press.set(ladder.at(end)) else { return Ok(ideal) };
    if !reaches(&loosest) {
        return enough(loosest, pages);
    }
    let (steps, best) = first(press, (0, end as isize), loosest, |steps| ladder.at(steps), reaches);
    if best.pages() > pages {
        // One step from too empty to too long: then rather the former.
        let before = press.set(ladder.at(steps.saturating_sub(1))).unwrap_or(ideal);
        return enough(before, pages);
    }
    if steps <= Looser::TOGETHER {
        return Ok(best);
    }
    let size = |others| ladder.with_fewer(steps, others);
    let fills = |tried: &Try| filled(tried, pages);
    Ok(first(press, (-1, Looser::TOGETHER as isize), best, size, fills).1)
}

/// Tells whether a text takes so many pages and fills the last of them.
fn filled(tried: &Try, pages: usize) -> bool {
    tried.pages() == pages && tried.document.last_page_fill >= FULL
}

/// A text that fills what it can is good enough unless it leaves a page empty or nearly so. One page
/// is never too few.
fn enough(tried: Try, pages: usize) -> Result<Try, Box<Short>> {
    let empty = pages > 1 && tried.document.last_page_fill < NEARLY_EMPTY;
    if tried.pages() == pages && !empty { Ok(tried) } else { Err(Box::new(Short::TooShort(tried))) }
}

/// Returns the most steps up to `end` with which the layout holds.
fn last_that_holds(press: &Press<'_>, end: usize, way: impl Fn(usize) -> Setting) -> usize {
    (1..=end).rev().find(|&steps| press.holds(&way(steps))).unwrap_or(0)
}

/// Returns the fewest steps that do, with the try: more than `none`, with which it does not, up to
/// `known`, with which `best` does.
fn first(
    press: &mut Press<'_>,
    (none, known): (isize, isize),
    mut best: Try,
    way: impl Fn(usize) -> Setting,
    does: impl Fn(&Try) -> bool,
) -> (usize, Try) {
    let (mut none, mut known) = (none, known);
    while known - none > 1 {
        let middle = none + (known - none) / 2;
        match press.set(way(middle.unsigned_abs())) {
            Some(tried) if does(&tried) => (known, best) = (middle, tried),
            _ => none = middle,
        }
    }
    (known.unsigned_abs(), best)
}
