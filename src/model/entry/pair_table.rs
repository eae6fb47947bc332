//! Tables whose rows are the fields of one entry: `| 时间 | 2020.07 - 至今 |` over `| 公司 | 某公司 |`.

use super::{Builder, Rank};
use crate::diag::Span;
use crate::model::date;
use crate::model::header::is_table_word;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Block, BlockKind, Entry, KeyValue, Part, PartRole};
use crate::model::rich::Rich;
use crate::source::chars::half_ems;

/// The longest value of such a field, in half ems.
const VALUE: usize = 60;
/// The longest key.
const KEY: usize = 16;

impl Builder<'_> {
    /// Returns the entry, if one row holds a range and another the name of the entry.
    pub(super) fn entry_of_pairs(
        &mut self,
        head: &[Rich],
        rows: &[Vec<Rich>],
        rank: Rank<'_>,
        kind: SectionKind,
    ) -> Option<Entry> {
        let pair = |row: &[Rich]| match row {
            [key, value] if !key.is_blank() && width(key) <= KEY => Some([key.clone(), value.clone()]),
            _ => None,
        };
        let bare = head.iter().all(|cell| cell.is_blank() || is_table_word(&cell.text()));
        let lead = if bare { None } else { Some(pair(head)?) };
        let rows = rows.iter().map(|row| pair(row)).collect::<Option<Vec<_>>>()?;
        let pairs: Vec<[Rich; 2]> = lead.into_iter().chain(rows).collect();
        let says = |[key, value]: &[Rich; 2]| EntryKey::of_key(&key.text()).filter(|_| width(value) <= VALUE);
        let dated = |pair: &[Rich; 2]| {
            says(pair) == Some(EntryKey::Date)
                && date::parse(&pair[1].text()).is_some_and(|found| found.is_range())
        };
        let named = |pair: &[Rich; 2]| {
            matches!(says(pair), Some(EntryKey::Organization | EntryKey::School | EntryKey::Title))
        };
        if pairs.iter().filter(|pair| dated(pair)).count() != 1 || !pairs.iter().any(named) {
            return None;
        }
        if bare {
            head.iter().for_each(|cell| self.consume(cell, "head of a table of keys and values"));
        }
        let span = pairs.iter().flatten().filter_map(Rich::span).reduce(Span::to).unwrap_or_default();
        let mut entry = Entry { depth: rank.depth, section: kind, span, ..Entry::default() };
        let mut rest: Vec<KeyValue> = Vec::new();
        for pair in pairs {
            let role = match says(&pair) {
                Some(EntryKey::Date) if dated(&pair) => {
                    let [key, value] = pair;
                    self.consume(&key, "key of a date");
                    self.merge(&mut entry, &value);
                    continue;
                }
                Some(EntryKey::Organization | EntryKey::School) => Some(PartRole::Organization),
                Some(EntryKey::Role) => Some(PartRole::Role),
                Some(EntryKey::Place) => Some(PartRole::Place),
                Some(EntryKey::Subject) => Some(PartRole::Subject),
                Some(EntryKey::Degree) => Some(PartRole::Degree),
                Some(EntryKey::Title) => Some(PartRole::Title),
                _ => None,
            };
            let [key, value] = pair;
            match role.filter(|role| entry.part(*role).is_none() && !value.is_blank()) {
                Some(role) => {
                    self.consume(&key, "key of a part of an entry");
                    entry.parts.push(Part { role, text: value });
                }
                None => {
                    let span =
                        key.span().into_iter().chain(value.span()).reduce(Span::to).unwrap_or_default();
                    rest.push(KeyValue { key: Some(key), value, span });
                }
            }
        }
        if let Some(span) = rest.iter().map(|pair| pair.span).reduce(Span::to) {
            entry.body.push(Block { span, keep: false, kind: BlockKind::KeyValues(rest) });
        }
        Some(entry)
    }
}

fn width(cell: &Rich) -> usize {
    cell.text().chars().map(half_ems).sum()
}
