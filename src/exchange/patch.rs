//! The differences between two trees, and their application.
//!
//! An import keeps what the résumé cannot express as a patch: the place, what the export alone would write there,
//! and what was there before. An export restores only what it would still write as then: an edit of the résumé
//! wins.

use super::tree::Tree;

/// The longest patch, in changes: a file that differs more has a different form.
const MOST: usize = 4000;

/// Returns the changes that turn the tree `now` into `then`, as data.
pub fn difference(now: &Tree, then: &Tree) -> Tree {
    let mut changes = Vec::new();
    compare(Some(now), Some(then), &mut Vec::new(), &mut changes);
    changes.truncate(MOST);
    Tree::List(changes)
}

/// Recurses as deep as the data, which the parser bounds.
fn compare(now: Option<&Tree>, then: Option<&Tree>, path: &mut Vec<Tree>, changes: &mut Vec<Tree>) {
    match (now, then) {
        (Some(Tree::Map(now)), Some(Tree::Map(then))) => {
            for (key, value) in now {
                let other = then.iter().find(|(name, _)| name == key).map(|(_, value)| value);
                path.push(Tree::Text(key.clone()));
                compare(Some(value), other, path, changes);
                path.pop();
            }
            for (key, value) in then.iter().filter(|(key, _)| !now.iter().any(|(name, _)| name == key)) {
                path.push(Tree::Text(key.clone()));
                compare(None, Some(value), path, changes);
                path.pop();
            }
        }
        (Some(Tree::List(now)), Some(Tree::List(then))) => {
            for (at, (now, then)) in now.iter().zip(then).enumerate() {
                path.push(item(at, now));
                compare(Some(now), Some(then), path, changes);
                path.pop();
            }
            let (more, fewer) = (then.get(now.len()..), now.get(then.len()..));
            for (key, tail) in [("more", more), ("fewer", fewer)] {
                if let Some(tail) = tail.filter(|tail| !tail.is_empty()) {
                    let at = ("at".to_owned(), Tree::List(path.clone()));
                    changes.push(Tree::Map(vec![at, (key.to_owned(), Tree::List(tail.to_vec()))]));
                }
            }
        }
        (now, then) if now == then => {}
        (now, then) => {
            let mut change = Tree::Map(vec![("at".to_owned(), Tree::List(path.clone()))]);
            if let Tree::Map(members) = &mut change {
                members.extend(now.map(|now| ("was".to_owned(), now.clone())));
                members.extend(then.map(|then| ("is".to_owned(), then.clone())));
            }
            changes.push(change);
        }
    }
}

/// Returns the identification of an item: its index and the first words in it.
fn item(at: usize, item: &Tree) -> Tree {
    match first_words(item) {
        Some(words) => {
            Tree::Map(vec![("n".to_owned(), Tree::Number(at.into())), ("of".to_owned(), words.into())])
        }
        None => Tree::Number(at.into()),
    }
}

fn first_words(item: &Tree) -> Option<&str> {
    match item {
        Tree::Map(members) => members.iter().find_map(|(_, value)| value.as_text()),
        _ => None,
    }
}

/// A step of a path in an actual tree.
enum Found<'p> {
    Key(&'p str),
    Item(usize),
}

/// Returns the item that a step refers to: at its index if it is still the same, else wherever it went.
fn place(items: &[Tree], step: &Tree) -> Option<usize> {
    let number = |tree: &Tree| match tree {
        Tree::Number(number) => number.as_u64().and_then(|number| usize::try_from(number).ok()),
        _ => None,
    };
    let Some(words) = step.get("of").and_then(Tree::as_text) else {
        return number(step).filter(|at| *at < items.len());
    };
    let at = step.get("n").and_then(number)?;
    let same = |item: &Tree| first_words(item) == Some(words);
    if items.get(at).is_some_and(same) { Some(at) } else { items.iter().position(same) }
}

/// Returns a path resolved in a tree; its last step may lead to something that does not exist.
fn resolved<'p>(tree: &Tree, path: &'p [Tree]) -> Option<Vec<Found<'p>>> {
    let (mut here, mut out) = (Some(tree), Vec::new());
    for step in path {
        let (found, next) = match (step, here?) {
            (Tree::Text(key), map @ Tree::Map(_)) => (Found::Key(key), map.get(key)),
            (step, Tree::List(items)) => {
                let at = place(items, step)?;
                (Found::Item(at), items.get(at))
            }
            _ => return None,
        };
        out.push(found);
        here = next;
    }
    Some(out)
}

/// Applies the changes to a tree, except those at places that have changed since.
pub fn apply(tree: &mut Tree, changes: &Tree) {
    let Tree::List(changes) = changes else { return };
    // Items are identified by their words, which changes may remove.
    let before = tree.clone();
    for change in changes {
        if let Some(path) = resolved(&before, change.list("at")) {
            put(tree, &path, change);
        }
    }
}

fn put(tree: &mut Tree, path: &[Found<'_>], change: &Tree) {
    let (was, is) = (change.get("was"), change.get("is"));
    let Some((first, rest)) = path.split_first() else {
        match tree {
            Tree::List(items) if change.get("more").is_some() => items.extend(change.list("more").to_vec()),
            Tree::List(items) if change.get("fewer").is_some() => {
                let tail = change.list("fewer");
                let kept = items.len().saturating_sub(tail.len());
                if items.get(kept..) == Some(tail) {
                    items.truncate(kept);
                }
            }
            tree if was == Some(tree) => *tree = is.cloned().unwrap_or_default(),
            _ => {}
        }
        return;
    };
    match (first, tree) {
        (Found::Key(key), Tree::Map(members)) => {
            let at = members.iter().position(|(name, _)| name == key);
            let leaf = rest.is_empty() && change.get("more").or(change.get("fewer")).is_none();
            match (at, leaf) {
                (Some(at), true) if was == Some(&members[at].1) => match is {
                    Some(is) => members[at].1 = is.clone(),
                    None => drop(members.remove(at)),
                },
                (None, true) if was.is_none() => {
                    members.extend(is.map(|is| ((*key).to_owned(), is.clone())));
                }
                (Some(at), false) => put(&mut members[at].1, rest, change),
                _ => {}
            }
        }
        (Found::Item(at), Tree::List(items)) => {
            if let Some(item) = items.get_mut(*at) {
                put(item, rest, change);
            }
        }
        _ => {}
    }
}

/// Returns whether two trees are equal as data: the order of keys does not matter.
pub fn equal(a: &Tree, b: &Tree) -> bool {
    matches!(difference(a, b), Tree::List(changes) if changes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(json: &str) -> Tree {
        Tree::of_json(json).unwrap()
    }

    #[test]
    fn a_patch_makes_one_tree_of_another() {
        for (now, then) in [
            ("{}", r#"{"a": 1, "b": [null, {"c": ""}]}"#),
            (r#"{"a": [1, 2], "b": "x"}"#, r#"{"a": [1, 3], "c": {"d": false}}"#),
            (r#"{"a": [1, 2]}"#, r#"{"a": [1]}"#),
            (r#"[{"a": 1}]"#, r#"[{"a": {"b": 2.5}}]"#),
            ("1", "[]"),
        ] {
            let (mut made, wanted) = (tree(now), tree(then));
            let patch = difference(&made, &wanted);
            apply(&mut made, &patch);
            assert!(equal(&made, &wanted), "{now} {then}: {}", made.json_line());
        }
    }

    #[test]
    fn what_was_edited_since_is_left_alone() {
        let (now, then) = (tree(r#"{"a": "x", "b": "y"}"#), tree(r#"{"a": "X", "b": "Y", "c": 1}"#));
        let patch = difference(&now, &then);
        let mut edited = tree(r#"{"a": "mine", "b": "y"}"#);
        apply(&mut edited, &patch);
        assert_eq!(edited, tree(r#"{"a": "mine", "b": "Y", "c": 1}"#));
    }

    #[test]
    fn an_item_is_found_where_it_went() {
        let patch = difference(
            &tree(r#"[{"name": "A"}, {"name": "B", "x": 1}]"#),
            &tree(r#"[{"name": "A"}, {"name": "B", "x": 2, "y": 3}]"#),
        );
        let mut moved = tree(r#"[{"name": "new"}, {"name": "A"}, {"name": "B", "x": 1}]"#);
        apply(&mut moved, &patch);
        assert_eq!(moved, tree(r#"[{"name": "new"}, {"name": "A"}, {"name": "B", "x": 2, "y": 3}]"#));
    }

    #[test]
    fn the_order_of_keys_stays() {
        let text = r#"{"z":1,"a":{"y":[true,null],"b":"2"}}"#;
        assert_eq!(tree(text).json_line(), text);
    }
}
