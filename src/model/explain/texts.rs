//! Every text that is printed.

use crate::diag::Span;
use crate::model::resume::{Block, BlockKind, KeyValue, Resume};
use crate::model::rich::{Piece, Rich};

/// Returns every text of a résumé that is printed, with its place, in reading order.
pub fn texts(resume: &Resume) -> Vec<(Span, String)> {
    let mut out = Vec::new();
    let header = &resume.header;
    header.title().iter().for_each(|title| rich(title, &mut out));
    header.headline.iter().for_each(|pair| key_value(pair, &mut out));
    for contact in &header.contacts {
        contact.key.iter().for_each(|key| rich(key, &mut out));
        rich(&contact.value, &mut out);
    }
    header.facts.iter().for_each(|pair| key_value(pair, &mut out));
    block_texts(&header.blocks, &mut out);
    for section in &resume.sections {
        rich(&section.title, &mut out);
        block_texts(&section.blocks, &mut out);
    }
    out
}

fn rich(text: &Rich, out: &mut Vec<(Span, String)>) {
    for piece in &text.0 {
        // A run without a place is not from the source: a dash for two hyphens.
        if let Piece::Run(run) = piece
            && !(run.span.is_empty() && run.text.trim() == "–")
        {
            out.push((run.span, run.text.clone()));
        }
    }
}

fn key_value(pair: &KeyValue, out: &mut Vec<(Span, String)>) {
    pair.key.iter().for_each(|key| rich(key, out));
    rich(&pair.value, out);
}

fn block_texts(blocks: &[Block], out: &mut Vec<(Span, String)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Entry(entry) => {
                entry.number.iter().for_each(|number| rich(number, out));
                entry.parts.iter().for_each(|part| rich(&part.text, out));
                entry.dates.iter().for_each(|dates| rich(&dates.raw, out));
                entry.tags.iter().for_each(|tag| rich(tag, out));
                block_texts(&entry.body, out);
            }
            BlockKind::Paragraph(lines) => {
                for line in lines {
                    line.label.iter().for_each(|label| rich(&label.text, out));
                    rich(&line.body, out);
                }
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| block_texts(&item.blocks, out)),
            BlockKind::KeyValues(pairs) => pairs.iter().for_each(|pair| key_value(pair, out)),
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| rich(cell, out));
            }
            BlockKind::Quote(blocks) => block_texts(blocks, out),
            BlockKind::Code { text } => rich(text, out),
            BlockKind::Image(_) | BlockKind::Rule | BlockKind::PageBreak => {}
        }
    }
}
