//! HTML blocks: split at the tags that separate blocks, the text between them read as Markdown.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::{Known, OPTIONS, Reader};
use crate::diag::Span;
use crate::source::html::{self, Fragment, GUARD, Kind, Piece, Segment, Stream, Tag, Token};
use crate::source::links;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};
use crate::source::prepare::Prepared;

/// How many nested fragments are read: a sound text has one, badly indented HTML two.
const MOST_FRAGMENTS: usize = 6;

/// Formatting elements that apply across the blocks inside them: `<a href="…"><h3>…</h3></a>`.
const MARKS: [&str; 14] =
    ["a", "b", "strong", "i", "em", "u", "ins", "s", "del", "strike", "code", "kbd", "sub", "sup"];

/// The most that apply at once.
const MOST_MARKS: usize = 8;

impl Reader<'_, '_, '_> {
    /// Reads an HTML block, or an indented block of HTML, into its stream.
    pub(super) fn html_block(&mut self, depth: usize, stream: &mut Stream) {
        let fragment = self.lines();
        self.fragment(&fragment, depth, stream);
    }

    /// Returns whether a paragraph is HTML that an inline tag keeps from being an HTML block:
    /// `<a href="…"><h3>…</h3></a>`.
    pub(super) fn is_html(&self, range: &Range<usize>) -> bool {
        let text = self.source(self.span(range));
        let begins = text.starts_with('<') && !self.in_html && !text.contains("\n>");
        begins
            && html::tokens(text).iter().any(|piece| match &piece.token {
                Token::Tag(tag) => html::kind(tag).is_block(),
                _ => false,
            })
    }

    /// Reads such a paragraph.
    pub(super) fn html_paragraph(&mut self, range: &Range<usize>, depth: usize, stream: &mut Stream) {
        let mut open = 0usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        let span = self.span(range);
        let mut fragment = Fragment::default();
        fragment.push(self.source(span), span.range().start);
        self.fragment(&fragment, depth, stream);
    }

    /// Splits a fragment at the tags that separate blocks.
    fn fragment(&mut self, fragment: &Fragment, depth: usize, stream: &mut Stream) {
        let pieces = html::tokens(&fragment.text);
        let closed = closed_in_text(&pieces);
        let (mut segment, mut marks, mut held) = (Segment::new(false), Vec::new(), Vec::new());
        for (Piece { range, token }, closed) in pieces.into_iter().zip(closed) {
            let raw = &fragment.text[range.clone()];
            let source = fragment.places.at(range.start);
            let place = self.place(fragment.places.range(range));
            let verbatim = stream.innermost() == Some(Kind::Verbatim);
            match token {
                Token::Text => segment.text(raw, source),
                Token::Tag(tag) => {
                    let kind = html::kind(&tag);
                    if parts(&tag, kind, closed, stream) {
                        let before = std::mem::replace(&mut segment, Segment::new(true));
                        self.segment(&before, &held, depth, stream);
                        held.clone_from(&marks);
                        if html::is_interactive(&tag.name) && !tag.closing {
                            self.notes.interactive(&tag.name, place);
                        }
                        stream.tag(tag, kind, place);
                    } else if tag.name == "o:p" {
                        // Word writes it around nothing, and Markdown takes it for text.
                    } else if verbatim {
                        segment.text(if tag.name == "br" { "\n" } else { "" }, source);
                    } else {
                        if !closed {
                            carry(&tag, place, &mut marks);
                        }
                        segment.tag(raw, &tag, source);
                    }
                }
                Token::Comment(text) if !segment.filled => {
                    stream.block(Block { span: place, kind: BlockKind::Comment(text) });
                }
                Token::Comment(_) | Token::Other if !verbatim => segment.markup(raw, source),
                Token::Comment(_) | Token::Other | Token::Raw => {}
            }
        }
        self.segment(&segment, &held, depth, stream);
        stream.end_html();
    }

    /// Collects the lines of a block, without the markers of lists and quotations around it.
    fn lines(&mut self) -> Fragment {
        let mut fragment = Fragment::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Html(line) | Event::Text(line) => {
                    let place = self.span(&range);
                    let line = self.restore(&line);
                    // A tab cut by an indent is returned as blanks that the source does not have.
                    let own = if self.source(place) == line { &line } else { line.trim_start_matches(' ') };
                    let end = place.range().end;
                    let is_own = self.notes.source.get(..end).is_some_and(|before| before.ends_with(own));
                    fragment.push(own, if is_own { end - own.len() } else { place.range().start });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        fragment
    }

    /// Reads the text between two tags; `held` are the formatting tags that still apply from before it.
    fn segment(&mut self, segment: &Segment, held: &[Inline], depth: usize, stream: &mut Stream) {
        if !segment.filled {
            return;
        }
        if stream.innermost() == Some(Kind::Verbatim) {
            stream.block(self.verbatim_block(segment.verbatim()));
            return;
        }
        let heading = matches!(stream.innermost(), Some(Kind::Heading(_)));
        for mut block in self.markdown(&segment.for_reader(), depth, heading) {
            if let BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } = &mut block.kind {
                let printed = |inline: &Inline| {
                    html::is_visible(inline) || matches!(inline.kind, InlineKind::Comment(_))
                };
                if !content.iter().any(printed) {
                    continue;
                }
                content.splice(0..0, held.iter().cloned());
            }
            stream.block(block);
        }
        for (name, place) in std::mem::take(&mut self.strays) {
            stream.close(&name, place);
        }
    }

    fn verbatim_block(&self, fragment: &Fragment) -> Block {
        let text = html::unescape(&fragment.text);
        let text = text.strip_prefix('\n').unwrap_or(&text).to_owned();
        let span = self.own(self.place(fragment.places.range(0..fragment.text.len())), &text);
        Block { span, kind: BlockKind::Code { info: String::new(), text } }
    }

    /// Reads a fragment as Markdown.
    fn markdown(&mut self, fragment: &Fragment, depth: usize, in_heading: bool) -> Vec<Block> {
        if self.notes.fragments >= MOST_FRAGMENTS {
            return self.plain(fragment);
        }
        self.notes.fragments += 1;
        let prepared = Prepared::new(&fragment.text);
        let known = Known(self.notes.definitions);
        let parser = Parser::new_with_broken_link_callback(&prepared.text, OPTIONS, Some(known));
        let mut reader = Reader {
            events: parser.into_offset_iter().peekable(),
            prepared: &prepared,
            places: &fragment.places,
            in_html: true,
            in_heading,
            strays: Vec::new(),
            notes: self.notes,
        };
        let blocks = reader.blocks(depth);
        self.strays = std::mem::take(&mut reader.strays);
        self.notes.fragments -= 1;
        blocks
    }

    /// Returns a fragment as one paragraph, unchanged.
    fn plain(&self, fragment: &Fragment) -> Vec<Block> {
        let (mut content, mut at) = (Vec::new(), 0);
        for line in fragment.text.split_inclusive('\n') {
            let words = line.replace(GUARD, "");
            let place = self.place(fragment.places.range(at..at + line.trim_end().len()));
            at += line.len();
            content.push(Inline { span: place, kind: InlineKind::Text(words.trim_end().to_owned()) });
            let end = Span { start: place.end, ..place };
            content.push(Inline { span: end, kind: InlineKind::SoftBreak { space: true } });
        }
        content.pop();
        let span = content.iter().map(|inline| inline.span).reduce(Span::to);
        span.map(|span| Block { span, kind: BlockKind::Paragraph(content) }).into_iter().collect()
    }
}

/// Returns whether a tag separates blocks: by its kind, or as a tag of an element that is hidden over more than
/// running text.
fn parts(tag: &Tag, kind: Kind, closed: bool, stream: &Stream) -> bool {
    match kind {
        Kind::Hidden { .. } => !closed,
        _ if kind.is_block() => true,
        _ => stream.is_hidden() && stream.has_open(&tag.name),
    }
}

/// Returns for each piece whether it is an inline tag whose counterpart is in the same text, with no tag between
/// them that separates blocks.
fn closed_in_text(pieces: &[Piece]) -> Vec<bool> {
    let mut closed = vec![false; pieces.len()];
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Token::Tag(tag) = &piece.token else { continue };
        if html::kind(tag).is_block() {
            open.clear();
        } else if !tag.closing && tag.empty {
            closed[at] = true;
        } else if !tag.closing {
            open.entry(&tag.name).or_default().push(at);
        } else if let Some(start) = open.get_mut(tag.name.as_str()).and_then(Vec::pop) {
            (closed[start], closed[at]) = (true, true);
        }
    }
    closed
}

/// Adds a formatting tag to those that apply to the following texts, or removes it.
fn carry(tag: &Tag, place: Span, marks: &mut Vec<Inline>) {
    if !MARKS.contains(&tag.name.as_str()) {
        return;
    }
    let is_it = |mark: &Inline| matches!(&mark.kind, InlineKind::Tag { name, .. } if *name == tag.name);
    if tag.closing {
        if let Some(at) = marks.iter().rposition(is_it) {
            marks.remove(at);
        }
        return;
    }
    let attributes = match tag.attribute("href").map(links::target) {
        Some(links::Target::Url(url)) => vec![("href".to_owned(), url)],
        _ => Vec::new(),
    };
    if marks.len() < MOST_MARKS {
        let span = Span { end: place.start, ..place };
        let kind = InlineKind::Tag { name: tag.name.clone(), closing: false, attributes };
        marks.push(Inline { span, kind });
    }
}
