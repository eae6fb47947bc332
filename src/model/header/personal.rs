//! Sections of personal data that stand in the header's place.

use super::items::pieces;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::kinds::{KeyKind, SectionKind};
use crate::source::markdown as md;

/// Tells whether the blocks above the first section hold no item, so that a section of personal data may
/// take the header's place.
pub(in crate::model) fn is_without_items(builder: &Builder<'_>, head: &[Marked<'_>]) -> bool {
    !head.iter().any(|marked| holds_items(builder, marked))
}

/// Tells whether a section is personal data: by its title, and by the items in it.
pub(in crate::model) fn is_personal(builder: &Builder<'_>, section: &[Marked<'_>]) -> bool {
    let Some((heading, rest)) = section.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    let personal = match heading.section {
        Some(kind) => kind == SectionKind::Personal,
        None => SectionKind::of_title(&title.text())[0] == SectionKind::Personal,
    };
    let headings = rest.iter().any(|marked| matches!(marked.block.kind, md::BlockKind::Heading { .. }));
    personal && !headings && rest.iter().any(|marked| holds_items(builder, marked))
}

/// Tells whether a block holds a name or a contact.
fn holds_items(builder: &Builder<'_>, marked: &Marked<'_>) -> bool {
    let mut any = false;
    each_line(builder, marked.block, marked, &mut |line| {
        let holds = |piece| {
            let item = classify(line.text.slice(piece), &builder.manner);
            matches!(item, Item::Name { .. } | Item::Contact(_) | Item::Headline(_))
                || matches!(item, Item::Fact(fact) if fact.key.as_ref().is_some_and(|key| !KeyKind::of_key(&key.text()).is_empty()))
        };
        any = any || pieces(&line.text).0.into_iter().any(holds);
    });
    any
}

fn each_line(builder: &Builder<'_>, block: &md::Block, marked: &Marked<'_>, each: &mut impl FnMut(&Line)) {
    match &block.kind {
        md::BlockKind::Paragraph(content) => {
            for chunk in flow::chunks(content, &builder.manner_of(marked)) {
                if let Chunk::Lines(lines) = chunk {
                    lines.iter().for_each(&mut *each);
                }
            }
        }
        md::BlockKind::List { items, .. } => {
            items
                .iter()
                .flat_map(|item| &item.blocks)
                .for_each(|block| each_line(builder, block, marked, each));
        }
        md::BlockKind::Quote(blocks) => {
            blocks.iter().for_each(|block| each_line(builder, block, marked, each));
        }
        md::BlockKind::Table { head, rows, .. } => {
            for cell in head.iter().chain(rows.iter().flatten()) {
                let (text, _) = flow::rich(cell, &builder.manner_of(marked));
                each(&Line { joint: flow::Joint::Start, text });
            }
        }
        _ => {}
    }
}
