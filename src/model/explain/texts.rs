//! Every text that is printed.

use crate::diag::Span;
use crate::model::resume::{Block, BlockKind, KeyValue, Resume};
use crate::model::rich::{Piece, Rich};
use crate::source::{Source, markdown};

/// What a text says, and what is made of it: each text with its place, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// What the source says, outside its front matter.
    pub written: Vec<(Span, String)>,
    /// What is printed of it, or is said not to be.
    pub understood: Vec<(Span, String)>,
}

/// Returns what a source says and what is made of it, to be compared: what is in one and not in the other was lost, or
/// came from nowhere.
pub fn account(source: &Source, resume: &Resume) -> Account {
    let mut account = Account::default();
    let Account { written, understood } = &mut account;
    markdown::texts(&source.markdown.blocks, &mut |text, span| written.push((span, text.to_owned())));
    written.extend(source.markdown.dropped.iter().map(|dropped| (dropped.span, dropped.text.clone())));
    let front = source.front.span;
    let printed = texts(resume).into_iter();
    understood.extend(printed.filter(|(span, _)| front.is_empty() || span.start >= front.end));
    understood.extend(resume.consumed.iter().map(|consumed| (consumed.span, consumed.text.clone())));
    written.sort_by_key(|(span, _)| span.start);
    understood.sort_by_key(|(span, _)| span.start);
    account
}

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
