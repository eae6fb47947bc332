//! The lines of an entry that are above each other, joined into one: employer and post, and the dates next to them.

use super::blocks::Block;
use super::columns::is_date;
use crate::model::{Marks, Piece, Rich};

/// The longest line that can continue that of an entry, in characters; a longer one is text.
const LONGEST: usize = 60;
/// The longest line between dates and their entry that can be a place.
const LONGEST_PLACE: usize = 24;

/// Joins to the line of each entry the dates before it, and the short lines right below it that are not running
/// text.
pub fn gathered(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let Block::Head(level, mut parts) = block else {
            out.push(block);
            continue;
        };
        if !parts.iter().any(is_dated) {
            parts.extend(dates_before(&mut out));
        }
        // An employer, a post, and one more part with a line of its own.
        for _ in 0..3 {
            let Some(Block::Paragraph(lines)) = blocks.peek_mut() else { break };
            if !lines.first().is_some_and(|row| is_row(row, &parts)) {
                break;
            }
            join(&mut parts, lines.remove(0));
            if !lines.is_empty() {
                break;
            }
            blocks.next();
        }
        out.push(Block::Head(level, parts));
    }
    out
}

fn is_dated(part: &Rich) -> bool {
    is_date(&part.text())
}

/// Takes the separate dates right before an entry, with the place between them if there is one.
fn dates_before(out: &mut Vec<Block>) -> Vec<Rich> {
    let lone = |block: &Block| match block {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] if line.len() == 1 => line.first().cloned(),
            _ => None,
        },
        _ => None,
    };
    let dated = |at: usize| out.get(at).and_then(lone).filter(is_dated);
    let short = |part: &Rich| part.text().chars().count() <= LONGEST_PLACE;
    let last = out.len().wrapping_sub(1);
    let found = match (dated(last), out.get(last).and_then(lone).filter(short), dated(last.wrapping_sub(1))) {
        (Some(date), ..) => vec![date],
        (None, Some(place), Some(date)) => vec![place, date],
        _ => Vec::new(),
    };
    out.truncate(out.len() - found.len());
    found
}

/// Returns whether a line below that of an entry continues it.
fn is_row(row: &[Rich], head: &[Rich]) -> bool {
    let ends =
        |text: &str| text.trim_end().ends_with(['。', '.', '；', ';', '，', ',', '：', ':', '!', '！']);
    let told = |text: &str| {
        ends(text)
            || text.chars().count() > LONGEST
            || text.contains(['。', '；', '，', '：'])
            || text.contains(": ")
    };
    let dated = row.iter().any(is_dated);
    // An entry has one date: the next one belongs to a post within it.
    if row.iter().any(|part| told(&part.text()) && !is_dated(part)) || (dated && head.iter().any(is_dated)) {
        return false;
    }
    dated || head.iter().any(is_dated)
}

/// Joins a line to the one above it: the first parts of both come first, dates come last.
fn join(head: &mut Vec<Rich>, row: Vec<Rich>) {
    let (dates, words): (Vec<Rich>, Vec<Rich>) = row.into_iter().map(plain).partition(is_dated);
    let behind = head.len().min(1);
    head.splice(behind..behind, words);
    head.extend(dates);
}

/// Returns a text without formatting except links.
fn plain(mut text: Rich) -> Rich {
    for piece in &mut text.0 {
        if let Piece::Run(run) = piece {
            run.marks = Marks::default();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    fn rich(text: &str) -> Rich {
        Rich::plain(text, Span::default())
    }

    fn head(parts: &[&str]) -> Block {
        Block::Head(1, parts.iter().map(|part| rich(part)).collect())
    }

    fn paragraph(line: &[&str]) -> Block {
        Block::Paragraph(vec![line.iter().map(|part| rich(part)).collect()])
    }

    #[test]
    fn posts_and_dates_go_into_the_line_above_them() {
        let blocks = vec![
            head(&["Sample Ovens", "Example Town"]),
            paragraph(&["Baker", "2019 – 2023"]),
            paragraph(&["I baked."]),
        ];
        let wanted =
            vec![head(&["Sample Ovens", "Baker", "Example Town", "2019 – 2023"]), paragraph(&["I baked."])];
        assert_eq!(gathered(blocks), wanted);
        let blocks = vec![paragraph(&["2019 – 2023"]), paragraph(&["Example Town"]), head(&["Sample Ovens"])];
        assert_eq!(gathered(blocks), [head(&["Sample Ovens", "Example Town", "2019 – 2023"])]);
    }

    #[test]
    fn text_below_an_entry_stays_text() {
        for text in ["I baked bread, cakes and tarts.", "负责烘焙，每天九百个", "Tools: ovens"] {
            let blocks = vec![head(&["Sample Ovens", "2019 – 2023"]), paragraph(&[text])];
            assert_eq!(gathered(blocks.clone()), blocks, "{text}");
        }
        let alone = vec![head(&["Ovenlight"]), paragraph(&["A lamp"])];
        assert_eq!(gathered(alone.clone()), alone);
    }
}
