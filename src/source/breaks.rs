//! The second repair: a newline in the source between two wide characters is dropped.

use super::chars::{is_hangul, is_wide, is_wide_beside_han};
use super::markdown::{Inline, InlineKind};

/// Decides for every soft break in a piece of running text whether a blank belongs there.
pub(super) fn resolve(inlines: &mut [Inline]) {
    let mut ends = Vec::new();
    if !collect(inlines, &mut ends) {
        return;
    }
    let mut spaces = Vec::new();
    let mut before = None;
    for (end, after) in ends.iter().zip(texts_after(&ends)) {
        match end {
            End::Text(_, last) => before = Some(*last),
            End::Break => spaces.push(blank_between(before, after)),
        }
    }
    assign(inlines, &mut spaces.into_iter());
}

/// Returns for each end the first character of the next text.
fn texts_after(ends: &[End]) -> Vec<Option<char>> {
    let mut next = None;
    let mut after: Vec<_> = ends
        .iter()
        .rev()
        .map(|end| match end {
            End::Text(first, _) => next.replace(*first),
            End::Break => next,
        })
        .collect();
    after.reverse();
    after
}

/// An item of the sequence around breaks: the first and last character of a text, or a break.
enum End {
    Text(char, char),
    Break,
}

/// Lists texts and breaks in order; returns whether there is any break.
fn collect(inlines: &[Inline], ends: &mut Vec<End>) -> bool {
    let mut any = false;
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => {
                // Blanks at a line's end are dropped with it: the character before them counts.
                let text = text.trim();
                if let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) {
                    ends.push(End::Text(first, last));
                }
            }
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => any |= collect(content, ends),
            InlineKind::SoftBreak { .. } => {
                any = true;
                ends.push(End::Break);
            }
            _ => {}
        }
    }
    any
}

fn assign(inlines: &mut [Inline], spaces: &mut impl Iterator<Item = bool>) {
    for inline in inlines {
        match &mut inline.kind {
            InlineKind::SoftBreak { space } => *space = spaces.next().unwrap_or(true),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => assign(content, spaces),
            _ => {}
        }
    }
}

/// Returns whether a blank belongs between two characters separated by a newline.
///
/// Hangul has blanks between words; so do narrow letters. Next to a wide character there is none: the gap between
/// Han and Latin is made when lines are set. Only after a narrow comma or full stop, which opens no such gap, is a
/// blank what the author meant.
fn blank_between(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    if before.is_whitespace() || after.is_whitespace() {
        return false;
    }
    if is_hangul(before) || is_hangul(after) {
        return !is_closing_wide(before);
    }
    match (is_wide(before), is_wide(after)) {
        (true, _) => false,
        (false, true) => matches!(before, ',' | '.' | ';' | ':' | '!' | '?') && !is_wide_beside_han(after),
        (false, false) => true,
    }
}

fn is_closing_wide(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_stand_between_words_and_nowhere_else() {
        let blank = |a, b| blank_between(Some(a), Some(b));
        assert!(!blank('中', '文'));
        assert!(!blank('，', '基'));
        assert!(!blank('、', 'k'));
        assert!(!blank('s', '来'));
        assert!(!blank('中', 'a'));
        assert!(blank('a', 'b'));
        assert!(blank(',', '中'));
        assert!(blank('한', '국'));
        assert!(blank('a', '한'));
        assert!(!blank('”', '中') && !blank('中', '“'));
    }
}
