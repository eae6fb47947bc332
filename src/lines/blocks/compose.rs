//! Boxes → a vertical list: slabs, glue between them, and the price of a page break at each position.

use super::column::{BETWEEN, Column, IN_PARAGRAPH};
use super::slabs::{image_slab, rule_slab};
use super::{abreast, grid, rows, side, table};
use crate::boxes::{Block, Content, Paragraph};
use crate::geom::{Glue, Pt};
use crate::layout::{Break, Frame, LeastLines};
use crate::lines::galley::{FrameBox, Item};
use crate::lines::paragraph::Setter;

/// The extra price where the page would end in a hyphen.
const HYPHEN: i32 = 60;
/// Between two rows of a grid, which is read at a glance.
const IN_GRID: i32 = 300;
/// Before the last item of a list, if it is one line: it would be alone on the next page.
const LONE: i32 = 150;
/// Inside something that is to stay together, if it fits a page.
const KEPT: i32 = 5_000;

/// Returns boxes set one below the other.
pub(in crate::lines) fn column(blocks: &[Block], measure: Pt, setter: &mut Setter<'_>) -> Column {
    let mut column = Column::default();
    add(&mut column, blocks, Pt::ZERO, measure, setter);
    column
}

/// Returns boxes set one below the other, to be cut into columns side by side.
pub(super) fn aside(blocks: &[Block], measure: Pt, setter: &mut Setter<'_>) -> Column {
    let mut column = Column { aside: true, ..Column::default() };
    add(&mut column, blocks, Pt::ZERO, measure, setter);
    column
}

/// Adds boxes from top to bottom, indented by `x`, within `measure`.
pub(super) fn add(column: &mut Column, blocks: &[Block], x: Pt, measure: Pt, setter: &mut Setter<'_>) {
    for block in blocks {
        add_block(column, block, x, measure, setter);
    }
}

fn add_block(column: &mut Column, block: &Block, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
    let from = column.items.len();
    if column.shut == 0 {
        column.begun.push(from);
    }
    // A region is one column of the page: the top of its next column is on the next page too.
    match block.break_before {
        Some(Break::Foot) => column.sinks = true,
        Some(Break::Page) if from > 0 => column.turn(Item::NEW_PAGE),
        Some(Break::Region) if from > 0 => column.turn(Item::ALWAYS),
        _ => {}
    }
    column.space(block.before);
    if block.keep.with_next {
        column.wanted = 0; // what the title above had to title has ended
    }
    placed_content(column, block, x, measure, setter);
    if block.least > Pt::ZERO {
        column.stretch(from, block.least);
    }
    let slabs = column.items[from..].iter().filter(|item| matches!(item, Item::Slab(_))).count();
    let lone = if block.last && slabs == 1 && !column.aside { LONE } else { 0 };
    for item in &mut column.items[from..] {
        if let Item::Penalty(cost) = item
            && *cost > Item::ALWAYS
        {
            let least = if block.keep.together { KEPT } else { lone };
            *cost = (*cost + block.parting).max(least).min(Item::NEVER);
        }
    }
    column.space(block.after);
    column.keep_next |= block.keep.with_next;
}

/// Adds the content of a block, indented, in its frame, with its marker, its rail and its side box.
fn placed_content(column: &mut Column, block: &Block, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
    // Nothing is moved outside its region.
    let left = (x + block.indent.0).max(Pt::ZERO);
    let measure = (measure - (left - x) - block.indent.1).max(Pt::ZERO);
    let framed = |frame: Frame, x: Pt, width: Pt| FrameBox { frame, x, width, skip: Pt::ZERO };
    if let Some(rail) = block.rail {
        let frame = Frame { fill: Some(rail.color), ..Frame::default() };
        column.open(framed(frame, x + rail.x - rail.width / 2, rail.width));
    }
    let from = column.items.len();
    match block.frame {
        None => content(column, &block.content, left, measure, setter),
        Some(frame) => {
            column.open(framed(frame, left, measure));
            // A bar at its head has that padding itself.
            if frame.head.is_none() {
                column.items.push(Item::Glue(Glue::fixed(frame.pad.top)));
            }
            let inside = (measure - frame.pad.left - frame.pad.right).max(Pt::ZERO);
            content(column, &block.content, left + frame.pad.left, inside, setter);
            column.items.push(Item::Glue(Glue::fixed(frame.pad.bottom)));
            column.close();
            column.joint = frame.join.then(|| framed(frame, left, measure));
        }
    }
    if let Some(side) = &block.beside {
        let cell = rows::cell(&side.blocks, side.width, setter);
        side::attach(&mut column.items, from, (x, cell));
    }
    if let Some(marker) = block.marker {
        side::mark(&mut column.items[from..], left, marker);
    }
    if block.rail.is_some() {
        column.close();
        if let Some(at) = from.checked_sub(1) {
            side::begin_at_line(&mut column.items[at..]);
        }
    }
}

fn content(column: &mut Column, content: &Content, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
    match content {
        Content::Stack(blocks) => add(column, blocks, x, measure, setter),
        Content::Paragraph(paragraph) => lines(column, paragraph, x, measure, setter),
        Content::Row(row) => column.bands(rows::set(row, measure, setter), x),
        Content::Grid(grid) => {
            for (at, row) in grid::rows(grid, measure, setter).into_iter().enumerate() {
                let from = column.items.len();
                if at > 0 && grid.grid.border.is_none() {
                    column.space(grid.grid.row_gap);
                }
                column.bands(row, x);
                if at > 0
                    && !column.aside
                    && let Some(Item::Penalty(cost)) = column.items.get_mut(from)
                {
                    *cost = (*cost).max(IN_GRID);
                }
            }
        }
        Content::Columns(columns) => abreast::set(columns, (x, measure), column, setter),
        Content::Table(table) => table::set(table, x, measure, column, setter),
        Content::Rule(rule) => column.slab(rule_slab(*rule, measure), x, BETWEEN),
        Content::Image(image) => column.slab(image_slab(image, measure), x, BETWEEN),
    }
}

/// Adds the lines of a paragraph. The first and the last few stay together (rule 47): with two and
/// two, two or three lines are not separated at all. A page should preferably not end in a hyphen.
fn lines(column: &mut Column, paragraph: &Paragraph, x: Pt, measure: Pt, setter: &mut Setter<'_>) {
    let lines = setter.paragraph(paragraph, measure);
    let count = lines.len();
    let LeastLines { orphans, widows } = paragraph.setting.least_lines;
    let mut hyphen = 0;
    for (at, line) in lines.into_iter().enumerate() {
        let cost = match at {
            0 => BETWEEN,
            _ if at < usize::from(orphans) || count - at < usize::from(widows) => Item::NEVER,
            _ => IN_PARAGRAPH + hyphen,
        };
        hyphen = if side::ends_in_hyphen(&line) { HYPHEN } else { 0 };
        column.slab(line, x, cost);
    }
}
