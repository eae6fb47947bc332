//! Which headings are the name, sections, entries: the levels of a document.

mod early;
#[cfg(test)]
mod tests;
mod unmark;

use std::ops::Range;

use super::directive::Marked;
use super::header::{begins_with_name, greets_by_name, is_about_person, without_contacts};
use super::kinds::{Known, PaperTitle, SectionKind};
use super::levels::{begins_with_range, has_range};
use super::words;
use crate::source::chars::{is_emoji, is_wide};
use crate::source::markdown::{BlockKind, plain_text};
pub(super) use early::is_pair;
use early::{
    begins_like_person, entries_at, form_under_title, is_over_range, is_over_text, is_sister, leading_pairs,
    shares_words, sounds_like_section, twins, under_personal,
};

/// The division of a document's blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// The heading that is the name, as an index into the blocks.
    pub name: Option<usize>,
    /// The blocks before the first section.
    pub head: Range<usize>,
    /// The blocks of each section, its heading first.
    pub sections: Vec<Range<usize>>,
    /// Whether the first section has no title: its blocks are entries.
    pub untitled: bool,
}

/// The largest number of headings above the sections' level in the header: name, headline, contacts.
const MOST_UPPER: usize = 5;
/// The longest name, in characters.
const LONGEST_NAME: usize = 40;
/// The longest name in wide letters without a known surname, in characters.
const LONGEST_WIDE_NAME: usize = 3;
/// The longest name and post in one heading, in characters.
const LONGEST_NAME_AND_POST: usize = 90;

/// Blocks under the title of the document that stands as high as the sections: a date, a name.
const MOST_UNDER_TITLE: usize = 3;

/// Returns the outline of a document.
///
/// The sections' level is the highest at which a title is known, if all headings above it come
/// first; else it is the highest of all, except for a single heading above all others, which is the name.
///
/// `named` is a name given elsewhere: then no other title is one.
pub(super) fn of(blocks: &[Marked<'_>], known: &mut Known, named: Option<&str>) -> Outline {
    let mut headings: Vec<Heading> =
        blocks.iter().enumerate().filter_map(|(at, marked)| heading(at, marked, known)).collect();
    if let Some(named) = named {
        let others = headings
            .iter_mut()
            .filter(|heading| !begins_like_person(&heading.title) && !shares_words(&heading.title, named));
        others.for_each(|heading| heading.nameless = true);
    }
    unmark::banner(&mut headings);
    unmark::slug(&mut headings);
    unmark::personal(&mut headings);
    let headings = placed(headings, blocks);
    let level = level(&headings);
    let first = headings.iter().position(|heading| heading.level == level).unwrap_or(headings.len());
    let name = name_or_next(&headings, first, level);
    // A name may be as high as the sections: `# 张三`, `## 关于我`, `# 工作经历`.
    // Titles that are keys and values belong to it, and to no section: `#### 姓名：张三`.
    let pairs = leading_pairs(&headings, name);
    let form = usize::from(form_under_title(&headings, blocks)).max(pairs);
    let first = (first..headings.len())
        .find(|nth| headings[*nth].level <= level && Some(headings[*nth].at) != name && *nth >= form)
        .unwrap_or(headings.len());
    let twins = twins(&headings[..first], level);
    let freed = under_personal(&headings, level);
    // A heading deeper than a section above it is a part of that.
    let uppers: Vec<u8> = headings
        .iter()
        .scan(u8::MAX, |upper, heading| {
            let above = *upper;
            *upper = if heading.exact { above.min(heading.level) } else { above };
            Some(above)
        })
        .collect();
    let starts: Vec<usize> = headings
        .iter()
        .enumerate()
        .filter(|(nth, heading)| {
            // Above the first section a known title begins one, whatever its level, and so do its sisters.
            let early = || {
                heading.level <= uppers[*nth]
                    && (heading.known || is_sister(blocks, heading, *nth, twins[usize::from(heading.level)]))
            };
            let paper_above = heading.paper && name.is_some_and(|name| heading.at < name);
            Some(heading.at) != name
                && !paper_above
                && *nth >= form
                && if *nth < first { early() } else { heading.level <= level || freed.contains(&heading.at) }
        })
        .map(|(_, heading)| heading.at)
        .collect();
    let untitled = entries_at(&headings, name, &starts);
    let starts = match untitled {
        Some(first) => std::iter::once(first)
            .chain(starts.into_iter().filter(|at| {
                let nth = headings.binary_search_by_key(at, |heading| heading.at);
                *at > first && nth.is_ok_and(|nth| headings[nth].known)
            }))
            .collect(),
        None => starts,
    };
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let sections = starts.iter().zip(ends).map(|(&start, end)| start..end).collect();
    let head = 0..starts.first().copied().unwrap_or(blocks.len());
    Outline { name, head, sections, untitled: untitled.is_some() }
}

/// Returns the heading that is the name; if that only names the paper, or there is none, the first heading at
/// the sections' level if it has a name's shape: `# CV` over `## Alex Sample`.
fn name_or_next(headings: &[Heading], first: usize, level: u8) -> Option<usize> {
    let found = name(headings, first, level);
    let paper = |at: usize| headings.iter().any(|heading| heading.at == at && heading.paper);
    let next =
        headings.get(first).filter(|next| !next.exact && first + 1 < headings.len() && next.is_person());
    if !found.is_none_or(paper) {
        return found;
    }
    // Right under the title of the document no surname has to be known.
    let under = headings.iter().position(|heading| Some(heading.at) == found).map(|at| at + 1);
    let under = under.and_then(|at| headings.get(at)).filter(|under| under.bare && under.may_be_person());
    next.or(under).map(|next| next.at).or(found)
}

struct Heading {
    at: usize,
    level: u8,
    /// Whether its title can hardly be anything but that of a section.
    exact: bool,
    /// Whether its title has a kind.
    known: bool,
    /// Whether its title announces personal data, and nothing else.
    personal: bool,
    /// Whether it names the document, not the person: 简历, Resume.
    paper: bool,
    /// Its title, without the emoji next to it. Few headings are checked for a name.
    title: String,
    /// Whether no text is under it, only the next title or a rule.
    bare: bool,
    /// Whether a list without a contact is right under it.
    over_list: bool,
    /// Whether text without a contact is right under it.
    over_text: bool,
    /// Whether a list or a table is somewhere above it.
    behind_list: bool,
    /// Whether it, or the line below it, has a range of dates.
    dated: bool,
    /// Whether it says that what follows is about the person.
    about: bool,
    /// Whether it heads the whole paper.
    banner: bool,
    /// Whether it is a known key of a person and its value.
    pair: bool,
    /// Whether the name is another one, and in no title.
    nameless: bool,
    /// The number of characters in its title.
    length: usize,
}

impl Heading {
    /// Returns whether its title has the shape of a person's name, or begins with one.
    fn is_person(&self) -> bool {
        begins_with_person(&self.title) || of_person(&self.title)
    }

    /// Returns whether its title may be a name by its letters, and is nothing known.
    fn may_be_person(&self) -> bool {
        !self.known && words::may_be_person(&self.title, 2)
    }

    /// `Hello and Welcome to My CV`: a welcome without a name.
    fn welcomes(&self) -> bool {
        let mut words = self.title.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.eq_ignore_ascii_case("welcome")) && !self.is_person()
    }

    /// Returns whether it is about the paper: `CV as PDF`, 目录.
    fn is_remark(&self) -> bool {
        !self.paper && (is_remark(&self.title) || is_of_contents(&self.title))
    }
}

/// Returns a title without the emoji next to it.
fn bare(title: &str) -> &str {
    title.trim_matches(|c: char| is_emoji(c) || c.is_whitespace())
}

/// Records for each heading what is above and right under it.
fn placed(mut headings: Vec<Heading>, blocks: &[Marked<'_>]) -> Vec<Heading> {
    let list =
        |marked: &Marked<'_>| matches!(marked.block.kind, BlockKind::List { .. } | BlockKind::Table { .. });
    let first = blocks.iter().position(list).unwrap_or(blocks.len());
    for heading in &mut headings {
        let next = blocks.get(heading.at + 1).map(|next| &next.block.kind);
        heading.bare = matches!(next, Some(BlockKind::Heading { .. } | BlockKind::Break));
        heading.behind_list = first < heading.at;
        heading.dated = has_range(&heading.title) || is_over_range(heading, blocks);
        heading.over_text = is_over_text(blocks, heading.at);
        heading.over_list = matches!(next, Some(BlockKind::List { .. })) && heading.over_text;
    }
    headings
}

/// Alex Sample, `张三 - 前端工程师`, `张三 | 会计`.
fn begins_with_person(title: &str) -> bool {
    let first = [" - ", " – ", " — ", "|", "｜", ", "].iter().filter_map(|mark| title.split_once(mark));
    words::is_person(title)
        || first.into_iter().any(|(name, _)| words::is_person(name))
        || begins_with_name(title)
        || is_about_person(title)
}

/// 张三的简历.
fn of_person(title: &str) -> bool {
    PaperTitle::is_of_paper(title) && PaperTitle::of(title).is_some_and(|title| title.name.is_some())
}

/// Returns whether a title belongs to no person and no section: it offers the paper for download.
fn is_remark(title: &str) -> bool {
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("pdf") || word.eq_ignore_ascii_case("download"))
        && !begins_with_person(title)
        && PaperTitle::of(title).is_none()
}

/// Returns whether a title only announces a list of titles.
fn is_of_contents(title: &str) -> bool {
    const WORDS: [&str; 6] = ["目录", "目錄", "目次", "contents", "table of contents", "toc"];
    let title = title.trim().to_lowercase();
    WORDS.contains(&title.as_str())
}

fn heading(at: usize, marked: &Marked<'_>, known: &mut Known) -> Option<Heading> {
    let BlockKind::Heading { level, content, .. } = &marked.block.kind else { return None };
    let whole = plain_text(content);
    let text = without_contacts(&whole);
    let told = known.of(text);
    let kinds = marked.section.map_or_else(|| told.kinds.clone(), |kind| vec![kind]);
    let known = marked.section.is_some() || kinds != [SectionKind::Other];
    let paper = told.paper;
    // `### 2003 – 2006 Ausbildung` is an entry among others that begin so; `Work experience 2003 – 2006` is a title.
    let entry = marked.section.is_none() && begins_with_range(text);
    let exact = marked.section.is_some() || told.exact && !entry;
    let (exact, known) = (exact && !paper, known && !paper && !entry);
    Some(Heading {
        at,
        level: *level,
        exact,
        known,
        personal: kinds == [SectionKind::Personal],
        about: matches!(kinds.as_slice(), [SectionKind::Summary | SectionKind::Personal]),
        paper,
        title: bare(text).to_owned(),
        bare: false,
        over_list: false,
        over_text: false,
        behind_list: false,
        dated: false,
        banner: false,
        pair: is_pair(text),
        nameless: false,
        length: text.chars().count(),
    })
}

/// Returns the level of the headings that are sections.
fn level(headings: &[Heading]) -> u8 {
    if let Some(level) = level_under_name(headings) {
        return level;
    }
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let exact = headings.iter().any(|heading| heading.exact);
    let known = |heading: &&Heading| if exact { heading.exact } else { heading.known };
    if let Some(level) = headings.iter().filter(known).map(|heading| heading.level).min() {
        let first =
            headings.iter().position(|heading| heading.level <= level && known(&heading)).unwrap_or(0);
        let before = headings[..first].iter().filter(|heading| heading.level < level).count();
        let strays = headings[first..].iter().filter(|heading| heading.level < level).count();
        // Titles that only sound like one (`Manager, research and education`) have to prevail at their level.
        let here = headings.iter().filter(|heading| heading.level == level);
        let sure = here.clone().filter(known).count();
        let rule = exact || sure * 2 >= here.count();
        if before <= MOST_UPPER && strays * 3 <= sure && rule {
            return under_a_lone_one(headings, level);
        }
    }
    let tops = headings.iter().filter(|heading| heading.level == top).count();
    let below = headings.iter().map(|heading| heading.level).filter(|level| *level > top).min();
    let first =
        headings.first().is_some_and(|heading| heading.level == top && !heading.known && !heading.nameless);
    match below {
        Some(below) if tops == 1 && first && top == 1 => below,
        // `# 张三` alone is a name over a text without sections.
        None if tops == 1 && first && top == 1 => top + 1,
        _ => top,
    }
}

/// Returns the level of the sections if a single title that is itself one of them is above most of them: `# 自傳` over
/// `## 專業技能`, `## 工作經驗`, `## 個人興趣`.
fn under_a_lone_one(headings: &[Heading], level: u8) -> u8 {
    let at = |level: u8| headings.iter().filter(move |heading| heading.level == level);
    let below = headings.iter().map(|heading| heading.level).filter(|below| *below > level).min();
    let exact = |level: u8| at(level).filter(|heading| heading.exact).count();
    let known = |level: u8| at(level).filter(|heading| heading.known).count();
    // `# About me` right over `## Academic profile`, `## Education`: the page has that title.
    let about = headings.first().is_some_and(|first| first.level == level && first.about && first.bare);
    match below {
        Some(below) if about && at(level).count() == 1 && exact(below) >= 1 && known(below) >= 2 => below,
        Some(below)
            if at(level).count() == 1 && exact(below) >= 3 && exact(below) * 2 > at(below).count() =>
        {
            below
        }
        _ => level,
    }
}

/// Returns the level right under the first heading, if that is a name and most sections are at it, although a
/// few titles further down are as high as the name: `# 王小明`, `## 工作经历`, `## 技能`, `# 附录`.
fn level_under_name(headings: &[Heading]) -> Option<u8> {
    let (first, rest) = headings.split_first()?;
    let level = rest.first()?.level;
    if first.known || first.paper || first.nameless || level <= first.level || first.length > LONGEST_NAME {
        return None;
    }
    let late = rest.iter().position(|heading| heading.level <= first.level)?;
    let tops = rest.iter().filter(|heading| heading.level <= first.level).count();
    let exact_tops = rest.iter().filter(|heading| heading.level <= first.level && heading.exact).count();
    let sisters = || rest[..late].iter().filter(|heading| heading.level == level);
    let exact = sisters().filter(|heading| heading.exact).count();
    let most = exact >= 2 && exact * 2 >= sisters().count();
    let few = exact_tops == 0 || (exact >= 3 && exact_tops * 2 <= exact);
    (most && few && tops <= exact).then_some(level)
}

/// Returns the heading that is the name: the first one above the sections, or the first of several
/// at their level when it alone is unknown and short.
fn name(headings: &[Heading], first: usize, level: u8) -> Option<usize> {
    let fits = |heading: &&Heading| {
        let longest = if heading.length > LONGEST_NAME && heading.is_person() {
            LONGEST_NAME_AND_POST
        } else {
            LONGEST_NAME
        };
        let other = sounds_like_section(&heading.title)
            || heading.exact
            || heading.banner
            || heading.nameless && !heading.paper
            || heading.is_remark()
            || heading.welcomes()
            || heading.known && !heading.is_person();
        !other && heading.length <= longest
    };
    let upper = headings[..first].iter().filter(fits);
    let upper: Vec<&Heading> = upper.filter(|heading| heading.level < level || heading.level == 1).collect();
    if let Some(heading) = upper.iter().find(|heading| !heading.paper).or(upper.first()) {
        return Some(heading.at);
    }
    // `#### *Alex Sample*` below a greeting, deeper than the sections.
    if let Some(person) = headings[..first].iter().filter(fits).find(|heading| heading.is_person()) {
        return Some(person.at);
    }
    let candidate = headings
        .get(first)
        .filter(|heading| first == 0 && !heading.exact && !heading.is_remark() && !heading.nameless)?;
    // `# 職務経歴書` right above `# 職務要約`, `## 你好，我是张三` above `## 工作经历`.
    let next = headings.get(first + 1).filter(|next| next.level == level);
    let titled = candidate.paper && next.is_some_and(|next| next.at <= candidate.at + MOST_UNDER_TITLE);
    if titled && !candidate.over_list || next.is_some() && greets_by_name(&candidate.title) {
        return Some(candidate.at);
    }
    let section = candidate.known || sounds_like_section(&candidate.title);
    // Among sisters, a name is a name by its letters, or has a way to reach the person under it.
    let by_letters = words::may_be_person(&candidate.title, 1)
        && (candidate.length <= LONGEST_WIDE_NAME || !candidate.title.contains(is_wide));
    let title = candidate.over_text && !by_letters && !PaperTitle::is_of_paper(&candidate.title);
    if (section || title || candidate.behind_list || candidate.over_list) && !candidate.is_person() {
        return None;
    }
    let others = headings.iter().skip(1).filter(|heading| heading.level == level);
    let known = others.clone().filter(|heading| heading.known).count();
    let rule = known > 0 && (known * 2 >= others.count() || candidate.is_person());
    (rule && (candidate.is_person() || candidate.length <= LONGEST_NAME / 2)).then_some(candidate.at)
}
