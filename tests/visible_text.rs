//! What a résumé says, as one string in the author's order: the measure of what may not be lost.

use jianli::model::{Block, BlockKind, Entry, Header, KeyValue, Resume, Rich};

/// Returns all text of a résumé that belongs on its pages.
pub fn all(resume: &Resume) -> String {
    let mut said = String::new();
    header(&resume.header, &mut said);
    for section in &resume.sections {
        rich(&section.title, &mut said);
        blocks(&section.blocks, &mut said);
    }
    said
}

fn header(header: &Header, said: &mut String) {
    header.title().iter().for_each(|title| rich(title, said));
    header.headline.iter().for_each(|headline| pair(headline, said));
    for contact in &header.contacts {
        contact.key.iter().for_each(|key| rich(key, said));
        rich(&contact.value, said);
    }
    header.facts.iter().for_each(|fact| pair(fact, said));
    blocks(&header.blocks, said);
}

fn blocks(blocks: &[Block], said: &mut String) {
    for block in blocks {
        self::block(block, said);
    }
}

fn block(block: &Block, said: &mut String) {
    match &block.kind {
        BlockKind::Entry(entry) => self::entry(entry, said),
        BlockKind::Paragraph(lines) => {
            for line in lines {
                line.label.iter().for_each(|label| rich(&label.text, said));
                rich(&line.body, said);
            }
        }
        BlockKind::List(list) => {
            for item in &list.items {
                *said += item.number.as_deref().unwrap_or("");
                blocks(&item.blocks, said);
            }
        }
        BlockKind::KeyValues(pairs) => pairs.iter().for_each(|p| pair(p, said)),
        BlockKind::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| rich(cell, said));
        }
        BlockKind::Quote(quoted) => blocks(quoted, said),
        BlockKind::Code { text } => rich(text, said),
        BlockKind::Image(_) | BlockKind::Rule | BlockKind::PageBreak => {}
    }
}

fn entry(entry: &Entry, said: &mut String) {
    entry.number.iter().for_each(|number| rich(number, said));
    entry.parts.iter().for_each(|part| rich(&part.text, said));
    entry.dates.iter().for_each(|dates| rich(&dates.raw, said));
    entry.tags.iter().for_each(|tag| rich(tag, said));
    blocks(&entry.body, said);
}

fn pair(pair: &KeyValue, said: &mut String) {
    pair.key.iter().for_each(|key| rich(key, said));
    rich(&pair.value, said);
}

fn rich(text: &Rich, said: &mut String) {
    *said += &text.text();
}
