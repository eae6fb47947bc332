//! More of J214 and J221: entries that give less than their sisters, though their words seem to contain it.

use super::reporter::Reporter;
use crate::diag::{Span, code};
use crate::model::date;
use crate::model::resume::{Block, BlockKind, Entry, PartRole};
use crate::model::rich::Rich;

/// Reports entries without the dates, or in one piece without the parts, that most of their sisters have.
pub(super) fn unlike_sisters(blocks: &[Block], reporter: &mut Reporter<'_>) {
    let entries: Vec<&Entry> = blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Entry(entry) => Some(&**entry),
            _ => None,
        })
        .collect();
    let most = |is: &dyn Fn(&Entry) -> bool| {
        let count = entries.iter().filter(|entry| is(entry)).count();
        count >= 2 && count * 2 > entries.len()
    };
    if most(&|entry| entry.dates.is_some()) {
        let undated = entries.iter().filter(|entry| entry.dates.is_none());
        for span in undated.filter_map(|entry| date_in(entry)) {
            let hint = reporter.entry();
            reporter.report(
                code::NO_ENTRY,
                span,
                "this date is not read as its entry's, as those around it are",
                hint,
            );
        }
    }
    if most(&is_parted) {
        for entry in entries.iter().filter(|entry| !is_parted(entry)) {
            let Some(span) = whole(entry).and_then(Rich::span) else { continue };
            let hint = reporter.entry();
            reporter.report(
                code::PARTS,
                span,
                "this is one part, where those around it have two or more",
                hint,
            );
        }
    }
}

/// Returns whether an entry gives employer and post, or the subject.
fn is_parted(entry: &Entry) -> bool {
    use PartRole::{Degree, Organization, Role, Subject, Title};
    let named = |role: &PartRole| entry.part(*role).is_some();
    [Title, Organization, Role, Subject, Degree].iter().filter(|role| named(role)).count() > 1
}

/// Returns the only part of an entry, if something in it may divide it.
fn whole(entry: &Entry) -> Option<&Rich> {
    const MARKS: [&str; 11] = [", ", " - ", " – ", " — ", " at ", " @ ", "，", " / ", ": ", "：", "、"];
    let mut parts = entry.parts.iter().filter(|part| part.role != PartRole::Place);
    let only = parts.next().filter(|_| parts.next().is_none())?;
    let text = only.text.text();
    MARKS.iter().any(|mark| text.contains(mark)).then_some(&only.text)
}

/// Returns the place of a date that is not an entry's own: in its parts, or in the first short line under them.
fn date_in(entry: &Entry) -> Option<Span> {
    let first = entry.body.first().and_then(|block| match &block.kind {
        BlockKind::Paragraph(lines) => lines.first().map(|line| &line.body),
        _ => None,
    });
    let short = |text: &&Rich| text.text().chars().count() <= 80;
    let lines = entry.parts.iter().map(|part| &part.text).chain(first.filter(short));
    lines.filter(|text| !date::find_all(&text.text()).is_empty()).find_map(Rich::span)
}
