//! Posts one below the other, each with its dates, over the line of their employer: `**Lecturer**, 2024 –` over
//! `**Tutor**, 2020 – 2024` over `*Sample College*, Testville`.

use super::below::ends_like_text;
use super::opening::{begins_bold, is_open_to_entries, is_short, unbold};
use super::{Builder, Rank, Seams};
use crate::model::blocks::Part;
use crate::model::flow::{Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, EntryKind, PartRole};
use crate::model::rich::Rich;
use crate::model::section::entry_block;
use crate::model::split;
use crate::model::words;
use crate::source::chars::is_bar;

impl Builder<'_> {
    /// Returns the employer in the last line of a paragraph, containing the posts above it.
    pub(in crate::model) fn posts_over_employer(
        &mut self,
        part: &Part<'_>,
        kind: SectionKind,
        rank: Rank<'_>,
    ) -> Option<Block> {
        let Part::Text(chunks, marked) = part else { return None };
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
        if marked.off || marked.page_break || !are_posts_over_employer(lines, kind, rank) {
            return None;
        }
        let (house, posts) = lines.split_last()?;
        let mut entry = self.entry_at(unbold(house.text.clone()), kind, rank, Seams::Inferred);
        self.part_by_dress(&mut entry, &house.text);
        entry.span = marked.block.span;
        for post in posts {
            let below = Rank { depth: rank.depth + 1, parent: Some(&entry), grouped: rank.grouped };
            let mut own = self.opened(post.text.clone(), kind, below);
            own.kind = EntryKind::Role;
            if let [first] = own.parts.as_mut_slice()
                && matches!(first.role, PartRole::Title | PartRole::Organization)
            {
                first.role = PartRole::Role;
            }
            entry.body.push(entry_block(own, false));
        }
        Some(entry_block(entry, marked.keep))
    }
}

/// Joins the lines of a paragraph that were separated, each as the beginning of an entry, if they are posts over their
/// employer.
pub(in crate::model) fn join_posts(parts: &mut Vec<Part<'_>>, kind: SectionKind, rank: Rank<'_>) {
    let mut at = 0;
    while at + 1 < parts.len() {
        let lines = lines_from(&parts[at..]);
        let count = lines.len();
        let lines: Vec<Line> = lines.into_iter().flatten().cloned().collect();
        if count > 1
            && are_posts_over_employer(&lines, kind, rank)
            && let Part::Text(chunks, _) = &mut parts[at]
        {
            *chunks = vec![Chunk::Lines(lines)];
            parts.drain(at + 1..at + count);
            at += 1;
        } else {
            at += count.max(1);
        }
    }
}

/// Returns the lines of the paragraphs that were one.
fn lines_from<'p>(parts: &'p [Part<'_>]) -> Vec<&'p [Line]> {
    let whole = |part: &'p Part<'_>| match part {
        Part::Text(chunks, marked) => match chunks.as_slice() {
            [Chunk::Lines(lines)] => Some((marked.block.span, lines.as_slice())),
            _ => None,
        },
        _ => None,
    };
    let Some((span, _)) = parts.first().and_then(whole) else { return Vec::new() };
    parts.iter().map_while(whole).take_while(|(own, _)| *own == span).map(|(_, lines)| lines).collect()
}

/// Returns whether the lines of a paragraph are two or more posts with their dates, and their employer.
fn are_posts_over_employer(lines: &[Line], kind: SectionKind, rank: Rank<'_>) -> bool {
    let Some((house, posts)) = lines.split_last() else { return false };
    let named = posts.iter().filter(|line| {
        let text = line.text.text();
        words::is_job(&text) || words::is_degree(&text)
    });
    rank.is_first()
        && is_open_to_entries(kind)
        && posts.len() > 1
        && posts.iter().all(|line| is_dated_post(&line.text))
        && named.count() * 2 >= posts.len()
        && is_house(&house.text)
}

/// `**Lecturer**, 2024 –`: a short line that begins in bold and ends in its dates, and names no employer or school.
fn is_dated_post(line: &Rich) -> bool {
    let text = line.text();
    let dated = split::dated_line(line).filter(|dated| dated.firm && dated.found.is_range());
    dated.is_some_and(|dated| {
        let post = text[..dated.outer.start].trim_end_matches(|c| matches!(c, ' ' | ',' | '，') || is_bar(c));
        dated.outer.end == text.trim_end().len()
            && begins_bold(line)
            && is_short(line)
            && line.slice(0..post.len()).all(|marks| marks.strong)
            && !words::is_school(post)
    })
}

/// `*Sample College*, Testville`: a line in italics, or the name of an employer or school, perhaps with a place.
fn is_house(line: &Rich) -> bool {
    let text = line.text();
    let led = line.runs().find(|run| !run.text.trim().is_empty()).is_some_and(|run| run.marks.emphasis);
    (led || words::is_company(&text) || words::is_school(&text))
        && !begins_bold(line)
        && is_short(line)
        && !split::has_date(line)
        && !ends_like_text(&text)
        && !text.trim_end().ends_with('.')
        && !words::is_job(&text)
        && key::at_start(&text, key::GRID_KEY).is_none()
}
