//! pandoc's other tables: grids drawn with `+`, `-` and `|`, and simple ones whose columns are marked by a row of
//! dashes. Each becomes a Markdown table, with its words where they were.

use std::ops::Range;

use super::lines::Line;
use super::{Edit, Repairs};
use crate::source::chars::{half_ems, is_wide};

/// The most columns.
const MOST_COLUMNS: usize = 20;

/// Finds the tables.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let mut from = 0;
    while from < lines.len() {
        let more = lines[from + 1..].iter().take_while(|line| !line.after_blank).count();
        let block = &lines[from..from + 1 + more];
        from += 1 + more;
        if !grid(source, block, found) {
            simple(source, block, found);
        }
    }
}

/// Reads a grid.
fn grid(source: &str, block: &[Line], found: &mut Repairs) -> bool {
    let Some(columns) = border(block[0].text(source)).filter(|_| block.len() >= 3) else { return false };
    let mut rows: Vec<Row> = Vec::new();
    let mut head = None;
    let mut begins = false;
    for line in block {
        let text = line.text(source);
        if border(text).is_some() {
            if text.contains('=') && head.is_none() {
                head = Some(rows.len());
            }
            begins = true;
            continue;
        }
        let Some(cells) = cells(line, source).filter(|cells| cells.len() == columns) else { return false };
        match rows.last_mut().filter(|_| !begins) {
            Some(row) => row.push(cells),
            None => rows.push(vec![cells]),
        }
        begins = false;
    }
    if rows.is_empty() || !begins || head.is_some_and(|head| head > 1) {
        return false;
    }
    let dashes = format!("{}|\n", "|-".repeat(columns));
    for (nth, line) in block.iter().enumerate() {
        let text = line.text(source);
        let end = block.get(nth + 1).map_or(line.range.end, |next| next.range.start);
        if border(text).is_none() {
            continue;
        }
        let put = match (head, nth) {
            (None, 0) => format!("{}|\n{dashes}", "| ".repeat(columns)),
            (Some(_), _) if text.contains('=') => dashes.clone(),
            _ => String::new(),
        };
        found.edits.push(Edit::text(line.range.start..end, put));
    }
    for row in &rows {
        one_line(source, row, found);
    }
    true
}

/// The cells of the lines of a row.
type Row = Vec<Vec<Range<usize>>>;

/// Returns the cells between the bars of a line.
fn cells(line: &Line, source: &str) -> Option<Vec<Range<usize>>> {
    let text = line.text(source);
    let inside = text.strip_prefix('|')?.strip_suffix('|')?;
    let mut at = line.start(source) + 1;
    let cell = |cell: &str| {
        let start = at;
        at += cell.len() + 1;
        start..start + cell.len()
    };
    Some(inside.split('|').map(cell).collect())
}

/// Puts the further lines of a row after the first one of each cell.
fn one_line(source: &str, row: &Row, found: &mut Repairs) {
    let [first, rest @ ..] = row.as_slice() else { return };
    let (Some(from), Some(to)) = (first.last(), rest.last().and_then(|last| last.last())) else { return };
    for (column, cell) in first.iter().enumerate() {
        let mut before = source[cell.clone()].trim_end();
        let mut more = String::new();
        for line in rest {
            let text = source.get(line[column].clone()).unwrap_or_default().trim();
            if text.is_empty() {
                continue;
            }
            let item = |text: &str| ["- ", "* ", "+ "].iter().any(|mark| text.trim_start().starts_with(mark));
            let close = before.ends_with(is_wide) && text.starts_with(is_wide);
            more.push_str(if item(text) {
                "<br>"
            } else if close || before.trim().is_empty() {
                ""
            } else {
                " "
            });
            more.push_str(text);
            before = text;
        }
        if !more.is_empty() {
            let at = cell.start + source[cell.clone()].trim_end().len();
            found.edits.push(Edit::text(at..at, more));
        }
    }
    // The lines themselves are removed, bars and all.
    found.edits.push(Edit::text(from.end + 1..to.end + 1, ""));
}

/// Returns the number of columns of a border such as `+---+=====+`.
fn border(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('+')?.strip_suffix('+')?;
    let dashes = |part: &str| {
        !part.is_empty() && part.trim_matches(':').bytes().all(|b| b == b'-' || b == b'=') && part.len() >= 3
    };
    let count = inside.split('+').count();
    ((1..=MOST_COLUMNS).contains(&count) && inside.split('+').all(dashes)).then_some(count)
}

/// Reads a simple table: its optional head above the dashes, and rows below them.
fn simple(source: &str, block: &[Line], found: &mut Repairs) {
    let is_rule =
        |at: usize| block.get(at).is_some_and(|line| !groups(&source[line.range.clone()]).is_empty());
    let rule = match (is_rule(0), is_rule(1)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => return,
    };
    let columns = groups(&source[block[rule].range.clone()]);
    let closed = is_rule(block.len() - 1) && block.len() - 1 > rule;
    let rows = &block[rule + 1..block.len() - usize::from(closed)];
    // Without a head it ends in dashes as well.
    if rows.is_empty() || rule == 0 && !closed {
        return;
    }
    let all: Option<Vec<Vec<Range<usize>>>> =
        block[..rule].iter().chain(rows).map(|line| seams(source, line, &columns)).collect();
    let Some(all) = all else { return };
    let start = block[rule].range.start;
    let dashes = "|-".repeat(columns.len());
    let head = if rule == 0 { format!("{}|\n", "| ".repeat(columns.len())) } else { String::new() };
    found.edits.push(Edit::text(start..block[rule].range.end, format!("{head}{dashes}|")));
    for (line, seams) in block[..rule].iter().chain(rows).zip(all) {
        found.edits.push(Edit::text(line.range.start..line.range.start, "|"));
        seams.into_iter().for_each(|seam| found.edits.push(Edit::text(seam, " | ")));
        found.edits.push(Edit::text(line.range.end..line.range.end, "|"));
    }
    if closed {
        let (before, last) = (&block[block.len() - 2], &block[block.len() - 1]);
        found.edits.push(Edit::text(before.range.end..last.range.end, ""));
    }
}

/// Returns the columns that a row of dashes marks, in half ems from the beginning of the line: at least two.
fn groups(text: &str) -> Vec<Range<usize>> {
    if !text.trim_start().starts_with("--") || !text.bytes().all(|b| b == b'-' || b == b' ') {
        return Vec::new();
    }
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| *byte == b'-') {
        match groups.last_mut().filter(|group| group.end == at) {
            Some(group) => group.end = at + usize::from(byte == b'-'),
            None => groups.push(at..at + 1),
        }
    }
    let wide = groups.iter().all(|group| group.len() >= 3);
    if wide && (2..=MOST_COLUMNS).contains(&groups.len()) { groups } else { Vec::new() }
}

/// Returns the blanks of a line between one column and the next; `None` if words cross a border.
fn seams(source: &str, line: &Line, columns: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let text = &source[line.range.clone()];
    if text.contains(['|', '\t']) {
        return None;
    }
    let mut seams = Vec::new();
    for pair in columns.windows(2) {
        // The character between the two columns has to be a blank.
        let mut width = 0;
        let mut places = text.char_indices();
        let between = places.find(|(_, c)| {
            let at = width;
            width += half_ems(*c);
            (pair[0].end..pair[1].start).contains(&at)
        });
        match between {
            Some((at, ' ')) => seams.push(line.range.start + at..line.range.start + at + 1),
            Some(_) => return None,
            None => seams.push(line.range.end..line.range.end),
        }
    }
    Some(seams)
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn grids_are_tables() {
        for (source, want) in [
            (
                "+----+----+\n| 甲 | 乙 |\n+====+====+\n| 丙 | 丁 |\n+----+----+\n",
                "| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |\n\n",
            ),
            ("+----+---+\n| a  | b |\n+----+---+\n", "| | |\n|-|-|\n| a  | b |\n\n"),
            (
                "+----+----+\n| a  | b  |\n| c  |    |\n+----+----+\n| 甲 | d  |\n| 乙 | e  |\n+----+----+\n",
                "| | |\n|-|-|\n| a c  | b  |\n| 甲乙 | d e  |\n\n",
            ),
            ("+-----+---+\n| - a | b |\n| - c |   |\n+-----+---+\n", "| | |\n|-|-|\n| - a<br>- c | b |\n\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn simple_tables_are_tables() {
        for (source, want) in [
            (
                "Word  Years\n----  -----\nRust  3\nGo    5\n",
                "|Word |  Years|\n|-|-|\n|Rust |  3|\n|Go   |  5|\n",
            ),
            ("语言  年\n----  ---\n甲    3\n乙\n", "|语言 |  年|\n|-|-|\n|甲   |  3|\n|乙 | |\n"),
            ("---- ----\nRust 3\nGo   5\n---- ----\n", "| | |\n|-|-|\n|Rust | 3|\n|Go   | 5|\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn what_is_no_table_stays() {
        for source in [
            "+----+\nno cell\n",
            "+ a\n+ b\n",
            "+----+----+\n| a  | b  |\n",
            "+----+----+\n| a  |\n+----+----+\n",
            "text over\n--- ---\nlonger than that\n",
            "a\n---\nb\n",
            "--- ---\n\ntext\n",
            "```\n+---+\n| a |\n+---+\n```\n",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
