//! A section: its title, and the entries that its headings open.

mod brackets;
mod groups;
mod open;
mod paragraphs;
mod quotation;
mod rules;

use super::Builder;
use super::blocks;
use super::date;
use super::directive::Marked;
use super::entry::{self, Rank};
use super::flow;
use super::key;
use super::kinds::SectionKind;
use super::lines;
use super::resume::{Block, BlockKind, Entry, PartRole, Section};
use super::rich::Rich;
use super::split;
use super::words;
use crate::diag::{Diagnostic, code, message};
use crate::source::markdown as md;

pub(super) use blocks::page_break;
pub(super) use brackets::inside as inside_brackets;
use groups::group_of;

pub(super) use quotation::is_quotation;
use quotation::unquoted;
use rules::without_rules;

/// Settings that hold for a whole section while its blocks are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    pub kind: SectionKind,
    /// Whether at least two lines begin with a run-in key.
    pub keyed: bool,
}

/// Returns a section; its heading is the first of the blocks.
pub(super) fn build(builder: &mut Builder<'_>, blocks: &[Marked<'_>]) -> Section {
    let untitled = |span| Section {
        title: Default::default(),
        kinds: vec![SectionKind::Other],
        blocks: Vec::new(),
        span,
    };
    let Some((heading, rest)) = blocks.split_first() else { return untitled(Default::default()) };
    let md::BlockKind::Heading { content, level, .. } = &heading.block.kind else {
        return untitled(heading.block.span);
    };
    let (title, images) = flow::rich(content, &builder.manner_of(heading));
    let title = builder.without_decoration(title);
    let title = builder.without_colon(title);
    let title = builder.without_title_brackets(title);
    builder.number(&title, 0);
    let mut kinds = SectionKind::of_title(&title.text());
    if let Some(kind) = heading.section {
        kinds.retain(|known| *known != kind && *known != SectionKind::Other);
        kinds.insert(0, kind);
    }
    if kinds == [SectionKind::Other] && is_of_projects(&title.text()) {
        kinds = vec![SectionKind::Projects];
    }
    if builder.bare {
        return Section { title, kinds, blocks: Vec::new(), span: heading.block.span };
    }
    let mut body: Vec<Block> = images.into_iter().map(blocks::image_block).collect();
    body.extend(under_title(builder, rest, *level, &kinds));
    Section { title, kinds, blocks: body, span: heading.block.span }
}

/// Returns whether a title labels the text of a project inside one, and heads projects as the title of a section.
fn is_of_projects(title: &str) -> bool {
    const TITLES: [&str; 6] = ["项目简介", "项目介绍", "项目描述", "項目簡介", "專案簡介", "專案介紹"];
    TITLES.contains(&title.trim())
}

/// Returns the section of the entries under the name without a title; each of them has a heading.
pub(super) fn untitled(builder: &mut Builder<'_>, blocks: &[Marked<'_>]) -> Section {
    let span = blocks.first().map(|first| first.block.span).unwrap_or_default();
    let level = blocks.first().and_then(heading).map_or(1, |(level, _)| level.saturating_sub(1));
    let kinds = vec![SectionKind::Work];
    let blocks = if builder.bare { Vec::new() } else { under_title(builder, blocks, level, &kinds) };
    Section { title: Rich::default(), kinds, blocks, span }
}

/// Returns the blocks under the title of a section at a level.
fn under_title(
    builder: &mut Builder<'_>,
    rest: &[Marked<'_>],
    level: u8,
    kinds: &[SectionKind],
) -> Vec<Block> {
    let inside = unquoted(rest, kinds[0], builder.quoted);
    let rest = inside.as_deref().unwrap_or(rest);
    let keyed = count_keys(rest) >= 2;
    let around = Around { kind: kinds[0], keyed };
    builder.grids = builder.grids_of(rest);
    builder.headed = rest.iter().filter_map(self::heading).any(|(_, title)| {
        // `### Sprachen` heads another section.
        !SectionKind::is_exact_title(&md::plain_text(title))
    });
    builder.mixed = kinds.contains(&SectionKind::Education) && kinds.contains(&SectionKind::Work);
    let mut body = builder.entries(without_rules(rest), level, around);
    entry::join_second_posts(&mut body);
    builder.part_posts(&mut body);
    entry::in_one_order(&mut body);
    builder.employers_in_items(&mut body);
    entry::in_one_degree(&mut body);
    Entry::in_one_code(&mut body);
    entry::in_one_place(&mut body);
    builder.lines_as_titles(&mut body);
    body
}

/// Counts the lines of paragraphs that begin with a run-in key.
fn count_keys(blocks: &[Marked<'_>]) -> usize {
    let mut count = 0;
    for marked in blocks.iter().filter(|marked| !marked.off) {
        match &marked.block.kind {
            md::BlockKind::Paragraph(content) => count += keys_of(content),
            // Text of an item in paragraphs of its own: `- **示例系统**` over `项目介绍：…`.
            md::BlockKind::List { items, .. } => {
                let inside = items.iter().flat_map(|item| item.blocks.iter().skip(1));
                count += inside
                    .map(|block| {
                        if let md::BlockKind::Paragraph(content) = &block.kind { keys_of(content) } else { 0 }
                    })
                    .sum::<usize>();
            }
            _ => {}
        }
    }
    count
}

fn keys_of(content: &[md::Inline]) -> usize {
    let (mut count, mut line) = (0, String::new());
    lines::each_start(content, &mut line, &mut |start| {
        count += usize::from(key::run_in(start).is_some());
    });
    count + usize::from(key::run_in(&line).is_some())
}

/// An entry that is open while its blocks are read.
struct Open {
    level: u8,
    entry: Entry,
    keep: bool,
    /// Its subject, if its title is that of a section in the section.
    group: Option<SectionKind>,
}

/// Returns the settings for blocks under the open headings.
fn inside(open: &[Open], around: Around) -> Around {
    let group = open.first().and_then(|first| first.group);
    Around { kind: group.unwrap_or(around.kind), ..around }
}

impl Builder<'_> {
    /// Takes the colon off the end of a title, which only announces the text under it.
    pub(super) fn without_colon(&mut self, title: Rich) -> Rich {
        let text = title.text();
        let len = text.trim_end_matches([':', '：', ' ']).len();
        if len == 0 || len == text.len() {
            return title;
        }
        self.consume(&title.slice(len..text.len()), "colon at the end of a title");
        title.slice(0..len)
    }

    /// Returns the blocks of a section, those under headings inside their entries.
    pub fn entries(&mut self, blocks: &[Marked<'_>], above: u8, around: Around) -> Vec<Block> {
        let mut done: Vec<Block> = Vec::new();
        let mut open: Vec<Open> = Vec::new();
        let mut at = 0;
        while at < blocks.len() {
            let end = at + blocks[at..].iter().take_while(|marked| heading(marked).is_none()).count();
            if end > at {
                self.segment(without_rules(&blocks[at..end]), &mut done, &mut open, around);
                at = end;
                continue;
            }
            let marked = &blocks[at];
            at += 1;
            let Some((level, content)) = heading(marked) else { continue };
            let (title, images) = flow::rich(content, &self.manner_of(marked));
            // `### 某公司　2015 - 2019` over `### 负责人`: one entry in two headings.
            if let Some(last) = open.last_mut().filter(|last| last.level == level && !marked.off)
                && last.group.is_none()
                && images.is_empty()
                && (self.post_of_entry(&mut last.entry, &title)
                    || last.entry.dates.is_some()
                        && !is_dated(blocks.get(at))
                        && self.employer_of_entry(&mut last.entry, &title))
            {
                continue;
            }
            while open.last().is_some_and(|last| last.level >= level) {
                close(&mut done, &mut open);
            }
            if marked.page_break {
                innermost(&mut done, &mut open).push(page_break(marked.block.span));
            }
            self.report_skipped(level, open.last().map_or(above, |last| last.level), marked);
            if let Some(last) = open.last_mut().filter(|_| !marked.off)
                && !(is_only_date(&title.text()) && dates_follow(&blocks[at..], level, last.level))
                && self.date_of_parent(&mut last.entry, &title)
            {
                continue;
            }
            if let Some(last) = open.last_mut().filter(|_| !marked.off && images.is_empty())
                && is_alone(&blocks[at..], level, last.level)
                && (self.title_of_dates(&mut last.entry, &title)
                    || self.employer_of_entry(&mut last.entry, &title)
                    || last.group.is_none() && entry::post_below_entry(&mut last.entry, &title))
            {
                continue;
            }
            // `#### 职位与时间` over `架构师 · 2025-06 ~ 至今`: it only announces what the line below says of the entry above.
            if open.last().is_some_and(|last| last.level < level && last.entry.dates.is_none())
                && !marked.off
                && images.is_empty()
                && entry::announces_dates(&title)
                && is_range_below(blocks.get(at))
            {
                self.consume(&title, "title of the dates of an entry");
                continue;
            }
            let group = group_of(&title, blocks.get(at)).filter(|_| open.is_empty() && !marked.off);
            let grouped = open.first().is_some_and(|first| first.group.is_some());
            let rank = Rank { depth: open.len() as u8, parent: open.last().map(|last| &last.entry), grouped };
            let kind = if group.is_some() { SectionKind::Other } else { inside(&open, around).kind };
            self.look_below_heading(&title, blocks.get(at));
            let mut entry = self.entry(title, kind, rank, marked.off);
            entry.span = marked.block.span;
            entry.body.extend(images.into_iter().map(blocks::image_block));
            open.push(Open { level, entry, keep: marked.keep, group });
        }
        while !open.is_empty() {
            close(&mut done, &mut open);
        }
        done
    }

    /// Reads blocks between two headings.
    fn segment(&mut self, blocks: &[Marked<'_>], done: &mut Vec<Block>, open: &mut [Open], around: Around) {
        let around = inside(open, around);
        let mut parts = self.parts_of(blocks);
        let grouped = open.first().is_some_and(|first| first.group.is_some());
        let rank = Rank { depth: open.len() as u8, parent: None, grouped };
        entry::stack(&mut parts, around.kind);
        entry::part_openings(&mut parts, around.kind, rank);
        entry::part_sentences(&mut parts, around.kind, rank);
        if let Some((last, above)) = open.split_last_mut().filter(|(last, _)| last.group.is_none()) {
            let dated = last.entry.dates.is_some();
            if entry::are_posts_below(&last.entry, &parts) {
                entry::leave_post_to_those_below(&mut last.entry);
            } else {
                self.lines_under_title(&mut last.entry, &mut parts);
            }
            let parent = above.last().filter(|parent| parent.group.is_none()).map(|parent| &parent.entry);
            if let Some(parent) = parent.filter(|_| !dated && above.len() == 1 + usize::from(grouped)) {
                entry::become_post(&mut last.entry, parent);
            }
        }
        // Work done is a list, whatever its items begin with; skills may be a grid.
        let told = open.len() > usize::from(grouped) && has_lists_below(around.kind);
        let blocks = self.inside(told, |builder| builder.paragraph_entries(parts, rank, around));
        innermost(done, open).extend(blocks);
    }

    /// Takes a heading that is only a date, or only a place, for the entry above it, if nothing is between them.
    fn date_of_parent(&mut self, parent: &mut Entry, title: &Rich) -> bool {
        let text = title.text();
        let only = is_only_date(&text);
        let place = words::is_place(&text) && parent.part(PartRole::Place).is_none();
        let free = if parent.dates.is_none() { only } else { place };
        let taken = free && parent.body.is_empty() && !parent.parts.iter().all(|part| part.text.is_blank());
        if taken {
            self.merge(parent, title);
        }
        taken
    }

    fn report_skipped(&mut self, level: u8, above: u8, marked: &Marked<'_>) {
        // An author who skips a level does so everywhere: it is reported once.
        if level > above + 1 && !std::mem::replace(&mut self.skipped, true) {
            let message = message!("a level {level} heading under a level {above} heading", level, above);
            let hint = message!("write it with {signs}", signs = "#".repeat(usize::from(above) + 1));
            let found = Diagnostic::new(code::LEVEL_SKIPPED, marked.block.span, message);
            self.sink.report(found.hint(hint));
        }
    }
}

/// Returns whether the entries of a kind are described in lists.
fn has_lists_below(kind: SectionKind) -> bool {
    use SectionKind::{Projects, Volunteer, Work};
    matches!(kind, Work | Projects | Volunteer)
}

/// Returns an entry as a block whose span covers all of it.
pub(super) fn entry_block(entry: Entry, keep: bool) -> Block {
    let span = entry.body.iter().map(|block| block.span).fold(entry.span, crate::diag::Span::to);
    Block { span, keep, kind: BlockKind::Entry(Box::new(entry)) }
}

/// Returns whether no other heading of this level is under the heading above it.
fn is_alone(behind: &[Marked<'_>], level: u8, above: u8) -> bool {
    let levels = behind.iter().filter_map(|marked| Some(heading(marked)?.0));
    levels.take_while(|next| *next > above).all(|next| next != level)
}

fn is_only_date(text: &str) -> bool {
    split::dated(text).is_some_and(|dated| dated.outer.len() == text.trim().len())
}

/// Returns whether another heading of a level, in what a heading above it holds, is only a date: each of them dates what
/// stands under it, and none the heading above.
fn dates_follow(behind: &[Marked<'_>], level: u8, above: u8) -> bool {
    let headings = behind.iter().filter_map(heading).take_while(|(next, _)| *next > above);
    headings.filter(|(next, _)| *next == level).any(|(_, title)| is_only_date(&md::plain_text(title)))
}

/// Returns whether a block is a heading, or a paragraph with a date: what stands above it opens an entry by itself then.
fn is_dated(next: Option<&Marked<'_>>) -> bool {
    next.is_some_and(|next| match &next.block.kind {
        md::BlockKind::Heading { .. } => true,
        md::BlockKind::Paragraph(content) => {
            let text = md::plain_text(content);
            !date::find_all(text.lines().next().unwrap_or_default()).is_empty()
        }
        _ => false,
    })
}

/// Returns whether a block is a paragraph whose first line has a range of dates.
fn is_range_below(next: Option<&Marked<'_>>) -> bool {
    next.is_some_and(|next| match &next.block.kind {
        md::BlockKind::Paragraph(content) => {
            let is_break = |inline: &md::Inline| {
                matches!(inline.kind, md::InlineKind::SoftBreak { .. } | md::InlineKind::HardBreak)
            };
            let line = content.split(is_break).next().unwrap_or_default();
            split::dated(&md::plain_text(line)).is_some_and(|dated| dated.found.is_range())
        }
        _ => false,
    })
}

fn heading<'a>(marked: &Marked<'a>) -> Option<(u8, &'a [md::Inline])> {
    match &marked.block.kind {
        md::BlockKind::Heading { level, content, .. } => Some((*level, content)),
        _ => None,
    }
}

fn innermost<'a>(done: &'a mut Vec<Block>, open: &'a mut [Open]) -> &'a mut Vec<Block> {
    match open.last_mut() {
        Some(last) => &mut last.entry.body,
        None => done,
    }
}

fn close(done: &mut Vec<Block>, open: &mut Vec<Open>) {
    if let Some(mut last) = open.pop() {
        // `#### Engineer` over `##### 2018 – 2020` under an employer.
        if let Some(parent) = open.last_mut().filter(|parent| parent.group.is_none()) {
            entry::leave_post_to_headings_below(&mut parent.entry, &last.entry);
            entry::become_post(&mut last.entry, &parent.entry);
        }
        let block = entry_block(last.entry, last.keep);
        innermost(done, open).push(block);
    }
}
