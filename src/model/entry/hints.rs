//! What the words of a title say of its entry, or of the one above: a job or a school, a project, a post.

use super::opening::is_short;
use super::pairs::is_pair;
use super::posts::is_of_a_person;
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Entry, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::split::{self, Dated};
use crate::model::words;

/// Returns the kind of an entry among jobs and schools, `## 教育/工作经历`, by its words.
pub(super) fn kind_by_words(title: &str, kind: SectionKind) -> SectionKind {
    let school = words::is_school(title) || words::is_degree(title);
    let job = words::is_company(title) || words::is_job(title);
    match (kind, school, job) {
        (SectionKind::Education, false, true) => SectionKind::Work,
        (SectionKind::Work, true, false) => SectionKind::Education,
        _ => kind,
    }
}

/// Returns whether a slash between blanks separates a date from the rest of its line.
pub(super) fn by_slash(line: &Rich, dated: &Dated) -> bool {
    let text = line.text();
    text[dated.outer.end..].trim_start().starts_with("/ ")
        || text[..dated.outer.start].trim_end().ends_with(" /")
}

/// `### 2021 Baker at Sample Inn`, `### 2021: Baker`: among jobs and studies the year before a title dates it.
pub(super) fn begins_with_year(title: &Rich, kind: SectionKind) -> bool {
    let text = title.text();
    let told = is_employment(kind) || kind == SectionKind::Education;
    let Some(dated) = split::at_an_end(title).filter(|dated| told && dated.outer.start == 0) else {
        return false;
    };
    // `bis 2000 Realschule`
    let year = text[..dated.outer.end].split_whitespace().next_back().unwrap_or_default();
    let year = year.len() == 4 && year.parse::<u16>().is_ok_and(|year| (1950..2040).contains(&year));
    let named = text.get(dated.outer.end..).is_some_and(|rest| {
        let words = rest.trim_start_matches([' ', ':', '：']);
        words.len() < rest.len() && words.starts_with(char::is_alphabetic)
    });
    year && named && !dated.found.is_range()
}

/// `项目一：示例平台` below an employer is by its own words no post.
pub(super) fn is_of_project(title: &str) -> bool {
    ["项目", "項目", "专案", "專案", "プロジェクト", "Project"]
        .iter()
        .any(|word| title.trim_start().starts_with(word))
}

/// `### 2020 – today: Sample Co.` over `#### Engineer` alone: the heading below is the post there; below a school
/// the degree.
pub(in crate::model) fn post_below_entry(entry: &mut Entry, title: &Rich) -> bool {
    let text = title.text();
    let named = entry.part(PartRole::Organization).is_some_and(|house| !words::is_job(&house.text()));
    let (told, role) = match entry.section {
        SectionKind::Education => (words::is_degree(&text) && !words::is_school(&text), PartRole::Degree),
        kind => (
            is_employment(kind) && words::is_job(&text) && is_of_a_person(&text) && !words::is_company(&text),
            PartRole::Role,
        ),
    };
    let bare =
        entry.body.is_empty() && entry.depth == 0 && entry.dates.is_some() && entry.part(role).is_none();
    let taken = named && told && bare && is_short(title) && !split::has_date(title) && !is_pair(title);
    if taken {
        entry.parts.push(Part { role, text: title.clone() });
    }
    taken
}

/// Takes the role of a post from a part of an employer's line, if the posts are below it.
pub(in crate::model) fn leave_post_to_those_below(entry: &mut Entry) {
    for part in entry.parts.iter_mut().filter(|part| part.role == PartRole::Role) {
        let place = words::is_place(&part.text.text());
        part.role = if place { PartRole::Place } else { PartRole::Other };
    }
}

/// `### Sample LLC | Testville` over `#### Baker: 2016 – 2018`: a part in the place of a post is none, since the post
/// below has dates of its own.
pub(in crate::model) fn leave_post_to_headings_below(entry: &mut Entry, below: &Entry) {
    let job = |text: &Rich| words::is_job(&text.text());
    let post = below.dates.is_some() && below.parts.first().is_some_and(|part| job(&part.text));
    let free = is_employment(entry.section) && entry.dates.is_none();
    let taken = entry.parts.iter_mut().find(|part| part.role == PartRole::Role);
    if let Some(part) = taken.filter(|part| post && free && !job(&part.text)) {
        part.role = PartRole::Other;
    }
}

/// `1. 2006-07 ~ 2008-04，某公司`: returns the length of the number before a range.
pub(super) fn number_before_date(title: &str) -> Option<usize> {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let rest = title[digits..].strip_prefix(['.', ')']).filter(|_| (1..=2).contains(&digits))?;
    let behind = rest.trim_start();
    let dated = date::find_all(behind).into_iter().next().is_some_and(|found| found.range.start == 0);
    (rest.len() > behind.len() && dated).then_some(title.len() - rest.len())
}

/// Returns whether a title only announces when something was, and as what: `3.1.1 职位与时间`, `Role and dates`.
pub(in crate::model) fn announces_dates(title: &Rich) -> bool {
    let text = title.text();
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | ' '));
    let words = words.replace(" and ", "、").replace(" und ", "、");
    let mut dated = false;
    let known =
        words.trim_end_matches([':', '：']).split(['与', '和', '及', '、', '/', '&', '，']).all(|word| {
            let kind = EntryKey::of_key(word.trim());
            dated |= kind == Some(EntryKey::Date);
            kind.is_some()
        });
    known && dated
}
