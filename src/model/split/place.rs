//! The position of an entry's date in its line, and its attachments: brackets, a remark, another range.

mod said;
mod several;
mod standing;

use std::ops::Range;

use super::is_wide_blank;
use crate::model::date::{self, Found};
use crate::model::kinds::EntryKey;
use crate::model::rich::{Marks, Piece, Rich};
use crate::model::words;
use crate::source::chars::{half_ems, is_han};
use said::{word_before, word_behind};
use several::{in_one_bracket, in_two_brackets, with_earlier, with_later, with_more};

/// The date of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::model) struct Dated {
    /// The date itself.
    pub found: Found,
    /// Its bytes with the brackets around it.
    pub outer: Range<usize>,
    /// Whether it is a range, is in brackets, or is a part of its own: no date in passing.
    pub firm: bool,
}

/// The longest remark next to a date, in half ems.
const REMARK: usize = 30;
const PAIRS: [(char, char); 7] =
    [('(', ')'), ('（', '）'), ('[', ']'), ('［', '］'), ('【', '】'), ('「', '」'), ('〔', '〕')];

/// Returns the date of a line: the first range, else the first date, in a position where an entry has
/// its date: in brackets, as a part of its own, or at one end.
pub(in crate::model) fn dated(text: &str) -> Option<Dated> {
    let found = date::find_all(text);
    if let Some(dated) = in_one_bracket(text, &found) {
        return Some(dated);
    }
    let mut all: Vec<Dated> = found.into_iter().filter_map(|found| place(text, found)).collect();
    let range = all.iter().position(|dated| dated.found.is_range());
    if all.is_empty() {
        return standing::ongoing(text);
    }
    if let Some(dated) = in_two_brackets(text, &all) {
        return Some(dated);
    }
    if let Some(dated) = several::only_points(text, &all) {
        return Some(dated);
    }
    let at = range.unwrap_or(0);
    let rest = all.split_off(at + 1);
    all.pop().map(|first| with_earlier(text, with_more(text, first, rest)))
}

/// Returns the date of a line, also if only its look separates it from the text next to it: `` `2014- ` 甲 ``,
/// `**Role** 1999`.
pub(in crate::model) fn dated_line(line: &Rich) -> Option<Dated> {
    let text = line.text();
    let plain = dated(&text);
    if plain.as_ref().is_some_and(|dated| dated.firm) {
        return plain;
    }
    marked(line, &text).or(plain)
}

/// Returns the date that a line begins or ends with, whatever is next to it.
pub(in crate::model) fn at_an_end(line: &Rich) -> Option<Dated> {
    if let Some(dated) = dated_line(line) {
        let text = line.text();
        let end = dated.outer.start == 0 || text[dated.outer.end..].trim().is_empty();
        return end.then_some(dated);
    }
    let text = line.text();
    let found = date::find_all(&text);
    if let Some(dated) = found.last().and_then(|found| in_last_brackets(&text, found)) {
        return Some(dated);
    }
    let plain = |found: &Found| found.range.start..found.end_with_duration();
    let last = found.last().filter(|found| text[plain(found).end..].trim().is_empty());
    let end = last.or(found.first().filter(|found| text[..found.range.start].trim().is_empty()))?;
    (plain(end).len() < text.trim().len()).then(|| {
        let dated = Dated { found: end.clone(), outer: plain(end), firm: false };
        if dated.outer.start == 0 { with_later(&text, dated) } else { dated }
    })
}

/// Returns whether a line holds a date at all.
pub(in crate::model) fn has_date(line: &Rich) -> bool {
    let text = line.text();
    !date::find_all(&text).is_empty() || standing::ongoing(&text).is_some()
}

/// Returns the first or the last run of a line, if it is a date and looks different from the text next to it.
fn marked(line: &Rich, text: &str) -> Option<Dated> {
    let mut places = Vec::new();
    let mut at = 0;
    for piece in &line.0 {
        let len = match piece {
            Piece::Run(run) => {
                if !run.text.trim().is_empty() {
                    places.push((at..at + run.text.len(), run.marks));
                }
                run.text.len()
            }
            Piece::Break => 1,
        };
        at += len;
    }
    // `*2007 – 2008*.`
    let stop = places.last().filter(|(range, _)| matches!(text[range.clone()].trim(), "." | "。")).cloned();
    if stop.is_some() {
        places.pop();
    }
    if let ([(range, marks)], Some(stop)) = (places.as_slice(), &stop) {
        let mut found =
            date::parse(&text[range.clone()]).filter(|found| found.is_range() && *marks != stop.1)?;
        shift(&mut found, range.start);
        return Some(Dated { outer: found.range.start..stop.0.end, found, firm: true });
    }
    if let Some(inside) = marked_inside(&places, text) {
        return Some(inside);
    }
    let ends =
        [(places.first()?, places.get(1)?), (places.last()?, places.get(places.len().checked_sub(2)?)?)];
    ends.into_iter().find_map(|((range, marks), (_, beside))| {
        let differs = marks.code != beside.code
            || marks.strong != beside.strong
            || (marks.emphasis && !beside.emphasis);
        let own = &text[range.clone()];
        let mut found = date::parse(own).or_else(|| date::ongoing(own)).filter(|_| differs)?;
        shift(&mut found, range.start);
        // Prose contains years, too: one alone has to be marked itself, or its neighbour has to be bold.
        let firm = found.is_range();
        let lead = own.len() - own.trim_start().len();
        let last = places.last().is_some_and(|(last, _)| last == range);
        let end =
            stop.as_ref().filter(|_| last).map_or(range.start + own.trim_end().len(), |stop| stop.0.end);
        Some(Dated { found, outer: range.start + lead..end, firm })
    })
}

/// `**BSc** *2007 – 2011* with honours`: the range is set apart from the text on both sides.
fn marked_inside(places: &[(Range<usize>, Marks)], text: &str) -> Option<Dated> {
    let [(_, before), (range, marks), (_, behind)] = places else { return None };
    let apart = (marks.emphasis || marks.code) && marks != before && marks != behind;
    let own = &text[range.clone()];
    let mut found = date::parse(own).filter(|found| apart && found.is_range())?;
    shift(&mut found, range.start);
    Some(Dated { outer: range.start..range.end, found, firm: true })
}

fn shift(found: &mut Found, by: usize) {
    let move_on = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
    move_on(&mut found.range);
    found.mark.iter_mut().for_each(move_on);
    found.duration.iter_mut().for_each(move_on);
}

fn place(text: &str, mut found: Found) -> Option<Dated> {
    if found.duration.is_none() {
        found.duration = word_behind(text, found.range.end);
    }
    if let Some(dated) = in_brackets(text, &found) {
        return Some(dated);
    }
    // A year alone counts if only the remark is next to it.
    let alone = |remark: &Range<usize>| {
        text[..found.range.start].trim().is_empty() && text[remark.end..].trim().is_empty()
    };
    if found.duration.is_none() {
        let remark = remark_behind(text, found.range.end);
        // `B.A., Sample College, 2011 (magna cum laude)`
        let graded = |remark: &Range<usize>| words::is_grade(text[remark.clone()].trim_matches(['(', ')']));
        found.duration = remark.filter(|remark| found.is_range() || alone(remark) || graded(remark));
    }
    if let Some(start) = word_before(text, found.range.start) {
        found.range.start = start;
    }
    let before = text[..found.range.start].trim_end();
    let after = text[found.end_with_duration()..].trim_start();
    let mut outer = found.range.start..found.end_with_duration();
    let (left, right) = (edge(before, text, outer.start, true), edge(after, text, outer.end, false));
    // `Engineer. Example Co. 2007 – 2008.`
    let stop = found.is_range()
        && matches!(after, "." | "。")
        && before.chars().next_back().is_none_or(|c| ".,;|，；｜·)）".contains(c));
    let right = if stop { Edge::Parted } else { right };
    if stop {
        outer.end = text.trim_end().len();
    }
    // `Example University : Jan 2018 - May 2018 (Testville, ST)`
    let placed = found.is_range() && before.ends_with([':', '：']) && is_bracketed_place(after);
    let (left, right) = if placed { (Edge::Parted, Edge::Parted) } else { (left, right) };
    let exact = found.is_range() || found.has_month();
    match (left, right) {
        (Edge::Parted, Edge::Parted) => Some(Dated { found, outer, firm: true }),
        (Edge::Parted, Edge::Joined) | (Edge::Joined, Edge::Parted) if exact => {
            let firm = found.is_range();
            Some(Dated { found, outer, firm })
        }
        _ => None,
    }
}

/// A date in brackets, with a remark behind it perhaps: `(2019 - 2020)`, `（2025/07 — 2025/08，暑期）`.
fn in_brackets(text: &str, found: &Found) -> Option<Dated> {
    let before = without_key(text[..found.range.start].trim_end());
    let open = before.chars().next_back().filter(|c| PAIRS.iter().any(|(open, _)| open == c))?;
    let closing = |c: char| PAIRS.contains(&(open, c)) || matches!((open, c), ('(', '）') | ('（', ')'));
    let from = found.end_with_duration();
    let after = text[from..].trim_start();
    let mut found = found.clone();
    let close = if after.starts_with(closing) {
        text.len() - after.len()
    } else {
        let close = from + near(&text[from..], closing)?;
        let remark = &text[from..close];
        // `(2019 – 2020 | Berlin)` and `(2019，一等奖)` have more parts; a second date is handled elsewhere.
        let parted = remark
            .starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '・'));
        // `（2024.04 - 2026.05退職予定）`
        let parted = parted || remark.starts_with(is_han) && remark.chars().count() <= 6;
        let sure = found.is_range() && parted && is_remark(remark);
        if !sure {
            return None;
        }
        found.duration = Some(found.range.end..close);
        close
    };
    let outer =
        before.len() - open.len_utf8()..close + text[close..].chars().next().map_or(0, char::len_utf8);
    Some(Dated { found, outer, firm: true })
}

/// `(2025, Remote)`, `(2019, Testville)` at the end of a line: a single date, and a remark behind it.
fn in_last_brackets(text: &str, found: &Found) -> Option<Dated> {
    let before = text[..found.range.start].trim_end().strip_suffix(['(', '（'])?;
    let rest = text[found.end_with_duration()..].trim_end();
    let remark = rest.strip_suffix([')', '）'])?;
    let parted = remark.trim_start().starts_with([',', '，', ';', '；', '、', '·', '|']);
    if before.trim().is_empty() || !parted || !is_remark(&remark.replace('|', "")) {
        return None;
    }
    let end = found.end_with_duration() + rest.len();
    let mut found = found.clone();
    found.duration = Some(found.range.end..found.end_with_duration() + remark.len());
    Some(Dated { outer: before.len()..end, found, firm: false })
}

/// Returns what stands before the key of a date: `某平台（` of `某平台（时间：`.
fn without_key(before: &str) -> &str {
    let Some(keyed) = before.strip_suffix(['：', ':']) else { return before };
    let Some((open, mark)) =
        keyed.char_indices().rev().take(24).find(|(_, c)| PAIRS.iter().any(|pair| pair.0 == *c))
    else {
        return before;
    };
    let start = open + mark.len_utf8();
    if EntryKey::of_key(keyed[start..].trim()) == Some(EntryKey::Date) { &before[..start] } else { before }
}

/// A remark in brackets after a range: `2018-07 — 2020-02（实习）`. A part of the entry does not count.
fn remark_behind(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = &text[end..];
    let after = rest.trim_start();
    let open = after.chars().next().filter(|c| matches!(c, '(' | '（'))?;
    let close = near(after, |c| matches!(c, ')' | '）'))?;
    let inside = &after[open.len_utf8()..close];
    let from = text.len() - after.len();
    let to = from + close + after[close..].chars().next()?.len_utf8();
    let last = text[to..].trim_start().chars().next().is_none_or(|c| ";；".contains(c));
    let brief = inside.chars().count() <= 2;
    let named = words::is_place(inside)
        || words::is_company(inside)
        || words::is_school(inside)
        || words::is_degree(inside);
    let whole = text[to..].trim().is_empty();
    // `（在岗：5年8个月）`: how long it took may have a key.
    let lasted = inside.ends_with(['年', '月']).then(|| inside.replace(['：', ':'], ""));
    let noted = is_remark(inside) || lasted.is_some_and(|inside| is_remark(&inside));
    (last && (noted || whole && is_dated_remark(inside)) && (brief || !named)).then_some(from..to)
}

/// `(paused in 2023.09)` after the range that ends a line: words, and one date that is not a range.
fn is_dated_remark(text: &str) -> bool {
    let found = date::find_all(text);
    let [found] = found.as_slice() else { return false };
    let words = [&text[..found.range.start], &text[found.end_with_duration()..]].concat();
    !found.is_range() && is_remark(&words)
}

/// Returns where a bracket closes, if that is near.
fn near(text: &str, closing: impl Fn(char) -> bool) -> Option<usize> {
    text.char_indices().take(2 * REMARK).find(|(_, c)| closing(*c)).map(|(at, _)| at)
}

/// `(Testville, ST)` and nothing after it.
fn is_bracketed_place(text: &str) -> bool {
    let inner = text.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    inner.is_some_and(|inner| {
        !inner.contains(['(', ')', '（', '）']) && inner.chars().map(half_ems).sum::<usize>() <= REMARK
    })
}

pub(super) fn is_remark(text: &str) -> bool {
    !text.trim().is_empty()
        && text.chars().map(half_ems).sum::<usize>() <= REMARK
        && !text.contains(['|', '｜', '(', '（', '。', '：', ':', '\n'])
        && date::find_all(text).is_empty()
}

/// How a date is joined to the text next to it.
enum Edge {
    /// At an end of the line, or at a separator.
    Parted,
    /// After or before other text.
    Joined,
    /// Inside brackets with more.
    Inside,
}

fn edge(side: &str, text: &str, at: usize, left: bool) -> Edge {
    let next = if left { side.chars().next_back() } else { side.chars().next() };
    let blanks = if left { &text[side.len()..at] } else { &text[at..text.len() - side.len()] };
    match next {
        None | Some('|' | '｜' | '，' | '；' | '·' | '•' | '・' | '、' | '/' | ',' | ';') => {
            Edge::Parted
        }
        Some('—' | '–' | '-' | '~' | '～') if is_half_a_range(side, left) => Edge::Inside,
        Some('—' | '–' | '-') if !blanks.is_empty() => Edge::Parted,
        Some('(' | '（' | '[' | '【' | ')' | '）' | ']' | '】') if is_opening(next, left) => Edge::Inside,
        _ if is_wide_blank(blanks) => Edge::Parted,
        _ => Edge::Joined,
    }
}

/// Returns whether a dash next to a date has a number on its other side: `2020.13 - 2021.02`.
fn is_half_a_range(side: &str, left: bool) -> bool {
    let dash = |c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-' | '~' | '～');
    if left {
        let before = side.trim_end_matches(dash);
        return before.ends_with(|c: char| c.is_ascii_digit()) && !ends_in_grade(before);
    }
    // `2020.01 - 3D Studio`: a number that continues as a word does not count.
    let other = side.trim_start_matches(dash);
    let next = other.trim_start_matches(|c: char| c.is_ascii_digit());
    next.len() < other.len() && !next.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// `GPA: 3.8/4.0 — May 2020`
fn ends_in_grade(text: &str) -> bool {
    let token = text.rsplit([' ', ':', '：', '(']).next().unwrap_or_default();
    let grade = |number: &str| number.len() <= 5 && number.as_bytes().get(1) == Some(&b'.');
    token.split('/').all(grade)
}

/// An opening bracket before a date, or a closing one after it.
fn is_opening(c: Option<char>, left: bool) -> bool {
    matches!((c, left), (Some('(' | '（' | '[' | '【'), true) | (Some(')' | '）' | ']' | '】'), false))
}
