//! Lines of a header separated by commas: `示例市，男，7 年经验，手机号 138…，邮箱：a@example.com`.

use std::ops::Range;

use crate::model::link;
use crate::source::chars::half_ems;
use crate::source::links::{is_email, looks_like_domain};

/// The longest piece between commas, in half ems.
const PIECE: usize = 48;
/// The largest number of pieces between commas.
const MOST: usize = 10;

/// Returns the pieces of a line between wide commas: three or more, all of them short, and two of them ways to
/// reach the person, or one next to the sex.
pub(super) fn parts(text: &str) -> Option<Vec<Range<usize>>> {
    if !text.contains('，') {
        return narrow(text);
    }
    if text.trim_end().trim_end_matches('。').contains(['。', '；', '！', '|', '｜']) {
        return None;
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for piece in text.split('，') {
        parts.push(start..start + piece.len());
        start += piece.len() + '，'.len_utf8();
    }
    let words = || parts.iter().map(|part| text[part.clone()].trim());
    let short = words().all(|word| !word.is_empty() && word.chars().map(half_ems).sum::<usize>() <= PIECE);
    let reached = words().filter(|word| reaches(word)).count();
    let sex = words().any(|word| matches!(word, "男" | "女" | "性别男" | "性别女"));
    let enough = reached >= 2 || reached == 1 && sex;
    ((3..=MOST).contains(&parts.len()) && short && enough).then_some(parts)
}

/// The same between narrow commas: an address and a number at least. What stands between them without being one is a
/// place with commas of its own, or what somebody is: `a@example.com, 555-010-0100, Sampleton, Utopia`.
fn narrow(text: &str) -> Option<Vec<Range<usize>>> {
    if !text.contains('@') || !text.contains(", ") || text.contains(['|', '·', '•', '—', '–', ';', '。'])
    {
        return None;
    }
    let mut parts: Vec<(Range<usize>, Reach)> = Vec::new();
    let mut start = 0;
    for piece in text.split(", ") {
        let (range, reach) = (start..start + piece.len(), Reach::of(piece));
        start = range.end + ", ".len();
        if piece.trim().is_empty() || piece.chars().map(half_ems).sum::<usize>() > PIECE {
            return None;
        }
        match parts.last_mut() {
            Some((last, Reach::Nothing)) if reach == Reach::Nothing => last.end = range.end,
            _ => parts.push((range, reach)),
        }
    }
    let has = |reach: Reach| parts.iter().any(|part| part.1 == reach);
    (text.split(", ").count() >= 3 && parts.len() <= MOST && has(Reach::Address) && has(Reach::Number))
        .then(|| parts.into_iter().map(|part| part.0).collect())
}

/// What a piece between narrow commas reaches the person by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Address,
    Number,
    Other,
    Nothing,
}

impl Reach {
    fn of(piece: &str) -> Reach {
        let word = piece.trim().rsplit([' ', ':']).next().unwrap_or_default();
        match piece {
            _ if is_email(word) => Reach::Address,
            _ if link::phone(piece).is_some() => Reach::Number,
            _ if piece.contains("://") || looks_like_domain(piece.trim()) || piece.contains(": ") => {
                Reach::Other
            }
            _ => Reach::Nothing,
        }
    }
}

/// Returns whether a text holds an address or the digits of a number.
fn reaches(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.contains("://") || text.contains('@') && text.contains('.') || digits >= 7 && !text.contains('年')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        parts(text).map_or(0, |parts| parts.len())
    }

    #[test]
    fn short_pieces_with_contacts_are_parted() {
        assert_eq!(count("示例市，男，7 年经验，手机号 138-0000-0000，邮箱：a@example.com"), 5);
        assert_eq!(count("女，1995 年生，电话 138-0000-0000"), 3);
        assert_eq!(count("会计，138-0000-0000，a@example.com。"), 3);
        assert_eq!(count("会计，出纳，三年经验"), 0);
        assert_eq!(count("做过账本，现居示例市。电话 138-0000-0000，女"), 0);
        assert_eq!(count("博客 https://example.com，写账本，写税法"), 0);
    }
}
