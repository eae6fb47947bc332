//! Entries: which part of their line fills which slot, and what they hold.

use std::collections::BTreeSet;

use super::build::{Build, framed};
use super::choice::{chosen_for, offered};
use super::rows::{NewHeading, Place, Show, Values, slots};
use super::structure::{Role, TagId};
use super::text::{inlines, separator, setting, slot_inlines};
use super::{Block, Content, Hanging, HangingWidth, Inline, Paragraph};
use crate::geom::Pt;
use crate::layout::{Align, Element, Frame, Slot, SlotOptions, Style, role};
use crate::model::{Entry, Part, PartRole, Piece, Rich, SectionKind};

/// Which parts of an entry's line its layout's slots show; each part is shown once.
#[derive(Debug, Default)]
pub(super) struct Assigned {
    /// For each part the slot that shows it.
    slots: Vec<Option<Slot>>,
    /// Whether date, tags, number have slots of their own.
    date: bool,
    tags: bool,
    number: bool,
}

impl Assigned {
    /// Gives each slot that an element offers the part of its role; a line without a title shows the first part that
    /// no other slot does in its place.
    pub(super) fn new(entry: &Entry, offered: &BTreeSet<Slot>) -> Assigned {
        let mut assigned = Assigned {
            slots: vec![None; entry.parts.len()],
            date: offered.contains(&Slot::Date),
            tags: offered.contains(&Slot::Tags),
            number: offered.contains(&Slot::Number),
        };
        for (part, taken) in entry.parts.iter().zip(&mut assigned.slots) {
            let slot = exact(part.role);
            *taken = slot.filter(|slot| offered.contains(slot));
        }
        let main = |slot: &Option<Slot>| matches!(slot, Some(Slot::Title | Slot::Organization));
        if !assigned.slots.iter().any(main)
            && let Some(slot) =
                [Slot::Title, Slot::Organization].into_iter().find(|slot| offered.contains(slot))
            && let Some(free) = assigned.slots.iter_mut().find(|taken| taken.is_none())
        {
            *free = Some(slot);
        }
        assigned.keep_order();
        assigned.place_others(offered);
        assigned
    }

    /// `BSc | Physics` is read in this order, though layouts show subjects before degrees; so is a project whose
    /// employer follows.
    fn keep_order(&mut self) {
        let at = |slots: &[Option<Slot>], slot| slots.iter().position(|taken| *taken == Some(slot));
        if let (Some(degree), Some(subject)) = (at(&self.slots, Slot::Degree), at(&self.slots, Slot::Subject))
            && degree < subject
        {
            self.slots[degree] = Some(Slot::Subject);
        }
        if let (Some(title), Some(employer)) =
            (at(&self.slots, Slot::Title), at(&self.slots, Slot::Organization))
            && title < employer
        {
            self.slots[employer] = None;
        }
    }

    /// `Engineer | Example Co.` is read in this order, though layouts show the employer, or the school, first: what
    /// its author put first takes their place, and they stand where it would.
    fn lead_with_first(mut self, element: &Element) -> Assigned {
        let rows = element.columns.iter().flat_map(|column| &column.rows);
        let offered: Vec<Slot> = rows.flat_map(|row| &row.cells).flat_map(slots).collect();
        let place = |slot: Slot| offered.iter().position(|known| *known == slot);
        let first = self.slots.iter().position(|slot| slot.is_some_and(|slot| BESIDE.contains(&slot)));
        let employer = self.slots.iter().position(|slot| *slot == Some(Slot::Organization));
        let named = self.slots.iter().any(|slot| matches!(slot, Some(Slot::Title | Slot::Organization)));
        if let Some(first) = first.filter(|_| !named) {
            // A post alone is what the entry is called.
            let lead = [Slot::Organization, Slot::Title].into_iter().find(|slot| place(*slot).is_some());
            let own = self.slots[first].and_then(place);
            self.slots[first] = lead.filter(|lead| own.is_none() || place(*lead) < own).or(self.slots[first]);
            return self;
        }
        let (Some(first), Some(employer)) = (first, employer) else { return self };
        let Some(slot) = self.slots[first].filter(|_| first < employer) else { return self };
        if place(Slot::Organization) > place(slot) {
            return self;
        }
        self.slots[first] = Some(Slot::Organization);
        for other in &mut self.slots[first + 1..] {
            let main = |own: Slot| own == Slot::Organization || BESIDE.contains(&own);
            if other.is_some_and(main) {
                *other = Some(slot);
            }
        }
        self
    }

    /// Puts the parts that have no slot of their own beside the part before them, so that they are read in
    /// the author's order.
    fn place_others(&mut self, offered: &BTreeSet<Slot>) {
        for at in 0..self.slots.len() {
            if self.slots[at].is_some() {
                continue;
            }
            let beside = |slot: &Option<Slot>| slot.filter(|slot| BESIDE.contains(slot));
            let before = self.slots[..at].iter().rev().find_map(beside);
            let after = || self.slots[at..].iter().find_map(beside);
            let free = || BESIDE.into_iter().find(|slot| offered.contains(slot));
            self.slots[at] = before.or_else(after).or_else(free);
        }
    }

    /// Tells whether a slot has a value.
    pub(super) fn has(&self, entry: &Entry, slot: Slot) -> bool {
        match slot {
            Slot::Date => entry.dates.is_some(),
            Slot::Tags => !entry.tags.is_empty(),
            Slot::Number => entry.number.is_some(),
            other => self.slots.contains(&Some(other)),
        }
    }

    fn parts<'e>(&self, entry: &'e Entry, slot: Option<Slot>) -> impl Iterator<Item = &'e Rich> {
        entry
            .parts
            .iter()
            .zip(&self.slots)
            .filter(move |(_, taken)| **taken == slot)
            .map(|(part, _)| &part.text)
    }
}

/// The slots of what stands beside an employer or a school.
const BESIDE: [Slot; 3] = [Slot::Role, Slot::Subject, Slot::Degree];

/// The slot named after a part's role.
fn exact(part: PartRole) -> Option<Slot> {
    match part {
        PartRole::Title => Some(Slot::Title),
        PartRole::Organization => Some(Slot::Organization),
        PartRole::Role => Some(Slot::Role),
        PartRole::Subject => Some(Slot::Subject),
        PartRole::Degree => Some(Slot::Degree),
        PartRole::Place => Some(Slot::Place),
        PartRole::Other => None,
    }
}

/// What a page turn inside an entry costs beyond the usual: it had better be between two.
const INSIDE: i32 = 40;

impl Build<'_> {
    /// Returns the boxes of an entry and of all it holds.
    pub(super) fn entry(&mut self, entry: &Entry, parent: TagId, section: SectionKind) -> Vec<Block> {
        let element = &*chosen_for(entry, self.layout.entry(entry.kind, section));
        let dated = dates_alone(entry, element);
        let (entry, all) = (dated.as_ref().unwrap_or(entry), entry);
        let assigned = Assigned::new(entry, &offered(element)).lead_with_first(element);
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
        let mut body = self.blocks(&all.body, parent, section, Pt::ZERO);
        // What follows a dated entry that is nothing but its head is another one: a list of courses may be parted.
        // A title alone may be one of what follows.
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
        let blocks = head.into_iter().chain(body).collect();
        framed(blocks, element)
    }

    /// Returns a line with all that the layout has no slot for: nothing of the author's is lost.
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

    /// Hangs a hand-written number before a title: the title's further lines stand clear of it.
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
        // Their code marks say that they are tags; the tag style says how tags look.
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

/// `### 2016 – 2018` and nothing that names it: the dates are what the entry is called, unless the layout begins with
/// them anyway. Returns its head.
fn dates_alone(entry: &Entry, element: &Element) -> Option<Entry> {
    let rows = element.columns.iter().flat_map(|column| &column.rows);
    let first = rows.flat_map(|row| &row.cells).flat_map(slots).next();
    let named = entry.parts.iter().any(|part| !part.text.is_blank());
    let dates = entry.dates.as_ref().filter(|_| !named && first != Some(Slot::Date))?;
    let title = Part { role: PartRole::Title, text: dates.raw.clone() };
    Some(Entry { parts: vec![title], dates: None, body: Vec::new(), ..entry.clone() })
}

/// The title as the outline shows it: number and first part.
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
