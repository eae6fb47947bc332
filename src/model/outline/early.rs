//! Titles that are sections although they stand above the first of their level, or below one of personal data.

use std::collections::BTreeSet;

use super::Heading;
use crate::model::directive::Marked;
use crate::model::key;
use crate::model::kinds::KeyKind;
use crate::source::markdown::{BlockKind, plain_text, texts};

/// Returns the titles below one of personal data that are sections all the same: `## Skills` under `# Contact`,
/// and its sisters behind it.
pub(super) fn under_personal(headings: &[Heading], level: u8) -> BTreeSet<usize> {
    let mut freed = BTreeSet::new();
    let (mut personal, mut sisters) = (false, level);
    for (nth, heading) in headings.iter().enumerate() {
        if heading.level <= level {
            // A title right under it would leave it bare.
            let filled = headings.get(nth + 1).is_some_and(|next| next.at > heading.at + 1);
            (personal, sisters) = (heading.personal && heading.level == level && filled, level);
        } else if personal
            && (heading.level <= sisters || sisters == level && heading.exact && !heading.personal)
        {
            sisters = heading.level;
            freed.insert(heading.at);
        }
    }
    freed
}

/// Tells whether the title of the paper stands over keys and values, as on a form: `# 이력서` over `성명 : 홍길동`.
pub(super) fn form_under_title(headings: &[Heading], blocks: &[Marked<'_>]) -> bool {
    let Some(first) = headings.first().filter(|first| first.paper && first.at == 0) else { return false };
    let Some(next) = blocks.get(first.at + 1) else { return false };
    let BlockKind::Paragraph(content) = &next.block.kind else { return false };
    let text = plain_text(content);
    let known = |key: &str| KeyKind::of_key(key).contains(&KeyKind::Name);
    key::at_start(&text, key::GRID_KEY)
        .is_some_and(|key| known(text[..key.len].trim_end_matches([':', '：', ' '])))
}

/// Returns for each level below that of the sections which headings above the first of them have known titles:
/// the first and the last.
pub(super) fn twins(early: &[Heading], level: u8) -> [Option<(usize, usize)>; 8] {
    let mut twins = [None; 8];
    for (nth, heading) in
        early.iter().enumerate().filter(|(_, heading)| heading.known && heading.level > level)
    {
        let twin = &mut twins[usize::from(heading.level)];
        *twin = Some(twin.map_or((nth, nth), |(first, _)| (first, nth)));
    }
    twins
}

/// Tells whether a heading above the first section is the title of one, since another at its level is: it stands
/// behind that, or over text that holds no contacts.
pub(super) fn is_sister(
    blocks: &[Marked<'_>],
    heading: &Heading,
    nth: usize,
    twin: Option<(usize, usize)>,
) -> bool {
    let Some((first, last)) = twin else { return false };
    !heading.banner && (nth > first || (nth < last && is_over_text(blocks, heading.at)))
}

/// Tells whether what stands right under a heading is text or a list without a contact.
pub(super) fn is_over_text(blocks: &[Marked<'_>], at: usize) -> bool {
    let Some(next) = blocks.get(at + 1) else { return false };
    if !matches!(next.block.kind, BlockKind::Paragraph(_) | BlockKind::List { .. }) {
        return false;
    }
    let mut contact = false;
    texts(std::slice::from_ref(next.block), &mut |text, _| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        contact |= text.contains('@') || text.contains("://") || digits >= 7;
    });
    !contact
}
