//! Lines between bars that are not a Markdown table: rows without the row of dashes, and pandoc's blocks of lines.

use super::lines::Line;
use super::{Edit, Repairs};

/// The most columns that a table is given.
const MOST: usize = 20;

/// Turns rows into a table, a block of lines into plain lines, and a single row into text.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    // A title above and a list or a title below end such lines as a blank line does.
    let heading = |line: &Line| line.text(source).starts_with('#');
    let ends = |line: &Line| {
        line.after_blank
            || heading(line)
            || ["* ", "- ", "+ "].iter().any(|mark| line.text(source).starts_with(mark))
    };
    let mut from = 0;
    while from < lines.len() {
        let more = if heading(&lines[from]) {
            0
        } else {
            lines[from + 1..].iter().take_while(|line| !ends(line)).count()
        };
        let block = &lines[from..from + 1 + more];
        from += 1 + more;
        if block.iter().all(|line| line.indent < 4 && line.text(source).starts_with('|')) {
            bars(source, block, found);
        }
    }
}

/// Reads lines that all begin with a bar.
fn bars(source: &str, block: &[Line], found: &mut Repairs) {
    let cells = |line: &Line| {
        let inside =
            line.text(source).strip_prefix('|')?.strip_suffix('|').filter(|text| !text.ends_with('\\'))?;
        Some(inside.matches('|').count() + 1 - inside.matches("\\|").count())
    };
    let dashes = |line: &Line| {
        line.text(source).chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t' | '+' | '='))
    };
    let rules: Vec<usize> = (0..block.len()).filter(|at| dashes(&block[*at])).collect();
    match rules.as_slice() {
        [1] => return even(source, block, found),
        // `| - | - |`: a head of nothing.
        [0, 1] if block.len() > 2 => {
            let (first, count) = (&block[0], width(block[1].text(source)));
            let head = "| ".repeat(count) + "|";
            found.edits.push(Edit::text(first.start(source)..first.range.end, head));
            return;
        }
        _ => {}
    }
    if !rules.is_empty() {
        ruled(source, block, &rules, found);
        return;
    }
    let first = cells(&block[0]);
    if let ([row], Some(_)) = (block, first) {
        let (start, end) = (row.start(source), row.range.end);
        found.edits.push(Edit::text(start..start + 1, ""));
        found.edits.push(Edit::text(end - 1..end, ""));
        return;
    }
    if let (Some(count @ 2..=MOST), true) = (first, block.iter().all(|line| cells(line) == first)) {
        let start = block[0].range.start;
        let head = format!("{}|\n{}|\n", "| ".repeat(count), "|-".repeat(count));
        found.edits.push(Edit::text(start..start, head));
        return;
    }
    let alone =
        |line: &Line| line.text(source).starts_with("| ") && line.text(source).matches('|').count() == 1;
    if block.len() > 1 && block.iter().all(alone) {
        for (at, line) in block.iter().enumerate() {
            let start = line.start(source);
            found.edits.push(Edit::text(start..start + 2, ""));
            if at + 1 < block.len() {
                found.edits.push(Edit::text(line.range.end..line.range.end, "\\"));
            }
        }
    }
}

/// Gives the head of a table as many cells as its row of dashes has, or that as many as the head: without that there is
/// no table, and all of it is printed as it is typed.
fn even(source: &str, block: &[Line], found: &mut Repairs) {
    let (head, rule) = (&block[0], &block[1]);
    let [cells, columns] = [head, rule].map(|line| width(line.text(source)));
    let short = if cells < columns { head } else { rule };
    let cell = if cells < columns { " |" } else { "-|" };
    let missing = cells.abs_diff(columns);
    if missing > 0 && cells.max(columns) <= MOST {
        let close = if short.text(source).ends_with('|') { "" } else { "|" };
        found
            .edits
            .push(Edit::text(short.range.end..short.range.end, close.to_owned() + &cell.repeat(missing)));
    }
}

/// Returns the number of cells of a row.
fn width(row: &str) -> usize {
    let row = row.trim();
    let inside = row.strip_prefix('|').unwrap_or(row);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.matches('|').count() + 1 - inside.matches("\\|").count()
}

/// Reads rows with rows of dashes where no Markdown table has them: above all, below the second row, or between any
/// two. They separate nothing that a table shows.
fn ruled(source: &str, block: &[Line], rules: &[usize], found: &mut Repairs) {
    let dashed = |line: &Line| line.text(source).contains('-');
    let count = |line: &Line| line.text(source).matches('|').count();
    let rows = block.len() - rules.len();
    let alike = block.iter().all(|line| line.text(source).ends_with('|') && count(line) == count(&block[0]));
    if rows == 0 || !alike || count(&block[0]) < 3 || !rules.iter().all(|at| dashed(&block[*at])) {
        return;
    }
    let headed = rules.contains(&1);
    if !headed {
        let cells = count(&block[0]) - 1;
        let start = block[0].range.start;
        let head = format!("{}|\n{}|\n", "| ".repeat(cells), "|-".repeat(cells));
        found.edits.push(Edit::text(start..start, head));
    }
    for at in rules.iter().filter(|at| !(headed && **at == 1)) {
        let end = block.get(at + 1).map_or(block[*at].range.end, |next| next.range.start);
        found.edits.push(Edit::text(block[*at].range.start..end, ""));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn lines_between_bars_are_rows_or_lines() {
        for (source, want) in [
            ("| **示例大学** | 园林 | 2022 - 2026 |\n", " **示例大学** | 园林 | 2022 - 2026 \n"),
            ("| 甲 | 乙 |\n| 丙 | 丁 |\n", "| | |\n|-|-|\n| 甲 | 乙 |\n| 丙 | 丁 |\n"),
            ("|---|---|\n| 甲 | 乙 |\n", "| | |\n|-|-|\n| 甲 | 乙 |\n"),
            (
                "| 甲 | 乙 |\n|--|--|\n| 丙 | 丁 |\n|--|--|\n| 戊 | 己 |\n",
                "| 甲 | 乙 |\n|--|--|\n| 丙 | 丁 |\n| 戊 | 己 |\n",
            ),
            (
                "| 甲 | 乙 |\n| 丙 | 丁 |\n|:-|-:|\n| 戊 | 己 |\n",
                "| | |\n|-|-|\n| 甲 | 乙 |\n| 丙 | 丁 |\n| 戊 | 己 |\n",
            ),
            ("|  |  |\n|--|--|--|\n| 甲 | 乙 | 丙 |\n", "| | | |\n|--|--|--|\n| 甲 | 乙 | 丙 |\n"),
            ("| 甲 | 乙\n|--|--|--\n| 丙 | 丁 | 戊\n", "| 甲 | 乙| |\n|--|--|--\n| 丙 | 丁 | 戊\n"),
            (
                "| 甲 | 乙 | 丙 |\n|--|--|\n| 丁 | 戊 | 己 |\n",
                "| 甲 | 乙 | 丙 |\n|--|--|-|\n| 丁 | 戊 | 己 |\n",
            ),
            ("| - | - |\n|---|--|\n| 甲 | 乙 |\n", "| | |\n|---|--|\n| 甲 | 乙 |\n"),
            ("| Alex Sample\n| Example Rd\n", "Alex Sample\\\nExample Rd\n"),
            ("## 甲\n | 乙 | 2017 - 2018 |\n", "## 甲\n  乙 | 2017 - 2018 \n"),
            ("| 乙 | 2017 - 2018 |\n- 丙\n", " 乙 | 2017 - 2018 \n- 丙\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn tables_and_separators_stay() {
        for source in [
            "| 甲 | 乙 |\n|----|----|\n| 丙 | 丁 |\n",
            "甲\n| 乙\n",
            "| 甲 | 乙\n| 丙 |\n",
            "```\n| 甲 |\n```\n",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
