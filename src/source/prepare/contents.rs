//! Tables of contents, typed or made by an editor: links into the text itself, which are no use on paper.

use super::leftovers::is_contents_mark;
use super::lines::Line;
use super::{Note, NoteKind, Repairs};

/// Titles of such a table.
const TITLES: [&str; 19] = [
    "目录",
    "目錄",
    "目次",
    "table of contents",
    "table of content",
    "contents",
    "toc",
    "inhaltsverzeichnis",
    "inhalt",
    "table des matières",
    "sommaire",
    "índice",
    "indice",
    "sommario",
    "sumário",
    "spis treści",
    "содержание",
    "оглавление",
    "목차",
];

/// Removes them, each with its title, and notes it.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    titles_of_marks(source, lines, found);
    if !source.contains("](#") {
        return;
    }
    let (mut from, mut told) = (0, false);
    while from < lines.len() {
        let more = lines[from + 1..].iter().take_while(|line| !line.after_blank).count();
        let block = &lines[from..from + 1 + more];
        let texts = || block.iter().map(|line| line.text(source));
        let links: usize = texts().filter_map(anchors).map(|(links, _)| links).sum();
        let whole = texts().all(|text| anchors(text).is_some() || is_rule(text) || is_title(text));
        let back = texts().filter_map(anchors).all(|(_, letters)| !letters);
        if whole && (links > 1 || (links == 1 && back)) {
            let above = from.checked_sub(1).map(|at| &lines[at]).filter(|line| is_title(line.text(source)));
            let all = above.into_iter().chain(block);
            let start = above.map_or(block[0].range.start, |line| line.range.start);
            for line in all {
                found.edits.push(super::Edit::text(line.range.clone(), ""));
            }
            // Links back to the top come after every part: one note is enough.
            let range = start..block[block.len() - 1].range.end;
            if links > 1 || !told {
                found.notes.push(Note { range, kind: NoteKind::Contents });
            }
            told |= links == 1;
        }
        from += 1 + more;
    }
}

/// Removes the title above a marker for such a table: it has nothing under it.
fn titles_of_marks(source: &str, lines: &[Line], found: &mut Repairs) {
    let of_mark = |pair: &&[Line]| is_contents_mark(pair[1].text(source)) && is_title(pair[0].text(source));
    for pair in lines.windows(2).filter(of_mark) {
        found.leave_out(pair[0].range.clone(), NoteKind::Leftover);
    }
}

/// Reads a line of nothing but links into the text: their number, and whether their words have letters (`[▲](#top)`
/// has none).
fn anchors(text: &str) -> Option<(usize, bool)> {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut rest = if number.starts_with('.') && number.len() < text.len() { &number[1..] } else { text };
    let (mut links, mut letters) = (0, false);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "-*+|·•/>—–｜".contains(c));
        if rest.is_empty() {
            return (links > 0).then_some((links, letters));
        }
        let (words, behind) = rest.strip_prefix('[')?.split_once("](#")?;
        if words.contains(['[', ']']) {
            return None;
        }
        letters |= words.contains(char::is_alphabetic);
        rest = behind.split_once(')')?.1;
        links += 1;
    }
}

fn is_rule(text: &str) -> bool {
    text.starts_with('|') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Returns whether a line is such a title: `## 目录`, `📋 目录（点击跳转）`, `| Contents |`.
fn is_title(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let words = words.split(['（', '(', ':', '：']).next().unwrap_or_default().trim();
    TITLES.contains(&words) && text.chars().count() < 40
}

#[cfg(test)]
mod tests {
    use super::super::Prepared;
    use super::super::tests::shown;

    #[test]
    fn tables_of_contents_are_left_out() {
        for (source, want) in [
            (
                "# 甲\n\n## 目录\n\n- [教育](#教育)\n  - [硕士](#硕士)\n\n## 教育\n",
                "# 甲\n\n\n\n\n\n\n## 教育\n",
            ),
            ("## Table of Content\n- [A](#a)\n  - [B's](#bs)\n", "\n\n\n"),
            ("📋 目录（点击跳转）\n\n1. [A](#a)\n2. [B](#b)\n", "\n\n\n\n"),
            ("[A](#a) | [B](#b) · [C](#c)\n", "\n"),
            ("| Contents |\n|--|\n| [A](#a) |\n| [B](#b) |\n", "\n\n\n\n"),
            ("text\n\n[▲](#top)\n", "text\n\n\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
            assert!(!Prepared::new(source).notes.is_empty());
        }
    }

    #[test]
    fn a_link_in_a_text_is_none() {
        for source in [
            "- 技术博客：[案例](#案例)\n- [乙](#乙)\n",
            "see [the next part](#b)\n",
            "[A](#a)\n",
            "- [A](https://example.com)\n- [B](#b)\n",
            "## 目录\n\n甲\n",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
