//! The paper, its columns, and the rows on every page.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Color, Row, Style};
use crate::geom::{Em, Pt, Sides, Size};
use crate::model::SectionKind;

/// The paper and the rows on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The trimmed page.
    pub size: Size,
    /// The white space around the regions.
    pub margin: Sides,
    /// The distance that ink touching the edge extends beyond it.
    pub bleed: Pt,
    /// The row above the text.
    pub header: Option<Running>,
    /// The row below the text.
    pub footer: Option<Running>,
    /// The colour of the paper, if it is not white.
    pub background: Option<Color>,
}

/// A row on every page, outside the regions.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// The row.
    pub row: Row,
    /// Whether it is on the first page.
    pub first: bool,
    /// Whether it is in a document of one page.
    pub single: bool,
    /// The distance of its baseline from the nearer edge of the paper.
    pub offset: Pt,
}

/// A part of the page with a measure of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its name in the layout file.
    pub name: String,
    /// Its position on the page.
    pub place: RegionPlace,
    /// Distance of its left edge from the page's.
    pub x: Pt,
    /// Its width, padding included.
    pub width: Pt,
    /// Distance of its upper edge from the page's, and of its lower edge from the page's foot.
    pub inset: (Pt, Pt),
    /// Padding inside.
    pub pad: Sides,
    /// The colour behind it.
    pub background: Option<Color>,
    /// The inks that it has instead of the layout's: each with the one that it replaces.
    pub inks: Vec<(Color, Color)>,
    /// The styles that it has instead of the layout's; empty if it uses those.
    pub styles: BTreeMap<String, Style>,
    /// The number of columns through which its text flows on each page; at least one.
    pub columns: u32,
    /// The space between two of them.
    pub gutter: Pt,
    /// Whether the columns of the last page end at one height.
    pub balance: bool,
    /// Thickness and ink of a line at its left edge and between its columns.
    pub rule: Option<(Pt, Color)>,
    /// What it takes; the rest goes to the region that takes [`Take::Rest`].
    pub takes: Vec<Take>,
    /// The region that it becomes on pages where the columns beside it have no more text: as wide as all
    /// of them together. `None`: it stays as it is.
    pub spread: Option<Box<Region>>,
}

impl Region {
    /// Returns the measure: the width of its lines.
    pub fn measure(&self) -> Pt {
        let columns = i64::from(self.columns.max(1));
        (self.width - self.pad.left - self.pad.right - self.gutter * (columns - 1)) / columns
    }

    /// Returns the left edge of the text of a column, counted from 0.
    pub fn column_x(&self, column: u32) -> Pt {
        self.x + self.pad.left + (self.measure() + self.gutter) * i64::from(column)
    }
}

/// Where on the page a region is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RegionPlace {
    /// Beside the others, from the head to the foot of every page.
    #[default]
    Column,
    /// Above the others at the head of the first page, as tall as its text.
    Top,
}

/// What a region may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Take {
    /// A part of the header by name; `""` is the whole header.
    Header(String),
    /// The facts of the header.
    Facts,
    /// Sections of a kind.
    Section(SectionKind),
    /// Whatever no other region takes.
    Rest,
}

/// A key that fitting may vary, and its range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elastic {
    /// Its path in the layout file: `section.space`.
    pub key: String,
    /// Its minimum, as a factor of the value declared, which is the ideal; at most 1.
    pub least: Em,
    /// Its maximum; at least 1.
    pub most: Em,
}
