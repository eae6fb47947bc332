//! Paragraphs of several keys in one line, some with long values: `**项目名称：**甲 **时间：**2020 - 2021 **职责：**乙`.

use super::keyed::{is_ranged, kind_of, names_an_entry};
use crate::model::blocks::Part;
use crate::model::flow::{Chunk, Joint, Line};
use crate::model::key;
use crate::model::kinds::EntryKey;
use crate::model::rich::Rich;
use crate::source::chars::is_han;

/// The longest key that is not set apart by bold, in characters.
const KEY: usize = 6;
/// The largest number of keys in a line of one entry.
const MOST: usize = 10;

/// Gives each key a line of its own, if one of them is a range of dates and one the name of the entry.
pub(super) fn part_keys(part: &mut Part<'_>) {
    let Part::Text(chunks, marked) = part else { return };
    if marked.off {
        return;
    }
    for chunk in chunks {
        let Chunk::Lines(lines) = chunk else { continue };
        let mut at = 0;
        while at < lines.len() {
            let starts = starts(&lines[at].text);
            if starts.len() < 2 {
                at += 1;
                continue;
            }
            let Line { joint, text: whole } = lines.remove(at);
            let len = whole.text().len();
            let ends = starts.iter().skip(1).copied().chain([len]);
            for (start, end) in starts.iter().copied().zip(ends) {
                let joint = if start == 0 { joint } else { Joint::Hard };
                lines.insert(at, Line { joint, text: whole.slice(start..end).trim() });
                at += 1;
            }
        }
    }
}

/// Returns where the keys of a line begin, if they name and date an entry.
fn starts(line: &Rich) -> Vec<usize> {
    let text = line.text();
    if text.matches([':', '：']).count() < 3 || key::at_start(&text, key::GRID_KEY).is_none() {
        return Vec::new();
    }
    let mut starts = vec![0];
    for (at, blank) in text.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let next = at + blank.len_utf8();
        if begins_key(line, &text, at, next) {
            starts.push(next);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let pieces = starts.iter().copied().zip(ends).map(|(start, end)| text[start..end].trim());
    let named = |piece: &str| {
        matches!(kind_of(piece), Some(EntryKey::Organization | EntryKey::School | EntryKey::Title))
    };
    let sure = starts.len() <= MOST && pieces.clone().any(named) && pieces.clone().any(is_ranged);
    // A line of nothing but short keys of entries is read as it is.
    let told = pieces.clone().any(|piece| kind_of(piece).is_none());
    if sure && (told || !names_an_entry(line)) { starts } else { Vec::new() }
}

/// Returns whether a key begins after the blank `at`: one in bold, one of an entry, or a few Han characters.
fn begins_key(line: &Rich, text: &str, at: usize, next: usize) -> bool {
    let Some(key) = key::at_start(&text[next..], key::GRID_KEY) else { return false };
    let name = &text[next..next + key.len];
    if name.starts_with(char::is_whitespace) {
        return false;
    }
    let strong = |range: std::ops::Range<usize>| line.slice(range).all(|marks| marks.strong);
    let bold = strong(next..next + key.len) && !strong(at..next);
    let name = name.trim_end_matches([':', '：']);
    let short = name.chars().all(is_han) && (2..=KEY).contains(&name.chars().count());
    bold || short || kind_of(&text[next..]).is_some() && !name.contains(char::is_whitespace)
}
