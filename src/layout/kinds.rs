//! The names by which layouts call kinds of section.

use crate::model::SectionKind;

/// Every kind with its name in layout files.
pub(super) const KINDS: &[(&str, SectionKind)] = &[
    ("personal", SectionKind::Personal),
    ("summary", SectionKind::Summary),
    ("work", SectionKind::Work),
    ("education", SectionKind::Education),
    ("projects", SectionKind::Projects),
    ("skills", SectionKind::Skills),
    ("awards", SectionKind::Awards),
    ("certificates", SectionKind::Certificates),
    ("publications", SectionKind::Publications),
    ("volunteer", SectionKind::Volunteer),
    ("languages", SectionKind::Languages),
    ("interests", SectionKind::Interests),
    ("references", SectionKind::References),
    ("other", SectionKind::Other),
];

/// Returns the kind of a name.
pub(super) fn kind(name: &str) -> Option<SectionKind> {
    KINDS.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
}
