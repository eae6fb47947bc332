//! Boxes and tabs of MkDocs (`!!! note "Title"`, `??? tip`, `=== "Tab"`): their title becomes a line in bold, and
//! the indented content below them becomes text.

use super::lines::Line;
use super::{Edit, Repairs};

/// The longest title, in bytes.
const LONGEST: usize = 160;

/// Reads the lines that open them.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for (at, line) in lines.iter().enumerate() {
        let Some(title) = title(line.text(source)) else { continue };
        let inside = lines[at + 1..].iter().take_while(|below| below.indent >= line.indent + 4);
        let words = if title.is_empty() { String::new() } else { format!("\n**{title}**\n\n") };
        found.edits.push(Edit::text(line.range.clone(), words));
        for below in inside {
            let indent = below.start(source) - below.range.start;
            let width = if source[below.range.clone()].starts_with('\t') { 1 } else { indent.min(4) };
            found.edits.push(Edit::text(below.range.start..below.range.start + width, ""));
        }
    }
}

/// Returns the title of the box or tab that a line opens; empty if it has none.
fn title(text: &str) -> Option<&str> {
    let tab = text.strip_prefix("===").map(|rest| rest.trim_start_matches(['!', '+']));
    if let Some(rest) = tab {
        return quoted(rest.strip_prefix(' ')?).filter(|title| !title.is_empty());
    }
    let rest = ["!!!", "???+", "???"].iter().find_map(|mark| text.strip_prefix(mark))?.strip_prefix(' ')?;
    let kinds = rest.find('"').map_or(rest, |quote| &rest[..quote]);
    let name = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    // `!!! That was fun !!!` is an exclamation.
    let known = kinds.split_whitespace().all(name) && kinds.split_whitespace().count() <= 3;
    let rest = rest[kinds.len()..].trim();
    let lower = kinds.bytes().all(|b| !b.is_ascii_uppercase());
    match rest {
        "" => (known && lower && kinds.split_whitespace().count() == 1).then_some(""),
        _ => quoted(rest).filter(|_| known && lower),
    }
}

fn quoted(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['"', '*']) && inner.len() <= LONGEST).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn boxes_and_tabs_are_titles_over_text() {
        for (source, want) in [
            (
                "!!! note \"Sample prize\"\n    Won in 2020.\n\nText\n",
                "\n**Sample prize**\n\n\nWon in 2020.\n\nText\n",
            ),
            ("=== \"Work\"\n\n    - one\n    - two\n", "\n**Work**\n\n\n\n- one\n- two\n"),
            ("???+ tip\n    甲\n", "\n甲\n"),
            ("!!! warning \"\"\n    甲\n", "\n甲\n"),
            ("??? abstract inline \"乙\"\n\t甲\n", "\n**乙**\n\n\n甲\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn other_marks_of_the_same_kind_are_text() {
        for source in
            ["!!! That was fun\n", "???\n", "=== 甲\n", "Title\n=====\n", "!!!note\n", "=== \"a\" and b\n"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
