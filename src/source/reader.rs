//! Events of the parser → the Markdown tree. Nothing of pulldown-cmark leaves this module.

mod fragments;
mod inlines;

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BrokenLink, BrokenLinkCallback, CodeBlockKind, CowStr, Event, HeadingLevel, OffsetIter,
    Options, Parser, Tag, TagEnd,
};

use super::bound::MAX_DEPTH;
use super::html::{self, GUARD, Places, Stream};
use super::markdown::{Align, Block, BlockKind, Definition, Item, Markdown};
use super::notes::{Definitions, Notes};
use super::prepare::Prepared;
use super::shortcodes;
use crate::diag::{FileId, Sink, Span};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Returns the tree of `source[from..]`, with places in `source`.
///
/// Never fails: every text is Markdown. Reports link targets that were dropped, HTML that is hidden or unknown, and
/// nesting beyond [`MAX_DEPTH`].
pub(super) fn read(source: &str, from: usize, file: FileId, sink: &mut Sink) -> Markdown {
    let prepared = Prepared::new(&source[from..]);
    // `Known` is for text inside HTML: the parser itself finds the definitions made here.
    let parser = Parser::new_with_broken_link_callback(&prepared.text, OPTIONS, None::<Known<'_>>);
    let defined = parser.reference_definitions().iter();
    let definitions: Definitions =
        defined.map(|(label, link)| (folded(label), prepared.restore(&link.dest))).collect();
    let mut notes = Notes::new(source, file, &definitions, sink);
    let mut reader = Reader {
        events: parser.into_offset_iter().peekable(),
        prepared: &prepared,
        places: &Places::from(from),
        in_html: false,
        in_heading: false,
        strays: Vec::new(),
        notes: &mut notes,
    };
    let mut blocks = reader.blocks(0);
    notes.repairs(&prepared.notes, from);
    shortcodes::resolve(&mut blocks, source);
    Markdown { blocks, dropped: notes.finish(MAX_DEPTH) }
}

fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Looks labels of links up among the document's definitions, for text inside HTML.
struct Known<'d>(&'d Definitions);

impl<'i> BrokenLinkCallback<'i> for Known<'_> {
    fn handle_broken_link(&mut self, link: BrokenLink<'i>) -> Option<(CowStr<'i>, CowStr<'i>)> {
        if self.0.is_empty() {
            return None;
        }
        let url = self.0.get(&folded(&link.reference))?;
        Some((url.clone().into(), "".into()))
    }
}

struct Reader<'a, 'p, 'n> {
    events: Peekable<OffsetIter<'p, Known<'n>>>,
    prepared: &'a Prepared<'p>,
    /// The places in the source of the text, before it was prepared.
    places: &'a Places,
    /// Whether the text is between tags.
    in_html: bool,
    in_heading: bool,
    /// Closing tags that closed nothing in the container that was just read.
    strays: Vec<(String, Span)>,
    notes: &'a mut Notes<'n>,
}

impl<'p> Reader<'_, 'p, '_> {
    fn span(&self, range: &Range<usize>) -> Span {
        let own = self.prepared.to_source(range.start)..self.prepared.to_source(range.end);
        self.place(self.places.range(own))
    }

    /// Returns the place for offsets into the source; it ends on character boundaries.
    fn place(&self, range: Range<usize>) -> Span {
        let source = self.notes.source;
        let at = |offset: usize| (0..=offset.min(source.len())).rev().find(|at| source.is_char_boundary(*at));
        let (start, end) = (at(range.start).unwrap_or(0), at(range.end).unwrap_or(0));
        Span::new(self.notes.file, start..end.max(start))
    }

    /// Returns the source's own bytes at a place.
    fn source(&self, span: Span) -> &str {
        self.notes.source.get(span.range()).unwrap_or_default()
    }

    /// Returns the parser's output without insertions.
    fn restore(&self, text: &str) -> String {
        let text = self.prepared.restore(text);
        if self.in_html && text.contains(GUARD) { text.replace(GUARD, "") } else { text }
    }

    fn note_depth(&mut self, range: &Range<usize>) {
        let place = self.span(range);
        self.notes.too_deep(place);
    }

    /// Reads blocks up to the end of the enclosing one, which is consumed.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut stream = Stream::default();
        let mut flattened = 0usize;
        while let Some((event, range)) = self.events.peek() {
            let (range, inline) = (range.clone(), is_inline(event));
            if inline {
                self.loose_text(depth).into_iter().for_each(|block| stream.block(block));
                continue;
            }
            let Some((event, _)) = self.events.next() else { break };
            match event {
                Event::End(_) if flattened == 0 => break,
                Event::End(_) => flattened -= 1,
                Event::Rule => stream.block(Block { span: self.span(&range), kind: BlockKind::Break }),
                Event::Start(Tag::HtmlBlock) => self.html_block(depth, &mut stream),
                // A blank line ended the HTML block, and its indented lines were taken for code.
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if self.in_html || stream.is_open() => {
                    self.html_block(depth, &mut stream);
                }
                Event::Start(Tag::Paragraph) if self.is_html(&range) => {
                    self.html_paragraph(&range, depth, &mut stream);
                }
                Event::Start(tag) if depth >= MAX_DEPTH && is_container(&tag) => {
                    self.note_depth(&range);
                    flattened += 1;
                }
                Event::Start(tag) => {
                    let kind = self.block(tag, &range, depth);
                    let span = trimmed(self.notes.source, self.span(&range));
                    kind.into_iter().for_each(|kind| stream.block(Block { span, kind }));
                    for (name, place) in std::mem::take(&mut self.strays) {
                        stream.close(&name, place);
                    }
                }
                _ => {}
            }
        }
        self.strays = std::mem::take(&mut stream.strays);
        html::blocks(stream, depth, self.notes)
    }

    /// Returns the text of a tight list item: a paragraph that the parser leaves unmarked.
    fn loose_text(&mut self, depth: usize) -> Option<Block> {
        let content = self.inlines(depth, true);
        let span = content.iter().map(|inline| inline.span).reduce(Span::to)?;
        Some(Block { span, kind: BlockKind::Paragraph(content) })
    }

    fn block(&mut self, tag: Tag<'p>, range: &Range<usize>, depth: usize) -> Option<BlockKind> {
        Some(match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.inlines(depth, false)),
            Tag::Heading { level, .. } => {
                let setext = !self.source(self.span(range)).trim_start().starts_with('#');
                let around = std::mem::replace(&mut self.in_heading, true);
                let content = self.inlines(depth, false);
                self.in_heading = around;
                BlockKind::Heading { level: number(level), setext, content }
            }
            Tag::BlockQuote(_) => BlockKind::Quote(self.blocks(depth + 1)),
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => self.restore(&info),
                    CodeBlockKind::Indented => String::new(),
                };
                BlockKind::Code { info, text: self.verbatim() }
            }
            Tag::List(start) => return self.list(start, depth),
            Tag::FootnoteDefinition(label) => {
                BlockKind::Footnote { label: self.restore(&label), blocks: self.blocks(depth + 1) }
            }
            Tag::DefinitionList => BlockKind::Definitions(self.definitions(depth)),
            Tag::Table(align) => self.table(&align, depth),
            // Only reached where the parser nests what it should not: keep the content.
            _ => BlockKind::Quote(self.blocks(depth + 1)),
        })
    }

    fn verbatim(&mut self) -> String {
        let mut text = String::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Text(piece) => text.push_str(&self.restore(&piece)),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }

    fn list(&mut self, start: Option<u64>, depth: usize) -> Option<BlockKind> {
        let (mut items, mut tight) = (Vec::new(), true);
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    tight &= !matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
                    let span = trimmed(self.notes.source, self.span(&range));
                    let marker = marker_of(self.source(span).split_whitespace().next().unwrap_or_default());
                    let task = self.task();
                    let blocks = self.blocks(depth + 1);
                    // A marker with nothing after it is where its author meant to continue.
                    if !blocks.is_empty() {
                        items.push(Item { span, marker, task, blocks });
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        (!items.is_empty()).then_some(BlockKind::List { start, tight, items })
    }

    fn task(&mut self) -> Option<bool> {
        // In a loose item the box is inside the paragraph; the inlines skip it there.
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
                            last.span = trimmed(self.notes.source, last.span.to(span));
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
}

/// Returns a place without the blanks and newlines at its ends.
fn trimmed(source: &str, span: Span) -> Span {
    let text = source.get(span.range()).unwrap_or_default();
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
