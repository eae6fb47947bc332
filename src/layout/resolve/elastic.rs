//! Multiplies the spaces of a resolved layout by the factors that fitting requests.

use crate::geom::{Em, Glue, Sides};
use crate::layout::{Factors, Layout, Space};
use crate::model::EntryKind;

/// Multiplies all space between things. A role or a project follows the entries, as its space
/// does in the file, unless it has a range of its own.
pub fn spaces(layout: &mut Layout, factors: &Factors) {
    let ranges = &layout.fit;
    let own = |key: &'static str| {
        let declared = ranges.iter().any(|range| range.key == key);
        factors.of(if declared { key } else { "entry.space" })
    };
    let (entry, role, project) = (factors.of("entry.space"), own("role.space"), own("project.space"));
    for ((kind, _), element) in &mut layout.entries {
        let factor = match kind {
            EntryKind::Entry => entry,
            EntryKind::Role => role,
            EntryKind::Project => project,
        };
        space(&mut element.space, factor);
    }
    for part in layout.header.values_mut() {
        space(&mut part.space, factors.of("header.space"));
    }
    for section in layout.sections.values_mut() {
        space(&mut section.space, factors.of("section.space"));
    }
    space(&mut layout.facts.space, factors.of("facts.space"));
    glue(&mut layout.facts.row_gap, factors.of("facts.row-gap"));
    space(&mut layout.list.space, factors.of("list.space"));
    glue(&mut layout.list.item, factors.of("list.item"));
    space(&mut layout.table.space, factors.of("table.space"));
    space(&mut layout.paragraph, factors.of("paragraph.space"));
}

fn space(space: &mut Space, factor: Em) {
    glue(&mut space.before, factor);
    glue(&mut space.after, factor);
}

fn glue(glue: &mut Glue, factor: Em) {
    for part in [&mut glue.natural, &mut glue.stretch, &mut glue.shrink] {
        *part = factor.of(*part);
    }
}

/// Returns margins or padding, multiplied.
pub fn sides(sides: Sides, factor: Em) -> Sides {
    Sides {
        top: factor.of(sides.top),
        right: factor.of(sides.right),
        bottom: factor.of(sides.bottom),
        left: factor.of(sides.left),
    }
}
