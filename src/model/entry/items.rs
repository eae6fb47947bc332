//! Lists whose items are entries: most items decide for those of the same shape.

mod listed;
mod mixed;
mod over;
mod title_in_items;
mod titled;

use super::descriptions::{
    begins_with_job, behind_dated_bold, behind_dated_colon, behind_dated_name, behind_dated_stop,
    holds_several, names_job,
};
use super::head_items::{first_lines, head_items};
use super::opening::{OPENING, Opening, begins_bold, is_date, is_sure, opening, restart};
use super::stack::{may_be_wrapped, unwrap};
use super::{Builder, Rank, undated};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::Block;
use crate::model::rich::Rich;
use crate::model::section::{Around, entry_block};
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;
use title_in_items::over_date;

/// The longest line that opens an entry as its siblings do, in half ems, not counting its date.
const LONG: usize = 200;

/// An item that may become an entry.
#[derive(Clone)]
struct Opened<'a> {
    item: &'a md::Item,
    /// The lines of its first paragraph; if that is a date over a single item, also the lines of that item.
    lines: Vec<Line>,
    /// How it opens an entry by itself.
    opening: Option<Opening>,
    /// The blocks under the lines.
    inside: Vec<&'a md::Block>,
    /// The items after it that belong to it.
    more: std::ops::Range<usize>,
}

impl Builder<'_> {
    /// Returns a list as entries, if its items open them.
    pub fn entries_of_list(&mut self, part: &Part<'_>, rank: Rank<'_>, around: Around) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return None };
        if marked.off || items.is_empty() {
            return None;
        }
        let mut opened: Vec<Opened<'_>> = items
            .iter()
            .map(|item| self.opened_item(item, marked, around.kind, rank))
            .collect::<Option<_>>()?;
        let told = |items: &[Opened<'_>]| {
            are_entries(items, around.kind)
                || are_dated_alike(items, around.kind, rank)
                || are_named_jobs(items, around.kind)
        };
        if !told(&opened) {
            if mixed::are_mostly_entries(&opened, around.kind, rank) {
                return self.mixed_entries(opened, marked, rank, around);
            }
            opened = match listed::without_marks(&opened, around.kind, rank).filter(|(bare, _)| told(bare)) {
                Some((bare, marks)) => {
                    marks.iter().for_each(|mark| self.consume(mark, "mark between the items of a list"));
                    bare
                }
                None => under_heads(opened, around.kind, rank)?,
            };
        }
        self.look_at_sister_items(items, marked);
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
        let title = lines.next()?.text;
        let rest: Vec<Line> = lines.collect();
        let inside: Vec<Marked<'_>> = opened.inside.into_iter().map(|block| marked.inside(block)).collect();
        let mut parts = Vec::new();
        let holder = Marked { page_break: false, keep: false, ..(*marked).clone() };
        if !rest.is_empty() {
            parts.push(Part::Text(vec![Chunk::Lines(restart(rest))], &holder));
        }
        parts.extend(self.parts_of(&inside));
        if !opened.more.is_empty() {
            parts.push(Part::Items(&holder, opened.more));
        }
        self.look_below(&title, &[], parts.first());
        let mut entry = self.opened(title, around.kind, rank);
        entry.span = opened.item.span;
        self.title_in_items(&mut entry, &mut parts);
        self.lines_under_title(&mut entry, &mut parts);
        entry.body.extend(self.body(parts, around.keyed));
        Some(entry_block(entry, false))
    }

    /// Reads an item; `None` if it does not begin with a paragraph.
    fn opened_item<'i>(
        &self,
        item: &'i md::Item,
        marked: &Marked<'_>,
        kind: SectionKind,
        rank: Rank<'_>,
    ) -> Option<Opened<'i>> {
        let lines = first_lines(self, item, marked)?;
        let lines = behind_dated_bold(&lines)
            .or_else(|| behind_dated_name(&lines))
            .or_else(|| behind_dated_colon(&lines))
            .or_else(|| behind_dated_stop(&lines).filter(|_| kind == SectionKind::Education))
            .unwrap_or(lines);
        let inside: Vec<&md::Block> = item.blocks[1..].iter().collect();
        if let Some(opened) = self.date_over_item(item, &lines, marked) {
            return Some(opened);
        }
        let opening = opening(&lines, kind, rank).or_else(|| dated_below(self, item, marked)).or_else(|| {
            self.opened_with_next(item, &lines, marked)
                .filter(|with| opening(with, kind, rank) == Some(Opening::Title))
                .map(|_| Opening::Title)
        });
        let opening = opening
            .or_else(|| self.over_posts(item, &lines, marked, (kind, rank)))
            .or_else(|| self.over_brackets(item, &lines, marked, (kind, rank)))
            .or_else(|| self.over_school(item, &lines, marked, (kind, rank)))
            .or_else(|| titled::opening(item, &lines, kind, rank))
            .or_else(|| undated::is_item(&lines, kind, rank).then_some(Opening::Title))
            .or_else(|| {
                let open = is_sure(kind, rank) || kind == SectionKind::Other && rank.depth == 0;
                let over = open && self.is_over_fields(item, &lines, marked);
                over.then_some(Opening::Title)
            });
        Some(Opened { item, lines, opening, inside, more: 0..0 })
    }

    /// Returns the lines of an item's first paragraph, and of the second if the first is one line: `**Example**` over
    /// `*engineer*, 2016 – 2018` with an empty line between.
    fn opened_with_next(&self, item: &md::Item, lines: &[Line], marked: &Marked<'_>) -> Option<Vec<Line>> {
        let [line] = lines else { return None };
        let md::BlockKind::Paragraph(content) = &item.blocks.get(1)?.kind else { return None };
        match flow::chunks(content, &self.manner_of(marked)).as_slice() {
            [Chunk::Lines(below), ..] => Some([std::slice::from_ref(line), below].concat()),
            _ => None,
        }
    }

    /// `- 2022.09 ~` over `- Example Co.` with the work done there: the single item belongs to the date.
    fn date_over_item<'i>(
        &self,
        item: &'i md::Item,
        lines: &[Line],
        marked: &Marked<'_>,
    ) -> Option<Opened<'i>> {
        let [line] = lines else { return None };
        if let md::BlockKind::Paragraph(content) = &item.blocks.get(1)?.kind
            && is_date(&line.text)
            && let [Chunk::Lines(below)] = flow::chunks(content, &self.manner_of(marked)).as_slice()
            && is_title(&below.first()?.text)
        {
            let lines = [lines, below].concat();
            let inside = item.blocks[2..].iter().collect();
            return Some(Opened { item, lines, opening: Some(Opening::DateFirst), inside, more: 0..0 });
        }
        let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
        let [inner] = items.as_slice() else { return None };
        if !is_date(&line.text) || inner.blocks.len() < 2 {
            return None;
        }
        let lines = [lines, &first_lines(self, inner, marked)?].concat();
        let inside = inner.blocks[1..].iter().chain(&item.blocks[2..]).collect();
        Some(Opened { item, lines, opening: Some(Opening::DateFirst), inside, more: 0..0 })
    }
}

/// Returns whether the items of a list are entries: each opens one, or most do and the others have the same shape.
fn are_entries(items: &[Opened<'_>], kind: SectionKind) -> bool {
    let opening = items.iter().filter(|item| item.opening.is_some()).count();
    if opening == items.len() || opening == 0 {
        return opening > 0;
    }
    let bold = items.iter().all(|item| item.lines.first().is_some_and(|line| begins_bold(&line.text)));
    let shut: Vec<&Opened<'_>> = items.iter().filter(|item| item.opening.is_none()).collect();
    let dated = shut.iter().all(|item| is_like_title(item) && has_date(item));
    let titles = shut.iter().all(|item| is_like_title(item));
    // Names of projects before the first with a date and a text belong to nothing.
    let first = items.iter().position(|item| item.opening.is_some()).unwrap_or_default();
    let told = items[first..].iter().all(|item| item.opening.is_some() && !item.inside.is_empty());
    if kind == SectionKind::Projects && told && titles {
        return true;
    }
    (opening >= shut.len() && dated) || (opening > shut.len() && opening > 2 && bold && titles)
}

/// Returns whether all items have one shape: each has its date at the same end, and enough of them are entries by
/// themselves, by their words or by the blocks under them. Then a long line is one, too.
fn are_dated_alike(items: &[Opened<'_>], kind: SectionKind, rank: Rank<'_>) -> bool {
    let Some(ends) = items.iter().map(dated_end).collect::<Option<Vec<DatedEnd>>>() else { return false };
    let alike = ends.windows(2).all(|pair| pair[0].first == pair[1].first);
    if ends.len() < 2 || !alike || !is_sure(kind, rank) {
        return false;
    }
    let most = |count: usize| count * 2 >= items.len();
    let opening = items.iter().filter(|item| item.opening.is_some()).count();
    let ranged = ends.iter().all(|end| end.ranged);
    let told =
        ends.iter().filter(|end| words::is_school(&end.beside) || words::is_degree(&end.beside)).count();
    let jobs = ends.iter().filter(|end| end.first && leads_with_job(&end.beside)).count();
    // `Teaching Assistant: Example University (2011-2013)`
    let post =
        |end: &&DatedEnd| end.beside.split_once([':', '：']).is_some_and(|(post, _)| words::is_job(post));
    let colons = ends.iter().all(|end| end.beside.contains([':', '：']));
    let employed = is_employment(kind) && colons && most(ends.iter().filter(post).count());
    let parted = |(end, item): (&DatedEnd, &Opened<'_>)| {
        end.bracketed
            && (!item.inside.is_empty()
                || end.beside.contains([',', '，', '|', '｜'])
                || employed
                || end.beside.contains(" - "))
    };
    ranged && most(opening)
        || kind == SectionKind::Education && told == items.len()
        || kind == SectionKind::Work && most(jobs)
        || ends.iter().zip(items).all(parted)
}

/// Returns whether all items give a time and an employer, and half of them a post: `2018 - 2020。某公司，担任某职。`
fn are_named_jobs(items: &[Opened<'_>], kind: SectionKind) -> bool {
    let text =
        |item: &Opened<'_>| item.lines.first().map_or(String::new(), |line| line.text.text().into_owned());
    let told = items.iter().filter(|item| names_job(&text(item), kind)).count();
    told * 2 >= items.len() && items.iter().all(|item| begins_with_job(&text(item), kind))
}

/// `- **Example University**  2016 – 2020` over `- Physics` and `- GPA 3.9` in one list: items that open entries by a
/// range and a name, and items without dates that belong to them.
fn under_heads<'a>(items: Vec<Opened<'a>>, kind: SectionKind, rank: Rank<'_>) -> Option<Vec<Opened<'a>>> {
    let head = |item: &Opened<'_>| {
        let line = &item.lines.first()?.text;
        let text = line.text();
        let ranged = dated_end(item)?.ranged && split::dated_line(line)?.firm;
        let named = match kind {
            SectionKind::Education => words::is_school(&text),
            SectionKind::Work => words::is_company(&text) || begins_bold(line),
            _ => false,
        };
        (item.opening.is_some() && ranged && named).then_some(())
    };
    let undated = |item: &Opened<'_>| item.lines.first().is_some_and(|line| !split::has_date(&line.text));
    let heads: Vec<bool> = items.iter().map(|item| head(item).is_some()).collect();
    let told = items.iter().zip(&heads).all(|(item, head)| *head || undated(item) && item.opening.is_none());
    if !is_sure(kind, rank) || !heads.first().copied().unwrap_or(false) || !told {
        return None;
    }
    let count = items.len();
    let mut out: Vec<Opened<'a>> = Vec::new();
    for (at, mut item) in items.into_iter().enumerate() {
        if heads[at] {
            let end = (at + 1..count).find(|next| heads[*next]).unwrap_or(count);
            item.more = at + 1..end;
            out.push(item);
        }
    }
    Some(out)
}

/// `: Research Assistant – Example University`
fn leads_with_job(beside: &str) -> bool {
    let text = beside.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：'));
    let head = text.split([',', '，', '–', '—', ':', '：', '|', '·']).next().unwrap_or_default();
    let head = head.split(" - ").next().unwrap_or_default().trim();
    head.split_whitespace().count() <= 6 && words::is_job(head)
}

/// The position of an item's date.
struct DatedEnd {
    /// Whether it leads the line.
    first: bool,
    ranged: bool,
    bracketed: bool,
    /// The rest of the line.
    beside: String,
}

fn dated_end(item: &Opened<'_>) -> Option<DatedEnd> {
    let line = item.lines.first()?;
    let wrapped = matches!(item.lines.as_slice(), [line, next, ..] if may_be_wrapped(line, next));
    let text = line.text.text();
    if holds_several(&text) {
        return None;
    }
    let dated = split::at_an_end(&line.text)?;
    let beside = [&text[..dated.outer.start], &text[dated.outer.end..]].concat();
    let sentence = text.contains(['。', '！'])
        || beside.trim_end().ends_with(['；', ';', '：', ':'])
        || holds_sentences(&beside);
    // `2018年6月毕业于某学院` is running text.
    let joined = dated.outer.start == 0 && text[dated.outer.end..].starts_with(char::is_alphanumeric);
    let long = beside.chars().map(half_ems).sum::<usize>() > LONG;
    let found = date_range(&dated);
    // After its date a long line may be wrapped.
    let wrapped = wrapped && dated.outer.start > 0;
    (!wrapped && !sentence && !joined && !long && !beside.trim().is_empty()).then_some(DatedEnd {
        first: dated.outer.start == 0,
        ranged: dated.found.is_range(),
        bracketed: found.len() < dated.outer.len(),
        beside,
    })
}

/// Returns whether a full stop comes after a word that is no abbreviation, and more text follows.
fn holds_sentences(text: &str) -> bool {
    text.trim_end().match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.chars().count() > 4
    })
}

fn date_range(dated: &split::Dated) -> std::ops::Range<usize> {
    dated.found.range.start..dated.found.end_with_duration()
}

/// Returns whether the first line of an item could be a title: short, no sentence, no key.
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
    let dated = |line: &Line| split::at_an_end(&line.text).is_some() && !holds_several(&line.text.text());
    item.lines.first().is_some_and(dated)
}

/// An item whose own list begins with a date (`- **Example Co.**: engineer` over `- Sep. 2019 - today`), or with names
/// and a date, or one that is a date over its text.
fn dated_below(builder: &Builder<'_>, item: &md::Item, marked: &Marked<'_>) -> Option<Opening> {
    let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
    let own = first_lines(builder, item, marked)?;
    let lines = first_lines(builder, items.first()?, marked)?;
    let first = lines.first()?.text.text();
    // `- 2019 - 2021:` over `  - Baker, Sample Inn` and what was done there.
    let led =
        over_date(&own.first()?.text.text()) && words::is_job(&first) && !first.trim_end().ends_with('.');
    let either = is_date(&lines.first()?.text) || is_date(&own.first()?.text) || led;
    let head = || is_title(&own[0].text) && head_items(builder, items, marked).is_some();
    (lines.len() == 1 && own.len() == 1 && (either || head())).then_some(Opening::Title)
}
