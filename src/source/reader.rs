//! Events of the parser → the Markdown tree. Nothing of pulldown-cmark leaves this file.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::emphasis::Prepared;
use super::markdown::{Align, Block, BlockKind, Definition, Inline, InlineKind, Item};
use super::{breaks, fragment, links};
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
                    let marker = self.marker(marker);
                    let task = self.task();
                    items.push(Item { span, marker, task, blocks: self.blocks(depth + 1) });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        BlockKind::List { start, tight, items }
    }

    /// Returns the marker at the start of an item: `-`, `3.`
    fn marker(&self, word: &str) -> String {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        word.get(..digits + 1).unwrap_or(word).to_owned()
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
                            definitions.push(Definition { term: Vec::new(), details: vec![details], span })
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

    /// Reads running text. `open`: up to the next block or the end of the enclosing one, which stays;
    /// else up to the end of this one, which is consumed.
    fn inlines(&mut self, depth: usize, open: bool) -> Vec<Inline> {
        let mut inlines = self.nested(depth, open);
        trim_ends(&mut inlines);
        breaks::resolve(&mut inlines);
        inlines
    }

    fn nested(&mut self, depth: usize, open: bool) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        let mut flattened = 0usize;
        while let Some((event, _)) = self.events.peek() {
            if open && flattened == 0 && !is_inline(event) {
                break;
            }
            let Some((event, range)) = self.events.next() else { break };
            let span = self.span(&range);
            let kind = match event {
                Event::End(_) if flattened == 0 => break,
                Event::End(_) => {
                    flattened -= 1;
                    continue;
                }
                Event::Text(text) => InlineKind::Text(self.prepared.restore(&text)),
                Event::Code(text) => InlineKind::Code(self.prepared.restore(&text)),
                Event::InlineHtml(html) | Event::Html(html) => {
                    let html = self.prepared.restore(&html);
                    inlines.extend(fragment::inlines(self, &html, span));
                    continue;
                }
                Event::SoftBreak => InlineKind::SoftBreak { space: true },
                Event::HardBreak => InlineKind::HardBreak,
                Event::FootnoteReference(label) => {
                    InlineKind::FootnoteReference(self.prepared.restore(&label))
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    InlineKind::Image { src: self.prepared.restore(&dest_url), alt: self.alt(), width: None }
                }
                Event::Start(_) if depth >= MAX_DEPTH => {
                    self.note_depth(&range);
                    flattened += 1;
                    continue;
                }
                Event::Start(tag) => {
                    let content = self.nested(depth + 1, false);
                    match self.wrapped(tag, content, span) {
                        Ok(kind) => kind,
                        Err(content) => {
                            content.into_iter().for_each(|inline| push(&mut inlines, inline));
                            continue;
                        }
                    }
                }
                _ => continue,
            };
            let span = if let InlineKind::Code(text) = &kind { self.inside(span, text) } else { span };
            push(&mut inlines, Inline { span, kind });
        }
        inlines
    }

    /// Returns the place of a code span's text, without back-quotes and padding; that of the whole span
    /// where the text is not the source's own bytes (a newline in it).
    fn inside(&self, span: Span, text: &str) -> Span {
        let code = &self.source[span.range()];
        let ticks = code.bytes().take_while(|b| *b == b'`').count();
        let Some(inner) = code.get(ticks..code.len().saturating_sub(ticks)) else { return span };
        let pad = usize::from(inner != text);
        let start = span.range().start + ticks + pad;
        if self.source.get(start..start + text.len()) == Some(text) && inner.len() == text.len() + 2 * pad {
            Span::new(span.file, start..start + text.len())
        } else {
            span
        }
    }

    /// Returns emphasis or a link; the bare content where the target is dropped.
    fn wrapped(&mut self, tag: Tag<'p>, content: Vec<Inline>, span: Span) -> Result<InlineKind, Vec<Inline>> {
        match tag {
            Tag::Emphasis => Ok(InlineKind::Emphasis(content)),
            Tag::Strong => Ok(InlineKind::Strong(content)),
            Tag::Strikethrough => Ok(InlineKind::Strike(content)),
            Tag::Link { dest_url, .. } => match self.target(&self.prepared.restore(&dest_url), span) {
                Some(url) => Ok(InlineKind::Link { url, content }),
                None => Err(content),
            },
            _ => Err(content),
        }
    }

    /// Returns where a link leads; none, and a finding, where a PDF must not or cannot go.
    pub(super) fn target(&mut self, url: &str, place: Span) -> Option<String> {
        let message = match links::target(url) {
            links::Target::Url(url) => return Some(url),
            links::Target::Local if url.is_empty() || url.starts_with('#') => return None,
            links::Target::Local => "a link to a file beside the source leads nowhere from a PDF".to_owned(),
            links::Target::Refused(scheme) => format!("links with `{scheme}:` are not put into a PDF"),
        };
        // A text with more of them is no résumé; the first ones show what is wrong.
        self.dropped += 1;
        if self.dropped > MAX_DROPPED {
            return None;
        }
        let hint = "its text is printed; link to a web page (https://…), mailto: or tel:";
        self.sink.report(Diagnostic::new(code::LINK, place, message).hint(hint));
        None
    }

    /// Reads up to the end of an image and returns its text.
    fn alt(&mut self) -> String {
        let (mut alt, mut open) = (String::new(), 0usize);
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                Event::Text(text) | Event::Code(text) => alt.push_str(&self.prepared.restore(&text)),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        alt
    }
}

/// Adds an inline; text goes on where the text before it ended.
fn push(inlines: &mut Vec<Inline>, next: Inline) {
    if let InlineKind::Text(more) = &next.kind
        && let Some(last) = inlines.last_mut()
        && let InlineKind::Text(text) = &mut last.kind
        && last.span.end == next.span.start
        && text.len() == last.span.len()
        && more.len() == next.span.len()
    {
        text.push_str(more);
        last.span.end = next.span.end;
        return;
    }
    if !matches!(&next.kind, InlineKind::Text(text) if text.is_empty()) {
        inlines.push(next);
    }
}

/// Takes away blanks before a line end: one is nothing, two were a break.
fn trim_ends(inlines: &mut [Inline]) {
    for at in 0..inlines.len() {
        let ends_line = inlines
            .get(at + 1)
            .is_none_or(|next| matches!(next.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak));
        let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.get_mut(at).filter(|_| ends_line)
        else {
            continue;
        };
        let kept = text.trim_end_matches([' ', '\t']).len();
        if text.len() == span.len() {
            span.end -= (text.len() - kept) as u32;
        }
        text.truncate(kept);
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
