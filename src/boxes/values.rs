//! The values that fill rows, and whether there is one for a slot.

use super::assigned::Assigned;
use super::name;
use super::structure::TagId;
use crate::layout::{Slot, SlotOptions, Style};
use crate::model::{Entry, Header, Section, SectionKind};

/// Whose values fill the slots.
#[derive(Clone, Copy)]
pub(super) enum Values<'a> {
    Header(&'a Header),
    Section(&'a Section),
    Entry(&'a Entry, &'a Assigned),
}

/// A slot, and its options.
#[derive(Clone, Copy)]
pub(super) struct Show<'a> {
    pub slot: Slot,
    pub options: &'a SlotOptions,
    pub style: &'a Style,
}

/// The place of an element's rows in the tag tree and in the outline.
pub(super) struct Place {
    /// The element that contains them.
    pub parent: TagId,
    /// The heading for the row with the title; taken by the first such row.
    pub heading: Option<NewHeading>,
}

/// A heading that has not been set yet.
pub(super) struct NewHeading {
    /// Level in the tag tree, 1 for the name.
    pub level: u8,
    /// Its words in the outline.
    pub title: String,
}

impl Values<'_> {
    /// Returns whether a slot has a value here.
    pub(super) fn has(self, slot: Slot) -> bool {
        match (self, slot) {
            (Values::Header(h), Slot::Name | Slot::NameRest) => h.title().is_some(),
            (Values::Header(h), Slot::NameFirst) => {
                h.title().is_some_and(|name| !name::parts(name).0.is_blank())
            }
            (Values::Header(h), Slot::Headline) => h.headline.is_some(),
            (Values::Header(h), Slot::Contacts) => !h.contacts.is_empty(),
            (Values::Header(h), Slot::Facts) => !h.facts.is_empty(),
            (Values::Header(h), Slot::FactsAll) => !h.facts.is_empty() || !h.contacts.is_empty(),
            (Values::Header(h), Slot::Photo) => h.photo.is_some(),
            (Values::Header(h), Slot::Field(key)) => {
                h.field(key.name()).is_some_and(|value| !value.is_blank())
            }
            (Values::Header(_), Slot::Folio | Slot::Pages) => true,
            (Values::Section(s), Slot::Title) => !s.title.is_blank(),
            // No picture means "other"; a star would mean something else.
            (Values::Section(s), Slot::Icon) => {
                !s.title.is_blank() && !matches!(s.kinds[..], [SectionKind::Other, ..] | [])
            }
            (Values::Entry(entry, assigned), slot) => assigned.has(entry, slot),
            _ => false,
        }
    }
}
