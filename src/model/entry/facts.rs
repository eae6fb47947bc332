//! The dates of an entry in a table or a short list of facts under its title.

use super::Builder;
use super::below::ends_like_text;
use super::head_items::first_lines;
use super::keyed::is_ranged;
use super::opening::is_short;
use super::posts::is_of_a_person;
use super::undated;
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::header::is_table_word;
use crate::model::key;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Entry, EntryKind, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The largest number of rows in a table of keys and values.
const ROWS: usize = 16;
/// The largest number of items above the one with the dates.
const ABOVE: usize = 2;
/// The longest degree and subject, in half ems.
const STUDIES: usize = 60;
/// The longest cell in a row of fields, in half ems.
const CELL: usize = 60;
/// The longest text next to dates in an item, in half ems: `2013 - 2014 - part-time`.
const BESIDE: usize = 30;
/// The longest post alone on its line, in half ems.
const POST: usize = 40;

/// The longest degree or school below the other, in half ems.
const LONG_DEGREE: usize = 100;

impl Builder<'_> {
    /// `| 期間 | 2023年10月〜現在 |` in a table of keys and values under a title: the dates of the entry. The other rows
    /// are keys and values, and a head that only says so is left out.
    pub(super) fn date_among_rows<'a>(
        &mut self,
        entry: &mut Entry,
        parts: &mut Vec<Part<'a>>,
        marked: &'a Marked<'a>,
    ) -> bool {
        let md::BlockKind::Table { head, rows, .. } = &marked.block.kind else { return false };
        let manner = self.manner_of(marked);
        let cell = |cell: &Vec<md::Inline>| flow::rich(cell, &manner).0;
        let pair = |row: &Vec<Vec<md::Inline>>| match row.as_slice() {
            [key, value] => {
                Some((cell(key), cell(value))).filter(|(key, value)| !key.is_blank() && !value.is_blank())
            }
            _ => None,
        };
        let Some(pairs) = rows.iter().map(pair).collect::<Option<Vec<_>>>() else { return false };
        let head: Vec<Rich> = head.iter().map(cell).collect();
        let bare = head.iter().all(|cell| cell.is_blank() || is_table_word(&cell.text()));
        let dated = |(key, value): &(Rich, Rich)| {
            EntryKey::of_key(&key.text()) == Some(EntryKey::Date)
                && date::parse(&value.text()).is_some_and(|found| found.is_range())
        };
        let Some(at) = pairs.iter().position(dated) else { return false };
        if entry.dates.is_some() || pairs.len() > ROWS || !bare {
            return false;
        }
        let (key, value) = &pairs[at];
        let Some(found) =
            split::dated(&value.text()).filter(|dated| dated.outer.len() == value.text().trim().len())
        else {
            return false;
        };
        entry.dates = Some(self.dates(value, &found));
        head.iter().for_each(|cell| self.consume(cell, "head of a table of keys and values"));
        self.consume(key, "key of a date");
        let kept = [0..at, at + 1..rows.len()].into_iter().filter(|range| !range.is_empty());
        parts.splice(0..1, kept.map(|range| Part::Items(marked, range)));
        true
    }

    /// `| 时间 | 角色 |` over one row, under the name of an employer or a project: each head gives the role of its cell.
    pub(super) fn row_of_fields(
        &mut self,
        entry: &mut Entry,
        parts: &mut Vec<Part<'_>>,
        marked: &Marked<'_>,
    ) -> bool {
        let md::BlockKind::Table { head, rows, .. } = &marked.block.kind else { return false };
        let [row] = rows.as_slice() else { return false };
        let manner = self.manner_of(marked);
        let cell = |cell: &Vec<md::Inline>| flow::rich(cell, &manner).0.trim();
        let (keys, values): (Vec<Rich>, Vec<Rich>) =
            (head.iter().map(cell).collect(), row.iter().map(cell).collect());
        let kinds: Option<Vec<EntryKey>> = keys.iter().map(|key| EntryKey::of_key(&key.text())).collect();
        let Some(kinds) = kinds.filter(|kinds| kinds.len() == values.len() && entry.dates.is_none()) else {
            return false;
        };
        let dated = |(kind, value): (&EntryKey, &Rich)| {
            *kind == EntryKey::Date && date::parse(&value.text()).is_some_and(|found| found.is_range())
        };
        let short = values.iter().all(|value| value.text().chars().map(half_ems).sum::<usize>() <= CELL);
        if !short || !kinds.iter().zip(&values).any(dated) {
            return false;
        }
        for (kind, (key, value)) in kinds.into_iter().zip(keys.iter().zip(values)) {
            self.consume(key, "head of a table of keys and values");
            let role = match kind {
                EntryKey::Date => {
                    self.merge(entry, &value);
                    continue;
                }
                EntryKey::Role => PartRole::Role,
                EntryKey::Organization | EntryKey::School => PartRole::Organization,
                EntryKey::Place => PartRole::Place,
                EntryKey::Subject => PartRole::Subject,
                EntryKey::Degree => PartRole::Degree,
                EntryKey::Title => PartRole::Title,
            };
            let role = if entry.part(role).is_some() { PartRole::Other } else { role };
            entry.parts.extend((!value.is_blank()).then_some(EntryPart { role, text: value }));
        }
        parts.remove(0);
        true
    }

    /// `**[期間]**` over `2020年11月〜現在`, each a paragraph: the dates of the entry.
    pub(super) fn date_under_key(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let line = |part: &Part<'_>| match part {
            Part::Text(chunks, marked) if !marked.off && !marked.page_break => match chunks.as_slice() {
                [Chunk::Lines(lines)] => match lines.as_slice() {
                    [line] => Some(line.text.clone()),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        let lines: Vec<Option<Rich>> = parts.iter().take(ROWS).map(line).collect();
        let found = lines.windows(2).position(|pair| {
            let [Some(key), Some(dates)] = pair else { return false };
            let text = key.text();
            let name = text.trim().trim_matches(['[', ']', '【', '】', '［', '］', '■', '◆', ':', '：', ' ']);
            let marked = name.len() < text.trim().len() || key.all(|marks| marks.strong);
            marked
                && EntryKey::of_key(name) == Some(EntryKey::Date)
                && date::parse(&dates.text()).is_some_and(|found| found.is_range())
        });
        let Some(at) = found.filter(|_| entry.dates.is_none()) else { return };
        if let [Some(key), Some(dates)] = &lines[at..at + 2]
            && let Some(dated) = split::dated(&dates.text())
        {
            entry.dates = Some(self.dates(dates, &dated));
            self.consume(key, "key of a date");
            parts.drain(at..at + 2);
        }
    }

    /// `- Engineer` over `- 2016 - 2018` under the name of an employer or a school: the post, and the dates.
    pub(super) fn date_below_posts<'a>(
        &mut self,
        entry: &mut Entry,
        parts: &mut Vec<Part<'a>>,
        marked: &'a Marked<'a>,
    ) -> bool {
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return false };
        let free = entry.dates.is_none()
            && matches!(entry.section, SectionKind::Work | SectionKind::Education | SectionKind::Volunteer);
        let Some(lines) = self.posts_over_date(items, marked).filter(|_| free) else { return false };
        let taken = lines.len();
        for line in lines {
            self.merge(entry, &line);
        }
        parts.remove(0);
        if taken < items.len() {
            parts.insert(0, Part::Items(marked, taken..items.len()));
        }
        true
    }

    /// Returns the items of a list down to its dates: one or two short lines, and a range, or a single date that is the
    /// last item.
    pub(super) fn posts_over_date(&self, items: &[md::Item], marked: &Marked<'_>) -> Option<Vec<Rich>> {
        let line = |item: &md::Item| match first_lines(self, item, marked)?.as_slice() {
            [line] if item.blocks.len() == 1 => Some(line.text.clone()),
            _ => None,
        };
        let mut lines = Vec::new();
        for (at, item) in items.iter().enumerate().take(ABOVE + 1) {
            let text = line(item)?;
            let last = at + 1 == items.len();
            let dates = is_dates(&text) || last && at > 0 && date::parse(text.text().trim()).is_some();
            let keyed = key::at_start(&text.text(), key::GRID_KEY).is_some();
            let told = text.text().trim_end().ends_with(['.', '。', ';', '；', ':', '：']);
            if !dates && (keyed || told || !is_short(&text) || split::has_date(&text)) {
                return None;
            }
            lines.push(text);
            if dates {
                return (lines.len() > 1).then_some(lines);
            }
        }
        None
    }

    /// `硕士在读, GIS`, `BSc Physics` below a school: the degree and the subject.
    pub(super) fn studies_below_school(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text().into_owned();
        let school = entry.part(PartRole::Organization).is_some_and(|text| words::is_school(&text.text()));
        let free = [PartRole::Degree, PartRole::Subject].iter().all(|role| entry.part(*role).is_none());
        let degree = |text: &str| words::is_degree(text) && !words::is_school(text);
        let cells: Vec<&str> = text.split([',', '，', '|', '｜', '·']).map(str::trim).collect();
        let short = text.chars().map(half_ems).sum::<usize>() <= STUDIES && cells.len() <= 3;
        let plain = !ends_like_text(&text)
            && !text.trim_end().ends_with('.')
            && !text.contains([';', '；'])
            && key::at_start(&text, key::GRID_KEY).is_none()
            && date::find_all(&text).is_empty();
        let told = entry.section == SectionKind::Education && school && free && short && plain;
        if !told
            || !cells.first().is_some_and(|first| degree(first))
            || cells.iter().any(|cell| cell.is_empty())
        {
            return false;
        }
        let (mut at, mut seen) = (0, false);
        for cell in cells {
            let start = at + text[at..].find(cell).unwrap_or_default();
            self.consume(&line.slice(at..start), "separator");
            at = start + cell.len();
            let role = match (seen, degree(cell)) {
                (false, _) => PartRole::Degree,
                // `BSc, with honours`, `学士，GPA: 3.7`
                (true, false)
                    if entry.part(PartRole::Subject).is_none()
                        && !words::is_grade(cell)
                        && !cell.contains([':', '：']) =>
                {
                    PartRole::Subject
                }
                _ => PartRole::Other,
            };
            seen = true;
            entry.parts.push(EntryPart { role, text: line.slice(start..at) });
        }
        true
    }

    /// `2016 *BSc Physics*` under a school: one year, and the degree.
    pub(super) fn year_and_degree(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text();
        let Some(dated) = split::at_an_end(line).filter(|dated| dated.outer.start == 0) else { return false };
        let rest = line.slice(dated.outer.end..text.len()).trim();
        let marked = rest.all(|marks| marks.emphasis) || words::is_degree(&rest.text());
        let taken = entry.dates.is_none()
            && entry.section == SectionKind::Education
            && entry.part(PartRole::Organization).is_some()
            && marked
            && !rest.is_blank()
            && !ends_like_text(&text);
        if taken {
            entry.dates = Some(self.dates(line, &dated));
            self.merge(entry, &rest);
        }
        taken
    }

    /// `- Example University` over `- Major: Physics` and `- Period: 2012.02 ~ 2016.02`: a short name, whose own list
    /// has keys of an entry, one of them for its dates.
    pub(super) fn is_over_fields(&self, item: &md::Item, lines: &[Line], marked: &Marked<'_>) -> bool {
        let [line] = lines else { return false };
        let Some(md::BlockKind::List { items, .. }) = item.blocks.get(1).map(|block| &block.kind) else {
            return false;
        };
        let keyed = |item: &md::Item| {
            let lines = first_lines(self, item, marked)?;
            let text = lines.first()?.text.text().into_owned();
            key::at_start(&text, key::GRID_KEY).map(|_| text)
        };
        let fields: Option<Vec<String>> = items.iter().take(ROWS).map(keyed).collect();
        let dated = fields.is_some_and(|fields| fields.iter().any(|text| is_ranged(text.trim())));
        let text = line.text.text();
        let named = is_short(&line.text)
            && key::at_start(&text, key::GRID_KEY).is_none()
            && !split::has_date(&line.text);
        named && dated && !text.trim_end().ends_with(['.', '。'])
    }
}

/// Returns whether a line is a range of dates with no more than a remark after it.
fn is_dates(line: &Rich) -> bool {
    let text = line.text();
    let Some(dated) = split::dated_line(line).filter(|dated| dated.outer.start == 0) else { return false };
    let rest: usize = text[dated.outer.end..].chars().map(half_ems).sum();
    dated.found.is_range() && rest <= BESIDE
}

/// `区块链开发 & 后端开发`, `Tech Lead`: a few words that are a post, and no account of work done.
fn is_lone_post(text: &str) -> bool {
    let short = text.chars().map(half_ems).sum::<usize>() <= POST;
    let parts = || text.split(['&', '/', '、', '＆']).map(str::trim);
    let done = ["负责", "参与", "主导", "从事", "担任", "協助", "协助", "負責", "參與"]
        .iter()
        .any(|verb| text.contains(verb));
    let marked = text.contains(['，', ',', '：', ':', '。', '.', '；', '(', '（']);
    let named = |part: &str| {
        words::is_job(part) && (is_of_a_person(part) || part.ends_with("开发") || part.ends_with("研发"))
    };
    short && !done && !marked && parts().all(named)
}

/// Takes a line below a school as the degree there, if it has too many words to be parted: `BSc Baking; Rolls and Rye`.
pub(super) fn take_long_degree(entry: &mut Entry, line: &Rich) -> bool {
    let text = line.text();
    let free = [PartRole::Degree, PartRole::Subject].iter().all(|role| entry.part(*role).is_none());
    let school = entry.part(PartRole::Organization).is_some_and(|text| words::is_school(&text.text()));
    let taken = entry.section == SectionKind::Education
        && entry.kind == EntryKind::Entry
        && free
        && school
        && undated::is_degree(&text)
        && !words::is_school(&text)
        && text.chars().map(half_ems).sum::<usize>() <= LONG_DEGREE
        && date::find_all(&text).is_empty()
        && key::at_start(&text, key::GRID_KEY).is_none()
        && !ends_like_text(&text)
        && !text.trim_end().ends_with(['.', ',']);
    if taken {
        entry.parts.push(EntryPart { role: PartRole::Degree, text: line.clone() });
    }
    taken
}

/// Returns whether a short line below a degree names the school, below a post the employer, or below an employer the post.
/// In an entry within another one a date has to leave no doubt.
pub(super) fn names_what_is_missing(text: &str, entry: &Entry) -> bool {
    let has = |is: fn(&str) -> bool| entry.parts.iter().any(|part| is(&part.text.text()));
    let named = match entry.section {
        SectionKind::Education => has(undated::is_degree) && !has(words::is_school) && words::is_school(text),
        SectionKind::Work => {
            let employer = has(words::is_job)
                && !has(words::is_company)
                && words::is_company(text)
                && !words::is_job(text);
            employer || !has(words::is_job) && is_lone_post(text)
        }
        _ => false,
    };
    let most = if entry.section == SectionKind::Education { LONG_DEGREE } else { 80 };
    let short = text.chars().map(half_ems).sum::<usize>() <= most;
    named
        && (entry.dates.is_some() || entry.kind == EntryKind::Entry)
        && short
        && date::find_all(text).is_empty()
        && !ends_like_text(text)
        && !text.trim_end().ends_with('.')
}
