//! What stands beside the line of an entry, in a column of its own: its dates, and its place above or below them.
//!
//! Tags give such a column before the entry or behind it, even behind all its items; the paper shows to which line
//! it belongs: to the one that its first line stands on.

use super::columns::is_date;
use super::line::{Cell, Line};

/// The longest line in such a column, in characters.
const LONGEST: usize = 40;
/// The longest word before an entry on its line, in characters: a degree.
const LONGEST_BEFORE: usize = 12;
/// How many lines away in the order of the tags the line of the entry is searched for.
const FARTHEST: usize = 60;

/// Moves dates, and the short lines above and below them, to the line that they stand on.
pub fn joined(mut lines: Vec<Line>) -> Vec<Line> {
    let mut at = 0;
    while at < lines.len() {
        let Some(dates) = dates(&lines, at) else {
            at += 1;
            continue;
        };
        let from = (0..at).rev().take_while(|&above| is_pair(&lines[above], &lines[above + 1])).last();
        let below = (at + dates..lines.len()).take_while(|&line| {
            is_pair(&lines[line - 1], &lines[line]) && self::dates(&lines, line).is_none()
        });
        let to = below.last().map_or(at + dates, |last| last + 1);
        let found =
            (from.unwrap_or(at)..=at).find_map(|from| owner(&lines, from, to).map(|owner| (from, owner)));
        match found {
            Some((from, owner)) => at = moved(&mut lines, [from, at, at + dates, to], owner),
            None => at += dates,
        }
    }
    lines
}

/// Returns whether a line can stand in a column beside an entry.
fn is_free(line: &Line) -> bool {
    let tag = line.tag.unwrap_or_default();
    tag.heading.is_none()
        && tag.item.is_none()
        && tag.cell.is_none()
        && line.cells.len() == 1
        && line.text().chars().count() <= LONGEST
}

/// Returns how many lines at a place are dates and nothing else: two if they are divided behind their dash.
fn dates(lines: &[Line], at: usize) -> Option<usize> {
    let line = lines.get(at).filter(|line| is_free(line))?;
    let text = line.text();
    let open = text.trim_end().ends_with(['–', '—', '-', '~', '～', '至']);
    if let Some(next) = lines.get(at + 1).filter(|next| open && is_free(next) && is_pair(line, next)) {
        return is_date(&format!("{text} {}", next.text())).then_some(2);
    }
    is_date(&text).then_some(1)
}

/// Returns whether two lines are below each other in one narrow column.
fn is_pair(above: &Line, line: &Line) -> bool {
    let gap = above.y - line.y;
    let sides = [above.left() - line.left(), above.right() - line.right()];
    is_free(above)
        && is_free(line)
        && above.page == line.page
        && (0.5 * line.size..2.0 * line.size).contains(&gap)
        && sides.iter().any(|side| side.abs() < 3.0)
}

/// Returns the line that the first of some lines stands on.
fn owner(lines: &[Line], from: usize, to: usize) -> Option<usize> {
    let first = &lines[from];
    let run = &lines[from..to];
    let left = run.iter().map(Line::left).fold(f64::MAX, f64::min);
    let right = run.iter().map(Line::right).fold(f64::MIN, f64::max);
    let heading = |at: &usize| lines[*at].tag.is_some_and(|tag| tag.heading.is_some());
    let beside = |at: &usize| {
        let line = &lines[*at];
        let tag = line.tag.unwrap_or_default();
        is_on(first, line)
            && (line.right() < left - 2.0 || line.left() > right + 2.0)
            && tag.item.is_none()
            && tag.cell.is_none()
    };
    // Nothing beyond the line of another entry.
    let search = |way: &mut dyn Iterator<Item = usize>| {
        for at in way.take(FARTHEST) {
            if beside(&at) {
                return Some(at);
            }
            if heading(&at) {
                return None;
            }
        }
        None
    };
    let (behind, before) = (search(&mut (to..lines.len())), search(&mut (0..from).rev()));
    behind.filter(heading).or(before.filter(heading)).or(behind).or(before)
}

/// Returns whether two lines stand on one baseline.
fn is_on(one: &Line, other: &Line) -> bool {
    one.page == other.page && (one.y - other.y).abs() < 0.3 * one.size.max(other.size)
}

/// Moves lines to the one that they belong to; `dates` to `behind` are its dates. Returns where to go on.
fn moved(lines: &mut Vec<Line>, [from, dates, behind, to]: [usize; 4], owner: usize) -> usize {
    let run: Vec<Line> = lines.drain(from..to).collect();
    let mut owner = if owner < from { owner } else { owner - (to - from) };
    let (mut others, mut date) = (Vec::new(), Cell::default());
    for (at, line) in run.into_iter().enumerate() {
        for mut cell in line.cells {
            if !(dates..behind).contains(&(from + at)) {
                others.push(cell);
            } else if date.words.is_empty() {
                date = cell;
            } else {
                if let Some(words) = date.words.last_mut() {
                    words.text = words.text.trim_end().to_owned() + " ";
                }
                date.words.append(&mut cell.words);
            }
        }
    }
    // A degree stands before its school.
    let before = owner.checked_sub(1).filter(|&above| {
        let (before, own) = (&lines[above], &lines[owner]);
        is_free(before)
            && before.text().chars().count() <= LONGEST_BEFORE
            && is_on(before, own)
            && before.right() < own.left()
    });
    if let Some(before) = before {
        let degree = lines.remove(before);
        owner = before;
        lines[owner].cells.splice(0..0, degree.cells);
    }
    let cells = &mut lines[owner].cells;
    cells.extend(others);
    cells.push(date);
    from.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflow::ink::Style;
    use crate::reflow::line::Words;
    use crate::reflow::tagged::Tag;

    fn line(x: f64, y: f64, text: &str, tag: Tag) -> Line {
        let width = 5.0 * text.chars().count() as f64;
        let words = vec![Words { text: text.to_owned(), style: Style::default(), link: None }];
        let cells = vec![Cell { x: [x, x + width], words }];
        Line { y, size: 10.0, cells, tag: Some(tag), ..Line::default() }
    }

    fn texts(lines: &[Line]) -> Vec<String> {
        let cells = |line: &Line| line.cells.iter().map(Cell::text).collect::<Vec<String>>().join(" | ");
        lines.iter().map(cells).collect()
    }

    #[test]
    fn dates_belong_to_the_line_that_they_stand_on_whatever_the_tags_give_first() {
        let heading = |level| Tag { heading: Some(level), ..Tag::default() };
        let before = vec![
            line(160.0, 700.0, "Sample University", heading(3)),
            line(50.0, 680.0, "2021 –", Tag::default()),
            line(50.0, 668.0, "2024", Tag::default()),
            line(50.0, 656.0, "Town", Tag::default()),
            line(160.0, 680.0, "Professor", heading(4)),
            line(50.0, 640.0, "2016 – 2021", Tag::default()),
            line(160.0, 640.0, "Lecturer", heading(4)),
        ];
        assert_eq!(
            texts(&joined(before)),
            ["Sample University", "Professor | Town | 2021 – 2024", "Lecturer | 2016 – 2021"]
        );
        let item = Tag { item: Some((9, 0)), ..Tag::default() };
        let behind = vec![
            line(50.0, 700.0, "PhD", Tag::default()),
            line(90.0, 700.0, "Sample University", Tag::default()),
            line(90.0, 688.0, "A thesis on bread", item),
            line(400.0, 700.0, "Example Town", Tag::default()),
            line(405.0, 688.0, "2018 – 2023", Tag::default()),
            line(90.0, 660.0, "Example College", Tag::default()),
        ];
        assert_eq!(
            texts(&joined(behind)),
            ["PhD | Sample University | Example Town | 2018 – 2023", "A thesis on bread", "Example College"]
        );
    }

    #[test]
    fn dates_below_their_line_stay() {
        let below = vec![
            line(50.0, 700.0, "Sample University", Tag { heading: Some(3), ..Tag::default() }),
            line(50.0, 688.0, "2018 – 2023", Tag::default()),
        ];
        assert_eq!(texts(&joined(below.clone())), texts(&below));
    }
}
