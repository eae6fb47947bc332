//! The text that ought to be readable: every text of the model that the layout does not hide.

use crate::diag::Span;
use crate::layout::{CellPart, Element, Layout, Slot};
use crate::model::{Block, BlockKind, Entry, Header, KeyValue, Piece, Resume, Rich, Section, SectionKind};

/// A text of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The text to be read.
    pub text: String,
    /// Its place.
    pub span: Span,
    /// The number of its rich text, whose pieces follow each other without a gap.
    pub unit: usize,
    /// The section that it is in, from 1, in the order in which the layout prints them; 0 for the header, whose
    /// parts a layout may place freely.
    pub section: usize,
    /// Its place in the reading order inside its section: its place in the source. All parts of one entry's line
    /// share it, since a layout may place the date freely.
    pub order: u32,
    /// Whether it is a key of a list, which a layout may spread to a common width.
    pub key: bool,
    /// Whether it is the key of a contact that an icon may replace; its text is then the icon's.
    pub icon: bool,
}

impl Wanted {
    /// Returns whether its text is the source's own bytes.
    pub fn is_verbatim(&self) -> bool {
        self.text.len() == self.span.len()
    }
}

/// Returns the texts of a résumé that ought to be readable, in reading order: all except those that the layout
/// hides or renames.
pub fn list(resume: &Resume, layout: &Layout) -> Vec<Wanted> {
    let mut walk = Walk { bare: layout.header.values().any(is_bare), ..Walk::default() };
    walk.header(&resume.header);
    let kind_of = |section: &Section| section.kinds.first().copied().unwrap_or(SectionKind::Other);
    let mut sections: Vec<&Section> = resume.sections.iter().collect();
    sections.retain(|section| !layout.arrangement.hide.contains(&kind_of(section)));
    sections.sort_by_key(|section| layout.arrangement.rank(kind_of(section)));
    for (at, section) in sections.into_iter().enumerate() {
        let kind = kind_of(section);
        // The form of a letter decides where its parts are placed.
        walk.section = if resume.letter.is_some() { 0 } else { at + 1 };
        if layout.arrangement.title(kind, &resume.meta.lang).is_none() {
            walk.rich(&section.title);
        }
        walk.blocks(&section.blocks);
    }
    walk.texts
}

#[derive(Default)]
struct Walk {
    texts: Vec<Wanted>,
    unit: usize,
    section: usize,
    /// The start of the entry's line, inside one.
    line: Option<u32>,
    key: bool,
    icon: bool,
    /// Whether contacts that are clear from their value are shown without their key.
    bare: bool,
}

/// Returns whether an element shows contacts without the keys that they do not need.
fn is_bare(element: &Element) -> bool {
    let rows = element.columns.iter().flat_map(|column| &column.rows);
    rows.flat_map(|row| &row.cells).flat_map(|cell| &cell.parts).any(|part| match part {
        CellPart::Slot { slot: Slot::Contacts, options, .. } => options.bare,
        _ => false,
    })
}

impl Walk {
    fn rich(&mut self, text: &Rich) {
        self.unit += 1;
        for piece in &text.0 {
            // `Rust<br>Cobol` in a cell are two words.
            let Piece::Run(run) = piece else {
                self.unit += 1;
                continue;
            };
            // What has no place, such as the number of a footnote, was not written by anybody, and parts what was.
            if run.span.is_empty() {
                self.unit += 1;
                continue;
            }
            self.texts.push(Wanted {
                text: run.text.clone(),
                span: run.span,
                unit: self.unit,
                section: self.section,
                order: self.line.unwrap_or(run.span.start),
                key: self.key,
                icon: self.icon,
            });
        }
    }

    fn key(&mut self, key: Option<&Rich>, icon: bool) {
        (self.key, self.icon) = (true, icon);
        key.into_iter().for_each(|key| self.rich(key));
        (self.key, self.icon) = (false, false);
    }

    fn pair(&mut self, pair: &KeyValue) {
        self.key(pair.key.as_ref(), false);
        self.rich(&pair.value);
    }

    fn header(&mut self, header: &Header) {
        header.title().iter().for_each(|title| self.rich(title));
        header.headline.iter().for_each(|headline| self.pair(headline));
        for contact in &header.contacts {
            self.key(contact.key.as_ref().filter(|_| !self.bare || !contact.value_tells()), true);
            self.rich(&contact.brief());
        }
        header.facts.iter().for_each(|fact| self.pair(fact));
        self.blocks(&header.blocks);
    }

    /// Recurses as deep as the model, which is bounded.
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Entry(entry) => self.entry(entry),
                BlockKind::Paragraph(lines) => {
                    for line in lines {
                        line.label.iter().for_each(|label| self.rich(&label.text));
                        self.rich(&line.body);
                    }
                }
                BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::KeyValues(pairs) => pairs.iter().for_each(|pair| self.pair(pair)),
                BlockKind::Table(table) => {
                    table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| self.rich(cell));
                }
                BlockKind::Quote(quoted) => self.blocks(quoted),
                BlockKind::Code { text } => self.rich(text),
                BlockKind::Image(_) | BlockKind::Rule | BlockKind::PageBreak => {}
            }
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.line = Some(entry.span.start);
        entry.number.iter().for_each(|number| self.rich(number));
        entry.parts.iter().for_each(|part| self.rich(&part.text));
        entry.dates.iter().for_each(|dates| self.rich(&dates.raw));
        entry.tags.iter().for_each(|tag| self.rich(tag));
        self.line = None;
        self.blocks(&entry.body);
    }
}
