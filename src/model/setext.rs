//! Unintended headings: text right above `---`, which CommonMark takes for an underlined heading.

use std::borrow::Cow;

use super::key;
use super::kinds::SectionKind;
use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, plain_text};

/// The longest title, in characters; a longer one is text.
const TITLE: usize = 30;

/// The same where more than three dashes are drawn under it, or `---` under other titles.
const DRAWN_TITLE: usize = 80;

/// Returns the blocks of a document, with text over a rule turned back into that.
pub(super) fn blocks<'a>(blocks: Cow<'a, [Block]>, source: &str) -> Cow<'a, [Block]> {
    let longest = longest_title(&blocks, source);
    let accidental = |block: &Block| match &block.kind {
        BlockKind::Heading { setext: true, content, .. } => is_accidental(block, content, source, longest),
        _ => false,
    };
    if !blocks.iter().any(accidental) {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len() + 1);
    for block in blocks.iter() {
        match &block.kind {
            BlockKind::Heading { content, .. } if accidental(block) => {
                let content = content.clone();
                let text = content.iter().map(|inline| inline.span).reduce(Span::to).unwrap_or(block.span);
                let label = is_label(block, &content, source);
                out.push(Block { span: text, kind: BlockKind::Paragraph(content) });
                if label {
                    continue;
                }
                let rule = Span { start: block.span.end.saturating_sub(3).max(text.end), ..block.span };
                out.push(Block { span: rule, kind: BlockKind::Break });
            }
            _ => out.push(block.clone()),
        }
    }
    Cow::Owned(out)
}

/// Returns how long a title over `---` may be: longer where three titles of sections stand over it.
pub(super) fn longest_title(blocks: &[Block], source: &str) -> usize {
    let titled = |block: &&Block| match &block.kind {
        BlockKind::Heading { setext: true, content, .. } => {
            source[block.span.range()].trim_end().ends_with('-')
                && SectionKind::is_exact_title(&plain_text(content))
        }
        _ => false,
    };
    if blocks.iter().filter(titled).nth(2).is_some() { DRAWN_TITLE } else { TITLE }
}

/// Returns whether a heading over `---` is text: several lines, a sentence, a pair of key and value, or longer
/// than titles are.
pub(super) fn is_accidental(block: &Block, content: &[Inline], source: &str, longest: usize) -> bool {
    if !source[block.span.range()].trim_end().ends_with('-') {
        return false;
    }
    let several = content
        .iter()
        .any(|inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak));
    let text = plain_text(content);
    let sentence = text.trim_end().ends_with(['。', '，', '；', '：', '！', '.', ';', ':', ',']);
    let pair = key::at_start(&text, key::GRID_KEY).is_some_and(|key| key.value < text.len());
    // `-----` as long as a title is drawn under one; `---` is typed for a rule.
    let drawn = source[block.span.range()].trim_end().bytes().rev().take_while(|b| *b == b'-').count() > 3;
    let longest = if drawn { DRAWN_TITLE } else { longest };
    several || sentence || pair || text.contains('@') || text.chars().count() > longest
}

/// Returns whether a heading is a label that its author underlined with more than three dashes: `开发语言:` over `-------`.
pub(super) fn is_label(block: &Block, content: &[Inline], source: &str) -> bool {
    let one = !content
        .iter()
        .any(|inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak));
    let text = plain_text(content);
    let label = text.trim_end().trim_end_matches(['：', ':']);
    let dashes = source[block.span.range()].trim_end().bytes().rev().take_while(|b| *b == b'-').count();
    one && dashes > 3
        && label.len() < text.trim_end().len()
        && label.chars().count() <= TITLE
        && !label.contains(['。', '，', '；', '：', ':', ',', '.'])
}

/// Replaces `#` without a title by its effect: nothing at the top, a line across the page below.
pub(super) fn without_empty(blocks: Cow<'_, [Block]>) -> Cow<'_, [Block]> {
    let empty = |block: &Block| match &block.kind {
        BlockKind::Heading { content, .. } => content.is_empty(),
        _ => false,
    };
    if !blocks.iter().any(empty) {
        return blocks;
    }
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.iter() {
        let after_rule = out.last().is_none_or(|last| matches!(last.kind, BlockKind::Break));
        match empty(block) {
            false => out.push(block.clone()),
            true if after_rule => {}
            true => out.push(Block { span: block.span, kind: BlockKind::Break }),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use crate::diag::{Files, Sink};

    /// Returns the number of sections in a text.
    fn sections(text: &str) -> usize {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        crate::model::build(&source, &mut sink).expect("no errors").sections.len()
    }

    #[test]
    fn a_long_title_is_one_over_dashes_drawn_under_it() {
        for title in [
            "Neighbours and their cats and dogs",
            "Extramural service and community outreach",
            "University studies and diplomas of mine",
        ] {
            assert_eq!(
                sections(&format!("# Ann\n\n## Skills\n\n- x\n\n{title}\n----------\n\n- y\n")),
                2,
                "{title}"
            );
            assert_eq!(
                sections(&format!("# Ann\n\n## Skills\n\n- x\n\n{title}\n---\n\n- y\n")),
                1,
                "{title}"
            );
        }
        let prose = "This is a sentence about me, and it ends with a stop.";
        assert_eq!(sections(&format!("# Ann\n\n## Skills\n\n- x\n\n{prose}\n----------\n\n- y\n")), 1);
    }
}
