//! Headings without the blank that CommonMark requires after their `#`: `##工作经历`, `###Education`.

use super::lines::Line;
use super::{Edit, Note, NoteKind, Repairs};
use crate::source::chars::is_wide;

/// The most characters of such a heading.
const LONGEST: usize = 160;

/// pandoc's title block, `% Alex Sample` at the very top: a title, then authors and a date as lines.
fn title_block(source: &str, lines: &[Line], found: &mut Repairs) {
    let is_top = |line: &Line| source[..line.range.start].trim().is_empty();
    if !lines.first().is_some_and(is_top) {
        return;
    }
    let marked =
        |line: &&Line| line.text(source).strip_prefix("% ").is_some_and(|text| !text.trim().is_empty());
    for (at, line) in lines.iter().take(3).take_while(marked).enumerate() {
        let start = line.start(source);
        // Authors and the date are lines of their own.
        let mark = if at == 0 { "# " } else { "\n" };
        found.edits.push(Edit::text(start..start + 2, mark));
    }
}

/// Inserts the blanks, also before closing `##`.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    title_block(source, lines, found);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.indent < 4) {
        let (mut start, mut text) = (line.start(source), line.text(source));
        // `+ ###[甲](…)`: in an item two signs and more are needed.
        if let Some(inner) = text.strip_prefix(['-', '*', '+']).and_then(|rest| rest.strip_prefix(' '))
            && inner.trim_start().starts_with("##")
        {
            (start, text) = (start + text.len() - inner.trim_start().len(), inner.trim_start());
        }
        // `## 张三` over `======`: it is underlined as well.
        let headed = at > 0 && !line.after_blank && lines[at - 1].text(source).starts_with('#');
        if headed && text.len() >= 3 && text.bytes().all(|b| b == b'=') {
            found.edits.push(Edit::text(line.range.clone(), ""));
            continue;
        }
        let level = text.bytes().take_while(|b| *b == b'#').count();
        if level > 6 {
            rule_of_signs(line, text, level, found);
            continue;
        }
        let title = &text[level..];
        if level == 0 || !is_title(title, level, line.after_blank) {
            continue;
        }
        found.edits.push(Edit::text(start + level..start + level, " "));
        found.notes.push(Note { range: start..line.range.end, kind: NoteKind::TightHeading });
        let closing = title.bytes().rev().take_while(|b| *b == b'#').count();
        let body = title.len() - closing;
        if closing == level && !title[..body].ends_with(' ') {
            let at = start + level + body;
            found.edits.push(Edit::text(at..at, " "));
        }
    }
}

/// Removes `##########`, which separates nothing that a title would not separate as well.
fn rule_of_signs(line: &Line, text: &str, level: usize, found: &mut Repairs) {
    if level == text.len() {
        found.leave_out(line.range.clone(), NoteKind::Leftover);
    }
}

/// Returns whether the text directly after the `#` is a title. A single one before Latin letters may be a tag
/// (`#rust`) or a number (`#1`): there it needs a paragraph of its own and a capital.
fn is_title(title: &str, level: usize, after_blank: bool) -> bool {
    let Some(first) = title.chars().next() else { return false };
    if first.is_whitespace() || title.chars().count() > LONGEST {
        return false;
    }
    let tag = title.contains(" #") || title.contains("，#") || title.contains("、#");
    match level {
        1 if is_wide(first) => !tag,
        1 => after_blank && first.is_uppercase() && !tag && !title.ends_with(['.', '。', ';']),
        // `#!`, `##`-comments of code and `#{…}` do not count.
        _ => {
            first.is_alphanumeric()
                || is_wide(first)
                || matches!(first, '*' | '[' | '<' | '`' | '"')
                || !first.is_ascii()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Prepared;
    use super::super::tests::shown;
    use super::*;

    #[test]
    fn a_title_needs_no_blank() {
        for (source, want) in [
            ("#张三\n", "# 张三\n"),
            ("甲\n##工作经历\n乙", "甲\n## 工作经历\n乙"),
            ("###Example Corp (2020)", "### Example Corp (2020)"),
            ("##**技能**", "## **技能**"),
            ("##💼 工作", "## 💼 工作"),
            ("##2. 教育", "## 2. 教育"),
            ("##项目##", "## 项目 ##"),
            ("  ##[主页](x)", "  ## [主页](x)"),
            ("#Alex Sample", "# Alex Sample"),
            ("+ ###[画廊](x)\n* ##甲", "+ ### [画廊](x)\n* ## 甲"),
            ("- #甲", "- #甲"),
            ("##########\n", "\n"),
            ("% 张三\n\n甲 % 乙\n% 丙\n", "# 张三\n\n甲 % 乙\n% 丙\n"),
            ("% Résumé\n% Alex Sample\n\nText.\n", "# Résumé\n\nAlex Sample\n\nText.\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn tags_numbers_and_code_are_no_titles() {
        for source in [
            "#rust #typst",
            "was\n#1 in sales",
            "#1 in sales",
            "#后端 #前端",
            "```\n##no\n```",
            "    ##code",
            "# 好",
            "#",
            "####### seven",
            "甲##乙",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }

    #[test]
    fn each_is_noted() {
        let prepared = Prepared::new("# 甲\n##乙\n");
        assert_eq!(prepared.notes, [Note { range: 6..11, kind: NoteKind::TightHeading }]);
    }
}
