//! The outline: name, sections, entries (PDF 32000-1, 12.3.3).

use lopdf::{Object, ObjectId, dictionary};

use super::objects::{number, text};
use crate::geom::Pt;
use crate::pages::{Bookmark, Document};

/// An item and its neighbours, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Item {
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// The number of items below it at all depths.
    below: i64,
}

/// Writes the outline of a document; returns `None` if it has no headings.
pub fn write(file: &mut lopdf::Document, document: &Document, pages: &[ObjectId]) -> Option<ObjectId> {
    let shown = |item: &&Bookmark| item.page < pages.len() && !item.heading.title.is_empty();
    let bookmarks: Vec<&Bookmark> = document.outline.iter().filter(shown).collect();
    let items = nest(&bookmarks.iter().map(|item| item.heading.depth).collect::<Vec<_>>());
    let first = items.iter().position(|item| item.parent.is_none())?;
    let last = items.iter().rposition(|item| item.parent.is_none())?;
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = items.iter().map(|_| file.new_object_id()).collect();
    for ((item, bookmark), id) in items.iter().zip(&bookmarks).zip(&ids) {
        let height = document.pages.get(bookmark.page).map_or(Pt::ZERO, |page| page.size.height);
        let [x, y] = [bookmark.at.x, height - bookmark.at.y].map(number);
        let mut object = dictionary! {
            "Title" => text(&bookmark.heading.title),
            "Parent" => item.parent.map_or(root, |parent| ids[parent]),
            "Dest" => vec![pages[bookmark.page].into(), "XYZ".into(), x, y, Object::Null],
        };
        let neighbours =
            [("Prev", item.before), ("Next", item.after), ("First", item.first), ("Last", item.last)];
        for (key, neighbour) in neighbours {
            if let Some(neighbour) = neighbour {
                object.set(key, ids[neighbour]);
            }
        }
        if item.below > 0 {
            object.set("Count", item.below);
        }
        file.objects.insert(*id, object.into());
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

/// Returns the items with their neighbours, from their depths.
fn nest(depths: &[u8]) -> Vec<Item> {
    let mut items = vec![Item::default(); depths.len()];
    let (mut open, mut top): (Vec<usize>, Option<usize>) = (Vec::new(), None);
    for (at, depth) in depths.iter().enumerate() {
        open.retain(|&above| depths[above] < *depth);
        let parent = open.last().copied();
        let before = match parent {
            Some(parent) => items[parent].last.replace(at),
            None => top.replace(at),
        };
        (items[at].parent, items[at].before) = (parent, before);
        if let Some(before) = before {
            items[before].after = Some(at);
        } else if let Some(parent) = parent {
            items[parent].first = Some(at);
        }
        for &above in &open {
            items[above].below += 1;
        }
        open.push(at);
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_nest_by_depth_even_if_one_is_skipped() {
        let items = nest(&[0, 1, 3, 2, 1, 0]);
        let column = |part: fn(&Item) -> Option<usize>| items.iter().map(part).collect::<Vec<_>>();
        assert_eq!(column(|item| item.parent), [None, Some(0), Some(1), Some(1), Some(0), None]);
        assert_eq!(column(|item| item.after), [Some(5), Some(4), Some(3), None, None, None]);
        assert_eq!(column(|item| item.first), [Some(1), Some(2), None, None, None, None]);
        assert_eq!(column(|item| item.last), [Some(4), Some(3), None, None, None, None]);
        assert_eq!(items.iter().map(|item| item.below).collect::<Vec<_>>(), [4, 2, 0, 0, 0, 0]);
    }
}
