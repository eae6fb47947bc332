//! What the walk over the résumé carries along.

use super::Heading;
use super::structure::Structure;
use crate::geom::Pt;
use crate::layout::Layout;
use crate::model::{Directive, Entry, EntryKind, PartRole, SectionKind};
use crate::source::Images;

/// What the walk carries along: where it looks things up and what it collects.
pub(super) struct Build<'a> {
    pub layout: &'a Layout,
    pub images: &'a Images,
    pub lang: String,
    /// The measure of the region that is being filled.
    pub measure: Pt,
    /// Which region that is.
    pub region: usize,
    /// What the author says of single blocks.
    pub directives: &'a [Directive],
    pub structure: Structure,
    pub outline: Vec<Heading>,
}

/// What blocks stand in.
#[derive(Clone, Copy)]
pub(super) struct Within {
    /// The kind of the section.
    pub section: SectionKind,
    /// A project has a title of its own above them: what heads a part of it is less than that.
    pub in_project: bool,
}

impl Within {
    /// Returns what the blocks of a section stand in.
    pub(super) fn section(section: SectionKind) -> Within {
        Within { section, in_project: false }
    }

    /// Returns what the blocks of an entry stand in. Below an employer in a section of projects stand projects.
    pub(super) fn entry(self, entry: &Entry) -> Within {
        let is_project =
            |section| section == SectionKind::Projects && entry.part(PartRole::Organization).is_none();
        let in_project = entry.kind == EntryKind::Project || is_project(self.section);
        Within { in_project, ..self }
    }
}
