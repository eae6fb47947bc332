//! The header: everything above the first section, or the section of personal data in its place.

use super::Builder;
use super::blocks::{self, Part};
use super::contact::{Item, classify};
use super::directive::Marked;
use super::flow::{self, Chunk, Line};
use super::kinds::{KeyKind, SectionKind};
use super::outline::Outline;
use super::resume::{Contact, Header, Image, KeyValue};
use super::rich::{Piece, Rich};
use super::split::{self, Style};
use super::{key, link};
use crate::diag::Span;
use crate::source::chars::half_ems;
use crate::source::links;
use crate::source::markdown as md;

/// A headline is no longer than this, in half ems.
const HEADLINE: usize = 64;

/// Tells whether the first section is the header: personal data, with nothing but a name above it.
pub(super) fn is_personal(
    builder: &Builder<'_>,
    head: &[Marked<'_>],
    first: &[Marked<'_>],
    outline: &Outline,
) -> bool {
    let Some((heading, rest)) = first.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    let personal = match heading.section {
        Some(kind) => kind == SectionKind::Personal,
        None => SectionKind::of_title(&title.text())[0] == SectionKind::Personal,
    };
    let only_name = head.iter().enumerate().all(|(at, marked)| {
        Some(at) == outline.name || matches!(marked.block.kind, md::BlockKind::Break) || is_image(marked)
    });
    let headings = rest.iter().any(|marked| matches!(marked.block.kind, md::BlockKind::Heading { .. }));
    personal && only_name && !headings && rest.iter().any(|marked| holds_items(builder, marked))
}

fn is_image(marked: &Marked<'_>) -> bool {
    let md::BlockKind::Paragraph(content) = &marked.block.kind else { return false };
    content
        .iter()
        .all(|inline| matches!(inline.kind, md::InlineKind::Image { .. } | md::InlineKind::SoftBreak { .. }))
}

/// Tells whether a block holds a name or a contact.
fn holds_items(builder: &Builder<'_>, marked: &Marked<'_>) -> bool {
    let mut any = false;
    each_line(builder, marked.block, marked, &mut |line| {
        any |= pieces(&line.text).0.into_iter().any(|piece| {
            let item = classify(line.text.slice(piece), &builder.manner);
            matches!(item, Item::Name { .. } | Item::Contact(_))
        });
    });
    any
}

fn each_line(builder: &Builder<'_>, block: &md::Block, marked: &Marked<'_>, each: &mut impl FnMut(&Line)) {
    match &block.kind {
        md::BlockKind::Paragraph(content) => {
            for chunk in flow::chunks(content, &builder.manner_of(marked)) {
                if let Chunk::Lines(lines) = chunk {
                    lines.iter().for_each(&mut *each);
                }
            }
        }
        md::BlockKind::List { items, .. } => {
            items
                .iter()
                .flat_map(|item| &item.blocks)
                .for_each(|block| each_line(builder, block, marked, each));
        }
        md::BlockKind::Quote(blocks) => {
            blocks.iter().for_each(|block| each_line(builder, block, marked, each))
        }
        md::BlockKind::Table { head, rows, .. } => {
            for cell in head.iter().chain(rows.iter().flatten()) {
                let (text, _) = flow::rich(cell, &builder.manner_of(marked));
                each(&Line { joint: flow::Joint::Start, text });
            }
        }
        _ => {}
    }
}

/// Returns the header; `name` is the index of the heading that is the name.
pub(super) fn build(builder: &mut Builder<'_>, blocks: &[Marked<'_>], name: Option<usize>) -> Header {
    let mut header = Header::default();
    for (at, marked) in blocks.iter().enumerate() {
        header.span = if at == 0 { marked.block.span } else { header.span.to(marked.block.span) };
        match &marked.block.kind {
            md::BlockKind::Heading { content, .. } if Some(at) == name => {
                let (title, images) = flow::rich(content, &builder.manner_of(marked));
                images.into_iter().for_each(|image| photo(&mut header, image));
                builder.name(&mut header, title);
            }
            _ => builder.header_block(&mut header, marked),
        }
    }
    builder.front_matter(&mut header);
    header
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
                texts.into_iter().for_each(|chunks| self.header_text(header, chunks, marked, false))
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

    /// Tells whether a line holds at least one item: a contact, or a key that is known.
    fn is_item_line(&self, line: &Rich) -> bool {
        if line.text().chars().map(half_ems).sum::<usize>() > 400 {
            return false;
        }
        let (ranges, _) = pieces(line);
        let several = ranges.len() > 1;
        ranges.into_iter().any(|range| {
            let text = line.slice(range);
            match classify(text.clone(), &self.manner) {
                Item::Name { .. } | Item::Headline(_) => true,
                // A place alone on its line may be anything; a link in a sentence is no contact.
                Item::Contact(contact) => {
                    several || contact.key.is_some() || contact.value.runs().any(|run| run.link.is_some())
                }
                Item::Fact(fact) => {
                    fact.key.is_some_and(|key| !KeyKind::of_key(&key.text()).is_empty()) || several
                }
                Item::Text(_) => false,
            }
        })
    }

    /// Reads a line as items, cut at its separators.
    fn items(&mut self, header: &mut Header, line: &Rich) {
        let (ranges, separators) = pieces(line);
        for separator in separators {
            self.consume(&line.slice(separator), "separator between contacts");
        }
        for range in ranges {
            let item = classify(line.slice(range), &self.manner);
            self.item(header, item);
        }
    }

    fn item(&mut self, header: &mut Header, item: Item) {
        match item {
            Item::Name { key, value } if header.name.is_none() => {
                self.consume(&key, "key of the name");
                header.name = Some(value);
            }
            Item::Name { key, value } => {
                let span = key.span().unwrap_or_default();
                let span = value.span().map_or(span, |value| span.to(value));
                header.facts.push(KeyValue { key: Some(key), value, span });
            }
            Item::Headline(pair) if header.headline.is_none() => header.headline = Some(pair),
            Item::Headline(pair) | Item::Fact(pair) => header.facts.push(pair),
            Item::Contact(contact) => header.contacts.push(contact),
            Item::Text(value) if value.is_blank() => {}
            Item::Text(value) => {
                let span = value.span().unwrap_or_default();
                header.facts.push(KeyValue { key: None, value, span });
            }
        }
    }

    /// What the front matter says and the text does not.
    fn front_matter(&mut self, header: &mut Header) {
        let front = &self.source.front;
        if let (None, Some(name)) = (&header.name, &front.name) {
            header.name = Some(Rich::plain(&name.text, name.span));
        }
        if let (None, Some(headline)) = (&header.headline, &front.headline) {
            let value = Rich::plain(&headline.text, headline.span);
            header.headline = Some(KeyValue { key: None, value, span: headline.span });
        }
        if let Some(photo) = &front.photo {
            let image = Image { src: photo.text.clone(), alt: String::new(), width: None, span: photo.span };
            header.photo.get_or_insert(image);
        }
        for contact in &front.contacts {
            let item = self.front_contact(contact);
            self.item(header, item);
        }
    }

    fn front_contact(&self, contact: &crate::source::FrontContact) -> Item {
        let value = link::find(Rich::plain(&contact.value.text, contact.value.span), self.manner.chinese);
        let mut item = match &contact.key {
            None => classify(value, &self.manner),
            Some(key) => keyed(key, value, self),
        };
        if let (Item::Contact(Contact { kinds, value, .. }), Some(link)) = (&mut item, &contact.link) {
            lead(value, &link.text);
            kinds[0] = ContactUrl(&link.text).kind().unwrap_or(kinds[0]);
        } else if let (Item::Text(value), Some(link)) = (&mut item, &contact.link) {
            lead(value, &link.text);
            let value = std::mem::take(value);
            return classify(value, &self.manner);
        }
        item
    }
}

/// `email: a@b.c` of the front matter: the key says the kind and is not printed.
fn keyed(key: &str, value: Rich, builder: &Builder<'_>) -> Item {
    let text = value.text();
    let span = value.span().unwrap_or_default();
    let mut whole = Rich::plain(&format!("{key}: "), Span { end: span.start, ..span });
    whole.append(value);
    match classify(whole, &builder.manner) {
        Item::Contact(contact) => Item::Contact(Contact { key: None, ..contact }),
        Item::Fact(fact) if KeyKind::of_key(key).is_empty() => Item::Fact(fact),
        other => {
            let _ = text;
            other
        }
    }
}

struct ContactUrl<'a>(&'a str);

impl ContactUrl<'_> {
    fn kind(&self) -> Option<super::ContactKind> {
        match links::target(self.0) {
            links::Target::Url(url) => Some(super::ContactKind::of_url(&url)),
            _ => None,
        }
    }
}

fn lead(value: &mut Rich, link: &str) {
    if let links::Target::Url(url) = links::target(link) {
        for piece in &mut value.0 {
            if let Piece::Run(run) = piece {
                run.link = Some(url.clone());
            }
        }
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

/// Returns the lines of a list item that holds nothing but text.
fn item_lines(item: &md::Item, manner: &flow::Manner) -> Option<Vec<Rich>> {
    let mut lines = Vec::new();
    for block in &item.blocks {
        match &block.kind {
            md::BlockKind::Paragraph(content) => {
                for chunk in flow::chunks(content, manner) {
                    let Chunk::Lines(more) = chunk else { return None };
                    lines.push(flow::join(more));
                }
            }
            md::BlockKind::List { items, .. } => {
                for item in items {
                    lines.extend(item_lines(item, manner)?);
                }
            }
            _ => return None,
        }
    }
    item.task.is_none().then_some(lines)
}

/// Cuts a contact line at `|`, `·`, `•`, ` / `, tabs and wide blanks.
fn pieces(line: &Rich) -> (Vec<std::ops::Range<usize>>, Vec<std::ops::Range<usize>>) {
    let text = line.masked();
    let (mut pieces, mut separators) = (Vec::new(), Vec::new());
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        match separator(&text[at..]) {
            Some(len) => {
                pieces.push(start..at);
                separators.push(at..at + len);
                at += len;
                start = at;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.push(start..text.len());
    pieces.retain(|piece| !text[piece.clone()].trim().is_empty());
    (pieces, separators)
}

fn separator(text: &str) -> Option<usize> {
    let blanks = text.len() - text.trim_start().len();
    let rest = &text[blanks..];
    let mark = rest.chars().next()?;
    let tight = matches!(mark, '|' | '｜' | '•' | '∙' | '‧');
    let loose = blanks > 0
        && matches!(mark, '·' | '/' | '⋅' | '●')
        && rest[mark.len_utf8()..].starts_with(char::is_whitespace);
    if tight || loose {
        let body = rest.trim_start_matches(mark);
        return Some(text.len() - body.trim_start().len());
    }
    let wide = text[..blanks].chars().count() > 1
        || text[..blanks].contains(['\t', '\u{3000}', '\u{2003}', '\u{2002}', '\n']);
    wide.then_some(blanks)
}
