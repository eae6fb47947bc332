//! The limit for a text that is far too long: the rest is left out before it is processed.

use super::markdown::{Block, BlockKind, Inline, InlineKind};
use crate::diag::Span;

/// The most pieces of text that are set: paragraphs, items, cells. They fill more pages than are ever made.
pub const MOST_PIECES: usize = 40_000;

/// Leaves out everything after the last piece that is set; returns where that begins, if anything is left out.
pub(super) fn cut(blocks: &mut Vec<Block>) -> Option<Span> {
    cut_behind(blocks, &mut { MOST_PIECES })
}

fn cut_behind(blocks: &mut Vec<Block>, left: &mut usize) -> Option<Span> {
    for at in 0..blocks.len() {
        let block = &mut blocks[at];
        if *left == 0 {
            let place = block.span;
            blocks.truncate(at);
            return Some(place);
        }
        *left -= 1;
        if let Some(place) = within(block, left) {
            blocks.truncate(at + 1);
            return Some(place);
        }
    }
    None
}

fn within(block: &mut Block, left: &mut usize) -> Option<Span> {
    let span = block.span;
    match &mut block.kind {
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => cut_behind(blocks, left),
        BlockKind::List { items, .. } => {
            let (at, place) = items
                .iter_mut()
                .enumerate()
                .find_map(|(at, item)| Some((at, cut_behind(&mut item.blocks, left)?)))?;
            items.truncate(if items[at].blocks.is_empty() { at } else { at + 1 });
            Some(place)
        }
        BlockKind::Table { rows, .. } => {
            let mut is_beyond = |cells: usize| {
                let beyond = *left == 0;
                *left = left.saturating_sub(cells.max(1));
                beyond
            };
            let at = rows.iter().position(|row| is_beyond(row.len()))?;
            rows.truncate(at);
            Some(span)
        }
        BlockKind::Definitions(definitions) => {
            for at in 0..definitions.len() {
                let details = &mut definitions[at].details;
                if let Some(place) = details.iter_mut().find_map(|blocks| cut_behind(blocks, left)) {
                    definitions.truncate(at + 1);
                    return Some(place);
                }
            }
            None
        }
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => cut_inlines(content, left),
        BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => None,
    }
}

/// How many words with formatting of their own weigh as much as a paragraph.
const INLINES: usize = 4;
/// How many bytes of text weigh as much as such a word: the total is 1.28 MB, some 400 pages of one paragraph.
const BYTES: usize = 8;

/// Shortens a text to at most `most` bytes; returns the place of the rest, `None` if the text is not the source's
/// own.
fn shortened(inline: &mut Inline, most: usize) -> Option<Span> {
    let Inline { span, kind: InlineKind::Text(text) } = inline else { return None };
    let own = text.len() == span.range().len();
    let at =
        (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).filter(|at| own && *at > 0)?;
    text.truncate(at);
    let end = span.start + at as u32;
    let rest = Span { start: end, ..*span };
    span.end = end;
    Some(rest)
}

fn cut_inlines(content: &mut Vec<Inline>, left: &mut usize) -> Option<Span> {
    let mut room = *left * INLINES + INLINES;
    for at in 0..content.len() {
        let weight = weight(&content[at]);
        if weight > room {
            *left = 0;
            let rest = shortened(&mut content[at], room * BYTES);
            let place = rest.unwrap_or(content[at].span);
            content.truncate(at + usize::from(rest.is_some()));
            return Some(place);
        }
        room -= weight;
    }
    *left = room / INLINES;
    None
}

fn weight(inline: &Inline) -> usize {
    match &inline.kind {
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => 1 + content.iter().map(weight).sum::<usize>(),
        InlineKind::Text(text) | InlineKind::Code(text) => 1 + text.len() / BYTES,
        _ => 1,
    }
}

/// How deep blocks, and emphasis and links within a block, may nest; deeper ones are flattened.
pub(super) const MAX_DEPTH: usize = 24;

#[cfg(test)]
mod tests {
    use crate::diag::{Files, Sink};
    use crate::source::parse;

    fn left_out(text: &str) -> Option<(usize, usize)> {
        let (mut files, mut sink) = (Files::closed(), Sink::default());
        parse("a.md", text.as_bytes(), None, &mut files, &mut sink).unwrap();
        let found = sink.into_sorted();
        let finding = found.iter().find(|finding| finding.code.id == "J706")?;
        Some(files.line_column(finding.primary?))
    }

    #[test]
    fn what_is_far_too_long_ends_somewhere_and_says_where() {
        for (text, line) in [
            ("a\n\n".repeat(41_000), 80_001),
            ("- a\n".repeat(41_000), 39_999 + 1),
            ("> a\n\n".repeat(41_000), 40_001),
            (format!("|a|b|\n|-|-|\n{}", "|1|2|\n".repeat(41_000)), 1),
            (format!("a\n\n{}\n", "word ".repeat(600_000)), 3),
            (format!("{}\n", "*a* `b`\n".repeat(33_000)), 32_001),
            ("a\n: b\n\n".repeat(41_000), 119_996),
        ] {
            let place = left_out(&text).unwrap_or_else(|| panic!("{}", &text[..10]));
            assert!(place.0.abs_diff(line) < 5, "{place:?} {line} {}", &text[..10]);
            assert_eq!(left_out(&text[..text.len() / 10]), None);
        }
    }
}
