//! The composition of a résumé's parts: elements, grids, lists, tables.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Align, Color, Row};
use crate::geom::{Em, Glue, Pt, Sides};

/// Space before and after, which fitting may vary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Above; vanishes at the top of a page.
    pub before: Glue,
    /// Below; the larger of it and the next one's `before` counts.
    pub after: Glue,
}

/// The composition of one kind of thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Columns side by side; usually one. A column whose slots are all empty is omitted.
    pub columns: Vec<Column>,
    /// Whether a column whose slots are all empty is omitted.
    pub collapse: bool,
    /// The space between two columns.
    pub gutter: Pt,
    /// The space between two rows.
    pub row_gap: Glue,
    /// Space around it.
    pub space: Space,
    /// Its indent.
    pub indent: Pt,
    /// The indent of the content below its rows.
    pub indent_body: Pt,
    /// The number of columns for the content below its rows; they are `gutter` apart.
    pub columns_body: u32,
    /// The width of a column at the left that holds its rows beside the following content; `None`: they are
    /// above it.
    pub beside: Option<Pt>,
    /// A line next to its rows.
    pub rule: Option<Rule>,
    /// A box around it.
    pub frame: Option<Frame>,
    /// A mark before its first row.
    pub marker: Option<Marker>,
    /// A vertical line along the content below its rows.
    pub rail: Option<Rail>,
    /// What must stay on one page.
    pub keep: Keep,
    /// Where it has to begin, if that matters.
    pub break_before: Option<Break>,
}

impl Element {
    /// Nothing: no rows, no space.
    pub const PLAIN: Element = Element {
        columns: Vec::new(),
        collapse: true,
        gutter: Pt::ZERO,
        row_gap: Glue::fixed(Pt::ZERO),
        space: Space { before: Glue::fixed(Pt::ZERO), after: Glue::fixed(Pt::ZERO) },
        indent: Pt::ZERO,
        indent_body: Pt::ZERO,
        columns_body: 1,
        beside: None,
        rule: None,
        frame: None,
        marker: None,
        rail: None,
        keep: Keep { with_next: false, together: false },
        break_before: None,
    };
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
    /// Its position relative to the rows.
    pub place: RulePlace,
    /// The height of its middle above the baseline next to it; `None`: half the height of Han.
    pub raise: Option<Pt>,
}

/// How a rule stands to the rows of its element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RulePlace {
    /// Below them.
    #[default]
    Below,
    /// Above them.
    Above,
    /// One above and one below them.
    Both,
    /// Behind the last row's text, as far as the measure reaches.
    Beside,
}

/// A box with a fill or a stroke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The colour inside.
    pub fill: Option<Color>,
    /// Its border.
    pub stroke: Option<Stroke>,
    /// The rounding of its corners.
    pub radius: Pt,
    /// The space between border and content.
    pub pad: Sides,
    /// The content that it surrounds.
    pub around: Around,
    /// Whether it shares an edge with the frame directly above, if that does too.
    pub join: bool,
    /// The colour of a bar behind the rows, from edge to edge, in a frame around everything.
    pub head: Option<Color>,
}

impl Frame {
    /// Returns the space above its content where it continues on another page: a frame whose content begins at its
    /// upper edge, such as a ruled row, has the space there that it has at its lower one.
    pub fn pad_continued(&self) -> Pt {
        if self.pad.top == Pt::ZERO { self.pad.bottom } else { self.pad.top }
    }
}

/// The border of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its thickness.
    pub width: Pt,
    /// Its ink.
    pub color: Color,
    /// The sides that have it: top, right, bottom, left.
    pub sides: [bool; 4],
}

/// What a frame goes round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Around {
    /// The rows of its element.
    #[default]
    Rows,
    /// The rows and all that stands below them.
    All,
}

/// A mark before the first row of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its shape.
    pub shape: MarkerShape,
    /// Its width.
    pub size: Pt,
    /// Its ink.
    pub color: Color,
    /// The colour inside a ring.
    pub paper: Color,
    /// The distance of its middle from the left edge of the element.
    pub x: Pt,
}

/// What a marker looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MarkerShape {
    /// A disc.
    #[default]
    Dot,
    /// A circle with paper in it.
    Ring,
    /// A square.
    Square,
    /// An upright bar, a third as wide as high.
    Bar,
}

/// A vertical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rail {
    /// The distance of its middle from the left edge of the element.
    pub x: Pt,
    /// Its thickness.
    pub width: Pt,
    /// Its ink.
    pub color: Color,
}

/// The look of tags in boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The box.
    pub frame: Frame,
    /// The space between two.
    pub gap: Pt,
}

/// The look of images in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Image {
    /// Their maximum width, as a factor of the measure.
    pub most: Em,
    /// Their alignment in the measure.
    pub align: Align,
    /// The rounding of their corners.
    pub radius: Pt,
    /// Space around them.
    pub space: Space,
}

/// Settings for letters only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The distance of the address field from the top edge of the paper, in a letter for a window envelope.
    pub window: Pt,
    /// The alignment of the date; `None`: that of the letter's form.
    pub date: Option<Align>,
    /// The height of a picture of a signature.
    pub signature: Pt,
    /// Whether a letter for a window envelope has marks where it is folded and punched.
    pub has_fold_marks: bool,
}

/// The look of ratings such as ★★★☆☆.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The shape printed for each mark.
    pub marks: RatingMarks,
    /// The ink of filled marks.
    pub color: Color,
    /// The ink of empty marks.
    pub empty: Color,
}

/// What is printed for the marks of a rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RatingMarks {
    /// What the author typed.
    #[default]
    Typed,
    /// ★ and ☆.
    Stars,
    /// ● and ○.
    Dots,
    /// ■ and □.
    Squares,
}

/// What must stay together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// Together with the beginning of the next thing.
    pub with_next: bool,
    /// All on one page, if it fits.
    pub together: bool,
}

/// Where something has to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// On a new page.
    Page,
    /// At the top of the region, on this page or the next.
    Region,
    /// Low enough to end, with all that follows it, at the foot of the last page of the region.
    Foot,
}

/// A grid of keys and values.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The minimum and maximum number of columns; as many as fit are used.
    pub columns: (u32, u32),
    /// The position of keys relative to their values.
    pub keys: Keys,
    /// The space between two columns.
    pub gutter: Pt,
    /// The space between two rows.
    pub row_gap: Glue,
    /// Space around the grid.
    pub space: Space,
    /// Thickness and ink of the lines at all edges of its cells.
    pub border: Option<(Pt, Color)>,
    /// The colour behind the keys that have cells of their own.
    pub key_fill: Option<Color>,
    /// Padding in each cell that has a border.
    pub pad: Sides,
}

/// How the keys of a grid stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
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

/// The look of lists.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The marker of each depth; the last one also applies to all deeper ones.
    pub markers: Vec<String>,
    /// The indent of the text at each depth.
    pub indent: Pt,
    /// The space between marker and text.
    pub gap: Pt,
    /// The space around the whole list.
    pub space: Space,
    /// The space between two items.
    pub item: Glue,
}

/// The look of tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Padding in each cell.
    pub pad: Sides,
    /// The line under the header and under the last row, unless there is a border.
    pub rule: Option<Rule>,
    /// Thickness and ink of the lines at all edges of its cells.
    pub border: Option<(Pt, Color)>,
    /// The colour behind the header.
    pub head_fill: Option<Color>,
    /// Space around the table.
    pub space: Space,
}
