//! `<table>` → a table; one used for layout → its content, in order.

use super::builder::{Builder, Node, Range};
use super::element::Kind;
use super::row;
use super::stream::Element;
use super::text::{inlines, separator};
use crate::diag::Span;
use crate::source::markdown::{Align, Block, BlockKind, Inline, InlineKind, Item};

/// The most rows that a cell spans.
const MOST_SPANNED: usize = 100;

/// The most columns of a table.
const MOST_COLUMNS: usize = 50;

struct Row {
    cells: Vec<Cell>,
    head: bool,
    /// Whether a group of rows begins with it: `<tbody>`.
    first: bool,
}

struct Cell {
    blocks: Vec<Block>,
    head: bool,
    /// How many rows below it spans.
    below: usize,
}

/// Returns the blocks for a table with these parts.
pub fn blocks(builder: &mut Builder<'_, '_>, range: Range, span: Span, depth: usize) -> Vec<Block> {
    let mut table = Reading { builder, span, depth, rows: Vec::new(), opened: false, out: Vec::new() };
    table.read(range, false);
    table.flush();
    table.out
}

struct Reading<'r, 'b, 'n> {
    builder: &'r mut Builder<'b, 'n>,
    span: Span,
    depth: usize,
    rows: Vec<Row>,
    /// Whether a group of rows was opened and has no row yet.
    opened: bool,
    out: Vec<Block>,
}

impl Reading<'_, '_, '_> {
    fn read(&mut self, mut range: Range, head: bool) {
        while let Some(node) = self.builder.next(&mut range) {
            match node {
                Node::Element(element, inner) => match element.kind {
                    Kind::Rows if element.tag.name == "thead" && !head => self.read(inner, true),
                    // Their parts come next.
                    Kind::Rows | Kind::Nothing => {
                        self.opened |= element.kind == Kind::Rows;
                        range.start = inner.start;
                    }
                    Kind::Row => {
                        let first = std::mem::take(&mut self.opened);
                        self.rows.push(Row { cells: Vec::new(), head, first });
                        range.start = inner.start;
                    }
                    Kind::Cell { head: of_head } => self.cell(&element, inner, of_head || head),
                    _ => self.around(Node::Element(element, inner)),
                },
                block @ Node::Block(_) => self.around(block),
            }
        }
    }

    /// Adds content outside the cells, usually a caption, which splits the table.
    fn around(&mut self, node: Node) {
        let mut blocks = Vec::new();
        self.builder.node(node, self.depth, &mut blocks);
        // A comment between two rows does not split it.
        if blocks.iter().all(|block| matches!(block.kind, BlockKind::Comment(_))) {
            self.out.extend(blocks);
        } else {
            self.flush();
            self.out.extend(blocks);
        }
    }

    fn flush(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| !row.cells.is_empty());
        if is_listed(&rows) {
            rows.iter_mut().flat_map(|row| &mut row.cells).for_each(Cell::break_lists);
            self.out.push(Block { span: self.span, kind: table_of(rows) });
        } else if is_layout(&rows) {
            self.out.extend(rows.into_iter().flat_map(laid_out));
        } else {
            self.out.push(Block { span: self.span, kind: table_of(rows) });
        }
    }

    fn cell(&mut self, element: &Element, inner: Range, head: bool) {
        let blocks = self.builder.finished(inner, self.depth);
        let below = element.tag.attribute("rowspan").and_then(|rows| rows.trim().parse().ok());
        let below = below.map_or(0, |rows: usize| rows.saturating_sub(1).min(MOST_SPANNED));
        if self.rows.is_empty() {
            self.rows.push(Row { cells: Vec::new(), head: false, first: false });
        }
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell { blocks, head, below });
        }
    }
}

/// Returns whether a table is used for layout: one column, cells with more than text, or more columns than a page
/// can have.
fn is_layout(rows: &[Row]) -> bool {
    let text = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_));
    let picture = |cell: &Cell| match &cell.blocks[..] {
        [Block { kind: BlockKind::Paragraph(content), .. }] => {
            content.iter().any(|inline| matches!(inline.kind, InlineKind::Image { .. }))
                && !content.iter().any(|inline| matches!(inline.kind, InlineKind::Text(_)))
        }
        _ => false,
    };
    // A title and its date over cells that span all columns: one entry.
    let titled = matches!(rows, [first, rest @ ..]
        if first.cells.len() == 2
            && first.cells.iter().all(|cell| cell.head)
            && !rest.is_empty()
            && rest.iter().all(|row| row.cells.len() == 1));
    titled
        || rows.iter().all(|row| row.cells.len() < 2)
        || rows.iter().any(|row| row.cells.len() > MOST_COLUMNS)
        || rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.blocks.iter().all(text))
        || (rows.len() == 1 && rows[0].cells.iter().any(picture))
}

/// Returns whether a table is a row of titles over one row of lists: `Languages | Tools` over what they are.
fn is_listed(rows: &[Row]) -> bool {
    let [head, lists] = rows else { return false };
    let titled = head.head || head.cells.iter().all(|cell| cell.head);
    let is_text = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_));
    let is_line = |item: &Item| matches!(item.blocks.as_slice(), [block] if is_text(block));
    let is_list = |cell: &Cell| match cell.blocks.as_slice() {
        [Block { kind: BlockKind::List { items, .. }, .. }] => items.iter().all(is_line),
        _ => false,
    };
    titled
        && head.cells.len() > 1
        && head.cells.len() == lists.cells.len()
        && head.cells.iter().all(|cell| matches!(cell.blocks.as_slice(), [block] if is_text(block)))
        && lists.cells.iter().all(is_list)
}

impl Cell {
    /// Sets the items of a list one below the other, as lines of text.
    fn break_lists(&mut self) {
        let Some(Block { kind, span }) = self.blocks.first_mut() else { return };
        let BlockKind::List { items, .. } = kind else { return };
        let mut lines: Vec<Inline> = Vec::new();
        for block in items.drain(..).flat_map(|item| item.blocks) {
            let BlockKind::Paragraph(content) = block.kind else { continue };
            if !lines.is_empty() {
                lines.push(Inline {
                    span: Span { end: block.span.start, ..block.span },
                    kind: InlineKind::HardBreak,
                });
            }
            lines.extend(content);
        }
        let span = *span;
        self.blocks = vec![Block { span, kind: BlockKind::Paragraph(lines) }];
    }
}

/// Sets a paragraph in bold, as browsers set the titles of tables.
fn embolden(block: &mut Block) {
    if let Block { kind: BlockKind::Paragraph(content), span } = block {
        let words = std::mem::take(content);
        content.push(Inline { span: *span, kind: InlineKind::Strong(words) });
    }
}

/// Returns the blocks of a row's cells; a heading and its date are one line.
fn laid_out(row: Row) -> Vec<Block> {
    let heading = |cell: &Cell| matches!(&cell.blocks[..], [Block { kind: BlockKind::Heading { .. }, .. }]);
    let cells = row.cells.into_iter().filter(|cell| !cell.blocks.is_empty());
    let mut cells: Vec<Cell> = cells.collect();
    let line = |cell: &Cell| matches!(&cell.blocks[..], [Block { kind: BlockKind::Paragraph(_), .. }]);
    if cells.iter().any(|cell| cell.head) && cells.iter().all(line) {
        // The first cell is the title: browsers set it in bold.
        if let Some(title) = cells.iter_mut().find(|cell| cell.head).and_then(|cell| cell.blocks.first_mut())
        {
            embolden(title);
        }
        let cells = cells.into_iter().map(|cell| cell.blocks.into_iter().map(row::Laid::from).collect());
        return row::side_by_side(cells.collect()).into_iter().map(|laid| laid.block).collect();
    }
    if cells.iter().filter(|cell| heading(cell)).count() != 1 {
        return cells.into_iter().flat_map(|cell| cell.blocks).collect();
    }
    let cells = cells.into_iter().map(|cell| cell.blocks.into_iter().map(row::Laid::from).collect());
    row::side_by_side(cells.collect()).into_iter().map(|laid| laid.block).collect()
}

fn table_of(rows: Vec<Row>) -> BlockKind {
    // How many more rows each column is taken by a cell above.
    let mut taken: Vec<usize> = Vec::new();
    let (mut head, mut out): (Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>) = (Vec::new(), Vec::new());
    for (at, row) in rows.into_iter().enumerate() {
        // No cell extends beyond its group.
        if row.first {
            taken.clear();
        }
        let is_head = at == 0 && (row.head || row.cells.iter().all(|cell| cell.head));
        let mut cells: Vec<Vec<Inline>> = Vec::new();
        for cell in row.cells {
            while let Some(rows) = taken.get_mut(cells.len()).filter(|rows| **rows > 0) {
                *rows -= 1;
                cells.push(Vec::new());
            }
            if taken.len() <= cells.len() {
                taken.resize(cells.len() + 1, 0);
            }
            taken[cells.len()] = cell.below;
            cells.push(inlines(cell.blocks, &separator));
        }
        taken.iter_mut().skip(cells.len()).for_each(|rows| *rows = rows.saturating_sub(1));
        if is_head {
            head = cells;
        } else {
            out.push(cells);
        }
    }
    let widest = out.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    BlockKind::Table { align: vec![Align::Start; widest], head, rows: out }
}
