//! Several dates of one entry, one after the other: `Summer 2005, 2006`, `2017.03 - 2018.11, 2020.10 - 至今`.

use super::{Dated, is_remark, is_wide_blank};
use crate::model::date::{self, Found};

/// Adds the dates that lead to a single one at the end of a line, separated by commas: `Summer 2005, 2006`.
pub(super) fn with_earlier(text: &str, mut dated: Dated) -> Dated {
    let last = text[dated.outer.end..].trim_matches([' ', '.', '。']).is_empty();
    let bare = dated.outer == (dated.found.range.start..dated.found.end_with_duration());
    if !bare {
        return dated;
    }
    if let Some(start) = months_before(text, dated.found.range.start) {
        dated.outer.start = start;
        dated.found.range.start = start;
        return dated;
    }
    if dated.found.is_range() || !last {
        return dated;
    }
    for before in date::find_all(&text[..dated.outer.start]).into_iter().rev().take(3) {
        let between = &text[before.end_with_duration()..dated.outer.start];
        if before.is_range() || !matches!(between.trim(), "," | "，" | "、" | "&" | "and") {
            break;
        }
        dated.outer.start = before.range.start;
        dated.found.range.start = before.range.start;
        dated.found.start = before.start;
    }
    dated
}

/// `February & May – June 2024`: months before the first one of a date, joined to it.
fn months_before(text: &str, start: usize) -> Option<usize> {
    let before = text[..start].trim_end();
    let words = ["&", ",", "and", "und", "et", "y", "e"];
    let joint = words.iter().find_map(|word| before.strip_suffix(word))?.trim_end();
    let from = joint
        .rfind([' ', '(', '|', '·'])
        .map_or(0, |at| at + joint[at..].chars().next().map_or(0, char::len_utf8));
    let month = joint[from..].trim_end_matches('.');
    let named = month.starts_with(char::is_alphabetic)
        && date::parse(&format!("{month} 2020")).is_some_and(|found| found.has_month());
    named.then_some(from)
}

/// Adds the years that follow a single one at the beginning of a line: `2014 & 2015 Sample Co.`
pub(super) fn with_later(text: &str, mut dated: Dated) -> Dated {
    while let Some(next) = date::find_all(&text[dated.outer.end..]).into_iter().next() {
        let from = dated.outer.end;
        let between = text[from..from + next.range.start].trim();
        if dated.found.is_range() || next.is_range() || !matches!(between, "," | "&" | "and" | "、" | "和")
        {
            break;
        }
        dated.outer.end = from + next.range.end;
        dated.found.range.end = dated.outer.end;
    }
    dated
}

/// `2014, 2018`: single dates between commas, and nothing else.
pub(super) fn only_points(text: &str, all: &[Dated]) -> Option<Dated> {
    let first = all.first().filter(|first| all.len() > 1 && text[..first.outer.start].trim().is_empty())?;
    let whole = with_later(text, first.clone());
    text[whole.outer.end..].trim().is_empty().then_some(Dated { firm: true, ..whole })
}

/// Adds the ranges that follow a first one up to the end of the line: `2017.03 - 2018.11, 2020.10 - 至今`.
pub(super) fn with_more(text: &str, first: Dated, rest: Vec<Dated>) -> Dated {
    let bare = |dated: &Dated| dated.outer == (dated.found.range.start..dated.found.end_with_duration());
    let parting =
        |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '/' | '&' | '及' | '和');
    let joined = |between: &str| between.chars().all(parting) || between.trim() == "and";
    let mut all = first.clone();
    // More than three are a list of occasions.
    if rest.len() > 2 {
        return first;
    }
    for next in rest {
        let between = text.get(all.outer.end..next.outer.start).unwrap_or("x");
        let between = behind_remark(between);
        if !first.found.is_range()
            || !next.found.is_range()
            || !bare(&all)
            || !bare(&next)
            || between.trim().is_empty() && !is_wide_blank(between)
            || !joined(between)
        {
            return first;
        }
        all.outer.end = next.outer.end;
        add(&mut all.found, &next.found);
    }
    let behind = text[all.outer.end..].trim_start();
    if behind.is_empty() || behind.starts_with(['|', '｜', '•', '·']) { all } else { first }
}

/// Extends a range to the span of time that it and a following one cover.
fn add(all: &mut Found, next: &Found) {
    all.duration = Some(all.range.end..next.end_with_duration());
    (all.end, all.open) = (next.end, next.open);
    all.start = match (next.start, all.start) {
        (Some(next), Some(first)) if next.is_before(first) => Some(next),
        (_, first) => first,
    };
}

/// `[08/2022] - [10/2022]`: the two ends of one range, each in brackets of its own.
pub(super) fn in_two_brackets(text: &str, all: &[Dated]) -> Option<Dated> {
    let [first, last] = all else { return None };
    let single = |dated: &Dated| {
        let found = &dated.found;
        let alone = dated.outer.start < found.range.start && found.range.end < dated.outer.end;
        alone && !found.is_range() && found.duration.is_none()
    };
    let between = text.get(first.outer.end..last.outer.start)?.trim();
    let joined = matches!(between, "-" | "–" | "—" | "--" | "~" | "～" | "to" | "bis" | "至" | "по" | "do");
    let (start, end) = (first.found.start?, last.found.start?);
    (single(first) && single(last) && joined && start.is_before(end)).then(|| Dated {
        found: Found {
            range: first.found.range.start..last.found.range.end,
            end: Some(end),
            expected: last.found.expected,
            mark: Some(first.found.range.end..last.found.range.start),
            ..first.found.clone()
        },
        outer: first.outer.start..last.outer.end,
        firm: true,
    })
}

/// Several ranges that are all that stands in a pair of brackets: `（2005/12 - 2006/08  2007/10 - 2010/04）`.
pub(super) fn in_one_bracket(text: &str, found: &[Found]) -> Option<Dated> {
    let (first, last) = (found.first()?, found.last()?);
    let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '/' | '&');
    let joined = |pair: &[Found]| {
        let between = &text[pair[0].end_with_duration()..pair[1].range.start];
        !between.is_empty() && between.chars().all(parting)
    };
    if !(2..=3).contains(&found.len()) || !found.iter().all(Found::is_range) || !found.windows(2).all(joined)
    {
        return None;
    }
    let (before, after) =
        (text[..first.range.start].trim_end(), text[last.end_with_duration()..].trim_start());
    let open = before.chars().next_back().filter(|c| matches!(c, '(' | '（' | '[' | '【'))?;
    let close = after.chars().next().filter(|c| matches!(c, ')' | '）' | ']' | '】'))?;
    let mut all = first.clone();
    found[1..].iter().for_each(|next| add(&mut all, next));
    let outer = before.len() - open.len_utf8()..text.len() - after.len() + close.len_utf8();
    Some(Dated { found: all, outer, firm: true })
}

/// `, ` of ` (intern), ` between two ranges.
fn behind_remark(between: &str) -> &str {
    let Some(inner) = between.trim_start().strip_prefix(['(', '（']) else { return between };
    match inner.split_once([')', '）']) {
        Some((remark, rest)) if is_remark(remark) => rest,
        _ => between,
    }
}
