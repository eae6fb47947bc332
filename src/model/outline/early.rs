//! Titles that are sections although they are above the first of their level, or below one of personal data.

use std::collections::BTreeSet;

use super::Heading;
use crate::model::directive::Marked;
use crate::model::key;
use crate::model::kinds::KeyKind;
use crate::model::levels::is_range_below;
use crate::model::words;
use crate::source::chars::is_han;
use crate::source::markdown::{BlockKind, plain_text, texts};

/// Returns the titles below one of personal data that are sections nonetheless: `## Skills` under `# Contact`,
/// and its sisters after it.
pub(super) fn under_personal(headings: &[Heading], level: u8) -> BTreeSet<usize> {
    let mut freed = BTreeSet::new();
    let (mut personal, mut sisters) = (false, level);
    for (nth, heading) in headings.iter().enumerate() {
        if heading.level <= level {
            // A title right under it would leave it bare.
            let filled = headings.get(nth + 1).is_some_and(|next| next.at > heading.at + 1);
            (personal, sisters) = (heading.personal && heading.level == level && filled, level);
        } else if personal
            && (heading.level <= sisters
                || sisters == level && heading.exact && !heading.personal
                || leads_sisters(headings, nth, level))
        {
            sisters = heading.level;
            freed.insert(heading.at);
        }
    }
    freed
}

/// Returns whether a title is the first one under personal data, no key of a fact, and a later one at its level is
/// that of a section: `### Focus` over `### Interests`.
fn leads_sisters(headings: &[Heading], nth: usize, level: u8) -> bool {
    let heading = &headings[nth];
    let first = nth.checked_sub(1).is_some_and(|above| headings[above].level == level);
    let key = || !KeyKind::of_key(heading.title.trim()).is_empty();
    let below = headings[nth + 1..].iter().take_while(|below| below.level > level);
    first
        && !heading.personal
        && below.filter(|below| below.level == heading.level).any(|below| below.exact && !below.personal)
        && !key()
}

/// Returns whether the title of the paper is above keys and values, as on a form: `# 이력서` over `성명 : 홍길동`.
pub(super) fn form_under_title(headings: &[Heading], blocks: &[Marked<'_>]) -> bool {
    let Some(first) = headings.first().filter(|first| first.paper && first.at == 0) else { return false };
    let Some(next) = blocks.get(first.at + 1) else { return false };
    let content = match &next.block.kind {
        BlockKind::Paragraph(content) => content,
        // `## 个人简历` over `### 基本信息`
        BlockKind::Heading { level, .. } if *level > first.level => {
            return headings.get(1).is_some_and(|next| next.personal && !next.bare);
        }
        _ => return false,
    };
    keys_of(&plain_text(content)).contains(&KeyKind::Name)
}

/// Returns the kinds of the key that a text begins with.
fn keys_of(text: &str) -> Vec<KeyKind> {
    let key =
        key::at_start(text, key::GRID_KEY).map(|key| text[..key.len].trim_end_matches([':', '：', ' ']));
    key.map(KeyKind::of_key).unwrap_or_default()
}

/// Returns whether a title is a known key of a person and its value: `求职意向：会计`, `姓　名：张三`.
pub(in crate::model) fn is_pair(title: &str) -> bool {
    let valued = key::at_start(title, key::GRID_KEY).is_some_and(|key| key.value < title.trim_end().len());
    valued && !keys_of(title).is_empty()
}

/// Returns the number of leading titles that are the name, the title of the paper, or a key and its value with nothing
/// under them; 0 if there are no such pairs.
pub(super) fn leading_pairs(headings: &[Heading], name: Option<usize>) -> usize {
    let head = |nth: usize, heading: &Heading| nth == 0 && (heading.paper || Some(heading.at) == name);
    let led = headings
        .iter()
        .enumerate()
        .take_while(|(nth, heading)| head(*nth, heading) || heading.pair && heading.bare)
        .map(|(_, heading)| usize::from(heading.pair));
    let (count, pairs) = led.fold((0, 0), |(count, pairs), pair| (count + 1, pairs + pair));
    if pairs > 0 { count } else { 0 }
}

/// Returns for each level below that of the sections the headings with known titles above the first of them:
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

/// Returns whether a heading above the first section is the title of one, since another at its level is: it comes
/// after that, or is over text without contacts.
pub(super) fn is_sister(
    blocks: &[Marked<'_>],
    heading: &Heading,
    nth: usize,
    twin: Option<(usize, usize)>,
) -> bool {
    let Some((first, last)) = twin else { return false };
    !heading.banner && (nth > first || (nth < last && is_over_text(blocks, heading.at)))
}

/// Returns whether the block right under a heading is text or a list without a contact.
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

/// Returns whether a range of dates is right below a title, or below a lower one between them: `## Baker` over
/// `### Sample Co.` over `2016 – 2018`.
pub(super) fn is_over_range(heading: &Heading, blocks: &[Marked<'_>]) -> bool {
    let below = |nth: usize| blocks.get(heading.at + nth).map(|below| &below.block.kind);
    let lower = matches!(below(1), Some(BlockKind::Heading { level, .. }) if *level > heading.level);
    below(1).is_some_and(is_range_below) || lower && below(2).is_some_and(is_range_below)
}

/// Returns whether a title ends like that of a section, though not a known one: 某方面简述. It is no name.
pub(super) fn sounds_like_section(title: &str) -> bool {
    const ENDS: [&str; 14] = [
        "简述", "簡述", "简介", "簡介", "介绍", "介紹", "概述", "概况", "评价", "经历", "經歷", "经验",
        "技能", "背景",
    ];
    let title = title.trim().trim_end_matches([':', '：']);
    title.chars().count() <= 12 && title.chars().all(is_han) && ENDS.iter().any(|end| title.ends_with(end))
}

/// Returns where entries without a section title begin: `### Example Co. - Baker | 2015 - 2016` right below the
/// name. At least two have their dates in the heading or in the line below it, and no known title comes before them.
pub(super) fn entries_at(headings: &[Heading], name: Option<usize>, starts: &[usize]) -> Option<usize> {
    let behind =
        |heading: &&Heading| name.is_none_or(|name| heading.at > name) && !heading.paper && !heading.pair;
    let early: Vec<&Heading> =
        headings.iter().filter(behind).take_while(|heading| !heading.known && !heading.exact).collect();
    let first = early.first()?;
    let level = first.level;
    let sisters: Vec<&&Heading> = early.iter().filter(|heading| heading.level == level).collect();
    let dated = sisters.iter().filter(|heading| heading.dated).count();
    let higher = early.iter().any(|heading| heading.level < level);
    // If no title is known, all of them have to be alike; else the next title ends them.
    let most = dated >= 2 && dated * 3 >= sisters.len() * 2;
    let is_start = starts.contains(&first.at) || starts.first().is_none_or(|start| first.at < *start);
    (most && !higher && is_start && first.dated).then_some(first.at)
}

/// Returns whether a title and a name share a word.
pub(super) fn shares_words(title: &str, name: &str) -> bool {
    let (title, name) = (title.to_lowercase(), name.to_lowercase());
    let word = |word: &str| word.chars().count() > 1 && title.contains(word);
    title.contains(&name) || name.contains(&title) || name.split(|c: char| !c.is_alphanumeric()).any(word)
}

/// Returns whether a title is a person, or begins with one separated from the rest by any mark: `刘小满， 博士`.
pub(super) fn begins_like_person(title: &str) -> bool {
    let mark = |c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '·' | '.' | '-' | '\'' | '’'));
    super::begins_with_person(title)
        || super::of_person(title)
        || title.split(mark).next().is_some_and(|first| words::is_person(first.trim()))
}
