//! The lines of an entry that are above each other, joined into one: employer and post, and the dates next to them.

use super::blocks::{Block, Placed, Spot};
use super::columns::is_date;
use crate::model::{Marks, Piece, Rich};

/// The longest line that can continue that of an entry, in characters; a longer one is text.
const LONGEST: usize = 60;
/// The longest line between dates and their entry that can be a place.
const LONGEST_PLACE: usize = 24;
/// The most lines below that of an entry that belong to it: an employer, a post, and one more part.
const MOST_ROWS: usize = 3;
/// How much nearer one of two blocks has to be.
const NEARER: f64 = 0.9;

/// Joins to the line of each entry the dates before it, and the short lines right below it that are not running
/// text. Returns the blocks, and dates that may belong to the entry before or behind them.
pub fn gathered(blocks: Vec<Placed>) -> (Vec<Block>, Vec<String>) {
    let mut out: Vec<Placed> = Vec::with_capacity(blocks.len());
    let mut unsure: Vec<String> = Vec::new();
    let mut blocks = std::collections::VecDeque::from(blocks);
    while let Some((block, mut spot)) = blocks.pop_front() {
        let Block::Head(level, mut parts) = block else {
            out.push((block, spot));
            continue;
        };
        if !parts.iter().any(is_dated) {
            match dates_before(&mut out, &spot) {
                Before::Own(dates) => parts.extend(dates),
                Before::Unsure(date) => unsure.push(date),
                Before::None => {}
            }
        }
        let mut behind = parts.len().min(1);
        for _ in 0..rows_below(&parts, &spot, blocks.make_contiguous()) {
            let Some((Block::Paragraph(lines), place)) = blocks.front_mut() else { break };
            (spot.pages[1], spot.y[1]) = (place.pages[1], place.y[1]);
            behind = join(&mut parts, behind, lines.remove(0));
            if lines.is_empty() {
                blocks.pop_front();
            }
        }
        out.push((Block::Head(level, parts), spot));
    }
    (out.into_iter().map(|(block, _)| block).collect(), unsure)
}

fn is_dated(part: &Rich) -> bool {
    is_date(&part.text())
}

/// The dates in the blocks before an entry.
enum Before {
    /// They are its own, with its place.
    Own(Vec<Rich>),
    /// They may be those of the entry above.
    Unsure(String),
    None,
}

/// Takes the separate dates right before an entry, with the place between them if there is one, unless they are
/// nearer to what is above them.
fn dates_before(out: &mut Vec<Placed>, head: &Spot) -> Before {
    let lone = |block: &Block| match block {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] if line.len() == 1 => line.first().cloned(),
            _ => None,
        },
        _ => None,
    };
    let single = |at: usize| out.get(at).and_then(|(block, _)| lone(block));
    let dated = |at: usize| single(at).filter(is_dated);
    let short = |part: &Rich| part.text().chars().count() <= LONGEST_PLACE;
    let last = out.len().wrapping_sub(1);
    let found = match (dated(last), single(last).filter(short), dated(last.wrapping_sub(1))) {
        (Some(date), ..) => vec![date],
        (None, Some(place), Some(date)) => vec![place, date],
        _ => return Before::None,
    };
    let first = out.len() - found.len();
    let above = first.checked_sub(1).map(|at| &out[at]);
    let own = match above {
        None | Some((Block::Title(_) | Block::Name(_), _)) => Some(true),
        Some((_, above)) => match (above.gap(&out[first].1), out[last].1.gap(head)) {
            (Some(up), Some(down)) if down < up * NEARER => Some(true),
            (Some(up), Some(down)) if up < down * NEARER => Some(false),
            (None, Some(_)) => Some(true),
            (Some(_), None) => Some(false),
            _ => None,
        },
    };
    match own {
        Some(true) => {
            out.truncate(first);
            Before::Own(found)
        }
        Some(false) => Before::None,
        None => Before::Unsure(found.last().map(|date| date.text().into_owned()).unwrap_or_default()),
    }
}

/// Returns how many of the paragraphs below the line of an entry begin with a line that belongs to it.
fn rows_below(head: &[Rich], spot: &Spot, below: &[Placed]) -> usize {
    let (mut taken, mut dated, mut above) = (0, head.iter().any(is_dated), spot);
    for (at, (block, spot)) in below.iter().enumerate().take(MOST_ROWS) {
        let Block::Paragraph(lines) = block else { break };
        let Some(row) = lines.first() else { break };
        let has_date = row.iter().any(is_dated);
        // An entry has one date: the next one belongs to a post within it.
        if row.iter().any(is_told) || (has_date && dated) {
            break;
        }
        if has_date && row.len() == 1 && !is_nearer_above([above, spot], below.get(at + 1)) {
            break;
        }
        dated |= has_date;
        if dated {
            taken = at + 1;
        }
        if lines.len() > 1 {
            break;
        }
        above = spot;
    }
    taken
}

/// Returns whether dates are nearer to what is above them than to the entry below.
fn is_nearer_above([above, dates]: [&Spot; 2], below: Option<&Placed>) -> bool {
    let Some((Block::Head(..), below)) = below else { return true };
    match (above.gap(dates), dates.gap(below)) {
        (Some(up), Some(down)) => up < down * NEARER,
        (up, _) => up.is_some(),
    }
}

/// Returns whether a part is running text, a label before some, or a row of tags.
fn is_told(part: &Rich) -> bool {
    let text = part.text();
    let ends = text.trim_end().ends_with(['。', '.', '；', ';', '，', ',', '：', ':', '!', '！']);
    let told = ends
        || text.chars().count() > LONGEST
        || text.contains(['。', '；', '，', '：'])
        || text.contains(": ");
    let tags = part.runs().any(|run| run.marks.code);
    tags || (told && !is_dated(part))
}

/// Joins a line to the one above it: the first parts of both come first, dates come last. Returns the place behind it.
fn join(head: &mut Vec<Rich>, behind: usize, row: Vec<Rich>) -> usize {
    let (dates, words): (Vec<Rich>, Vec<Rich>) = row.into_iter().map(plain).partition(is_dated);
    let end = behind + words.len();
    head.splice(behind..behind, words);
    head.extend(dates);
    end
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

    /// Sets blocks below each other, each that far below the one above it.
    fn set(blocks: Vec<(f64, Block)>) -> Vec<Placed> {
        let mut y = 800.0;
        let mut placed = |(gap, block)| {
            y -= gap;
            (block, Spot { pages: [0, 0], y: [y, y], size: 10.0 })
        };
        blocks.into_iter().map(&mut placed).collect()
    }

    fn evenly(blocks: &[Block]) -> Vec<Placed> {
        set(blocks.iter().map(|block| (14.0, block.clone())).collect())
    }

    #[test]
    fn posts_and_dates_go_into_the_line_above_them() {
        let blocks = [
            head(&["Sample Ovens", "Example Town"]),
            paragraph(&["Baker", "2019 – 2023"]),
            paragraph(&["I baked."]),
        ];
        let wanted =
            vec![head(&["Sample Ovens", "Baker", "Example Town", "2019 – 2023"]), paragraph(&["I baked."])];
        assert_eq!(gathered(evenly(&blocks)), (wanted, vec![]));
        let blocks = [paragraph(&["2019 – 2023"]), paragraph(&["Example Town"]), head(&["Sample Ovens"])];
        let wanted = vec![head(&["Sample Ovens", "Example Town", "2019 – 2023"])];
        assert_eq!(gathered(evenly(&blocks)), (wanted, vec![]));
    }

    #[test]
    fn dates_between_two_entries_belong_to_the_nearer_one_or_are_told() {
        let between = |above: f64, below: f64| {
            set(vec![
                (0.0, head(&["Sample College"])),
                (14.0, paragraph(&["Baking"])),
                (above, paragraph(&["2001 – 2005"])),
                (below, head(&["Example School"])),
            ])
        };
        let first = vec![head(&["Sample College", "Baking", "2001 – 2005"]), head(&["Example School"])];
        assert_eq!(gathered(between(13.0, 23.0)), (first, vec![]));
        let second =
            vec![head(&["Sample College"]), paragraph(&["Baking"]), head(&["Example School", "2001 – 2005"])];
        assert_eq!(gathered(between(23.0, 13.0)), (second, vec![]));
        let (blocks, unsure) = gathered(between(23.0, 23.0));
        assert_eq!((blocks.len(), unsure), (4, vec!["2001 – 2005".to_owned()]));
    }

    #[test]
    fn text_below_an_entry_stays_text() {
        for text in ["I baked bread, cakes and tarts.", "负责烘焙，每天九百个", "Tools: ovens"] {
            let blocks = [head(&["Sample Ovens", "2019 – 2023"]), paragraph(&[text])];
            assert_eq!(gathered(evenly(&blocks)).0, blocks, "{text}");
        }
        let alone = [head(&["Ovenlight"]), paragraph(&["A lamp"])];
        assert_eq!(gathered(evenly(&alone)).0, alone);
    }
}
