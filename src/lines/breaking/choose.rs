//! Where lines end: the search's view of a paragraph, and its query. Nothing here
//! knows a character, a script or a font.
//!
//! Source: Knuth & Plass, SP&E 11 (1981) 1119–1184; TeX: The Program §813–§890. Different here: line
//! lengths come from prefix sums, so that no line is ever measured again, and badness grows with the
//! square of the ratio, so that one bad line does not spoil its neighbours.

use super::item::{Breaks, Item, Shape, Tolerance};
use super::search::Search;

/// Returns the cheapest line ends of a paragraph.
///
/// Ascending; the last is `items.len()`. O(items × line ends within reach of a line).
/// `None` if some line can neither shrink nor stretch enough within the tolerance; never `None` if lines
/// may be overfull.
pub(in crate::lines) fn choose(items: &[Item], shape: &Shape, tolerance: Tolerance) -> Option<Breaks> {
    Search::new(items, shape, tolerance, false).run().into_iter().min_by_key(|breaks| breaks.demerits)
}

/// Returns the cheapest line ends for each number of lines that can be reached, fewest lines first.
///
/// Skips numbers of lines far from the fewest: a page asks for one more or one less.
pub(in crate::lines) fn choose_each(items: &[Item], shape: &Shape, tolerance: Tolerance) -> Vec<Breaks> {
    let mut found = Search::new(items, shape, tolerance, true).run();
    found.sort_by_key(|breaks| (breaks.ends.len(), breaks.demerits));
    found.dedup_by_key(|breaks| breaks.ends.len());
    found
}
