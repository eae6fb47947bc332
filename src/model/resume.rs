//! The types of a résumé. Plain data, every node with its place in the source.

use super::date::{Date, Dates};
use super::directive::Directive;
use super::kinds::{ContactKind, SectionKind};
use super::letter::Letter;
use super::rich::Rich;
use crate::diag::Span;
use crate::source::Images;

/// A résumé as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resume {
    /// Title, author, language: for the file, not for the page.
    pub meta: Meta,
    /// Name, headline, contacts, facts, photo.
    pub header: Header,
    /// The sections in the author's order.
    pub sections: Vec<Section>,
    /// Source characters that are not printed, in order.
    pub consumed: Vec<Consumed>,
    /// Directives that concern neither order nor text: tags, columns.
    pub directives: Vec<Directive>,
    /// Uncertain points in the understanding of the text.
    pub doubts: Vec<Doubt>,
    /// The images that the text shows.
    pub images: Images,
    /// Data of a letter, if it is one: its header is its sender, its one section its text.
    pub letter: Option<Letter>,
}

/// A guess: its place, its reason, and what would settle it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The text that it is about.
    pub span: Span,
    /// Why it was made.
    pub why: &'static str,
    /// What to write to leave nothing to guess.
    pub cure: &'static str,
}

/// The metadata of the PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Name and headline.
    pub title: String,
    /// The name.
    pub author: String,
    /// The document's language, a BCP 47 tag: `zh-Hans`, `en`, `ja`, `ko` …
    pub lang: String,
}

/// Source text that does not reach the page, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consumed {
    /// Its place.
    pub span: Span,
    /// The characters, without Markdown markup.
    pub text: String,
    /// The reason: `title of the header section`, `brackets round a date` …
    pub why: &'static str,
}

/// Everything above the first section.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The place of the whole header.
    pub span: Span,
    /// The person's name.
    pub name: Option<Rich>,
    /// The title of the document (`# CV`), if there is no name and no contact next to it. It is printed in
    /// the place of the name; no program takes it for one.
    pub paper: Option<Rich>,
    /// The line under the name, with its key if the author wrote one (应聘职位：).
    pub headline: Option<KeyValue>,
    /// Ways to reach the person, in the author's order.
    pub contacts: Vec<Contact>,
    /// Other key–value items, in the author's order.
    pub facts: Vec<KeyValue>,
    /// The photo.
    pub photo: Option<Image>,
    /// Any other blocks, in order.
    pub blocks: Vec<Block>,
    /// Keys of the author's own with their values, which a layout may print.
    pub fields: Vec<(String, Rich)>,
}

impl Header {
    /// Returns the text at the top: the name, or else the title of the document.
    pub fn title(&self) -> Option<&Rich> {
        self.name.as_ref().or(self.paper.as_ref())
    }

    /// Returns the value of a key of the author's own.
    pub fn field(&self, name: &str) -> Option<&Rich> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// One way to reach the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Its kinds; two when the key names two (`联系电话/微信号`); none for text among contacts.
    pub kinds: Vec<ContactKind>,
    /// The key as written, colon included.
    pub key: Option<Rich>,
    /// The value as written, including links.
    pub value: Rich,
    /// The place of key and value.
    pub span: Span,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyValue {
    /// The key as written, colon included; `None` for a headline without a key.
    pub key: Option<Rich>,
    /// The value as written.
    pub value: Rich,
    /// The place of key and value.
    pub span: Span,
}

/// A titled part of the résumé.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The title as written; empty for text before any section.
    pub title: Rich,
    /// The kinds in the title: that of its first part, then the others'. Never empty.
    pub kinds: Vec<SectionKind>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// The place of the title.
    pub span: Span,
}

/// A block with its place and the directives that apply to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its place.
    pub span: Span,
    /// `<!-- keep -->`: not split over pages.
    pub keep: bool,
    /// Its kind.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A job, a school, a project; it contains its own blocks, entries among them.
    Entry(Box<Entry>),
    /// Running text: each line that the author set apart is a [`TextLine`], usually one in all.
    Paragraph(Vec<TextLine>),
    /// Bullets or numbers.
    List(List),
    /// Two or more `键：值` items: a grid.
    KeyValues(Vec<KeyValue>),
    /// A table.
    Table(Table),
    /// A quotation.
    Quote(Vec<Block>),
    /// Code, verbatim.
    Code {
        /// Its text.
        text: Rich,
    },
    /// An image in the running text.
    Image(Image),
    /// `---`
    Rule,
    /// `<!-- pagebreak -->`
    PageBreak,
}

/// A piece of a paragraph that starts on a line of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// A hand-written number or a run-in key that further lines hang under, as written.
    pub label: Option<Label>,
    /// The text after it.
    pub body: Rich,
    /// The place of label and text.
    pub span: Span,
}

/// The text under which the rest of a line is hung.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text as written: `(1)`, `难点：`.
    pub text: Rich,
    /// Its kind.
    pub kind: LabelKind,
}

/// The kinds of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A hand-written number that opens a sentence: an item of a list.
    Number,
    /// A hand-written number that opens a short title on a line of its own.
    Title,
    /// A run-in key.
    Key,
}

/// A job, a school, a project or a sub-project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// 0 for an entry of the section, 1 for what is inside one, and so on.
    pub depth: u8,
    /// Its kind, from its depth, its date and its section.
    pub kind: EntryKind,
    /// The kind of the section around it.
    pub section: SectionKind,
    /// A hand-written number before the title: `(1)`.
    pub number: Option<Rich>,
    /// The parts of its line, in the author's order, without date and tags. Never empty.
    pub parts: Vec<Part>,
    /// Whether the author's line shows the employer or the school as its head, wherever it is in the line.
    pub house_leads: bool,
    /// Whether a code span below its title gave the employer.
    pub house_in_code: bool,
    /// When it took place.
    pub dates: Option<Dates>,
    /// The words of a line of code spans only.
    pub tags: Vec<Rich>,
    /// Its blocks, in order; roles and projects are entries among them.
    pub body: Vec<Block>,
    /// The place of its line.
    pub span: Span,
}

impl Entry {
    /// Returns the first part with a given role.
    pub fn part(&self, role: PartRole) -> Option<&Rich> {
        self.parts.iter().find(|p| p.role == role).map(|p| &p.text)
    }

    /// Returns when it began, and when it ended unless it goes on: its own dates, else those of the
    /// roles under it. `None` without either.
    pub fn period(&self) -> Option<(Date, Option<Date>)> {
        if let Some(dates) = &self.dates {
            let start = dates.start?;
            return Some((start, if dates.open { None } else { Some(dates.end.unwrap_or(start)) }));
        }
        let roles = self.body.iter().filter_map(|block| match &block.kind {
            BlockKind::Entry(entry) if entry.kind == EntryKind::Role => entry.dates.as_ref(),
            _ => None,
        });
        let mut period: Option<(Date, Option<Date>)> = None;
        for dates in roles {
            let Some(start) = dates.start else { continue };
            let end = if dates.open { None } else { Some(dates.end.unwrap_or(start)) };
            period = Some(match period {
                None => (start, end),
                Some((first, last)) => (first.min(start), last.zip(end).map(|(a, b)| a.max(b))),
            });
        }
        period
    }
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Directly in a section.
    #[default]
    Entry,
    /// A position held at the employer around it.
    Role,
    /// A project, or a part of one.
    Project,
}

/// One part of an entry's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its role.
    pub role: PartRole,
    /// Its text, as written.
    pub text: Rich,
}

/// The role of a part of an entry's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// The name of a project, an award …: the first part if it is not an organisation.
    Title,
    /// Employer or school.
    Organization,
    /// Position held.
    Role,
    /// The subject studied.
    Subject,
    /// The degree.
    Degree,
    /// The place.
    Place,
    /// Any other part.
    Other,
}

/// A list with markers.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Whether it is numbered, by Markdown's own numbers.
    pub ordered: bool,
    /// Its items.
    pub items: Vec<Item>,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The number as it is printed (`3.`), for an ordered list.
    pub number: Option<String>,
    /// `[x]` true, `[ ]` false.
    pub task: Option<bool>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its place.
    pub span: Span,
}

/// A table; every row has as many cells as the widest.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The alignment of each column.
    pub align: Vec<crate::source::markdown::Align>,
    /// The header's cells; empty if all of them are.
    pub head: Vec<Rich>,
    /// The rows' cells.
    pub rows: Vec<Vec<Rich>>,
    /// The images in its cells, in reading order; each goes under the text of its cell.
    pub images: Vec<CellImage>,
}

/// An image in a cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellImage {
    /// The row, from 0; `None`: the head.
    pub row: Option<usize>,
    /// The column, from 0.
    pub column: usize,
    /// The image.
    pub image: Image,
}

/// An image file next to the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The key in [`Resume::images`].
    pub src: String,
    /// The text that is read out instead.
    pub alt: String,
    /// The width set by the author, in CSS pixels.
    pub width: Option<u32>,
    /// Its place.
    pub span: Span,
}
