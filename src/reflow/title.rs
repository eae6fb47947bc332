//! The parts of the line of an entry, and whether it goes on in the line below.

use super::columns::is_date;
use super::flow::{Plain, cells, joins, rich};
use super::ink::Style;
use super::line::{Cell, Line, Words};
use crate::diag::Span;
use crate::model::{Piece, Rich};
use crate::source::chars::is_wide;

/// Signs between the parts of a line.
const SIGNS: [char; 9] = ['·', '•', '|', '｜', '–', '—', ',', '，', '∙'];

/// Returns the parts of the line of an entry: what stands apart or looks different is another part.
pub fn parts(line: &Line, plain: &Plain<'_>) -> Vec<Rich> {
    let parts: Vec<Vec<Words>> = cells(line).into_iter().flat_map(|cell| by_look(cell.words)).collect();
    let last = parts.len().saturating_sub(1);
    let parts = parts.iter().enumerate();
    let parts = parts.map(|(at, words)| trimmed(rich(words, plain), [at > 0, at < last]));
    parts.filter(|part| !part.is_blank()).collect()
}

/// Splits words where their look changes for good: the employer is bold, the post after it is not.
fn by_look(words: Vec<Words>) -> Vec<Vec<Words>> {
    let changes = (1..words.len()).find(|&at| {
        let (before, behind) = words.split_at(at);
        let (last, first) = (before.last().map_or("", |words| &words.text), &behind[0].text);
        let signed = last.trim_end().ends_with(SIGNS) || first.trim_start().starts_with(SIGNS);
        let apart = last.ends_with(' ') || first.starts_with(' ');
        // A comma needs no blank before it.
        (apart && differ(before, behind, false)) || (signed && differ(before, behind, true))
    });
    match changes {
        Some(at) => {
            let mut words = words;
            let rest = words.split_off(at);
            vec![words, rest]
        }
        None => vec![words],
    }
}

/// Returns whether all words behind a place look different from all before it, in weight, in size, or in colour;
/// the sizes of different scripts are not compared.
fn differ(before: &[Words], behind: &[Words], coloured: bool) -> bool {
    let all =
        |with: &dyn Fn(&Words, &Words) -> bool| before.iter().all(|a| behind.iter().all(|b| with(a, b)));
    let wide = |words: &Words| words.text.chars().find(|c| c.is_alphanumeric()).map(is_wide);
    let sized = |a: &Words, b: &Words| wide(a) != wide(b) || a.style.size.abs_diff(b.style.size) >= 2;
    let known = wide(&behind[0]).is_some() && before.iter().any(|a| wide(a) == wide(&behind[0]));
    let bold = before[0].style.bold;
    (bold && all(&|a, b| a.style.bold && !b.style.bold))
        || (known && all(&sized))
        || (coloured && all(&|a, b| a.style.ink != b.style.ink || a.link != b.link))
}

/// Removes the signs that stood between a part and its neighbours, if it has any before and behind it.
fn trimmed(part: Rich, [before, behind]: [bool; 2]) -> Rich {
    let text = part.text().into_owned();
    if is_date(&text) {
        return part;
    }
    let sign = |c: char| SIGNS.contains(&c) || c.is_whitespace();
    let from = if before { text.len() - text.trim_start_matches(sign).len() } else { 0 };
    let to = if behind { text.trim_end_matches(sign).len() } else { text.len() };
    if from < to { part.slice(from..to) } else { Rich::default() }
}

/// The longest tag, in characters.
const LONGEST_TAG: usize = 24;

/// Returns the tags of a row: three or more short words that look alike, evenly apart, or parted by points and paler
/// than text.
pub fn tags(line: &Line, body: &Style) -> Option<Vec<String>> {
    let words: Vec<&Words> = line.cells.iter().flat_map(|cell| &cell.words).collect();
    let looks = |words: &Words| (words.style.size, words.style.bold, words.style.italic, words.style.ink);
    let alike = words.windows(2).all(|pair| looks(pair[0]) == looks(pair[1]));
    let plain = alike && words.iter().all(|words| words.link.is_none());
    if !plain || line.tag.is_none_or(|tag| tag.item.is_some() || tag.heading.is_some()) {
        return None;
    }
    let tags: Vec<String> = if line.cells.len() == 1 {
        let pale = line.style.ink != body.ink && !line.style.bold;
        line.text().split(" · ").filter(|_| pale).map(str::to_owned).collect()
    } else {
        let gaps = line.cells.windows(2).map(|pair| pair[1].x[0] - pair[0].x[1]);
        let gaps: Vec<f64> = gaps.collect();
        let even = |gap: &f64| (gap - gaps[0]).abs() < 0.1 * line.size && *gap < 2.5 * line.size;
        line.cells.iter().filter(|_| gaps.iter().all(even)).map(Cell::text).collect()
    };
    let short = |text: &String| {
        text.chars().count() <= LONGEST_TAG
            && !is_date(text)
            && !text.contains(['。', ',', '，', '、', '@', '|', ':', '：'])
    };
    (tags.len() > 2 && tags.iter().all(short)).then_some(tags)
}

/// Returns tags as the code spans that they are in Markdown.
pub fn code(tags: &[String]) -> Rich {
    let mut text = Rich::default();
    for tag in tags {
        let mut tag = Rich::plain(tag.trim(), Span::default());
        for piece in &mut tag.0 {
            if let Piece::Run(run) = piece {
                run.marks.code = true;
            }
        }
        if !text.0.is_empty() {
            text.append(Rich::plain(" ", Span::default()));
        }
        text.append(tag);
    }
    text
}

/// Returns whether a title continues in the line below it: both were too long for one line.
pub fn wraps(above: &Line, line: &Line) -> bool {
    let words = |line: &Line| -> Vec<Cell> {
        line.cells.iter().filter(|cell| !is_date(&cell.text())).cloned().collect()
    };
    let (first, next) = (words(above), words(line));
    let ([first], [next]) = (first.as_slice(), next.as_slice()) else { return false };
    if line.cells.len() > 1 {
        return false;
    }
    let tags = [above, line].map(|line| line.tag.and_then(|tag| tag.heading.and(tag.block)));
    let alike = above.style.bold == line.style.bold && above.style.size.abs_diff(line.style.size) <= 4;
    let date = above.cells.iter().find(|cell| is_date(&cell.text()) && cell.x[0] > first.x[0]);
    let right = date.map_or(above.column[1], |date| date.x[0]);
    let long = first.x[1] - first.x[0] + next.x[1] - next.x[0] > 0.95 * (right - first.x[0]);
    joins(above, line) || (tags[0].is_some() && tags[0] == tags[1] && alike && long)
}
