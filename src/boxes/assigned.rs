//! Which part of an entry's line fills which slot.

use std::collections::BTreeSet;

use super::slots::slots;
use crate::layout::{Element, Slot};
use crate::model::{Entry, EntryKind, PartRole, Rich};

/// The slots that show the parts of an entry's line; each part is shown once.
#[derive(Debug, Default)]
pub(super) struct Assigned {
    /// For each part, the slot that shows it.
    pub(super) slots: Vec<Option<Slot>>,
    /// Whether date, tags, number have slots of their own.
    pub(super) date: bool,
    pub(super) tags: bool,
    pub(super) number: bool,
    /// Whether the entry is only the head of a part of a project.
    pub(super) is_caption: bool,
}

impl Assigned {
    /// Gives each slot that an element offers the part of its role; in a line without a title, the first part that
    /// no other slot shows takes the title's slot.
    pub(super) fn new(entry: &Entry, offered: &BTreeSet<Slot>) -> Assigned {
        let mut assigned = Assigned {
            slots: vec![None; entry.parts.len()],
            date: offered.contains(&Slot::Date),
            tags: offered.contains(&Slot::Tags),
            number: offered.contains(&Slot::Number),
            is_caption: false,
        };
        for (part, taken) in entry.parts.iter().zip(&mut assigned.slots) {
            let slot = exact(part.role);
            *taken = slot.filter(|slot| offered.contains(slot));
        }
        // A degree below its school takes the place of a post: parts after it stay after it.
        if entry.kind == EntryKind::Role
            && offered.contains(&Slot::Role)
            && !assigned.slots.contains(&Some(Slot::Role))
            && let Some(first @ None) = assigned.slots.first_mut()
        {
            *first = Some(Slot::Role);
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

    /// Keeps the order of `BSc | Physics`, though layouts show subjects before degrees, and that of a project whose
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

    /// Keeps the order of `Engineer | Example Co.`, though layouts show the employer, or the school, first: what the
    /// author put first takes that slot, and the employer takes the other; not before what the author made the head.
    pub(super) fn lead_with_first(mut self, entry: &Entry, element: &Element) -> Assigned {
        if entry.house_leads && self.slots.contains(&Some(Slot::Organization)) {
            return self;
        }
        let rows = element.columns.iter().flat_map(|column| &column.rows);
        let offered: Vec<Slot> = rows.flat_map(|row| &row.cells).flat_map(slots).collect();
        let place = |slot: Slot| offered.iter().position(|known| *known == slot);
        let first = self.slots.iter().position(|slot| slot.is_some_and(|slot| BESIDE.contains(&slot)));
        let employer = self.slots.iter().position(|slot| *slot == Some(Slot::Organization));
        let named = self.slots.iter().any(|slot| matches!(slot, Some(Slot::Title | Slot::Organization)));
        if let Some(first) = first.filter(|_| !named) {
            // A post alone is the entry's name.
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

    /// Puts the parts that have no slot of their own next to the part before them, so that they are read in
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

    /// Returns whether a slot has a value.
    pub(super) fn has(&self, entry: &Entry, slot: Slot) -> bool {
        match slot {
            Slot::Date => entry.dates.is_some(),
            Slot::Tags => !entry.tags.is_empty(),
            Slot::Number => entry.number.is_some(),
            other => self.slots.contains(&Some(other)),
        }
    }

    pub(super) fn parts<'e>(&self, entry: &'e Entry, slot: Option<Slot>) -> impl Iterator<Item = &'e Rich> {
        entry
            .parts
            .iter()
            .zip(&self.slots)
            .filter(move |(_, taken)| **taken == slot)
            .map(|(part, _)| &part.text)
    }
}

/// The slots next to an employer or a school.
pub(super) const BESIDE: [Slot; 3] = [Slot::Role, Slot::Subject, Slot::Degree];

/// The slot named after a part's role.
pub(super) fn exact(part: PartRole) -> Option<Slot> {
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
