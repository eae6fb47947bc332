//! The paper, its columns, and what stands on every page.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Color, Row, Style};
use crate::geom::{Em, Pt, Sides, Size};
use crate::model::SectionKind;

/// The paper and what stands on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The trimmed page.
    pub size: Size,
    /// What stays white around the regions.
    pub margin: Sides,
    /// How far ink that touches the edge goes beyond it.
    pub bleed: Pt,
    /// The row above the text.
    pub header: Option<Running>,
    /// The row below the text.
    pub footer: Option<Running>,
    /// The colour of the paper, if it is not white.
    pub background: Option<Color>,
}

/// A row that stands on every page, outside the regions.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// The row.
    pub row: Row,
    /// Whether the first page has it.
    pub first: bool,
    /// Whether a document of one page has it.
    pub single: bool,
    /// Baseline's distance from the nearer edge of the paper.
    pub offset: Pt,
}

/// A part of the page with a measure of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its name in the layout file.
    pub name: String,
    /// Where on the page it is.
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
    /// The inks that it has instead of the layout's: each with the one it takes the place of.
    pub inks: Vec<(Color, Color)>,
    /// The styles that it has instead of the layout's; none: it has those.
    pub styles: BTreeMap<String, Style>,
    /// How many columns its text flows through on each page; at least one.
    pub columns: u32,
    /// The space between two of them.
    pub gutter: Pt,
    /// Whether the columns of the last page end at one height.
    pub balance: bool,
    /// Thickness and ink of a line at its left edge and between its columns.
    pub rule: Option<(Pt, Color)>,
    /// What it takes; the rest goes to the region that takes [`Take::Rest`].
    pub takes: Vec<Take>,
    /// What it becomes on the pages on which the columns beside it have nothing any more: as wide as all
    /// of them together. None: it stays as it is.
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

/// A key that fitting may vary, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elastic {
    /// Its path in the layout file: `section.space`.
    pub key: String,
    /// The least it may come to, as a factor of the value declared, which is the ideal; at most 1.
    pub least: Em,
    /// The most it may come to; at least 1.
    pub most: Em,
}
