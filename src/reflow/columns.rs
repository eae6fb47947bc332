//! The columns of a page: where white runs down between texts that are unrelated.
//!
//! The page is cut where there is white (Nagy, Seth, "Hierarchical representation of optically scanned documents",
//! 1984), but only where both sides can be read on their own: dates at the right edge, and the keys of a form,
//! belong to the lines next to them.

use super::ink::Ink;
use super::line::rows;
use crate::model::{SectionKind, date_places};

/// Ink that is read on its own.
#[derive(Debug, Default)]
pub struct Column<'a> {
    /// Its left and right sides.
    pub x: [f64; 2],
    /// Its ink.
    pub inks: Vec<&'a Ink>,
}

/// A strip of a page: columns next to each other, from left to right; often one.
pub type Strip<'a> = Vec<Column<'a>>;

/// The most rows of a page that is searched for columns: a page with more is unreadable anyway.
const MOST_ROWS: usize = 300;
/// How often a column may be split again.
const DEEPEST: usize = 2;
/// The gap, in ems, from which words are moved separately.
const GAP: f64 = 0.8;
/// The least width of the white between columns, in points.
const GUTTER: f64 = 8.0;

/// Words that move together, with no wide gap between them.
struct Segment<'a> {
    x: [f64; 2],
    y: f64,
    size: f64,
    inks: Vec<&'a Ink>,
}

impl Segment<'_> {
    fn text(&self) -> String {
        self.inks
            .iter()
            .map(|ink| if ink.blank { format!(" {}", ink.text) } else { ink.text.clone() })
            .collect()
    }
}

/// The number of pages that are searched for columns; no résumé has more.
const MOST_PAGES: usize = 40;

/// Splits the ink of a page into strips, from top to bottom.
pub fn strips<'a>(inks: Vec<&'a Ink>) -> Vec<Strip<'a>> {
    let page = inks.first().map_or(0, |ink| ink.page);
    let rows: Vec<Vec<Segment<'a>>> = rows(inks).into_iter().map(segments).collect();
    parted(rows, if page < MOST_PAGES { 0 } else { DEEPEST })
}

fn segments(row: Vec<&Ink>) -> Vec<Segment<'_>> {
    let mut segments: Vec<Segment<'_>> = Vec::new();
    for ink in row {
        match segments.last_mut().filter(|last| ink.x[0] - last.x[1] < GAP * ink.size.max(last.size)) {
            Some(last) => {
                last.x[1] = last.x[1].max(ink.x[1]);
                last.size = last.size.max(ink.size);
                last.inks.push(ink);
            }
            None => segments.push(Segment { x: ink.x, y: ink.y, size: ink.size, inks: vec![ink] }),
        }
    }
    segments
}

/// Cuts rows where columns begin and end. The depth is bounded.
fn parted<'a>(rows: Vec<Vec<Segment<'a>>>, depth: usize) -> Vec<Strip<'a>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let cut = if depth < DEEPEST && rows.len() <= MOST_ROWS { best_cut(&rows) } else { None };
    let Some(Cut { from, to, x }) = cut else { return vec![vec![column(rows.into_iter().flatten())]] };
    let mut rows = rows;
    let below = rows.split_off(to);
    let middle = rows.split_off(from);
    let mut strips = parted(rows, depth);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in middle {
        let (before, behind): (Vec<_>, Vec<_>) = row.into_iter().partition(|segment| segment.x[1] <= x);
        left.extend((!before.is_empty()).then_some(before));
        right.extend((!behind.is_empty()).then_some(behind));
    }
    let sides = [left, right].map(|side| parted(side, depth + 1));
    strips.push(sides.into_iter().flat_map(beside).collect());
    strips.extend(parted(below, depth));
    strips
}

/// Returns the columns of one side: a single one, unless the side is one strip.
fn beside<'a>(mut strips: Vec<Strip<'a>>) -> Vec<Column<'a>> {
    if strips.len() == 1 {
        return strips.pop().unwrap_or_default();
    }
    let columns: Vec<Column<'a>> = strips.into_iter().flatten().collect();
    let mut whole = Column { x: [f64::MAX, f64::MIN], inks: Vec::new() };
    for column in columns {
        whole.x = [whole.x[0].min(column.x[0]), whole.x[1].max(column.x[1])];
        whole.inks.extend(column.inks);
    }
    vec![whole]
}

fn column<'a>(segments: impl Iterator<Item = Segment<'a>>) -> Column<'a> {
    let mut column = Column { x: [f64::MAX, f64::MIN], inks: Vec::new() };
    for segment in segments {
        column.x = [column.x[0].min(segment.x[0]), column.x[1].max(segment.x[1])];
        column.inks.extend(segment.inks);
    }
    column
}

/// Rows that all have white at a place.
#[derive(Clone, Copy, Debug)]
struct Cut {
    from: usize,
    to: usize,
    x: f64,
}

/// Returns the cut through the most rows that separates columns.
fn best_cut(rows: &[Vec<Segment<'_>>]) -> Option<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    for from in 0..rows.len() {
        // The white in all rows so far, from the left edge of the paper to the right one.
        let mut free: Vec<[f64; 2]> = vec![[f64::MIN, f64::MAX]];
        for to in from..=rows.len() {
            let left: Vec<[f64; 2]> = match rows.get(to) {
                Some(row) => free.iter().flat_map(|&white| without(white, row)).collect(),
                None => Vec::new(),
            };
            // White that ends here cannot get longer.
            let ended = free.iter().filter(|white| white[0] > f64::MIN && white[1] < f64::MAX);
            let ended =
                ended.filter(|white| !left.iter().any(|rest| rest[0] < white[1] && rest[1] > white[0]));
            cuts.extend(ended.map(|white| Cut { from, to, x: (white[0] + white[1]) / 2.0 }));
            free = left;
            if free.is_empty() {
                break;
            }
        }
    }
    cuts.sort_by_key(|cut| (std::cmp::Reverse(cut.to - cut.from), cut.from));
    cuts.into_iter().take(50).find(|cut| are_columns(&rows[cut.from..cut.to], cut.x))
}

/// Returns the parts of some white that stay white next to the segments of a row.
fn without(white: [f64; 2], row: &[Segment<'_>]) -> Vec<[f64; 2]> {
    let mut rest = vec![white];
    for segment in row {
        let pieces = rest.into_iter().flat_map(|[from, to]| {
            if segment.x[1] <= from || segment.x[0] >= to {
                return vec![[from, to]];
            }
            vec![[from, segment.x[0]], [segment.x[1], to]]
        });
        rest = pieces.filter(|[from, to]| to - from >= GUTTER).collect();
    }
    rest
}

/// Returns whether the two sides of some white are columns that can each be read on their own.
fn are_columns(rows: &[Vec<Segment<'_>>], x: f64) -> bool {
    let is_left = |segment: &&Segment<'_>| segment.x[1] <= x;
    let left: Vec<&Segment<'_>> = rows.iter().flatten().filter(is_left).collect();
    let right: Vec<&Segment<'_>> = rows.iter().flatten().filter(|segment| !is_left(segment)).collect();
    let lines = |side: &[&Segment<'_>]| {
        let mut lines: Vec<f64> = side.iter().map(|segment| segment.y).collect();
        lines.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        lines
    };
    let (left_lines, right_lines) = (lines(&left), lines(&right));
    if left_lines.len().min(right_lines.len()) < 3 {
        return false;
    }
    let titles = |side: &[&Segment<'_>]| side.iter().filter(|segment| is_title(segment)).count();
    let (few, fewer, many) = if left_lines.len() <= right_lines.len() {
        (&left, &left_lines, &right_lines)
    } else {
        (&right, &right_lines, &left_lines)
    };
    let beside = fewer.iter().filter(|y| many.iter().any(|other| (*y - other).abs() < 1.5)).count();
    let dates: Vec<f64> =
        few.iter().filter(|segment| is_date(&segment.text())).map(|segment| segment.y).collect();
    let is_beside = |y: &&f64| many.iter().any(|other| (*y - other).abs() < 1.5);
    let dated = dates.iter().filter(is_beside).count();
    let titled = titles(few);
    // Dates and titles in the margin belong to the lines next to them.
    if (dated >= 2 && dated * 10 >= dates.len() * 6)
        || (titles(&left).min(titles(&right)) == 0
            && (titled + dates.len()) * 10 >= few.len() * 6
            && titled + dates.len() > 1)
    {
        return false;
    }
    // So does any side whose few lines are all next to one of many.
    if beside * 10 >= fewer.len() * 9 && fewer.len() * 2 < many.len() {
        return false;
    }
    if titles(&left) > 0 && titles(&right) > 0 {
        return true;
    }
    beside * 10 < fewer.len() * 6 && dates.len() * 10 < few.len() * 3
}

fn is_title(segment: &Segment<'_>) -> bool {
    let text = segment.text();
    text.chars().count() <= 40 && SectionKind::is_exact_title(text.trim())
}

/// Returns whether a text is a date and little else.
pub fn is_date(text: &str) -> bool {
    let text = text.trim().trim_matches(|c: char| "()（）[]【】".contains(c)).trim();
    let dates = date_places(text);
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return false };
    let rest =
        text[..first.start].chars().chain(text[last.end..].chars()).filter(|c| c.is_alphanumeric()).count();
    rest <= 2
}
