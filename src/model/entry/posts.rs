//! Posts at an employer and degrees of a school, in the list under a name that has no dates:
//! `- Example Co.` over `  - Engineer (2016 – 2018)`.

use super::alike::first_line;
use super::barred;
use super::below::is_post_and_year;
use super::head_items::first_lines;
use super::houses;
use super::opening::{begins_bold, is_short, restart};
use super::{Builder, Rank};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::section::entry_block;
use crate::model::split;
use crate::model::words;
use crate::source::chars::{half_ems, is_wide};
use crate::source::markdown as md;

/// The longest post, in half ems.
const POST: usize = 90;
/// The longest dates of a post.
const DATES: usize = 24;

/// Returns whether a post denotes a person: 店长, `负责人（兼职）`. 设计 and 测试 may be the name of a thing.
pub(in crate::model) fn is_of_a_person(text: &str) -> bool {
    let bare = text.split(['(', '（']).next().unwrap_or_default().trim();
    let last = bare.chars().next_back();
    // `Baker 2`
    let ranked = text.strip_suffix(|c: char| c.is_ascii_digit()).filter(|head| head.ends_with(' '));
    !ranked.unwrap_or(text).contains(|c: char| c.is_ascii_digit())
        && (!bare.contains(is_wide)
            || last.is_some_and(|last| {
                "席事师師员員人长長理监監管生授家者任问問裁士医醫職アー자사원장수".contains(last)
            }))
}

impl Builder<'_> {
    /// Takes the list under the name of an employer or of a school as its posts, or degrees, if it begins with
    /// one. The items between two of them belong to the first.
    pub(super) fn posts_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Other(marked)) = parts.first() else { return };
        let marked = *marked;
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return };
        let first = entry.depth == 0 && entry.dates.is_none();
        let named = [PartRole::Role, PartRole::Degree].iter().any(|role| entry.part(*role).is_some());
        let job = is_employment(entry.section)
            && entry.part(PartRole::Organization).is_some_and(|text| words::is_job(&text.text()));
        if marked.off || !first || named {
            return;
        }
        if job && self.employer_under_post(entry, parts, items, marked) {
            return;
        }
        let title = entry.parts.first().map(|part| part.text.text().into_owned()).unwrap_or_default();
        let Some(posts) = self.posts(items, marked, entry.section, &title) else { return };
        // `Secretary's Office` may be an employer, if only posts are under it.
        if job && posts.len() < items.len().max(2) {
            return;
        }
        parts.remove(0);
        if let ([0], SectionKind::Education) = (posts.as_slice(), entry.section) {
            if let Some(only) = self.post(entry, items, marked) {
                join_only_study(entry, only);
            }
            return;
        }
        for (at, post) in posts.iter().enumerate() {
            let end = posts.get(at + 1).copied().unwrap_or(items.len());
            let role = self.post(entry, &items[*post..end], marked);
            entry.body.extend(role.map(|role| entry_block(role, false)));
        }
    }

    /// `#### Lab Helper` over `- Sample Institute (Jan 2007 – Mar 2007)` alone: the only item gives employer and time.
    fn employer_under_post(
        &mut self,
        entry: &mut Entry,
        parts: &mut Vec<Part<'_>>,
        items: &[md::Item],
        marked: &Marked<'_>,
    ) -> bool {
        let [item] = items else { return false };
        let Some(mut lines) = first_lines(self, item, marked) else { return false };
        let Some(line) = lines.first() else { return false };
        let employer = post_of(&line.text, entry.section).is_some_and(|post| !words::is_job(&post));
        if !employer || lines.len() > 1 || item.blocks.len() > 1 {
            return false;
        }
        let line = lines.remove(0).text;
        self.merge(entry, &line);
        parts.remove(0);
        true
    }

    /// Takes the paragraphs under the name of a school or an employer as degrees or posts there, if there are several and
    /// each is one line with dates of its own: `*PhD Physics*, 2016 – 2020` over `*MSc Physics*, 2014 – 2016`.
    pub(super) fn posts_in_paragraphs(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let named = [PartRole::Role, PartRole::Degree].iter().any(|role| entry.part(*role).is_some());
        let kind = entry.section;
        let posts: Vec<(Rich, String)> = parts.iter().map_while(|part| line_of_post(part, kind)).collect();
        let is_told = |(_, text): &&(Rich, String)| match kind {
            SectionKind::Education => words::is_degree(text),
            _ => words::is_job(text),
        };
        let told = posts.iter().filter(is_told).count();
        if entry.depth > 0 || entry.dates.is_some() || named || posts.len() < 2 || told * 2 < posts.len() {
            return;
        }
        parts.drain(..posts.len());
        self.add_posts(entry, posts.into_iter().map(|(line, _)| line));
    }

    /// Takes the texts of a term, each a line with a date of its own, as posts there; a single one dates it.
    pub(super) fn posts_of_term(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let posts: Vec<Rich> =
            parts.iter().map_while(only_line).map(|line| self.without_last_stop(line.clone())).collect();
        parts.drain(..posts.len());
        match posts.as_slice() {
            [post] => self.merge(entry, post),
            _ => self.add_posts(entry, posts),
        }
    }

    fn add_posts(&mut self, entry: &mut Entry, posts: impl IntoIterator<Item = Rich>) {
        for line in posts {
            let rank = Rank { depth: entry.depth + 1, parent: Some(entry), grouped: false };
            let post = self.opened(line, entry.section, rank);
            entry.body.push(entry_block(post, false));
        }
    }

    /// Returns the entry of a post, including the items after it that are none.
    fn post(&mut self, around: &Entry, items: &[md::Item], marked: &Marked<'_>) -> Option<Entry> {
        let (item, more) = items.split_first()?;
        let rank = Rank { depth: around.depth + 1, parent: Some(around), grouped: false };
        let mut lines = with_date_below(first_lines(self, item, marked)?).into_iter();
        let mut entry = self.opened(lines.next()?.text, around.section, rank);
        entry.span = item.span;
        let holder = marked.holder();
        let below: Vec<Marked<'_>> = item.blocks[1..].iter().map(|block| marked.inside(block)).collect();
        let rest: Vec<Line> = lines.collect();
        let mut parts = Vec::new();
        if !rest.is_empty() {
            parts.push(Part::Text(vec![Chunk::Lines(restart(rest))], &holder));
        }
        parts.extend(self.parts_of(&below));
        if !more.is_empty() {
            let from = marked_items(marked).iter().position(|known| known.span == more[0].span)?;
            parts.push(Part::Items(&holder, from..from + more.len()));
        }
        entry.body = self.inside(true, |builder| builder.body(parts, false));
        Some(entry)
    }

    /// Returns which items of a list are posts, or degrees: the first is one, all of them have dates, and most are such
    /// by their words, or all items have this shape, or the title is that of an employer or a school.
    pub(super) fn posts(
        &self,
        items: &[md::Item],
        marked: &Marked<'_>,
        kind: SectionKind,
        title: &str,
    ) -> Option<Vec<usize>> {
        let line = |item| {
            let lines = with_date_below(first_lines(self, item, marked)?);
            lines.into_iter().next().map(|line| line.text)
        };
        let post = |item| line(item).and_then(|line| post_of(&line, kind));
        let said: Vec<(usize, String)> =
            items.iter().enumerate().filter_map(|(at, item)| Some((at, post(item)?))).collect();
        let is_told = |text: &str| match kind {
            SectionKind::Education => words::is_degree(text),
            _ => words::is_job(text),
        };
        let told = said.iter().filter(|(_, text)| is_told(text)).count();
        let first = said.first().is_some_and(|(at, _)| *at == 0);
        let named = words::is_company(title) || words::is_school(title);
        let most = told > 0 && told * 2 >= said.len();
        (first && (most || named || said.len() == items.len()))
            .then(|| said.into_iter().map(|(at, _)| at).collect())
    }
}

/// `**Example University**` over `- Physics (2012 – 2016)` alone: there is one entry, which the item dates.
fn join_only_study(entry: &mut Entry, only: Entry) {
    let parts = only.parts.into_iter().map(|part| match part.role {
        PartRole::Role | PartRole::Title | PartRole::Organization => {
            let degree = words::is_degree(&part.text.text());
            let role = if degree { PartRole::Degree } else { PartRole::Subject };
            EntryPart { role, ..part }
        }
        _ => part,
    });
    entry.parts.extend(parts);
    entry.dates = only.dates;
    entry.body.extend(only.body);
}

/// Returns whether a paragraph is one bold line, or two, that names a school or an employer, over a list that begins
/// with a degree or a post there: `**Example University**` over `- Physics (2012 – 2016)`.
pub(in crate::model) fn is_title_over_posts(
    builder: &Builder<'_>,
    part: &Part<'_>,
    next: &Part<'_>,
    kind: SectionKind,
) -> bool {
    let (Part::Text(chunks, marked), Part::Other(below)) = (part, next) else { return false };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return false };
    let ([line, rest @ ..], md::BlockKind::List { items, .. }) = (lines.as_slice(), &below.block.kind) else {
        return false;
    };
    // `Testville, ST` may come between.
    let told = |line: &Line| {
        let text = line.text.text();
        split::has_date(&line.text)
            || !is_short(&line.text)
            || text.ends_with('.')
            || key::at_start(&text, key::GRID_KEY).is_some()
    };
    if rest.len() > 1 || rest.iter().any(told) {
        return false;
    }
    let text = line.text.text();
    let named = match kind {
        SectionKind::Education => words::is_school(&text),
        _ => !words::is_job(&text) && !SectionKind::is_exact_title(&text),
    };
    !marked.off
        && named
        && is_short(&line.text)
        && line.text.all(|marks| marks.strong)
        && split::dated_line(&line.text).is_none()
        && builder.posts(items, below, kind, &text).is_some()
}

/// `#### Engineer – Networks` over `2020 – 2022` under an employer: the line with its dates was read after its own.
pub(in crate::model) fn become_post(entry: &mut Entry, parent: &Entry) {
    let studies = entry.section == SectionKind::Education;
    let post = |text: &str| match studies {
        true => words::is_degree(text) && !words::is_school(text),
        false => words::is_job(text) || barred::is_post_and_field(text, None),
    };
    let Some(first) = entry.parts.first().filter(|first| post(&first.text.text())) else { return };
    if entry.kind == EntryKind::Project
        && first.role == PartRole::Title
        && (is_employment(entry.section) || entry.section == SectionKind::Education)
        && entry.dates.is_some()
        && parent.part(PartRole::Role).is_none()
    {
        entry.kind = EntryKind::Role;
        for part in &mut entry.parts {
            part.role = match part.role {
                PartRole::Title => PartRole::Role,
                PartRole::Role => PartRole::Other,
                other => other,
            };
        }
    }
}

/// `**Engineer**` over `2020 – 2022` below an employer.
pub(in crate::model) fn become_dated_post(entry: &mut Entry) {
    if let [part] = entry.parts.as_mut_slice()
        && entry.kind == EntryKind::Project
        && entry.depth == 1
        && is_employment(entry.section)
        && entry.dates.is_some()
        && words::is_job(&part.text.text())
    {
        entry.kind = EntryKind::Role;
        part.role = PartRole::Role;
    }
}

/// Returns whether the text under an employer goes post by post: `**Engineer**` over `*2018 – 2020*`, and below that
/// another one. Then none of them belongs to the employer's own line.
pub(in crate::model) fn are_posts_below(entry: &Entry, parts: &[Part<'_>]) -> bool {
    let lines = |part: &Part<'_>| match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.first() {
            Some(Chunk::Lines(lines)) => Some(lines.clone()),
            _ => None,
        },
        _ => None,
    };
    let is_post = |at: usize| {
        let Some(own) = lines(&parts[at]) else { return false };
        let Some(first) = own.first().map(|line| &line.text) else { return false };
        let next = own.get(1).cloned().or_else(|| lines(parts.get(at + 1)?)?.first().cloned());
        let below =
            next.is_some_and(|next| date::parse(&next.text.text()).is_some_and(|found| found.is_range()));
        let sure = |dated: &split::Dated| dated.firm && dated.found.is_range() || is_post_and_year(first);
        let dated = split::dated_line(first).filter(sure);
        let text = first.text();
        let post = text[..dated.as_ref().map_or(text.len(), |dated| dated.outer.start)].trim();
        // 연구원 is a research worker, and also an institute.
        let own = words::is_job(post) && (!words::is_company(post) || is_of_a_person(post));
        begins_bold(first) && is_short(first) && own && (dated.is_some() || below)
    };
    let told = || {
        parts.first().is_some_and(houses::is_post) && houses::are_posts(parts.iter().filter_map(first_line))
    };
    is_employment(entry.section)
        && entry.dates.is_none()
        // The part in the place of a post may be a town.
        && entry.part(PartRole::Role).is_none_or(|role| !words::is_job(&role.text()))
        && !parts.is_empty()
        && (is_post(0) && (1..parts.len()).any(is_post) || told())
}

/// Returns the line of a paragraph that is a degree or a post and its dates, and its text without the dates.
fn line_of_post(part: &Part<'_>, kind: SectionKind) -> Option<(Rich, String)> {
    let line = only_line(part)?;
    Some((line.clone(), post_of(line, kind)?))
}

/// Returns the line of a paragraph of one line.
fn only_line<'p>(part: &'p Part<'_>) -> Option<&'p Rich> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [line] = lines.as_slice() else { return None };
    (!marked.off && !marked.page_break).then_some(&line.text)
}

/// `Lecturer, 2017–2018.`: a short line with a date at one end.
pub(super) fn is_dated_post(line: &Rich) -> bool {
    let text = line.text();
    let line = line.slice(0..text.trim_end().trim_end_matches(['.', '。']).len());
    let text = line.text();
    let Some(dated) = split::dated_line(&line) else { return false };
    let (before, after) = (text[..dated.outer.start].trim(), text[dated.outer.end..].trim());
    let whole = before.is_empty() != after.is_empty();
    let sure = dated.firm || before.ends_with([',', '，']);
    whole && sure && text.chars().map(half_ems).sum::<usize>() <= POST + DATES
}

/// `BSc Ovens` over `2000 – 2004`: the first line with the range that stands alone below it.
fn with_date_below(mut lines: Vec<Line>) -> Vec<Line> {
    let ranged = |line: &Line| date::parse(line.text.text().trim()).is_some_and(|found| found.is_range());
    if let [first, next, ..] = lines.as_mut_slice()
        && ranged(next)
        && split::dated_line(&first.text).is_none()
    {
        first.text.append(Rich::plain(", ", crate::diag::Span::default()));
        first.text.append(std::mem::take(&mut next.text));
        lines.remove(1);
    }
    lines
}

fn marked_items<'a>(marked: &Marked<'a>) -> &'a [md::Item] {
    match &marked.block.kind {
        md::BlockKind::List { items, .. } => items,
        _ => &[],
    }
}

/// `Analyst, 2016 – 2018.`, `物理学（2012~2016）`: the text next to a range at the end of a short line or at its
/// beginning; a degree may have one date.
fn post_of(line: &Rich, kind: SectionKind) -> Option<String> {
    let text = line.text();
    let degree = |text: &str| kind == SectionKind::Education && words::is_degree(text);
    let dated = split::dated_line(line)?;
    let (before, after) = (text[..dated.outer.start].trim(), text[dated.outer.end..].trim());
    let post = if before.is_empty() { after } else { before };
    // `Intern (2017)`
    let bracketed = text[..dated.outer.end].ends_with([')', '）']) && words::is_job(post);
    let range = dated.firm && (dated.found.is_range() || bracketed);
    let whole = before.is_empty() != (after.is_empty() || after == ".");
    let employed = is_employment(kind) || kind == SectionKind::Education;
    (employed
        && whole
        && (range || degree(post))
        && post.chars().map(half_ems).sum::<usize>() <= POST
        && !post.ends_with(['。', '；', ';'])
        && key::at_start(&text, key::GRID_KEY).is_none())
    .then(|| post.to_owned())
}
