//! Ink → lines of cells: the ink on one baseline, split where the gaps are wide.

use super::ink::{Ink, Style};
use crate::source::chars::{is_han, is_kana, is_wide};

/// Text of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Its look.
    pub style: Style,
    /// The link that it is in.
    pub link: Option<usize>,
}

/// The text between two wide gaps on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its left and right sides, in points.
    pub x: [f64; 2],
    /// Its words, one look each.
    pub words: Vec<Words>,
}

impl Cell {
    /// Returns its text.
    pub fn text(&self) -> String {
        self.words.iter().map(|words| words.text.as_str()).collect()
    }
}

/// The text on one baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The page, from 0.
    pub page: usize,
    /// The baseline, in points from below.
    pub y: f64,
    /// The largest type size in points.
    pub size: f64,
    /// Its cells from left to right; never empty.
    pub cells: Vec<Cell>,
    /// The look of most of its text.
    pub style: Style,
    /// The sides of its column.
    pub column: [f64; 2],
    /// Whether a blank precedes it in the content.
    pub blank: bool,
    /// Its tag.
    pub tag: Option<super::tagged::Tag>,
}

impl Line {
    /// Returns its text, with a blank between its cells.
    pub fn text(&self) -> String {
        let cells: Vec<String> = self.cells.iter().map(Cell::text).collect();
        cells.join(" ")
    }

    /// Returns its left side.
    pub fn left(&self) -> f64 {
        self.cells.first().map_or(0.0, |cell| cell.x[0])
    }

    /// Returns its right side.
    pub fn right(&self) -> f64 {
        self.cells.last().map_or(0.0, |cell| cell.x[1])
    }
}

/// The gap, in ems, from which two words are in two cells.
const CELL: f64 = 0.78;
/// The distance, in ems, below which baselines are one.
const NEAR: f64 = 0.3;

/// Sets ink of one page and one column into lines, from top to bottom.
pub fn lines(inks: Vec<&Ink>, typed: Typed) -> Vec<Line> {
    rows(inks).into_iter().map(|row| line(row, typed)).collect()
}

/// Splits ink of one page by baselines, from top to bottom, each from left to right.
pub fn rows(mut inks: Vec<&Ink>) -> Vec<Vec<&Ink>> {
    inks.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.glyph.cmp(&b.glyph)));
    let mut rows: Vec<Vec<&Ink>> = Vec::new();
    let mut base = (f64::MAX, 0.0_f64);
    for ink in inks {
        let near = base.0 - ink.y <= NEAR * base.1.max(ink.size);
        match rows.last_mut().filter(|_| near) {
            Some(row) => {
                // The larger of two sizes determines the baseline; the smaller one may be raised.
                if ink.size > base.1 {
                    base = (ink.y, ink.size);
                }
                row.push(ink);
            }
            None => {
                base = (ink.y, ink.size);
                rows.push(vec![ink]);
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]).then(a.glyph.cmp(&b.glyph)));
    }
    rows
}

/// Whether blanks between words are in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed(pub bool);

impl Typed {
    /// Returns whether a file has its blanks: some programs only leave a gap.
    pub fn of(inks: &[Ink]) -> Typed {
        let latin = inks.iter().filter(|ink| ink.text.starts_with(|c: char| !is_wide(c))).count();
        let blanks = inks.iter().filter(|ink| ink.blank).count();
        Typed(blanks * 30 >= latin)
    }
}

fn line(row: Vec<&Ink>, typed: Typed) -> Line {
    let size = row.iter().map(|ink| ink.size).fold(0.0, f64::max);
    let mut line = Line { page: row[0].page, y: row[0].y, size, blank: row[0].blank, ..Line::default() };
    line.y = row.iter().max_by(|a, b| a.size.total_cmp(&b.size)).map_or(line.y, |ink| ink.y);
    let spaced = spacing(&row);
    let mut before: Option<&Ink> = None;
    for ink in row {
        let gap = before.map_or(0.0, |before| ink.x[0] - before.x[1]);
        let em = before.map_or(ink.size, |before| before.size.max(ink.size)).max(0.1);
        // Some programs draw bold text by drawing it twice.
        let again = before.is_some_and(|before| {
            before.text == ink.text
                && (before.x[0] - ink.x[0]).abs() < 0.06 * em
                && (before.y - ink.y).abs() < 0.06 * em
        });
        if again {
            continue;
        }
        let begins = before.is_none() || ink.apart || gap / em - spaced >= CELL;
        if begins {
            line.cells.push(Cell { x: ink.x, words: Vec::new() });
        }
        let blank = before.is_some_and(|before| !begins && is_blank(before, ink, (gap / em - spaced, typed)));
        if let Some(cell) = line.cells.last_mut() {
            cell.x[1] = cell.x[1].max(ink.x[1]);
            add(cell, ink, blank);
        }
        before = Some(ink);
    }
    line.style = usual(line.cells.iter().flat_map(|cell| &cell.words));
    line
}

/// Finds the sides of the column of each line: no line of its page that begins near it ends further to the right. A
/// line that is the only one to end there does not show where lines are broken.
pub fn find_edges(lines: &mut [Line]) {
    // Contacts in a row, and dates beside an entry, may end further to the right than a column below.
    let is_row =
        |line: &Line| line.cells.len() > 1 && !line.cells[0].text().trim_end().ends_with([':', '：']);
    let span = |line: &Line| (line.page, [line.left(), line.right()]);
    let by_left =
        |a: &(usize, [f64; 2]), b: &(usize, [f64; 2])| (a.0.cmp(&b.0)).then(a.1[0].total_cmp(&b.1[0]));
    let mut sorted: Vec<(usize, [f64; 2])> = lines.iter().filter(|line| !is_row(line)).map(span).collect();
    sorted.sort_by(by_left);
    let mut known: Option<((usize, [f64; 2]), f64)> = None;
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| by_left(&span(&lines[*a]), &span(&lines[*b])));
    for at in order {
        let (page, left, size) = (lines[at].page, lines[at].left(), lines[at].size);
        let edge = match known.filter(|(of, _)| *of == (page, [left, size])) {
            Some((_, edge)) => edge,
            None => {
                let from = sorted.partition_point(|span| span.0 < page);
                let to = sorted.partition_point(|span| span.0 <= page);
                edge(&sorted[from..to], left, size).max(lines[at].right())
            }
        };
        known = Some(((page, [left, size]), edge));
        let column = &mut lines[at].column;
        *column = if column[1] > column[0] {
            [column[0], column[1].max(edge.min(column[1] + 3.0 * size))]
        } else {
            [left, edge]
        };
    }
}

/// Lines that begin within this distance of each other, in points, are of one column.
const INDENT: f64 = 40.0;

fn edge(sorted: &[(usize, [f64; 2])], left: f64, size: f64) -> f64 {
    let from = sorted.partition_point(|(_, span)| span[0] < left - INDENT);
    let near = sorted[from..].iter().map(|(_, span)| span);
    let near = near.take_while(|span| span[0] <= left + INDENT).take(1_000).map(|span| span[1]);
    let rights: Vec<f64> = near.collect();
    let most = rights.iter().copied().fold(f64::MIN, f64::max);
    let close = rights.iter().filter(|right| most - **right < 3.0 * size).count();
    if close < 2 { most + 3.0 * size } else { most }
}

/// Returns the look of most of a text.
pub fn usual<'a>(words: impl Iterator<Item = &'a Words>) -> Style {
    let mut counts: std::collections::BTreeMap<Style, usize> = std::collections::BTreeMap::new();
    for words in words {
        *counts.entry(words.style).or_default() += words.text.chars().count();
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(style, _)| style).unwrap_or_default()
}

/// Returns the letterspacing of a line, in ems: the gap that most of its letters have.
fn spacing(row: &[&Ink]) -> f64 {
    let mut gaps: Vec<f64> = row
        .windows(2)
        .filter(|pair| !pair[1].blank)
        .map(|pair| (pair[1].x[0] - pair[0].x[1]) / pair[0].size.max(pair[1].size).max(0.1))
        .collect();
    if gaps.len() < 3 {
        return 0.0;
    }
    gaps.sort_by(f64::total_cmp);
    gaps[gaps.len() / 2].clamp(0.0, 0.6)
}

/// Returns whether there is a blank between two inks of a cell, judging by the file's blanks and by their distance.
fn is_blank(before: &Ink, ink: &Ink, (gap, typed): (f64, Typed)) -> bool {
    let last = before.text.chars().next_back().unwrap_or(' ');
    let first = ink.text.chars().next().unwrap_or(' ');
    let cjk = |c: char| is_han(c) || is_kana(c) || (is_wide(c) && !c.is_alphanumeric());
    let (apart, wide) = (cjk(last) && cjk(first), cjk(last) || cjk(first));
    let follows = ink.glyph > before.glyph;
    // A blank typed between Han characters is wide; a narrow one there only stretched the line.
    if ink.blank && follows {
        return gap > 0.05 || !apart;
    }
    let least = match (apart, wide, typed.0) {
        (true, ..) => 0.6,
        (_, true, _) => 0.45,
        (.., true) => 0.4,
        _ => 0.17,
    };
    gap > least
}

fn add(cell: &mut Cell, ink: &Ink, blank: bool) {
    if let Some(last) = cell.words.last_mut() {
        if blank {
            last.text.push(' ');
        }
        if (last.style, last.link) == (ink.style, ink.link) {
            last.text.push_str(&ink.text);
            return;
        }
    }
    cell.words.push(Words { text: ink.text.clone(), style: ink.style, link: ink.link });
}
