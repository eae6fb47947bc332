//! Paragraphs that are made alike: most of them decide for all.

use super::Rank;
use super::opening::{OPENING, Opening, is_short, opening};
use super::stack::{may_be_wrapped, width};
use crate::model::blocks::Part;
use crate::model::flow::Chunk;
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::rich::Rich;
use crate::model::split;

/// Tells which paragraphs are made like those that open entries, though their own dates alone would not say
/// so: most lines of a section decide for all that are made alike.
pub(in crate::model) fn alike(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let first = |part: &Part<'_>| match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.first() {
            Some(Chunk::Lines(lines)) => {
                let wrapped = matches!(lines.as_slice(), [line, next, ..] if may_be_wrapped(line, next) && width(&line.text) + width(&next.text) > OPENING);
                let line = lines.first()?;
                Some((made(&line.text).filter(|_| !wrapped), opening(lines, kind, rank)))
            }
            _ => None,
        },
        _ => None,
    };
    let shapes: Vec<Option<(Option<Made>, Option<Opening>)>> = parts.iter().map(first).collect();
    let count = |wanted: Made, opens: bool| {
        let same = |shape: &&(Option<Made>, Option<Opening>)| {
            shape.0 == Some(wanted) && (shape.1 == Some(Opening::Title)) == opens
        };
        shapes.iter().flatten().filter(same).count()
    };
    // There are few shapes; each is counted once.
    let mut counted: Vec<(Made, bool)> = Vec::new();
    shapes
        .iter()
        .map(|shape| {
            let Some((Some(made), None)) = shape else { return false };
            if let Some((_, most)) = counted.iter().find(|(known, _)| known == made) {
                return *most;
            }
            let (open, shut) = (count(*made, true), count(*made, false));
            let most = open >= 1 && open >= shut;
            counted.push((*made, most));
            most
        })
        .collect()
}

/// How a line with a date is made: what its words are marked with, and where the date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Made {
    strong: bool,
    emphasis: bool,
    code: bool,
    whole: bool,
    first: bool,
}

/// Returns how a line is made, if a date stands at one of its ends and something bold, or a code span, leads.
fn made(line: &Rich) -> Option<Made> {
    let text = line.text();
    if !is_short(line) {
        return None;
    }
    let dated = split::at_an_end(line)?;
    let marks = line.runs().find(|run| !run.text.trim().is_empty())?.marks;
    let keyed = key::at_start(&text, key::GRID_KEY).is_some();
    (!keyed && (marks.strong || marks.code)).then(|| Made {
        strong: marks.strong,
        emphasis: marks.emphasis,
        code: marks.code,
        whole: line.all(|marks| marks.strong),
        first: dated.outer.start == 0,
    })
}
