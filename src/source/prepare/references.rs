//! References to publications in the syntax of Oh My CV: `[~P1]: **On Examples**` is the first of a list, and
//! `[~P1]` in the text refers to it. Both are read as `[1]`.

use std::ops::Range;

use super::lines::Line;
use super::{Edit, Repairs};

/// Numbers the labels in the order in which they are defined.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    if !source.contains("[~") {
        return;
    }
    let defined: Vec<&str> = lines
        .iter()
        .filter_map(|line| {
            let text = line.text(source);
            let label = labels(text).into_iter().next().filter(|label| label.start == 0)?;
            text[label.end..].starts_with(':').then(|| &text[label])
        })
        .collect();
    for line in lines {
        let text = &source[line.range.clone()];
        for label in labels(text) {
            let Some(number) = defined.iter().position(|known| *known == &text[label.clone()]) else {
                continue;
            };
            let heads = text[..label.start].trim().is_empty() && text[label.end..].starts_with(':');
            let end = label.end + usize::from(heads);
            let range = line.range.start + label.start..line.range.start + end;
            found.edits.push(Edit::text(range, format!("\\[{}\\]", number + 1)));
        }
    }
}

/// Returns the labels of a line, with their brackets.
fn labels(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(hit) = text[at..].find("[~") {
        let start = at + hit;
        let len = text[start + 2..]
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
            .count();
        let end = start + 2 + len;
        if len > 0 && text[end..].starts_with(']') {
            found.push(start..end + 1);
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn labels_are_numbers() {
        let source = "见 [~P2] 与 [~P1]\n\n[~P1]: **甲**\n\n[~P2]: **乙**\n";
        assert_eq!(shown(source), "见 \\[2\\] 与 \\[1\\]\n\n\\[1\\] **甲**\n\n\\[2\\] **乙**\n");
        assert_eq!(shown("见 [~P9] [~] [x]"), "见 [~P9] [~] [x]".replace('~', "∼"));
    }
}
