//! A name with more text in its line: a post, years, a field.

use std::ops::Range;

use crate::model::rich::{Piece, Rich};
use crate::model::words;
use crate::source::chars::{self, is_han};

/// The longest text next to a name, in characters.
const LONGEST: usize = 80;
/// The longest post before a name, in characters.
const LONGEST_BEFORE: usize = 40;
/// The same in a line whose words are not separated by a tab.
const LONGEST_WIDE: usize = 16;

/// The bytes of a name, and of the text next to it; anything between is their separator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    pub name: Range<usize>,
    pub post: Range<usize>,
}

/// Returns the name and the text next to it in a line that begins or ends with it: `张三·前端工程师`, `李四-Android`,
/// `王五（前端开发）`, `Alex Sample, Ph.D., Chips`, `Alex Sample (Engineer)`, 前端工程师 赵六. Lines separated by
/// ` - ` or `|` are ignored.
pub(super) fn of(line: &Rich) -> Option<Beside> {
    let text = line.text();
    if text.chars().count() > LONGEST + LONGEST_BEFORE {
        return None;
    }
    post_first(&text)
        .or_else(|| dot(&text))
        .or_else(|| comma(&text))
        .or_else(|| mark(&text))
        .or_else(|| bracket(&text))
        .or_else(|| blank(&text))
        .or_else(|| style(line, &text))
}

/// Returns whether a title begins with a name and a mark right after it that separates it from a post: `李四-Android`.
pub(in crate::model) fn begins_with_name(title: &str) -> bool {
    mark(title).or_else(|| bracket(title)).or_else(|| blank(title)).is_some() || is_name_with_reading(title)
}

/// Returns whether a line is a name and a post, with any separator, also that of `Alex Sample - Engineer`.
pub(super) fn is_name_and_post(line: &Rich) -> bool {
    of(line).is_some() || dashed(&line.text()).is_some()
}

/// `Alex Sample - Engineer`.
pub(super) fn dashed(text: &str) -> Option<Beside> {
    let mut dashes = [" - ", " – ", " — ", " | ", "｜"].iter().filter_map(|mark| text.split_once(mark));
    let (name, post) = dashes.find(|(name, post)| words::is_person(name) && words::is_job(post))?;
    parts(text, name, post)
}

/// Returns the bytes of two parts of a text, without the blanks around them; `None` if one is empty or the second long.
fn parts(text: &str, name: &str, post: &str) -> Option<Beside> {
    let range = |part: &str| {
        let part = part.trim();
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        start..start + part.len()
    };
    let letters = post.contains(char::is_alphabetic) && post.chars().count() <= LONGEST;
    (letters && !name.trim().is_empty()).then(|| Beside { name: range(name), post: range(post) })
}

/// 前端工程师 张三, and with a tab `Développeur Web\tCamille EXEMPLE`.
fn post_first(text: &str) -> Option<Beside> {
    let job = |post: &str, longest| words::is_job(post) && post.chars().count() <= longest;
    if let Some((post, name)) = text.split_once('\t')
        && words::is_person(name.trim())
        && job(post.trim(), LONGEST_BEFORE)
    {
        return parts(text, name, post);
    }
    let at = text.trim_end().rfind([' ', '\u{3000}'])?;
    let (post, name) = (text[..at].trim(), text[at..].trim());
    (name.chars().all(is_han) && words::is_person(name) && job(post, LONGEST_WIDE))
        .then(|| parts(text, name, post))?
}

/// 张三·前端工程师.
fn dot(text: &str) -> Option<Beside> {
    let (at, mark) = text.char_indices().find(|(_, c)| matches!(c, '·' | '•' | '・'))?;
    let (name, post) = (&text[..at], &text[at + mark.len_utf8()..]);
    (words::is_person(name) && words::is_job(post.trim())).then(|| parts(text, name, post))?
}

/// `Alex Sample, Ph.D., Chips & Packaging`: the longest beginning that is a person.
fn comma(text: &str) -> Option<Beside> {
    if words::is_person(text) || text.contains(chars::is_wide) {
        return None;
    }
    let ends = text.match_indices(", ").map(|(at, _)| at);
    let at = ends.filter(|at| words::is_person(&text[..*at])).last()?;
    parts(text, &text[..at], &text[at + 2..])
}

/// 李四-Android, 李四/前端/3年; `Alex Sample: Engineer`, `Alex Sample / Engineer`. After a name in Han a mark is enough.
fn mark(text: &str) -> Option<Beside> {
    if words::is_person(text) {
        return None;
    }
    const MARKS: [char; 9] = ['-', '–', '—', '－', '_', '/', '／', ':', '：'];
    let at = text.find(MARKS)?;
    let (name, rest) = text.split_at(at);
    let post = rest.trim_start_matches(MARKS).trim();
    let wide = name.chars().all(is_han) && (2..=4).contains(&name.chars().count());
    let spaced = [": ", "/ "].iter().any(|mark| rest.starts_with(mark));
    let said = if wide { !words::is_person(post) } else { spaced && words::is_job(post) };
    (said && words::is_person(name)).then(|| parts(text, name, post))?
}

/// 张三（前端开发）, 张三（2026 届）, `Alex Sample (Engineer)`.
fn bracket(text: &str) -> Option<Beside> {
    let inner = text.trim_end().strip_suffix([')', '）'])?;
    let open = inner.find(['(', '（']).filter(|at| *at > 0)?;
    let (name, gloss) = (&text[..open], inner[open..].trim_start_matches(['(', '（']));
    let counts = name.contains(is_han)
        && gloss.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        && gloss.contains(['年', '届', '屆', '级', '級', '岁', '歲']);
    let said = !gloss.contains(['(', '（']) && (counts || words::is_job(gloss));
    (said && words::is_person(name)).then(|| parts(text, name, gloss))?
}

/// 张三 前端工程师.
fn blank(text: &str) -> Option<Beside> {
    let (name, post) = text.split_once([' ', '\u{3000}'])?;
    let wide = name.chars().all(is_han) && name.chars().count() >= 2;
    let apart = post.starts_with(char::is_alphanumeric);
    (wide && apart && words::is_person(name) && words::is_job(post) && !words::is_person(text))
        .then(|| parts(text, name, post))?
}

/// `**Alex Sample** Engineer`, `Alex Sample <small>Engineer</small>`: two looks, or two lines.
fn style(line: &Rich, text: &str) -> Option<Beside> {
    let first = line.runs().next()?;
    let mut at = 0;
    let mut end = first.span.end;
    for piece in &line.0 {
        if let Piece::Run(run) = piece
            && (run.marks == first.marks && run.span.start == end || at == 0)
        {
            (at, end) = (at + run.text.len(), run.span.end);
            continue;
        }
        break;
    }
    let (name, post) = text.split_at(at);
    (words::is_person(name) && words::is_job(post) && !words::is_person(post))
        .then(|| parts(text, name, post))?
}

/// `山田　太郎（やまだ　たろう）`: a name in separate parts, and its reading.
pub(super) fn is_name_with_reading(title: &str) -> bool {
    let title = title.trim();
    let Some(open) = title.find(['（', '(']).filter(|_| title.ends_with(['）', ')'])) else { return false };
    let (name, reading) = (title[..open].trim(), &title[open..]);
    if is_latin_reading(name, reading) {
        return true;
    }
    let reading = reading.trim_matches(['（', '）', '(', ')']);
    let kana = |c: char| matches!(c, '\u{3040}'..='\u{30FF}') || c.is_whitespace() || c.is_ascii_alphabetic();
    let joined = name.split_whitespace().collect::<Vec<_>>().join(" ");
    // A reading marks it as a name, known or not: 髙橋　将（たかはし　しょう）.
    let read = reading.contains(|c| matches!(c, '\u{3040}'..='\u{30FF}')) && words::may_be_person(&joined, 2);
    name.contains(char::is_whitespace)
        && (words::is_person(&joined) || read)
        && !reading.is_empty()
        && reading.chars().all(kana)
        && !words::is_job(reading)
}

/// `莊明（Ming (Luke) Chuang）`: a Chinese name, and in brackets the same person in Latin letters.
fn is_latin_reading(name: &str, reading: &str) -> bool {
    let outer = reading.chars().next().map_or(0, char::len_utf8);
    let last = reading.chars().next_back().map_or(0, char::len_utf8);
    let inner = reading.get(outer..reading.len() - last).unwrap_or_default();
    let (mut depth, mut words) = (0i32, String::new());
    for c in inner.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' if depth == 0 => return false,
            ')' | '）' => depth -= 1,
            _ if depth == 0 => words.push(c),
            _ => {}
        }
    }
    let latin = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters = latin.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '.' | '\''));
    letters
        && latin.contains(' ')
        && words::is_person(name)
        && words::is_person(&latin)
        && !words::is_job(&latin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    fn cut(text: &str) -> Option<(&str, &str)> {
        let beside = of(&Rich::plain(text, Span::default()))?;
        Some((&text[beside.name], &text[beside.post]))
    }

    #[test]
    fn a_name_is_parted_from_what_stands_beside_it() {
        for (text, name, post) in [
            ("张三·前端工程师", "张三", "前端工程师"),
            ("王小明-Android", "王小明", "Android"),
            ("李四/测试/3年", "李四", "测试/3年"),
            ("王小明（前端开发）", "王小明", "前端开发"),
            ("王小明 (5年开发)", "王小明", "5年开发"),
            ("王小明（2026届 会计）", "王小明", "2026届 会计"),
            ("王小明 会计", "王小明", "会计"),
            ("前端工程师 张三", "张三", "前端工程师"),
            ("Alex Sample, Ph.D., Chips & Packaging", "Alex Sample, Ph.D.", "Chips & Packaging"),
            ("Alex Sample (Pastry Chef)", "Alex Sample", "Pastry Chef"),
            ("Alex Sample: Software Engineer", "Alex Sample", "Software Engineer"),
            ("Alex Sample / Accountant", "Alex Sample", "Accountant"),
        ] {
            assert_eq!(cut(text), Some((name, post)), "{text}");
        }
    }

    #[test]
    fn what_belongs_to_a_name_stays_with_it() {
        for text in [
            "张三",
            "张三（男）",
            "张三-Sam",
            "张三/王小明",
            "王小明 / Sam Wang",
            "Alex Sample",
            "Alex Sample (she/her)",
            "Alex Sample-Baker",
            "Anna Muster, PhD",
            "山田 太郎（やまだ たろう）",
            "高级-前端",
            "张三 - 前端工程师",
            "Skills: Engineer",
            "",
        ] {
            assert_eq!(cut(text), None, "{text}");
        }
    }
}
