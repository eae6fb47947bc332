//! The strongest mark of a line decides: where its author set bars, a dash belongs to the words next to it.

use std::ops::Range;

use crate::model::rich::Rich;
use crate::model::split::{self, Dated, Style};
use crate::model::words;
use crate::source::chars::is_bar;

/// Returns whether the bars of a line divide it, and its dashes do not: `Loaf finder — Table of loaves | Baker | 2020`.
/// A dash does before a place, and next to a school or a post, if no other cell is one.
pub(super) fn parts(text: &str, dated: Option<&Dated>) -> bool {
    if !text.contains(is_bar) {
        return false;
    }
    let cells = split::line(text, dated, Style::Bars).pieces;
    let dashed = |cell: &str| split::line(cell, None, Style::Dashes).pieces.len() > 1;
    let cells: Vec<&str> = cells.into_iter().map(|cell| &text[cell]).collect();
    let told = cells.iter().any(|cell| {
        let pieces = split::line(cell, None, Style::Dashes).pieces;
        let pieces: Vec<&str> = pieces.into_iter().map(|piece| &cell[piece]).collect();
        let jobs = pieces.iter().filter(|piece| words::is_job(piece)).count();
        let others = cells.iter().any(|other| other != cell && words::is_job(other));
        let schools = pieces.iter().filter(|piece| words::is_school(piece)).count();
        let schooled = cells.iter().any(|other| other != cell && words::is_school(other));
        let place = pieces.iter().skip(1).any(|piece| words::is_place(piece));
        pieces.len() > 1 && (place || jobs == 1 && !others || schools == 1 && !schooled)
    });
    cells.len() > 1 && cells.iter().any(|cell| dashed(cell)) && !told
}

/// `Supervisor - IT Quality Assurance` below an employer: a post and its field, with no other separator.
pub(super) fn is_post_and_field(text: &str, dated: Option<&Dated>) -> bool {
    let cells = split::line(text, dated, Style::Bars).pieces;
    let [cell] = cells.as_slice() else { return false };
    let cell = &text[cell.clone()];
    let pieces = split::line(cell, None, Style::Dashes).pieces;
    let [post, field] = pieces.as_slice() else { return false };
    let (post, field) = (&cell[post.clone()], &cell[field.clone()]);
    let house = words::is_company(field) || words::is_school(field) || words::is_place(field);
    words::is_job(post) && !words::is_job(field) && !house && !words::is_employment_kind(field)
}

/// `BA, Towns | Maps - [Example University](…)`: where the dash stands that parts the link at the end of a line from what
/// has a bar of its own.
pub(super) fn linked_house(title: &Rich) -> Option<Range<usize>> {
    let text = title.text();
    let mut runs: Vec<_> = title.runs().filter(|run| !run.text.trim().is_empty()).collect();
    let name = runs.pop().filter(|run| run.link.is_some())?;
    let before = text.trim_end().strip_suffix(name.text.trim())?;
    let own = before.trim_end().strip_suffix(['-', '–', '—'])?;
    let words = own.trim_end();
    let parted = words.contains(" | ") && words.len() < own.len() && before.ends_with(char::is_whitespace);
    (parted && runs.iter().all(|run| run.link.is_none())).then_some(words.len()..before.len())
}
