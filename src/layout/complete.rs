//! A layout: how it looks, nothing left optional.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::element::{Chip, Element, Grid, Image, Letter, List, Rating, Space, Table};
use super::page::{Elastic, Page, Region};
use super::role;
use super::sections::Sections;
use super::style::{Setting, Stack, Style};
use crate::model::{EntryKind, SectionKind};

/// A complete layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The name by which it was requested.
    pub name: String,
    /// Its title.
    pub title: String,
    /// One line about it.
    pub summary: String,
    /// Paper, margins, running lines.
    pub page: Page,
    /// The setting of paragraphs.
    pub setting: Setting,
    /// The font stacks that styles name.
    pub stacks: Vec<Stack>,
    /// The style of each role; the roles of [`role`] are always there.
    pub styles: BTreeMap<String, Style>,
    /// The columns of the page, in reading order; at least one.
    pub regions: Vec<Region>,
    /// The parts of the header by name; the whole header is `""` if it is not divided.
    pub header: BTreeMap<String, Element>,
    /// The grid of facts in the header and of key–value lists.
    pub facts: Grid,
    /// The order of sections, and their titles.
    pub arrangement: Sections,
    /// A section by its kind; `None` is the common one. Look it up with [`Layout::section`].
    pub sections: BTreeMap<Option<SectionKind>, Element>,
    /// An entry by what it is and the kind of its section; look it up with [`Layout::entry`].
    pub entries: BTreeMap<(EntryKind, Option<SectionKind>), Element>,
    /// Lists.
    pub list: List,
    /// Tables.
    pub table: Table,
    /// The space around a paragraph.
    pub paragraph: Space,
    /// Images in the text.
    pub image: Image,
    /// Settings for letters only.
    pub letter: Letter,
    /// Tags in boxes.
    pub chip: Chip,
    /// Ratings.
    pub rating: Rating,
    /// Elastic keys, which give so that the text fits its pages; those that give first come first.
    pub fit: Vec<Elastic>,
}

impl Layout {
    /// Returns the element of an entry: that of its section's kind if the layout has one, else the
    /// common one.
    pub fn entry(&self, kind: EntryKind, section: SectionKind) -> &Element {
        let common =
            || self.entries.get(&(kind, None)).or_else(|| self.entries.get(&(EntryKind::Entry, None)));
        self.entries.get(&(kind, Some(section))).or_else(common).unwrap_or_else(|| self.section(section))
    }

    /// Returns the element of a section: that of its kind if the layout has one, else the common one.
    pub fn section(&self, kind: SectionKind) -> &Element {
        static PLAIN: Element = Element::PLAIN;
        self.sections.get(&Some(kind)).or_else(|| self.sections.get(&None)).unwrap_or(&PLAIN)
    }

    /// Returns the layout as it is in a region: with the region's own styles.
    pub fn within(&self, region: &Region) -> Cow<'_, Layout> {
        if region.styles.is_empty() {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Layout { styles: region.styles.clone(), ..self.clone() })
    }

    /// Returns the style of a role; that of `body` if the role has none.
    pub fn style(&self, role: &str) -> &Style {
        static PLAIN: Style = Style::PLAIN;
        self.styles.get(role).or_else(|| self.styles.get(role::BODY)).unwrap_or(&PLAIN)
    }
}
