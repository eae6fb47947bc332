//! Which layout is asked for.

use std::path::Path;

use crate::diag::Span;
use crate::layout::file::overrides::Override;

/// Which layout is wanted, and what is set over it.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// A bundled layout's name, or a path that ends in `.toml`.
    pub name: &'a str,
    /// Where the document names it; none if the command line does.
    pub place: Option<Span>,
    /// What a relative path starts from; none: the working directory. A document reaches no layout but the
    /// bundled ones and those in this folder and below.
    pub folder: Option<&'a Path>,
    /// Keys set over it, later ones over earlier.
    pub overrides: &'a [Override],
    /// The font families there are.
    pub families: &'a [&'a str],
}
