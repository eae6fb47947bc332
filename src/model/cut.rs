//! Cutting a line of contacts and facts into pieces: at bars, dots and wide blanks, and before a known
//! key.

mod boxes;
mod code;
mod commas;
mod links;
mod marks;
mod names;

use std::ops::Range;

use super::icon;
use super::key;
use super::kinds::KeyKind;
use super::link;
use super::rich::Rich;
use crate::source::chars::{is_bar, is_emoji, is_flag, is_han};
use crate::source::links::is_email;
use code::{code_spans, keyed_code_spans};
use links::between_links;
use marks::mark_parts;
pub(super) use names::is_value_of_name;
use names::is_whole_name;

/// The longest line that is cut, in bytes: a longer one is text, and cutting takes the square of the length.
const LONGEST: usize = 4_000;
/// The longest telephone number, in characters.
const LONGEST_NUMBER: usize = 24;

/// The pieces of a line, and the separators between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cut {
    pub pieces: Vec<Rich>,
    pub separators: Vec<Rich>,
}

/// Cuts a line at `|`, `·`, `•`, ` / `, tabs and wide blanks, and before keys: `电话：138 邮箱：a@b.cn`.
/// A line of code spans is cut between them.
pub(super) fn contacts(line: &Rich) -> Cut {
    if let Some(cut) = code_spans(line).or_else(|| keyed_code_spans(line)) {
        return cut;
    }
    let text = line.masked();
    // The pieces of a text that is not the source's own bytes have no places of their own.
    let foreign = line.runs().any(|run| !run.is_verbatim() && run.text.chars().count() > 4);
    if foreign || text.len() > LONGEST || is_whole_name(&text) {
        return Cut { pieces: vec![line.clone()], separators: Vec::new() };
    }
    if let Some(cut) = boxes::parts(line, &text) {
        return cut;
    }
    let (mut pieces, mut separators) = (Vec::new(), Vec::new());
    if let Some(parts) = commas::parts(&text) {
        let mut cut = Cut::default();
        cut.separators.extend(parts.windows(2).map(|pair| line.slice(pair[0].end..pair[1].start)));
        parts.into_iter().for_each(|part| before_keys(&text, part, line, &mut cut));
        return cut;
    }
    let (mut start, mut at) = (0, 0);
    let links = links::ranges(line);
    while let Some(c) = text[at..].chars().next() {
        // One link is one contact.
        let nth = links.partition_point(|link| link.end <= at);
        if let Some(link) = links.get(nth).filter(|link| link.start < at) {
            at = link.end;
            continue;
        }
        // Most characters separate nothing.
        if c.is_ascii_alphanumeric() || ('\u{4E00}'..='\u{9FFF}').contains(&c) {
            at += c.len_utf8();
            continue;
        }
        let icon = at > start && begins_with_icon(&text[start..at], &text[at..]);
        // `a@example.com @handle`
        let handle =
            c.is_whitespace() && text[at..].trim_start().starts_with('@') && text[start..at].contains('@');
        if icon || handle {
            pieces.push(start..at);
            start = at;
        }
        // `[GitHub](…) — a@example.com — [a.example](…) — Sampleton`: a link behind which the mark of the row stands.
        let in_row = |len: usize| {
            let linked =
                nth.checked_sub(1).is_some_and(|last| links[last].start >= start && links[last].end <= at);
            let same = |range: &Range<usize>| text[range.clone()].trim() == text[at..at + len].trim();
            linked
                && text[at..at + len].trim().chars().all(|c| matches!(c, '–' | '—' | '-'))
                && !text[at..at + len].trim().is_empty()
                && text[start..links[nth - 1].start].trim().is_empty()
                && separators.last().is_some_and(same)
        };
        match separator(&text[at..]).filter(|len| parts(&text[start..at], &text[at..], *len) || in_row(*len))
        {
            Some(len) => {
                pieces.push(start..at);
                separators.push(at..at + len);
                at += len;
                start = at;
            }
            // A mark that separates nothing takes the blanks around it along.
            None => {
                let mark = separator(&text[at..]).filter(|len| !text[at..at + len].trim().is_empty());
                at += mark.unwrap_or(c.len_utf8());
            }
        }
    }
    pieces.push(start..text.len());
    join_flags(&text, &mut pieces, &mut separators);
    names::join(&text, &mut pieces, &mut separators);
    let mut cut = Cut::default();
    for piece in pieces {
        before_keys(&text, piece, line, &mut cut);
    }
    cut.separators.extend(separators.into_iter().map(|range| line.slice(range)));
    cut
}

/// Joins a flag to the place before it: `Testville, TX - 🇧🇷`.
fn join_flags(text: &str, pieces: &mut Vec<Range<usize>>, separators: &mut Vec<Range<usize>>) {
    let blank = |range: &Range<usize>| text[range.clone()].trim().is_empty();
    let flag = |range: &Range<usize>| !blank(range) && text[range.clone()].trim().chars().all(is_flag);
    for at in (1..pieces.len()).rev() {
        if flag(&pieces[at]) && !blank(&pieces[at - 1]) {
            let (from, to) = (pieces[at - 1].end, pieces[at].start);
            separators.retain(|separator| separator.start < from || separator.end > to);
            pieces[at - 1].end = pieces[at].end;
            pieces.remove(at);
        }
    }
}

/// Adds a piece, cut once more before each known key in it.
fn before_keys(text: &str, piece: Range<usize>, line: &Rich, cut: &mut Cut) {
    let body = &text[piece.clone()];
    let mut start = piece.start;
    // A key needs something before it, and a colon somewhere behind; an address a number before it.
    let keys = body.matches(['：', ':']).count() > 1;
    if keys || body.contains('@') {
        let mut parted = false;
        for (at, c) in body.char_indices() {
            let parting = c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '、');
            let here = piece.start + at;
            if !parted || parting {
                parted = parting;
                continue;
            }
            parted = false;
            let key = key::at_start(&body[at..], key::GRID_KEY);
            let known = keys && key.is_some_and(|key| !KeyKind::of_key(&body[at..at + key.len]).is_empty());
            if here > start && (known || is_another_contact(&text[start..here], &body[at..])) {
                add(text, start..here, line, cut);
                start = here;
            }
        }
    }
    add(text, start..piece.end, line, cut);
}

/// `138-0000-0000; a@example.com`: an address behind a number, or a number behind an address, and nothing else between.
fn is_another_contact(before: &str, from: &str) -> bool {
    let comma = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '、');
    let last = before.trim_end_matches(comma).rsplit(comma).next().unwrap_or_default();
    let last = last.rsplit(['：', ':']).next().unwrap_or_default();
    let next = from.split(comma).next().unwrap_or_default();
    let digits = |word: &str| {
        word.bytes().filter(u8::is_ascii_digit).count() >= 6
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | ')' | '.'))
    };
    is_email(next) && (digits(last) || ends_in_number(before.trim_end_matches(comma)))
        || is_email(last) && (digits(next) || link::phone(from).is_some())
}

/// Returns whether a text ends in a telephone number, of one word or of several: `+1 555 010 0142`.
fn ends_in_number(text: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | ')' | '.' | ' ');
    let figures = text.chars().rev().take(LONGEST_NUMBER).take_while(|&c| figure(c)).count();
    let number = text[text.len() - figures..].trim_start();
    link::phone(number).is_some_and(|(range, _)| range.end == number.len())
}

/// Adds a piece without the blanks and commas at its ends.
fn add(text: &str, piece: Range<usize>, line: &Rich, cut: &mut Cut) {
    let body = &text[piece.clone()];
    let comma = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '、');
    let kept = if piece.end == text.len() { body.trim_end() } else { body.trim_end_matches(comma) };
    let begin = kept.len() - kept.trim_start().len();
    if begin == kept.len() {
        if !body.trim().is_empty() {
            cut.separators.push(line.slice(piece));
        }
        return;
    }
    let end = piece.start + kept.len();
    if end < piece.end && !text[end..piece.end].trim().is_empty() {
        cut.separators.push(line.slice(end..piece.end));
    }
    between_links(line.slice(piece.start + begin..end), cut);
}

fn separator(text: &str) -> Option<usize> {
    let blanks = text.len() - text.trim_start().len();
    let rest = &text[blanks..];
    let mark = rest.chars().next()?;
    // A hard line break of pandoc, with no line after it.
    if mark == '\\' && rest.len() == 1 {
        return Some(text.len());
    }
    let tight = is_bar(mark) || matches!(mark, '•' | '∙' | '‧');
    let behind_mark = rest.trim_start_matches(mark);
    let loose = blanks > 0
        && (matches!(mark, '·' | '/' | '⋅' | '●' | '-' | '–' | '—') || is_diamond(mark))
        && (behind_mark.starts_with(char::is_whitespace) || behind_mark.is_empty());
    // `[Blog](…)· [News](…)`
    let behind = blanks == 0 && mark == '·' && rest[mark.len_utf8()..].starts_with(' ');
    if tight || loose || behind {
        let body = rest.trim_start_matches(mark);
        return Some(text.len() - body.trim_start().len());
    }
    is_wide_blank(&text[..blanks]).then_some(blanks)
}

/// Returns whether a sign separates parts of a line and is part of no word.
pub(super) fn is_diamond(mark: char) -> bool {
    matches!(mark, '◆' | '⋄' | '♦' | '⬥' | '❖' | '⬩' | '◇' | '✦' | '▪')
}

/// Tabs, em and ideographic spaces, line ends, or two blanks and more.
fn is_wide_blank(blanks: &str) -> bool {
    blanks.chars().count() > 1 || blanks.contains(['\t', '\u{3000}', '\u{2003}', '\u{2002}', '\n'])
}

/// Returns whether an emoji begins another piece: `📧 a@example.com 📍 上海`.
fn begins_with_icon(before: &str, from: &str) -> bool {
    if from.starts_with(icon::is_icon) {
        // `Code: <icon> address`: the icon belongs to the value.
        return !before.trim().is_empty() && !before.trim_end().ends_with([':', '：']);
    }
    // `Languages: 🇫🇷 FR 🇬🇧 EN`: flags in a row are one value. The text before is only examined where a flag begins: a
    // line may be long.
    let row = || before.chars().any(is_flag) || key::at_start(before.trim_start(), key::GRID_KEY).is_some();
    if from.starts_with(is_flag) && row() {
        return false;
    }
    let emoji = from.starts_with(is_emoji) && !from.starts_with(['\u{FE0F}', '\u{200D}']);
    emoji
        && before.ends_with(char::is_whitespace)
        && !before.trim().is_empty()
        && !before.trim().chars().all(is_emoji)
}

/// Returns whether a separator divides two pieces: blanks inside a padded key (`姓  名：`), before its colon and
/// after it do not.
fn parts(before: &str, from: &str, len: usize) -> bool {
    let mark = from[..len].trim();
    if !mark.is_empty() {
        return mark_parts(mark, before.trim(), separator_free(from[len..].trim_start()));
    }
    let (before, after) = (before.trim(), &from[len..]);
    if before.is_empty() || after.starts_with([':', '：']) {
        return false;
    }
    if before.ends_with([':', '：']) {
        // A key without a value before the next key: `电话：   邮箱：a@b.cn`.
        return key::at_start(after, key::GRID_KEY)
            .is_some_and(|key| !KeyKind::of_key(&after[..key.len]).is_empty());
    }
    if len == 2 && is_running(before) && !link::is_contact(after) {
        return false;
    }
    // What stands before a padding is one or two characters of the key alone.
    let tail =
        before.rsplit([' ', '\t', '\u{3000}', '\u{A0}', '\u{2003}', '\u{2002}']).next().unwrap_or(before);
    let padded = |text: &str| (1..=2).contains(&text.chars().count()) && text.chars().all(is_han);
    if !padded(tail) {
        return true;
    }
    let colon = after.char_indices().take(8).find(|(_, c)| matches!(c, '：' | ':'));
    let rest = colon.map(|(at, _)| &after[..at]);
    !rest.is_some_and(|rest| {
        let letters: Vec<char> = rest.chars().filter(|c| !c.is_whitespace()).collect();
        (1..=3).contains(&letters.len()) && letters.into_iter().all(is_han)
    })
}

/// `Researcher at the University of  Sampleton`: words that run on behind two blanks part nothing.
fn is_running(before: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    before.split(' ').count() >= 4
        && (1..=4).contains(&last.chars().count())
        && last.chars().all(|c| c.is_lowercase())
        && !before.contains(['@', '|'])
}

/// Returns the text up to the next separator.
fn separator_free(text: &str) -> &str {
    let end = text.char_indices().map(|(at, _)| at).find(|at| separator(&text[*at..]).is_some());
    text[..end.unwrap_or(text.len())].trim()
}

/// Returns whether a text is a known key, with or without a colon, and nothing else.
pub(super) fn is_bare_key(text: &Rich) -> bool {
    // `[Email](mailto:…)` is the address itself.
    if text.runs().any(|run| run.link.is_some()) {
        return false;
    }
    let text = text.text();
    let word = text.trim().trim_end_matches([':', '：']).trim();
    // `$address` is a gap that a template would have filled.
    word.chars().count() <= 16 && !word.starts_with('$') && !KeyKind::of_key(word).is_empty()
}

/// Returns whether a text is the key of a name.
pub(super) fn is_name_key(text: &Rich) -> bool {
    let text = text.text();
    KeyKind::of_key(text.trim().trim_end_matches([':', '：']).trim()).first() == Some(&KeyKind::Name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Span};

    fn cut(text: &str) -> Vec<String> {
        let rich = Rich::plain(text, Span::new(FileId::RESUME, 0..text.len()));
        contacts(&rich).pieces.iter().map(|piece| piece.text().into_owned()).collect()
    }

    #[test]
    fn lines_are_cut_where_their_author_parted_them() {
        for (text, want) in [
            ("138-0000-0000 | a@example.com", &["138-0000-0000", "a@example.com"][..]),
            ("姓  名：张三", &["姓  名：张三"]),
            ("邮    箱\t：a@example.com", &["邮    箱\t：a@example.com"]),
            ("籍　贯：浙江　民　族：汉", &["籍　贯：浙江", "民　族：汉"]),
            ("姓名：张三 性别：男 电话：138-0000-0000", &["姓名：张三", "性别：男", "电话：138-0000-0000"]),
            ("电话：138，邮箱：a@example.com", &["电话：138", "邮箱：a@example.com"]),
            ("Phone:  555-010-0100", &["Phone:  555-010-0100"]),
            ("email: a@example.com phone: 555-010-0100", &["email: a@example.com", "phone: 555-010-0100"]),
            ("杭州 · 34 岁 / 男", &["杭州", "34 岁", "男"]),
            ("求职意向：后端、前端", &["求职意向：后端、前端"]),
            ("希望地点：杭州 / 上海", &["希望地点：杭州 / 上海"]),
            ("电话：555-010-0100 / a@example.com", &["电话：555-010-0100", "a@example.com"]),
            ("Languages: 🇫🇷 FR 🇬🇧 EN", &["Languages: 🇫🇷 FR 🇬🇧 EN"]),
            ("[ a@example.com ] - [ 555-010-0100 ]", &["a@example.com", "555-010-0100"]),
            ("[ a@example.com ] . [ 555 BAKERY ]", &["a@example.com", "555 BAKERY"]),
            ("[Phone] | [Email]", &["[Phone]", "[Email]"]),
            (
                "a@example.com, 555-010-0100, Sampleton, Utopia",
                &["a@example.com", "555-010-0100", "Sampleton, Utopia"],
            ),
            (
                "Phones: 555-010-0100, 555-010-0101, 555-010-0102",
                &["Phones: 555-010-0100, 555-010-0101, 555-010-0102"],
            ),
            ("a@example.com, +1 555-010-0142", &["a@example.com", "+1 555-010-0142"]),
            ("+1 (555) 010-0142, a@example.com", &["+1 (555) 010-0142", "a@example.com"]),
            ("a@example.com +49 30 0000 0000", &["a@example.com", "+49 30 0000 0000"]),
            ("联系方式：13800000000; a@example.com", &["联系方式：13800000000", "a@example.com"]),
            ("邮箱：a@example.com 13800000000", &["邮箱：a@example.com", "13800000000"]),
            ("QQ: 1234567 a@example.com", &["QQ: 1234567", "a@example.com"]),
            ("Researcher at the University of  Sampleton", &["Researcher at the University of  Sampleton"]),
            ("📧 a@example.com 📍 上海", &["📧 a@example.com", "📍 上海"]),
            ("📍 Sampletown - Utopia · a@example.com", &["📍 Sampletown - Utopia", "a@example.com"]),
            ("上海 / 北京 / 杭州", &["上海 / 北京 / 杭州"]),
            ("555-010-0100 -- a@example.com -- ", &["555-010-0100", "a@example.com"]),
            ("Testville ♦ 555-010-0100 ❖ a@example.com", &["Testville", "555-010-0100", "a@example.com"]),
            ("a@example.com ⬥ 555-010-0100 ▪ male", &["a@example.com", "555-010-0100", "male"]),
            ("意向：出纳｜会计", &["意向：出纳｜会计"]),
            ("求职意向：出纳 | 电话：555-010-0100", &["求职意向：出纳", "电话：555-010-0100"]),
            ("性别：男｜杭州", &["性别：男", "杭州"]),
            ("毕业院校：样本大学  |  会计学  |  本科", &["毕业院校：样本大学  |  会计学  |  本科"]),
            ("学校：样本大学 | 会计学 | 女", &["学校：样本大学 | 会计学", "女"]),
            ("Nationality: German | Swiss", &["Nationality: German | Swiss"]),
            (
                "Nationality: German | Swiss | Tel: 555-010-0100",
                &["Nationality: German | Swiss", "Tel: 555-010-0100"],
            ),
            (
                "出生年月：1998.05 | 2年经验 | a@example.com",
                &["出生年月：1998.05", "2年经验", "a@example.com"],
            ),
            ("男 | 1998 | 本科", &["男", "1998", "本科"]),
            ("氏名：例示　花子（れいじ　はなこ）", &["氏名：例示　花子（れいじ　はなこ）"]),
            ("ふりがな: れいじ　はなこ", &["ふりがな: れいじ　はなこ"]),
            ("姓名：张三　男", &["姓名：张三", "男"]),
        ] {
            assert_eq!(cut(text), want, "{text}");
        }
    }
}
