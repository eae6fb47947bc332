//! Code spans after the name of a project: `**Bread finder** \`Rust\` \`WASM\``.

use super::Builder;
use crate::model::date;
use crate::model::resume::Entry;
use crate::model::rich::{Piece, Rich};

impl Builder<'_> {
    /// Takes them off a title, as the tags of its entry; a date in a code span stays.
    pub(super) fn without_tags(&mut self, title: Rich, entry: &mut Entry) -> Rich {
        let tag = |piece: &Piece| match piece {
            Piece::Run(run) => run.marks.code && run.link.is_none() && date::find_all(&run.text).is_empty(),
            Piece::Break => false,
        };
        let named = |piece: &Piece| !tag(piece) && piece.text().contains(char::is_alphabetic);
        let first = title.0.iter().position(named);
        // Words after a code span continue the title: 基于 `Rust` 的面包系统.
        let tagged = title.0.iter().position(tag).filter(|at| first.is_some_and(|first| first < *at));
        if tagged.is_some_and(|at| title.0[at..].iter().any(named)) {
            return title;
        }
        let Some(first) = first.filter(|first| title.0[*first..].iter().any(tag)) else { return title };
        let (mut rest, mut at) = (Rich::default(), 0);
        for (place, piece) in title.0.iter().enumerate() {
            let here = at..at + piece.text().len();
            at = here.end;
            let parts =
                piece.text().chars().all(|c| c.is_whitespace() || matches!(c, ',' | '/' | '|' | '·' | '、'));
            // Blanks between tags separate only them.
            let between =
                parts && place > 0 && tag(&title.0[place - 1]) && title.0.get(place + 1).is_some_and(tag);
            if place > first && tag(piece) {
                entry.tags.push(title.slice(here));
            } else if between {
                self.consume(&title.slice(here), "separator");
            } else {
                rest.append(title.slice(here));
            }
        }
        rest.trim()
    }
}
