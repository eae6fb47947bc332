//! A paragraph as the search for line ends sees it, and the query.

/// A box, the glue after it, and the price of a line end there; at a line end the glue vanishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Item {
    /// The width of the box.
    pub width: i64,
    /// The width of the glue at ratio 0.
    pub natural: i64,
    /// The width that it gains at ratio 1.
    pub stretch: i64,
    /// The part of the stretch that is used last and shows most: tracking.
    pub tracking: i64,
    /// The width that it loses at most.
    pub shrink: i64,
    /// The price of a line end after the box; `None`: no line ends.
    pub penalty: Option<i32>,
    /// The width that a line end adds to the line: a hyphen, half a mark.
    pub ending: i64,
    /// The part of it that a line in need of room omits, all at once.
    pub spare: i64,
    /// Whether two such line ends in a row are bad.
    pub flagged: bool,
    /// A number for what the box prints; 0 for what may begin or end line after line.
    pub print: u32,
    /// Whether the glue is a space between words, of which rivers are made.
    pub space: bool,
}

/// The shape of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Shape {
    /// The length of the first line.
    pub first: i64,
    /// The length of all others.
    pub rest: i64,
    /// An additional stretch in every line: lines that need not be filled.
    pub slack: i64,
    /// The price of a last line that begins at this item or later; dearer ones later.
    pub runts: [(usize, i32); 3],
}

/// How strict a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct Tolerance {
    /// The greatest ratio of a line, in 1/1 024.
    pub ratio: i64,
    /// Whether a line may be too long if there is no other way.
    pub overfull: bool,
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Breaks {
    /// For each line, the index after its last item.
    pub ends: Vec<usize>,
    /// The sum of demerits.
    pub demerits: i64,
    /// The greatest ratio of its lines, in 1/1 024.
    pub loosest: i64,
}

/// One unit of ratio.
pub(in crate::lines) const ONE: i64 = 1 << 10;

/// Returns what a line end actually adds to a line, given the room that it leaves and how far the line
/// shrinks: all of `ending`, unless the line is too long with it and not with less.
///
/// Both the breaker and the setter call this, so that a line is set as it was chosen (rules 25, 45).
pub(in crate::lines) fn ending(ending: i64, spare: i64, room: i64) -> i64 {
    if spare > 0 && room < ending { ending - spare } else { ending }
}

/// Sums up to each item, including its glue.
#[derive(Clone, Copy, Default)]
pub(in crate::lines) struct Sums {
    pub width: i64,
    pub stretch: i64,
    pub tracking: i64,
    pub shrink: i64,
}
