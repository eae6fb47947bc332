//! The frame of an element, around all of its boxes.

use super::{Block, Content};
use crate::geom::{Glue, Pt, Sides};
use crate::layout::{Around, Color, Element, Frame, Space, Stroke};

/// Puts boxes into the frame of their element, if it goes around all of them.
pub(super) fn framed(mut blocks: Vec<Block>, element: &Element) -> Vec<Block> {
    let Some(frame) = element.frame.filter(|frame| frame.around == Around::All) else { return blocks };
    let Some(first) = blocks.first_mut() else { return blocks };
    let break_before = first.break_before.take();
    let frame = match frame.head {
        Some(fill) => barred(&mut blocks, frame, fill),
        None if frame.join => around_cells(&mut blocks, frame),
        None => frame,
    };
    let Space { before, after } = element.space;
    vec![Block {
        before,
        after,
        break_before,
        frame: Some(frame),
        content: Content::Stack(blocks),
        ..Block::default()
    }]
}

/// Puts the first of some boxes on a bar of colour as wide as the frame around all of them, and the others inside its
/// padding. Returns the frame; its padding at the sides is now the boxes' own, that at its top is for where it
/// continues on the next page.
pub(super) fn barred(blocks: &mut Vec<Block>, frame: Frame, fill: Color) -> Frame {
    let Sides { left, right, bottom, top } = frame.pad;
    let mut body = blocks.split_off(1);
    let cells = frame.join && is_cells(&body);
    // The bar is printed over the lines of the frame around it, and so draws them again. Cells below have the line
    // between them and the bar.
    let again = |stroke: Stroke| Stroke {
        sides: [stroke.sides[0], stroke.sides[1], !cells, stroke.sides[3]],
        ..stroke
    };
    let alone = body.is_empty();
    if let Some(title) = blocks.first_mut() {
        let after = if cells { Pt::ZERO } else { frame.pad.top };
        (title.before, title.after) = (Glue::default(), Glue::fixed(after));
        let stroke = frame.stroke.map(again);
        let pad = Sides { bottom: frame.pad.top, ..frame.pad };
        let bar =
            Frame { fill: Some(fill), stroke, pad, around: Around::Rows, join: false, head: None, ..frame };
        title.frame = Some(bar);
    }
    if cells {
        flush(&mut body);
        blocks.append(&mut body);
        return Frame { pad: Sides::default(), ..frame };
    }
    if !alone {
        blocks.push(Block { indent: (left, right), content: Content::Stack(body), ..Block::default() });
    }
    let bottom = if alone { Pt::ZERO } else { bottom };
    Frame { pad: Sides { top, bottom, ..Sides::default() }, ..frame }
}

/// Gives a title above cells the padding of the frame around both, if there is nothing else in it: then the edges of the
/// cells are those of the frame, and no line has another beside it. Returns the frame.
fn around_cells(blocks: &mut [Block], frame: Frame) -> Frame {
    let Some((title, body)) = blocks.split_first_mut() else { return frame };
    if title.frame.is_some() || !is_cells(body) {
        return frame;
    }
    let pad = Sides { bottom: frame.pad.top, ..frame.pad };
    title.frame = Some(Frame { pad, ..Frame::default() });
    title.after = Glue::default();
    flush(body);
    Frame { pad: Sides::default(), ..frame }
}

/// Returns whether all that boxes are is one grid or table with lines around its cells.
fn is_cells(blocks: &[Block]) -> bool {
    let [block] = blocks else { return false };
    block.frame.is_none()
        && match &block.content {
            Content::Grid(grid) => grid.grid.border.is_some(),
            Content::Table(table) => table.border.is_some(),
            Content::Stack(blocks) => is_cells(blocks),
            _ => false,
        }
}

/// Takes away what is around boxes.
fn flush(blocks: &mut [Block]) {
    for block in blocks {
        (block.before, block.after, block.indent) = Default::default();
        if let Content::Stack(inner) = &mut block.content {
            flush(inner);
        }
    }
}
