//! Headings that are dates over a plain line of text: the line is the title, if it is so elsewhere in the section.

use super::Builder;
use super::under::SHORT_LINE;
use crate::model::resume::{Block, BlockKind, Entry, Part, PartRole, TextLine};
use crate::source::chars::half_ems;

impl Builder<'_> {
    /// `### 1997 – 2004` over `Systems baker and cook.`, where `### 2004 – 2010` is over `**Sample Inn**`.
    pub(in crate::model) fn lines_as_titles(&mut self, blocks: &mut [Block]) {
        let told = blocks.iter().any(|block| match &block.kind {
            BlockKind::Entry(entry) => self.is_under_its_date(entry),
            _ => false,
        });
        if !told {
            return;
        }
        for block in blocks {
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            if entry.dates.is_none() || !entry.parts.iter().all(|part| part.text.is_blank()) {
                continue;
            }
            let Some(text) = entry.body.first().and_then(only_line).map(|line| line.body.clone()) else {
                continue;
            };
            entry.body.remove(0);
            let text = self.without_last_stop(text);
            entry.parts = vec![Part { role: PartRole::Title, text }];
        }
    }

    /// Returns whether the title of an entry is below its dates.
    fn is_under_its_date(&self, entry: &Entry) -> bool {
        let dates = entry.dates.as_ref().and_then(|dates| dates.raw.span());
        let title = entry.parts.first().and_then(|part| part.text.span());
        let (Some(dates), Some(title)) = (dates, title) else { return false };
        let between = self.source.text.get(dates.range().end..title.range().start);
        between.is_some_and(|between| between.contains('\n'))
    }
}

/// Returns the line of a paragraph that is one short line without a label.
fn only_line(block: &Block) -> Option<&TextLine> {
    let BlockKind::Paragraph(lines) = &block.kind else { return None };
    let [line] = lines.as_slice() else { return None };
    let short = line.body.text().chars().map(half_ems).sum::<usize>() <= SHORT_LINE;
    (line.label.is_none() && short).then_some(line)
}
