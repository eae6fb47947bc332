//! The frame of an element, around all of its boxes.

use super::{Block, Content};
use crate::geom::{Glue, Pt, Sides};
use crate::layout::{Around, Color, Element, Frame, Space, Stroke};

/// Puts boxes into the frame of their element, if it goes around all of them.
pub(super) fn framed(mut blocks: Vec<Block>, element: &Element) -> Vec<Block> {
    let Some(frame) = element.frame.filter(|frame| frame.around == Around::All) else { return blocks };
    let Some(first) = blocks.first_mut() else { return blocks };
    let break_before = first.break_before.take();
    let frame = frame.head.map_or(frame, |fill| barred(&mut blocks, frame, fill));
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
    // The bar is printed over the lines of the frame around it, and so draws them again.
    let again = |stroke: Stroke| Stroke {
        sides: [stroke.sides[0], stroke.sides[1], true, stroke.sides[3]],
        ..stroke
    };
    let body = blocks.split_off(1);
    let alone = body.is_empty();
    if let Some(title) = blocks.first_mut() {
        (title.before, title.after) = (Glue::default(), Glue::fixed(frame.pad.top));
        let stroke = frame.stroke.map(again);
        let pad = Sides { bottom: frame.pad.top, ..frame.pad };
        let bar =
            Frame { fill: Some(fill), stroke, pad, around: Around::Rows, join: false, head: None, ..frame };
        title.frame = Some(bar);
    }
    if !alone {
        blocks.push(Block { indent: (left, right), content: Content::Stack(body), ..Block::default() });
    }
    let bottom = if alone { Pt::ZERO } else { bottom };
    Frame { pad: Sides { top, bottom, ..Sides::default() }, ..frame }
}
