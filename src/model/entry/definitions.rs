//! Entries that are terms and their texts: a date over its text (pandoc_resume), a role over
//! employer and date (Oh My CV), an employer over role and date (there4).

use super::details::{self, first_lines, lead};
use super::opening::{begins_bold, unbold};
use super::posts;
use super::roles::roles;
use super::stack::is_wrapped;
use super::stops::ends_abbreviated;
use super::{Builder, Rank};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Joint, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, Entry, EntryKind, PartRole};
use crate::model::rich::Rich;
use crate::model::section::{Around, entry_block};
use crate::model::split;
use crate::model::words;
use crate::source::chars::{half_ems, is_bar};
use crate::source::markdown::{self as md, Definition};

/// The longest text next to the dates that begin a text, in half ems.
const BESIDE: usize = 40;

impl Builder<'_> {
    /// Returns terms and texts as entries, if each has a date in its place; else `None`.
    pub(in crate::model) fn entries_of_definitions(
        &mut self,
        part: &Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::Definitions(definitions) = &marked.block.kind else { return None };
        if marked.off || matches!(around.kind, SectionKind::Personal | SectionKind::Skills) {
            return None;
        }
        let manner = self.manner_of(marked);
        let dated = definitions.iter().all(|definition| {
            let term = bare(&flow::rich(&definition.term, &manner).0);
            is_date(&term)
                || is_dated(&term)
                || dated_term(definition, &manner).is_some()
                || leads_with_dates(definition, &manner)
                || (details_hold_date(definition, &manner) && !are_several(definition, &manner))
                || are_posts(definition, &manner, around.kind)
                || is_open(around.kind) && details::are_dressed_posts(definition, &manner)
        });
        if !dated {
            return None;
        }
        Some(
            definitions
                .iter()
                .flat_map(|definition| self.entries_of_definition(definition, marked, rank, around))
                .collect(),
        )
    }

    /// Returns the entry of a term; each of several bold texts below a date is one.
    fn entries_of_definition(
        &mut self,
        definition: &Definition,
        marked: &Marked<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Vec<Block> {
        let manner = self.manner_of(marked);
        let term = bare(&flow::rich(&definition.term, &manner).0);
        if !is_date(&term) || !details::begin_bold(definition, &manner) {
            return vec![self.entry_of_definition(definition, marked, rank, around)];
        }
        let [first, others @ ..] = definition.details.as_slice() else { return Vec::new() };
        let only = Definition { details: vec![first.clone()], ..definition.clone() };
        let mut out = vec![self.entry_of_definition(&only, marked, rank, around)];
        for detail in others {
            let inside: Vec<Marked<'_>> = detail.iter().map(|block| marked.inside(block)).collect();
            let mut parts = self.parts_of(&inside);
            let line = told_apart(first_line(&mut parts), &mut parts, marked);
            let line = self.without_stop_of_term(line);
            let mut entry = self.entry_at(unbold(line.clone()), around.kind, rank, super::Seams::Parted);
            self.part_by_dress(&mut entry, &line);
            self.lines_under_title(&mut entry, &mut parts);
            entry.body.extend(self.body(parts, around.keyed));
            out.push(entry_block(entry, marked.keep));
        }
        out
    }

    fn entry_of_definition(
        &mut self,
        definition: &Definition,
        marked: &Marked<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Block {
        let (written, _) = flow::rich(&definition.term, &self.manner_of(marked));
        let term = bare(&written);
        self.consume(&written.slice(term.text().len()..written.text().len()), "separator");
        if is_open(around.kind) && details::are_dressed_posts(definition, &self.manner_of(marked)) {
            let mut entry = self.entry_of_slashed(unbold(term), around.kind, rank);
            entry.span = definition.span;
            self.add_dressed_posts(&mut entry, definition, marked);
            return entry_block(entry, marked.keep);
        }
        let inside: Vec<Marked<'_>> =
            definition.details.iter().flatten().map(|block| marked.inside(block)).collect();
        let mut parts = self.parts_of(&inside);
        let posts = are_posts(definition, &self.manner_of(marked), around.kind);
        let stacked = dated_term(definition, &self.manner_of(marked));
        let mut entry = if let Some([date, name]) = stacked {
            let mut entry = self.entry_at(unbold(name), around.kind, rank, super::Seams::Parted);
            if let Some(dated) = split::dated(&date.text()).filter(|_| entry.dates.is_none()) {
                entry.dates = Some(self.dates(&date, &dated));
            } else {
                self.consume(&date, "date, given again");
            }
            entry
        } else if is_date(&term) {
            let line = told_apart(first_line(&mut parts), &mut parts, marked);
            let line = self.without_stop_of_term(line);
            let mut entry = self.entry_at(unbold(line.clone()), around.kind, rank, super::Seams::Parted);
            self.part_by_dress(&mut entry, &line);
            entry
                .parts
                .iter_mut()
                .skip(1)
                .filter(|part| is_keyed(&part.text))
                .for_each(|part| part.role = PartRole::Other);
            if let Some(dated) = split::dated(&term.text()).filter(|_| entry.dates.is_none()) {
                entry.dates = Some(self.dates(&term, &dated));
            } else {
                self.consume(&term, "date, given again");
            }
            entry
        } else if leads_with_dates(definition, &self.manner_of(marked)) {
            let mut entry = self.entry_of_slashed(unbold(term), around.kind, rank);
            let line = lead(&mut parts);
            self.merge(&mut entry, &line);
            entry
        } else {
            self.entry_at(term, around.kind, rank, super::Seams::Inferred)
        };
        entry.span = definition.span;
        unbold_lines(&mut parts);
        if posts && entry.dates.is_none() {
            self.posts_of_term(&mut entry, &mut parts);
        }
        self.lines_under_title(&mut entry, &mut parts);
        entry.body.extend(self.body(parts, around.keyed));
        entry_block(entry, marked.keep)
    }
}

impl Builder<'_> {
    /// Removes the meaningless full stop of a line that begins in bold and belongs to a date.
    fn without_stop_of_term(&mut self, line: Rich) -> Rich {
        let text = line.text();
        let head =
            text.trim_end().strip_suffix('.').filter(|head| !ends_abbreviated(head.trim_end_matches(')')));
        let Some(len) = head.filter(|_| begins_bold(&line)).map(str::len) else { return line };
        self.consume(&line.slice(len..text.len()), "full stop after an entry");
        line.slice(0..len)
    }

    /// `Sample Lab / Baker`: an employer and a post, or a school and a degree, with a slash between them.
    fn entry_of_slashed(&mut self, term: Rich, kind: SectionKind, rank: Rank<'_>) -> Entry {
        let text = term.text().into_owned();
        let mut entry = self.entry_at(term.clone(), kind, rank, super::Seams::Parted);
        let slash = text.find('/').filter(|at| {
            let (before, after) = (&text[..*at], &text[at + 1..]);
            let apart = before.ends_with(' ') || after.starts_with(' ');
            apart && !after.contains('/') && !before.trim().is_empty() && !after.trim().is_empty()
        });
        if let (Some(at), [_]) = (slash, entry.parts.as_slice()) {
            self.consume(&term.slice(at..at + 1), "separator");
            let pieces = vec![term.slice(0..at).trim(), term.slice(at + 1..text.len()).trim()];
            entry.parts = roles(pieces, kind, EntryKind::Entry);
        }
        entry
    }
}

/// `Supervisor: Ann Sample` names no part of an entry.
fn is_keyed(part: &Rich) -> bool {
    let text = part.text();
    key::at_start(&text, key::GRID_KEY).is_some_and(|key| key.value < text.len())
}

/// `October 2018 - Present |`: a date, without the bar or the colon that separates it from its text.
fn bare(term: &Rich) -> Rich {
    let text = term.text();
    let len = text.trim_end_matches(|c: char| is_bar(c) || matches!(c, ':' | '：' | ' ')).len();
    let dates = term.slice(0..len);
    if len > 0 && is_date(&dates) { dates } else { term.clone() }
}

/// `: 2020.03 – today, Testville` below the bold `**Sample Lab / Baker**`: the text begins with a line of dates,
/// perhaps with a place.
fn leads_with_dates(definition: &Definition, manner: &flow::Manner) -> bool {
    let [detail] = definition.details.as_slice() else { return false };
    let Some(md::BlockKind::Paragraph(content)) = detail.first().map(|block| &block.kind) else {
        return false;
    };
    let chunks = flow::chunks(content, manner);
    let Some(Chunk::Lines(lines)) = chunks.first() else { return false };
    let Some(line) = lines.first().map(|line| &line.text) else { return false };
    let text = line.text();
    let short = |dated: &split::Dated| text[dated.outer.end..].chars().map(half_ems).sum::<usize>() <= BESIDE;
    let dated = split::dated_line(line)
        .is_some_and(|dated| dated.outer.start == 0 && dated.found.is_range() && short(&dated));
    let told = text.trim_end().ends_with(['。', '.', ';', '；', ':', '：']);
    dated && !told && flow::rich(&definition.term, manner).0.all(|marks| marks.strong)
}

fn is_open(kind: SectionKind) -> bool {
    is_employment(kind) || matches!(kind, SectionKind::Education | SectionKind::Projects)
}

/// `**MSc, Rolls**; Example University (Testville). Thesis: …`: the text after the first full stop of a line that
/// begins in bold describes it, and goes before the other parts.
fn told_apart<'a>(line: Rich, parts: &mut Vec<Part<'a>>, marked: &'a Marked<'a>) -> Rich {
    let text = line.text();
    let ends = |at: usize| {
        let before = text[..at].trim_end_matches([')', '）']);
        let word = before.rsplit([' ', ',']).next().unwrap_or_default();
        !ends_abbreviated(before)
            && word.chars().count() >= 4
            && !word.contains('.')
            && text[..at].matches(['(', '（']).count() == text[..at].matches([')', '）']).count()
    };
    let stop = text
        .match_indices(". ")
        .map(|(at, _)| at)
        .filter(|at| begins_bold(&line) && text[at + 2..].trim_start().starts_with(char::is_uppercase))
        // `**PhD**, Psychology. University of Sampleton.`
        .filter(|at| {
            is_house(&text[..*at]) || !is_house(text[at + 2..].split(". ").next().unwrap_or_default())
        })
        .find(|at| ends(*at));
    let Some(at) = stop else { return line.clone() };
    let rest = Line { joint: Joint::Start, text: line.slice(at + 2..text.len()).trim() };
    parts.insert(0, Part::Text(vec![Chunk::Lines(vec![rest])], marked));
    line.slice(0..at + 1)
}

fn is_house(text: &str) -> bool {
    words::is_school(text) || words::is_company(text)
}

/// A term of two lines, one of them a date: `__April 2024__` over `__Example Co., Testville__`. Returns the date, and
/// the other line.
fn dated_term(definition: &Definition, manner: &flow::Manner) -> Option<[Rich; 2]> {
    let chunks = flow::chunks(&definition.term, manner);
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [first, second] = lines.as_slice() else { return None };
    let (first, second) = (first.text.clone().trim(), second.text.clone().trim());
    match (is_date(&first), is_date(&second)) {
        (true, false) => Some([first, second]),
        (false, true) => Some([second, first]),
        _ => None,
    }
}

/// `2007 - Example University`: a term with its date at one end.
fn is_dated(term: &Rich) -> bool {
    let text = term.text();
    split::dated_line(term).is_some_and(|dated| {
        let (before, after) = (text[..dated.outer.start].trim(), text[dated.outer.end..].trim());
        // `Winter, Spring 2013`
        let season =
            !before.is_empty() && date::parse(&format!("{} 2000", before.trim_end_matches(','))).is_some();
        dated.firm && before.is_empty() != after.is_empty() && !season
    })
}

fn is_date(text: &Rich) -> bool {
    let text = text.text();
    // `: 2023, 2024`
    let several = || split::dated(&text).is_some_and(|dated| dated.outer.len() == text.trim().len());
    date::parse(&text).is_some() || several()
}

/// Returns whether one of the first lines of a definition's texts is a date, or ends in one.
fn details_hold_date(definition: &Definition, manner: &flow::Manner) -> bool {
    definition.details.iter().flatten().take(4).any(|block| {
        let md::BlockKind::Paragraph(content) = &block.kind else { return false };
        flow::chunks(content, manner).iter().any(|chunk| match chunk {
            Chunk::Lines(lines) => {
                lines.iter().take(4).any(|line| is_date(&line.text) || ends_in_dates(&line.text))
            }
            _ => false,
        })
    })
}

/// `Example University` over `: Ethics, 2017/2018` and `: Logic, 2016/2017`: each text has dates of its own.
fn are_several(definition: &Definition, manner: &flow::Manner) -> bool {
    let dated = |block: &md::Block| match &block.kind {
        md::BlockKind::Paragraph(content) => matches!(
            flow::chunks(content, manner).as_slice(),
            [Chunk::Lines(lines)] if lines.iter().any(|line| ends_in_dates(&line.text) && !is_date(&line.text))
        ),
        _ => false,
    };
    definition.details.iter().filter(|detail| detail.iter().any(dated)).count() > 1
}

/// `Example University` over `: Lecturer, 2017–2018.` and `: Tutor, 2016.`: each text is one short line with a date at
/// one end.
fn are_posts(definition: &Definition, manner: &flow::Manner, kind: SectionKind) -> bool {
    let post = |detail: &Vec<md::Block>| match detail.as_slice() {
        [md::Block { kind: md::BlockKind::Paragraph(content), .. }] => matches!(
            flow::chunks(content, manner).as_slice(),
            [Chunk::Lines(lines)] if matches!(lines.as_slice(), [line] if posts::is_dated_post(&line.text))
        ),
        _ => false,
    };
    (is_employment(kind) || kind == SectionKind::Education) && definition.details.iter().all(post)
}

/// `Engineer, 2012–2013.`
fn ends_in_dates(line: &Rich) -> bool {
    let text = line.text();
    split::dated_line(line).is_some_and(|dated| {
        dated.firm && dated.found.is_range() && text[dated.outer.end..].trim().is_empty()
    })
}

/// Takes the first line off the first paragraph, including the lines that an editor wrapped.
fn first_line(parts: &mut Vec<Part<'_>>) -> Rich {
    let wrapped = |pair: &&[Line]| is_wrapped(&pair[0], &pair[1]);
    first_lines(parts, |lines| lines.windows(2).take_while(wrapped).count())
}

/// Short bold lines under a term are parts of its line.
fn unbold_lines(parts: &mut [Part<'_>]) {
    for part in parts.iter_mut().take(4) {
        let Part::Text(chunks, _) = part else { return };
        for chunk in chunks {
            let Chunk::Lines(lines) = chunk else { continue };
            lines.iter_mut().take(3).for_each(|line: &mut Line| {
                if line.text.all(|marks| marks.strong) {
                    line.text.dress(|marks| (marks.strong, marks.emphasis) = (false, true));
                }
            });
        }
    }
}
