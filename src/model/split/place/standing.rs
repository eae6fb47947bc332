//! `(in progress)`, `| Ongoing`: words in the place where the sisters of an entry have their dates.

use super::{Dated, PAIRS};
use crate::model::date;
use crate::model::split::is_wide_blank;
use crate::source::chars::is_bar;

/// Returns the position of such words in a line: all of it, in brackets that only a mark follows, or a cell of
/// their own at its end.
pub(super) fn ongoing(text: &str) -> Option<Dated> {
    in_brackets(text).or_else(|| last_cell(text))
}

fn in_brackets(text: &str) -> Option<Dated> {
    text.char_indices().find_map(|(at, open)| {
        let close = PAIRS.iter().find(|(left, _)| *left == open)?.1;
        let end = at + text[at..].find(close)? + close.len_utf8();
        let behind = text[end..].trim_start();
        let led = behind.chars().next().is_none_or(|c| is_bar(c) || ",，;；.。·•–—-".contains(c));
        found(text, at..end).filter(|_| led)
    })
}

/// Returns the text after the last bar, dash, comma or wide gap.
fn last_cell(text: &str) -> Option<Dated> {
    let whole = text.trim_end();
    let mark = |(at, c): (usize, char)| {
        let (end, next) = (at + c.len_utf8(), whole[at + c.len_utf8()..].chars().next());
        let apart = next.is_some_and(char::is_whitespace);
        let gap = c.is_whitespace() && is_wide_blank(&whole[whole[..end].trim_end().len()..end]);
        let parts = is_bar(c) || "，；".contains(c) || apart && ",;·•–—-".contains(c) || gap;
        // `20XX.03 - 至今` is half a range.
        let half = "–—-".contains(c)
            && whole[..at].trim_end().ends_with(|c: char| c.is_ascii_digit() || "年月".contains(c));
        (parts && !half).then_some(end)
    };
    let start = whole.char_indices().rev().take(24).find_map(mark).unwrap_or(0);
    let start = start + (whole[start..].len() - whole[start..].trim_start().len());
    found(text, start..whole.len())
}

fn found(text: &str, outer: std::ops::Range<usize>) -> Option<Dated> {
    let mut found = date::ongoing(&text[outer.clone()])?;
    found.range = found.range.start + outer.start..found.range.end + outer.start;
    Some(Dated { found, outer, firm: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stand_in_brackets_or_in_a_cell_of_their_own() {
        for (line, beside) in [
            ("PhD in Samples (in progress)", "PhD in Samples "),
            ("Baker (Present), Sample Ovens", "Baker , Sample Ovens"),
            ("roll-cli | Author | Ongoing", "roll-cli | Author | "),
            ("Mentor — ongoing", "Mentor — "),
            ("Baker\tPresent", "Baker\t"),
            ("某系统（进行中）", "某系统"),
            ("In-progress", ""),
        ] {
            let dated = ongoing(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!([&line[..dated.outer.start], &line[dated.outer.end..]].concat(), beside);
            assert!(dated.firm && dated.found.is_range());
        }
        for line in [
            "The present baker",
            "Baked (currently rolls)",
            "Works in progress",
            "Clerk of Current Bread",
            "Baker | 20XX.03 - Present",
        ] {
            assert_eq!(ongoing(line), None, "{line}");
        }
    }
}
