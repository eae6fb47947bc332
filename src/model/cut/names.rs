//! Names whose parts are separated by an ideographic blank, which separates nothing else.

use std::ops::Range;

use crate::model::key;
use crate::model::kinds::KeyKind;
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_wide;

/// `氏名：山田　太郎`, `山田　太郎（やまだ　たろう）`: blanks inside a name separate nothing.
pub(super) fn is_whole_name(text: &str) -> bool {
    let text = text.trim();
    match key::at_start(text, key::GRID_KEY) {
        Some(key) if is_key_of_name(&text[..key.len]) => is_in_two_parts(&text[key.value..]),
        Some(_) => false,
        None => text.contains('\u{3000}') && words::is_person(text),
    }
}

/// Joins the two parts of a name after its key where blanks separate all three: `氏名　例示　太郎`.
pub(super) fn join(text: &str, pieces: &mut Vec<Range<usize>>, separators: &mut Vec<Range<usize>>) {
    let found = pieces.windows(3).position(|three| {
        let [key, first, last] = three else { return false };
        let blank = text.get(first.end..last.start).is_some_and(|gap| gap.trim().is_empty());
        blank && is_key_of_name(&text[key.clone()]) && is_in_two_parts(text[first.start..last.end].trim())
    });
    let Some(at) = found else { return };
    let (from, to) = (pieces[at + 1].end, pieces[at + 2].start);
    separators.retain(|separator| separator.start < from || separator.end > to);
    pieces[at + 1].end = pieces[at + 2].end;
    pieces.remove(at + 2);
}

/// Returns whether a key is that of a name, or of its reading.
fn is_key_of_name(key: &str) -> bool {
    const READINGS: [&str; 6] = ["ふりがな", "フリガナ", "よみがな", "ヨミガナ", "カナ", "かな"];
    let word = key.trim().trim_end_matches([':', '：']).trim();
    KeyKind::of_key(word).first() == Some(&KeyKind::Name) || READINGS.contains(&word)
}

/// Returns whether a text is a surname, an ideographic blank and a given name, not counting a gloss after it:
/// `例示　太郎（れいじ　たろう）`.
fn is_in_two_parts(text: &str) -> bool {
    let bare = text.split(['(', '（']).next().unwrap_or_default().trim();
    let mut parts = bare.split('\u{3000}');
    let letters = |part: &str| (1..=6).contains(&part.chars().count()) && part.chars().all(is_wide);
    let sex = |part: &str| matches!(part, "男" | "女" | "男性" | "女性");
    parts.next().is_some_and(letters)
        && parts.next().is_some_and(|part| letters(part) && !sex(part))
        && parts.next().is_none()
}

/// Returns whether the cell after a key is a name in two parts.
pub(in crate::model) fn is_value_of_name(key: &Rich, value: &Rich) -> bool {
    is_key_of_name(&key.text()) && is_in_two_parts(value.text().trim())
}
