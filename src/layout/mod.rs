//! How a résumé looks: a layout file becomes a [`Layout`] in which nothing is left optional.
//!
//! A layout is data. The bundled ones (`layouts/*.toml`) use nothing that a user's own file cannot,
//! and what they do not say stands in `layouts/base.toml`. On the way from file to [`Layout`]:
//!
//! 1. `file/load`: the file and all that it extends become one tree, later values over earlier,
//!    `--set` and the front matter's `set` last; every value keeps its place.
//! 2. `file/inherit`: kinds start from what they are kinds of (`[entry.education]` from `[entry]`).
//! 3. `file/read`: the tree becomes the serde types of `file/schema`; unknown keys are reported.
//! 4. `resolve`: units, names and ranges; rows are parsed; geometry is checked.
//!
//! Lengths in a [`Layout`] are absolute: `em`, factors and `%` were resolved on loading. The files are
//! read once ([`read`]); a [`Sheet`] can be resolved often, each time with other [`Factors`].

mod bundled;
mod element;
mod file;
mod kinds;
mod page;
mod resolve;
pub mod role;
mod row;
mod sections;
mod sheet;
mod style;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use bundled::{BUNDLED, Bundled};
pub use element::{
    Around, Break, Chip, Column, Element, Frame, Grid, Image, Keep, Keys, List, Marker, MarkerShape, Rail,
    Rating, RatingMarks, Rule, RulePlace, Space, Stroke, Table, Width,
};
pub use file::{Choice, Override, json_schema, nearest};
pub use page::{Elastic, Page, Region, RegionPlace, Running, Take};
pub use row::{Cell, CellPart, FieldKey, Row, Slot, SlotOptions, Start};
pub use sections::Sections;
pub use sheet::{Factors, Sheet};
pub use style::{
    Align, Caps, Color, Emphasis, Hangul, Hyphenate, LeastLines, Punctuation, Setting, Stack, StackId,
    Strictness, Style,
};

use crate::diag::{CompileError, Files, Sink};
use crate::model::{EntryKind, SectionKind};

/// Returns a layout with everything it extends and everything set over it.
///
/// The files read are added to `files`, so that findings can show their lines.
///
/// # Errors
/// [`CompileError::Machine`] if the file asked for cannot be read; [`CompileError::Document`] if it, or a file it
/// extends, or something set over it, is wrong: the sink says where.
pub fn load(choice: &Choice, files: &mut Files, sink: &mut Sink) -> Result<Layout, CompileError> {
    read(choice, files, sink).map(Sheet::into_ideal)
}

/// Returns the same, ready to be resolved again and again with its elastic keys moved.
///
/// # Errors
/// As [`load`].
pub fn read(choice: &Choice, files: &mut Files, sink: &mut Sink) -> Result<Sheet, CompileError> {
    Sheet::read(choice, files, sink)
}

/// A layout, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The name it was asked for by.
    pub name: String,
    /// Its title.
    pub title: String,
    /// One line about it.
    pub summary: String,
    /// Paper, margins, running lines.
    pub page: Page,
    /// How paragraphs are set.
    pub setting: Setting,
    /// The font stacks that styles name.
    pub stacks: Vec<Stack>,
    /// The style of each role; the roles of [`role`] are always there.
    pub styles: BTreeMap<String, Style>,
    /// The columns of the page, in reading order; at least one.
    pub regions: Vec<Region>,
    /// The parts of the header by name; the whole header is `""` when it is not divided.
    pub header: BTreeMap<String, Element>,
    /// The grid of facts in the header and of key–value lists.
    pub facts: Grid,
    /// Which sections stand where, and under what title.
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
    /// Tags in boxes.
    pub chip: Chip,
    /// Ratings.
    pub rating: Rating,
    /// What may give so that the text fits its pages, what gives first at the front.
    pub fit: Vec<Elastic>,
}

impl Layout {
    /// Returns how an entry is composed: by its section's kind if the layout says so, else the
    /// common way.
    pub fn entry(&self, kind: EntryKind, section: SectionKind) -> &Element {
        let common =
            || self.entries.get(&(kind, None)).or_else(|| self.entries.get(&(EntryKind::Entry, None)));
        self.entries.get(&(kind, Some(section))).or_else(common).unwrap_or_else(|| self.section(section))
    }

    /// Returns how a section is composed: as its kind, if the layout says so, else the common way.
    pub fn section(&self, kind: SectionKind) -> &Element {
        static PLAIN: Element = Element::PLAIN;
        self.sections.get(&Some(kind)).or_else(|| self.sections.get(&None)).unwrap_or(&PLAIN)
    }

    /// Returns the layout as it is in a region: with the styles that the region has of its own.
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
