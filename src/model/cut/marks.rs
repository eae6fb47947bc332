//! Marks that part two pieces in one place and belong to a text in another.

use crate::model::kinds::KeyKind;
use crate::model::{icon, key, link, words};
use crate::source::chars::is_emoji;

/// Tells whether a mark parts what stands before it from what stands behind.
pub(super) fn mark_parts(mark: &str, before: &str, next: &str) -> bool {
    let key = key::at_start(before, key::GRID_KEY);
    let item = key::at_start(next, key::GRID_KEY).is_some()
        || next.starts_with(is_emoji)
        || next.starts_with(icon::is_icon)
        || link::is_contact(next);
    // `Code - https://example.com/x`: what an address is of.
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
        let post = KeyKind::of_key(&before[..key.len]).first() == Some(&KeyKind::Headline);
        return !weak && !post;
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

fn without_icons(text: &str) -> &str {
    text.trim_start_matches(|c: char| is_emoji(c) || icon::is_icon(c) || c.is_whitespace())
}
