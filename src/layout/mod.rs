//! How a résumé looks: a layout file becomes a [`Layout`] in which nothing is left optional.
//!
//! A layout is data. The bundled ones (`layouts/*.toml`) use nothing that a user's own file cannot,
//! and their defaults are in `layouts/base.toml`. On the way from file to [`Layout`]:
//!
//! 1. `file/load`: the file and all that it extends become one tree, later values over earlier,
//!    `--set` and the front matter's `set` last; every value keeps its place.
//! 2. `file/inherit`: kinds start from their parent kinds (`[entry.education]` from `[entry]`).
//! 3. `file/read`: the tree becomes the serde types of `file/schema`; unknown keys are reported.
//! 4. `resolve`: units, names and ranges; rows are parsed; geometry is checked.
//!
//! Lengths in a [`Layout`] are absolute: `em`, factors and `%` are resolved on loading. The files are
//! read once ([`read`]); a [`Sheet`] can be resolved often, each time with other [`Factors`].

mod bundled;
mod complete;
mod element;
mod factors;
mod file;
mod kinds;
mod page;
mod resolve;
pub mod role;
mod row;
mod sections;
mod sheet;
mod style;

pub use bundled::{BUNDLED, Bundled};
pub use element::{
    Around, Break, Chip, Column, Element, Frame, Grid, Image, Keep, Keys, Letter, List, Marker, MarkerShape,
    Rail, Rating, RatingMarks, Rule, RulePlace, Space, Stroke, Table, Width,
};
pub use factors::Factors;
pub use file::{Choice, Override, json_schema, nearest};
pub use page::{Elastic, Page, Region, RegionPlace, Running, Take};
pub use row::{Cell, CellPart, FieldKey, Row, Slot, SlotOptions, Start};
pub use sections::Sections;
pub use sheet::Sheet;
pub use style::{
    Align, Caps, Color, Emphasis, Hangul, Hyphenate, LeastLines, Punctuation, Setting, Stack, StackId,
    Strictness, Style,
};

use crate::diag::{CompileError, Files, Sink};
pub use complete::Layout;

/// Returns a layout with everything that it extends, and with its overrides.
///
/// The files read are added to `files`, so that findings can show their lines.
///
/// # Errors
/// [`CompileError::Machine`] if the requested file cannot be read; [`CompileError::Document`] if it, a file that it
/// extends, or an override is wrong: the sink has the place.
pub fn load(choice: &Choice, files: &mut Files, sink: &mut Sink) -> Result<Layout, CompileError> {
    read(choice, files, sink).map(Sheet::into_ideal)
}

/// Returns the same layout, ready to be resolved repeatedly with different factors for its elastic keys.
///
/// # Errors
/// See [`load`].
pub fn read(choice: &Choice, files: &mut Files, sink: &mut Sink) -> Result<Sheet, CompileError> {
    Sheet::read(choice, files, sink)
}
