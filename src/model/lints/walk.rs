//! All texts of a résumé with their kinds, and all texts in lists.

use crate::model::{Block, BlockKind, Entry, KeyValue, LabelKind, Resume, Rich, SectionKind, TextLine};

/// A text and its kind.
#[derive(Clone, Copy, Debug)]
pub struct Words<'r> {
    /// The text.
    pub text: &'r Rich,
    /// Its kind.
    pub kind: Kind,
}

/// The kind of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The name, a date: not checked.
    Fixed,
    /// A way to reach the person.
    Contact,
    /// A key, a title, a part of an entry's line.
    Title,
    /// The value after a key.
    Value,
    /// Running text.
    Prose,
    /// Running text about the person, in a summary or above all sections.
    Summary,
}

/// Returns all texts in the author's order.
pub fn words(resume: &Resume) -> Vec<Words<'_>> {
    let mut walk = Walk { found: Vec::new(), prose: Kind::Summary };
    let header = &resume.header;
    walk.add(header.name.as_ref(), Kind::Fixed);
    header.headline.iter().for_each(|headline| walk.pair(headline));
    for contact in &header.contacts {
        walk.add(contact.key.as_ref(), Kind::Title);
        walk.add(Some(&contact.value), Kind::Contact);
    }
    header.facts.iter().for_each(|fact| walk.pair(fact));
    walk.blocks(&header.blocks);
    for section in &resume.sections {
        walk.add(Some(&section.title), Kind::Title);
        let summary = matches!(section.kinds.first(), Some(SectionKind::Summary | SectionKind::Personal));
        walk.prose = if summary { Kind::Summary } else { Kind::Prose };
        walk.blocks(&section.blocks);
    }
    walk.found
}

/// Returns the texts of some blocks.
pub fn texts_of(blocks: &[Block]) -> impl Iterator<Item = String> {
    let mut walk = Walk { found: Vec::new(), prose: Kind::Prose };
    walk.blocks(blocks);
    walk.found.into_iter().map(|words| words.text.text().into_owned())
}

/// Returns the first line of each paragraph and item of some blocks.
pub fn openings_of(blocks: &[Block]) -> Vec<&Rich> {
    let mut lines = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(own) => lines.extend(own.iter().map(|line| &line.body)),
            BlockKind::List(list) => {
                for item in &list.items {
                    if let Some(Block { kind: BlockKind::Paragraph(own), .. }) = item.blocks.first() {
                        lines.extend(own.first().map(|line| &line.body));
                    }
                }
            }
            _ => {}
        }
    }
    lines
}

struct Walk<'r> {
    found: Vec<Words<'r>>,
    /// The kind of running text here.
    prose: Kind,
}

impl<'r> Walk<'r> {
    fn add(&mut self, text: Option<&'r Rich>, kind: Kind) {
        self.found.extend(text.map(|text| Words { text, kind }));
    }

    fn pair(&mut self, pair: &'r KeyValue) {
        self.add(pair.key.as_ref(), Kind::Title);
        self.add(Some(&pair.value), Kind::Value);
    }

    /// Walks blocks. Depth is that of the model, which is bounded.
    fn blocks(&mut self, blocks: &'r [Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Entry(entry) => self.entry(entry),
                BlockKind::Paragraph(lines) => {
                    for line in lines {
                        self.add(line.label.as_ref().map(|label| &label.text), Kind::Title);
                        self.add(Some(&line.body), self.prose);
                    }
                }
                BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::KeyValues(pairs) => pairs.iter().for_each(|pair| self.pair(pair)),
                BlockKind::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    cells.for_each(|cell| self.add(Some(cell), Kind::Value));
                }
                BlockKind::Quote(quoted) => self.blocks(quoted),
                BlockKind::Code { .. } | BlockKind::Image(_) | BlockKind::Rule | BlockKind::PageBreak => {}
            }
        }
    }

    fn entry(&mut self, entry: &'r Entry) {
        entry.parts.iter().for_each(|part| self.add(Some(&part.text), Kind::Title));
        entry.dates.iter().for_each(|dates| self.add(Some(&dates.raw), Kind::Fixed));
        // Tags are often typed like names of packages.
        self.blocks(&entry.body);
    }
}

/// Returns the texts side by side in a list, list by list: the last text of each item, and
/// lines that were numbered by hand, also over blank lines.
pub fn siblings(resume: &Resume) -> Vec<Vec<&Rich>> {
    let mut lists = Vec::new();
    siblings_in(&resume.header.blocks, &mut lists);
    resume.sections.iter().for_each(|section| siblings_in(&section.blocks, &mut lists));
    lists
}

fn siblings_in<'r>(blocks: &'r [Block], lists: &mut Vec<Vec<&'r Rich>>) {
    let mut numbered: Vec<&Rich> = Vec::new();
    let is_numbered =
        |line: &TextLine| line.label.as_ref().is_some_and(|label| label.kind == LabelKind::Number);
    for block in blocks {
        if let BlockKind::Paragraph(lines) = &block.kind {
            for line in lines {
                if is_numbered(line) {
                    numbered.push(&line.body);
                } else {
                    lists.push(std::mem::take(&mut numbered));
                }
            }
            continue;
        }
        lists.push(std::mem::take(&mut numbered));
        match &block.kind {
            BlockKind::Entry(entry) => siblings_in(&entry.body, lists),
            BlockKind::Quote(quoted) => siblings_in(quoted, lists),
            BlockKind::List(list) => {
                let last = list.items.iter().filter_map(|item| match &item.blocks.last()?.kind {
                    BlockKind::Paragraph(lines) => Some(&lines.last()?.body),
                    _ => None,
                });
                lists.push(last.collect());
                list.items.iter().for_each(|item| siblings_in(&item.blocks, lists));
            }
            _ => {}
        }
    }
    lists.push(numbered);
}
