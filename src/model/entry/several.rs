//! Paragraphs in which several lines open an entry each.

use super::Rank;
use super::alike::is_row;
use super::descriptions::{behind_dated_place, behind_dated_stop};
use super::houses;
use super::labels;
use super::opening::{Opening, is_date, is_short, is_sure, opening, restart};
use super::over;
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::{Chunk, Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::split;
use crate::source::chars::is_han;

/// Separates sentences that describe entries from the heads of a section's paragraphs, if two or more have them.
pub(in crate::model) fn part_sentences(parts: &mut [Part<'_>], kind: SectionKind, rank: Rank<'_>) {
    if !is_sure(kind, rank) {
        return;
    }
    let employed = matches!(kind, SectionKind::Work | SectionKind::Volunteer | SectionKind::Education);
    let parted = |part: &Part<'_>, sure: bool| match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.first() {
            Some(Chunk::Lines(lines)) => {
                behind_dated_place(lines, sure).or_else(|| behind_dated_stop(lines).filter(|_| employed))
            }
            _ => None,
        },
        _ => None,
    };
    if parts.iter().filter(|part| parted(part, false).is_some()).count() < 2 {
        return;
    }
    for part in parts {
        if let Some(lines) = parted(part, true)
            && let Part::Text(chunks, _) = part
            && let Some(first) = chunks.first_mut()
        {
            *first = Chunk::Lines(lines);
        }
    }
}

/// Splits paragraphs in which several lines open an entry each: `2014-2017　硕士　某大学` over
/// `2010-2014　本科　某大学`.
pub(in crate::model) fn part_openings<'a>(parts: &mut Vec<Part<'a>>, kind: SectionKind, rank: Rank<'_>) {
    let opens = |lines: &[Line]| match opening(lines, kind, rank) {
        Some(Opening::Title) => {
            split::dated(&lines[0].text.text()).is_some()
                || over::is_school_over_range(lines, kind)
                || over::is_title_over_range(lines)
        }
        Some(Opening::DateFirst) => lines.len() > 1 && !is_date(&lines[1].text),
        None => false,
    };
    let mut at = 0;
    // The rest of a paragraph was looked at with its beginning.
    let mut rest_at = 0;
    while at < parts.len() {
        let fresh = at == 0 || rest_at != at;
        let Part::Text(chunks, marked) = &mut parts[at] else {
            at += 1;
            continue;
        };
        let (marked, off) = (*marked, marked.off);
        let [Chunk::Lines(lines)] = chunks.as_mut_slice() else {
            at += 1;
            continue;
        };
        let fresh = fresh && !off && is_sure(kind, rank);
        if fresh {
            part_glued_ranges(lines);
        }
        let rows = if fresh { led_rows(lines) } else { Vec::new() };
        let rows: Vec<Vec<Line>> = rows.into_iter().rev().map(|row| lines.split_off(row)).collect();
        if !rows.is_empty() {
            for row in rows {
                parts.insert(at + 1, Part::Text(vec![Chunk::Lines(restart(row))], marked));
            }
            at += 1;
            continue;
        }
        // `Diploma in Y (2021)` over `English – B2 (2023)`: a row of them, each an entry if most are.
        let row = lines.len() >= 3 && is_sure(kind, rank) && lines.iter().all(|line| is_row(&line.text));
        let count = if row { (0..lines.len()).filter(|at| opens(&lines[*at..])).count() } else { 0 };
        if !off && count * 2 > lines.len() {
            for rest in lines.split_off(1).into_iter().rev() {
                parts.insert(at + 1, Part::Text(vec![Chunk::Lines(restart(vec![rest]))], marked));
            }
            at += 1;
            continue;
        }
        // `**Sample Ovens**` over `**Head Baker** (2021 – today)` over `**Baker** (2018 – 2021)`.
        let told = is_sure(kind, rank) && !off && !labels::is_over_dated_lines(lines, kind);
        let posts = if told { houses::seams(lines) } else { Vec::new() };
        if let Some(first) = posts.first() {
            let rest = lines.split_off(*first);
            parts.insert(at + 1, Part::Text(vec![Chunk::Lines(restart(rest))], marked));
            at += 1;
            rest_at = at;
            continue;
        }
        // The line that dates a school belongs to it: `某大学` over `会计学 | 本科 2013 - 2017`.
        let dated = split::dated(&lines[0].text.text()).is_some();
        // So does the line under a date.
        let date_first = opening(lines, kind, rank) == Some(Opening::DateFirst);
        let over = || over::is_school_over_range(lines, kind) || over::is_title_over_range(lines);
        let two = date_first || !dated && over();
        let second = if two { 2 } else { 1 };
        let next = (second..lines.len()).find(|next| !off && opens(lines) && opens(&lines[*next..]));
        if let Some(next) = next {
            let rest = lines.split_off(next);
            parts.insert(at + 1, Part::Text(vec![Chunk::Lines(restart(rest))], marked));
            rest_at = at + 1;
        }
        at += 1;
    }
}

/// `陪诊系统` over `2025.11~2025.12基于某框架实现…`: below a title a range that touches the text behind it is a line of its own.
fn part_glued_ranges(lines: &mut Vec<Line>) {
    let glued = |line: &Line| {
        let text = line.text.text();
        let found = date::find_all(&text).into_iter().next()?;
        let touches = text[found.range.end..].starts_with(is_han);
        (found.range.start == 0 && found.is_range() && touches).then_some(found.range.end)
    };
    let mut at = 1;
    while at < lines.len() {
        if let Some(end) = glued(&lines[at]) {
            let text = std::mem::take(&mut lines[at].text);
            let dates = Line { joint: lines[at].joint, text: text.slice(0..end) };
            if over::is_title_over_range(&[lines[at - 1].clone(), dates.clone()]) {
                let rest = Line { joint: Joint::Hard, text: text.slice(end..text.text().len()) };
                lines.splice(at..=at, [dates, rest]);
            } else {
                lines[at].text = text;
            }
        }
        at += 1;
    }
}

/// Returns the lines of a paragraph that begin with their dates, but the first one, if that does, and most of at least three
/// are ranges: `2005　某地 自助建站` over `2006-2008　某公司` over `2009-2013　另一公司，出纳`.
fn led_rows(lines: &[Line]) -> Vec<usize> {
    let led = |line: &Line| {
        let text = line.text.text();
        let found = date::find_all(&text).into_iter().next().filter(|found| found.range.start == 0)?;
        let rest = &text[found.end_with_duration()..];
        let named = rest.starts_with(char::is_whitespace) && rest.contains(is_han);
        (named && is_short(&line.text)).then_some(found.is_range())
    };
    let rows: Vec<(usize, bool)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, led(line)?))).collect();
    let ranges = rows.iter().filter(|(_, range)| *range).count();
    let first = rows.first().is_some_and(|(at, _)| *at == 0);
    if !first || rows.len() < 3 || ranges * 3 < rows.len() * 2 {
        return Vec::new();
    }
    rows.into_iter().skip(1).map(|(at, _)| at).collect()
}
