//! A post and an employer in one part, between them a comma or a colon: `Engineer, Example Co.`, `Baker: Sample Inn`.
//! Both marks stand in names, too; what enough entries of a section say by their words holds for those made alike.

use std::ops::Range;

use crate::model::Builder;
use crate::model::build::is_employment;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Part, PartRole};
use crate::model::words;

/// A post has no more words than this.
const POST: usize = 8;

/// Where a part is cut in two.
struct Seam {
    mark: char,
    /// What stands between the two.
    between: Range<usize>,
    role_first: bool,
    /// The words of the employer say that it is one.
    sure: bool,
}

impl Builder<'_> {
    /// Parts posts from employers in the entries of a section.
    pub(in crate::model) fn part_posts(&mut self, blocks: &mut [Block]) {
        let seams: Vec<(usize, Seam)> = blocks
            .iter()
            .enumerate()
            .filter_map(|(at, block)| match &block.kind {
                BlockKind::Entry(entry) => Some((at, seam(&whole(entry)?.text.text())?)),
                _ => None,
            })
            .collect();
        let made = |seam: &Seam| (seam.mark, seam.role_first);
        for (at, seam) in &seams {
            let alike = || seams.iter().filter(|(_, other)| made(other) == made(seam));
            let sure = alike().filter(|(_, other)| other.sure).count();
            // A colon behind a post says it nearly by itself.
            let most = sure > 0 && sure * 3 >= alike().count();
            if !(most || seam.mark == ':' && (sure > 0 || alike().count() > 1)) {
                continue;
            }
            let BlockKind::Entry(entry) = &mut blocks[*at].kind else { continue };
            let Some(place) = entry.parts.iter().position(|part| part.role == PartRole::Organization) else {
                continue;
            };
            let text = entry.parts[place].text.clone();
            let len = text.text().len();
            let [first, second] = match seam.role_first {
                true => [PartRole::Role, PartRole::Organization],
                false => [PartRole::Organization, PartRole::Role],
            };
            if !seam.sure {
                let why = "told apart as its sisters are: the words do not say which is the employer";
                self.doubt(entry.span, why, "write `Employer | Post`, or each on a line of its own");
            }
            self.consume(&text.slice(seam.between.clone()), "separator");
            entry.parts[place] = Part { role: first, text: text.slice(0..seam.between.start) };
            let rest = Part { role: second, text: text.slice(seam.between.end..len) };
            entry.parts.insert(place + 1, rest);
        }
    }
}

/// The part of an entry that is employer and position in one.
fn whole(entry: &Entry) -> Option<&Part> {
    let named = |part: &&Part| matches!(part.role, PartRole::Organization | PartRole::Role | PartRole::Title);
    let mut parts = entry.parts.iter().filter(named);
    let part = parts.next().filter(|part| part.role == PartRole::Organization)?;
    let alone = parts.next().is_none() && entry.kind == EntryKind::Entry && is_employment(entry.section);
    // A post of its own under it says what stands in the title is the employer.
    let dated = entry.dates.is_some();
    (alone && dated).then_some(part)
}

fn seam(text: &str) -> Option<Seam> {
    let marks = text.match_indices(", ").chain(text.match_indices(": "));
    let mut cuts: Vec<(usize, char)> = marks
        .filter(|(at, _)| !in_brackets(text, *at))
        .map(|(at, mark)| (at, mark.as_bytes()[0] as char))
        .collect();
    cuts.sort_unstable();
    let single = cuts.len() == 1;
    cuts.into_iter().rev().find_map(|(at, mark)| {
        let (before, after) = (&text[..at], text[at + 2..].trim_start());
        let start = text.len() - after.len();
        let found = |role_first, sure| Some(Seam { mark, between: at..start, role_first, sure });
        if is_post(before) && !words::is_job(after) && !words::is_place(after) {
            let sure = is_employer(after);
            return if sure || single && is_name(after) { found(true, sure) } else { None };
        }
        let employer = mark == ',' && !words::is_job(before) && is_employer(before);
        if employer && single && is_post(after) { found(false, true) } else { None }
    })
}

fn is_post(text: &str) -> bool {
    words::is_job(text) && text.split_whitespace().count() <= POST
}

fn is_employer(text: &str) -> bool {
    words::is_company(text) || words::is_school(text)
}

/// `Samplesoft`, `example.com`: words that may be a name.
fn is_name(text: &str) -> bool {
    let domain = text.contains('.') && !text.contains(' ');
    domain || text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

fn in_brackets(text: &str, at: usize) -> bool {
    let count = |marks: [char; 2]| text[..at].matches(marks).count();
    count(['(', '[']) > count([')', ']'])
}
