//! Paragraphs in which several lines open an entry each.

use super::Rank;
use super::alike::is_row;
use super::descriptions::{behind_dated_place, behind_dated_stop};
use super::houses;
use super::labels;
use super::opening::{Opening, is_date, is_sure, opening, restart};
use super::over;
use crate::model::blocks::Part;
use crate::model::flow::{Chunk, Line};
use crate::model::kinds::SectionKind;
use crate::model::split;

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
            split::dated(&lines[0].text.text()).is_some() || over::is_school_over_range(lines, kind)
        }
        Some(Opening::DateFirst) => lines.len() > 1 && !is_date(&lines[1].text),
        None => false,
    };
    let mut at = 0;
    while at < parts.len() {
        let Part::Text(chunks, marked) = &mut parts[at] else {
            at += 1;
            continue;
        };
        let (marked, off) = (*marked, marked.off);
        let [Chunk::Lines(lines)] = chunks.as_mut_slice() else {
            at += 1;
            continue;
        };
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
            continue;
        }
        // The line that dates a school belongs to it: `某大学` over `会计学 | 本科 2013 - 2017`.
        let dated = split::dated(&lines[0].text.text()).is_some();
        // So does the line under a date.
        let date_first = opening(lines, kind, rank) == Some(Opening::DateFirst);
        let two = date_first || !dated && over::is_school_over_range(lines, kind);
        let second = if two { 2 } else { 1 };
        let next = (second..lines.len()).find(|next| !off && opens(lines) && opens(&lines[*next..]));
        if let Some(next) = next {
            let rest = lines.split_off(next);
            parts.insert(at + 1, Part::Text(vec![Chunk::Lines(restart(rest))], marked));
        }
        at += 1;
    }
}
