//! Marks that separate two pieces in one place and belong to a text in another.

use crate::model::kinds::{EntryKey, KeyKind};
use crate::model::{date, icon, key, link, words};
use crate::source::chars::is_emoji;

/// Returns whether a mark separates the text before it from the text after it.
pub(super) fn mark_parts(mark: &str, before: &str, next: &str) -> bool {
    let key = key::at_start(before, key::GRID_KEY);
    let item = key::at_start(next, key::GRID_KEY).is_some()
        || next.starts_with(is_emoji)
        || next.starts_with(icon::is_icon)
        || link::is_contact(next);
    // `Code - https://example.com/x`: a label for the address.
    let label = next.contains("://")
        && before.split_whitespace().count() <= 2
        && before.chars().all(|c| c.is_alphabetic() || c == ' ')
        && !words::is_person(before)
        && !words::is_job(before);
    if mark.starts_with(['-', '–', '—']) && label && KeyKind::of_key(before).is_empty() {
        return false;
    }
    // `[ a@example.com ] - [ 555 010 0100 ]`
    let boxed = before.ends_with(']') && next.starts_with('[');
    if item || boxed || next.is_empty() {
        return true;
    }
    // The value of a key may have parts of its own: `希望地點：台灣 / 香港`, `学历：本科 - 计算机`; a post
    // applied for may have them at bars, too.
    let weak = matches!(mark.chars().next(), Some('/' | '-' | '–' | '—' | '·'));
    if let Some(key) = key {
        return !weak && !holds(&before[..key.len], next);
    }
    match mark.chars().next() {
        // `Sampletown - Country`, `上海 / 北京`: one place, or one wish for several.
        Some('-' | '–' | '—') => {
            link::is_contact(before)
                || !KeyKind::of_key(before).is_empty()
                || (words::is_person(before) && !KeyKind::of_key(next).is_empty())
        }
        Some('/') => !(words::is_place(without_icons(before)) && words::is_place(next)),
        _ => true,
    }
}

/// Returns whether the value of a key includes a piece after a bar: posts applied for have parts, and so have facts,
/// unless the piece says something by itself: `毕业院校：样本大学 | 会计学 | 本科` is one fact, `性别：男 | 本科`
/// are two.
fn holds(key: &str, next: &str) -> bool {
    let studies =
        || matches!(EntryKey::of_key(key), Some(EntryKey::School | EntryKey::Subject | EntryKey::Degree));
    let by_itself = || {
        words::is_fact(next)
            || date::parse(next).is_some()
            || words::is_degree(next)
            || words::is_school(next)
            || words::is_place(next)
            || words::is_job(next)
    };
    match KeyKind::of_key(key).first() {
        Some(KeyKind::Headline) => true,
        Some(KeyKind::Fact) if studies() => !words::is_age_or_sex(next) && !words::is_place(next),
        Some(KeyKind::Fact) => !by_itself(),
        Some(KeyKind::Name | KeyKind::Contact(_)) | None => false,
    }
}

fn without_icons(text: &str) -> &str {
    text.trim_start_matches(|c: char| is_emoji(c) || icon::is_icon(c) || c.is_whitespace())
}
