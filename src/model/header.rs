//! The header: everything above the first section, or the section of personal data in its place.

use super::Builder;
use super::blocks::{self, Part};
use super::contact::{Item, classify, of_kind};
use super::directive::Marked;
use super::flow::{self, Chunk, Line};
use super::kinds::{ContactKind, KeyKind, SectionKind};
use super::outline::Outline;
use super::resume::{Block, BlockKind, Contact, Header, Image, KeyValue, TextLine};
use super::rich::{Piece, Rich};
use super::split::{self, Style};
use super::{key, link};
use crate::diag::Span;
use crate::source::chars::half_ems;
use crate::source::links;
use crate::source::markdown as md;

/// A headline is no longer than this, in half ems.
const HEADLINE: usize = 80;

/// Tells whether nothing but headings and an image stands above the first section, so that a section of
/// personal data may take the header's place.
pub(super) fn is_only_a_name(builder: &Builder<'_>, head: &[Marked<'_>], outline: &Outline) -> bool {
    head.iter().enumerate().all(|(at, marked)| {
        Some(at) == outline.name
            || matches!(marked.block.kind, md::BlockKind::Break)
            || is_image(marked)
            || !holds_items(builder, marked)
    })
}

/// Tells whether a section is personal data: by its title, and by the items in it.
pub(super) fn is_personal(builder: &Builder<'_>, section: &[Marked<'_>]) -> bool {
    let Some((heading, rest)) = section.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    let personal = match heading.section {
        Some(kind) => kind == SectionKind::Personal,
        None => SectionKind::of_title(&title.text())[0] == SectionKind::Personal,
    };
    let headings = rest.iter().any(|marked| matches!(marked.block.kind, md::BlockKind::Heading { .. }));
    personal && !headings && rest.iter().any(|marked| holds_items(builder, marked))
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
            matches!(item, Item::Name { .. } | Item::Contact(_) | Item::Headline(_))
                || matches!(item, Item::Fact(fact) if fact.key.as_ref().is_some_and(|key| !KeyKind::of_key(&key.text()).is_empty()))
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
                let chunks = flow::chunks(content, &manner);
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
        if name_and_sex(&line.text()).is_some() || line.text().starts_with("icon:") {
            return true;
        }
        let (ranges, _) = pieces(line);
        let several = ranges.len() > 1;
        let private = |c: char| c.is_whitespace() || matches!(c, '\u{E000}'..='\u{F8FF}');
        ranges.into_iter().any(|range| {
            let text = line.slice(range);
            let words = text.text();
            let text = text.slice(words.len() - words.trim_start_matches(private).len()..words.len());
            match classify(text, &self.manner) {
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
        if header.name.is_none() && name_and_sex(&line.text()).is_some() {
            return self.name_and_sex(header, line.clone());
        }
        let (ranges, separators) = pieces(line);
        for separator in separators {
            self.consume(&line.slice(separator), "separator between contacts");
        }
        for range in ranges {
            let (icon, text) = self.without_icon(line.slice(range));
            let item = match icon {
                Some(kind) => of_kind(kind, text, &self.manner),
                None => classify(text, &self.manner),
            };
            self.item(header, item);
        }
    }

    /// Takes the icon of another tool off an item: `icon:weixin`, a private-use glyph.
    fn without_icon(&mut self, item: Rich) -> (Option<ContactKind>, Rich) {
        let item = item.trim();
        let text = item.text();
        let private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}');
        let glyphs = text.len() - text.trim_start_matches(private).len();
        let named = text.strip_prefix("icon:").map(|rest| rest.split_whitespace().next().unwrap_or_default());
        let len = match named {
            Some(name) => "icon:".len() + name.len(),
            None => glyphs,
        };
        if len == 0 || len == text.len() {
            return (None, item);
        }
        self.consume(&item.slice(0..len), "icon of another tool");
        let kind = KeyKind::of_key(named.unwrap_or_default()).into_iter().find_map(|kind| match kind {
            KeyKind::Contact(kind) => Some(kind),
            _ => None,
        });
        (kind, item.slice(len..text.len()).trim())
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
            Item::Text(value) if header.name.is_none() && name_and_sex(&value.text()).is_some() => {
                self.name_and_sex(header, value);
            }
            Item::Text(value) => {
                let span = value.span().unwrap_or_default();
                header.facts.push(KeyValue { key: None, value, span });
            }
        }
    }

    /// `张三/男/1990`: the name, and facts.
    fn name_and_sex(&mut self, header: &mut Header, value: Rich) {
        let text = value.text();
        let Some((mark, name)) = name_and_sex(&text) else { return };
        header.name = Some(value.slice(0..name).trim());
        let mut at = name;
        for part in text[name..].split_inclusive(mark) {
            let body = part.trim_end_matches(mark);
            let fact = value.slice(at..at + body.len()).trim();
            self.consume(&value.slice(at + body.len()..at + part.len()), "separator");
            at += part.len();
            if let Some(span) = fact.span() {
                header.facts.push(KeyValue { key: None, value: fact, span });
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

/// Returns what parts `张三/男/1990`, and where the name ends.
fn name_and_sex(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().find(|c| matches!(c, '/' | '|' | '｜' | '／'))?;
    let mut parts = text.split(mark);
    let name = parts.next()?;
    let letters =
        (2..=12).contains(&name.trim().chars().count()) && !name.contains(|c: char| c.is_ascii_digit());
    let sex = parts.next().is_some_and(|part| matches!(part.trim(), "男" | "女"));
    (letters && sex).then_some((mark, name.len()))
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
