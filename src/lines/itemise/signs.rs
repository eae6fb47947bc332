//! Signs that join their neighbours: `12月~2025年`, `工程师->经理`, `后端+Go`. With Han on one side only,
//! the gap between Han and Latin would be on that side alone and separate what is joined.

use super::atom::Atom;
use crate::lines::text::class::Class;
use crate::lines::text::paragraph::ParagraphText;

/// The maximum number of signs that are examined.
const LONGEST: usize = 8;

/// Returns whether the joint between two atoms, one Han and the other narrow, is next to a sign that joins:
/// it has no gap.
pub(super) fn joins(copy: &ParagraphText<'_>, a: &Atom, b: &Atom) -> bool {
    let (before, after) = (copy.text.get(..a.end as usize), copy.text.get(b.start as usize..));
    let (Some(before), Some(after)) = (before, after) else { return false };
    let blank = a.next != a.end;
    if a.class.1.is_wide() {
        let signs: String = after.chars().take(LONGEST).take_while(|c| is_sign(*c)).collect();
        let beyond = after[signs.len()..].chars().next();
        !blank && (is_arrow(&signs) || joins_words(&signs, beyond))
    } else {
        let mut signs: Vec<char> = before.chars().rev().take(LONGEST).take_while(|c| is_sign(*c)).collect();
        signs.reverse();
        let signs: String = signs.into_iter().collect();
        let word = &before[..before.len() - signs.len()];
        !blank
            && (is_tag(before)
                || is_arrow(&signs)
                || joins_words(&signs, word.chars().next_back()) && !is_part_of(word, &signs))
    }
}

/// Returns whether a text ends in a sign that begins a tag or a name: `#项目管理`, `@示例`. That of `C#` ends one.
fn is_tag(before: &str) -> bool {
    before
        .strip_suffix(['#', '@'])
        .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '#'))
}

fn is_sign(c: char) -> bool {
    matches!(c, '~' | '-' | '=' | '<' | '>' | '+' | '&')
}

/// Returns whether signs are a swung dash or an arrow: ~, ->, =>, <-.
fn is_arrow(signs: &str) -> bool {
    let head = signs.contains(['<', '>']) && signs.contains(['-', '=']);
    !signs.is_empty() && signs.chars().all(|c| c == '~') || head
}

/// Returns whether a sign is between Han on one side and a word on the other. Between Han and Han it has gaps.
fn joins_words(signs: &str, beyond: Option<char>) -> bool {
    let narrow = |c: char| matches!(Class::of(c), Class::Al | Class::Nu);
    matches!(signs, "+" | "&") && beyond.is_some_and(narrow)
}

/// Returns whether a plus sign belongs to what is before it: 100+, A+.
fn is_part_of(word: &str, signs: &str) -> bool {
    let token: Vec<char> =
        word.chars().rev().take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
    signs == "+" && (token.len() == 1 || token.iter().all(|c| !c.is_ascii_alphabetic()))
}
