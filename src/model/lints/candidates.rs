//! J201: where the name may be, in a document in which none was found.

use crate::diag::Span;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, KeyValue, Resume};
use crate::model::rich::Rich;
use crate::model::words;

/// So many lines are looked at.
const MOST: usize = 40;
/// The longest line that may be a name with something beside it, in characters.
const LONGEST: usize = 60;

/// Returns the first line of the header, of personal data, or a title at the top, with the shape of a name.
pub(super) fn name(resume: &Resume) -> Option<Span> {
    let header = &resume.header;
    let keyless = |pair: &&KeyValue| pair.key.is_none();
    let mut lines: Vec<&Rich> = header.paper.iter().collect();
    lines.extend(header.headline.iter().filter(keyless).map(|headline| &headline.value));
    lines
        .extend(header.contacts.iter().filter(|contact| contact.key.is_none()).map(|contact| &contact.value));
    lines.extend(header.facts.iter().filter(keyless).map(|fact| &fact.value));
    header.blocks.iter().take(MOST).for_each(|block| lines_of(block, &mut lines));
    for (nth, section) in resume.sections.iter().take(2).enumerate() {
        if section.kinds.first() == Some(&SectionKind::Personal) {
            section.blocks.iter().take(MOST).for_each(|block| lines_of(block, &mut lines));
        }
        if nth == 0 {
            lines.push(&section.title);
        }
    }
    lines.sort_by_key(|line| line.span().map_or(0, |span| span.start));
    lines.into_iter().take(MOST).find(|line| is_like_name(&line.text())).and_then(Rich::span)
}

/// Adds the lines of a paragraph, a list or a quotation.
fn lines_of<'r>(block: &'r Block, lines: &mut Vec<&'r Rich>) {
    let own = |block: &'r Block| match &block.kind {
        BlockKind::Paragraph(own) => own.as_slice(),
        _ => &[],
    };
    match &block.kind {
        BlockKind::List(list) => {
            let first = list.items.iter().take(MOST).filter_map(|item| item.blocks.first());
            lines.extend(first.flat_map(own).map(|line| &line.body));
        }
        BlockKind::Quote(inner) => {
            lines.extend(inner.iter().take(MOST).flat_map(own).map(|line| &line.body));
        }
        _ => lines.extend(own(block).iter().map(|line| &line.body)),
    }
}

/// Returns whether a line, or what stands first in it, is a name by its shape.
fn is_like_name(text: &str) -> bool {
    let text = text.trim();
    let parting = |c: char| matches!(c, '|' | '｜' | '/' | '；' | ';' | '(' | '（' | '•' | '·');
    let first = || text.split(parting).next().unwrap_or_default().trim();
    let other = |name: &str| words::is_job(name) || words::is_company(name) || words::is_school(name);
    let person = |name: &str| words::is_person(name) && !other(name);
    text.chars().count() <= LONGEST && (person(text) || person(first()))
}
