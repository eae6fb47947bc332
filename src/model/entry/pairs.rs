//! A post and an employer in one part: `Engineer, Example Co.`, `Baker @ Sample Inn`, `某云（工程师）`, `**Example Co.**
//! *Baker*`. What parts them stands in names, too; what enough entries of a section say by their words holds for those
//! made alike.

mod seams;

use crate::model::Builder;
use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use seams::{Joint, Seam};

/// Tells whether a text names a post and, by its words, an employer.
pub(super) fn is_pair(text: &Rich) -> bool {
    seams::find(text).is_some_and(|seam| seam.sure)
}

impl Builder<'_> {
    /// Parts posts from employers in the entries of a section, and in those of a section in it.
    pub(in crate::model) fn part_posts(&mut self, blocks: &mut [Block]) {
        let seams: Vec<(usize, Seam)> = blocks
            .iter()
            .enumerate()
            .filter_map(|(at, block)| match &block.kind {
                BlockKind::Entry(entry) => Some((at, seams::find(&whole(entry)?.text)?)),
                _ => None,
            })
            .collect();
        for (at, seam) in &seams {
            let alike = || seams.iter().filter(|(_, other)| other.made() == seam.made());
            let (all, sure) = (alike().count(), alike().filter(|(_, other)| other.sure).count());
            let most = sure > 0 && sure * 3 >= all;
            // A colon behind a post says it nearly by itself.
            let told = seam.joint == Joint::Colon && all > 1;
            if let BlockKind::Entry(entry) = &mut blocks[*at].kind
                && (most || told)
            {
                self.cut_post(entry, seam);
            }
        }
        for block in blocks {
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            alone(entry);
            if entry.section != SectionKind::Projects && entry.dates.is_none() {
                self.part_posts(&mut entry.body);
            }
        }
    }

    /// Parts a post from an employer where one of them is bold in the line that opened the entry.
    pub(super) fn part_bold_post(&mut self, entry: &mut Entry, line: &Rich) {
        let Some(part) = whole(entry) else { return };
        let (text, all) = (part.text.text(), line.text());
        let Some(at) = all.find(&*text) else { return };
        if let Some(seam) = seams::look(&line.slice(at..at + text.len())) {
            self.cut_post(entry, &seam);
        }
    }

    fn cut_post(&mut self, entry: &mut Entry, seam: &Seam) {
        let Some(place) = entry.parts.iter().position(|part| part.role == PartRole::Organization) else {
            return;
        };
        let text = entry.parts[place].text.clone();
        if !seam.sure {
            let why = "told apart as its sisters are: the words do not say which is the employer";
            self.doubt(entry.span, why, "write `Employer | Post`, or each on a line of its own");
        }
        for gap in &seam.gaps {
            self.consume(&text.slice(gap.clone()), "separator");
        }
        // What stood where a post stands is none: `*Testville*` under `Engineer @ Example Co.`
        for part in entry.parts.iter_mut().filter(|part| part.role == PartRole::Role) {
            part.role = PartRole::Other;
        }
        let [first, second] = match seam.role_first {
            true => [PartRole::Role, PartRole::Organization],
            false => [PartRole::Organization, PartRole::Role],
        };
        let [before, after] = seam.pieces.clone();
        let mut parts = vec![
            Part { role: first, text: text.slice(before) },
            Part { role: second, text: text.slice(after) },
        ];
        parts.extend(seam.rest.clone().map(|rest| Part { role: PartRole::Other, text: text.slice(rest) }));
        if let Some(employer) = parts.pop_if(|last| last.role == PartRole::Organization) {
            parts.extend(self.place_of_employer(employer, entry));
        }
        entry.parts.splice(place..=place, parts);
    }
}

impl Builder<'_> {
    /// `Example Co., Testville`: the employer, and where it is.
    fn place_of_employer(&mut self, employer: Part, entry: &Entry) -> Vec<Part> {
        let text = employer.text.text().into_owned();
        let Some(gap) = seams::place_behind(&text).filter(|_| entry.part(PartRole::Place).is_none()) else {
            return vec![employer];
        };
        self.consume(&employer.text.slice(gap.clone()), "separator");
        let place = Part { role: PartRole::Place, text: employer.text.slice(gap.end..text.len()) };
        vec![Part { text: employer.text.slice(0..gap.start), ..employer }, place]
    }
}

/// `### 独立开发者`, `### Barista`: a post whose employer is not named.
fn alone(entry: &mut Entry) {
    let post = whole(entry).is_some_and(|part| seams::is_post_alone(&part.text.text()));
    let single = entry.part(PartRole::Role).is_none();
    let employs = entry.body.iter().any(|block| matches!(block.kind, BlockKind::Entry(_)));
    if let Some(part) = entry.parts.iter_mut().find(|part| part.role == PartRole::Organization)
        && post
        && single
        && !employs
    {
        part.role = PartRole::Role;
    }
}

/// The part of an entry that may be employer and position in one.
fn whole(entry: &Entry) -> Option<&Part> {
    let named = |part: &&Part| matches!(part.role, PartRole::Organization | PartRole::Role | PartRole::Title);
    let mut parts = entry.parts.iter().filter(named);
    let part = parts.next().filter(|part| part.role == PartRole::Organization)?;
    let no_post = |text: &str| !words::is_job(text) && !words::is_company(text);
    let alone = parts.all(|other| other.role == PartRole::Role && no_post(&other.text.text()));
    let post_below = entry
        .body
        .iter()
        .any(|block| matches!(&block.kind, BlockKind::Entry(inner) if inner.kind == EntryKind::Role));
    // A post of its own under it says that what stands in the title is the employer.
    let own = entry.dates.is_some() || !post_below;
    (alone && own && entry.kind == EntryKind::Entry && is_employment(entry.section)).then_some(part)
}
