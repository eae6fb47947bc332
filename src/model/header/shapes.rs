//! A short line at the top by its shape, if it is no headline: facts in a row, a school, a degree.

use super::lines::HeadLine;
use crate::model::build::Builder;
use crate::model::cut;
use crate::model::kinds::{KeyKind, SectionKind};
use crate::model::resume::{Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::{date, key, link, words};
use crate::source::chars::is_han;

/// The longest fact without a key, in characters.
const LONGEST: usize = 24;

/// Returns whether a line under the name is never the headline: 某某大学 alone, 本科, `28岁 | 男 | 本科`, the title of
/// a section.
pub(super) fn is_no_headline(text: &str) -> bool {
    !words::is_job(text)
        && (is_school_alone(text)
            || is_school_and_subject(text)
            || SectionKind::is_exact_title(text)
            || KeyKind::is_known(text.trim()) && text.contains(is_han)
            || text.contains(is_han) && words::is_fact(text)
            || words::is_age_or_sex(text)
            || facts_in_a_row(text))
}

/// 某某大学, `Sample University`: the name of a school and nothing else.
fn is_school_alone(text: &str) -> bool {
    const ENDS: [&str; 7] = ["大学", "大學", "学院", "學院", "学校", " university", " college"];
    let text = text.trim().to_lowercase();
    text.chars().count() <= LONGEST
        && !text.contains([',', '，', '|', '｜', '·', '/', '@'])
        && words::is_school(&text)
        && ENDS.iter().any(|end| text.ends_with(end))
}

/// `某大学某学院`, 会计专业, `Department of Bread, Sample University`: where somebody is or what they study, in a line without
/// a date.
pub(super) fn is_affiliation(text: &str) -> bool {
    const WIDE: [&str; 10] =
        ["专业", "專業", "学院", "學院", "大学", "大學", "系", "研究所", "实验室", "實驗室"];
    let text = text.trim();
    let wide = text.contains(is_han) && WIDE.iter().any(|end| text.ends_with(end));
    let short = text.chars().count() <= if text.contains(is_han) { LONGEST } else { 3 * LONGEST };
    short
        && !text.ends_with(['.', '。', '!', '！', ':', '：'])
        && !text.contains(['。', '；', '|', '｜', '@'])
        && (wide || words::is_school(text) || super::rest::is_part_of_school(text))
        && date::find_all(text).is_empty()
}

/// `某某大学 - 会计学`, `某大学 会计系 (2018 – 2022) 大四`: what someone studied, the school first.
pub(super) fn is_school_and_subject(text: &str) -> bool {
    let text = text.trim();
    let first =
        text.split([' ', '\u{3000}', '-', '–', '—', '|', '｜', '·', '/', '，']).next().unwrap_or_default();
    let dated = date::find_all(text).iter().any(date::Found::is_range);
    first.len() < text.len()
        && text.contains(is_han)
        && is_school_alone(first)
        && (dated && text.chars().count() <= 4 * LONGEST || text.chars().count() <= 2 * LONGEST)
        && !text.contains(['。', '；', '：', '@'])
        && !text.split([' ', '-', '–', '—', '|', '｜', '·', '/', '，']).any(words::is_job)
}

/// `某大学    会计学    在读`: a school and a subject, wide blanks between them.
pub(super) fn is_row_of_studies(line: &HeadLine) -> bool {
    let text = line.text.text();
    let apart = ["  ", "\t", "\u{3000}", "\u{2003}"].iter().any(|blank| text.trim().contains(blank));
    line.label.is_none() && line.cells.is_empty() && apart && is_school_and_subject(&text)
}

/// `28岁 | 男 | 本科 | 3年经验`: several parts, two of them facts of a person, none of them a post.
pub(super) fn facts_in_a_row(text: &str) -> bool {
    let parts =
        || text.split(['|', '｜', '/', '／', '·', '•', '\t']).map(str::trim).filter(|part| !part.is_empty());
    let short = text.chars().count() <= 80 && key::at_start(text, key::GRID_KEY).is_none();
    short
        && parts().filter(|part| words::is_fact(part)).count() >= 2
        && parts().all(|part| part.chars().count() <= LONGEST && !words::is_job(part))
}

/// Returns whether the lines of a list under a title of personal data are facts without keys: `- 张三`, `- 本科`, `- 某某大学`.
pub(super) fn are_facts(lines: &[HeadLine]) -> bool {
    let fact = |text: &str| {
        words::is_fact(text) || words::is_degree(text) || words::is_school(text) || words::is_person(text)
    };
    let said = |line: &HeadLine| {
        let text = line.text.text().into_owned();
        text.split(['/', '／', '|', '｜', '·']).any(|part| fact(part.trim()))
    };
    let short = |line: &HeadLine| {
        let text = line.text.text().into_owned();
        text.chars().count() <= 2 * LONGEST && !text.contains(['。', '；', '，'])
    };
    (1..=8).contains(&lines.len())
        && lines.iter().all(short)
        && lines.iter().filter(|line| said(line)).count() * 2 >= lines.len()
}

/// Returns whether a cell is as a whole the value of the key before it: `| 期望岗位 | 店员 / 客服 |`. Contacts are split.
pub(super) fn is_one_value(key: &Rich, value: &Rich) -> bool {
    let text = value.text();
    let contact = |kind: &KeyKind| matches!(kind, KeyKind::Contact(_));
    cut::is_bare_key(key) && are_numbers(&text)
        || cut::is_bare_key(key)
            && !cut::is_bare_key(value)
            && !KeyKind::of_key(&key.text()).iter().any(contact)
            && value.runs().all(|run| run.link.is_none())
            && !text.contains(['：', ':', '@'])
}

/// `600 000 000 / 900 000 000`: telephone numbers and their separators.
fn are_numbers(text: &str) -> bool {
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let mut parts = text.split(['/', '／', '、', ';']).peekable();
    text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–().（）/／、;".contains(c))
        && parts.all(|part| digits(part) >= 6)
}

/// Returns the length of the name before a sex or an age: `张三 男`, `李四 28岁`.
pub(super) fn name_before_sex(text: &str) -> Option<usize> {
    let (name, rest) = text.trim_end().split_once([' ', '\u{3000}'])?;
    let wide = name.chars().all(is_han) && words::may_be_person(name, 2) && name.chars().count() <= 4;
    (wide && words::is_fact(rest) && !words::is_degree(rest)).then_some(name.len())
}

impl Builder<'_> {
    /// Takes the key off `个人信息：张三 / 男 / 30岁`, which only heads the row.
    pub(super) fn without_group_key(&mut self, line: HeadLine) -> HeadLine {
        let text = line.text.text().into_owned();
        let Some(key) = key::at_start(&text, key::GRID_KEY).filter(|_| line.cells.is_empty()) else {
            return line;
        };
        let name = text[..key.len].trim_end_matches(['：', ':']).trim();
        let heads =
            SectionKind::of_title(name) == [SectionKind::Personal] && KeyKind::of_key(name).is_empty();
        if !heads || text[key.value..].split(['/', '|', '｜', '／']).count() < 2 {
            return line;
        }
        self.consume(&line.text.slice(0..key.value), "key over items that have their own");
        HeadLine { text: line.text.slice(key.value..text.len()), ..line }
    }

    /// Takes the brackets off `[电话：138-0000-0000]`, which surround a key and its value.
    pub(super) fn without_brackets(&mut self, line: HeadLine) -> HeadLine {
        let text = line.text.text().into_owned();
        let trimmed = text.trim();
        let inner = [('[', ']'), ('【', '】'), ('［', '］')]
            .iter()
            .find_map(|(open, close)| trimmed.strip_prefix(*open)?.strip_suffix(*close));
        let Some(inner) = inner.filter(|inner| !inner.contains(['[', ']', '【', '】', '［', '］']))
        else {
            return line;
        };
        if !line.cells.is_empty()
            || key::at_start(inner, key::GRID_KEY).is_none_or(|key| key.value >= inner.len())
        {
            return line;
        }
        let from = inner.as_ptr() as usize - text.as_ptr() as usize;
        let to = from + inner.len();
        self.consume(&line.text.slice(0..from), "bracket round a fact");
        self.consume(&line.text.slice(to..text.len()), "bracket round a fact");
        HeadLine { text: line.text.slice(from..to).trim(), ..line }
    }
}

impl Builder<'_> {
    /// `张三/男/1990`: the name, and facts as the author wrote them.
    pub(super) fn name_and_sex(&mut self, header: &mut Header, value: Rich) {
        let text = value.text();
        let Some((_, name)) = name_and_sex(&text) else { return };
        if header.name.is_some() {
            self.consume(&value.slice(0..name), "name, given above");
        } else {
            header.name = Some(value.slice(0..name).trim());
        }
        let rest = text[name..].trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '/' | '|' | '｜' | '／' | '，' | ',' | '；' | ';' | '、')
        });
        let from = text.len() - rest.len();
        self.consume(&value.slice(name..from), "separator");
        let fact = self.without_end(value.slice(from..text.len()).trim());
        if let Some(span) = fact.span() {
            header.facts.push(KeyValue { key: None, value: fact, span });
        }
    }

    /// Takes the brackets off `[ a@example.com ]` and `[ [GitHub](…) ]`, which surround one contact.
    pub(super) fn unboxed(&mut self, piece: Rich) -> Rich {
        let text = piece.text().into_owned();
        let Some(inner) = text.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            return piece;
        };
        let from = inner.as_ptr() as usize - text.as_ptr() as usize;
        let to = from + inner.len();
        let value = piece.slice(from..to).trim();
        // `[Phone]` is an empty field of a form.
        let contact = value.runs().any(|run| run.link.is_some())
            || link::is_contact(inner.trim())
            || words::is_place(inner.trim());
        if inner.contains(['[', ']']) || !contact || value.is_blank() {
            return piece;
        }
        self.consume(&piece.slice(0..from), "bracket round a contact");
        self.consume(&piece.slice(to..text.len()), "bracket round a contact");
        value
    }
}

/// Returns whether `张三/男/1990` repeats the known name; brackets and blanks make no difference.
pub(super) fn says_name_again(header: &Header, value: &Rich) -> bool {
    let text = value.text();
    let first = text.split(['/', '|', '｜', '／', '，', ',']).next().unwrap_or_default().trim();
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    header.name.as_ref().is_some_and(|name| !first.is_empty() && letters(first) == letters(&name.text()))
}

/// 本科/软件工程/某大学: a person's studies, in parts.
pub(super) fn is_of_studies(text: &str) -> bool {
    let parts = || text.split(['/', '／']).map(str::trim);
    parts().count() > 1 && parts().any(|part| words::is_degree(part) || words::is_school(part))
}

/// Returns the separator of `张三/男/1990`, and where the name ends.
pub(super) fn name_and_sex(text: &str) -> Option<(char, usize)> {
    let mark =
        text.chars().find(|c| matches!(c, '/' | '|' | '｜' | '／' | '，' | ',' | '；' | ';' | '、'))?;
    let mut parts = text.split(mark);
    let name = parts.next()?;
    // `欧阳示例(Ouyang Shili)`: what brackets add makes it no text.
    let bare = name.split(['(', '（']).next().unwrap_or_default();
    let letters = (2..=12).contains(&bare.trim().chars().count())
        && name.trim().chars().count() <= LONGEST
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '：' | ':'));
    let sex = parts.next().is_some_and(|part| {
        matches!(part.trim(), "男" | "女" | "男性" | "女性" | "Male" | "Female" | "male" | "female")
    });
    (letters && sex).then_some((mark, name.len()))
}
