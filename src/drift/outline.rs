//! A résumé as lists that can be compared: sections, entries, lines.

use std::ops::Range;

use crate::diag::Span;
use crate::model::{self, Block, BlockKind, Dates, KeyValue, Piece, Resume, Rich, SectionKind, TextLine};

/// A whole résumé.
#[derive(Debug, Default)]
pub struct Outline {
    /// The lines of its header except contacts.
    pub lines: Vec<Line>,
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug)]
pub struct Section {
    pub kind: SectionKind,
    pub title: String,
    pub span: Span,
    /// All of its entries in order, including nested ones.
    pub entries: Vec<Entry>,
    /// The lines that belong to no entry.
    pub lines: Vec<Line>,
}

/// An entry.
#[derive(Debug)]
pub struct Entry {
    pub title: String,
    pub span: Span,
    pub dates: Option<Dates>,
    /// Its own line.
    pub line: Option<Line>,
    /// The lines under it, except those of entries inside it.
    pub lines: Vec<Line>,
}

/// A line of text.
#[derive(Clone, Debug)]
pub struct Line {
    pub text: String,
    pub span: Span,
    /// The targets of its links.
    pub links: Vec<String>,
    /// Whether it is a bullet.
    pub is_item: bool,
    /// Its parts that are verbatim in the source: their bytes in the text, and their places.
    parts: Vec<(Range<usize>, Span)>,
}

impl Line {
    fn of(text: &Rich, span: Span, is_item: bool) -> Line {
        let links = text.runs().filter_map(|run| run.link.clone()).collect();
        let (mut parts, mut whole) = (Vec::new(), String::new());
        for piece in &text.0 {
            let start = whole.len();
            whole.push_str(&Rich(vec![piece.clone()]).text());
            if let Piece::Run(run) = piece
                && run.span.range().len() == run.text.len()
            {
                parts.push((start..whole.len(), run.span));
            }
        }
        Line { text: whole, span: text.span().unwrap_or(span), links, is_item, parts }
    }

    /// Returns the place of some of its bytes, if they are verbatim in the source; else its own.
    pub fn part(&self, range: Range<usize>) -> Span {
        let inside = |(part, _): &&(Range<usize>, Span)| part.start <= range.start && range.end <= part.end;
        let Some((part, span)) = self.parts.iter().find(inside) else { return self.span };
        let start = span.range().start + (range.start - part.start);
        Span::new(span.file, start..start + range.len())
    }
}

impl Outline {
    /// Returns the outline of a résumé.
    pub fn of(resume: &Resume) -> Outline {
        let header = &resume.header;
        let mut outline = Outline::default();
        outline.lines.extend(header.headline.iter().chain(&header.facts).map(|fact| pair(fact, false)));
        let mut gather = Gather { entries: Vec::new(), lines: Vec::new() };
        gather.blocks(&header.blocks, false);
        outline.lines.append(&mut gather.lines);
        for section in &resume.sections {
            let mut gather = Gather { entries: Vec::new(), lines: Vec::new() };
            gather.blocks(&section.blocks, false);
            outline.sections.push(Section {
                kind: section.kinds.first().copied().unwrap_or_default(),
                title: section.title.text().into_owned(),
                span: section.span,
                entries: gather.entries,
                lines: gather.lines,
            });
        }
        outline
    }
}

fn pair(pair: &KeyValue, is_item: bool) -> Line {
    let mut text = pair.key.clone().unwrap_or_default();
    text.append(pair.value.clone());
    Line::of(&text, pair.span, is_item)
}

fn text_line(line: &TextLine, is_item: bool) -> Line {
    let mut text = line.label.as_ref().map(|label| label.text.clone()).unwrap_or_default();
    text.append(line.body.clone());
    Line::of(&text, line.span, is_item)
}

/// The content found so far in the blocks of a section or an entry.
struct Gather {
    entries: Vec<Entry>,
    lines: Vec<Line>,
}

impl Gather {
    /// Recurses as deep as the model, which is bounded.
    fn blocks(&mut self, blocks: &[Block], in_item: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Entry(entry) => self.entry(entry),
                BlockKind::Paragraph(lines) => {
                    // Lines under the first line of a bullet are not bullets.
                    let first = self.lines.len();
                    self.lines.extend(lines.iter().map(|line| text_line(line, false)));
                    if let Some(line) = self.lines.get_mut(first) {
                        line.is_item = in_item;
                    }
                }
                BlockKind::List(list) => list.items.iter().for_each(|item| {
                    let (first, rest) = item.blocks.split_at(item.blocks.len().min(1));
                    self.blocks(first, true);
                    self.blocks(rest, false);
                }),
                BlockKind::KeyValues(pairs) => self.lines.extend(pairs.iter().map(|one| pair(one, true))),
                BlockKind::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    self.lines.extend(cells.map(|cell| Line::of(cell, block.span, false)));
                }
                BlockKind::Quote(inner) => self.blocks(inner, false),
                BlockKind::Code { text } => self.lines.push(Line::of(text, block.span, false)),
                BlockKind::Image(_) | BlockKind::Rule | BlockKind::PageBreak => {}
            }
        }
    }

    fn entry(&mut self, entry: &model::Entry) {
        let texts: Vec<&Rich> = entry.parts.iter().map(|part| &part.text).collect();
        let title = texts.iter().map(|text| text.text()).collect::<Vec<_>>().join(" · ");
        let mut whole = Rich::default();
        for text in texts {
            whole.append(text.clone());
            whole.append(Rich::plain(" ", Span::default()));
        }
        let at = self.entries.len();
        let line = Some(Line { span: entry.span, ..Line::of(&whole, entry.span, false) });
        self.entries.push(Entry {
            title,
            span: entry.span,
            dates: entry.dates.clone(),
            line,
            lines: Vec::new(),
        });
        let before = std::mem::take(&mut self.lines);
        self.blocks(&entry.body, false);
        let own = std::mem::replace(&mut self.lines, before);
        if let Some(entry) = self.entries.get_mut(at) {
            entry.lines = own;
        }
    }
}
