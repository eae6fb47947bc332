//! The order in which a page is read: the header, then section by section, whatever region each is in.

use super::Page;
use crate::boxes::{Structure, TagId};
use crate::lines::Mark;

/// Adds the marks of the regions to their pages, in the order of the tags. Those of one region keep their own order:
/// they may cover one another.
pub(super) fn merge(pages: &mut [Page], regions: Vec<Vec<Vec<Mark>>>, structure: &Structure) {
    let parts = parts(structure);
    let mut all: Vec<Vec<(TagId, Mark)>> = pages.iter().map(|_| Vec::new()).collect();
    for region in regions {
        for (page, marks) in all.iter_mut().zip(region) {
            page.extend(with_parts(marks, &parts));
        }
    }
    for (page, mut marks) in pages.iter_mut().zip(all) {
        marks.sort_by_key(|(part, _)| *part); // stable
        page.marks.extend(marks.into_iter().map(|(_, mark)| mark));
    }
}

/// Returns, for each element, its ancestor directly below the root.
fn parts(structure: &Structure) -> Vec<TagId> {
    let mut parts: Vec<TagId> = Vec::new();
    for (tag, node) in structure.iter() {
        let above = parts.get(node.parent.0 as usize).copied();
        parts.push(above.filter(|_| node.parent != TagId::ROOT).unwrap_or(tag));
    }
    parts
}

/// Pairs the marks of a region with the part of the document to which they belong. A mark without a tag belongs to the
/// part that follows it, as a rule above a title does; at the end, to the last. No part comes before an earlier one.
fn with_parts(marks: Vec<Mark>, parts: &[TagId]) -> Vec<(TagId, Mark)> {
    let of = |mark: &Mark| mark.tag.and_then(|tag| parts.get(tag.0 as usize)).copied();
    let tagged: Vec<Option<TagId>> = marks.iter().map(of).collect();
    let mut follows = tagged.iter().rev().flatten().next().copied();
    let mut found: Vec<Option<TagId>> = Vec::with_capacity(marks.len());
    for part in tagged.iter().rev() {
        follows = part.or(follows);
        found.push(follows);
    }
    let mut reached = TagId::ROOT;
    let parts = found.into_iter().rev().map(|part| {
        reached = reached.max(part.unwrap_or(TagId::ROOT));
        reached
    });
    parts.collect::<Vec<_>>().into_iter().zip(marks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boxes::structure::Role;
    use crate::geom::{Point, Pt, Size};
    use crate::layout::Color;
    use crate::lines::MarkKind;

    #[test]
    fn the_parts_of_two_regions_are_read_by_turns_and_each_keeps_what_stands_before_it() {
        let mut structure = Structure::default();
        let name = structure.add(TagId::ROOT, Role::Heading(1));
        let contacts = structure.add(TagId::ROOT, Role::P);
        let work = structure.add(TagId::ROOT, Role::Sect);
        let job = structure.add(work, Role::P);
        let skills = structure.add(TagId::ROOT, Role::Sect);
        let hobbies = structure.add(TagId::ROOT, Role::Sect);
        let mark = |x: i64, tag: Option<TagId>| Mark {
            at: Point { x: Pt::new(x), ..Point::default() },
            tag,
            kind: MarkKind::Rule { size: Size::default(), color: Color::BLACK },
        };
        let main = vec![
            mark(1, Some(name)),
            mark(3, None),
            mark(4, Some(job)),
            mark(7, Some(hobbies)),
            mark(8, None),
        ];
        let side = vec![mark(2, Some(contacts)), mark(5, None), mark(6, Some(skills))];
        let mut pages = vec![Page::default()];
        merge(&mut pages, vec![vec![main], vec![side]], &structure);
        let order: Vec<i64> = pages[0].marks.iter().map(|mark| mark.at.x.units() / Pt::UNITS).collect();
        assert_eq!(order, [1, 2, 3, 4, 5, 6, 7, 8]);
    }
}
