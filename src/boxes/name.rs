//! The parts of a name: the first, and the rest.

use std::borrow::Cow;

use super::slots::offered;
use crate::layout::{CellPart, Element, Slot};
use crate::model::Rich;

/// Returns the first part of a name and the rest, in the author's order. A title such as `Dr.` goes with the
/// word after it. A name of one part has no first.
pub(super) fn parts(name: &Rich) -> (Rich, Rich) {
    let text = name.text();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        at += word.len();
        let title = word.trim_end().ends_with('.') && word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if !title && word.ends_with(char::is_whitespace) && !word.trim().is_empty() {
            return (name.slice(0..at).trim(), name.slice(at..text.len()).trim());
        }
    }
    (Rich::default(), name.clone())
}

/// Makes the only one of the two parts that a header has a slot for show all of the name.
pub(super) fn complete(elements: &mut [Cow<'_, Element>]) {
    let has = |slot| elements.iter().any(|element| offered(element).contains(&slot));
    let lone = match (has(Slot::NameFirst), has(Slot::NameRest)) {
        (true, false) => Slot::NameFirst,
        (false, true) => Slot::NameRest,
        _ => return,
    };
    for element in elements.iter_mut().filter(|element| offered(element).contains(&lone)) {
        let columns = element.to_mut().columns.iter_mut();
        let cells = columns.flat_map(|column| &mut column.rows).flat_map(|row| &mut row.cells);
        for part in cells.flat_map(|cell| &mut cell.parts) {
            if let CellPart::Slot { slot, .. } = part
                && *slot == lone
            {
                *slot = Slot::Name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    #[test]
    fn a_name_is_parted_at_its_first_blank() {
        let parted = |name: &str| {
            let (first, rest) = parts(&Rich::plain(name, Span::default()));
            (first.text().into_owned(), rest.text().into_owned())
        };
        for (name, first, rest) in [
            ("Ada Lovelace", "Ada", "Lovelace"),
            ("Mary Jane Watson", "Mary", "Jane Watson"),
            ("Prof. Dr. Ada Lovelace", "Prof. Dr. Ada", "Lovelace"),
            ("J. Random Hacker", "J.", "Random Hacker"),
            ("張 三", "張", "三"),
            ("张三 Zhang San", "张三", "Zhang San"),
            ("张三", "", "张三"),
            ("Ada", "", "Ada"),
            ("Dr. Ada", "", "Dr. Ada"),
            ("", "", ""),
        ] {
            assert_eq!(parted(name), (first.to_owned(), rest.to_owned()), "{name}");
        }
    }
}
