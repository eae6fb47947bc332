//! Tables whose rows all have the same number of cells (ISO 14289-1, 7.2).

use super::tag_tree::{Element, Kid, Tree};
use crate::boxes::structure::Role;

/// Adds empty cells to short rows.
pub fn make_regular(tree: &mut Tree) {
    for table in tree.preorder() {
        if tree.elements[table].role != Role::Table {
            continue;
        }
        let rows = rows(tree, table);
        let cells = |tree: &Tree, row: usize| children(tree, row).count();
        let columns = rows.iter().map(|&row| cells(tree, row)).max().unwrap_or(0);
        for row in rows {
            for _ in cells(tree, row)..columns {
                tree.elements.push(Element::new(Role::TD, row));
                let cell = Kid::Element(tree.elements.len() - 1);
                tree.elements[row].kids.push(cell);
            }
        }
    }
}

/// Returns the rows of a table, including those of its head and its body.
fn rows(tree: &Tree, table: usize) -> Vec<usize> {
    let mut rows = Vec::new();
    for part in children(tree, table) {
        match tree.elements[part].role {
            Role::TR => rows.push(part),
            Role::THead | Role::TBody => rows.extend(children(tree, part)),
            _ => {}
        }
    }
    rows.retain(|&row| tree.elements[row].role == Role::TR);
    rows
}

fn children(tree: &Tree, at: usize) -> impl Iterator<Item = usize> {
    tree.elements[at].kids.iter().filter_map(|kid| match kid {
        Kid::Element(child) => Some(*child),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_rows_get_empty_cells() {
        let mut elements = vec![
            Element::new(Role::Document, 0),
            Element::new(Role::Table, 0),
            Element::new(Role::TR, 1),
            Element::new(Role::TBody, 1),
            Element::new(Role::TR, 3),
            Element::new(Role::TD, 4),
            Element::new(Role::TD, 4),
        ];
        for at in 1..elements.len() {
            let parent = elements[at].parent;
            elements[parent].kids.push(Kid::Element(at));
        }
        let mut tree = Tree { elements };
        make_regular(&mut tree);
        assert_eq!(tree.elements[2].kids, [Kid::Element(7), Kid::Element(8)]);
        assert_eq!(tree.elements[4].kids.len(), 2);
    }
}
