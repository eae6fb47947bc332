//! The names below the thumbnails, set by the text engine like all text.

use std::collections::BTreeMap;

use crate::boxes::{Block, Content, Flow, Inline, Paragraph, ParagraphSetting, TagId, Text, TextStyle, Tree};
use crate::diag::{Sink, counted};
use crate::font::FontBook;
use crate::geom::{Em, Point, Pt};
use crate::layout::{Align, Color, Stack, Style};
use crate::lines;
use crate::lines::{Item, Mark, Slab};
use crate::pages::Document;

const SIZE: Pt = Pt::new(11);
const LEADING: Pt = Pt::new(15);
/// The space between a page and its caption.
const GAP: Pt = Pt::new(5);
/// The space between the parts of a caption, in addition to their blank.
const PART: Pt = Pt::new(6);
/// The colour of the text next to the name.
const QUIET: Color = Color { rgb: [0x55, 0x55, 0x55], cmyk: None };

/// A caption: its lines from top to bottom.
pub(super) struct Caption {
    lines: Vec<Slab>,
}

/// Returns a caption for each document, `classic  2 pages  88 %`, in the measure of a thumbnail; each
/// is a paragraph of `tags`.
pub(super) fn set(documents: &[(String, Document)], tags: &[TagId], fonts: &FontBook) -> Vec<Caption> {
    let flows = documents.iter().zip(tags).map(|((name, document), &tag)| {
        let content = Content::Paragraph(paragraph(name, document, tag));
        Flow { measure: CELL, blocks: vec![Block { content, ..Block::default() }] }
    });
    let stack = Stack {
        latin: vec!["Inter".to_owned()],
        body: vec!["Noto Sans SC".to_owned()],
        scale: BTreeMap::new(),
    };
    let tree =
        Tree { regions: flows.collect(), stacks: vec![stack], lang: "en".to_owned(), ..Tree::default() };
    // No findings: none of this text is the author's.
    let galley = lines::set(&tree, fonts, &mut Sink::default());
    let slab = |item: Item| match item {
        Item::Slab(slab) => Some(slab),
        _ => None,
    };
    let caption = |column: Vec<Item>| Caption { lines: column.into_iter().filter_map(slab).collect() };
    galley.columns.into_iter().map(caption).collect()
}

/// Returns the number of pages of a document, in words.
pub(super) fn pages(document: &Document) -> String {
    // English always: a picture is the same whatever language it is asked for in.
    counted(document.pages.len(), "page").to_string()
}

fn paragraph(name: &str, document: &Document, tag: TagId) -> Paragraph {
    let bold = Style { weight: 700, ..quiet(Color::BLACK) };
    let fill = format!("{} %", document.last_page_fill);
    let inlines = vec![
        text(&format!("{name} "), bold),
        Inline::Space(PART),
        text(&format!("{} ", pages(document)), quiet(QUIET)),
        Inline::Space(PART),
        text(&fill, quiet(QUIET)),
    ];
    let setting = ParagraphSetting {
        align: Align::Start,
        leading: LEADING,
        lang: "en".to_owned(),
        gap: Em::ratio(1, 4),
        ..ParagraphSetting::default()
    };
    Paragraph { inlines, setting, label: None, tag: Some(tag) }
}

fn quiet(color: Color) -> Style {
    Style { size: SIZE, leading: LEADING, color, align: Align::Start, ..Style::PLAIN }
}

/// Returns a part of a caption, which stays on one line.
fn text(text: &str, style: Style) -> Inline {
    let style = TextStyle { style, ..TextStyle::default() };
    Inline::Text(Text { text: text.to_owned(), style, unbroken: true, ..Text::default() })
}

impl Caption {
    /// Returns the height that a caption takes below its page.
    pub fn height(&self) -> Pt {
        GAP + self.lines.iter().map(|line| line.height).sum()
    }

    /// Returns its marks below a thumbnail whose lower left corner is at `foot`.
    pub fn below(self, foot: Point) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut top = foot + Point { x: Pt::ZERO, y: GAP };
        for line in self.lines {
            marks.extend(line.marks.into_iter().map(|mark| Mark { at: mark.at + top, ..mark }));
            top.y += line.height;
        }
        marks
    }
}

/// The width of the widest page on the sheet.
pub(super) const CELL: Pt = Pt::new(206);
