use jianli::boxes::{Block, CellBox, Content, Hanging, Inline, Paragraph, Tree};

use super::{Dump, glue, pt};

/// Returns the boxes of a document as an indented tree.
pub fn boxes(tree: &Tree) -> String {
    let mut out = Dump::default();
    for (at, flow) in tree.regions.iter().enumerate() {
        out.line(format_args!("region {} of {}", at + 1, pt(flow.measure)));
        out.inside(|out| dump_blocks(&flow.blocks, out));
    }
    for (name, running) in ["header", "footer"].iter().zip(&tree.running) {
        let Some(running) = running else { continue };
        out.line(format_args!("{name} first {} single {}", running.first, running.single));
        out.inside(|out| running.row.cells.iter().for_each(|cell| dump_cell(cell, out)));
    }
    out.text
}

fn dump_blocks(blocks: &[Block], out: &mut Dump) {
    for block in blocks {
        dump_block(block, out);
    }
}

fn dump_block(block: &Block, out: &mut Dump) {
    let around = around(block);
    match &block.content {
        Content::Stack(blocks) => {
            out.line(format_args!("stack{around}"));
            out.inside(|out| dump_blocks(blocks, out));
        }
        Content::Paragraph(paragraph) => out.line(format_args!("{}{around}", dump_paragraph(paragraph))),
        Content::Row(row) => {
            out.line(format_args!("row{around}"));
            out.inside(|out| row.cells.iter().for_each(|cell| dump_cell(cell, out)));
        }
        Content::Grid(grid) => {
            out.line(format_args!("grid {:?}{around}", grid.grid.columns));
            for (key, value) in &grid.pairs {
                let pair = format!("{} ⇥ {}", dump_paragraph(key), dump_paragraph(value));
                out.inside(|out| out.line(pair));
            }
        }
        Content::Table(table) => {
            out.line(format_args!("table{around}"));
            for row in std::iter::once(&table.head).chain(&table.rows) {
                let cells: Vec<String> = row.iter().map(dump_paragraph).collect();
                out.inside(|out| out.line(cells.join(" ⇥ ")));
            }
        }
        Content::Columns(columns) => {
            out.line(format_args!("columns {} {}{around}", columns.count, pt(columns.gutter)));
            out.inside(|out| dump_blocks(&columns.blocks, out));
        }
        Content::Rule(rule) => out.line(format_args!("rule {} {:?}{around}", pt(rule.width), rule.color)),
        Content::Image(image) => {
            let (width, height) = (pt(image.size.width), pt(image.size.height));
            out.line(format_args!("image {} {width} × {height} crop {:?}{around}", image.src, image.crop));
        }
    }
}

/// Returns what a block says beside its content, as far as it says anything.
fn around(block: &Block) -> String {
    let plain = Block::default();
    let mut said = String::new();
    if (block.before, block.after) != (plain.before, plain.after) {
        said += &format!("  space {} / {}", glue(block.before), glue(block.after));
    }
    if block.indent != plain.indent {
        said += &format!("  indent {} / {}", pt(block.indent.0), pt(block.indent.1));
    }
    if block.keep != plain.keep {
        said += &format!("  {:?}", block.keep);
    }
    if block.break_before != plain.break_before {
        said += &format!("  break {:?}", block.break_before);
    }
    if block.frame != plain.frame {
        said += &format!("  {:?}", block.frame);
    }
    said
}

fn dump_cell(cell: &CellBox, out: &mut Dump) {
    out.line(format_args!("cell {:?} {:?}", cell.start, cell.width));
    out.inside(|out| dump_blocks(&cell.blocks, out));
}

fn dump_paragraph(paragraph: &Paragraph) -> String {
    let label = paragraph.label.as_ref().map_or(String::new(), dump_label);
    format!("{label}{}", dump_inlines(&paragraph.inlines))
}

fn dump_label(label: &Hanging) -> String {
    format!("{} {:?} ", dump_inlines(&label.inlines), label.width)
}

/// Returns the text of inlines, with size and weight where they differ from the piece before.
fn dump_inlines(inlines: &[Inline]) -> String {
    let (mut text, mut look) = (String::from("“"), String::new());
    for inline in inlines {
        match inline {
            Inline::Text(piece) => {
                let style = piece.style.style;
                let now = format!("{} {} {:?}", pt(style.size), style.weight, style.color);
                let link = piece.link.as_ref().map_or(String::new(), |link| format!("→ {link} "));
                if now != look || !link.is_empty() {
                    text += &format!("{{{link}{now}}}");
                    look = now;
                }
                text += &piece.text;
            }
            Inline::Break => text += "⏎",
            Inline::Separator(between) => text += &format!("‹{}›", between.text),
            Inline::Space(width) => text += &format!("␣{}␣", pt(*width)),
            Inline::Icon(icon) => text += &format!("({:?} {})", icon.kind, pt(icon.size)),
            Inline::Folio(folio, _) => text += &format!("({folio:?})"),
        }
    }
    text + "”"
}
