//! Headings at a level that their author cannot have meant: a job next to the title of its section, sections
//! one level too deep. Sisters stay sisters: either all that look alike move, or none.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::date;
use super::kinds::{Known, SectionKind};
use super::split;
use super::words;
use crate::source::chars::is_bar;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, plain_text};

/// Returns the blocks of a document, its headings at the levels that their titles tell.
pub(super) fn blocks<'a>(blocks: Cow<'a, [Block]>, known: &mut Known) -> Cow<'a, [Block]> {
    let mut headings = headings(&blocks, known);
    let written: Vec<u8> = headings.iter().map(|heading| heading.level).collect();
    raise_capitals(&mut headings);
    turn_over(&mut headings);
    let Some(level) = section_level(&headings) else { return blocks };
    lower_entries(&mut headings, level);
    lower_runs(&mut headings, level);
    raise_sections(&mut headings, level);
    if headings.iter().map(|heading| heading.level).eq(written) {
        return blocks;
    }
    let mut out = blocks.into_owned();
    for heading in headings {
        if let BlockKind::Heading { level, .. } = &mut out[heading.at].kind {
            *level = heading.level;
        }
    }
    Cow::Owned(out)
}

/// So many jobs in a row are a list.
const RUN: usize = 3;

struct Heading {
    /// Its place among the blocks.
    at: usize,
    level: u8,
    /// Whether it is underlined, not marked by `#`.
    setext: bool,
    kind: SectionKind,
    /// Whether its title can hardly be anything but that of a section.
    exact: bool,
    /// Whether its title, or the line under it, has a range of dates.
    dated: bool,
    /// Whether its title itself has one.
    ranged: bool,
    /// Whether its title begins with a date, perhaps behind a number: `4. 2020-04，某公司`.
    led: bool,
    /// Whether its title has a bar in it, or names an employer by its words: `Sample LLC | Testville`.
    barred: bool,
    /// Whether a block that is not a heading is right below it.
    told: bool,
    /// Whether it is the title of the document.
    paper: bool,
    /// Whether all its letters are capitals.
    capitals: bool,
}

fn headings(blocks: &[Block], known: &mut Known) -> Vec<Heading> {
    let heading = |(at, block): (usize, &Block)| {
        let BlockKind::Heading { level, setext, content } = &block.kind else { return None };
        let title = plain_text(content);
        let title = title.trim();
        let next = blocks.get(at + 1).map(|next| &next.kind);
        // A rule, a comment or a picture under a title is no text, and does not hide it.
        let under = blocks[at + 1..].iter().find(|block| !is_silent(block));
        let told = known.of(title);
        Some(Heading {
            at,
            level: *level,
            setext: *setext,
            kind: told.kinds[0],
            exact: told.exact && !told.paper && !begins_with_range(title),
            dated: has_range(title)
                || next.is_some_and(is_range_below)
                || matches!(next, Some(BlockKind::Heading { level: own, content, .. })
                    if own > level && is_range(content)),
            ranged: has_range(title),
            led: is_led_by_date(title),
            barred: title.contains(is_bar) || words::is_company(title),
            told: under.is_some_and(|under| !matches!(under.kind, BlockKind::Heading { .. })),
            paper: told.paper,
            capitals: is_capitals(title),
        })
    };
    blocks.iter().enumerate().filter_map(heading).collect()
}

/// Returns whether a block shows no words.
fn is_silent(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Break | BlockKind::Comment(_) => true,
        BlockKind::Paragraph(content) => {
            plain_text(content).trim().is_empty()
                && content.iter().any(|inline| matches!(inline.kind, InlineKind::Image { .. }))
        }
        _ => false,
    }
}

fn is_capitals(title: &str) -> bool {
    let mut letters = title.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// Reverses the levels if the titles of sections are lower than their content: `#### Education` over
/// `### Sample College`. At least two of them have to be, and none where they belong.
fn turn_over(headings: &mut [Heading]) {
    let Some(first) = headings.iter().position(|heading| heading.exact) else { return };
    let exact = || headings.iter().filter(|heading| heading.exact);
    let Some(level) = exact().map(|heading| heading.level).min() else { return };
    let inside: Vec<u8> =
        headings[first..].iter().filter(|below| below.level < level).map(|below| below.level).collect();
    let Some(top) = inside.iter().min().copied() else { return };
    let sections = exact().filter(|heading| heading.level == level).count();
    let bare = exact().filter(|heading| heading.level == level && !heading.told).count();
    // Some only sound like one: `Manager, research and education`.
    let known =
        headings[first..].iter().filter(|heading| heading.level < level && !is_unknown(heading)).count();
    let known = known * 3 > inside.len();
    // A heading above the first section, as high as its entries, is the name.
    let named = headings[..first].iter().all(|above| above.level < top || above.paper);
    let careers = exact().any(|heading| has_entries(heading.kind));
    // Sisters of the sections that are none of the known ones are left where they are.
    let sister = |heading: &&Heading| heading.level == level && is_unknown(heading) && !heading.dated;
    let sisters = headings[first..].iter().filter(sister).count();
    if sisters >= inside.len() {
        return;
    }
    if sections < 2 || bare == 0 || !careers || known || !named && inside.len() < 2 {
        return;
    }
    // No level is skipped.
    let is_section = |heading: &Heading| heading.exact && heading.level == level;
    let mut levels: Vec<u8> =
        headings[first..].iter().filter(|below| !is_section(below)).map(|below| below.level).collect();
    levels.sort_unstable();
    levels.dedup();
    for heading in &mut headings[first..] {
        let depth = levels.iter().take_while(|level| **level <= heading.level).count() as u8;
        heading.level = if is_section(heading) { top } else { (top + depth).min(6) };
    }
}

/// Raises known titles in capitals to those in capitals above them: `#### TEACHING EXPERIENCE` among
/// `### EDUCATION` and `### PUBLICATIONS`. Their author uses no others; a title that occurs several times is a part of
/// each entry.
fn raise_capitals(headings: &mut [Heading]) {
    let Some(level) = headings.iter().filter(|heading| heading.exact).map(|heading| heading.level).min()
    else {
        return;
    };
    let Some(first) = headings.iter().position(|heading| heading.exact) else { return };
    let titles = &mut headings[first..];
    let sisters = titles.iter().filter(|heading| heading.level == level);
    let alike = sisters.clone().all(|heading| heading.capitals || !heading.exact);
    let most = sisters.clone().filter(|heading| heading.capitals).count() * 3 >= sisters.count() * 2;
    if !alike || !most {
        return;
    }
    let deeper = |heading: &Heading| {
        heading.level > level && heading.capitals && !heading.dated && heading.kind != SectionKind::Other
    };
    let kinds: Vec<SectionKind> =
        titles.iter().filter(|heading| deeper(heading)).map(|heading| heading.kind).collect();
    let once = |kind: SectionKind| kinds.iter().filter(|other| **other == kind).count() == 1;
    for heading in titles {
        if deeper(heading) && once(heading.kind) {
            heading.level = level;
        }
    }
}

/// Returns whether a title begins with a range of dates, and goes on.
pub(super) fn begins_with_range(title: &str) -> bool {
    let title = title.trim();
    title.starts_with(|c: char| c.is_ascii_digit())
        && super::date::find_all(title)
            .first()
            .is_some_and(|found| found.range.start == 0 && found.is_range() && found.range.end < title.len())
}

/// Returns whether a title has a range of dates.
pub(super) fn has_range(title: &str) -> bool {
    title.chars().any(char::is_numeric) && split::dated(title).is_some_and(|dated| dated.found.is_range())
}

/// Returns whether a title begins with a date, perhaps behind a number, and says what it dates.
fn is_led_by_date(title: &str) -> bool {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = title[digits..].strip_prefix(['.', ')', '、']).filter(|_| (1..=2).contains(&digits));
    let words = numbered.filter(|rest| rest.starts_with(' ')).unwrap_or(title).trim_start();
    let found = date::find_all(words).into_iter().next().filter(|found| found.range.start == 0);
    found.is_some_and(|found| words[found.range.end..].contains(char::is_alphabetic))
}

/// Returns whether the block below a title is a range of dates and nothing else.
pub(super) fn is_range_below(below: &BlockKind) -> bool {
    matches!(below, BlockKind::Paragraph(text) if is_range(text))
}

/// Returns whether a line is a range of dates and nothing else.
fn is_range(line: &[Inline]) -> bool {
    let text = plain_text(line);
    let text = text.trim();
    text.len() <= 80
        && split::dated(text).is_some_and(|dated| {
            // `Oct 2018 - Current · 4 yrs`
            let rest = text[..dated.outer.start].trim().len() + text[dated.outer.end..].trim().len();
            dated.found.is_range() && (rest == 0 || dated.outer.start == 0 && rest < dated.outer.len())
        })
}

/// Returns the level of the known titles; a single title above several others heads them all.
fn section_level(headings: &[Heading]) -> Option<u8> {
    let (first, rest) = headings.split_first()?;
    let next = rest.first().map_or(first.level, |next| next.level);
    let banner = !first.told
        && rest.iter().all(|heading| heading.level > first.level)
        && rest.iter().filter(|heading| heading.level == next && heading.exact).count() >= 3;
    let headings = if banner { rest } else { headings };
    let level = |known: fn(&Heading) -> bool| {
        headings.iter().filter(|heading| known(heading)).map(|heading| heading.level).min()
    };
    level(|heading| heading.exact).or_else(|| level(|heading| heading.kind != SectionKind::Other))
}

/// Returns whether a section of this kind is a row of entries.
fn has_entries(kind: SectionKind) -> bool {
    use SectionKind::{Education, Projects, Volunteer, Work};
    matches!(kind, Work | Education | Projects | Volunteer)
}

/// Lowers `# 示例公司（2015–2017）` next to `# 工作经历`, and the headings after a section's title with nothing
/// under it: they are its entries.
fn lower_entries(headings: &mut [Heading], level: u8) {
    // Whether the section above has entries; if it is bare, the style of the heading after its title.
    let mut above: Option<Option<bool>> = None;
    // Whether one of its entries is an employer followed by a heading with dates.
    let mut houses = false;
    // Whether the one above is an entry and begins with its dates.
    let mut led = false;
    let mut at = 0;
    while at < headings.len() {
        let Heading { level: own, setext, dated, .. } = headings[at];
        let end = at + 1 + headings[at + 1..].iter().take_while(|below| below.level > own).count();
        let house = houses && is_house_over_post(headings, at, own + 1);
        let sister = led && headings[at].led;
        let entry = above.is_some_and(|bare| dated || sister || house || bare == Some(setext))
            && is_unknown(&headings[at]);
        led = headings[at].led && (entry || own > level && (led || dated));
        if own <= level && entry {
            let by = level + 1 - own;
            headings[at].level += by;
            // A heading below a job may be at the level of the sections, but not a section of its own.
            let below = &mut headings[at + 1..end];
            let section = |below: &Heading| below.level == level && below.exact && has_entries(below.kind);
            if !below.iter().any(section) {
                // `### Muster | Testville` over `### Baker: 2017 – 2018` is a sister of the employer above it.
                let sisters: Vec<bool> = (0..below.len())
                    .map(|nth| {
                        house
                            && below[nth].level == own + by
                            && is_house_over_post(below, nth, below[nth].level)
                    })
                    .collect();
                let deeper = below.iter_mut().zip(sisters).filter(|(_, sister)| !sister);
                deeper.for_each(|(below, _)| below.level = (below.level + by).min(6));
            }
        } else if own <= level {
            let first =
                headings.get(end).filter(|next| end == at + 1 && next.level == own && is_unknown(next));
            let bare = first.map(|first| first.setext).filter(|_| !headings[at].told);
            // A title that only sounds like one (`Leadership & Involvement`) heads those that would leave it bare.
            let sure = headings[at].exact || bare.is_some();
            above = Some(bare).filter(|_| sure && has_entries(headings[at].kind));
            houses =
                (at + 1..end).any(|below| is_house_over_post(headings, below, headings[below].level + 1));
        }
        at = if entry && own == level { end } else { at + 1 };
    }
}

/// Lowers jobs in a row of which their author wrote some one level too deep, none of them below the sections: `## Baker,
/// Sample Inn *(2020 – 2022)*` over `### Baker, Muster GmbH *(2017 – 2020)*`. What ends in a range is no title of a section.
fn lower_runs(headings: &mut [Heading], level: u8) {
    let is_job = |heading: &Heading| is_unknown(heading) && heading.ranged;
    let mut at = 1;
    while at < headings.len() {
        let count = headings[at..].iter().take_while(|heading| is_job(heading)).count();
        let run = &mut headings[at..at + count];
        let (top, last) =
            run.iter().fold((u8::MAX, 0), |(top, last), job| (top.min(job.level), last.max(job.level)));
        if count >= RUN && last == top + 1 && last == level && level < 6 {
            run.iter_mut().for_each(|job| job.level = level + 1);
        }
        at += count.max(1);
    }
}

/// Returns whether a heading has the shape of an employer's, without dates, and the next one, at the given level, has
/// some: `### Sample LLC | Testville` over `#### Baker: 2016 – 2018`.
fn is_house_over_post(headings: &[Heading], at: usize, level: u8) -> bool {
    let [house, post, ..] = &headings[at..] else { return false };
    house.barred && !house.ranged && is_unknown(house) && post.level == level && post.ranged
}

fn is_unknown(heading: &Heading) -> bool {
    heading.kind == SectionKind::Other && !heading.exact
}

/// Raises the headings one level below a section that are sections themselves: `## 项目经历` after the jobs
/// under `# 工作经历`, and all of `## 职务经历`, `## 证书` after the text under `# 简介`. None is raised that
/// others follow which are not, and none that would leave the title above it bare. Parts of a list of skills
/// (`### Languages`) are none.
fn raise_sections(headings: &mut [Heading], level: u8) {
    let mut at = 0;
    while at < headings.len() {
        let end = at + 1 + headings[at + 1..].iter().take_while(|below| below.level > level).count();
        if headings[at].level <= level {
            let raised = raised(&headings[at], &headings[at + 1..end], level);
            raised.into_iter().for_each(|below| headings[at + 1 + below].level = level);
        }
        at = end;
    }
}

/// Returns which of the headings below a section's title are sections.
fn raised(title: &Heading, below: &[Heading], level: u8) -> Vec<usize> {
    use SectionKind::{Awards, Certificates, Education, Publications, Skills, Summary, Work};
    let section = |heading: &Heading| {
        let kind = heading.kind;
        let known = has_entries(kind) || matches!(kind, Awards | Certificates | Publications | Summary);
        heading.exact && known && kind != title.kind
    };
    let children: Vec<usize> = (0..below.len()).filter(|at| below[*at].level == level + 1).collect();
    let entries = children.iter().take_while(|at| !section(&below[**at])).count();
    let (before, behind) = children.split_at(entries);
    let exact = behind.iter().filter(|at| below[**at].exact).count();
    let most = exact >= 2 && exact * 4 >= behind.len() * 3;
    let several = behind.iter().any(|at| below[*at].exact && has_entries(below[*at].kind));
    // Deeper headings may come between.
    let bare = !title.told && behind.first() == Some(&0);
    // `### Professional Experience` under `## Skills`: no job is a skill.
    let career = |at: &usize| section(&below[*at]) && matches!(below[*at].kind, Work | Education);
    let career = matches!(title.kind, Skills | Summary) && before.is_empty() && behind.iter().all(career);
    // A person's summary has no sections inside.
    let about = title.kind == Summary && title.told && children.len() >= 2;
    if about && children.iter().all(|at| below[*at].exact) {
        return children;
    }
    let apart = career
        || (has_entries(title.kind) && behind.iter().all(|at| section(&below[*at])))
        || (most && several && before.is_empty());
    if apart && !bare { behind.to_vec() } else { Vec::new() }
}
