//! How the things of a résumé are composed: elements, grids, lists, tables.

use serde::Deserialize;

use super::{Color, Row};
use crate::geom::{Glue, Pt, Sides};

/// Space before and after, which fitting may vary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Above; vanishes at the top of a page.
    pub before: Glue,
    /// Below; the larger of it and the next one's `before` counts.
    pub after: Glue,
}

/// How one kind of thing is composed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Columns side by side; usually one. A column whose slots are all empty is not there.
    pub columns: Vec<Column>,
    /// The space between two columns.
    pub gutter: Pt,
    /// Space around it.
    pub space: Space,
    /// How far it is moved in.
    pub indent: Pt,
    /// Whether its body is moved in too.
    pub indent_body: Pt,
    /// A line under (or over) its rows.
    pub rule: Option<Rule>,
    /// A box round it.
    pub frame: Option<Frame>,
    /// What must stay on one page.
    pub keep: Keep,
    /// Whether it begins a page or a column.
    pub break_before: Option<Break>,
}

/// One column of an element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its width.
    pub width: Width,
    /// Its rows from top to bottom.
    pub rows: Vec<Row>,
}

/// The width of a column or cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A length.
    Fixed(Pt),
    /// A share of what is left.
    Share(u32),
}

impl Default for Width {
    fn default() -> Width {
        Width::Share(1)
    }
}

/// A printed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its thickness.
    pub width: Pt,
    /// Its ink.
    pub color: Color,
    /// Its distance from the text.
    pub gap: Pt,
    /// Above instead of below.
    pub above: bool,
}

/// A box with a fill or a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The colour inside.
    pub fill: Option<Color>,
    /// Thickness and colour of its border.
    pub stroke: Option<(Pt, Color)>,
    /// The rounding of its corners.
    pub radius: Pt,
    /// The space between border and content.
    pub pad: Sides,
}

/// What must stay together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// On the page on which the next thing begins.
    pub with_next: bool,
    /// All on one page, if it fits one.
    pub together: bool,
}

/// Where something has to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// On a new page.
    Page,
    /// At the top of the region, on this page or the next.
    Region,
}

/// A grid of keys and values.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Fewest and most columns; as many as fit are used.
    pub columns: (u32, u32),
    /// How keys stand to their values.
    pub keys: Keys,
    /// The space between two columns.
    pub gutter: Pt,
    /// The space between two rows.
    pub row_gap: Glue,
    /// Space around the grid.
    pub space: Space,
}

/// How the keys of a grid stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keys {
    /// The values of a column begin at one x (rule 49).
    #[default]
    Align,
    /// The same, and keys of Han are spread to the width of the widest (均排).
    Justify,
    /// Each value follows its key.
    Inline,
    /// Each value stands below its key.
    Above,
}

/// How lists look.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The marker of each depth; the last one for all deeper ones.
    pub markers: Vec<String>,
    /// How far the text is moved in at each depth.
    pub indent: Pt,
    /// The space between marker and text.
    pub gap: Pt,
    /// The space around the whole list.
    pub space: Space,
    /// The space between two items.
    pub item: Glue,
}

/// How tables look.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Padding in each cell.
    pub pad: Sides,
    /// The line under the header and under the last row.
    pub rule: Option<Rule>,
    /// Space around the table.
    pub space: Space,
}
