//! Posts that are bold items below their employer, each over its dates and the work done: `**Sample GmbH**` over
//! `- **Head Baker**` over `2020 – today`.

use super::alike::is_label;
use super::head_items::first_lines;
use super::opening::{is_short, restart};
use super::pairs::is_pair;
use super::stops::ends_abbreviated;
use super::{Builder, Rank};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, PartRole};
use crate::model::rich::Rich;
use crate::model::section::entry_block;
use crate::model::split;
use crate::source::chars::is_bar;
use crate::source::markdown as md;

/// An item that is a post.
struct ItemPost<'a> {
    title: Rich,
    dates: Rich,
    /// The lines below the dates, in their paragraph.
    lines: Vec<Line>,
    /// The blocks below that.
    below: &'a [md::Block],
}

impl Builder<'_> {
    /// Takes the items below an employer or a school as the posts or degrees there: a single one belongs to the head.
    pub(super) fn posts_in_items(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) -> bool {
        let Some(Part::Other(marked)) = parts.first() else { return false };
        let marked = *marked;
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return false };
        let Some(posts) = posts(self, items, marked) else { return false };
        let named = [PartRole::Role, PartRole::Degree].iter().any(|role| entry.part(*role).is_some());
        let several = posts.len() > 1;
        if marked.off
            || !is_open(entry.section)
            || entry.dates.is_some()
            || entry.depth > 0
            || named && several
        {
            return false;
        }
        parts.remove(0);
        let holder = marked.holder();
        for post in posts {
            let below: Vec<Marked<'_>> = post.below.iter().map(|block| marked.inside(block)).collect();
            let mut inside = Vec::new();
            if !post.lines.is_empty() {
                inside.push(Part::Text(vec![Chunk::Lines(restart(post.lines))], &holder));
            }
            inside.extend(self.parts_of(&below));
            if several {
                let mut own = self.post_of_item(entry, post.title, &post.dates);
                own.body = self.inside(true, |builder| builder.body(inside, false));
                entry.body.push(entry_block(own, false));
            } else {
                self.merge(entry, &post.title);
                name_post(entry);
                self.merge(entry, &post.dates);
                let told = self.inside(true, |builder| builder.body(inside, false));
                entry.body.extend(told);
            }
        }
        true
    }

    /// Returns the entry of one of several posts, without its body.
    fn post_of_item(&mut self, around: &Entry, title: Rich, dates: &Rich) -> Entry {
        let rank = Rank { depth: around.depth + 1, parent: Some(around), grouped: false };
        let mut entry = self.opened(title, around.section, rank);
        self.merge(&mut entry, dates);
        entry.kind = EntryKind::Role;
        let role = if around.section == SectionKind::Education { PartRole::Degree } else { PartRole::Role };
        if let Some(first) = entry.parts.first_mut()
            && matches!(first.role, PartRole::Title | PartRole::Organization)
        {
            first.role = role;
        }
        entry
    }
}

/// Makes the bold words below an employer the post there, whatever they say.
fn name_post(entry: &mut Entry) {
    let free = is_employment(entry.section) && entry.part(PartRole::Role).is_none();
    if let Some(last) = entry.parts.last_mut().filter(|last| free && last.role != PartRole::Organization) {
        last.role = PartRole::Role;
    }
}

/// Returns whether a paragraph is a bold line that may name an employer or a school, over such items.
pub(in crate::model) fn is_title_over_items(
    builder: &Builder<'_>,
    part: &Part<'_>,
    next: &Part<'_>,
    kind: SectionKind,
) -> bool {
    let (Part::Text(chunks, marked), Part::Other(below)) = (part, next) else { return false };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return false };
    let ([line], md::BlockKind::List { items, .. }) = (lines.as_slice(), &below.block.kind) else {
        return false;
    };
    let titled = || SectionKind::of_title(&line.text.text()) != [SectionKind::Other];
    !marked.off && is_open(kind) && is_name(&line.text) && posts(builder, items, below).is_some() && !titled()
}

fn is_open(kind: SectionKind) -> bool {
    is_employment(kind) || kind == SectionKind::Education
}

/// Returns the items of a list as posts, if each is one.
fn posts<'a>(builder: &Builder<'_>, items: &'a [md::Item], marked: &Marked<'_>) -> Option<Vec<ItemPost<'a>>> {
    items.iter().map(|item| post(builder, item, marked)).collect()
}

fn post<'a>(builder: &Builder<'_>, item: &'a md::Item, marked: &Marked<'_>) -> Option<ItemPost<'a>> {
    let mut lines = first_lines(builder, item, marked)?;
    let title = lines.remove(0).text;
    let mut below = &item.blocks[1..];
    if lines.is_empty() {
        let md::BlockKind::Paragraph(content) = &below.first()?.kind else { return None };
        let mut chunks = flow::chunks(content, &builder.manner_of(marked));
        let (Some(Chunk::Lines(own)), None) = (chunks.pop(), chunks.pop()) else { return None };
        lines = own;
        below = &below[1..];
    }
    let dates = lines.first()?.text.clone();
    lines.remove(0);
    let ranged = date::parse(&dates.text()).is_some_and(|found| found.is_range());
    // `**Baker | Sample Ovens**`, `**Baker, Sample Ovens, Testville**`: it names an employer itself.
    let text = title.text();
    let whole = !text.contains(is_bar) && text.matches(", ").count() < 2 && !is_pair(&title);
    drop(text);
    (ranged && whole && is_name(&title)).then_some(ItemPost { title, dates, lines, below })
}

/// Returns whether a line is short, bold, without a date and no label: `**Sample GmbH**`, `**Head Baker**`.
fn is_name(line: &Rich) -> bool {
    let text = line.text();
    let text = text.trim();
    // `Sample Inc.`
    let whole = text.strip_suffix('.').filter(|head| ends_abbreviated(head)).unwrap_or(text);
    line.all(|marks| marks.strong) && is_short(line) && !is_label(whole) && !split::has_date(line)
}
