//! Columns of other tools between `:::` lines: if each contains one short line, they become the lines of one
//! paragraph.

use super::lines::Line;
use super::{Edit, Repairs};

/// Names, or their beginnings, of containers that are placed side by side.
const COLUMNS: [&str; 8] = ["left", "center", "centre", "middle", "right", "col", "start", "end"];
/// The most characters of all of them together; longer ones are text in columns.
const LONGEST: usize = 120;
/// Fewer are not columns, and more are not the head of an entry.
const COUNT: std::ops::RangeInclusive<usize> = 2..=4;

/// Puts the lines of neighbouring containers below each other.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let mut from = 0;
    while from < lines.len() {
        let mut columns = Vec::new();
        let mut at = from;
        while let Some(column) = Column::at(source, lines, at) {
            at = column.close + 1;
            columns.push(column);
        }
        let length: usize = columns.iter().map(|column| column.text(source, lines).chars().count()).sum();
        if COUNT.contains(&columns.len()) && length <= LONGEST {
            join(source, lines, &columns, found);
        }
        from = at.max(from + 1);
    }
}

fn join(source: &str, lines: &[Line], columns: &[Column], found: &mut Repairs) {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return };
    found.edits.push(Edit::text(lines[first.open].range.start..lines[first.content].start(source), ""));
    for pair in columns.windows(2) {
        let between = lines[pair[0].content].range.end..lines[pair[1].content].start(source);
        found.edits.push(Edit::text(between, "\n"));
    }
    found.edits.push(Edit::text(lines[last.content].range.end..lines[last.close].range.end, ""));
}

/// A container of a single line, by the numbers of its lines.
struct Column {
    open: usize,
    content: usize,
    close: usize,
}

impl Column {
    fn at(source: &str, lines: &[Line], open: usize) -> Option<Column> {
        let (content, close) = (open + 1, open + 2);
        let name =
            fence(lines.get(open)?.text(source))?.trim_start_matches(['{', '.', ' ']).to_ascii_lowercase();
        COLUMNS.iter().any(|column| name.starts_with(column)).then_some(())?;
        let text = lines.get(content)?.text(source);
        let is_block =
            text.starts_with(['>', '|', '<', ':']) || text.starts_with("- ") || text.starts_with("* ");
        let closed = fence(lines.get(close)?.text(source))?.is_empty();
        (!is_block && closed).then_some(Column { open, content, close })
    }

    fn text<'a>(&self, source: &'a str, lines: &[Line]) -> &'a str {
        lines[self.content].text(source)
    }
}

/// Returns the text after the colons of a line that opens or closes a container.
fn fence(text: &str) -> Option<&str> {
    let name = text.trim_start_matches(':');
    (text.len() - name.len() >= 3).then_some(name.trim())
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn columns_of_one_line_each_are_one_paragraph() {
        for (source, want) in [
            (
                "::: left\n**示例科技**\n:::\n\n::: center\n工程师\n:::\n\n::: right\n2020 - 2023\n:::\n\n- 甲\n",
                "**示例科技**\n工程师\n2020 - 2023\n\n- 甲\n",
            ),
            (
                "::: {.col-8}\n### Sample Co.\n:::\n::: {.col-4}\n2019 – 2021\n:::\n",
                "### Sample Co.\n2019 – 2021\n",
            ),
        ] {
            assert_eq!(shown(source), want);
        }
    }

    #[test]
    fn other_containers_are_not_joined() {
        for source in [
            "::: left\n甲\n乙\n:::\n::: right\n丙\n:::\n",
            "::: left\n- 甲\n:::\n::: right\n- 乙\n:::\n",
            "::: left\n甲\n:::\n",
            "::: tip\n甲\n:::\n::: tip\n乙\n:::\n",
        ] {
            assert!(["left", "tip"].iter().any(|name| shown(source).contains(name)), "{source}");
        }
    }
}
