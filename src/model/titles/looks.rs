//! What a line looks like from end to end.

use crate::source::markdown::{Inline, InlineKind};

/// More tags round a line are not looked at.
const MOST_TAGS: usize = 6;

/// Returns whether all of a line is bold: `**教育背景**：`, `<strong>Education</strong>`.
pub(super) fn is_bold(inlines: &[Inline]) -> bool {
    let mut printed = inlines.iter().filter(|inline| !is_blank(inline)).peekable();
    // The colon may stand outside: `**教育背景**：`.
    let colon =
        |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if matches!(text.trim(), ":" | "："));
    printed.peek().is_some_and(|inline| matches!(inline.kind, InlineKind::Strong(_)))
        && printed.all(|inline| matches!(inline.kind, InlineKind::Strong(_)) || colon(inline))
        || round(inlines).iter().any(|name| matches!(*name, "b" | "strong"))
}

/// Returns the names of the tags that stand round all of a line, the outermost first.
pub(super) fn round(inlines: &[Inline]) -> Vec<&str> {
    let printed: Vec<&Inline> = inlines.iter().filter(|inline| !is_blank(inline)).collect();
    let mut rest = printed.as_slice();
    let mut names = Vec::new();
    while let [first, inside @ .., last] = rest
        && names.len() < MOST_TAGS
        && let (
            InlineKind::Tag { name, closing: false, .. },
            InlineKind::Tag { name: end, closing: true, .. },
        ) = (&first.kind, &last.kind)
        && name == end
        && is_closed_in(inside, name)
    {
        names.push(name.as_str());
        rest = inside;
    }
    names
}

/// Returns whether each tag of a name that is opened in some text is closed in it, and none before it is opened.
fn is_closed_in(inlines: &[&Inline], of: &str) -> bool {
    let mut depth = 0_i32;
    inlines.iter().all(|inline| {
        if let InlineKind::Tag { name, closing, .. } = &inline.kind
            && name == of
        {
            depth += if *closing { -1 } else { 1 };
        }
        depth >= 0
    }) && depth == 0
}

fn is_blank(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty())
}
