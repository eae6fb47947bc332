//! The lines of paragraphs, and the levels of headings.

use crate::source::markdown::{self, Inline, InlineKind};

/// Returns the level of section headings, given those of all headings: the highest level, or the next one if only a
/// single heading, the name, is at the top.
pub(super) fn section_level(levels: &[u8]) -> u8 {
    let Some(top) = levels.iter().min() else { return 1 };
    let alone = levels.first() == Some(top) && levels.iter().filter(|level| *level == top).count() == 1;
    match levels.iter().filter(|level| *level > top).min() {
        Some(next) if alone => *next,
        None if alone => top + 1,
        _ => *top,
    }
}

/// Returns the lines of a paragraph, without their separators.
pub(super) fn lines(content: &[Inline]) -> Vec<&[Inline]> {
    let breaks =
        |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak);
    content.split(breaks).filter(|line| !line.is_empty()).collect()
}

/// Returns whether each line of a paragraph is independent: broken by hand, or a key with its value.
pub(super) fn is_of_lines(content: &[Inline]) -> bool {
    let lines = lines(content);
    let soft = content.iter().any(|inline| matches!(inline.kind, InlineKind::SoftBreak { .. }));
    lines.len() > 1 && (!soft || lines.iter().all(|line| is_pair(line)))
}

/// Returns whether a line begins with a key: `电话：`, `**Email:**`.
fn is_pair(line: &[Inline]) -> bool {
    /// The most characters of a key.
    const LONGEST_KEY: usize = 16;
    let text = markdown::plain_text(line);
    let key = text.split([':', '：']).next().unwrap_or_default();
    key.len() < text.len() && !key.trim().is_empty() && key.chars().count() <= LONGEST_KEY
}
