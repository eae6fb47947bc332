//! The state of the walk over the résumé.

use super::Heading;
use super::structure::Structure;
use crate::geom::Pt;
use crate::layout::Layout;
use crate::model::{Directive, Entry, EntryKind, PartRole, SectionKind};
use crate::source::Images;

/// The state of the walk: where it looks things up and what it collects.
pub(super) struct Build<'a> {
    pub layout: &'a Layout,
    pub images: &'a Images,
    pub lang: String,
    /// The measure of the region that is being filled.
    pub measure: Pt,
    /// The index of that region.
    pub region: usize,
    /// The author's directives for single blocks.
    pub directives: &'a [Directive],
    pub structure: Structure,
    pub outline: Vec<Heading>,
}

/// The surroundings of blocks.
#[derive(Clone, Copy)]
pub(super) struct Within {
    /// The kind of the section.
    pub section: SectionKind,
    /// Whether a project has a title of its own above them, which outranks the head of a part of it.
    pub in_project: bool,
}

impl Within {
    /// Returns the surroundings of a section's blocks.
    pub(super) fn section(section: SectionKind) -> Within {
        Within { section, in_project: false }
    }

    /// Returns the surroundings of an entry's blocks. Below an employer in a section of projects come projects.
    pub(super) fn entry(self, entry: &Entry) -> Within {
        let is_project =
            |section| section == SectionKind::Projects && entry.part(PartRole::Organization).is_none();
        let in_project = entry.kind == EntryKind::Project || is_project(self.section);
        Within { in_project, ..self }
    }
}
