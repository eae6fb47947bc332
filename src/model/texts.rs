//! Every text of a résumé that is printed or read out, in one place: what changes texts cannot forget one of them.

use super::resume::{Block, BlockKind, Entry, Header, KeyValue, Resume};
use super::rich::Rich;

/// A text of a résumé, to be changed.
pub enum TextMut<'a> {
    /// Text as it is printed.
    Printed(&'a mut Rich),
    /// Text whose every character counts: code, numbers before titles, dates.
    Literal(&'a mut Rich),
    /// What is read out in the place of a picture, and what programs show: the title and the author of the document.
    Spoken(&'a mut String),
}

/// Calls `each` with every text, in the author's order. Depth is that of the model, which the reader bounds.
pub fn each_text(resume: &mut Resume, each: &mut dyn FnMut(TextMut<'_>)) {
    header(&mut resume.header, each);
    for section in &mut resume.sections {
        each(TextMut::Printed(&mut section.title));
        blocks(&mut section.blocks, each);
    }
    each(TextMut::Spoken(&mut resume.meta.title));
    each(TextMut::Spoken(&mut resume.meta.author));
}

fn header(header: &mut Header, each: &mut dyn FnMut(TextMut<'_>)) {
    let Header { span: _, name, paper, headline, contacts, facts, photo, blocks: rest, fields } = header;
    name.iter_mut().chain(paper).for_each(|name| each(TextMut::Printed(name)));
    headline.iter_mut().for_each(|one| pair(one, each));
    for contact in contacts {
        contact.key.iter_mut().for_each(|key| each(TextMut::Printed(key)));
        each(TextMut::Printed(&mut contact.value));
    }
    facts.iter_mut().for_each(|fact| pair(fact, each));
    photo.iter_mut().for_each(|photo| each(TextMut::Spoken(&mut photo.alt)));
    blocks(rest, each);
    fields.iter_mut().for_each(|(_, value)| each(TextMut::Printed(value)));
}

fn blocks(list: &mut [Block], each: &mut dyn FnMut(TextMut<'_>)) {
    for block in list {
        match &mut block.kind {
            BlockKind::Entry(inner) => entry(inner, each),
            BlockKind::Paragraph(lines) => lines.iter_mut().for_each(|line| {
                line.label.iter_mut().for_each(|label| each(TextMut::Printed(&mut label.text)));
                each(TextMut::Printed(&mut line.body));
            }),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| blocks(&mut item.blocks, each)),
            BlockKind::KeyValues(pairs) => pairs.iter_mut().for_each(|one| pair(one, each)),
            BlockKind::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| each(TextMut::Printed(cell)));
                table.images.iter_mut().for_each(|cell| each(TextMut::Spoken(&mut cell.image.alt)));
            }
            BlockKind::Quote(inner) => blocks(inner, each),
            BlockKind::Code { text } => each(TextMut::Literal(text)),
            BlockKind::Image(image) => each(TextMut::Spoken(&mut image.alt)),
            BlockKind::Rule | BlockKind::PageBreak => {}
        }
    }
}

fn entry(entry: &mut Entry, each: &mut dyn FnMut(TextMut<'_>)) {
    entry.number.iter_mut().for_each(|number| each(TextMut::Literal(number)));
    entry.parts.iter_mut().for_each(|part| each(TextMut::Printed(&mut part.text)));
    entry.dates.iter_mut().for_each(|dates| each(TextMut::Literal(&mut dates.raw)));
    entry.tags.iter_mut().for_each(|tag| each(TextMut::Printed(tag)));
    blocks(&mut entry.body, each);
}

fn pair(pair: &mut KeyValue, each: &mut dyn FnMut(TextMut<'_>)) {
    pair.key.iter_mut().for_each(|key| each(TextMut::Printed(key)));
    each(TextMut::Printed(&mut pair.value));
}
