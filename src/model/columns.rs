//! Columns of a table in which nothing stands, and tables whose first row is no head.

use std::collections::BTreeSet;

use super::date;
use super::kinds::fold;
use super::rich::Rich;

/// What stands over a column of links; what they link to has its name from the words.
const LINK: [&str; 18] = [
    "link",
    "links",
    "url",
    "website",
    "web",
    "site",
    "homepage",
    "webseite",
    "lien",
    "enlace",
    "sitio",
    "strona",
    "ссылка",
    "сайт",
    "链接",
    "网址",
    "リンク",
    "링크",
];

/// The columns of a table that are left.
pub(super) struct Filled {
    /// Which they were.
    pub left: Vec<usize>,
    /// What stood over columns of links and gave way.
    pub words: Vec<Rich>,
}

/// Drops columns in which no row has anything: those without a head, and those beside a column of links, which takes their
/// head (`| School | Link |` over a logo that the file does not have).
pub(super) fn fill(head: &mut Vec<Rich>, rows: &mut [Vec<Rich>], pictured: &BTreeSet<usize>) -> Filled {
    let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let mut filled: Vec<bool> = (0..width).map(|at| pictured.contains(&at)).collect();
    for row in rows.iter() {
        row.iter().zip(&mut filled).for_each(|(cell, filled)| *filled |= !cell.is_blank());
    }
    let (mut left, mut words) = (Vec::new(), Vec::new());
    if width < 3 || rows.is_empty() {
        return Filled { left: (0..width).collect(), words };
    }
    for at in 0..width {
        let named = head.get(at).is_some_and(|cell| !cell.is_blank());
        let beside = head.get(at + 1).filter(|_| filled.get(at + 1) == Some(&true));
        let link = |cell: &Rich| cell.is_blank() || LINK.contains(&fold(&cell.text()).as_str());
        match (filled[at], named, beside.is_some_and(link)) {
            (false, true, true) => {
                head.swap(at, at + 1);
                words.extend(head.get_mut(at).map(std::mem::take));
            }
            (false, false, _) => {}
            _ => left.push(at),
        }
    }
    if left.len() < width && !left.is_empty() {
        keep(head, &left);
        rows.iter_mut().for_each(|row| keep(row, &left));
    }
    Filled { left, words }
}

/// Leaves some of the cells of a row.
fn keep(row: &mut Vec<Rich>, left: &[usize]) {
    let mut at = 0..row.len();
    row.retain(|_| at.next().is_some_and(|at| left.binary_search(&at).is_ok()));
}

/// Returns whether the head of a table is a row as the others are, since Markdown has no table without a head: a date stands
/// in it, and one in each cell below that.
pub(super) fn is_headless(head: &[Rich], rows: &[Vec<Rich>]) -> bool {
    let is_date = |cell: &Rich| date::parse(&cell.text()).is_some();
    let dated = |at: usize| rows.iter().all(|row| row.get(at).is_some_and(is_date));
    !rows.is_empty() && head.iter().enumerate().any(|(at, cell)| is_date(cell) && dated(at))
}
