//! Keys right under a title, with parts usually in its line: `任职时间：2021/8 - 至今`, `职位：采购主管`.

use super::keyed::{is_ranged, key_at, kind_of};
use super::{Builder, over};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::key;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Entry, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;
use crate::source::chars::{half_ems, is_wide};
use crate::source::markdown as md;

/// The longest title in a list, in half ems.
const TITLE: usize = 100;
/// The largest number of keys under a title searched for its date.
const KEYS: usize = 6;
/// The longest value of such a key, in half ems.
const SHORT: usize = 60;

impl Builder<'_> {
    /// Takes the keys at the beginning of the text under a title, as lines or as items of a list.
    pub(super) fn keys_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        match parts.first_mut() {
            Some(Part::Text(chunks, marked)) if !marked.off => {
                let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return };
                let mut taken = 0;
                while taken < lines.len() && self.key_of_entry(entry, &lines[taken].text) {
                    taken += 1;
                }
                lines.drain(..taken);
                self.date_among_keys(entry, lines);
                match lines.first_mut() {
                    Some(first) => first.joint = flow::Joint::Start,
                    None => {
                        chunks.remove(0);
                    }
                }
                if chunks.is_empty() {
                    parts.remove(0);
                    self.keys_under_title(entry, parts);
                } else {
                    self.keys_among_paragraphs(entry, parts);
                }
            }
            Some(Part::Other(marked)) if !marked.off => {
                let marked = *marked;
                if self.row_of_fields(entry, parts, marked)
                    || self.date_among_rows(entry, parts, marked)
                    || self.date_below_posts(entry, parts, marked)
                {
                    return;
                }
                let md::BlockKind::List { items, .. } = &marked.block.kind else { return };
                let manner = self.manner_of(marked);
                let mut taken = 0;
                // `- 2020 年 9 月 - 2023 年 7 月` over `- 某大学`: the list below belongs to the date.
                if entry.dates.is_some()
                    && entry.parts.iter().all(|part| part.text.is_blank())
                    && let Some([md::Block { kind: md::BlockKind::Paragraph(content), .. }]) =
                        items.first().map(|item| item.blocks.as_slice())
                {
                    let (line, _) = flow::rich(content, &manner);
                    let text = line.text();
                    let keyed = key::at_start(&text, key::GRID_KEY).is_some();
                    let whole = !text.trim_end().ends_with(['.', '。', '；', ';', '，'])
                        && (text.contains(is_wide) || text.split_whitespace().count() <= NAME);
                    let named = !keyed && (is_named(&text) || whole);
                    if named && text.chars().map(half_ems).sum::<usize>() <= TITLE {
                        self.merge(entry, &line);
                        taken = 1;
                    }
                }
                if taken == 0 && self.employer_in_item(entry, items, marked) {
                    taken = 1;
                }
                for item in &items[taken..] {
                    let [md::Block { kind: md::BlockKind::Paragraph(content), .. }] = item.blocks.as_slice()
                    else {
                        break;
                    };
                    let (line, images) = flow::rich(content, &manner);
                    if !images.is_empty() || !self.key_of_entry(entry, &line) {
                        break;
                    }
                    taken += 1;
                }
                let dated = self.date_among_items(entry, &items[taken..], marked).map(|at| taken + at);
                if taken > 0 || dated.is_some() {
                    let rest = [taken..dated.unwrap_or(taken), dated.map_or(taken, |at| at + 1)..items.len()];
                    let kept = rest.into_iter().filter(|range| !range.is_empty());
                    parts.splice(0..1, kept.map(|range| Part::Items(marked, range)));
                }
            }
            _ => {}
        }
    }

    /// `**Engineer**, 2021.04 - 2021.09` over `- [Example Co.](…)` and the work done there: the first item is the
    /// employer. Below a degree it is the school.
    fn employer_in_item(&mut self, entry: &mut Entry, items: &[md::Item], marked: &Marked<'_>) -> bool {
        let own = |text: &str| match entry.section {
            SectionKind::Education => words::is_degree(text),
            kind => is_employment(kind) && words::is_job(text),
        };
        // Below an employer that is already known, it is not.
        let post = entry.depth == 0
            && entry.dates.is_some()
            && entry.parts.iter().any(|part| own(&part.text.text()))
            && !entry.parts.iter().any(|part| is_named(&part.text.text()));
        let Some([md::Block { kind: md::BlockKind::Paragraph(content), .. }]) =
            items.first().map(|item| item.blocks.as_slice())
        else {
            return false;
        };
        let (line, images) = flow::rich(content, &self.manner_of(marked));
        let text = line.text();
        let short = text.chars().map(half_ems).sum::<usize>() <= SHORT
            && !text.trim_end().ends_with(['.', '。', '；']);
        let named = is_named(&text) && !words::is_job(&text);
        let taken =
            post && short && named && images.is_empty() && key::at_start(&text, key::GRID_KEY).is_none();
        if taken {
            self.merge(entry, &line);
        }
        taken
    }

    /// `技术栈：某某` over `项目时间：2020.3 - 2021.5`: the date of the entry is among other keys.
    fn date_among_keys(&mut self, entry: &mut Entry, lines: &mut Vec<Line>) {
        let keyed = |line: &&Line| key::at_start(&line.text.text(), key::GRID_KEY).is_some();
        let keys = lines.iter().take_while(keyed).count();
        let study = entry.section == SectionKind::Education;
        let ranged =
            |line: &Line| is_ranged(&line.text.text()) || study && over::is_dated_key(&line.text.text());
        if entry.dates.is_none()
            && let Some(at) = lines[..keys].iter().position(ranged)
            && self.key_of_entry(entry, &lines[at].text)
        {
            lines.remove(at);
        }
    }

    /// The same if each key is a paragraph, and the post is among them: `部门：某部` over `时间：2020 - 2021` over `岗位：会计`.
    fn keys_among_paragraphs(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        if entry.dates.is_some() {
            return;
        }
        let mut lines: Vec<Rich> =
            parts.iter().take(KEYS).map_while(|part| keyed_line(part).cloned()).collect();
        let Some(at) = lines.iter().position(|line| is_ranged(line.text().trim())) else { return };
        if !self.key_of_entry(entry, &lines.remove(at)) {
            return;
        }
        parts.remove(at);
        let post = |line: &Rich| kind_of(line.text().trim()) == Some(EntryKey::Role);
        if let Some(at) = lines.iter().position(post)
            && self.key_of_entry(entry, &lines[at])
        {
            parts.remove(at);
        }
    }

    /// The same among the items of a list: returns which one holds the date.
    fn date_among_items(
        &mut self,
        entry: &mut Entry,
        items: &[md::Item],
        marked: &Marked<'_>,
    ) -> Option<usize> {
        if entry.dates.is_some() {
            return None;
        }
        let manner = self.manner_of(marked);
        for (at, item) in items.iter().take(KEYS).enumerate() {
            let md::BlockKind::Paragraph(content) = &item.blocks.first()?.kind else { return None };
            let (line, _) = flow::rich(content, &manner);
            let text = line.text();
            key::at_start(&text, key::GRID_KEY)?;
            if item.blocks.len() == 1 && is_ranged(text.trim()) && self.key_of_entry(entry, &line) {
                return Some(at);
            }
        }
        None
    }

    /// Reads a line as a key of the entry and its value; returns whether it was one.
    pub(super) fn key_of_entry(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text();
        if let Some(dated) = split::dated(&text).filter(|dated| dated.outer.len() == text.trim().len())
            && entry.dates.is_none()
        {
            entry.dates = Some(self.dates(line, &dated));
            return true;
        }
        if self.key_by_picture(entry, line) || self.keys_of_entry(entry, line) {
            return true;
        }
        let Some(key) = key_at(&text) else { return false };
        let value = line.slice(key.value..text.len()).trim();
        let words = value.text().into_owned();
        if words.is_empty()
            || words.chars().map(half_ems).sum::<usize>() > SHORT
            || words.ends_with(['。', '；'])
        {
            return false;
        }
        let Some(kind) = EntryKey::of_key(&text[..key.len]) else { return false };
        let role = match kind {
            EntryKey::Date => {
                let dated = split::dated(&words).filter(|dated| dated.outer.len() == words.trim().len());
                let Some(dated) = dated.filter(|_| entry.dates.is_none()) else { return false };
                entry.dates = Some(self.dates(&value, &dated));
                self.consume(&line.slice(0..key.len), "key of a date");
                return true;
            }
            // The heading is the title; a key in it only explains.
            EntryKey::Title if entry.parts.iter().any(|part| !part.text.is_blank()) => return false,
            EntryKey::Title => PartRole::Title,
            EntryKey::Role => PartRole::Role,
            EntryKey::Organization | EntryKey::School => PartRole::Organization,
            EntryKey::Place => PartRole::Place,
            // Elsewhere `Area:` and `Level:` are facts of the work.
            EntryKey::Subject | EntryKey::Degree if entry.section != SectionKind::Education => return false,
            EntryKey::Subject => PartRole::Subject,
            EntryKey::Degree => PartRole::Degree,
        };
        // `地址：https://…` is the address of a thing, not the place of the work.
        let linked = value.runs().any(|run| run.link.is_some())
            && (role == PartRole::Place || words.contains("://") || words.starts_with("www."));
        if role == PartRole::Organization && !linked {
            title_beside_key(entry, line);
        }
        // `### Clerk` over `Company: Example Co.` and `Role: Accountant`: the heading is the title, then.
        if role == PartRole::Role
            && let Some(first) = entry.parts.first_mut().filter(|first| first.role == PartRole::Role)
            && first
                .text
                .span()
                .zip(line.span())
                .is_some_and(|(title, line)| title.end <= entry.span.end && line.start >= entry.span.end)
        {
            first.role = PartRole::Title;
        }
        // `公司名称：某公司` under `### 某公司` repeats it.
        if entry.part(role).is_some_and(|text| text.text().trim() == words.trim()) {
            self.consume(line, "part of an entry, given again");
            return true;
        }
        if entry.part(role).is_some_and(|text| !text.is_blank()) || linked {
            return false;
        }
        self.consume(&line.slice(0..key.len), "key of a part of an entry");
        entry.parts.retain(|part| !part.text.is_blank());
        entry.parts.push(EntryPart { role, text: value });
        true
    }
}

/// Returns the line of a paragraph that is one line with a key.
fn keyed_line<'p>(part: &'p Part<'_>) -> Option<&'p Rich> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [line] = lines.as_slice() else { return None };
    let keyed = key::at_start(&line.text.text(), key::GRID_KEY).is_some();
    (keyed && !marked.off && !marked.page_break).then_some(&line.text)
}

/// The largest number of words in a name.
const NAME: usize = 5;

fn is_named(text: &str) -> bool {
    words::is_company(text) || words::is_school(text)
}

/// `### Accountant` over `Company: Example Co.`: a heading taken for the employer, for lack of another one, gets the
/// role that its words give.
fn title_beside_key(entry: &mut Entry, line: &Rich) {
    let above = line.span().is_some_and(|span| span.start >= entry.span.end);
    let education = entry.section == SectionKind::Education;
    let [part] = entry.parts.as_mut_slice() else { return };
    let text = part.text.text();
    if !above || part.role != PartRole::Organization || words::is_company(&text) || words::is_school(&text) {
        return;
    }
    let role = match education {
        true if words::is_degree(&text) => PartRole::Degree,
        false if words::is_job(&text) => PartRole::Role,
        _ => PartRole::Title,
    };
    drop(text);
    part.role = role;
}
