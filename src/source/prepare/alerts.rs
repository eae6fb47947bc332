//! Markers of alerts and callouts (`> [!NOTE]`, `> [!tip]- Title`): they colour a box where other tools show it,
//! and have no meaning on paper.

use super::lines::Line;
use super::{Edit, Repairs};

/// The longest name of an alert.
const LONGEST: usize = 20;

/// Removes the markers; the quotation's text stays.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for line in lines.iter().filter(|line| line.indent < 4) {
        let start = line.start(source);
        let text = line.text(source);
        let inner = text.trim_start_matches(['>', ' ']);
        if !text.starts_with('>') || !inner.starts_with("[!") {
            continue;
        }
        let Some(close) = inner.find(']').filter(|close| *close <= LONGEST + 2) else { continue };
        let name = &inner[2..close];
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-') {
            continue;
        }
        // `[!tip](url)` is a link.
        let rest = &inner[close + 1..];
        if rest.starts_with(['(', '[', ':']) {
            continue;
        }
        let folded = usize::from(rest.starts_with(['+', '-']));
        let from = start + text.len() - inner.len();
        let end = from + close + 1 + folded;
        let title = rest[folded..].trim();
        // `> [!info] What I do`: the title of the box.
        if title.is_empty() || title.contains(['*', '_', '`', '[', '<']) {
            found.edits.push(Edit::text(from..end, ""));
        } else {
            let at = start + text.len() - rest[folded..].trim_start().len();
            found.edits.push(Edit::text(from..at, "**"));
            found.edits.push(Edit::text(line.range.end..line.range.end, "**  "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn marks_of_alerts_are_left_out() {
        for (source, want) in [
            ("> [!NOTE]\n> 甲\n", "> \n> 甲\n"),
            ("> [!note]\n> 甲\n", "> \n> 甲\n"),
            ("> [!Tip]- 乙\n> 甲\n", "> **乙**  \n> 甲\n"),
            ("> [!info] **乙** 丙\n> 甲\n", ">  **乙** 丙\n> 甲\n"),
            (">[!important]\n>甲\n", ">\n>甲\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
        for source in ["> [!tip](https://example.com)\n", "[!note] 甲\n", "> [甲] 乙\n", "> ![a](b.png)\n"]
        {
            assert_eq!(shown(source), source);
        }
    }
}
