//! The text without the parts that are left out.

use std::collections::BTreeSet;
use std::ops::Range;

use super::select::{Edit, EditKind};
use crate::diag::Pieces;

/// Applies changes to a text, and returns where its parts were before.
pub(super) fn applied(text: &str, mut edits: Vec<Edit>) -> (String, Pieces) {
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let (mut out, mut pieces, mut at) = (String::with_capacity(text.len()), Pieces::default(), 0);
    for edit in edits {
        // A change inside a removed part is dropped with it.
        if edit.range.start < at || edit.range.end > text.len() {
            continue;
        }
        let (range, quoted) = match edit.kind {
            EditKind::Inline => (edit.range.clone(), false),
            EditKind::Lines | EditKind::Between => whole_lines(text, &edit.range),
        };
        let start = range.start.max(at);
        let end = range.end.max(start);
        let kept = text.get(at..start).unwrap_or_default();
        out.push_str(kept);
        pieces.push(kept.len(), at..start);
        if edit.kind == EditKind::Between && joins(&out, text.get(end..).unwrap_or_default()) {
            let blank = if quoted { ">\n" } else { "\n" };
            out.push_str(blank);
            pieces.push(blank.len(), start..start);
        }
        out.push_str(&edit.with);
        pieces.push(edit.with.len(), start..end);
        at = end;
    }
    let kept = text.get(at..).unwrap_or_default();
    out.push_str(kept);
    pieces.push(kept.len(), at..text.len());
    (out, pieces)
}

/// Extends a range to its whole lines, if nothing else is on them except the markers of quotations, and returns
/// whether there are any.
fn whole_lines(text: &str, range: &Range<usize>) -> (Range<usize>, bool) {
    let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[start..range.start];
    let end = text[range.end..].find('\n').map_or(text.len(), |end| range.end + end);
    if !text[range.end..end].trim().is_empty() {
        return (range.clone(), false);
    }
    if before.chars().all(|c| matches!(c, ' ' | '\t' | '>')) {
        return (start..(end + 1).min(text.len()), before.contains('>'));
    }
    (range.start..end, false)
}

/// Returns whether text would run together where a part was removed.
fn joins(before: &str, behind: &str) -> bool {
    let blank = |line: Option<&str>| line.is_none_or(|line| line.trim_matches([' ', '\t', '>']).is_empty());
    let ended = before.ends_with('\n');
    ended && !blank(before.lines().next_back()) && !blank(behind.lines().next())
}

/// Removes a word about views; where blocks could merge, an empty comment stays.
pub(super) fn removal(text: &str, range: Range<usize>) -> Edit {
    let line = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |end| range.end + end);
    let alone = text[line..range.start].trim_matches([' ', '\t', '>']).is_empty()
        && text[range.end..end].trim().is_empty();
    if !alone {
        let blanks = text[..range.start].trim_end_matches([' ', '\t']).len();
        let start = if text[range.end..end].trim().is_empty() { blanks.max(line) } else { range.start };
        return Edit { range: start..range.end, with: String::new(), kind: EditKind::Inline };
    }
    let blank = |line: Option<&str>| line.is_none_or(|line| line.trim().is_empty());
    let above = text[..line].lines().next_back();
    let below = text.get(end + 1..).and_then(|text| text.lines().next());
    let next = text.get(end..).unwrap_or_default().trim_start();
    let list = next.starts_with(['-', '*', '+', ' ', '\t']) || next.starts_with(|c: char| c.is_ascii_digit());
    match blank(above) && blank(below) && !list {
        true => Edit { range, with: String::new(), kind: EditKind::Lines },
        false => Edit { range, with: "<!-- -->".to_owned(), kind: EditKind::Inline },
    }
}

/// Returns the changes, together with those needed for the definitions of links: one that is no longer used is
/// removed, one that is still used stays.
pub(super) fn with_targets(text: &str, edits: Vec<Edit>) -> Vec<Edit> {
    let targets = targets(text);
    if targets.is_empty() {
        return edits;
    }
    let kept = applied(text, edits.clone()).0;
    let is_used = |text: &str, label: &str| {
        let lower = text.to_lowercase();
        lower.match_indices(label).any(|(at, _)| !lower[at + label.len()..].starts_with(':'))
    };
    let (mut stay, mut out): (Vec<Range<usize>>, Vec<Edit>) = (Vec::new(), Vec::new());
    for (label, range) in targets {
        let label = label.to_lowercase();
        if is_used(&kept, &label) {
            stay.push(range);
        } else if is_used(text, &label) {
            out.push(Edit { range, with: String::new(), kind: EditKind::Lines });
        }
    }
    for edit in edits {
        let mut at = edit.range.start;
        for range in
            stay.iter().filter(|range| edit.range.start <= range.start && range.end <= edit.range.end)
        {
            out.push(Edit { range: at..range.start.max(at), ..edit.clone() });
            at = range.end.max(at);
        }
        out.push(Edit { range: at..edit.range.end, ..edit });
    }
    out
}

/// Returns the lines that define the targets of links, each with its label in brackets.
fn targets(text: &str) -> Vec<(String, Range<usize>)> {
    let (mut found, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim();
        let label = bare.strip_prefix('[').and_then(|rest| rest.split_once("]:")).map(|(label, _)| label);
        if let Some(label) = label.filter(|label| !label.starts_with('^') && !label.contains(['[', ']'])) {
            found.push((format!("[{label}]"), start..start + line.trim_end().len()));
        }
    }
    found
}

/// Returns the labels of footnotes that were referred to, and no longer are.
pub(super) fn loose_notes(text: &str, kept: &str) -> BTreeSet<String> {
    let marks = |text: &str| -> BTreeSet<String> {
        let parts = text.split("[^").skip(1).filter_map(|rest| rest.split_once(']'));
        parts.filter(|(_, rest)| !rest.starts_with(':')).map(|(label, _)| label.to_owned()).collect()
    };
    marks(text).difference(&marks(kept)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, part: &str, kind: EditKind) -> String {
        let at = text.find(part).unwrap();
        applied(text, vec![Edit { range: at..at + part.len(), with: String::new(), kind }]).0
    }

    #[test]
    fn whole_lines_go_and_blocks_stay_apart() {
        assert_eq!(cut("- a\n- b\n- c\n", "- b", EditKind::Lines), "- a\n- c\n");
        assert_eq!(cut("a\n***\nb\n", "***", EditKind::Between), "a\n\nb\n");
        assert_eq!(cut("> a\n> - x\n> b\n", "- x", EditKind::Between), "> a\n>\n> b\n");
        assert_eq!(cut("a\n\n- x\n\nb\n", "- x", EditKind::Between), "a\n\n\nb\n");
        assert_eq!(cut("- x\n  - y\n", "x", EditKind::Lines), "- \n  - y\n");
        assert_eq!(cut("<p>x</p>\n", "x", EditKind::Lines), "<p></p>\n");
        assert_eq!(cut("a", "a", EditKind::Lines), "");
    }

    #[test]
    fn targets_go_with_the_last_link_to_them() {
        let text =
            "[a][one] [b][two]\n\nx [c][three]\n\n[one]: https://a.example\n[two]: https://b.example\n";
        let edit = |range| Edit { range, with: String::new(), kind: EditKind::Inline };
        let kept = |edits| applied(text, with_targets(text, edits)).0;
        assert!(!kept(vec![edit(0..8)]).contains("a.example"));
        assert!(kept(vec![edit(0..8)]).contains("b.example"));
        let all_behind = kept(vec![edit(17..text.len())]);
        assert!(all_behind.contains("a.example") && all_behind.contains("b.example"), "{all_behind}");
    }
}
