//! J214 and J221: lines and sections that became no entry, and entries whose parts their words contradict.

use super::reporter::Reporter;
use super::sisters::{bold_text, parted_alone, undated_sisters, unlike_sisters};
use super::{lost, walk};
use crate::diag::{Span, code, message};
use crate::model::date;
use crate::model::entry::is_of_a_person;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Header, PartRole, Section};
use crate::model::rich::Rich;
use crate::model::{split, words};
use crate::source::chars::half_ems;

/// Reports text that is no entry in a section that should have some, and doubtful parts of its entries.
pub(super) fn check(section: &Section, reporter: &mut Reporter<'_>) {
    use SectionKind::{Education, Projects, Work};
    reporter.studies = section.kinds.first() == Some(&Education);
    match section.kinds.first() {
        Some(Work) => no_entry(&section.blocks, is_dated, reporter),
        Some(Education) => {
            no_entry(&section.blocks, |text| is_dated(text) || ends_with_date(text), reporter);
        }
        Some(Projects) => no_entry(&section.blocks, is_dated_title, reporter),
        _ => {
            dated_title(section, reporter);
            lost::section_like_entry(section, reporter);
            parted_alone(&section.blocks, reporter);
            // Its sisters are entries.
            if section.blocks.iter().filter(|block| is_dated_entry(block)).count() > 1 {
                no_entry(&section.blocks, is_dated, reporter);
                undated_sisters(&section.blocks, reporter);
            } else if section.kinds == [SectionKind::Other] {
                rows_of_dates(section, reporter);
            }
            return;
        }
    }
    dated_title(section, reporter);
    lost::entry_like_section(section, reporter);
    lost::dates_in_text(&section.blocks, reporter);
    without(section, reporter);
    section.blocks.iter().for_each(|block| parts(block, reporter));
    unlike_sisters(&section.blocks, reporter);
    bold_text(&section.blocks, reporter);
    parted_alone(&section.blocks, reporter);
    lost::tables(&section.blocks, reporter);
    lost::undated(&section.blocks, reporter);
}

/// Reports a section of no known kind whose lines have ranges of dates: they would be entries if it were known.
fn rows_of_dates(section: &Section, reporter: &mut Reporter<'_>) {
    // Lines that begin or end in a range are posts and studies; a single year may be anything.
    let texts = walk::openings_of(&section.blocks);
    let dated = || texts.iter().filter(|text| is_dated(text));
    let most = dated().count() >= 2 && dated().count() * 2 >= texts.len();
    if let Some(span) = dated().find_map(|text| text.span()).filter(|_| most) {
        let hint = message!(
            "say what the section is, `<!-- section: work -->` above its title, or write each as a heading: \
             `### {entry}`",
            entry = reporter.samples.line()
        );
        let message = "the lines of this section have dates but are read as no entries";
        reporter.report(code::NO_ENTRY, span, message, hint);
    }
}

/// Reports lines with a range of dates above the first section: jobs without a title above them.
pub(super) fn check_header(header: &Header, reporter: &mut Reporter<'_>) {
    let Some(line) = header.blocks.iter().find_map(dated_line_of) else { return };
    let hint = reporter.samples.above();
    reporter.report(code::NO_ENTRY, line, "this line has dates but is above the first section", hint);
}

/// Returns the place of the first line with a range of dates in a paragraph.
fn dated_line_of(block: &Block) -> Option<Span> {
    let BlockKind::Paragraph(lines) = &block.kind else { return None };
    lines.iter().find(|line| is_dated(&line.body)).and_then(|line| line.body.span())
}

/// Reports a section whose title is that of an entry: `## Example Co. | 2016 – 2018`.
fn dated_title(section: &Section, reporter: &mut Reporter<'_>) {
    let named = section.title.text().chars().any(char::is_alphabetic);
    if named && is_dated_title(&section.title) {
        let hint = reporter.samples.below();
        reporter.report(
            code::NO_ENTRY,
            section.span,
            "the title of a section has dates, like an entry",
            hint,
        );
    }
}

fn is_dated_entry(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Entry(entry) if entry.dates.is_some())
}

/// Reports a section of jobs, schools or projects with several pieces and no entry.
fn without(section: &Section, reporter: &mut Reporter<'_>) {
    let is_entry = |block: &Block| {
        matches!(block.kind, BlockKind::Entry(_) | BlockKind::Table(_) | BlockKind::KeyValues(_))
    };
    let pieces = |block: &Block| match &block.kind {
        BlockKind::List(list) => list.items.len(),
        BlockKind::Paragraph(lines) => lines.len(),
        BlockKind::Code { .. } => 2,
        _ => 1,
    };
    // A list of links, or of courses, is one.
    let says = |is: &dyn Fn(&str) -> bool| walk::texts_of(&section.blocks).any(|text| is(&text));
    let dated = |text: &str| !date::find_all(text).is_empty();
    let meant = match section.kinds.first() {
        Some(SectionKind::Projects) => says(&dated),
        Some(SectionKind::Education) => {
            says(&dated) || says(&|text| words::is_school(text) || words::is_degree(text))
        }
        _ => true,
    };
    let several = section.blocks.iter().map(pieces).sum::<usize>() > 2;
    if several && meant && !section.blocks.iter().any(is_entry) && reporter.count(code::NO_ENTRY) == 0 {
        let hint = reporter.entry();
        reporter.report(code::NO_ENTRY, section.span, "no entry was found under this title", hint);
    }
}

/// Reports lines with a range of dates in work, projects or education that are no entry, and titles of entries
/// whose dates were not separated from their words.
fn no_entry(blocks: &[Block], is_dated: impl Fn(&Rich) -> bool, reporter: &mut Reporter<'_>) {
    let mut tell = |text: &Rich| {
        if let Some(span) = text.span().filter(|_| is_dated(text) && !is_of_section(text)) {
            let hint = reporter.entry();
            reporter.report(code::NO_ENTRY, span, "this line has dates but did not become an entry", hint);
        }
    };
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(lines) => lines.iter().for_each(|line| tell(&line.body)),
            BlockKind::List(list) => {
                for item in &list.items {
                    if let Some(Block { kind: BlockKind::Paragraph(lines), .. }) = item.blocks.first()
                        && let Some(line) = lines.first()
                    {
                        tell(&line.body);
                    }
                }
            }
            BlockKind::KeyValues(pairs) => {
                let whole = |value: &Rich| date::parse(&value.text()).is_some();
                pairs.iter().filter(|pair| whole(&pair.value)).for_each(|pair| tell(&pair.value));
            }
            BlockKind::Entry(entry) if entry.dates.is_none() => {
                entry
                    .parts
                    .iter()
                    .filter(|part| is_dated_title(&part.text))
                    .for_each(|part| tell(&part.text));
            }
            _ => {}
        }
    }
}

/// Reports parts of an entry whose words contradict their roles.
fn parts(block: &Block, reporter: &mut Reporter<'_>) {
    let BlockKind::Entry(entry) = &block.kind else { return };
    if let Some(place) = entry.part(PartRole::Place).filter(|place| place.text().contains([':', '：'])) {
        let hint = "take the sign off it if it is no place";
        let span = place.span().unwrap_or(entry.span);
        reporter.report(code::GUESSED, span, "this is printed as a place", hint);
    }
    match entry.section {
        SectionKind::Work => {
            place_as_post(entry, reporter);
            post_in_employer(entry, reporter);
        }
        SectionKind::Education => school_as_other(entry, reporter),
        _ => {}
    }
    entry.body.iter().for_each(|block| parts(block, reporter));
}

fn place_as_post(entry: &Entry, reporter: &mut Reporter<'_>) {
    let Some(role) = entry.part(PartRole::Role) else { return };
    let text = role.text();
    if words::is_place(&text) && !words::is_job(&text) {
        let hint = "write `Employer | Post | Place`, or each on a line of its own";
        let span = role.span().unwrap_or(entry.span);
        reporter.report(code::PARTS, span, "this is read as the post but sounds like a place", hint);
    }
}

/// Reports a school that is read as a subject, or as a post.
fn school_as_other(entry: &Entry, reporter: &mut Reporter<'_>) {
    if entry.part(PartRole::Organization).is_some_and(|school| words::is_school(&school.text())) {
        return;
    }
    for role in [PartRole::Subject, PartRole::Role] {
        let Some(part) = entry.part(role) else { continue };
        let text = part.text();
        if words::is_school(&text) && !words::is_degree(&text) {
            let hint = "write `School | Subject | Degree`, or each on a line of its own";
            let span = part.span().unwrap_or(entry.span);
            reporter.report(code::PARTS, span, "this sounds like a school but is not read as one", hint);
        }
    }
}

/// Reports an employer with a post in it, if no post was recognised.
fn post_in_employer(entry: &Entry, reporter: &mut Reporter<'_>) {
    let Some(employer) = entry.part(PartRole::Organization) else { return };
    let has_role = entry.part(PartRole::Role).is_some()
        || entry
            .body
            .iter()
            .any(|block| matches!(&block.kind, BlockKind::Entry(inner) if inner.kind == EntryKind::Role));
    let text = employer.text();
    if has_role || entry.dates.is_none() {
        return;
    }
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let at_an_end = (1..pieces.len()).any(|cut| {
        let (head, tail) = (pieces[..cut].join(" "), pieces[cut..].join(" "));
        // 其他产品 is no post.
        let post = |text: &str| words::is_job(text) && !words::is_company(text) && is_of_a_person(text);
        post(&tail) || post(&head)
    });
    let joined = [" @ ", " bei ", " chez ", " presso ", " at "].iter().any(|joint| text.contains(joint));
    if at_an_end || joined {
        let hint = "write `Employer | Post`, or each on a line of its own";
        let span = employer.span().unwrap_or(entry.span);
        reporter.report(code::PARTS, span, "the employer seems to contain a post", hint);
    }
}

/// `工作经历 2011.10 - 至今`: the title of a section repeated, with its dates.
fn is_of_section(text: &Rich) -> bool {
    let whole = text.text();
    let Some(dated) = split::dated_line(text) else { return false };
    let words = [&whole[..dated.outer.start], &whole[dated.outer.end..]].concat();
    SectionKind::is_exact_title(words.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Returns whether a line is short and has a range of dates where an entry would have it.
fn is_dated(text: &Rich) -> bool {
    let short = text.text().chars().map(half_ems).sum::<usize>() <= 130;
    short
        && split::dated_line(text)
            .or_else(|| split::at_an_end(text))
            .is_some_and(|dated| dated.found.is_range())
}

/// Returns whether a line is short and has one date, at its end or its beginning: `BSc, Example University, May 1987.`
fn ends_with_date(text: &Rich) -> bool {
    let whole = text.text();
    let short = whole.chars().map(half_ems).sum::<usize>() <= 130;
    let found = date::find_all(&whole);
    let [only] = found.as_slice() else { return false };
    let behind = whole.get(only.range.end..).unwrap_or_default();
    let edge =
        only.range.start == 0 || behind.chars().all(|c| matches!(c, '.' | ')' | '）' | '。' | ' ' | ','));
    short && edge && only.range.len() < whole.trim().len()
}

/// Returns whether a line is as short as a title, and begins or ends with its only date, a range. Among projects a
/// longer one is running text.
fn is_dated_title(title: &Rich) -> bool {
    let text = title.text();
    let short = text.chars().map(half_ems).sum::<usize>() <= 80;
    short
        && date::find_all(&text).len() == 1
        && split::dated_line(title).is_some_and(|dated| {
            let end = dated.outer.start == 0 || text[dated.outer.end..].trim().is_empty();
            dated.firm && dated.found.is_range() && end
        })
}
