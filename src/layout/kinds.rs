//! The names by which layouts call kinds of section.

use crate::model::SectionKind;

/// Every kind with its name in layout files.
pub(super) const KINDS: &[(&str, SectionKind)] = &SectionKind::NAMES;

/// Returns the kind of a name; unlike words in a résumé, keys of a layout have one spelling.
pub(super) fn kind(name: &str) -> Option<SectionKind> {
    KINDS.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
}
