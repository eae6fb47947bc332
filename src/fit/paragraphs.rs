//! The paragraphs of a tree that can save a line: those set one below the other. A paragraph next to other
//! text in a row, a grid or a table saves nothing by itself.

use std::collections::BTreeSet;

use crate::boxes::{Block, Content, Inline, Paragraph, Tree};
use crate::diag::Span;
use crate::lines::Survey;

/// Visits each of these paragraphs with the number of its region.
pub(super) fn each(tree: &mut Tree, visit: &mut dyn FnMut(usize, &mut Paragraph)) {
    for (region, flow) in tree.regions.iter_mut().enumerate() {
        let mut open: Vec<&mut Block> = flow.blocks.iter_mut().collect();
        while let Some(block) = open.pop() {
            match &mut block.content {
                Content::Stack(blocks) => open.extend(blocks),
                Content::Paragraph(paragraph) => visit(region, paragraph),
                _ => {}
            }
        }
    }
}

/// Returns the places in the source of these paragraphs in some regions.
pub(super) fn places(tree: &Tree, regions: &[bool]) -> BTreeSet<Span> {
    let mut places = BTreeSet::new();
    for (flow, _) in tree.regions.iter().zip(regions).filter(|(_, wanted)| **wanted) {
        let mut open: Vec<&Block> = flow.blocks.iter().collect();
        while let Some(block) = open.pop() {
            match &block.content {
                Content::Stack(blocks) => open.extend(blocks),
                Content::Paragraph(paragraph) => {
                    places.insert(Survey::place(paragraph));
                }
                _ => {}
            }
        }
    }
    // The place of text that is not in the source.
    places.remove(&Span::default());
    places
}

/// Removes the text of a paragraph from an offset in the source on, and returns it; `None`, with the
/// paragraph unchanged, if the offset is not in its text or its text is not the source's own.
pub(super) fn truncate(paragraph: &mut Paragraph, from: u32) -> Option<String> {
    let at = paragraph.inlines.iter().position(|inline| within(inline, from).is_some())?;
    let keep = within(paragraph.inlines.get(at)?, from)?;
    let mut removed = String::new();
    let mut rest = paragraph.inlines.split_off(at).into_iter();
    if let Some(Inline::Text(mut text)) = rest.next() {
        removed += &text.text[keep..];
        text.text.truncate(text.text[..keep].trim_end().len());
        text.span.end = text.span.start + text.text.len() as u32;
        if !text.text.is_empty() {
            paragraph.inlines.push(Inline::Text(text));
        }
    }
    for inline in rest {
        if let Inline::Text(text) = inline
            && !text.span.is_empty()
        {
            removed += &text.text;
        }
    }
    Some(removed)
}

/// Returns the byte of a text at an offset in the source.
fn within(inline: &Inline, from: u32) -> Option<usize> {
    let Inline::Text(text) = inline else { return None };
    let at = from.checked_sub(text.span.start)? as usize;
    let own = text.span.len() == text.text.len() && at < text.text.len();
    (own && text.text.is_char_boundary(at)).then_some(at)
}

/// Returns the number of characters of a paragraph.
pub(super) fn length(paragraph: &Paragraph) -> usize {
    let texts = paragraph.inlines.iter().map(|inline| match inline {
        Inline::Text(text) => text.text.chars().count(),
        _ => 0,
    });
    texts.sum()
}
