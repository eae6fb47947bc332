//! Lists whose items are entries: most items decide for those that are made alike.

use super::opening::{OPENING, Opening, begins_bold, is_date, opening, restart};
use super::stack::{may_be_wrapped, unwrap};
use super::{Builder, Rank};
use crate::model::blocks::Part;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::Block;
use crate::model::rich::Rich;
use crate::model::section::{Around, entry_block};
use crate::model::split;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// An item on its way to an entry.
struct Opened<'a> {
    item: &'a md::Item,
    /// The lines of its first paragraph; where it is a date over one thing, the lines of that, too.
    lines: Vec<Line>,
    /// How it opens an entry by itself.
    opening: Option<Opening>,
    /// What stands under the lines.
    inside: Vec<&'a md::Block>,
}

impl Builder<'_> {
    /// Returns a list as entries, if its items open them.
    pub fn entries_of_list(&mut self, part: &Part<'_>, rank: Rank<'_>, around: Around) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return None };
        if marked.off || items.is_empty() {
            return None;
        }
        let opened: Vec<Opened<'_>> = items
            .iter()
            .map(|item| self.opened_item(item, marked, around.kind, rank))
            .collect::<Option<_>>()?;
        if !are_entries(&opened) {
            return None;
        }
        opened.into_iter().map(|item| self.entry_of_item(item, marked, rank, around)).collect()
    }

    fn entry_of_item(
        &mut self,
        opened: Opened<'_>,
        marked: &Marked<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Block> {
        let mut lines = opened.lines;
        if opened.opening == Some(Opening::DateFirst) {
            lines.swap(0, 1);
            lines[1].text = self.without_colon(std::mem::take(&mut lines[1].text));
        } else {
            unwrap(&mut lines);
        }
        let mut lines = lines.into_iter();
        let mut entry = self.opened(lines.next()?.text, around.kind, rank);
        entry.span = opened.item.span;
        let rest: Vec<Line> = lines.collect();
        let inside: Vec<Marked<'_>> = opened
            .inside
            .into_iter()
            .map(|block| Marked { block, page_break: false, keep: false, section: None, ..(*marked).clone() })
            .collect();
        let mut parts = Vec::new();
        let holder = Marked { page_break: false, keep: false, ..(*marked).clone() };
        if !rest.is_empty() {
            parts.push(Part::Text(vec![Chunk::Lines(restart(rest))], &holder));
        }
        parts.extend(self.parts_of(&inside));
        self.lines_under_title(&mut entry, &mut parts);
        entry.body.extend(self.body(parts, around.keyed));
        Some(entry_block(entry, false))
    }

    /// Reads an item; none if it does not begin with a paragraph.
    fn opened_item<'i>(
        &self,
        item: &'i md::Item,
        marked: &Marked<'_>,
        kind: SectionKind,
        rank: Rank<'_>,
    ) -> Option<Opened<'i>> {
        let lines = first_lines(self, item, marked)?;
        let inside: Vec<&md::Block> = item.blocks[1..].iter().collect();
        if let Some(opened) = self.date_over_item(item, &lines, marked) {
            return Some(opened);
        }
        let opening = opening(&lines, kind, rank).or_else(|| dated_below(self, item, marked)).or_else(|| {
            self.opened_with_next(item, &lines, marked)
                .filter(|with| opening(with, kind, rank) == Some(Opening::Title))
                .map(|_| Opening::Title)
        });
        let opening = opening.or_else(|| self.over_posts(item, &lines, marked, (kind, rank)));
        Some(Opened { item, lines, opening, inside })
    }

    /// The lines of an item's first paragraph, and of the second if the first is one line: `**Example**` over
    /// `*engineer*, 2016 – 2018` with an empty line between.
    fn opened_with_next(&self, item: &md::Item, lines: &[Line], marked: &Marked<'_>) -> Option<Vec<Line>> {
        let [line] = lines else { return None };
        let md::BlockKind::Paragraph(content) = &item.blocks.get(1)?.kind else { return None };
        match flow::chunks(content, &self.manner_of(marked)).as_slice() {
            [Chunk::Lines(below), ..] => Some([std::slice::from_ref(line), below].concat()),
            _ => None,
        }
    }

    /// `- Example Co.` over `- Engineer (2016 – 2018)`: a short name, and its own list begins with a post.
    fn over_posts(
        &self,
        item: &md::Item,
        lines: &[Line],
        marked: &Marked<'_>,
        (kind, rank): (SectionKind, Rank<'_>),
    ) -> Option<Opening> {
        let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
        let [line] = lines else { return None };
        let title = is_title(&line.text) && split::dated_line(&line.text).is_none();
        let posts = || self.posts(items, marked, kind, &line.text.text());
        (title && rank.depth == 0 && posts().is_some()).then_some(Opening::Title)
    }

    /// `- 2022.09 ~` over `- Example Co.` with all that was done there: the one item is what the date dates.
    fn date_over_item<'i>(
        &self,
        item: &'i md::Item,
        lines: &[Line],
        marked: &Marked<'_>,
    ) -> Option<Opened<'i>> {
        let [line] = lines else { return None };
        let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
        let [inner] = items.as_slice() else { return None };
        if !is_date(&line.text) || inner.blocks.len() < 2 {
            return None;
        }
        let lines = [lines, &first_lines(self, inner, marked)?].concat();
        let inside = inner.blocks[1..].iter().chain(&item.blocks[2..]).collect();
        Some(Opened { item, lines, opening: Some(Opening::DateFirst), inside })
    }
}

/// Tells whether the items of a list are entries: each opens one, or most do and the others are made alike.
fn are_entries(items: &[Opened<'_>]) -> bool {
    let opening = items.iter().filter(|item| item.opening.is_some()).count();
    if opening == items.len() || opening == 0 {
        return opening > 0;
    }
    let bold = items.iter().all(|item| item.lines.first().is_some_and(|line| begins_bold(&line.text)));
    let shut: Vec<&Opened<'_>> = items.iter().filter(|item| item.opening.is_none()).collect();
    let dated = shut.iter().all(|item| is_like_title(item) && has_date(item));
    let titles = shut.iter().all(|item| is_like_title(item));
    (opening >= shut.len() && dated) || (opening > shut.len() && opening > 2 && bold && titles)
}

/// Tells whether the first line of an item could be a title: short, no sentence, no key.
fn is_like_title(item: &Opened<'_>) -> bool {
    let Some(line) = item.lines.first() else { return false };
    let wrapped = matches!(item.lines.as_slice(), [line, next, ..] if may_be_wrapped(line, next));
    !wrapped && is_title(&line.text)
}

fn is_title(line: &Rich) -> bool {
    let text = line.text();
    !text.trim_end().ends_with(['。', '；', ';', '：', ':', '，', '！', '.'])
        && text.chars().map(half_ems).sum::<usize>() <= OPENING
        && key::at_start(&text, key::GRID_KEY).is_none()
}

fn has_date(item: &Opened<'_>) -> bool {
    item.lines.first().is_some_and(|line| split::at_an_end(&line.text).is_some())
}

/// Returns the lines of an item's first paragraph.
fn first_lines(builder: &Builder<'_>, item: &md::Item, marked: &Marked<'_>) -> Option<Vec<Line>> {
    let md::BlockKind::Paragraph(content) = &item.blocks.first()?.kind else { return None };
    let manner = builder.manner_of(marked);
    match flow::chunks(content, &manner).as_slice() {
        [Chunk::Lines(lines)] if item.task.is_none() => Some(lines.clone()),
        _ => None,
    }
}

/// An item whose own list begins with a date (`- **Example Co.**: engineer` over `- Sep. 2019 - today`), or
/// one that is a date over what it dates.
fn dated_below(builder: &Builder<'_>, item: &md::Item, marked: &Marked<'_>) -> Option<Opening> {
    let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
    let own = first_lines(builder, item, marked)?;
    let lines = first_lines(builder, items.first()?, marked)?;
    let either = is_date(&lines.first()?.text) || is_date(&own.first()?.text);
    (lines.len() == 1 && own.len() == 1 && either).then_some(Opening::Title)
}
