//! Contacts in the title that names the person: `# 张三 138-0000-0000`, `# Alex Sample, alex@example.com`.

use super::beside;
use crate::model::build::Builder;
use crate::model::kinds::{PaperTitle, SectionKind};
use crate::model::link;
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_wide;
use crate::source::links;

/// The longest title that is searched, in bytes.
const LONGEST: usize = 400;

impl Builder<'_> {
    /// Parts a title from the contacts behind the name, or behind the title of the paper, that it holds; `None` if there
    /// are none.
    pub(super) fn title_and_contacts(&mut self, title: &Rich) -> Option<(Rich, Rich)> {
        let text = title.text();
        let (head, contacts) = parted(&text)?;
        let end = text.trim_end_matches([')', '）', ']', '】', ' ']).len();
        let end = if text[contacts..].contains(['(', '（', '[', '【']) { text.len() } else { end };
        self.consume(&title.slice(head..contacts), "separator");
        self.consume(&title.slice(end..text.len()), "separator");
        Some((title.slice(0..head), title.slice(contacts..end)))
    }
}

/// Returns a title without the contacts behind the name in it.
pub(in crate::model) fn without_contacts(title: &str) -> &str {
    parted(title).map_or(title, |(head, _)| &title[..head])
}

/// Returns where the text before the contacts of a title ends, and where they begin.
fn parted(title: &str) -> Option<(usize, usize)> {
    if title.len() > LONGEST || !title.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '＠' | '.'))
    {
        return None;
    }
    let found = starts(title).find(|&at| at > 0 && begins_contact(&title[at..]))?;
    let start = key_before(title, found);
    let head = title[..start].trim_end_matches(|c: char| c.is_whitespace() || is_mark(c)).len();
    is_of_person(&title[..head]).then_some((head, start))
}

/// Returns the places at which a contact may begin: behind a blank, a mark or a wide letter.
fn starts(title: &str) -> impl Iterator<Item = usize> {
    let behind = |c: char| c.is_whitespace() || is_mark(c) || is_wide(c) || matches!(c, ':' | '：');
    title.char_indices().filter(move |&(_, c)| behind(c)).map(|(at, c)| at + c.len_utf8())
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '—'
            | '－'
            | '_'
            | '|'
            | '｜'
            | '/'
            | '／'
            | ','
            | '，'
            | '、'
            | ';'
            | '；'
            | '·'
            | '•'
            | '・'
            | '('
            | '（'
            | '['
            | '【'
            | '~'
    )
}

fn begins_contact(text: &str) -> bool {
    let word =
        text.split(|c: char| c.is_whitespace() || matches!(c, '|' | '｜' | ',' | '，' | ')' | '）')).next();
    let word = word.unwrap_or_default();
    let number = text.starts_with(|c: char| c.is_ascii_digit() || c == '+')
        && link::phone(text).is_some_and(|(range, _)| range.start == 0);
    number || links::is_email(word) || word.contains("://") || word.starts_with("www.")
}

/// Returns where the key of a contact begins, `电话：` before its number, or the contact itself.
fn key_before(title: &str, contact: usize) -> usize {
    let before = title[..contact].trim_end();
    let Some(bare) = before.strip_suffix([':', '：']) else { return contact };
    let from = bare.rfind(|c: char| c.is_whitespace() || is_mark(c));
    from.map_or(0, |at| at + bare[at..].chars().next().map_or(0, char::len_utf8))
}

/// Returns whether a text names a person, or says what the paper is.
fn is_of_person(head: &str) -> bool {
    words::is_person(head)
        || SectionKind::is_title_of_paper(head)
        || PaperTitle::of(head).is_some_and(|paper| paper.name.is_some())
        || beside::is_name_and_post(&Rich::plain(head, Default::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(title: &str) -> Option<(&str, &str)> {
        parted(title).map(|(head, contacts)| (&title[..head], &title[contacts..]))
    }

    #[test]
    fn what_is_before_a_contact_names_somebody() {
        for (title, head, contacts) in [
            ("张小样 138-0000-0000", "张小样", "138-0000-0000"),
            ("张小样　电话：13800000000 zhang@example.com", "张小样", "电话：13800000000 zhang@example.com"),
            ("张小样的简历（13800000000）", "张小样的简历", "13800000000）"),
            ("个人简历-张小样-13800000000", "个人简历-张小样", "13800000000"),
            ("简历 13800000000", "简历", "13800000000"),
            ("Alex Sample, alex@example.com", "Alex Sample", "alex@example.com"),
            ("Alex Sample | Tel: +1 555-010-0142", "Alex Sample", "Tel: +1 555-010-0142"),
            ("山田太郎 / https://example.com/taro", "山田太郎", "https://example.com/taro"),
        ] {
            assert_eq!(parts(title), Some((head, contacts)), "{title}");
        }
    }

    #[test]
    fn figures_that_reach_nobody_stay() {
        for title in [
            "张小样 2019-2024",
            "张小样 1998.09",
            "张小样 简历 v2.1",
            "Alex Sample (2010-2014)",
            "Alex Sample, 3 years of Node.js",
            "13800000000 张小样",
            "写一封信 alex@example.com",
            "张小样",
        ] {
            assert_eq!(parts(title), None, "{title}");
        }
    }
}
