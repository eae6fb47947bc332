//! A post and an employer in one part, or a degree and a school: `Engineer, Example Co.`, `Baker @ Sample Inn`,
//! `某云（工程师）`, `**Example Co.** *Baker*`, `MSc Physics at Sample University`. Their separators occur in names, too; the
//! cuts confirmed by the words of enough entries of a section hold for those of the same shape.

mod brackets;
mod degrees;
mod kin;
mod schools;
mod seams;
mod sisters;
mod studies;
mod wide;

use super::{barred, whole_posts};
use crate::model::Builder;
use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use kin::Kin;
pub(super) use kin::is_post_alone;
use seams::{Joint, Seam};
pub(super) use seams::{before_joint, behind_brackets, is_no_employer, place_behind};

/// Returns whether a text names a post and, by its words, an employer.
pub(super) fn is_pair(text: &Rich) -> bool {
    seams::find(text, Kin::Work).is_some_and(|seam| seam.sure)
}

impl Builder<'_> {
    /// Splits posts from employers in the entries of a section, and in those of a section in it.
    pub(in crate::model) fn part_posts(&mut self, blocks: &mut [Block]) {
        self.take_lone_lines(blocks);
        let seams: Vec<(usize, Seam)> = blocks
            .iter()
            .enumerate()
            .filter_map(|(at, block)| match &block.kind {
                BlockKind::Entry(entry) if !self.are_parts_declared(entry) => {
                    let (part, kin) = whole(entry)?;
                    Some((at, seams::find(&part.text, kin)?))
                }
                _ => None,
            })
            .collect();
        // If each entry has a post after the comma, no word need confirm that the text before it is an employer.
        let whole = blocks.iter().filter(|block| matches!(&block.kind, BlockKind::Entry(_))).count();
        let mut cut = Vec::new();
        for (at, seam) in &seams {
            let alike = || seams.iter().filter(|(_, other)| other.made() == seam.made());
            let (all, sure) = (alike().count(), alike().filter(|(_, other)| other.sure).count());
            let most = sure > 0 && sure * 3 >= all;
            // A colon after a post nearly suffices by itself.
            let posts = seam.is_post_before_comma() && !kin::is_field(&behind(&blocks[*at], seam));
            let told =
                all > 1 && (seam.joint == Joint::Colon || (seam.is_house_first() || posts) && all == whole);
            if let BlockKind::Entry(entry) = &mut blocks[*at].kind
                && (most || told)
            {
                self.cut_post(entry, seam);
                cut.push(seam);
            }
        }
        self.part_as_sisters(blocks, &cut);
        self.part_schools(blocks);
        for block in blocks {
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            if self.are_parts_declared(entry) {
                continue;
            }
            self.without_sign(entry);
            alone(entry);
            house_over_department(entry);
            self.part_studies(entry);
            self.part_degree(entry);
            self.without_stop_of_school(entry);
            if entry.section != SectionKind::Projects && entry.dates.is_none() {
                self.part_posts(&mut entry.body);
            }
        }
    }

    /// Splits the entries that no word divides in the same way as those that were cut.
    fn part_as_sisters(&mut self, blocks: &mut [Block], cut: &[&Seam]) {
        let open = |builder: &Self, block: &Block| match &block.kind {
            BlockKind::Entry(entry) if !builder.are_parts_declared(entry) => whole(entry).is_some(),
            _ => false,
        };
        let text = |block: &Block| match &block.kind {
            BlockKind::Entry(entry) => whole(entry).map(|(part, _)| part.text.text().into_owned()),
            _ => None,
        };
        let text = |block: &Block| text(block).filter(|text| text.len() <= seams::LONGEST);
        let others: Vec<String> = blocks.iter().filter(|block| open(self, block)).filter_map(text).collect();
        let Some(made) = sisters::pattern(cut, &others) else { return };
        for block in blocks {
            if !open(self, block) {
                continue;
            }
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            let short = whole(entry).filter(|(part, _)| part.text.text().len() <= seams::LONGEST);
            let seam = short.and_then(|(part, kin)| sisters::cut(&part.text.text(), kin, made));
            if let Some(seam) = seam {
                self.cut_post(entry, &seam);
            }
        }
    }

    fn are_parts_declared(&self, entry: &Entry) -> bool {
        entry.parts.first().is_some_and(|first| self.has_declared_parts(&first.text))
    }

    /// Splits a post from an employer where one of them is bold in the line that opened the entry.
    pub(super) fn part_bold_post(&mut self, entry: &mut Entry, line: &Rich) {
        self.part_linked_employer(entry);
        let Some((part, kin)) = whole(entry) else { return };
        let (text, all) = (part.text.text(), line.text());
        let Some(at) = all.find(&*text) else { return };
        if let Some(seam) = seams::look(&line.slice(at..at + text.len()), kin) {
            self.cut_post(entry, &seam);
        }
    }

    /// `**Engineer**: [Example AG](…), 2016 – 2018, Testville, ZH`: the part in the place of the employer is the place,
    /// if a link after the post names the employer.
    fn part_linked_employer(&mut self, entry: &mut Entry) {
        let at = |role| entry.parts.iter().position(|part| part.role == role);
        let (Some(post), Some(place)) = (at(PartRole::Role), at(PartRole::Organization)) else { return };
        let text = entry.parts[post].text.clone();
        let linked = text.runs().last().is_some_and(|run| run.link.is_some());
        let Some(seam) =
            seams::look(&text, Kin::Work).filter(|_| linked && entry.part(PartRole::Place).is_none())
        else {
            return;
        };
        if seam.roles[0] != PartRole::Role || !is_employment(entry.section) {
            return;
        }
        seam.gaps.iter().for_each(|gap| self.consume(&text.slice(gap.clone()), "separator"));
        let [own, house] = seam.pieces;
        entry.parts[place].role = PartRole::Place;
        entry.parts[post].text = text.slice(own);
        entry.parts.insert(post + 1, Part { role: PartRole::Organization, text: text.slice(house) });
    }

    /// Splits the subject from the school right before it.
    fn part_studies(&mut self, entry: &mut Entry) {
        let study = entry.section == SectionKind::Education && entry.part(PartRole::Subject).is_none();
        let Some(school) = entry.part(PartRole::Organization).filter(|_| study) else { return };
        if let Some(seam) = studies::studied(&school.text()) {
            self.cut_post(entry, &seam);
        }
    }

    /// Takes the sign before an employer or school off it: `**Diploma** @ [Sample School](…)`, split by its look alone.
    fn without_sign(&mut self, entry: &mut Entry) {
        for part in entry.parts.iter_mut().filter(|part| part.role == PartRole::Organization) {
            let text = part.text.text();
            let Some(house) = text.strip_prefix("@ ").map(str::trim_start).filter(|house| !house.is_empty())
            else {
                continue;
            };
            let at = text.len() - house.len();
            let house = part.text.slice(at..text.len());
            self.consume(&part.text.slice(0..at), "separator");
            part.text = house;
        }
    }

    fn cut_post(&mut self, entry: &mut Entry, seam: &Seam) {
        let Some(place) = entry.parts.iter().position(|part| part.role == PartRole::Organization) else {
            return;
        };
        let text = entry.parts[place].text.clone();
        if !seam.sure {
            let why = "split like the entries around it: the words do not say which is the employer";
            self.doubt(entry.span, why, "write `Employer | Post`, or each on a line of its own");
        }
        for gap in &seam.gaps {
            self.consume(&text.slice(gap.clone()), "separator");
        }
        // The part in the place of a post is none: `*Testville*` under `Engineer @ Example Co.`
        for part in entry.parts.iter_mut().filter(|part| part.role == PartRole::Role) {
            part.role = PartRole::Other;
        }
        let [first, second] = seam.roles;
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
        self.unbracket_place(entry);
    }
}

impl Builder<'_> {
    /// `Example Co., Testville`: the employer, and where it is.
    pub(super) fn place_of_employer(&mut self, employer: Part, entry: &Entry) -> Vec<Part> {
        let text = employer.text.text().into_owned();
        let Some(gap) = seams::place_at_end(&text).filter(|_| entry.part(PartRole::Place).is_none()) else {
            return vec![employer];
        };
        self.consume(&employer.text.slice(gap.clone()), "separator");
        let place = Part { role: PartRole::Place, text: employer.text.slice(gap.end..text.len()) };
        vec![Part { text: employer.text.slice(0..gap.start), ..employer }, place]
    }
}

/// `**Lecturer**, Faculty of Dough` over `**Sample University**`: the second is the employer, and the first a part of it.
fn house_over_department(entry: &mut Entry) {
    const PARTS: [&str; 8] = ["Division", "Department", "Dept", "Faculty", "Team", "Group", "Unit", "School"];
    let is_part = |text: &str| {
        let word = text.split([' ', '.']).next().unwrap_or_default();
        PARTS.contains(&word) && !words::is_company(text)
    };
    let at = |role: PartRole, fits: &dyn Fn(&str) -> bool| {
        entry.parts.iter().position(|part| part.role == role && fits(&part.text.text()))
    };
    let house = |text: &str| Kin::Work.is_house(text) && !is_part(text);
    let (department, house) = (at(PartRole::Organization, &is_part), at(PartRole::Other, &house));
    if let (Some(department), Some(house)) = (department, house)
        && is_employment(entry.section)
    {
        entry.parts[department].role = PartRole::Other;
        entry.parts[house].role = PartRole::Organization;
    }
}

/// `### 独立开发者`, `### Barista`, `### Abitur`: a post whose employer is not named, a degree without its school.
fn alone(entry: &mut Entry) {
    let Some((part, kin)) = whole(entry) else { return };
    let own = match kin {
        Kin::Work => {
            let text = part.text.text();
            // `Director - Ovens & Rolls`
            let field = || barred::is_post_and_field(&text, None) && whole_posts::names_a_field(&text);
            let post = kin::is_post_alone(&text) || field();
            post && entry.part(PartRole::Role).is_none()
        }
        Kin::Study => {
            let text = part.text.text();
            kin.is_own(&text) && !words::is_school(&text) && entry.part(PartRole::Subject).is_none()
        }
    };
    let employs = entry.body.iter().any(|block| matches!(block.kind, BlockKind::Entry(_)));
    if let Some(part) = entry.parts.iter_mut().find(|part| part.role == PartRole::Organization)
        && own
        && !employs
    {
        part.role = kin.own();
        // `*Sample Co., Testville, TX*` below a post alone: no place, but the employer.
        let employs = |part: &&mut Part| {
            let text = part.text.text();
            part.role == PartRole::Place
                && text.matches(", ").count() > 1
                && seams::place_behind(&text).is_some()
        };
        if let Some(part) = entry.parts.iter_mut().find(employs).filter(|_| kin == Kin::Work) {
            part.role = PartRole::Organization;
        }
    }
}

/// Returns the text after the cut of an entry.
fn behind(block: &Block, seam: &Seam) -> String {
    let BlockKind::Entry(entry) = &block.kind else { return String::new() };
    whole(entry).map_or(String::new(), |(part, _)| part.text.text()[seam.pieces[1].clone()].to_owned())
}

/// Returns the part of an entry that may be employer and position in one, or school and degree.
fn whole(entry: &Entry) -> Option<(&Part, Kin)> {
    if entry.section == SectionKind::Education {
        let school = entry.parts.iter().find(|part| part.role == PartRole::Organization)?;
        let free = entry.part(PartRole::Degree).is_none() && entry.kind == EntryKind::Entry;
        return free.then_some((school, Kin::Study));
    }
    let named = |part: &&Part| matches!(part.role, PartRole::Organization | PartRole::Role | PartRole::Title);
    let mut parts = entry.parts.iter().filter(named);
    let part = parts.next().filter(|part| part.role == PartRole::Organization)?;
    let no_post = |text: &str| !words::is_job(text) && !words::is_company(text) && !words::is_school(text);
    let alone = parts.all(|other| other.role == PartRole::Role && no_post(&other.text.text()));
    let is_role =
        |block: &Block| matches!(&block.kind, BlockKind::Entry(inner) if inner.kind == EntryKind::Role);
    // A post of its own under it means that the title is the employer.
    let own = entry.dates.is_some() || !entry.body.iter().any(is_role);
    (alone && own && entry.kind == EntryKind::Entry && is_employment(entry.section))
        .then_some((part, Kin::Work))
}
