//! The header: everything above the first section, or the section of personal data in its place.

mod front;
mod items;
mod personal;

use super::Builder;
use super::blocks::{self, Part};
use super::directive::Marked;
use super::flow::{self, Chunk, Line};
use super::key;
use super::kinds::SectionKind;
use super::resume::{Block, BlockKind, Header, Image, KeyValue, TextLine};
use super::rich::Rich;
use super::split::{self, Style};
use crate::source::chars::half_ems;
use crate::source::markdown as md;
use items::item_lines;
pub(super) use personal::{is_personal, is_without_items};

/// A headline is no longer than this, in half ems.
const HEADLINE: usize = 80;

/// Returns the header; `name` is the index of the heading that is the name.
pub(super) fn build(builder: &mut Builder<'_>, blocks: &[Marked<'_>], name: Option<usize>) -> Header {
    let mut header = Header::default();
    let mut paper = None;
    for (at, marked) in blocks.iter().enumerate() {
        header.span = if at == 0 { marked.block.span } else { header.span.to(marked.block.span) };
        match &marked.block.kind {
            md::BlockKind::Heading { content, .. } => {
                let (title, images) = flow::rich(content, &builder.manner_of(marked));
                if paper.is_none() && SectionKind::is_title_of_paper(&title.text()) {
                    paper = Some(title);
                } else if Some(at) == name {
                    builder.name(&mut header, title);
                } else {
                    builder.header_block(&mut header, marked);
                    continue;
                }
                images.into_iter().for_each(|image| photo(&mut header, image));
            }
            _ => builder.header_block(&mut header, marked),
        }
    }
    builder.front_matter(&mut header);
    if let Some(title) = paper {
        keep_paper(&mut header, title);
    }
    header
}

/// 简历 is printed as the name where there is no other, else under it.
fn keep_paper(header: &mut Header, title: Rich) {
    let span = title.span().unwrap_or_default();
    if header.name.is_none() {
        header.name = Some(title);
    } else if header.headline.is_none() {
        header.headline = Some(KeyValue { key: None, value: title, span });
    } else {
        let line = TextLine { label: None, body: title, span };
        header.blocks.insert(0, Block { span, keep: false, kind: BlockKind::Paragraph(vec![line]) });
    }
}

impl Builder<'_> {
    /// `# 张三`, or `# 张三 | 前端工程师`.
    fn name(&mut self, header: &mut Header, title: Rich) {
        if let Some(value) = header.name.take() {
            let span = value.span().unwrap_or_default();
            header.facts.push(KeyValue { key: None, value, span });
        }
        let text = title.text();
        let cut = split::line(&title.masked(), None, Style::Dashes);
        let [name, headline] = cut.pieces.as_slice() else {
            header.name = Some(title);
            return;
        };
        if text[name.clone()].chars().count() > 24 || header.headline.is_some() {
            header.name = Some(title);
            return;
        }
        for separator in &cut.separators {
            self.consume(&title.slice(separator.clone()), "separator");
        }
        header.name = Some(title.slice(name.clone()));
        let value = title.slice(headline.clone());
        let span = value.span().unwrap_or_default();
        header.headline = Some(KeyValue { key: None, value, span });
    }

    fn header_block(&mut self, header: &mut Header, marked: &Marked<'_>) {
        let manner = self.manner_of(marked);
        match &marked.block.kind {
            _ if marked.off => self.keep_block(header, marked),
            md::BlockKind::Paragraph(content) => {
                let chunks = self.chunks(content, marked);
                self.header_text(header, chunks, marked, true);
            }
            md::BlockKind::Heading { content, .. } => {
                let chunks = flow::chunks(content, &manner);
                self.header_text(header, chunks, marked, true);
            }
            md::BlockKind::Quote(inner) => self.header_quote(header, inner, marked),
            md::BlockKind::List { items, .. } => {
                let lines: Option<Vec<Vec<Rich>>> =
                    items.iter().map(|item| item_lines(item, &manner)).collect();
                let any_item = lines.iter().flatten().flatten().any(|line| self.is_item_line(line));
                match lines.filter(|_| any_item) {
                    Some(lines) => lines.iter().flatten().for_each(|line| self.items(header, line)),
                    None => self.keep_block(header, marked),
                }
            }
            md::BlockKind::Table { head, rows, .. } => {
                let cells: Vec<Rich> = head
                    .iter()
                    .chain(rows.iter().flatten())
                    .map(|cell| flow::rich(cell, &manner).0)
                    .collect();
                let all = cells.iter().all(|cell| cell.is_blank() || self.is_item_line(cell));
                if all {
                    cells.iter().filter(|cell| !cell.is_blank()).for_each(|cell| self.items(header, cell));
                } else {
                    self.keep_block(header, marked);
                }
            }
            // The rule under a header is the layout's.
            md::BlockKind::Break => {}
            _ => self.keep_block(header, marked),
        }
    }

    fn header_quote(&mut self, header: &mut Header, inner: &[md::Block], marked: &Marked<'_>) {
        let texts: Option<Vec<Vec<Chunk>>> = inner
            .iter()
            .map(|block| match &block.kind {
                md::BlockKind::Paragraph(content) => Some(flow::chunks(content, &self.manner_of(marked))),
                _ => None,
            })
            .collect();
        let any = texts.iter().flatten().flatten().any(|chunk| match chunk {
            Chunk::Lines(lines) => lines.iter().any(|line| self.is_item_line(&line.text)),
            _ => false,
        });
        match texts.filter(|_| any) {
            Some(texts) => {
                texts.into_iter().for_each(|chunks| self.header_text(header, chunks, marked, false));
            }
            None => self.keep_block(header, marked),
        }
    }

    /// A paragraph above the first section: contact lines, the headline, or text.
    fn header_text(&mut self, header: &mut Header, chunks: Vec<Chunk>, marked: &Marked<'_>, may_title: bool) {
        let mut rest: Vec<Line> = Vec::new();
        for chunk in chunks {
            match chunk {
                Chunk::Image(image) => photo(header, image),
                Chunk::Comment(..) => {}
                Chunk::Lines(lines) => {
                    let single = lines.len() == 1;
                    for (at, line) in lines.into_iter().enumerate() {
                        if self.is_item_line(&line.text) {
                            self.items(header, &line.text);
                        } else if may_title && at == 0 && is_headline(header, &line.text, single) {
                            let span = line.text.span().unwrap_or_default();
                            header.headline = Some(KeyValue { key: None, value: line.text, span });
                        } else {
                            rest.push(line);
                        }
                    }
                }
            }
        }
        if let Some(first) = rest.first_mut() {
            first.joint = flow::Joint::Start;
            let parts = vec![Part::Text(vec![Chunk::Lines(rest)], marked)];
            header.blocks.extend(self.body(parts, false));
        }
    }

    fn keep_block(&mut self, header: &mut Header, marked: &Marked<'_>) {
        let parts = self.parts_of(std::slice::from_ref(marked));
        let blocks = self.body(parts, false);
        header.blocks.extend(blocks);
    }
}

/// The first image, or the one that calls itself a photo, is the photo; others stay images.
fn photo(header: &mut Header, image: Image) {
    let named = |image: &Image| {
        let alt = image.alt.to_lowercase();
        ["avatar", "photo", "照片", "头像", "證件照", "证件照", "証明写真", "사진"]
            .iter()
            .any(|word| alt.contains(word))
    };
    match &mut header.photo {
        None => header.photo = Some(image),
        Some(photo) if named(&image) && !named(photo) => {
            let first = std::mem::replace(photo, image);
            header.blocks.push(blocks::image_block(first));
        }
        Some(_) => header.blocks.push(blocks::image_block(image)),
    }
}

/// The first short line is the headline, unless it is a sentence.
fn is_headline(header: &Header, line: &Rich, single: bool) -> bool {
    let text = line.text();
    let short = text.chars().map(half_ems).sum::<usize>() <= HEADLINE;
    let sentence = text.trim_end().ends_with(['。', '！', '；', '，', '.', ';', '：', ':']);
    header.headline.is_none()
        && header.blocks.is_empty()
        && short
        && !sentence
        && single
        && key::at_start(&text, key::GRID_KEY).is_none()
}
