//! The choice of a layout.

use std::path::Path;

use crate::diag::Span;
use crate::layout::file::overrides::Override;

/// The requested layout, and the overrides on top of it.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// A bundled layout's name, or a path that ends in `.toml`.
    pub name: &'a str,
    /// The place where the document names it; `None` if the command line does.
    pub place: Option<Span>,
    /// The base of a relative path; `None`: the working directory. A document can reach only the bundled
    /// layouts and those in this folder and below.
    pub folder: Option<&'a Path>,
    /// Overrides of single keys, later ones over earlier.
    pub overrides: &'a [Override],
    /// The available font families.
    pub families: &'a [&'a str],
}
