//! Items that end like the parts of one sentence: `- 2010 – 2014，某大学，学士；` over `- 2014 – 2017，某大学，硕士。`

use super::{Opened, opening};
use crate::model::entry::Rank;
use crate::model::flow::{Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::rich::Rich;

/// The marks between the items of such a list.
const PARTING: [char; 2] = ['；', ';'];
/// The marks that may end its lines.
const MARKS: [char; 5] = ['；', ';', '。', '.', '，'];

/// Returns items without their final marks, with how each then opens an entry, and the marks; `None` if they are no
/// such list.
pub(super) fn without_marks<'a>(
    items: &[Opened<'a>],
    kind: SectionKind,
    rank: Rank<'_>,
) -> Option<(Vec<Opened<'a>>, Vec<Rich>)> {
    let (last, others) = items.split_last()?;
    let ends = |item: &Opened<'_>, marks: &[char]| {
        item.lines.last().is_some_and(|line| line.text.text().trim_end().ends_with(marks))
    };
    let listed = !others.is_empty() && others.iter().all(|item| ends(item, &PARTING));
    if !listed || ends(last, &['，']) {
        return None;
    }
    let mut marks = Vec::new();
    let bare = items.iter().map(|item| {
        // A line with such an end was complete.
        let mut lines: Vec<Line> = item.lines.iter().map(|line| without_mark(line, &mut marks)).collect();
        lines.iter_mut().skip(1).for_each(|line| line.joint = Joint::Hard);
        let opening = item.opening.or_else(|| opening(&lines, kind, rank));
        Opened { lines, opening, ..item.clone() }
    });
    let bare = bare.collect();
    Some((bare, marks))
}

fn without_mark(line: &Line, marks: &mut Vec<Rich>) -> Line {
    let text = line.text.text();
    let len = text.trim_end().trim_end_matches(MARKS).len();
    marks.push(line.text.slice(len..text.len()));
    Line { text: line.text.slice(0..len), ..line.clone() }
}
