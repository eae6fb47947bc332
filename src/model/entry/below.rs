//! What the line below a title names: a post, an employer, a place.

use std::ops::Range;

use super::posts::is_of_a_person;
use crate::model::build::is_employment;
use crate::model::flow::Line;
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, Part, PartRole};
use crate::model::rich::{Marks, Rich};
use crate::model::split::{self, Style};
use crate::model::words;
use crate::source::chars::{half_ems, is_bar};

/// The longest cell of a line under a title, in half ems.
const CELL: usize = 40;

/// Returns whether a bold line, the only one below a plain line with its dates, names where that was: `2021 Bread course` over
/// `**Example House**`.
pub(super) fn is_bold_house(title: &Rich, below: &[Line], kind: SectionKind) -> bool {
    let [line] = below else { return false };
    let text = line.text.text();
    let plain = title.runs().all(|run| !run.marks.strong);
    let told = ends_like_text(&text) || text.ends_with('.') || key::at_start(&text, key::GRID_KEY).is_some();
    kind == SectionKind::Education
        && plain
        && line.text.all(|marks| marks.strong)
        && text.chars().map(half_ems).sum::<usize>() <= 2 * CELL
        && !told
        && !split::has_date(&line.text)
        && !words::is_degree(&text)
}

/// Names the house of a course, which stood in its place.
pub(super) fn name_house(entry: &mut Entry, mut house: Rich) {
    house.dress(|marks| marks.strong = false);
    if let Some(course) = entry.parts.iter_mut().find(|part| part.role == PartRole::Organization) {
        let degree = words::is_degree(&course.text.text());
        course.role = if degree { PartRole::Degree } else { PartRole::Title };
    }
    let part = Part { role: PartRole::Organization, text: house };
    entry.parts.insert(1.min(entry.parts.len()), part);
}

/// Returns whether a line under a title names role, place or dates: `*Role* | Place`.
pub(super) fn names_a_role(line: &Rich, text: &str, entry: &Entry) -> bool {
    if ends_like_text(text) {
        return false;
    }
    let emphasis = |marks: &Marks| marks.emphasis && !marks.code;
    // `*Rust • TypeScript • Sales*` lists tools, `*"Rolls for all."*` is a slogan.
    if line.all(emphasis) && (is_enumeration(text) || text.trim_start().starts_with(['"', '“', '«', '„']))
    {
        return false;
    }
    if line.all(emphasis) {
        // `*Thesis: On rocks*` is a line of its own.
        let keyed = key::at_start(text, key::GRID_KEY).is_some() && !words::is_grade(text);
        return !keyed && !text.trim_end().ends_with('.') && !text.starts_with(['-', '–', '•']);
    }
    let dated = split::dated(text);
    let cut = split::line(&line.masked(), dated.as_ref(), Style::Bars);
    let Some(first) = cut.pieces.first().map(|first| line.slice(first.clone()).trim()) else { return false };
    let parted = cut.pieces.len() + usize::from(dated.is_some()) > 1;
    let job = |piece: &Range<usize>| words::is_job(text[piece.clone()].trim());
    // `**研发部 | 后台开发**`, `**店员**` under an employer and its dates.
    let free = is_employment(entry.section) && entry.dates.is_some() && entry.part(PartRole::Role).is_none();
    // `**在庫管理システム開発**` alone is the work done there.
    let told = cut.pieces.len() > 1 || is_of_a_person(text);
    if free && told && line.all(|marks| marks.strong) && cut.pieces.len() <= 3 && cut.pieces.iter().any(job) {
        return true;
    }
    if is_barred(line, &cut, entry) {
        return true;
    }
    // `**后端开发工程师** | 基础架构组` below an employer and its dates.
    let posted =
        cut.pieces.first().is_some_and(|first| job(first) && is_of_a_person(text[first.clone()].trim()));
    let cells = (2..=3).contains(&cut.pieces.len())
        && text.contains(is_bar)
        && cut.pieces.iter().all(|piece| text[piece.clone()].chars().map(half_ems).sum::<usize>() <= CELL);
    if free && posted && cells && first.all(|marks| marks.strong) {
        return true;
    }
    let says = (dated.is_some() && entry.dates.is_none())
        || cut.pieces.iter().any(|piece| words::is_place(text[piece.clone()].trim()));
    parted && (first.all(emphasis) || (first.all(|marks| marks.strong) && says))
}

/// `**某某数字 | 云平台 | 图像行业**` under a title with its dates: bold cells, none of them running text.
fn is_barred(line: &Rich, cut: &split::Cut, entry: &Entry) -> bool {
    let text = line.text();
    let open = entry.part(PartRole::Role).is_none() || entry.part(PartRole::Organization).is_none();
    let cells = (2..=4).contains(&cut.pieces.len()) && text.contains(is_bar);
    let short = |piece: &Range<usize>| text[piece.clone()].chars().map(half_ems).sum::<usize>() <= CELL;
    is_employment(entry.section)
        && entry.dates.is_some()
        && open
        && cells
        && line.all(|marks| marks.strong)
        && cut.pieces.iter().all(short)
}

/// Returns whether a line between a title and its date names employer, school, role or place.
pub(super) fn names_the_employer(line: &Rich, entry: &Entry, dates_next: bool) -> bool {
    let text = line.text();
    let marked = line.all(|marks| marks.strong || marks.emphasis);
    let named =
        words::is_company(&text) || words::is_school(&text) || words::is_job(&text) || words::is_place(&text);
    let sure = is_employment(entry.section) || entry.section == SectionKind::Education;
    let most = if dates_next { 80 } else { 48 };
    !ends_like_text(&text) && (marked || named || (sure && text.chars().map(half_ems).sum::<usize>() <= most))
}

/// Returns whether a line below a title is a place, and nothing else: `Testville, TX`.
pub(super) fn is_town_below(text: &str, entry: &Entry) -> bool {
    let told = entry.section == SectionKind::Education || is_employment(entry.section);
    told && entry.part(PartRole::Place).is_none() && !text.trim_end().ends_with('.') && words::is_place(text)
}

/// `**Engineer** 1999`, `**Baker**, *2003*`: a post in bold, and behind it a single date that is not.
pub(super) fn is_post_and_year(line: &Rich) -> bool {
    let text = line.text();
    let Some(dated) = split::dated_line(line) else { return false };
    let post = text[..dated.outer.start].trim_end_matches([' ', ',', '-', '–', '|']);
    dated.outer.end == text.trim_end().len()
        && words::is_job(post)
        && line.slice(0..post.len()).all(|marks| marks.strong)
        && !line.slice(dated.found.range).all(|marks| marks.strong)
}

/// Returns whether a line begins with a key; `Sample University Libraries: Oven Unit` names a house and its part.
pub(super) fn is_keyed(text: &str) -> bool {
    key::at_start(text, key::GRID_KEY).is_some_and(|key| {
        let name = text[..key.len].trim_end_matches([':', '：']).trim();
        !words::is_company(name) && !words::is_school(name)
    })
}

/// Returns whether a line ends as running text does.
pub(super) fn ends_like_text(text: &str) -> bool {
    text.trim_end().ends_with(['。', '；', '：', '，', ':', ';'])
}

/// Returns whether a line has three or more parts, none of which is a post, an employer or a place.
pub(super) fn is_enumeration(text: &str) -> bool {
    let parts = || text.split(['•', '·', '|']).map(str::trim).filter(|part| !part.is_empty());
    let named = |part: &str| {
        words::is_job(part) || words::is_company(part) || words::is_school(part) || words::is_place(part)
    };
    parts().count() >= 3 && !parts().any(named) && split::dated(text).is_none()
}
