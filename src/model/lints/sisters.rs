//! More of J214 and J221: entries that give less than their sisters, though their words seem to contain it.

use super::reporter::Reporter;
use crate::diag::{Span, code};
use crate::model::date;
use crate::model::entry::is_label;
use crate::model::resume::{Block, BlockKind, Entry, PartRole};
use crate::model::rich::Rich;
use crate::source::chars::half_ems;

/// Reports entries without the dates, or in one piece without the parts, that most of their sisters have.
pub(super) fn unlike_sisters(blocks: &[Block], reporter: &mut Reporter<'_>) {
    undated_sisters(blocks, reporter);
    let entries = entries_of(blocks);
    if most(&entries, is_parted) {
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

/// Reports entries without the dates that most of their sisters have, though some stand in their words.
pub(super) fn undated_sisters(blocks: &[Block], reporter: &mut Reporter<'_>) {
    let entries = entries_of(blocks);
    if !most(&entries, |entry| entry.dates.is_some()) {
        return;
    }
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

/// Reports bold lines that are text below an entry, where most entries of the section are such lines.
pub(super) fn bold_text(blocks: &[Block], reporter: &mut Reporter<'_>) {
    let entries = entries_of(blocks);
    let source = reporter.source;
    // The mark stands before the words of the title, or the bullet does.
    let bold = |entry: &Entry| {
        let start = entry.span.range().start;
        let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let end = source[start..].char_indices().nth(6).map_or(source.len(), |(at, _)| start + at);
        ["**", "__", "<strong", "<b>"].iter().any(|mark| source[line..end].contains(mark))
    };
    if !most(&entries, bold) {
        return;
    }
    let inside = entries.iter().flat_map(|entry| &entry.body).chain(blocks);
    let titled = |block| match block {
        &Block { kind: BlockKind::Paragraph(ref lines), .. } => {
            let first = lines.first().filter(|line| line.label.is_none())?;
            let dated = lines.get(1).is_some_and(|next| date::parse(next.body.text().trim()).is_some());
            (is_bold_title(&first.body) || dated && begins_bold(&first.body)).then_some(&first.body)
        }
        _ => None,
    };
    let found: Vec<&Rich> = inside.filter_map(titled).collect();
    // As many as there are entries are labels of what is below each of them.
    if found.len() * 2 > entries.len() {
        return;
    }
    for span in found.into_iter().filter_map(Rich::span) {
        let hint = reporter.entry();
        let message = "this bold line is text, while those like it are entries";
        reporter.report(code::NO_ENTRY, span, message, hint);
    }
}

/// Returns whether a line is bold throughout and may be the title of an entry.
fn is_bold_title(line: &Rich) -> bool {
    let text = line.text();
    let text = text.trim();
    line.all(|marks| marks.strong)
        && text.chars().map(half_ems).sum::<usize>() <= 90
        && !text.ends_with(['.', '。', '；', ';', '!', '！'])
        && !is_label(text)
}

/// `**Sample University** – Support` over a date: a short line that begins in bold.
fn begins_bold(line: &Rich) -> bool {
    let short = line.text().chars().map(half_ems).sum::<usize>() <= 130;
    short && line.runs().find(|run| !run.text.trim().is_empty()).is_some_and(|run| run.marks.strong)
}

/// Reports the one entry whose words were parted, without a mark between them, where at least three beside it are whole.
pub(super) fn parted_alone(blocks: &[Block], reporter: &mut Reporter<'_>) {
    let entries = entries_of(blocks);
    let parted: Vec<&&Entry> = entries.iter().filter(|entry| is_parted(entry)).collect();
    let [only] = parted.as_slice() else { return };
    let spans: Vec<Span> = only.parts.iter().filter_map(|part| part.text.span()).collect();
    let between = |pair: &[Span]| {
        let gap = pair[0].range().end..pair[1].range().start;
        reporter.source.get(gap).is_some_and(|gap| gap.chars().all(|c| matches!(c, ' ' | '\u{3000}')))
    };
    if entries.len() >= 4 && spans.len() > 1 && spans.windows(2).all(between) {
        let hint = "write its parts with ` | ` between them, or put the others in parts as well";
        let message = "this is in two parts, where those around it are whole";
        reporter.report(code::PARTS, only.span, message, hint);
    }
}

fn entries_of(blocks: &[Block]) -> Vec<&Entry> {
    let entry = |block| match block {
        &Block { kind: BlockKind::Entry(ref entry), .. } => Some(&**entry),
        _ => None,
    };
    blocks.iter().filter_map(entry).collect()
}

/// Returns whether at least two entries, and more than half of them, are something.
fn most(entries: &[&Entry], is: impl Fn(&Entry) -> bool) -> bool {
    let count = entries.iter().filter(|entry| is(entry)).count();
    count >= 2 && count * 2 > entries.len()
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
