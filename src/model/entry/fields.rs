//! Lists of fields that are entries by themselves: `- 学习时间：2009 - 2013` over `- 学校名称：某大学`.

use super::Rank;
use super::head_items::first_lines;
use super::keyed::{is_ranged, key_at, kind_of};
use super::opening::is_sure;
use crate::model::Builder;
use crate::model::blocks::Part;
use crate::model::directive::Marked;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Block, Entry, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::section::{Around, entry_block};
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The largest number of keys at the beginning of an entry.
const MOST: usize = 8;
/// The longest key and value that do not belong to the head of an entry, in half ems.
const PAIR: usize = 40;

impl Builder<'_> {
    /// Returns the entries of a list whose items are keys of entries, one of them a range of dates and one the name of
    /// the entry; the key of the first item begins each further one.
    pub fn entries_of_fields(
        &mut self,
        part: &Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::List { items, .. } = &marked.block.kind else { return None };
        if marked.off || !is_sure(around.kind, rank) {
            return None;
        }
        let lines: Vec<Option<Rich>> = items.iter().map(|item| self.field(item, marked)).collect();
        let first = lines.first()?.as_ref().and_then(kind)?;
        let starts = (0..items.len()).filter(|at| lines[*at].as_ref().and_then(kind) == Some(first));
        let starts: Vec<usize> = starts.collect();
        let ends = starts.iter().skip(1).copied().chain([items.len()]);
        let groups: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
        if !groups.iter().all(|(start, end)| is_entry(&lines[*start..*end], around.kind)) {
            return None;
        }
        let entries = groups.into_iter().map(|(start, end)| {
            let mut entry = Entry { depth: rank.depth, section: around.kind, ..Entry::default() };
            let taken = self.fields(&mut entry, &lines[start..end]);
            entry.span = items[start].span.to(items[start + taken - 1].span);
            if entry.parts.is_empty() {
                entry.parts.push(EntryPart { role: PartRole::Title, text: Rich::default() });
            }
            let rest = start + taken..end;
            if !rest.is_empty() {
                entry.body.extend(self.body(vec![Part::Items(marked, rest)], around.keyed));
            }
            entry_block(entry, false)
        });
        Some(entries.collect())
    }

    /// Returns the line of an item that is one line and nothing more.
    fn field(&self, item: &md::Item, marked: &Marked<'_>) -> Option<Rich> {
        let [_] = item.blocks.as_slice() else { return None };
        match first_lines(self, item, marked)?.as_slice() {
            [line] => Some(line.text.clone()),
            _ => None,
        }
    }

    /// Takes the keys at the beginning of an entry; returns their number.
    fn fields(&mut self, entry: &mut Entry, lines: &[Option<Rich>]) -> usize {
        let mut taken = 0;
        for line in lines.iter().map_while(Option::as_ref) {
            let text = line.text();
            let titled =
                kind(line) == Some(EntryKey::Title) && entry.part(PartRole::Title).is_none_or(Rich::is_blank);
            if let Some(key) = key_at(&text).filter(|_| titled) {
                self.consume(&line.slice(0..key.len), "key of a part of an entry");
                let text = line.slice(key.value..text.len()).trim();
                entry.parts.push(EntryPart { role: PartRole::Title, text });
            } else if !self.key_of_entry(entry, line) {
                let more = lines[taken + 1..].iter().take(MOST).map_while(Option::as_ref);
                // `- 所在部门：研发部` over `- 时间：2019 - 2020`: a part without a place of its own keeps its key.
                if !(is_short_pair(line)
                    && more.take_while(|line| key_at(line.text().trim()).is_some()).any(is_field_of_head))
                {
                    break;
                }
                entry.parts.push(EntryPart { role: PartRole::Other, text: line.clone() });
            }
            taken += 1;
        }
        // The line that begins an entry belongs to it, whatever it is.
        if taken == 0 {
            let first = lines.first().and_then(Option::as_ref).cloned();
            entry.parts.extend(first.map(|text| EntryPart { role: PartRole::Other, text }));
        }
        taken.max(1)
    }
}

/// Returns whether a line is a key that entries do not know, with a short value.
fn is_short_pair(line: &Rich) -> bool {
    let text = line.text();
    let keyed = key_at(text.trim()).is_some_and(|key| key.value < text.trim().len());
    keyed
        && kind(line).is_none()
        && text.chars().map(half_ems).sum::<usize>() <= PAIR
        && !text.ends_with(['。', '；', '.'])
}

/// Returns whether a line is a date, a place or a post.
fn is_field_of_head(line: &Rich) -> bool {
    matches!(
        kind(line),
        Some(EntryKey::Date | EntryKey::Role | EntryKey::Organization | EntryKey::School | EntryKey::Place)
    )
}

fn kind(line: &Rich) -> Option<EntryKey> {
    kind_of(line.text().trim())
}

/// Returns whether the first of some lines are keys of an entry: a range of dates, and its name.
fn is_entry(lines: &[Option<Rich>], section: SectionKind) -> bool {
    use EntryKey::{Organization, School, Title};
    let fits = |line: &&Rich| kind(line).is_some() || is_short_pair(line);
    let keys = || lines.iter().map_while(|line| line.as_ref().filter(fits)).take(MOST);
    let named = keys().any(|line| match kind(line) {
        Some(School) => section == SectionKind::Education,
        Some(Organization | Title) => section != SectionKind::Education,
        _ => false,
    });
    named && keys().any(|line| is_ranged(line.text().trim()))
}
