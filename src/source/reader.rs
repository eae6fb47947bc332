//! Events of the parser → the Markdown tree. Nothing of pulldown-cmark leaves this module.

mod inlines;

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::emphasis::Prepared;
use super::markdown::{Align, Block, BlockKind, Definition, Item};
use super::{breaks, fragment};
use crate::diag::{Diagnostic, FileId, Sink, Span, code};

/// How deep blocks, and emphasis and links within a block, may nest; what is deeper is flattened.
const MAX_DEPTH: usize = 24;

/// How many dropped link targets are reported.
const MAX_DROPPED: usize = 100;

/// Returns the blocks of `source[from..]`, with places in `source`.
///
/// Never fails: every text is Markdown. Reports targets of links that were dropped, HTML that is
/// not understood, and nesting beyond [`MAX_DEPTH`].
pub(super) fn read(source: &str, from: usize, file: FileId, sink: &mut Sink) -> Vec<Block> {
    let prepared = Prepared::new(&source[from..]);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let events = Parser::new_ext(&prepared.text, options).into_offset_iter().peekable();
    let mut reader = Reader {
        events,
        prepared: &prepared,
        source,
        from,
        file,
        too_deep: None,
        dropped: 0,
        unknown_tags: Vec::new(),
        sink,
    };
    let blocks = reader.blocks(0);
    let too_deep = reader.too_deep;
    if let Some(place) = too_deep {
        let message = format!("nested more than {MAX_DEPTH} deep; what is deeper is set at that depth");
        sink.report(Diagnostic::new(code::TOO_DEEP, place, message));
    }
    blocks
}

pub(super) struct Reader<'a, 'p> {
    events: Peekable<OffsetIter<'p>>,
    prepared: &'a Prepared<'p>,
    pub(super) source: &'a str,
    /// Where the Markdown begins in `source`, behind the front matter.
    from: usize,
    file: FileId,
    too_deep: Option<Span>,
    /// How many link targets were dropped.
    dropped: usize,
    /// The HTML tags that were reported.
    pub(super) unknown_tags: Vec<String>,
    pub(super) sink: &'a mut Sink,
}

impl<'p> Reader<'_, 'p> {
    fn span(&self, range: &Range<usize>) -> Span {
        let at = |offset| self.from + self.prepared.to_source(offset);
        Span::new(self.file, at(range.start)..at(range.end))
    }

    /// Returns a place given by offsets into the source.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn note_depth(&mut self, range: &Range<usize>) {
        if self.too_deep.is_none() {
            self.too_deep = Some(self.span(range));
        }
    }

    /// Reads blocks up to the end of the enclosing one, which is consumed.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut flattened = 0usize;
        while let Some((event, range)) = self.events.peek() {
            let (range, inline) = (range.clone(), is_inline(event));
            if inline {
                blocks.extend(self.loose_text(depth));
                continue;
            }
            let Some((event, _)) = self.events.next() else { break };
            match event {
                Event::End(_) if flattened == 0 => break,
                Event::End(_) => flattened -= 1,
                Event::Rule => blocks.push(Block { span: self.span(&range), kind: BlockKind::Break }),
                Event::Start(Tag::HtmlBlock) => blocks.extend(self.html_block()),
                Event::Start(tag) if depth >= MAX_DEPTH && is_container(&tag) => {
                    self.note_depth(&range);
                    flattened += 1;
                }
                Event::Start(tag) => {
                    let kind = self.block(tag, &range, depth);
                    let span = trimmed(self.source, self.span(&range));
                    blocks.extend(kind.map(|kind| Block { span, kind }));
                }
                _ => {}
            }
        }
        blocks
    }

    /// Text of a tight list item: a paragraph that the parser leaves unmarked.
    fn loose_text(&mut self, depth: usize) -> Option<Block> {
        let content = self.inlines(depth, true);
        let span = content.iter().map(|inline| inline.span).reduce(Span::to)?;
        Some(Block { span, kind: BlockKind::Paragraph(content) })
    }

    fn block(&mut self, tag: Tag<'p>, range: &Range<usize>, depth: usize) -> Option<BlockKind> {
        Some(match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.inlines(depth, false)),
            Tag::Heading { level, .. } => {
                let setext = !self.source[self.span(range).range()].trim_start().starts_with('#');
                let content = self.inlines(depth, false);
                BlockKind::Heading { level: number(level), setext, content }
            }
            Tag::BlockQuote(_) => BlockKind::Quote(self.blocks(depth + 1)),
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => self.prepared.restore(&info),
                    CodeBlockKind::Indented => String::new(),
                };
                BlockKind::Code { info, text: self.verbatim() }
            }
            Tag::List(start) => self.list(start, depth),
            Tag::FootnoteDefinition(label) => {
                BlockKind::Footnote { label: self.prepared.restore(&label), blocks: self.blocks(depth + 1) }
            }
            Tag::DefinitionList => BlockKind::Definitions(self.definitions(depth)),
            Tag::Table(align) => self.table(&align, depth),
            // Ends up here only where the parser nests what it should not: keep what is inside.
            _ => BlockKind::Quote(self.blocks(depth + 1)),
        })
    }

    fn verbatim(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&self.prepared.restore(&piece)),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }

    fn list(&mut self, start: Option<u64>, depth: usize) -> BlockKind {
        let (mut items, mut tight) = (Vec::new(), true);
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    tight &= !matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
                    let span = trimmed(self.source, self.span(&range));
                    let marker = self.source[span.range()].split_whitespace().next().unwrap_or_default();
                    let marker = marker_of(marker);
                    let task = self.task();
                    items.push(Item { span, marker, task, blocks: self.blocks(depth + 1) });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        BlockKind::List { start, tight, items }
    }

    fn task(&mut self) -> Option<bool> {
        // In a loose item the box stands inside the paragraph; the inlines skip it there.
        match self.events.peek() {
            Some((Event::TaskListMarker(done), _)) => {
                let done = *done;
                self.events.next();
                Some(done)
            }
            _ => None,
        }
    }

    fn definitions(&mut self, depth: usize) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let span = self.span(&range);
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.inlines(depth, false);
                    definitions.push(Definition { term, details: Vec::new(), span });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let details = self.blocks(depth + 1);
                    match definitions.last_mut() {
                        Some(last) => {
                            last.details.push(details);
                            last.span = trimmed(self.source, last.span.to(span));
                        }
                        None => {
                            definitions.push(Definition { term: Vec::new(), details: vec![details], span });
                        }
                    }
                }
                Event::End(TagEnd::DefinitionList) => break,
                _ => {}
            }
        }
        definitions
    }

    fn table(&mut self, align: &[Alignment], depth: usize) -> BlockKind {
        let align = align
            .iter()
            .map(|align| match align {
                Alignment::None | Alignment::Left => Align::Start,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::End,
            })
            .collect();
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(depth, false)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        BlockKind::Table { align, head, rows }
    }

    /// Collects the lines of an HTML block and reads them as one fragment.
    fn html_block(&mut self) -> Vec<Block> {
        let (mut html, mut lines) = (String::new(), Vec::new());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Html(line) | Event::Text(line) => {
                    let place = self.span(&range).range();
                    let line = self.prepared.restore(&line);
                    // A tab that is cut by an indent comes as blanks that the source does not have.
                    let own =
                        if self.source[place.clone()] == line { &line } else { line.trim_start_matches(' ') };
                    if self.source[..place.end].ends_with(own) {
                        lines.push((html.len(), place.end - own.len()));
                        html.push_str(own);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        let mut blocks = fragment::blocks(self, &html, &lines);
        for block in &mut blocks {
            if let BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } = &mut block.kind {
                breaks::resolve(content);
            }
        }
        blocks
    }
}

/// Returns a place without the blanks and newlines at its ends.
fn trimmed(source: &str, span: Span) -> Span {
    let text = &source[span.range()];
    let start = span.range().start + (text.len() - text.trim_start().len());
    let end = start + text.trim().len();
    Span::new(span.file, start..end)
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Returns the marker at the start of an item's first word: `-`, `3.`
fn marker_of(word: &str) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    word.get(..=digits).unwrap_or(word).to_owned()
}
