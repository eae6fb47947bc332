//! The outline: name, sections, entries (PDF 32000-1, 12.3.3).

use lopdf::{Object, ObjectId, dictionary};

use super::objects::{number, text};
use crate::geom::Pt;
use crate::pages::{Bookmark, Document};

/// An item and its neighbours, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Item {
    parent: Option<usize>,
    children: Vec<usize>,
    /// How many items are below it at all depths.
    below: i64,
}

/// Writes the outline of a document; none if it has no headings.
pub fn write(file: &mut lopdf::Document, document: &Document, pages: &[ObjectId]) -> Option<ObjectId> {
    let bookmarks: Vec<&Bookmark> = document
        .outline
        .iter()
        .filter(|item| item.page < pages.len() && !item.heading.title.is_empty())
        .collect();
    let (top, items) = nest(&bookmarks.iter().map(|item| item.heading.depth).collect::<Vec<_>>());
    let (&first, &last) = (top.first()?, top.last()?);
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = items.iter().map(|_| file.new_object_id()).collect();
    for (at, (item, bookmark)) in items.iter().zip(&bookmarks).enumerate() {
        let height = document.pages.get(bookmark.page).map_or(Pt::ZERO, |page| page.size.height);
        let place = [number(bookmark.at.x), number(height - bookmark.at.y)];
        let [x, y] = place;
        let mut object = dictionary! {
            "Title" => text(&bookmark.heading.title),
            "Parent" => item.parent.map_or(root, |parent| ids[parent]),
            "Dest" => vec![pages[bookmark.page].into(), "XYZ".into(), x, y, Object::Null],
        };
        let siblings = item.parent.map_or(&top, |parent| &items[parent].children);
        let place = siblings.iter().position(|&sibling| sibling == at).unwrap_or(0);
        if let Some(before) = place.checked_sub(1) {
            object.set("Prev", ids[siblings[before]]);
        }
        if let Some(&next) = siblings.get(place + 1) {
            object.set("Next", ids[next]);
        }
        if let (Some(&first), Some(&last)) = (item.children.first(), item.children.last()) {
            object.set("First", ids[first]);
            object.set("Last", ids[last]);
            object.set("Count", item.below);
        }
        file.objects.insert(ids[at], object.into());
    }
    let object = dictionary! {
        "Type" => "Outlines",
        "First" => ids[first],
        "Last" => ids[last],
        "Count" => items.len() as i64,
    };
    file.objects.insert(root, object.into());
    Some(root)
}

/// Returns the items on top, and all items with their neighbours, from their depths.
fn nest(depths: &[u8]) -> (Vec<usize>, Vec<Item>) {
    let (mut top, mut items) = (Vec::new(), vec![Item::default(); depths.len()]);
    let mut open: Vec<usize> = Vec::new();
    for (at, depth) in depths.iter().enumerate() {
        open.retain(|&above| depths[above] < *depth);
        items[at].parent = open.last().copied();
        match open.last() {
            Some(&parent) => items[parent].children.push(at),
            None => top.push(at),
        }
        for &above in &open {
            items[above].below += 1;
        }
        open.push(at);
    }
    (top, items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_nest_by_depth_even_if_one_is_skipped() {
        let (top, items) = nest(&[0, 1, 3, 2, 1, 0]);
        assert_eq!(top, [0, 5]);
        assert_eq!(items[0].children, [1, 4]);
        assert_eq!(items[1].children, [2, 3]);
        assert_eq!(items.iter().map(|item| item.below).collect::<Vec<_>>(), [4, 2, 0, 0, 0, 0]);
    }
}
