//! Bold lines below titles: `**Sample University**` below one entry of a section says by its words what it is, and `**Example
//! House**` below the next one does not. What is made alike is read alike.

use super::alike::is_label;
use super::below::ends_like_text;
use super::under::is_sentence;
use crate::model::Builder;
use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Entry, PartRole};
use crate::model::rich::{Piece, Rich};
use crate::model::split;
use crate::source::chars::half_ems;

/// Such a line is no longer than this, in half ems.
const NAME: usize = 70;

impl Builder<'_> {
    /// Takes the bold line right below the title of entries into what they are called, where one of their sisters has such
    /// a line there and none is made otherwise.
    pub(super) fn take_lone_lines(&mut self, blocks: &mut [Block]) {
        let taken = |builder: &Self, block: &Block| match &block.kind {
            BlockKind::Entry(entry) => builder.has_line_below(entry),
            _ => false,
        };
        let (mut whole, mut lone, mut sure) = (0, Vec::new(), 0);
        for (at, block) in blocks.iter().enumerate() {
            let BlockKind::Entry(entry) = &block.kind else { continue };
            whole += 1;
            if taken(self, block) {
                sure += 1;
            } else if lone_line(entry).is_some() {
                lone.push(at);
            }
        }
        if sure == 0 || sure + lone.len() < whole {
            return;
        }
        for at in lone {
            let BlockKind::Entry(entry) = &mut blocks[at].kind else { continue };
            if let Some(line) = lone_line(entry).cloned() {
                entry.body.remove(0);
                self.merge(entry, &line);
            }
        }
    }

    /// Returns whether a part of an entry is bold and stands on a line below its title.
    fn has_line_below(&self, entry: &Entry) -> bool {
        let mut spans = entry.parts.iter().filter_map(|part| Some((part.text.span()?, &part.text)));
        let Some((title, _)) = spans.next() else { return false };
        spans.any(|(span, text)| {
            let between = self.source.text.get(title.range().end..span.range().start);
            text.all(|marks| marks.strong) && between.is_some_and(|between| between.contains('\n'))
        })
    }
}

/// The line right below the title of an entry with its dates, if it is bold, and names something.
fn lone_line(entry: &Entry) -> Option<&Rich> {
    let missing = |role| entry.part(role).is_none();
    let told = is_employment(entry.section) && (missing(PartRole::Organization) || missing(PartRole::Role))
        || entry.section == SectionKind::Education;
    let first = entry.body.first().filter(|_| told && entry.dates.is_some())?;
    let BlockKind::Paragraph(lines) = &first.kind else { return None };
    let [line] = lines.as_slice() else { return None };
    let text = line.body.text();
    let named = line.label.is_none()
        && line.body.all(|marks| marks.strong)
        && !line.body.0.contains(&Piece::Break)
        && text.chars().map(half_ems).sum::<usize>() <= NAME
        && !text.contains(['|', '｜', '，'])
        && !ends_like_text(&text)
        && !is_sentence(&text)
        && !is_label(&text)
        && !split::has_date(&line.body);
    named.then_some(&line.body)
}
