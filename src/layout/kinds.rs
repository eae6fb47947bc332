//! The names of kinds of section in layouts.

use crate::model::SectionKind;

/// Every kind with its name in layout files.
pub(super) const KINDS: &[(&str, SectionKind)] = &SectionKind::NAMES;

/// Returns the kind with this name; unlike words in a résumé, keys of a layout have one spelling.
pub(super) fn kind(name: &str) -> Option<SectionKind> {
    KINDS.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
}
