//! Lines of one list that are paragraphs: all of them open entries, or none does.

use super::Rank;
use super::opening::{Opening, TITLE, begins_bold, extent, is_sure, opening};
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::{Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::rich::Rich;
use crate::source::markdown as md;

/// So many paragraphs in a row are a list.
const LIST: usize = 3;
/// What is bold at the head of a line is no longer than this, in bytes.
const LEAD: usize = 400;

/// Tells which paragraphs stay text: they stand in a row of bold words that end in a date each, of which some would open
/// entries and others, with more behind their dates, would not: `**Bread Days, 2018**` over `**Roll Days, 2017** (speaker)`.
pub(in crate::model) fn stay_text(
    parts: &[Part<'_>],
    alike: &[bool],
    kind: SectionKind,
    rank: Rank<'_>,
) -> Vec<bool> {
    let mut out = vec![false; parts.len()];
    let mut at = 0;
    while at < parts.len() {
        let lists: Vec<&[Line]> = parts[at..].iter().map_while(dated_names).collect();
        let opens = |(nth, lines): (usize, &&[Line])| {
            alike[at + nth] || opening(lines, kind, rank) == Some(Opening::Title)
        };
        let open = lists.iter().enumerate().filter(|pair| opens(*pair)).count();
        if lists.len() >= LIST && open < lists.len() {
            out[at..at + lists.len()].fill(true);
        }
        at += lists.len().max(1);
    }
    out
}

/// The lines of a paragraph that begins with bold words which end in a date.
fn dated_names<'p>(part: &'p Part<'_>) -> Option<&'p [Line]> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    // `**Baker, 2019**` with what was done there right below it is an entry, whatever stands beside it.
    let whole = lines.first().is_some_and(|line| line.text.all(|marks| marks.strong));
    let own = lines.first().is_some_and(|line| ends_in_date(&line.text)) && !(whole && lines.len() > 1);
    (own && !marked.off && !marked.page_break).then_some(lines)
}

fn ends_in_date(line: &Rich) -> bool {
    let lead: String = line.runs().take_while(|run| run.marks.strong).map(|run| run.text.as_str()).collect();
    if !begins_bold(line) || lead.len() > LEAD || key::at_start(&line.text(), key::GRID_KEY).is_some() {
        return false;
    }
    let found = date::find_all(&lead);
    found
        .last()
        .is_some_and(|last| last.range.start > 0 && lead[last.end_with_duration()..].trim().is_empty())
}

/// Tells which paragraphs are a line of bold words, a dash or a bar and words in italics, over a list, where all paragraphs
/// are: `**Loaves and Moods** - *Example Institute - Thesis*`.
pub(super) fn two_looks_over_lists(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let list = |part: &Part<'_>| match part {
        Part::Other(marked) => matches!(marked.block.kind, md::BlockKind::List { .. }),
        _ => false,
    };
    let own = |at: usize| {
        let Part::Text(chunks, marked) = &parts[at] else { return false };
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return false };
        matches!(lines.as_slice(), [line] if !marked.off && is_bold_then_italic(&line.text))
            && parts.get(at + 1).is_some_and(list)
    };
    let found: Vec<bool> = (0..parts.len()).map(|at| is_sure(kind, rank) && own(at)).collect();
    let several = found.iter().filter(|own| **own).count() > 1;
    let all = parts.iter().zip(&found).all(|(part, own)| *own || list(part));
    found.into_iter().map(|own| own && several && all).collect()
}

fn is_bold_then_italic(line: &Rich) -> bool {
    let mut runs = line.runs().filter(|run| !run.text.trim().is_empty()).skip_while(|run| run.marks.strong);
    let mark = runs.next().is_some_and(|run| matches!(run.text.trim(), "-" | "–" | "—" | "|" | "·"));
    let italics: Vec<bool> = runs.map(|run| run.marks.emphasis).collect();
    begins_bold(line)
        && extent(&line.text()) <= TITLE
        && mark
        && !italics.is_empty()
        && !italics.contains(&false)
}
