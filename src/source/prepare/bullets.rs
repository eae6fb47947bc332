//! Bullets that are not Markdown: `• 负责`, and `-负责` without its blank, as in text pasted from a word processor or
//! typed in haste.

use super::lines::Line;
use super::{Edit, Repairs};
use crate::source::chars::{half_ems, is_wide};

/// Characters that begin an item wherever they begin a line.
const BULLETS: [char; 13] = ['•', '·', '◦', '▪', '▫', '‣', '⁃', '∙', '➢', '➤', '►', '●', '○'];
/// Characters that are bullets if several consecutive lines begin with one; alone, they decorate a title (`■ 職務経歴`,
/// `◆ 教育背景`).
const IN_ROWS: [char; 8] = ['■', '□', '◆', '◇', '▶', '▷', '✓', '✔'];
/// Letters that are bullets in the symbol fonts of word processors.
const PASTED: [char; 8] = ['Ø', 'ü', '§', 'l', 'n', 'u', 'v', 'q'];

/// The least width of a text column, in half ems.
const MARGIN: usize = 50;

/// Replaces a bullet by a Markdown one.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for (at, line) in lines.iter().enumerate() {
        let written = line.text(source);
        // `&nbsp;&nbsp; • text`: hard blanks only indent it.
        let text = behind_hard_blanks(written);
        let Some(first) = text.chars().next() else { continue };
        let margin = line.start(source);
        let start = margin + written.len() - text.len();
        let hard = start > margin;
        if hard && !(BULLETS.contains(&first) && text[first.len_utf8()..].starts_with([' ', '\u{A0}', '&'])) {
            continue;
        }
        if BULLETS.contains(&first) || IN_ROWS.contains(&first) {
            let row = [at.wrapping_sub(1), at + 1]
                .iter()
                .filter_map(|beside| lines.get(*beside))
                .any(|beside| behind_hard_blanks(beside.text(source)).starts_with(first));
            let body = behind_hard_blanks(text[first.len_utf8()..].trim_start());
            let item = !body.is_empty() && (row || matches!(first, '•' | '➢' | '➤' | '►' | '‣' | '⁃'));
            if item {
                found.edits.push(Edit::text(margin..start + text.len() - body.len(), "- "));
                part_from_item(source, body, lines.get(at + 1), hard, found);
            }
        } else if let Some(len) = pasted_mark(text) {
            let row = [at.wrapping_sub(1), at + 1]
                .iter()
                .filter_map(|beside| lines.get(*beside))
                .any(|beside| pasted_mark(beside.text(source)).is_some());
            // `Ø  ![](…)工作经历`: the picture after it shows that it is a heading.
            let picture = text[len..].starts_with("![");
            if row {
                found.edits.push(Edit::text(start..start + len, if picture { "" } else { "- " }));
            }
        } else if let Some(len) =
            text.strip_prefix('[').filter(|rest| rest.contains("]()")).and_then(pasted_mark)
        {
            // `[Ø  甲]()乙`: a bookmark of the word processor is around it.
            found.edits.push(Edit::text(start..start + 1 + len, "- ["));
        } else if let Some(digits) = escaped_number(text) {
            // `\1. 甲`, as some editors write it: the character to escape is the full stop.
            found.edits.push(Edit::text(start..start + 1 + digits, format!("{}\\", &text[1..=digits])));
        } else if text.starts_with("#. ") {
            // Pandoc numbers such items itself.
            found.edits.push(Edit::text(start..start + 1, "1"));
        } else if is_number(text) {
            found.edits.push(Edit::stand_in(start));
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

/// Returns a text without the blank entities that it begins with: `&nbsp;&nbsp; • text`.
fn behind_hard_blanks(text: &str) -> &str {
    const BLANKS: [&str; 4] = ["&nbsp;", "&emsp;", "&ensp;", "&#160;"];
    let mut rest = text;
    while let Some(behind) = BLANKS.iter().find_map(|blank| rest.strip_prefix(blank)) {
        rest = behind.trim_start();
    }
    rest
}

/// Separates a label or a title between two items, on an unindented line of its own: `Responsibilities:`. Its
/// author saw the next list begin there; for Markdown it continues the item above.
pub(super) fn part_labels(source: &str, lines: &[Line], found: &mut Repairs) {
    for three in lines.windows(3) {
        let [above, line, below] = three else { continue };
        let beside = !line.after_blank && !below.after_blank && line.indent == 0 && below.indent < 2;
        let (item, text) = (above.text(source), line.text(source));
        if beside && is_item(item) && !is_item(text) && is_item(below.text(source)) && is_label(item, text) {
            found.edits.push(Edit::text(line.range.start..line.range.start, "\n"));
        }
    }
}

fn is_item(text: &str) -> bool {
    text.starts_with(['-', '*', '+']) && text[1..].starts_with(' ')
}

/// Returns whether a line below an item is a label, or a title below an item that has ended.
fn is_label(item: &str, text: &str) -> bool {
    let short = text.chars().map(half_ems).sum::<usize>() <= MARGIN;
    let word =
        |word: &str| word.len() < 4 || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let titled = text.starts_with(char::is_uppercase)
        && text.split(' ').all(word)
        && text.ends_with(char::is_alphanumeric)
        && item.ends_with(['.', ';']);
    short && (text.ends_with([':', '：']) && !text.contains("](") || titled)
}

/// Separates a line without a marker of its own below such an item, unless the item breaks off at the margin; also
/// a line in italics or in bold below an item indented by hard blanks (`hard`).
fn part_from_item(source: &str, body: &str, next: Option<&Line>, hard: bool, found: &mut Repairs) {
    let Some(next) = next.filter(|next| !next.after_blank && next.indent < 2) else { return };
    let text = next.text(source);
    let marked =
        text.starts_with(|c: char| BULLETS.contains(&c) || IN_ROWS.contains(&c) || "-*+#>|=<`".contains(c));
    let whole = body.chars().map(half_ems).sum::<usize>() < MARGIN || body.ends_with(['。', '.', '；', ';']);
    let dressed = hard && text.starts_with(['*', '_']) && !text[1..].starts_with(' ');
    if whole && !marked || dressed {
        found.edits.push(Edit::text(next.range.start..next.range.start, "\n"));
    }
}

/// Returns the length of a letter that was a bullet in a word processor's symbol font, with the blanks after it:
/// `Ø  负责甲`, `l  负责甲`.
fn pasted_mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(PASTED)?;
    let body = rest.trim_start_matches([' ', '\u{A0}', '\t']);
    let blanks = rest[..rest.len() - body.len()].chars().count();
    let wide = body.starts_with(is_wide) || body.starts_with("![");
    let sure = wide || text.starts_with('Ø') && !body.is_empty();
    (sure && (blanks >= 2 || rest.starts_with('\t'))).then_some(text.len() - body.len())
}

/// Returns the number of digits of a number after a backslash: `\1. 甲`.
fn escaped_number(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('\\')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=2).contains(&digits) && rest[digits..].starts_with(['.', ')'])).then_some(digits)
}

/// Returns whether a line is a telephone number, not an item: `+ 86 138-0000-0000`, `+ 1 (555) 010-0123`.
fn is_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("+ ") else { return false };
    let number = |c: &char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '-');
    let country = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&country)
        && rest[country..].starts_with([' ', '(', '-'])
        && rest.chars().take_while(number).filter(char::is_ascii_digit).count() >= 8
}

/// Returns whether a line is a dash directly followed by wide or bold text: `-负责`, `-**职责**`.
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
            ("Ø  甲\n\nØ  乙", "- 甲\n\n- 乙"),
            ("[Ø  甲]()乙\n\nØ  丙\nØ  丁", "- [甲]()乙\n\n- 丙\n- 丁"),
            ("l   甲\nl\t乙", "- 甲\n- 乙"),
            ("Ø  ![](a.png)甲\nØ  SQL", "![](a.png)甲\n- SQL"),
            ("#. 甲\n#. 乙", "1. 甲\n1. 乙"),
            ("\\1. 甲", "1\\. 甲"),
            ("甲\n\\12) 乙", "甲\n12\\) 乙"),
        ] {
            assert_eq!(shown(source), want.replace("  · B", "  - B"), "{source}");
        }
    }

    #[test]
    fn a_telephone_number_is_no_item() {
        assert_eq!(shown("+ 1 (555) 010-0123 a"), "¦+ 1 (555) 010-0123 a");
        assert_eq!(shown("+ 86 138-0000-0000"), "¦+ 86 138-0000-0000");
    }

    #[test]
    fn marks_of_titles_and_lines_are_none() {
        for source in [
            "+ 5 years",
            "Ø 5 mm\nØ 7 mm",
            "l  甲",
            "n  times\nn  more",
            "■ 職務経歴\n\n甲",
            "●",
            "· 甲",
            "--张三",
            "-5 度",
            "-x",
            "---",
            "甲 • 乙",
            "\\- 甲",
            "\\2020. 甲",
            "```\n• a\n```",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
