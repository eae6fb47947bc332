//! Bullets that are no Markdown: `• 负责`, and `-负责` without its blank, as text pasted from a
//! word processor or typed in haste has them.

use super::lines::Line;
use super::{Edit, Repairs};
use crate::source::chars::is_wide;

/// Marks that begin an item wherever they begin a line.
const BULLETS: [char; 13] = ['•', '·', '◦', '▪', '▫', '‣', '⁃', '∙', '➢', '➤', '►', '●', '○'];
/// Marks that are bullets when several lines below each other begin with one; alone, they decorate a
/// title (`■ 職務経歴`, `◆ 教育背景`).
const IN_ROWS: [char; 8] = ['■', '□', '◆', '◇', '▶', '▷', '✓', '✔'];

/// Puts a Markdown bullet in the place of another one.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for (at, line) in lines.iter().enumerate() {
        let text = line.text(source);
        let Some(first) = text.chars().next() else { continue };
        let start = line.start(source);
        if BULLETS.contains(&first) || IN_ROWS.contains(&first) {
            let row = [at.wrapping_sub(1), at + 1]
                .iter()
                .filter_map(|beside| lines.get(*beside))
                .any(|beside| beside.text(source).starts_with(first));
            let body = text[first.len_utf8()..].trim_start();
            let item = !body.is_empty() && (row || matches!(first, '•' | '➢' | '➤' | '►' | '‣' | '⁃'));
            if item {
                found.edits.push(Edit::text(start..start + text.len() - body.len(), "- "));
            }
        } else if text.starts_with("#. ") {
            // Pandoc numbers such items itself.
            found.edits.push(Edit::text(start..start + 1, "1"));
        } else if first == '-' && is_tight_item(text) {
            let beside = [at.wrapping_sub(1), at + 1]
                .iter()
                .filter_map(|beside| lines.get(*beside))
                .any(|beside| is_tight_item(beside.text(source)) || beside.text(source).starts_with("- "));
            if beside || line.after_blank {
                found.edits.push(Edit::text(start + 1..start + 1, " "));
            }
        }
    }
}

/// `-负责`, `-**职责**`: a dash, and right behind it wide or bold text.
fn is_tight_item(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| rest.starts_with(is_wide) || rest.starts_with("**"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn other_bullets_are_bullets() {
        for (source, want) in [
            ("• 负责甲\n• 负责乙", "- 负责甲\n- 负责乙"),
            ("职责\n●负责甲\n●负责乙", "职责\n- 负责甲\n- 负责乙"),
            ("· Sold things\n  · Bought things", "- Sold things\n  · Bought things"),
            ("➢ Led a team", "- Led a team"),
            ("-负责甲\n-负责乙", "- 负责甲\n- 负责乙"),
            ("甲\n\n-负责乙", "甲\n\n- 负责乙"),
            ("■ 甲\n■ 乙", "- 甲\n- 乙"),
            ("#. 甲\n#. 乙", "1. 甲\n1. 乙"),
        ] {
            assert_eq!(shown(source), want.replace("  · B", "  - B"), "{source}");
        }
    }

    #[test]
    fn marks_of_titles_and_lines_are_none() {
        for source in
            ["■ 職務経歴\n\n甲", "●", "· 甲", "--张三", "-5 度", "-x", "---", "甲 • 乙", "```\n• a\n```"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
