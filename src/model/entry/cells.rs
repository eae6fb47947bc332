//! The lines of one cell in a row that is an entry: `**Baker**<br>Made rolls.`, `- rolls<br>- loaves`.

use super::Builder;
use crate::diag::Span;
use crate::model::resume::{Block, BlockKind, Item, List, TextLine};
use crate::model::rich::{Piece, Rich};

/// The marks of items that people write where Markdown has no list.
const MARKS: [char; 10] = ['-', '–', '*', '•', '·', '▪', '◦', '‣', '●', '○'];

impl Builder<'_> {
    /// Returns the lines of a cell as text, those behind marks as a list.
    pub(super) fn told_in_cell(&mut self, lines: &[Rich]) -> Vec<Block> {
        let mut out: Vec<Block> = Vec::new();
        for line in lines {
            let Some(span) = line.span() else { continue };
            let Some(mark) = mark(line) else {
                match out.last_mut().map(|block| (&mut block.span, &mut block.kind)) {
                    Some((whole, BlockKind::Paragraph(lines))) => {
                        *whole = whole.to(span);
                        lines.push(TextLine { label: None, body: line.clone(), span });
                    }
                    _ => out.push(paragraph(line.clone(), span)),
                }
                continue;
            };
            self.consume(&line.slice(0..mark), "mark of an item in a cell");
            let own = line.slice(mark..line.text().len()).trim();
            let item = Item { number: None, task: None, blocks: vec![paragraph(own, span)], span };
            match out.last_mut().map(|block| (&mut block.span, &mut block.kind)) {
                Some((whole, BlockKind::List(list))) => {
                    *whole = whole.to(span);
                    list.items.push(item);
                }
                _ => {
                    let list = List { ordered: false, items: vec![item] };
                    out.push(Block { span, keep: false, kind: BlockKind::List(list) });
                }
            }
        }
        out
    }
}

/// Cuts a cell where its author broke it.
pub(super) fn lines(cell: &Rich) -> Vec<Rich> {
    let lines = cell.0.split(|piece| matches!(piece, Piece::Break));
    lines.map(|line| Rich(line.to_vec()).trim()).filter(|line| !line.is_blank()).collect()
}

/// Returns whether the first line of a cell names what the others tell of: it is bold and the next one is not, or the next
/// one is an item.
pub(super) fn names_and_tells(cell: &Rich) -> bool {
    let lines = lines(cell);
    let [name, told, ..] = lines.as_slice() else { return false };
    let item = mark(name).is_none() && mark(told).is_some();
    item || name.all(|marks| marks.strong) && !told.runs().any(|run| run.marks.strong)
}

/// Returns how many bytes the mark of an item takes at the start of a line.
fn mark(line: &Rich) -> Option<usize> {
    let text = line.text();
    let len = text.chars().next().filter(|first| MARKS.contains(first))?.len_utf8();
    text[len..].starts_with([' ', '\u{A0}']).then_some(len)
}

fn paragraph(body: Rich, span: Span) -> Block {
    let line = TextLine { label: None, body, span };
    Block { span, keep: false, kind: BlockKind::Paragraph(vec![line]) }
}
