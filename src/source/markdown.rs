//! The Markdown tree: plain data, each node with its place. Made by `parse`, read by `model`.

use crate::diag::Span;

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markdown {
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// Visible text that is in none of them, in order.
    pub dropped: Vec<Dropped>,
}

/// Text that the author hid, or that replaces a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its place.
    pub span: Span,
    /// The characters.
    pub text: String,
    /// The reason why it is not printed: `hidden by its style` …
    pub why: &'static str,
}

/// A block with its place in the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// From its first byte to after its last one.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// `# Title`; `setext` if underlined instead.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Whether it is underlined with `===` or `---`.
        setext: bool,
        /// The title.
        content: Vec<Inline>,
    },
    /// Running text.
    Paragraph(Vec<Inline>),
    /// Bullets, or numbers when `start` is given.
    List {
        /// The number of the first item.
        start: Option<u64>,
        /// Whether there are no blank lines between items.
        tight: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// `> ` lines.
    Quote(Vec<Block>),
    /// A fenced or indented block.
    Code {
        /// The text after the opening fence.
        info: String,
        /// The text, verbatim.
        text: String,
    },
    /// A pipe table, or `<table>`.
    Table {
        /// One per column.
        align: Vec<Align>,
        /// The header's cells; empty if it has no header.
        head: Vec<Vec<Inline>>,
        /// The rows' cells; rows may be short.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// `Term` over `: text` lines.
    Definitions(Vec<Definition>),
    /// A footnote's text, where it was written.
    Footnote {
        /// Its label.
        label: String,
        /// Its text.
        blocks: Vec<Block>,
    },
    /// `---`.
    Break,
    /// `<!-- text -->`, the text trimmed.
    Comment(String),
    /// Raw HTML other than comments, verbatim.
    Html(String),
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// From the marker on.
    pub span: Span,
    /// The marker as written: `-`, `3.`
    pub marker: String,
    /// `[x]` true, `[ ]` false.
    pub task: Option<bool>,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A term and its descriptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// Each `: text`.
    pub details: Vec<Vec<Block>>,
    /// The place of all of it.
    pub span: Span,
}

/// The alignment of a table's column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Not given: in the direction of the text.
    #[default]
    Start,
    /// `:-:`
    Center,
    /// `-:`
    End,
}

/// A piece of running text with its place in the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline {
    /// The bytes it came from, markup included.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of inline.
#[derive(Clone, Debug, PartialEq)]
pub enum InlineKind {
    /// Text; equal to the source's bytes at `span` unless it came from an escape or an entity. A tab with an empty
    /// place separates what HTML sets side by side: `<span>`s, floats.
    Text(String),
    /// `` `code` ``, verbatim; its place is that of the text alone.
    Code(String),
    /// `*text*`
    Emphasis(Vec<Inline>),
    /// `**text**`
    Strong(Vec<Inline>),
    /// `~~text~~`
    Strike(Vec<Inline>),
    /// `[text](url)` or `<url>`.
    Link {
        /// Its target.
        url: String,
        /// The printed text.
        content: Vec<Inline>,
    },
    /// `![alt](src)`
    Image {
        /// The file's name as written.
        src: String,
        /// The text that is read out instead.
        alt: String,
        /// Width in pixels, from `<img width=…>`.
        width: Option<u32>,
    },
    /// An icon by its bare name: `phone`, from `<i class="fa fa-phone">` or `:tabler-phone:`.
    Icon(String),
    /// A newline in the source: a blank if the words around it need one (`space`), else nothing.
    SoftBreak {
        /// Whether a blank belongs between the text before and after.
        space: bool,
    },
    /// Two trailing blanks, a backslash, or `<br>`; in running text also `<li>`, `<p>` and the like.
    HardBreak,
    /// An HTML tag inside running text: `<b> <i> <u> <sub> <sup> <span> <a>`.
    Tag {
        /// Its name in lower case.
        name: String,
        /// `</name>`.
        closing: bool,
        /// Its attributes.
        attributes: Vec<(String, String)>,
    },
    /// An inline comment, the text trimmed.
    Comment(String),
    /// Raw HTML that is not understood, verbatim.
    Html(String),
    /// `[^label]`
    FootnoteReference(String),
}

/// Calls `each` for every visible text of some blocks with its place, in order.
pub fn texts(blocks: &[Block], each: &mut impl FnMut(&str, Span)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => inline_texts(content, each),
            BlockKind::List { items, .. } => items.iter().for_each(|item| texts(&item.blocks, each)),
            BlockKind::Quote(blocks) => texts(blocks, each),
            BlockKind::Footnote { label, blocks } => {
                each(label, block.span);
                texts(blocks, each);
            }
            BlockKind::Code { text, .. } => each(text, block.span),
            BlockKind::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| inline_texts(cell, each));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inline_texts(&definition.term, each);
                    definition.details.iter().for_each(|blocks| texts(blocks, each));
                }
            }
            BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
        }
    }
}

/// Calls `each` for every inline of running text in some blocks, and for those inside it, in order.
pub fn running(blocks: &[Block], each: &mut impl FnMut(&Inline)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => within(content, each),
            BlockKind::List { items, .. } => items.iter().for_each(|item| running(&item.blocks, each)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => running(blocks, each),
            BlockKind::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| within(cell, each));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    within(&definition.term, each);
                    definition.details.iter().for_each(|blocks| running(blocks, each));
                }
            }
            BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
        }
    }
}

/// Calls `each` for inlines and for those inside them, in order.
pub fn within(inlines: &[Inline], each: &mut impl FnMut(&Inline)) {
    for inline in inlines {
        each(inline);
        if let InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } = &inline.kind
        {
            within(content, each);
        }
    }
}

/// Returns the visible text of some inlines.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    inline_texts(inlines, &mut |words, _| text.push_str(words));
    text
}

/// Calls `each` for every visible text of some inlines with its place, in order.
pub fn inline_texts(inlines: &[Inline], each: &mut impl FnMut(&str, Span)) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::FootnoteReference(text) => {
                each(text, inline.span);
            }
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => inline_texts(content, each),
            InlineKind::Image { .. }
            | InlineKind::Icon(_)
            | InlineKind::SoftBreak { .. }
            | InlineKind::HardBreak
            | InlineKind::Tag { .. }
            | InlineKind::Comment(_)
            | InlineKind::Html(_) => {}
        }
    }
}
