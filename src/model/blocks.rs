//! Blocks without headings: paragraphs, lists, tables, quotations.

mod labels;
mod lists;
mod tables;

use std::ops::Range;

use super::Builder;
use super::directive::{Command, Marked, parse};
use super::flow::{self, Chunk, Joint, Line};
use super::lines::{self, Around};
use super::resume::{Block, BlockKind, Image, KeyValue, Label, LabelKind, TextLine};
use super::rich::{Marks, Piece, Rich, Run};
use crate::diag::Span;
use crate::source::markdown::{self as md, Definition, Inline};

pub(super) use labels::is_label;
pub(super) use lists::Grids;

/// A paragraph or any other block on its way to the model.
pub(super) enum Part<'a> {
    /// Chunks of a paragraph.
    Text(Vec<Chunk>, &'a Marked<'a>),
    /// Any other block.
    Other(&'a Marked<'a>),
    /// Some items of a list, or rows of a table of keys and values; the others belong to the entry above it.
    Items(&'a Marked<'a>, Range<usize>),
}

impl Builder<'_> {
    /// Returns blocks of the source as parts, running text already read.
    pub fn parts_of<'a>(&mut self, blocks: &'a [Marked<'a>]) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        for marked in blocks {
            match &marked.block.kind {
                md::BlockKind::Paragraph(content) => {
                    let chunks = self.chunks(content, marked);
                    if !chunks.is_empty() || marked.page_break {
                        parts.push(Part::Text(chunks, marked));
                    }
                }
                _ => parts.push(Part::Other(marked)),
            }
        }
        parts
    }

    /// Returns the parts of a paragraph, without the `:::` lines with which other tools separate columns.
    pub fn chunks(&mut self, content: &[Inline], marked: &Marked<'_>) -> Vec<Chunk> {
        let manner = self.manner_of(marked);
        self.chunks_in(content, &manner)
    }

    /// Does the same in a given manner.
    pub fn chunks_in(&mut self, content: &[Inline], manner: &flow::Manner) -> Vec<Chunk> {
        let mut chunks = flow::chunks(content, manner);
        for chunk in &mut chunks {
            let Chunk::Lines(lines) = chunk else { continue };
            lines.retain(|line| {
                let marker = is_container_mark(&line.text.text());
                if marker {
                    self.consume(&line.text, "marker of another tool");
                }
                !marker
            });
            if let Some(first) = lines.first_mut() {
                first.joint = Joint::Start;
            }
        }
        chunks.retain(|chunk| !matches!(chunk, Chunk::Lines(lines) if lines.is_empty()));
        chunks
    }

    /// Returns parts as blocks of the model.
    pub fn body(&mut self, mut parts: Vec<Part<'_>>, keyed_section: bool) -> Vec<Block> {
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.iter_mut().enumerate() {
            let Part::Text(chunks, marked) = part else { continue };
            let Some(Chunk::Lines(lines)) = chunks.first_mut().filter(|_| !marked.off) else { continue };
            let followed = at < last || lines.len() > 1;
            if let Some(first) = lines.first_mut().filter(|_| followed) {
                labels::embolden(&mut first.text);
            }
        }
        let keys: Vec<bool> =
            parts.iter().map(|part| part_lines(part).is_some_and(|lines| lines::keys(lines) > 0)).collect();
        let plain: Vec<bool> = parts
            .iter()
            .map(|part| part_lines(part).is_some_and(|lines| !lines::begins_with_number(lines)))
            .collect();
        let mut blocks = Vec::new();
        let mut torn = None;
        for (at, part) in parts.into_iter().enumerate() {
            let beside = |at: Option<usize>| at.and_then(|at| keys.get(at)).copied().unwrap_or(false);
            let around = Around {
                keys: beside(at.checked_sub(1)) || beside(Some(at + 1)),
                keyed_section,
                text_follows: plain.get(at + 1).copied().unwrap_or(false),
                ..Around::default()
            };
            match part {
                Part::Text(chunks, marked) => self.paragraph(chunks, marked, around, &mut blocks),
                Part::Other(marked) => self.other(marked, None, &mut blocks),
                Part::Items(marked, items) => {
                    let start = blocks.len();
                    self.other(marked, Some(items), &mut blocks);
                    // The items between them became something else; they are still one list.
                    if start > 0 && torn == Some(marked.block.span) {
                        lists::mend(&mut blocks, start);
                    }
                    torn = Some(marked.block.span);
                }
            }
        }
        blocks
    }

    fn paragraph(&mut self, chunks: Vec<Chunk>, marked: &Marked<'_>, around: Around, out: &mut Vec<Block>) {
        if marked.page_break {
            out.push(page_break(marked.block.span));
        }
        for chunk in chunks {
            match chunk {
                Chunk::Lines(lines) => {
                    let lines = self.text_lines(lines, Around { off: marked.off, ..around });
                    let span =
                        lines.iter().map(|line| line.span).reduce(Span::to).unwrap_or(marked.block.span);
                    out.push(Block { span, keep: marked.keep, kind: BlockKind::Paragraph(lines) });
                }
                Chunk::Image(image) => out.push(image_block(image)),
                Chunk::Comment(text, span) => {
                    if let Some(Ok(Command::PageBreak)) = parse(&text) {
                        out.push(page_break(span));
                    }
                }
            }
        }
    }

    /// Adds any block but a paragraph; of a list, the given items.
    fn other(&mut self, marked: &Marked<'_>, some: Option<Range<usize>>, out: &mut Vec<Block>) {
        if marked.page_break {
            out.push(page_break(marked.block.span));
        }
        let mut span = marked.block.span;
        if let (md::BlockKind::List { items, .. }, Some(some)) = (&marked.block.kind, &some) {
            span.start = items.get(some.start).map_or(span.end, |item| item.span.start);
            span.end = items.get(some.end).map_or(span.end, |item| item.span.start.max(span.start));
        }
        let mut images = Vec::new();
        let kind = match &marked.block.kind {
            md::BlockKind::List { start, items, .. } => {
                let some = some.unwrap_or(0..items.len());
                let start = start.map(|start| start.saturating_add(some.start as u64));
                self.list(start, items.get(some).unwrap_or_default(), marked)
            }
            md::BlockKind::Quote(blocks) => BlockKind::Quote(self.nested(blocks, marked, false)),
            md::BlockKind::Code { text, .. } => BlockKind::Code { text: self.code(text, span) },
            md::BlockKind::Table { rows, .. } if some.is_some() => {
                let rows = rows.get(some.unwrap_or_default()).unwrap_or_default();
                self.rows_of_pairs(rows, &mut images)
            }
            md::BlockKind::Table { head, rows, .. } if is_key_value(head, rows) => {
                for cell in head {
                    let (text, _) = flow::rich(cell, &self.manner);
                    self.consume(&text, "head of a table of keys and values");
                }
                self.rows_of_pairs(rows, &mut images)
            }
            md::BlockKind::Table { align, head, rows } => self.table(align, head, rows),
            md::BlockKind::Definitions(definitions) => {
                out.extend(self.definitions(definitions, marked));
                return;
            }
            md::BlockKind::Footnote { label, blocks } => {
                out.extend(self.footnote(label, blocks, marked));
                return;
            }
            md::BlockKind::Break if self.rule_breaks => BlockKind::PageBreak,
            md::BlockKind::Break => BlockKind::Rule,
            md::BlockKind::Heading { content, .. } => {
                // A heading inside a list or a quotation: bold text.
                let (mut title, more) = flow::rich(content, &self.manner_of(marked));
                images = more;
                embolden(&mut title);
                BlockKind::Paragraph(vec![TextLine { label: None, span, body: title }])
            }
            md::BlockKind::Paragraph(_) | md::BlockKind::Comment(_) | md::BlockKind::Html(_) => return,
        };
        out.push(Block { span, keep: marked.keep, kind });
        out.extend(images.into_iter().map(image_block));
    }

    /// Returns the blocks inside an item (`item`), a quotation, a definition. The reader bounds the depth.
    pub fn nested(&mut self, blocks: &[md::Block], around: &Marked<'_>, item: bool) -> Vec<Block> {
        let mut page_break = false;
        let mut inside: Vec<Marked<'_>> = Vec::new();
        for block in blocks {
            if let md::BlockKind::Comment(text) = &block.kind {
                page_break |= matches!(parse(text), Some(Ok(Command::PageBreak)));
                continue;
            }
            let page_break = std::mem::take(&mut page_break);
            inside.push(Marked { block, page_break, keep: false, section: None, ..around.clone() });
        }
        let mut out = Vec::new();
        self.inside(item, |builder| {
            for (at, part) in builder.parts_of(&inside).into_iter().enumerate() {
                let around = Around { behind_mark: item && at == 0, ..Around::default() };
                match part {
                    Part::Text(chunks, marked) => builder.paragraph(chunks, marked, around, &mut out),
                    Part::Other(marked) => builder.other(marked, None, &mut out),
                    Part::Items(marked, items) => builder.other(marked, Some(items), &mut out),
                }
            }
        });
        out
    }

    fn code(&self, text: &str, span: Span) -> Rich {
        let mut out = Rich::default();
        let whole = self.source.text.get(span.range()).unwrap_or_default();
        let fence = if ["```", "~~~"].iter().any(|fence| whole.starts_with(fence)) {
            whole.find('\n').map_or(whole.len(), |at| at + 1)
        } else {
            0
        };
        let mut from = fence;
        for line in text.trim_end_matches('\n').split('\n') {
            if !out.0.is_empty() {
                out.0.push(Piece::Break);
            }
            let body = line.trim_end();
            let found = whole.get(from..).and_then(|rest| rest.find(body)).filter(|_| !body.is_empty());
            let place = match found {
                Some(at) => {
                    let start = from + at;
                    from = start + body.len();
                    Span::new(span.file, span.range().start + start..span.range().start + from)
                }
                // Not the source's own bytes, as in `<pre>` with tags: after the previous line.
                None => {
                    let place = Span::new(span.file, span.range().start + from..span.range().end);
                    // A place as long as the text would mean that the text is the source's own.
                    if place.len() == line.len() { Span { end: place.start, ..place } } else { place }
                }
            };
            let marks = Marks { code: true, ..Marks::default() };
            out.0.push(Piece::Run(Run { text: line.to_owned(), span: place, marks, ..Run::default() }));
        }
        out
    }

    /// Returns the rows of a table of keys and values.
    fn rows_of_pairs(&self, rows: &[Vec<Vec<Inline>>], images: &mut Vec<Image>) -> BlockKind {
        let mut pair = |row: &Vec<Vec<Inline>>| {
            let mut cells = row.iter().map(|cell| {
                let (text, more) = flow::rich(cell, &self.manner);
                images.extend(more);
                text
            });
            let (key, value) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            let span = key.span().into_iter().chain(value.span()).reduce(Span::to).unwrap_or_default();
            KeyValue { key: Some(key), value, span }
        };
        BlockKind::KeyValues(rows.iter().map(&mut pair).collect())
    }

    /// Terms with one line each are keys and values; else the terms are bold lines.
    fn definitions(&mut self, definitions: &[Definition], marked: &Marked<'_>) -> Vec<Block> {
        let manner = self.manner_of(marked);
        let pairs: Option<Vec<KeyValue>> =
            definitions.iter().map(|definition| lists::defined(definition, &manner)).collect();
        if let Some(pairs) = pairs.filter(|pairs| !pairs.is_empty()) {
            return vec![Block {
                span: marked.block.span,
                keep: marked.keep,
                kind: BlockKind::KeyValues(pairs),
            }];
        }
        let mut out = Vec::new();
        for definition in definitions {
            let (mut term, images) = flow::rich(&definition.term, &manner);
            embolden(&mut term);
            let span = term.span().unwrap_or(definition.span);
            let line = TextLine { label: None, body: term, span };
            out.push(Block { span, keep: marked.keep, kind: BlockKind::Paragraph(vec![line]) });
            out.extend(images.into_iter().map(image_block));
            for blocks in &definition.details {
                out.extend(self.nested(blocks, marked, false));
            }
        }
        out
    }

    /// Returns a footnote where it was written, its number raised.
    fn footnote(&mut self, label: &str, blocks: &[md::Block], marked: &Marked<'_>) -> Vec<Block> {
        let span = marked.block.span;
        let marks = Marks { superscript: true, ..Marks::default() };
        // `[^label]: text`
        let start = span.range().start + "[^".len();
        let own = self.source.text.get(start..start + label.len()) == Some(label);
        let place = if own { Span::new(span.file, start..start + label.len()) } else { span };
        let run = Run { text: label.to_owned(), span: place, marks, ..Run::default() };
        let label = Label { text: Rich(vec![Piece::Run(run)]), kind: LabelKind::Number };
        let mut out = self.nested(blocks, marked, false);
        match out.first_mut().map(|block| &mut block.kind) {
            Some(BlockKind::Paragraph(lines)) if lines.first().is_some_and(|line| line.label.is_none()) => {
                lines[0].label = Some(label);
            }
            _ => {
                let line = TextLine { label: Some(label), body: Rich::default(), span };
                out.insert(0, Block { span, keep: false, kind: BlockKind::Paragraph(vec![line]) });
            }
        }
        out
    }
}

/// Returns true if a table is headed `| key | value |`, which tells the reader nothing.
fn is_key_value(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> bool {
    let word = |cell: &Vec<Inline>| md::plain_text(cell).trim().to_lowercase();
    let [key, value] = head else { return false };
    matches!(word(key).as_str(), "key" | "title" | "item" | "field")
        && word(value) == "value"
        && !rows.is_empty()
        && rows.iter().all(|row| matches!(row.as_slice(), [key, _] if !word(key).is_empty()))
}

/// `:::`, `::: left`, `::: {lang=fr}`
fn is_container_mark(text: &str) -> bool {
    text.strip_prefix(":::").is_some_and(|rest| {
        rest.is_empty()
            || (rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | ':' | '{'))
                && rest.is_ascii()
                && rest.len() <= 40
                && !rest.contains('|'))
    })
}

/// Returns the lines of a part that is nothing but text.
pub(super) fn part_lines<'a>(part: &'a Part<'_>) -> Option<&'a [Line]> {
    match part {
        Part::Text(chunks, marked) if !marked.off => chunks.iter().find_map(|chunk| match chunk {
            Chunk::Lines(lines) => Some(lines.as_slice()),
            _ => None,
        }),
        _ => None,
    }
}

/// Returns running text if it is one line and holds no image.
pub(super) fn one_line(content: &[Inline], manner: &flow::Manner) -> Option<Rich> {
    let (text, images) = flow::rich(content, manner);
    (images.is_empty() && lines::is_one_line(&text) && !text.is_blank()).then_some(text)
}

pub(super) fn image_block(image: Image) -> Block {
    Block { span: image.span, keep: false, kind: BlockKind::Image(image) }
}

pub(super) fn page_break(span: Span) -> Block {
    Block { span: Span { end: span.start, ..span }, keep: false, kind: BlockKind::PageBreak }
}

fn embolden(text: &mut Rich) {
    text.dress(|marks| marks.strong = true);
}
