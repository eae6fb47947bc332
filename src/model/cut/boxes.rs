//! Rows of contacts in brackets: `[ a@example.com ] . [ 555 010 0100 ] . [ GitHub ]`.

use std::ops::Range;

use super::Cut;
use crate::model::link;
use crate::model::rich::Rich;

/// Returns what stands in the brackets of a line that is nothing but a row of them, one at least a way to reach the
/// person; the brackets and what stands between them part it.
pub(super) fn parts(line: &Rich, text: &str) -> Option<Cut> {
    let boxes = boxes(text)?;
    let inner: Vec<Rich> = boxes.iter().map(|inner| line.slice(inner.clone()).trim()).collect();
    let contact =
        |piece: &Rich| piece.runs().any(|run| run.link.is_some()) || link::is_contact(piece.text().trim());
    if inner.len() < 2 || inner.iter().any(Rich::is_blank) || !inner.iter().any(contact) {
        return None;
    }
    let mut cut = Cut { pieces: inner, separators: Vec::new() };
    let mut at = 0;
    for inner in boxes {
        cut.separators.push(line.slice(at..inner.start));
        at = inner.end;
    }
    cut.separators.push(line.slice(at..text.len()));
    Some(cut)
}

/// Returns the insides of the brackets, if nothing but marks and blanks stands between them.
fn boxes(text: &str) -> Option<Vec<Range<usize>>> {
    if !text.trim_start().starts_with('[') {
        return None;
    }
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('[', None) => open = Some(at + 1),
            (']', Some(start)) => {
                found.push(start..at);
                open = None;
            }
            ('[' | ']', _) => return None,
            (c, None) if c.is_alphanumeric() => return None,
            _ => {}
        }
    }
    open.is_none().then_some(found)
}
