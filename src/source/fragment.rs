//! Raw HTML → blocks and inlines. What looks alike in Markdown is read as that; of the rest the tags
//! are reported and their text is kept.

use super::html::{self, Tag, Token};
use super::markdown::{Block, BlockKind, Inline, InlineKind};
use super::reader::Reader;
use crate::diag::{Diagnostic, Span, code};

/// Tags that only part blocks.
const BLOCKS: [&str; 17] = [
    "div", "p", "center", "section", "article", "header", "footer", "main", "hr", "h1", "h2", "h3", "h4",
    "h5", "h6", "details", "summary",
];
/// Tags inside running text that mean something, or nothing and no harm.
const INLINES: [&str; 21] = [
    "b", "strong", "i", "em", "u", "ins", "s", "del", "strike", "sub", "sup", "span", "code", "kbd", "a",
    "small", "font", "mark", "big", "label", "nobr",
];

/// Reads an inline tag or comment.
pub(super) fn inlines(reader: &mut Reader<'_, '_>, html: &str, span: Span) -> Vec<Inline> {
    let start = span.range().start;
    html::tokens(html)
        .into_iter()
        .map(|piece| {
            let range = piece.range;
            let place = reader.place(start + range.start..start + range.end);
            let kind = match piece.token {
                Token::Text => InlineKind::Text(html::unescape(&html[range])),
                Token::Comment(text) => InlineKind::Comment(text),
                Token::Tag(tag) => inline_tag(reader, tag, place),
                Token::Other => InlineKind::Html(html[range].to_owned()),
            };
            Inline { span: place, kind }
        })
        .collect()
}

fn inline_tag(reader: &mut Reader<'_, '_>, mut tag: Tag, place: Span) -> InlineKind {
    match tag.name.as_str() {
        "br" | "wbr" => InlineKind::HardBreak,
        "img" => InlineKind::Image {
            src: tag.attribute("src").unwrap_or_default().to_owned(),
            alt: tag.attribute("alt").unwrap_or_default().to_owned(),
            width: tag.attribute("width").and_then(|width| width.trim_end_matches("px").parse().ok()),
        },
        name => {
            if name == "a" && !tag.closing {
                let url = tag.attribute("href").unwrap_or_default().to_owned();
                let url = reader.target(&url, place).unwrap_or_default();
                tag.attributes = vec![("href".to_owned(), url)];
            }
            if !INLINES.contains(&name) && !BLOCKS.contains(&name) {
                report(reader, name, place);
            }
            InlineKind::Tag { name: tag.name, closing: tag.closing, attributes: tag.attributes }
        }
    }
}

/// Reports a tag, each name once.
fn report(reader: &mut Reader<'_, '_>, name: &str, place: Span) {
    const MOST_NAMES: usize = 20;
    if reader.unknown_tags.len() >= MOST_NAMES || reader.unknown_tags.iter().any(|known| known == name) {
        return;
    }
    reader.unknown_tags.push(name.to_owned());
    let shown: String = name.chars().take(40).collect();
    let message = format!("the HTML tag <{shown}> is not understood");
    let hint = "its text is printed; write it as Markdown";
    reader.sink.report(Diagnostic::new(code::RAW_HTML, place, message).hint(hint));
}

/// Reads the lines of an HTML block; `lines` says where each begins, in `html` and in the source.
pub(super) fn blocks(reader: &mut Reader<'_, '_>, html: &str, lines: &[(usize, usize)]) -> Vec<Block> {
    let in_source = |offset: usize| {
        let line = lines.partition_point(|&(start, _)| start <= offset).saturating_sub(1);
        lines.get(line).map_or(0, |&(start, source)| source + (offset - start))
    };
    let mut out = Blocks { done: Vec::new(), content: Vec::new(), level: None };
    for piece in html::tokens(html) {
        let end = in_source(piece.range.end.saturating_sub(1)) + usize::from(!piece.range.is_empty());
        let place = reader.place(in_source(piece.range.start)..end);
        match piece.token {
            Token::Text => {
                let text = &html[piece.range.clone()];
                for (at, line) in split_lines(text) {
                    let start = in_source(piece.range.start + at);
                    out.text(line, reader.place(start..start + line.len()));
                }
            }
            Token::Comment(text) => out.comment(text, place),
            Token::Tag(tag) if BLOCKS.contains(&tag.name.as_str()) => out.part(&tag, place),
            Token::Tag(tag) => {
                if ["li", "tr", "td", "th", "ul", "ol", "table", "tbody", "thead"]
                    .contains(&tag.name.as_str())
                {
                    out.part(&Tag::default(), place);
                }
                let kind = inline_tag(reader, tag, place);
                out.content.push(Inline { span: place, kind });
            }
            Token::Other => {
                out.content.push(Inline { span: place, kind: InlineKind::Html(html[piece.range].into()) });
            }
        }
    }
    out.flush();
    out.done
}

/// Returns the lines of a text with their offsets, each with its newline.
fn split_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

/// The blocks made so far, and the one that is open.
struct Blocks {
    done: Vec<Block>,
    content: Vec<Inline>,
    /// Inside `<h1>` … `<h6>`.
    level: Option<u8>,
}

impl Blocks {
    fn text(&mut self, line: &str, place: Span) {
        let ended = line.ends_with('\n');
        let mut body = if ended { line.trim_end() } else { line };
        let mut start = place.range().start;
        if self.at_line_start() {
            let indented = body;
            body = body.trim_start();
            start += indented.len() - body.len();
        }
        for (range, words) in html::read_entities(body) {
            let span = Span::new(place.file, start + range.start..start + range.end);
            self.content.push(Inline { span, kind: InlineKind::Text(words) });
        }
        if ended && !self.content.is_empty() {
            let end = place.range().end;
            let span = Span::new(place.file, end.saturating_sub(1)..end);
            self.content.push(Inline { span, kind: InlineKind::SoftBreak { space: true } });
        }
    }

    fn at_line_start(&self) -> bool {
        let last = self.content.last().map(|inline| &inline.kind);
        matches!(last, None | Some(InlineKind::SoftBreak { .. } | InlineKind::HardBreak))
    }

    fn comment(&mut self, text: String, place: Span) {
        if self.content.iter().all(|inline| matches!(inline.kind, InlineKind::SoftBreak { .. })) {
            self.content.clear();
            self.done.push(Block { span: place, kind: BlockKind::Comment(text) });
        } else {
            self.content.push(Inline { span: place, kind: InlineKind::Comment(text) });
        }
    }

    /// A tag that parts blocks.
    fn part(&mut self, tag: &Tag, place: Span) {
        self.flush();
        if tag.name == "hr" {
            self.done.push(Block { span: place, kind: BlockKind::Break });
        }
        let level = tag.name.strip_prefix('h').and_then(|level| level.parse().ok());
        self.level = level.filter(|level| !tag.closing && (1..=6).contains(level));
    }

    fn flush(&mut self) {
        let mut content = std::mem::take(&mut self.content);
        while content.last().is_some_and(|last| matches!(last.kind, InlineKind::SoftBreak { .. })) {
            content.pop();
        }
        let printed = content.iter().any(|inline| {
            matches!(inline.kind, InlineKind::Text(_) | InlineKind::Image { .. } | InlineKind::Comment(_))
        });
        let Some(span) = content.iter().map(|inline| inline.span).reduce(Span::to).filter(|_| printed) else {
            return;
        };
        let kind = match self.level {
            Some(level) => BlockKind::Heading { level, setext: false, content },
            None => BlockKind::Paragraph(content),
        };
        self.done.push(Block { span, kind });
    }
}
