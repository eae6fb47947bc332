//! Schools behind the comma of what was studied there, where the sisters of an entry have theirs so: `- Oven Certificate, Sample
//! School (2019)` beside `- BBA, Sample University (2013)`.

use std::ops::Range;

use super::kin::is_name;
use super::seams::in_brackets;
use crate::model::Builder;
use crate::model::entry::undated::is_degree;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Part, PartRole};
use crate::model::split;
use crate::model::words;

/// The largest number of words in the name of a school that no word tells of.
const NAME: usize = 4;

/// Where the school begins in a part, and whether a word says that it is one.
struct Found {
    part: usize,
    gap: Range<usize>,
    named: bool,
    degree: bool,
}

impl Builder<'_> {
    /// Splits the schools of a section from what was studied, if a sister has its school in a part of its own.
    pub(super) fn part_schools(&mut self, blocks: &mut [Block]) {
        let found: Vec<Option<Found>> = blocks
            .iter()
            .map(|block| match &block.kind {
                BlockKind::Entry(entry) if !self.are_parts_declared(entry) => school_behind(entry),
                _ => None,
            })
            .collect();
        let parted =
            blocks.iter().filter(|block| matches!(&block.kind, BlockKind::Entry(entry) if is_parted(entry)));
        let sure = found.iter().flatten().filter(|found| found.named && found.degree).count();
        let told = parted.count() + sure;
        for (block, found) in blocks.iter_mut().zip(found) {
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            let Some(found) = found else { continue };
            if told == 0 || told < 2 && !found.named {
                continue;
            }
            let text = entry.parts[found.part].text.clone();
            self.consume(&text.slice(found.gap.clone()), "separator");
            let own = if found.degree { PartRole::Degree } else { PartRole::Title };
            let both = [
                Part { role: own, text: text.slice(0..found.gap.start) },
                Part { role: PartRole::Organization, text: text.slice(found.gap.end..text.text().len()) },
            ];
            entry.parts.splice(found.part..=found.part, both);
        }
    }
}

/// Returns whether what was studied and the school are two parts of an entry already.
fn is_parted(entry: &Entry) -> bool {
    let school = entry.part(PartRole::Organization).is_some_and(|part| words::is_school(&part.text()));
    entry.section == SectionKind::Education
        && school
        && [PartRole::Degree, PartRole::Title, PartRole::Subject]
            .iter()
            .any(|role| entry.part(*role).is_some())
}

fn school_behind(entry: &Entry) -> Option<Found> {
    let own = |part: &Part| {
        matches!(part.role, PartRole::Organization | PartRole::Degree | PartRole::Title | PartRole::Subject)
    };
    let mut parts = entry.parts.iter().enumerate().filter(|(_, part)| own(part));
    let ((part, own), None) = (parts.next()?, parts.next()) else { return None };
    if entry.section != SectionKind::Education || entry.kind != EntryKind::Entry {
        return None;
    }
    let text = own.text.text();
    let commas: Vec<usize> =
        text.match_indices(", ").map(|(at, _)| at).filter(|at| !in_brackets(&text, *at)).collect();
    let ends = |at: usize| commas.iter().copied().find(|next| *next > at).unwrap_or(text.len());
    let school = commas.iter().copied().find(|at| words::is_school(&text[at + 2..ends(*at)]));
    let at = school.or_else(|| commas.last().copied())?;
    let (before, after) = (&text[..at], &text[at + 2..]);
    let degree = is_degree(before);
    let house = school.is_some() && !words::is_school(before);
    let name = || {
        degree
            && is_name(after)
            && !words::is_place(after)
            && !words::is_grade(after)
            && !split::is_enumerated(before, after)
            && after.split_whitespace().count() <= NAME
    };
    (house || school.is_none() && name()).then(|| Found {
        part,
        gap: at..at + 2,
        named: school.is_some(),
        degree,
    })
}
