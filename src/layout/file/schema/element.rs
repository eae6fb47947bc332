//! The tables of what a résumé is made of: elements, grids, lists, tables, and what may give.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::lengths::{FourSides, Ink, Length, RowText, table};
use crate::layout::file::{Key, Many, Or};
use crate::layout::{Align, Around, Keys, MarkerShape, RatingMarks, RulePlace};

/// Elements by kind or part.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Family {
    /// What all of them share.
    pub own: Element,
    /// The kinds or parts that differ.
    pub named: BTreeMap<String, Element>,
}

table! {
    /// How one kind of thing is composed.
    Element {
        /// Its rows from top to bottom. Example: `entry.rows = ["{organization} <> {date}", "{role}"]`
        rows: Key<Vec<RowText>>,
        /// Columns of rows side by side; one whose slots are all empty is not there.
        /// Example: `header.columns = [["{name}", "{contacts}"], ["{photo}"]]`
        columns: Key<Vec<Key<Many<RowText>>>>,
        /// The width of each column.
        /// Example: `header = { columns = ["{name}", "{photo}"], widths = ["1fr", "25mm"] }`
        widths: Key<Vec<Length>>,
        /// Whether a column whose slots are all empty is not there; true if not said.
        /// Example: `entry = { columns = ["{date}", "{title}"], collapse = false }`
        collapse: Key<bool>,
        /// The space between two columns. Example: `header.gutter = "8mm"`
        gutter: Length,
        /// The space between two rows. Example: `header.row-gap = "4pt"`
        row_gap: Length,
        /// The space before and after. Example: `section.space = ["14pt", "5pt"]`
        space: Key<Many<Length>>,
        /// How far it is moved in, or out if less than nothing. Example: `project.indent = "1em"`
        indent: Length,
        /// How far what stands below its rows is moved in; in a section, what is no entry.
        /// Example: `entry.indent-body = "1em"`
        indent_body: Length,
        /// In how many columns stands what is below its rows (sections), 1 to 4, `gutter` apart.
        /// Example: `section.skills = { columns-body = 2, gutter = "6mm" }`
        columns_body: Length,
        /// The width of a column at the left in which the rows stand, beside what follows (sections);
        /// 0 puts them above it. Example: `section.beside = "30mm"`
        beside: Length,
        /// A line at its rows, or false to take away an inherited one.
        /// Example: `section.rule = { width = "0.6pt", color = "accent", gap = "2pt" }`
        rule: Key<Or<Rule, bool>>,
        /// A box round it, or false to take away an inherited one.
        /// Example: `section.frame = { fill = "tint", radius = "2pt", pad = "3pt" }`
        frame: Key<Or<Frame, bool>>,
        /// A mark before its first row, or false.
        /// Example: `entry.marker = { shape = "dot", size = "5pt", color = "accent", x = "28mm" }`
        marker: Key<Or<Marker, bool>>,
        /// A vertical line along what stands below its rows (sections), or false.
        /// Example: `section.rail = { x = "28mm", width = "0.8pt", color = "tint" }`
        rail: Key<Or<Rail, bool>>,
        /// What stays together: with-next (not at the foot of a page), together (on one page), none.
        /// Example: `entry.keep = ["with-next", "together"]`
        keep: Key<Many<Key<Keep>>>,
        /// Where it has to begin: none, page, region (at the top of a column), foot (with all that follows it at
        /// the foot of the region's last page).
        /// Example: `section.break = "page"`
        r#break: Key<Break>,
    }
}

/// The keys of an element.
pub const ELEMENT_KEYS: &[&str] = &[
    "rows",
    "columns",
    "widths",
    "collapse",
    "gutter",
    "row-gap",
    "space",
    "indent",
    "indent-body",
    "columns-body",
    "beside",
    "rule",
    "frame",
    "marker",
    "rail",
    "keep",
    "break",
];

table! {
    /// A printed line at rows.
    Rule {
        /// Its thickness, up to 20pt. Example: `section.rule = { width = "0.6pt" }`
        width: Length,
        /// Its ink. Example: `section.rule = { width = "0.6pt", color = "accent" }`
        color: Ink,
        /// Its distance from the text. Example: `section.rule = { width = "0.6pt", gap = "2pt" }`
        gap: Length,
        /// below the rows, above them, both, or beside the last one's text.
        /// Example: `section.rule = { width = "0.6pt", gap = "6pt", place = "beside" }`
        place: Key<RulePlace>,
        /// How far the middle of one beside text is above its baseline, -20pt to 100pt; half the height of Han
        /// if not said. Example: `section.rule = { width = "0.6pt", place = "beside", raise = "0em" }`
        raise: Length,
    }
}

table! {
    /// A printed line.
    Line {
        /// Its thickness, up to 20pt. Example: `section.frame = { stroke = { width = "1pt" } }`
        width: Length,
        /// Its ink. Example: `section.frame = { stroke = { width = "1pt", color = "quiet" } }`
        color: Ink,
    }
}

table! {
    /// A box.
    Frame {
        /// The colour inside. Example: `section.frame = { fill = "tint" }`
        fill: Ink,
        /// Its border. Example: `section.frame = { stroke = { width = "0.5pt", color = "quiet" } }`
        stroke: Key<Or<Stroke, bool>>,
        /// The rounding of its corners, up to 200pt.
        /// Example: `section.frame = { fill = "tint", radius = "2pt" }`
        radius: Length,
        /// The space between border and content. Example: `section.frame = { fill = "tint", pad = "3pt" }`
        pad: FourSides,
        /// rows: the rows alone; all: and what stands below them.
        /// Example: `section.frame = { fill = "tint", pad = "6pt", around = "all" }`
        around: Key<Around>,
        /// Whether it shares an edge with the frame right above that does so too; false if not said.
        /// Example: `entry.frame = { stroke = { width = "0.5pt" }, around = "all", join = true }`
        join: Key<bool>,
        /// The colour of a bar behind the rows, from edge to edge; with `around = "all"`.
        ///
        /// Example: `section.frame = { stroke = { width = "0.5pt" }, pad = "4pt", around = "all", head = "tint" }`
        head: Ink,
    }
}

table! {
    /// The border of a box.
    Stroke {
        /// Its thickness, up to 20pt. Example: `section.frame = { stroke = { width = "1pt" } }`
        width: Length,
        /// Its ink. Example: `section.frame = { stroke = { width = "1pt", color = "quiet" } }`
        color: Ink,
        /// Which sides have it; all if not said.
        /// Example: `section.frame = { stroke = { width = "2pt", sides = ["left"] } }`
        sides: Key<Many<Key<Side>>>,
    }
}

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "what they are called")]
pub enum Side {
    Top,
    Right,
    Bottom,
    Left,
}

table! {
    /// A mark before the first row.
    Marker {
        /// Its shape. Example: `entry.marker = { shape = "ring", size = "5pt", x = "28mm" }`
        shape: Key<MarkerShape>,
        /// Its height. Example: `entry.marker = { size = "5pt", x = "28mm" }`
        size: Length,
        /// Its ink. Example: `entry.marker = { size = "5pt", color = "accent", x = "28mm" }`
        color: Ink,
        /// The distance of its middle from the left edge. Example: `entry.marker = { size = "5pt", x = "28mm" }`
        x: Length,
    }
}

table! {
    /// A vertical line.
    Rail {
        /// The distance of its middle from the left edge. Example: `section.rail = { x = "28mm", width = "1pt" }`
        x: Length,
        /// Its thickness, up to 20pt. Example: `section.rail = { x = "28mm", width = "1pt" }`
        width: Length,
        /// Its ink. Example: `section.rail = { x = "28mm", width = "1pt", color = "quiet" }`
        color: Ink,
    }
}

/// What must stay together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// Nothing.
    None,
    /// This and the beginning of what follows.
    WithNext,
    /// All of this.
    Together,
}

/// Where something has to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Break {
    /// Anywhere.
    None,
    /// On a new page.
    Page,
    /// At the top of a column.
    Region,
    /// At the foot of the last page, with all that follows it.
    Foot,
}

table! {
    /// Which sections stand where, and under what title.
    Sections {
        /// Kinds in their order; `rest` is where all others stand, else behind.
        /// Example: `sections.order = ["summary", "work", "rest", "skills"]`
        order: Key<Vec<Key<String>>>,
        /// Kinds that stand before all others. Example: `sections.pin = ["education"]`
        pin: Key<Vec<Key<String>>>,
        /// Kinds that are not printed. Example: `sections.hide = ["interests"]`
        hide: Key<Vec<Key<String>>>,
        /// Titles that take the place of the author's, by kind, or by kind and language.
        /// Example: `sections.titles = { skills = { zh = "专业技能", en = "Skills" } }`
        titles: BTreeMap<String, Key<Or<BTreeMap<String, Key<String>>, String>>>,
    }
}

table! {
    /// The grid of keys and values.
    Grid {
        /// The fewest and the most columns, or one number; 1 to 8. Example: `facts.columns = [2, 3]`
        columns: Key<Many<Length>>,
        /// align: values begin at one x; justify: and keys of Han are as wide as the widest; inline:
        /// behind the key; above: below it. Example: `facts.keys = "justify"`
        keys: Key<Keys>,
        /// The space between two columns. Example: `facts.gutter = "6mm"`
        gutter: Length,
        /// The space between two rows. Example: `facts.row-gap = "2pt"`
        row_gap: Length,
        /// The space before and after. Example: `facts.space = ["4pt", "4pt"]`
        space: Key<Many<Length>>,
        /// A line at all edges of its cells, or false. Example: `facts.border = { width = "0.5pt", color = "ink" }`
        border: Key<Or<Line, bool>>,
        /// The colour behind keys that have cells of their own.
        /// Example: `facts = { border = { width = "0.5pt" }, key-fill = "tint" }`
        key_fill: Ink,
        /// The white inside each cell that has a border. Example: `facts.pad = { x = "4pt", y = "2pt" }`
        pad: FourSides,
    }
}

table! {
    /// Lists.
    List {
        /// The marker of each depth; the last one for all deeper ones. Example: `list.marker = ["•", "–"]`
        marker: Key<Many<Key<String>>>,
        /// How far the text is moved in. Example: `list.indent = "1.2em"`
        indent: Length,
        /// Between marker and text. Example: `list.gap = "0.5em"`
        gap: Length,
        /// The space around the list. Example: `list.space = "1pt"`
        space: Key<Many<Length>>,
        /// The space between items. Example: `list.item = "1pt"`
        item: Length,
    }
}

table! {
    /// Tables.
    Table {
        /// The white inside each cell. Example: `table.pad = { x = "4pt", y = "2pt" }`
        pad: FourSides,
        /// The line under the head and under the last row, or false; a border takes its place.
        /// Example: `table.rule = { width = "0.4pt", color = "quiet" }`
        rule: Key<Or<Rule, bool>>,
        /// A line at all edges of its cells, or false. Example: `table.border = { width = "0.5pt", color = "ink" }`
        border: Key<Or<Line, bool>>,
        /// The colour behind the head. Example: `table.head-fill = "tint"`
        head_fill: Ink,
        /// The space before and after. Example: `table.space = "4pt"`
        space: Key<Many<Length>>,
    }
}

table! {
    /// Paragraphs.
    Paragraph {
        /// The space before and after. Example: `paragraph.space = "1pt"`
        space: Key<Many<Length>>,
    }
}

table! {
    /// Images in the text.
    Image {
        /// The widest, in percent of the measure. Example: `image.most = "60%"`
        most: Length,
        /// How they stand in the measure. Example: `image.align = "center"`
        align: Key<Align>,
        /// The rounding of their corners, up to 200pt. Example: `image.radius = "2pt"`
        radius: Length,
        /// The space before and after. Example: `image.space = "4pt"`
        space: Key<Many<Length>>,
    }
}

table! {
    /// What only letters have.
    Letter {
        /// Where the field of the address begins below the edge of the paper in a letter for a window: 45mm is
        /// form B of DIN 5008, 27mm form A. Example: `letter.window = "27mm"`
        window: Length,
        /// Where the date stands; without it, as the form of the letter has it. Example: `letter.date = "start"`
        date: Key<Align>,
        /// How tall a picture of a signature is, up to 60mm. Example: `letter.signature = "15mm"`
        signature: Length,
        /// Whether a letter for a window has marks at the edge where it is folded and punched.
        /// Example: `letter.fold-marks = true`
        fold_marks: Key<bool>,
    }
}

table! {
    /// The boxes of tags.
    Chip {
        /// The colour inside. Example: `chip.fill = "tint"`
        fill: Ink,
        /// Its border, or false. Example: `chip.stroke = { width = "0.5pt", color = "quiet" }`
        stroke: Key<Or<Stroke, bool>>,
        /// The rounding of its corners, up to 200pt. Example: `chip.radius = "2pt"`
        radius: Length,
        /// The space between border and text. Example: `chip.pad = { x = "4pt", y = "1pt" }`
        pad: FourSides,
        /// The space between two. Example: `chip.gap = "4pt"`
        gap: Length,
    }
}

table! {
    /// Ratings such as ★★★☆☆: three to ten marks in a row.
    Rating {
        /// What is printed for them: as typed, stars, dots or squares. Example: `rating.marks = "dots"`
        marks: Key<RatingMarks>,
        /// The ink of those that count. Example: `rating.color = "accent"`
        color: Ink,
        /// The ink of the others. Example: `rating.empty = "quiet"`
        empty: Ink,
    }
}

/// What may give so that a résumé fits its pages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fit {
    /// What gives first.
    pub order: Key<Vec<Key<String>>>,
    /// Least, ideal and most of each key by its path.
    pub ranges: BTreeMap<String, Key<Vec<Length>>>,
}
