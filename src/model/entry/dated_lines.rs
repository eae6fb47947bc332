//! Runs of lines that each begin with their dates: `2015 – today: Lecturer` over `2014: Prize of the Ovens`. Ranges among
//! them would open entries by themselves, and years would not: all lines of a run are treated alike.

use super::opening::{is_sure, restart};
use super::{Builder, Rank, Seams};
use crate::model::blocks::Part;
use crate::model::flow::{Chunk, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::Entry;
use crate::model::rich::Rich;
use crate::model::split::{self, Dated};
use crate::source::chars::{half_ems, is_han};

/// The smallest number of lines in a run.
const RUN: usize = 3;
/// The longest text that only blanks part from its dates, in half ems.
const NAME: usize = 50;
/// The longest text after the dates of a line, in half ems.
const LINE: usize = 160;
/// The longest remark in brackets after a date, in characters.
const REMARK: usize = 24;

impl Builder<'_> {
    /// Returns the entry of one of the lines of a run, which is all of its paragraph.
    pub(in crate::model) fn entry_of_dated_line(
        &mut self,
        part: &mut Part<'_>,
        kind: SectionKind,
        rank: Rank<'_>,
    ) -> Option<Entry> {
        let Part::Text(chunks, _) = part else { return None };
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
        let line = lines.first()?.text.clone();
        let (dated, value) = dates_of(&line)?;
        chunks.clear();
        self.consume(&line.slice(dated.outer.end..value), "separator");
        let rest = line.slice(value..line.text().len()).trim();
        let mut entry = self.entry_at(rest, kind, rank, Seams::Parted);
        entry.span = line.span().unwrap_or_default();
        entry.dates = Some(self.dates(&line, &dated));
        Some(entry)
    }
}

/// Turns each line of a run into a paragraph.
pub(in crate::model) fn part_dated_lines(parts: &mut Vec<Part<'_>>, kind: SectionKind, rank: Rank<'_>) {
    let dated = dated_lines(parts, kind, rank);
    if !dated.contains(&true) {
        return;
    }
    for (part, dated) in std::mem::take(parts).into_iter().zip(dated) {
        match part {
            Part::Text(chunks, marked) if dated => {
                let lines = chunks.into_iter().flat_map(|chunk| match chunk {
                    Chunk::Lines(lines) => lines,
                    _ => Vec::new(),
                });
                let own = |line| Part::Text(vec![Chunk::Lines(restart(vec![line]))], marked);
                parts.extend(lines.map(own));
            }
            part => parts.push(part),
        }
    }
}

/// Returns which paragraphs hold lines of a run.
pub(in crate::model) fn dated_lines(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let mut out = vec![false; parts.len()];
    let mut at = 0;
    let other = kind == SectionKind::Other && rank.depth == 0;
    while at < parts.len() && (other || is_sure(kind, rank)) {
        let run = || parts[at..].iter().map_while(lines_of);
        let len = run().count();
        let lines = || run().flatten().map(|line| &line.text);
        // `2015　一等奖` among studies is a prize.
        let job = kind == SectionKind::Work;
        if !other && !job && lines().any(is_behind_blank) {
            at += len.max(1);
            continue;
        }
        if if other { are_ranges(lines()) } else { is_run(lines()) } {
            out[at..at + len].fill(true);
        }
        at += len.max(1);
    }
    out
}

/// Returns the lines of a paragraph, if each begins with its dates.
fn lines_of<'p>(part: &'p Part<'_>) -> Option<&'p [Line]> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let dated = !lines.is_empty() && lines.iter().all(|line| dates_of(&line.text).is_some());
    (dated && !marked.off && !marked.page_break).then_some(lines)
}

/// Returns whether only blanks part a line from the dates that it begins with.
fn is_behind_blank(line: &Rich) -> bool {
    dates_of(line).is_some_and(|(_, value)| line.text()[..value].ends_with(char::is_whitespace))
}

/// Returns whether there are several lines that begin with their dates, both ranges and single dates.
fn is_run<'l>(lines: impl Iterator<Item = &'l Rich>) -> bool {
    let (mut ranges, mut all, mut blank) = (0, 0, false);
    for line in lines {
        let Some((dated, value)) = dates_of(line) else { return false };
        all += 1;
        ranges += usize::from(dated.found.is_range());
        blank |= line.text()[..value].ends_with(char::is_whitespace);
    }
    // Where only blanks part a date from its text, a single one may be that of a prize.
    all >= RUN && (1..all).contains(&ranges) && (!blank || ranges * 3 >= all * 2)
}

/// Returns whether lines are several that begin with a range and a dash each: `2008 – 2014 - Baker`. Where nobody knows what
/// a section tells of, that is enough.
fn are_ranges<'l>(lines: impl Iterator<Item = &'l Rich>) -> bool {
    let mut count = 0;
    for line in lines {
        let Some((dated, value)) = dates_of(line) else { return false };
        if !dated.found.is_range() || !line.text()[..value].ends_with(['-', '–', '—']) {
            return false;
        }
        count += 1;
    }
    count >= RUN
}

/// Returns the dates that a line begins with, and where what they date begins behind a colon or a dash:
/// `2011 (June 8): PhD in Bread`, `2012 – Chair of Rolls`.
fn dates_of(line: &Rich) -> Option<(Dated, usize)> {
    let text = line.text();
    let found =
        crate::model::date::find_all(&text).into_iter().next().filter(|found| found.range.start == 0)?;
    let end = behind_remark(&text, found.end_with_duration());
    let rest = text[end..].trim_start();
    let value = text.len() - rest.len();
    let (mark, value) = match rest.chars().next().filter(|c| matches!(c, ':' | '：' | '-' | '–' | '—')) {
        Some(mark) => (mark, value + mark.len_utf8()),
        None if is_blank_apart(&text[end..]) => (' ', value),
        None => return None,
    };
    let told = text[value..].trim();
    let dated = split::dated(&text[..end]).filter(|dated| dated.outer == (0..end))?;
    let apart = text[value..].starts_with(' ') || matches!(mark, '：' | ' ');
    let own = split::dated_line(&line.slice(value..text.len())).is_some_and(|dated| dated.firm);
    let short = told.chars().map(half_ems).sum::<usize>() <= LINE;
    (apart && !told.is_empty() && !own && short).then_some((dated, value))
}

/// `2009-2013  某公司,出纳`: only blanks part a short Chinese line from its dates.
fn is_blank_apart(rest: &str) -> bool {
    let text = rest.trim();
    rest.starts_with(char::is_whitespace)
        && text.starts_with(char::is_alphanumeric)
        && text.contains(is_han)
        && !text.contains(['。', '；', '：', '，'])
        && text.chars().map(half_ems).sum::<usize>() <= NAME
}

fn behind_remark(text: &str, end: usize) -> usize {
    let rest = text[end..].trim_start();
    let close = rest.char_indices().take(REMARK).find(|(_, c)| matches!(c, ')' | '）'));
    match close.filter(|_| rest.starts_with(['(', '（'])) {
        Some((at, c)) => text.len() - rest.len() + at + c.len_utf8(),
        None => end,
    }
}
