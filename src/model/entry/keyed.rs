//! Lines of several keys: `公司：某公司 职位：工程师 时间：2019.9 - 2020.4`, `时间：2020 - 2022 | 部门：研发`.

use std::ops::Range;

use super::over::is_dates_and_remark;
use super::{Builder, Rank, Seams};
use crate::model::date;
use crate::model::flow::Line;
use crate::model::key::{self, Key};
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Entry, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split::{self, Style};
use crate::source::chars::half_ems;

/// The longest line of keys, in half ems.
const LINE: usize = 130;
/// The largest number of keys in a line of one entry.
const MOST: usize = 6;

impl Builder<'_> {
    /// Takes the key off a heading if it says what the heading names: `### 项目名称：某系统`.
    pub(super) fn without_title_key(&mut self, title: Rich, job: bool) -> Rich {
        let text = title.text().into_owned();
        // `项目：某系统` among jobs is by its key no job.
        let project = |key: &key::Key| {
            let name = text[..key.len].trim_end_matches([':', '：', ' ']);
            job && matches!(name, "项目" | "項目" | "Project")
        };
        let key = key::at_start(&text, key::GRID_KEY)
            .filter(|key| is_name(kind_of(&text)) && key.value < text.len() && !project(key));
        let Some(key) = key.filter(|key| !text[key.value..].contains(['：', '|', '｜'])) else {
            return title;
        };
        self.consume(&title.slice(0..key.len), "key of a part of an entry");
        title.slice(key.value..text.len())
    }

    /// `某公司（2019 - 2020）  担任：店员`: the key of a part gives its role.
    pub(super) fn keys_of_parts(&mut self, entry: &mut Entry) {
        if entry.parts.len() < 2 {
            return;
        }
        for part in &mut entry.parts {
            let text = part.text.text().into_owned();
            let Some(key) = key_at(&text).filter(|key| key.value < text.len()) else { continue };
            let role = match kind_of(&text) {
                Some(EntryKey::Role) => PartRole::Role,
                Some(EntryKey::Organization | EntryKey::School) => PartRole::Organization,
                Some(EntryKey::Place) => PartRole::Place,
                _ => continue,
            };
            self.consume(&part.text.slice(0..key.len), "key of a part of an entry");
            part.text = part.text.slice(key.value..text.len());
            part.role = role;
        }
    }

    /// `某公司  (香港)  - 店员`: the brackets only set the place apart. So does a full stop at the end: `Mexico City.`
    pub(super) fn unbracket_place(&mut self, entry: &mut Entry) {
        for part in entry.parts.iter_mut().filter(|part| part.role == PartRole::Place) {
            let text = part.text.text().into_owned();
            let word =
                text.strip_suffix('.').and_then(|words| words.rsplit([' ', ',']).next()).unwrap_or_default();
            if word.chars().count() > 3 && word.chars().all(char::is_alphabetic) {
                self.consume(&part.text.slice(text.len() - 1..text.len()), "full stop after a place");
                part.text = part.text.slice(0..text.len() - 1);
            }
            let text = part.text.text().into_owned();
            let inner = text.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
            let Some(inner) = inner.filter(|inner| !inner.contains(['(', '（'])) else { continue };
            let start = text.len() - text.trim_start_matches(['(', '（']).len();
            self.consume(&part.text.slice(0..start), "brackets round a place");
            self.consume(&part.text.slice(start + inner.len()..text.len()), "brackets round a place");
            part.text = part.text.slice(start..start + inner.len());
        }
    }

    /// Returns the entry that a line of keys names, without its body.
    pub(super) fn entry_of_keys(&mut self, line: &Rich, kind: SectionKind, rank: Rank<'_>) -> Entry {
        if let Some(key) = dated_name(line) {
            self.consume(&line.slice(0..key.len), "key of a part of an entry");
            let line = line.slice(key.value..line.text().len());
            return self.entry_at(line, kind, rank, Seams::Inferred);
        }
        let span = line.span().unwrap_or_default();
        let mut entry = Entry { depth: rank.depth, section: kind, span, ..Entry::default() };
        if !self.keys_of_entry(&mut entry, line)
            && let Some(pieces) = pieces(line)
        {
            self.take_keys(&mut entry, line, pieces);
        }
        if entry.parts.is_empty() && entry.dates.is_none() && !self.key_of_entry(&mut entry, line) {
            entry.parts.push(self.part_of_key(line.clone()));
        }
        if entry.parts.is_empty() {
            entry.parts.push(EntryPart { role: PartRole::Title, text: Rich::default() });
        }
        entry
    }

    /// Reads a line of several keys, one of which is the date of the entry, or the first its name; returns whether it
    /// was one. A value that has no place in entries stays with its key.
    pub(super) fn keys_of_entry(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let Some(pieces) = pieces(line) else { return false };
        let dates = entry.dates.is_none() && has_range(line, &pieces);
        if !dates && !begins_with_name(entry, &line.text()[pieces[0].clone()]) {
            return false;
        }
        self.take_keys(entry, line, pieces);
        true
    }

    fn take_keys(&mut self, entry: &mut Entry, line: &Rich, pieces: Vec<Range<usize>>) {
        let mut end = 0;
        for piece in pieces {
            self.consume(&line.slice(end..piece.start), "separator");
            end = piece.end;
            let text = line.slice(piece).trim();
            if !self.key_of_entry(entry, &text) {
                entry.parts.push(self.part_of_key(text));
            }
        }
    }

    /// Returns the part for a value: a title loses its key; any other keeps it.
    fn part_of_key(&mut self, text: Rich) -> EntryPart {
        let words = text.text().into_owned();
        match key_at(&words).filter(|_| kind_of(&words) == Some(EntryKey::Title)) {
            Some(key) => {
                self.consume(&text.slice(0..key.len), "key of a part of an entry");
                EntryPart { role: PartRole::Title, text: text.slice(key.value..words.len()).trim() }
            }
            None => EntryPart { role: PartRole::Other, text },
        }
    }
}

/// Returns whether a line consists of keys, one of them for a range of dates and one for the name of the entry.
pub(super) fn names_an_entry(line: &Rich) -> bool {
    let text = line.text();
    let Some(pieces) = pieces(line).filter(|pieces| has_range(line, pieces)) else { return false };
    use EntryKey::{Organization, Role, School, Title};
    matches!(kind_of(&text[pieces[0].clone()]), Some(Organization | Role | School | Title))
}

/// Returns the key of a line that names an entry and ends in its dates: `公司：某公司　2018.6 - 2020.3`.
pub(super) fn dated_name(line: &Rich) -> Option<Key> {
    let text = line.text();
    let key = key_at(&text).filter(|_| is_name(kind_of(&text)))?;
    let dated = split::dated_line(line).filter(|dated| dated.firm && dated.found.is_range())?;
    let named = text.get(key.value..dated.outer.start).is_some_and(|name| !name.trim().is_empty());
    (named && text[dated.outer.end..].trim().is_empty() && !text[key.value..].contains(['：', '|', '｜']))
        .then_some(key)
}

fn is_name(kind: Option<EntryKey>) -> bool {
    matches!(kind, Some(EntryKey::Organization | EntryKey::School | EntryKey::Title))
}

/// Returns whether a text is the key of an employer or a school that its entry does not have yet, with a value.
fn begins_with_name(entry: &Entry, text: &str) -> bool {
    matches!(kind_of(text.trim()), Some(EntryKey::Organization | EntryKey::School))
        && entry.part(PartRole::Organization).is_none_or(Rich::is_blank)
}

/// Returns whether the line under a first one begins with the key of a range of dates.
pub(super) fn is_title_over_keys(lines: &[Line]) -> bool {
    let [first, next, ..] = lines else { return false };
    if key::at_start(&first.text.text(), key::GRID_KEY).is_some() {
        return false;
    }
    let text = next.text.text();
    if pieces(&next.text).is_some_and(|pieces| is_ranged(&text[pieces[0].clone()])) {
        return true;
    }
    // `**专业**：某某` may come between.
    let keyed = |line: &&Line| kind_of(line.text.text().trim()).is_some();
    lines[1..].iter().take(4).take_while(keyed).any(|line| is_ranged(line.text.text().trim()))
}

/// Returns whether the first two lines consist of keys, the first with that of an employer or a school, the other
/// with that of a range: `公司：某公司　部门：某部` over `岗位：工程师　时间：2016.7 - 至今`.
pub(super) fn name_over_range(lines: &[Line]) -> bool {
    let [first, next, ..] = lines else { return false };
    let dated = pieces(&next.text).is_some_and(|pieces| has_range(&next.text, &pieces));
    (dated || is_ranged(next.text.text().trim())) && names_keyed(&first.text)
}

/// Returns whether the first lines are keys, one or more to a line: a range of dates, and the name of the entry.
/// Among jobs a post is enough: `期間：2017年6月〜12月` over `役割：開発者`.
pub(super) fn are_fields(lines: &[Line], kind: SectionKind) -> bool {
    let keyed = |line: &&Line| key_at(line.text.text().trim()).is_some();
    let mut named = false;
    let mut dated = false;
    for line in lines.iter().take(MOST).take_while(keyed) {
        let text = line.text.text();
        let own = kind_of(text.trim());
        named |= is_name(own) || own == Some(EntryKey::Role) && kind == SectionKind::Work;
        // `毕业时间：2018年6月`
        let graduated =
            || key_at(text.trim()).is_some_and(|key| date::parse(&text.trim()[key.value..]).is_some());
        dated |= own == Some(EntryKey::Date) && kind == SectionKind::Education && graduated();
        dated |=
            is_ranged(text.trim()) || pieces(&line.text).is_some_and(|pieces| has_range(&line.text, &pieces));
    }
    named && dated
}

/// Returns the kinds of the keys of a line, if the first one is known.
pub(super) fn kinds_of(line: &Rich) -> Option<Vec<EntryKey>> {
    let text = line.text();
    let kinds: Vec<Option<EntryKey>> =
        pieces(line)?.into_iter().map(|piece| kind_of(text[piece].trim())).collect();
    kinds.first()?.is_some().then(|| kinds.into_iter().flatten().collect())
}

/// Returns whether a line is one key of an entry and its value, with no date next to it.
pub(super) fn is_field(line: &Rich) -> bool {
    let text = line.text();
    let text = text.trim();
    is_ranged(text) || kind_of(text).is_some() && date::find_all(text).is_empty()
}

/// Returns whether a line without dates consists of keys, the first that of an employer or a school.
pub(super) fn names_keyed(line: &Rich) -> bool {
    let text = line.text();
    let Some(pieces) = pieces(line) else { return false };
    matches!(kind_of(&text[pieces[0].clone()]), Some(EntryKey::Organization | EntryKey::School))
        && date::find_all(&text).is_empty()
}

/// Returns the key that a text begins with, also one in brackets: `【期間】2024/2 ~ 5`.
pub(super) fn key_at(text: &str) -> Option<Key> {
    let pairs = [('【', '】'), ('[', ']'), ('［', '］'), ('〔', '〕')];
    let open = text.chars().next()?;
    let Some((_, close)) = pairs.iter().find(|(begin, _)| *begin == open) else {
        return key::at_start(text, key::GRID_KEY);
    };
    let end = text.char_indices().take(12).find(|(_, c)| c == close)?.0;
    EntryKey::of_key(&text[open.len_utf8()..end])?;
    let len = end + close.len_utf8();
    let rest = text[len..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：'));
    Some(Key { len: text.len() - rest.len(), value: text.len() - rest.len() })
}

pub(super) fn kind_of(text: &str) -> Option<EntryKey> {
    key_at(text).and_then(|key| EntryKey::of_key(text[..key.len].trim()))
}

/// Returns whether a text is the key of a date and a range.
pub(super) fn is_ranged(text: &str) -> bool {
    key_at(text).is_some_and(|key| {
        EntryKey::of_key(text[..key.len].trim()) == Some(EntryKey::Date)
            && (date::parse(&text[key.value..]).is_some_and(|found| found.is_range())
                || is_dates_and_remark(&text[key.value..]))
    })
}

fn has_range(line: &Rich, pieces: &[Range<usize>]) -> bool {
    let text = line.text();
    pieces.iter().any(|piece| is_ranged(text[piece.clone()].trim()))
}

/// Cuts a line at bars and gaps, and at blanks before the key of an entry; `None` unless there are at least two
/// pieces and each has a key.
fn pieces(line: &Rich) -> Option<Vec<Range<usize>>> {
    let text = line.masked();
    if text.chars().map(half_ems).sum::<usize>() > LINE || !text.contains([':', '：']) {
        return None;
    }
    let mut pieces = Vec::new();
    for piece in split::line(&text, None, Style::Bars).pieces {
        let mut start = piece.start;
        for (at, _) in text[piece.clone()].match_indices(char::is_whitespace) {
            let next = piece.start + at;
            let word = text[next..piece.end].trim_start();
            let word = &word[..word.find(char::is_whitespace).unwrap_or(word.len())];
            if next > start && word.contains([':', '：']) && kind_of(word).is_some() {
                pieces.push(start..next);
                start = piece.end - text[next..piece.end].trim_start().len();
            }
        }
        pieces.push(start..piece.end);
    }
    let keyed = pieces.iter().all(|piece| key_at(text[piece.clone()].trim()).is_some());
    ((2..=MOST).contains(&pieces.len()) && keyed).then_some(pieces)
}
