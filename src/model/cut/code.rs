//! Lines whose pieces are code spans.

use super::Cut;
use crate::model::key;
use crate::model::kinds::KeyKind;
use crate::model::link;
use crate::model::rich::{Piece, Rich};

/// `` `Berlin` `a@example.com` ``: each code span is a piece, and no code.
pub(super) fn code_spans(line: &Rich) -> Option<Cut> {
    let parting = |c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•' | ',' | '/' | '，' | '、');
    let code = line.runs().filter(|run| run.marks.code).count();
    if code == 0 || !line.runs().all(|run| run.marks.code || run.text.chars().all(parting)) {
        return None;
    }
    let mut cut = Cut::default();
    for piece in &line.0 {
        let Piece::Run(run) = piece else { continue };
        let mut run = run.clone();
        if run.marks.code {
            run.marks.code = false;
            cut.pieces.push(link::find(Rich(vec![Piece::Run(run)]), true));
        } else {
            cut.separators.push(Rich(vec![Piece::Run(run)]));
        }
    }
    Some(cut)
}

/// ``联系方式：`138…` / `a@example.com` ``: the key of a contact before several.
pub(super) fn keyed_code_spans(line: &Rich) -> Option<Cut> {
    let text = line.text();
    let key = key::at_start(&text, key::GRID_KEY)?;
    let contact = |kind: &KeyKind| matches!(kind, KeyKind::Contact(_));
    let known = KeyKind::of_key(text[..key.len].trim_end_matches([':', '：'])).iter().any(contact);
    let mut cut =
        code_spans(&line.slice(key.value..text.len())).filter(|cut| known && cut.pieces.len() > 1)?;
    let mut first = line.slice(0..key.value);
    first.0.append(&mut cut.pieces[0].0);
    cut.pieces[0] = first;
    Some(cut)
}
