//! Rows of links in one piece.

use std::ops::Range;

use super::Cut;
use crate::model::key;
use crate::model::rich::{Piece, Rich};

/// Returns the byte range of each link of a line, in order.
pub(super) fn ranges(line: &Rich) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut before) = (0, None);
    for piece in &line.0 {
        let end = at + piece.text().len();
        let link = match piece {
            Piece::Run(run) => run.link.as_deref(),
            _ => None,
        };
        match found.last_mut() {
            Some(last) if link.is_some() && link == before => last.end = end,
            _ if link.is_some() => found.push(at..end),
            _ => {}
        }
        (at, before) = (end, link);
    }
    found
}

/// Adds a piece, cut between its links if it is a row of them: `[GitHub](…), [Blog](…)`.
pub(super) fn between_links(piece: Rich, cut: &mut Cut) {
    let keyed = key::at_start(&piece.text(), key::GRID_KEY).is_some();
    let parting = |text: &str| matches!(text.trim(), "," | "，" | "、" | ";" | "；" | "/" | "&" | "");
    let several = piece.runs().filter(|run| run.link.is_some()).count() > 1;
    // A word may come before the first link; between the links and after them, only separators.
    let row =
        piece.runs().skip_while(|run| run.link.is_none()).all(|run| run.link.is_some() || parting(&run.text));
    let lead: usize = piece
        .runs()
        .take_while(|run| run.link.is_none())
        .map(|run| run.text.split_whitespace().count())
        .sum();
    if keyed || !several || !row || lead > 1 || piece.0.iter().any(|part| !matches!(part, Piece::Run(_))) {
        return cut.pieces.push(piece);
    }
    let (mut start, mut at, mut gap): (usize, usize, Option<usize>) = (0, 0, None);
    let (mut pieces, mut separators) = (Vec::new(), Vec::new());
    let mut before: Option<&str> = None;
    for run in piece.runs() {
        match run.link.as_deref() {
            Some(link) => {
                let from = gap.take();
                if let (Some(from), Some(before)) = (from, before)
                    && before != link
                {
                    pieces.push(start..from);
                    separators.push(from..at);
                    start = at;
                }
                before = Some(link);
            }
            None => gap = gap.or(Some(at)).filter(|_| before.is_some()),
        }
        at += run.text.len();
    }
    pieces.push(start..at);
    cut.pieces.extend(pieces.into_iter().map(|range| piece.slice(range).trim()));
    cut.separators.extend(separators.into_iter().map(|range| piece.slice(range)));
}
