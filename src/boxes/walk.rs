//! What the walk over the résumé carries along.

use super::Heading;
use super::structure::Structure;
use crate::geom::Pt;
use crate::layout::Layout;
use crate::model::Directive;
use crate::source::Images;

/// What the walk carries along: where it looks things up and what it collects.
pub(super) struct Build<'a> {
    pub layout: &'a Layout,
    pub images: &'a Images,
    pub lang: String,
    /// The measure of the region that is being filled.
    pub measure: Pt,
    /// Which region that is.
    pub region: usize,
    /// What the author says of single blocks.
    pub directives: &'a [Directive],
    pub structure: Structure,
    pub outline: Vec<Heading>,
}
