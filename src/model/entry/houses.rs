//! Employers without dates over several posts that have theirs, each in a paragraph: `**Sample Ovens**` over
//! `**Head Baker** | 2021 – today` and `**Baker** | 2018 – 2021`.

use std::ops::Range;

use super::alike::{first_line, is_label};
use super::below::ends_like_text;
use super::opening::{begins_bold, is_short, is_sure};
use super::pairs::{is_pair, place_behind};
use super::posts::is_of_a_person;
use super::stack::one_part;
use super::{Builder, Rank};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::date::Found;
use crate::model::flow::{Chunk, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split::{self, Style};
use crate::model::words;
use crate::source::chars::{half_ems, is_bar, is_han};

/// The longest post, in half ems.
const POST: usize = 70;
/// The longest text after an employer and a bar, in half ems.
const BESIDE: usize = 30;
/// The longest word between blanks, in characters.
const CELL: usize = 14;
/// The largest number of paragraphs between an employer and the first post there.
const BETWEEN: usize = 2;

/// Returns for each part the number of parts after it that belong to an employer it names, a post among them; else 0.
/// A single post right below its employer becomes a line of the same paragraph.
pub(in crate::model) fn houses(parts: &mut Vec<Part<'_>>, kind: SectionKind, rank: Rank<'_>) -> Vec<usize> {
    let employs = matches!(kind, SectionKind::Work | SectionKind::Volunteer) && is_sure(kind, rank);
    let mut out = vec![0; parts.len()];
    let mut at = 0;
    while employs && at < parts.len() {
        if let Some(end) = end_of_dated(parts, at) {
            out[at] = end - at - 1;
            at = end;
            continue;
        }
        if is_over_lone_post(parts, at) {
            let post = parts.remove(at + 1);
            let house = parts.remove(at);
            parts.splice(at..at, one_part(vec![house, post]));
            out.remove(at + 1);
            at += 1;
            continue;
        }
        // Asked first: where an employer ends is looked for down to the end of the section.
        if !is_house(&parts[at]) {
            at += 1;
            continue;
        }
        let end = end_of(parts, at);
        let posts: Vec<usize> = (at + 1..end).filter(|at| is_post(&parts[*at])).collect();
        let sure = |at: &&usize| first_line(&parts[**at]).and_then(post) == Some(true);
        let told = posts.iter().filter(sure).count() * 2 >= posts.len();
        let near = posts.first().is_some_and(|first| {
            let between = &parts[at + 1..*first];
            between.len() <= BETWEEN && between.iter().all(|part| matches!(part, Part::Text(..)))
        });
        if !near || !told {
            at += 1;
            continue;
        }
        match posts.as_slice() {
            [post] if *post == at + 1 => {
                let post = parts.remove(at + 1);
                let house = parts.remove(at);
                parts.splice(at..at, one_part(vec![house, post]));
                out.remove(at + 1);
                at = end - 1;
            }
            [_] => at = end,
            _ => {
                out[at] = end - at - 1;
                at = end;
            }
        }
    }
    out
}

/// `**SAMPLE CORP** | Testville | 2018 – today` over `***Engineer*** *(2020 – today)*` and the work done there: returns
/// where the employer's parts end, if a post is right below it, within its time.
fn end_of_dated(parts: &[Part<'_>], at: usize) -> Option<usize> {
    let line = first_line(&parts[at])?;
    let time = time_of_house(line)?;
    let within = |part: &Part<'_>| {
        let own = first_line(part).filter(|line| post(line) == Some(true)).and_then(split::dated_line);
        own.is_some_and(|own| lies_within(&own.found, &time))
    };
    if !is_one_line(&parts[at]) || !parts.get(at + 1).is_some_and(within) {
        return None;
    }
    let ends = |part: &Part<'_>| {
        let dated = first_line(part).filter(|line| begins_bold(line)).and_then(split::dated_line);
        dated.is_some_and(|dated| dated.firm) && !within(part) || is_house(part)
    };
    Some((at + 2..parts.len()).find(|next| ends(&parts[*next])).unwrap_or(parts.len()))
}

/// `**EXAMPLE INC** | Remote | 2016 – 2018` over `***Junior Engineer***`, a paragraph each, and no other post after it.
fn is_over_lone_post(parts: &[Part<'_>], at: usize) -> bool {
    let post = |part: &Part<'_>| {
        first_line(part).is_some_and(|line| {
            let text = line.text();
            is_one_line(part)
                && line.all(|marks| marks.strong)
                && !split::has_date(line)
                && words::is_job(&text)
                && is_of_a_person(&text)
                && !is_pair(line)
                && !is_label(text.trim())
        })
    };
    let house = |line: &Rich| time_of_house(line).is_some();
    if !parts.get(at + 1).is_some_and(post)
        || !is_one_line(&parts[at])
        || !first_line(&parts[at]).is_some_and(house)
    {
        return false;
    }
    let dated =
        |part: &&Part<'_>| first_line(part).and_then(split::dated_line).is_some_and(|dated| dated.firm);
    !parts[at + 2..].iter().take_while(|part| !dated(part)).any(post)
}

fn is_one_line(part: &Part<'_>) -> bool {
    let Part::Text(chunks, marked) = part else { return false };
    !marked.off && matches!(chunks.as_slice(), [Chunk::Lines(lines)] if lines.len() == 1)
}

/// Returns the dates of an employer whose line begins with its name in bold, and names no post.
fn time_of_house(line: &Rich) -> Option<Found> {
    let text = line.text();
    let dated = split::dated_line(line).filter(|dated| dated.firm && dated.found.is_range())?;
    let rest = [&text[..dated.outer.start], &text[dated.outer.end..]].concat();
    let post = rest.split(['|', '｜', '·', '–', '—', ',']).any(|cell| words::is_job(cell.trim()));
    let named = begins_bold(line) && is_short(line) && dated.outer.start > 0 && !is_label(rest.trim());
    (named && !post && !words::is_job(rest.trim())).then_some(dated.found)
}

fn lies_within(own: &Found, time: &Found) -> bool {
    let (Some(first), Some(start)) = (own.start, time.start) else { return false };
    let begun = first.year >= start.year;
    let ended = time.open || own.end.zip(time.end).is_some_and(|(own, time)| own.year <= time.year);
    begun && ended
}

/// Returns which parts are posts below an employer, each with dates of its own.
pub(super) fn posts(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let parent = rank.parent.filter(|parent| parent.dates.is_none() || parent.part(PartRole::Role).is_none());
    let employed = matches!(kind, SectionKind::Work | SectionKind::Volunteer) && parent.is_some();
    let found: Vec<bool> = parts.iter().map(|part| employed && is_post(part)).collect();
    // One alone is enough below an employer with its own dates.
    let dated = parent.is_some_and(|parent| parent.dates.is_some());
    let several = dated || are_posts(parts.iter().filter_map(first_line));
    found.into_iter().map(|post| post && several).collect()
}

/// Returns where the parts of an employer end: before the next one of the same shape, and before an entry that names
/// its employer itself.
fn end_of(parts: &[Part<'_>], at: usize) -> usize {
    let own = first_line(&parts[at]).map(made);
    let ends = |part: &Part<'_>| {
        let Some(line) = first_line(part) else { return false };
        let dated = begins_bold(line) && split::dated_line(line).is_some_and(|dated| dated.firm);
        let text = line.text();
        is_house(part) && Some(made(line)) == own
            || dated && !is_post(part) && (words::is_company(&text) || is_pair(line))
    };
    (at + 1..parts.len()).find(|next| ends(&parts[*next])).unwrap_or(parts.len())
}

/// Whether all of a line is bold, and whether it is set in capitals.
fn made(line: &Rich) -> (bool, bool) {
    let capitals = !line.text().contains(char::is_lowercase);
    (line.all(|marks| marks.strong), capitals)
}

/// Returns whether a paragraph begins with the bold name of an employer, perhaps with a place after it.
fn is_house(part: &Part<'_>) -> bool {
    let Some(line) = first_line(part) else { return false };
    let text = line.text();
    let post = words::is_job(&text) && !words::is_company(&text) && is_of_a_person(&text);
    is_name(line) && !post && (is_bold_and_place(line) || is_barred_house(line))
}

/// `**示例科技有限公司** | 数据部`: the bold name of an employer, a bar, and no post.
fn is_barred_house(line: &Rich) -> bool {
    let text = line.text();
    let bold: usize = line.runs().take_while(|run| run.marks.strong).map(|run| run.text.len()).sum();
    let behind = text[bold..].trim_start();
    let rest = behind.trim_start_matches(is_bar).trim();
    let short = rest.chars().map(half_ems).sum::<usize>() <= BESIDE;
    words::is_company(&text[..bold])
        && behind.starts_with(is_bar)
        && short
        && !words::is_job(rest)
        && !rest.contains(is_bar)
}

/// Returns whether a line is bold, except for a place at its end: `**Sample School** Testville, ST`.
pub(super) fn is_bold_and_place(line: &Rich) -> bool {
    let text = line.text();
    let bold: usize = line.runs().take_while(|run| run.marks.strong).map(|run| run.text.len()).sum();
    let behind = text[bold..].trim_matches(|c: char| c.is_whitespace() || ",，-–—|·•()（）".contains(c));
    bold > 0 && (behind.is_empty() || words::is_place(behind))
}

/// Returns whether a line begins in bold, has no date, and is no label for the text below it.
pub(super) fn is_name(line: &Rich) -> bool {
    let text = line.text();
    begins_bold(line) && is_short(line) && !is_label(text.trim()) && !split::has_date(line)
}

/// Returns whether a line consists of cells, one of them a place or a post: `Founder / Baker / Testville, ST`.
pub(super) fn tells_where(line: &Rich) -> bool {
    let text = line.text();
    let told = |cell: &str| words::is_place(cell) || words::is_job(cell) || words::is_employment_kind(cell);
    let plain = !text.trim_end().ends_with(['.', '。', ':', '：', ';', '；', ',']);
    let short = text.split_whitespace().count() <= 14;
    plain
        && short
        && is_short(line)
        && (told(&text) || text.split(['|', '/', '·', '•', '｜']).any(|cell| told(cell.trim())))
}

/// `Founder / Baker / Testville, ST` below an employer without dates: returns where the posts end and the place begins.
fn posts_and_place(text: &str, entry: &Entry) -> Option<[usize; 2]> {
    let marks = |c: char| matches!(c, '/' | '|' | '｜' | '·' | '•');
    let free = is_employment(entry.section)
        && entry.kind == EntryKind::Entry
        && entry.part(PartRole::Role).is_none()
        && entry.dates.is_none();
    let post = |cell: &str| words::is_job(cell) && is_of_a_person(cell) && !words::is_company(cell);
    let seams = text.match_indices(marks).map(|(at, mark)| [at, at + mark.len()]).chain([[text.len(); 2]]);
    let whole = |[end, begin]: &[usize; 2]| {
        let place = text[*begin..].trim();
        text[..*end].split(marks).all(|cell| post(cell.trim()))
            && (place.is_empty() || words::is_place(place))
    };
    seams.into_iter().filter(|_| free && !ends_like_text(text) && !text.ends_with('.')).find(whole)
}

impl Builder<'_> {
    /// Takes the posts of a line, and the place behind them.
    pub(super) fn posts_and_place(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text();
        let Some([end, begin]) = posts_and_place(&text, entry) else { return false };
        self.consume(&line.slice(end..begin), "separator");
        let place = line.slice(begin..text.len()).trim();
        entry.parts.push(EntryPart { role: PartRole::Role, text: line.slice(0..end).trim() });
        let free = entry.part(PartRole::Place).is_none();
        let role = if free { PartRole::Place } else { PartRole::Other };
        entry.parts.extend((!place.is_blank()).then_some(EntryPart { role, text: place }));
        true
    }
}

/// `某事业部 后端工程师 北京` below an employer and its dates: a post in Chinese between single blanks, the department
/// before it and the town behind it.
pub(super) fn post_between_blanks(entry: &mut Entry, line: &Rich) -> bool {
    let text = line.text().into_owned();
    let free = is_employment(entry.section)
        && entry.kind == EntryKind::Entry
        && entry.part(PartRole::Role).is_none()
        && !entry.parts.iter().any(|part| words::is_job(&part.text.text()))
        && entry.dates.is_some();
    let told = ends_like_text(&text) || text.contains(['|', '｜', '·', '，', '、', '/', '：', ':']);
    if !free || told || !text.contains(is_han) {
        return false;
    }
    let mut at = 0;
    let mut cells: Vec<Range<usize>> = Vec::new();
    for word in text.split(' ') {
        cells.extend((!word.is_empty()).then_some(at..at + word.len()));
        at += word.len() + 1;
    }
    let short = |cell: &Range<usize>| text[cell.clone()].chars().count() <= CELL;
    let post =
        |cell: &Range<usize>| words::is_job(&text[cell.clone()]) && is_of_a_person(&text[cell.clone()]);
    let Some(nth) = cells.iter().position(post).filter(|nth| *nth <= 1) else { return false };
    let town = cells.get(nth + 1);
    let placed = town.is_some_and(|town| {
        let words = &text[town.clone()];
        words::is_place(words) || nth == 0 && words.chars().count() <= 4 && words.chars().all(is_han)
    });
    if !(2..=3).contains(&cells.len())
        || cells.len() > nth + 2
        || town.is_some() != placed
        || !cells.iter().all(short)
    {
        return false;
    }
    for (cell, range) in cells.iter().enumerate() {
        let role = match cell {
            _ if cell < nth => PartRole::Other,
            _ if cell == nth => PartRole::Role,
            _ => PartRole::Place,
        };
        entry.parts.push(EntryPart { role, text: line.slice(range.clone()) });
    }
    true
}

/// Returns whether a paragraph begins with a possible post and its range, and no employer:
/// `**Head Baker | 2021 – today**`.
pub(in crate::model) fn is_post(part: &Part<'_>) -> bool {
    first_line(part).is_some_and(|line| post(line).is_some())
}

/// Returns whether at least two of some lines are posts with their dates, and half of these by their words.
pub(super) fn are_posts<'l>(lines: impl Iterator<Item = &'l Rich>) -> bool {
    let found: Vec<bool> = lines.filter_map(post).collect();
    found.len() > 1 && found.iter().filter(|sure| **sure).count() * 2 >= found.len()
}

/// Returns, for a line that begins in bold or in italics with a range and a possible post but no employer, whether
/// its words confirm the post.
pub(super) fn post(line: &Rich) -> Option<bool> {
    let text = line.text();
    let led = line.runs().find(|run| !run.text.trim().is_empty());
    let dressed = led.is_some_and(|run| run.marks.strong || run.marks.emphasis);
    let dated = split::dated_line(line).filter(|dated| dated.firm && dated.found.is_range())?;
    let cut = split::line(&text, Some(&dated), Style::Dashes);
    let named = |piece: &&Range<usize>| {
        let piece = &text[(*piece).clone()];
        !words::is_place(piece) && !words::is_employment_kind(piece)
    };
    let pieces: Vec<&Range<usize>> = cut.pieces.iter().filter(named).collect();
    let [piece] = pieces.as_slice() else { return None };
    let own = text[(*piece).clone()].trim();
    // 연구원 is a research worker, and also an institute.
    let house = words::is_company(own) && !is_of_a_person(own) || words::is_school(own);
    let paired = is_pair(&line.slice((*piece).clone())) || place_behind(own).is_some();
    let brief = own.chars().map(half_ems).sum::<usize>() <= POST && !own.contains([':', '：', '.']);
    (dressed && is_short(line) && !house && !paired && brief).then(|| words::is_job(own))
}

/// Returns the posts in a paragraph that begins with their employer, if there are several.
pub(super) fn seams(lines: &[Line]) -> Vec<usize> {
    let [first, rest @ ..] = lines else { return Vec::new() };
    if !is_name(&first.text) || !are_posts(rest.iter().map(|line| &line.text)) {
        return Vec::new();
    }
    (1..lines.len()).filter(|at| post(&lines[*at].text).is_some()).collect()
}
