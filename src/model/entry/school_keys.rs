//! A school told in paragraphs of one key each: `毕业院校：某学院`, `所学专业：会计`, `毕业时间：2018年6月`.

use super::keyed::{key_at, kind_of};
use super::stack::one_part;
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::Chunk;
use crate::model::kinds::{EntryKey, SectionKind};

/// The largest number of keys of a school.
const MOST: usize = 8;

/// Makes the keys of each school one paragraph, if they are a paragraph each and one of them is that of its date.
pub(super) fn join<'a>(parts: &mut Vec<Part<'a>>, kind: SectionKind) {
    if kind != SectionKind::Education {
        return;
    }
    let mut rest = std::mem::take(parts);
    while !rest.is_empty() {
        let behind = rest.split_off(len(&rest));
        let run = std::mem::replace(&mut rest, behind);
        match run.len() {
            1 => parts.extend(run),
            _ => parts.extend(one_part(run)),
        }
    }
}

/// Returns how many parts at the beginning are the keys of one school; 1 if they are none.
fn len(parts: &[Part<'_>]) -> usize {
    let is_school = |part: &Part<'_>| key_of(part) == Some(Some(EntryKey::School));
    if !parts.first().is_some_and(is_school) {
        return 1;
    }
    let more = parts.iter().skip(1).take(MOST).take_while(|part| key_of(part).is_some() && !is_school(part));
    let end = 1 + more.count();
    let dated = parts[..end].iter().rposition(|part| key_of(part) == Some(Some(EntryKey::Date)));
    // What stands behind the last key that says something of the school is text.
    let known = parts[..end].iter().rposition(|part| matches!(key_of(part), Some(Some(_))));
    dated.and(known).map_or(1, |known| known + 1)
}

/// Returns the kind of the key of a paragraph that is one line with a key and its value.
fn key_of(part: &Part<'_>) -> Option<Option<EntryKey>> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [line] = lines.as_slice() else { return None };
    let text = line.text.text();
    let text = text.trim();
    let value = key_at(text).map(|key| text[key.value..].trim()).filter(|value| !value.is_empty())?;
    let kind = kind_of(text).filter(|kind| *kind != EntryKey::Date || date::parse(value).is_some());
    (!marked.off && !marked.page_break).then_some(kind)
}
