//! Rules that only separate sections and entries: the layout does so.

use crate::model::blocks::Part;
use crate::model::directive::Marked;
use crate::source::markdown as md;

/// Takes off the rules that only separate a section from its title and from the next one: separating sections is
/// the layout's task.
pub(super) fn without_rules<'b, 'a>(mut blocks: &'b [Marked<'a>]) -> &'b [Marked<'a>] {
    while let Some((_, rest)) = blocks.split_first().filter(|(first, _)| is_rule(first)) {
        blocks = rest;
    }
    while let Some((_, rest)) = blocks.split_last().filter(|(last, _)| is_rule(last)) {
        blocks = rest;
    }
    blocks
}

/// Returns whether a block is a rule without directives.
fn is_rule(marked: &Marked<'_>) -> bool {
    matches!(marked.block.kind, md::BlockKind::Break) && !marked.page_break && !marked.off
}

/// Takes off the rules that only separate an entry from the next one, and from its title if it has one; returns
/// whether there was one.
pub(super) fn without_rule_parts(parts: &mut Vec<Part<'_>>, titled: bool) -> bool {
    let rule = |part: &Part<'_>| matches!(part, Part::Other(marked) if is_rule(marked));
    let kept = parts.iter().rposition(|part| !rule(part)).map_or(0, |last| last + 1);
    parts.truncate(kept);
    let leading = if titled { parts.iter().take_while(|part| rule(part)).count() } else { 0 };
    parts.drain(..leading);
    leading > 0
}
