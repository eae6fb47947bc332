//! The slots offered in each place: the one table behind the row parser and the reference.

use crate::layout::{Slot, role};

/// The place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the header of the résumé.
    Header,
    /// In the title of a section.
    Section,
    /// In an entry, a role or a project.
    Entry,
    /// Above or below the text of every page.
    Running,
}

impl Where {
    /// Returns the style of literals, and of slots that have none of their own.
    pub fn role(self) -> &'static str {
        match self {
            Where::Header | Where::Entry => role::BODY,
            Where::Section => role::SECTION_TITLE,
            Where::Running => role::FOLIO,
        }
    }

    /// Describes the place for messages.
    pub fn in_words(self) -> &'static str {
        match self {
            Where::Header => "the header",
            Where::Section => "a section title",
            Where::Entry => "an entry",
            Where::Running => "a running line",
        }
    }
}

/// The rule for a slot.
pub struct SlotRule {
    /// Its name in a row.
    pub name: &'static str,
    /// The value.
    pub slot: Slot,
    /// The places where it is allowed.
    pub places: &'static [Where],
    /// Its style, unless the row names another; `None`: that of the row.
    pub role: Option<&'static str>,
    /// The options that it takes.
    pub options: &'static [&'static str],
}

const fn rule(
    name: &'static str,
    slot: Slot,
    places: &'static [Where],
    role: Option<&'static str>,
    options: &'static [&'static str],
) -> SlotRule {
    SlotRule { name, slot, places, role, options }
}

use Where::{Entry, Header, Running, Section};

/// Every slot.
pub const SLOTS: &[SlotRule] = &[
    rule("name", Slot::Name, &[Header, Running], Some(role::NAME), &[]),
    rule("name.first", Slot::NameFirst, &[Header], Some(role::NAME), &[]),
    rule("name.rest", Slot::NameRest, &[Header], Some(role::NAME), &[]),
    rule("headline", Slot::Headline, &[Header, Running], Some(role::HEADLINE), &[]),
    rule(
        "contacts",
        Slot::Contacts,
        &[Header],
        Some(role::CONTACT),
        &["icons", "keys", "bare", "full", "sep", "stack", "wrap"],
    ),
    rule("facts", Slot::Facts, &[Header], None, &[]),
    rule("facts.all", Slot::FactsAll, &[Header], None, &["icons", "full"]),
    rule("photo", Slot::Photo, &[Header], None, &["width", "crop", "radius"]),
    rule("icon", Slot::Icon, &[Section], Some(role::SECTION_TITLE), &[]),
    rule("title", Slot::Title, &[Section], Some(role::SECTION_TITLE), &[]),
    rule("title", Slot::Title, &[Entry], Some(role::ENTRY_TITLE), &[]),
    rule("organization", Slot::Organization, &[Entry], Some(role::ENTRY_TITLE), &[]),
    rule("role", Slot::Role, &[Entry], Some(role::ENTRY_ROLE), &[]),
    rule("subject", Slot::Subject, &[Entry], Some(role::ENTRY_ROLE), &[]),
    rule("degree", Slot::Degree, &[Entry], Some(role::ENTRY_ROLE), &[]),
    rule("place", Slot::Place, &[Entry], Some(role::PLACE), &[]),
    rule("date", Slot::Date, &[Entry], Some(role::DATE), &[]),
    rule("tags", Slot::Tags, &[Entry], Some(role::TAG), &["chips", "sep"]),
    rule("number", Slot::Number, &[Entry], Some(role::ENTRY_TITLE), &[]),
    rule("folio", Slot::Folio, &[Running], None, &[]),
    rule("pages", Slot::Pages, &[Running], None, &[]),
];

impl SlotRule {
    /// Returns the style of the slot in a place; in a running line, all slots have the row's.
    pub fn role_in(&self, place: Where) -> Option<&'static str> {
        if place == Running { None } else { self.role }
    }
}
