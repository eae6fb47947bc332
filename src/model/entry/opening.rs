//! Entries without a heading: bold lines and list items that hold a date.

use super::roles::roles;
use super::{Builder, Rank, dates_of};
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, Entry, EntryKind};
use crate::model::rich::{Piece, Rich};
use crate::model::section::{Around, entry_block};
use crate::model::split::{self, Style};
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// A line that opens an entry is no longer than this, in half ems.
const OPENING: usize = 130;

impl Builder<'_> {
    /// Returns the entry that a paragraph opens with a bold line that holds a date; the line is taken
    /// off the paragraph.
    pub fn entry_of_paragraph(
        &mut self,
        part: &mut Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Entry> {
        let Part::Text(chunks, marked) = part else { return None };
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return None };
        if marked.off || !may_open(around.kind) || !opens_entry(lines) {
            return None;
        }
        let mut first = lines.remove(0);
        if is_date_line(&first.text) && !lines.is_empty() {
            // The dates come first: the line under them opens the entry, and they are found below it.
            let dates = std::mem::replace(&mut first, lines.remove(0));
            lines.insert(0, dates);
        }
        match lines.first_mut() {
            Some(next) => next.joint = Joint::Start,
            None => {
                chunks.remove(0);
            }
        }
        Some(self.entry(unbold(first.text), around.kind, rank, false))
    }

    /// Returns a list as entries, if each of its items opens one.
    pub fn entries_of_list(&mut self, part: &Part<'_>, rank: Rank<'_>, around: Around) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::List { start: None, items, .. } = &marked.block.kind else { return None };
        if marked.off || !may_open(around.kind) {
            return None;
        }
        let firsts: Vec<Vec<Line>> =
            items.iter().map(|item| first_lines(self, item, marked)).collect::<Option<_>>()?;
        let comma = |lines: &Vec<Line>| {
            let sure = matches!(around.kind, SectionKind::Education | SectionKind::Work);
            sure && lines.len() == 1 && split::is_comma_entry(&lines[0].text.text())
        };
        let bold = firsts.iter().all(|lines| opens_entry(lines));
        if firsts.is_empty() || !(bold || firsts.iter().all(comma)) {
            return None;
        }
        let mut out = Vec::new();
        for (item, lines) in items.iter().zip(firsts) {
            let mut lines = lines.into_iter();
            let first = lines.next()?;
            let mut entry = if bold {
                self.entry(unbold(first.text), around.kind, rank, false)
            } else {
                self.comma_entry(first.text, around.kind, rank)
            };
            entry.span = item.span;
            let rest: Vec<Line> = lines.collect();
            let inside: Vec<Marked<'_>> = item.blocks[1..]
                .iter()
                .map(|block| Marked {
                    block,
                    page_break: false,
                    keep: false,
                    section: None,
                    ..(*marked).clone()
                })
                .collect();
            let mut parts = Vec::new();
            let holder = Marked { page_break: false, keep: false, ..(*marked).clone() };
            if !rest.is_empty() {
                parts.push(Part::Text(vec![Chunk::Lines(restart(rest))], &holder));
            }
            parts.extend(self.parts_of(&inside));
            self.lines_under_title(&mut entry, &mut parts);
            entry.body.extend(self.body(parts, around.keyed));
            out.push(entry_block(entry, false));
        }
        Some(out)
    }

    /// `硕士，某大学，计算机，2016.9~2019.7`
    fn comma_entry(&mut self, line: Rich, kind: SectionKind, rank: Rank<'_>) -> Entry {
        let dated = split::dated(&line.text());
        let pieces = self.pieces(&line, dated.as_ref(), Style::Commas);
        let span = line.span().unwrap_or_default();
        let mut entry = Entry { depth: rank.depth, section: kind, span, ..Entry::default() };
        entry.dates = dated.map(|dated| dates_of(&line, &dated));
        entry.parts = roles(pieces, kind, EntryKind::Entry);
        entry
    }
}

fn restart(mut lines: Vec<Line>) -> Vec<Line> {
    if let Some(first) = lines.first_mut() {
        first.joint = Joint::Start;
    }
    lines
}

/// Returns the lines of an item's first paragraph.
fn first_lines(builder: &Builder<'_>, item: &md::Item, marked: &Marked<'_>) -> Option<Vec<Line>> {
    let md::BlockKind::Paragraph(content) = &item.blocks.first()?.kind else { return None };
    let manner = builder.manner_of(marked);
    match flow::chunks(content, &manner).as_slice() {
        [Chunk::Lines(lines)] if item.task.is_none() => Some(lines.clone()),
        _ => None,
    }
}

/// In these kinds bold lines with dates are entries; elsewhere they are remarks.
fn may_open(kind: SectionKind) -> bool {
    !matches!(kind, SectionKind::Summary | SectionKind::Personal | SectionKind::Interests)
}

/// Tells whether lines begin with a bold one that holds a date, or a date follows it alone.
fn opens_entry(lines: &[Line]) -> bool {
    let Some(first) = lines.first() else { return false };
    let text = first.text.text();
    if is_date_line(&first.text) {
        return lines.get(1).is_some_and(|next| next.text.all(|marks| marks.strong));
    }
    let bold = first.text.runs().find(|run| !run.text.trim().is_empty()).is_some_and(|run| run.marks.strong);
    if !bold
        || text.chars().map(half_ems).sum::<usize>() > OPENING
        || text.trim_end().ends_with(['。', '；', ';', '：', ':'])
    {
        return false;
    }
    if split::dated(&text).is_some_and(|dated| dated.firm) {
        return true;
    }
    let next = lines.get(1).map(|line| line.text.text()).unwrap_or_default();
    first.text.all(|marks| marks.strong) && (next.starts_with("~ ") || date::parse(&next).is_some())
}

/// Tells whether a line is a date in a code span, in italics or in bold, and nothing else.
fn is_date_line(line: &Rich) -> bool {
    line.all(|marks| marks.code || marks.emphasis || marks.strong) && date::parse(&line.text()).is_some()
}

/// The bold of an opening line only says that it opens something: the layout sets titles.
fn unbold(mut text: Rich) -> Rich {
    for piece in &mut text.0 {
        if let Piece::Run(run) = piece {
            run.marks.strong = false;
        }
    }
    text
}
