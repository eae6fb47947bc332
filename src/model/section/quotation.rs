//! Sections whose whole text is in one quotation.

use super::{has_lists_below, without_rules};
use crate::model::directive::Marked;
use crate::model::kinds::SectionKind;
use crate::model::{lines, split};
use crate::source::markdown as md;

/// Returns whether the whole text under the title of a section is a quotation.
pub fn is_quotation(section: &[Marked<'_>]) -> bool {
    section.split_first().is_some_and(|(_, rest)| quotation(rest).is_some())
}

/// Returns the single quotation in some blocks, and the blocks in it.
fn quotation<'b, 'a>(blocks: &'b [Marked<'a>]) -> Option<(&'b Marked<'a>, &'a [md::Block])> {
    let [marked] = without_rules(blocks) else { return None };
    match &marked.block.kind {
        md::BlockKind::Quote(inner) if !marked.off => Some((marked, inner)),
        _ => None,
    }
}

/// Returns the blocks in the one quotation that a section consists of, if it only sets them apart: several sections
/// have such a one, or its first line begins or ends with a range of dates, in a section of entries:
/// `> 2017 - 2019　某学院　某专业`.
pub fn unquoted<'a>(blocks: &[Marked<'a>], kind: SectionKind, several: bool) -> Option<Vec<Marked<'a>>> {
    let entries = has_lists_below(kind) || kind == SectionKind::Education;
    let Some((marked, inner)) = quotation(blocks) else {
        return if entries { quoted_entries(blocks) } else { None };
    };
    let inside = |block: &'a md::Block| Marked { block, ..marked.clone() };
    (several || entries && is_dated(inner)).then(|| inner.iter().map(inside).collect())
}

/// Returns the blocks in a row of quotations, each of which begins with a line that has a range of dates.
fn quoted_entries<'a>(blocks: &[Marked<'a>]) -> Option<Vec<Marked<'a>>> {
    let mut out = Vec::new();
    for marked in without_rules(blocks) {
        match &marked.block.kind {
            md::BlockKind::Quote(inner) if !marked.off && is_dated(inner) => {
                out.extend(inner.iter().map(|block| Marked { block, ..marked.clone() }));
            }
            _ => return None,
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Returns whether the first line of some blocks begins or ends with a range of dates.
fn is_dated(blocks: &[md::Block]) -> bool {
    let Some(md::BlockKind::Paragraph(content)) = blocks.first().map(|block| &block.kind) else {
        return false;
    };
    let mut line = String::new();
    let mut first = None;
    lines::each_start(content, &mut line, &mut |start| {
        first.get_or_insert_with(|| start.to_owned());
    });
    split::dated(first.as_deref().unwrap_or(&line)).is_some_and(|dated| dated.found.is_range())
}
