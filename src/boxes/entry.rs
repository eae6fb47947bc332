//! Entries: which part of their line fills which slot, and their content.

use super::assigned::Assigned;
use super::choice::chosen_for;
use super::frames::framed;
use super::slots::{offered, slots};
use super::spaces;
use super::structure::{Role, TagId};
use super::text::{inlines, separator, setting, slot_inlines};
use super::values::{NewHeading, Place, Show, Values};
use super::walk::{Build, Within};
use super::{Block, Content, Hanging, HangingWidth, Inline, Paragraph};
use crate::geom::Pt;
use crate::layout::{Align, Element, Frame, Slot, SlotOptions, Style, role};
use crate::model::{self, BlockKind, Entry, EntryKind, Part, PartRole, Piece, Rich};

/// The extra price of a page break inside an entry: one between two is better.
const INSIDE: i32 = 40;

impl Build<'_> {
    /// Returns the boxes of an entry and of all its content.
    pub(super) fn entry(&mut self, entry: &Entry, parent: TagId, within: Within) -> Vec<Block> {
        let element = &*chosen_for(entry, self.layout.entry(entry.kind, within.section));
        let dated = dates_alone(entry, element);
        let (entry, all) = (dated.as_ref().unwrap_or(entry), entry);
        let mut assigned = Assigned::new(entry, &offered(element)).lead_with_first(entry, element);
        assigned.is_caption = within.in_project && heads_a_part(all);
        let title = outline_title(entry);
        let level = 3 + entry.depth.min(3);
        let mut place = Place { parent, heading: Some(NewHeading { level, title }) };
        let mut head = self.element(element, Values::Entry(entry, &assigned), &mut place);
        if let Some(rest) = self.left_over(entry, &assigned, parent) {
            match &mut head {
                Some(Block { content: Content::Stack(rows), .. }) => {
                    if let Some(last) = rows.last_mut() {
                        last.keep.with_next = true;
                    }
                    rows.push(rest);
                }
                _ => head = Some(rest),
            }
        }
        let mut body = self.blocks(&all.body, parent, within.entry(all), Pt::ZERO);
        // A dated entry that is nothing but its head is followed by another one: a list of courses may be divided.
        // A title alone may head what follows.
        if let Some(head) = head.as_mut().filter(|_| body.is_empty() && entry.dates.is_some()) {
            head.keep.with_next = false;
        }
        for block in &mut body {
            block.indent.0 += element.indent_body;
            block.parting += INSIDE;
        }
        if let [_, .., last] = body.as_mut_slice() {
            last.last = true;
        }
        let mut blocks = framed(head.into_iter().chain(body).collect(), element);
        if let Some(first) = blocks.first_mut() {
            if assigned.is_caption {
                first.before = self.above_caption((false, within));
            } else if entry.kind == EntryKind::Project && has_captions(all) {
                // It is farther from its siblings than its own parts are from each other.
                let sisters = self.layout.entry(EntryKind::Entry, within.section).space.before;
                first.before.natural = first.before.natural.max((first.before.natural + sisters.natural) / 2);
            }
        }
        blocks
    }

    /// Returns a line with everything that the layout has no slot for: nothing of the author's is lost.
    fn left_over(&mut self, entry: &Entry, assigned: &Assigned, parent: TagId) -> Option<Block> {
        let style = *self.layout.style(role::ENTRY_ROLE);
        let gap = Inline::Space(style.size);
        let mut pieces: Vec<Vec<Inline>> =
            assigned.parts(entry, None).map(|part| slot_inlines(part, &style, self.layout)).collect();
        if let Some(dates) = entry.dates.as_ref().filter(|_| !assigned.date) {
            pieces.push(inlines(&dates.raw, self.layout.style(role::DATE), self.layout));
        }
        if !assigned.tags && !entry.tags.is_empty() {
            pieces.push(self.tags(entry, &SlotOptions::default(), self.layout.style(role::TAG)));
        }
        if pieces.is_empty() {
            return None;
        }
        let mut setting = setting(&style, self.layout, &self.lang);
        setting.align = Align::Start;
        let tag = Some(self.structure.add(parent, Role::P));
        let inlines = pieces.join(&gap);
        Some(Block {
            content: Content::Paragraph(Paragraph { inlines, label: None, setting, tag }),
            ..Block::default()
        })
    }

    /// Adds the value of a slot to a paragraph.
    pub(super) fn entry_slot(
        &mut self,
        (entry, assigned): (&Entry, &Assigned),
        show: Show<'_>,
        paragraph: &mut Paragraph,
    ) {
        let Show { slot, options, style } = show;
        match slot {
            Slot::Date => {
                if let Some(dates) = &entry.dates {
                    let span = paragraph.tag.map(|tag| self.structure.add(tag, Role::Span));
                    let date = slot_inlines(&dates.raw, style, self.layout);
                    paragraph.inlines.extend(date.into_iter().map(|piece| owned(piece, span)));
                }
            }
            Slot::Tags => paragraph.inlines.extend(self.tags(entry, options, style)),
            Slot::Number => {
                if let Some(number) = &entry.number {
                    paragraph.inlines.extend(slot_inlines(number, style, self.layout));
                }
            }
            _ => {
                if matches!(slot, Slot::Title | Slot::Organization) && !assigned.number {
                    self.number_label(entry, style, paragraph);
                }
                for (at, part) in assigned.parts(entry, Some(slot)).enumerate() {
                    if at > 0 {
                        paragraph.inlines.push(separator(" · ", style));
                    }
                    paragraph.inlines.extend(slot_inlines(part, style, self.layout));
                }
            }
        }
    }

    /// Hangs a hand-written number before a title: the title's further lines are indented past it.
    fn number_label(&self, entry: &Entry, style: &Style, paragraph: &mut Paragraph) {
        let Some(number) = &entry.number else { return };
        let number = slot_inlines(number, style, self.layout);
        if paragraph.inlines.is_empty() {
            let tag = paragraph.tag;
            paragraph.label = Some(Hanging { inlines: number, width: HangingWidth::Natural, tag });
        } else {
            paragraph.inlines.extend(number);
        }
    }

    fn tags(&self, entry: &Entry, options: &SlotOptions, style: &Style) -> Vec<Inline> {
        // Their code marks only say that they are tags; the tag style says how tags look.
        let plain = |tag: &Rich| {
            let mut tag = tag.clone();
            tag.0.iter_mut().for_each(|piece| {
                if let Piece::Run(run) = piece {
                    run.marks.code = false;
                }
            });
            tag
        };
        let each: Vec<_> = entry.tags.iter().map(|tag| inlines(&plain(tag), style, self.layout)).collect();
        if options.chips {
            let chip = self.layout.chip;
            let pad = chip.frame.pad;
            let boxed =
                each.into_iter().map(|tag| tag.into_iter().map(|piece| chipped(piece, chip.frame)).collect());
            return boxed.collect::<Vec<Vec<_>>>().join(&Inline::Space(pad.left + pad.right + chip.gap));
        }
        match &options.separator {
            Some(text) => each.join(&separator(text, style)),
            None => each.join(&Inline::Space(style.size.scale(4, 5))),
        }
    }
}

/// Returns the head of `### 2016 – 2018` with no name: the dates serve as its title, unless the layout begins with
/// them anyway.
fn dates_alone(entry: &Entry, element: &Element) -> Option<Entry> {
    let rows = element.columns.iter().flat_map(|column| &column.rows);
    let first = rows.flat_map(|row| &row.cells).flat_map(slots).next();
    let named = entry.parts.iter().any(|part| !part.text.is_blank());
    let dates = entry.dates.as_ref().filter(|_| !named && first != Some(Slot::Date))?;
    let title = Part { role: PartRole::Title, text: dates.raw.clone() };
    Some(Entry { parts: vec![title], dates: None, body: Vec::new(), ..entry.clone() })
}

/// Returns whether an entry inside a project is no more than the head of a part of it: `##### 主要职责`.
fn heads_a_part(entry: &Entry) -> bool {
    entry.kind == EntryKind::Project
        && entry.dates.is_none()
        && entry.tags.is_empty()
        && entry.parts.len() == 1
        && !entry.body.iter().any(|block| matches!(block.kind, BlockKind::Entry(_)))
}

/// Returns whether the parts of a project have heads.
fn has_captions(entry: &Entry) -> bool {
    let heads = |(at, block): (usize, &model::Block)| match &block.kind {
        BlockKind::Entry(part) => heads_a_part(part),
        _ => spaces::is_caption(block, entry.body.get(at + 1)),
    };
    entry.body.iter().enumerate().any(heads)
}

/// Returns the title as the outline shows it: number and first part.
fn outline_title(entry: &Entry) -> String {
    let number = entry.number.as_ref().map(Rich::text).unwrap_or_default();
    let first = entry.parts.first().map(|part| part.text.text()).unwrap_or_default();
    format!("{number}{first}").replace('\n', " ")
}

/// Returns a piece of text in a box, which no line end divides.
fn chipped(piece: Inline, frame: Frame) -> Inline {
    match piece {
        Inline::Text(text) => Inline::Text(super::Text { frame: Some(frame), unbroken: true, ..text }),
        other => other,
    }
}

/// Returns a piece of text as the content of an element and on one line.
pub(super) fn owned(piece: Inline, tag: Option<TagId>) -> Inline {
    match piece {
        Inline::Text(text) => Inline::Text(super::Text { tag, unbroken: true, ..text }),
        other => other,
    }
}
