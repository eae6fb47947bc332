//! Code spans in a row, nothing but blanks between them: `` `Rust` `Bread design` `Ovens` ``.

use super::Inline;
use super::text::{inlines, separator};
use crate::layout::{Layout, Style};
use crate::model::{Piece, Rich};

/// What is printed between two of them.
const DOT: &str = " · ";

/// Returns the pieces of a text. Where code spans in a row are all of it, or all behind a colon, they are words of a list, as
/// the tags of an entry are: a dot tells where each ends, which blanks do not.
pub(super) fn parted(text: &Rich, style: &Style, layout: &Layout) -> Vec<Inline> {
    let Some(from) = row(text) else { return inlines(text, style, layout) };
    let (before, spans) = text.0.split_at(from);
    let mut out = inlines(&Rich(before.to_vec()), style, layout);
    for piece in spans {
        match piece {
            Piece::Break => out.push(Inline::Break),
            Piece::Run(run) if run.marks.code => {
                let mut word = run.clone();
                word.marks.code = false;
                out.extend(inlines(&Rich(vec![Piece::Run(word)]), style, layout));
            }
            Piece::Run(_) => out.push(separator(DOT, style)),
        }
    }
    out
}

/// Returns at which piece two code spans and more begin that nothing but blanks parts, up to the end of the text.
fn row(text: &Rich) -> Option<usize> {
    let blank = |text: &str| text.chars().all(char::is_whitespace);
    let is_span = |piece: &Piece| matches!(piece, Piece::Run(run) if run.marks.code && !blank(&run.text));
    let is_gap = |piece: &Piece| match piece {
        Piece::Run(run) => !run.marks.code && blank(&run.text),
        Piece::Break => true,
    };
    let other = text.0.iter().rposition(|piece| !is_span(piece) && !is_gap(piece));
    let led = other.and_then(|at| text.0.get(at)).is_none_or(|piece| match piece {
        Piece::Run(run) => !run.marks.code && run.text.trim_end().ends_with([':', '：']),
        Piece::Break => false,
    });
    let after = other.map_or(0, |at| at + 1);
    let from = after + text.0[after..].iter().position(is_span)?;
    let spans = text.0[from..]
        .chunk_by(|a, b| is_span(a) == is_span(b))
        .filter(|run| run.first().is_some_and(is_span));
    (led && spans.count() > 1).then_some(from)
}
