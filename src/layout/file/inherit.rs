//! Kinds start from their parent kinds, and tables whose keys are partly free are sorted, so that
//! the following steps read fixed shapes only.

use std::collections::BTreeMap;

use super::read::unknown_key;
use super::schema::ELEMENT_KEYS;
use super::tree::{self, Node, Table, Value};
use crate::diag::{Sink, code};
use crate::layout::kinds::{KINDS, kind};

/// Sorts and completes a merged tree:
///
/// - `[entry]`, `[role]`, `[project]`, `[section]`, `[header]` become `{ own, named }`: their own keys, and the
///   kinds or parts named below them. `[role]` and `[project]` start from `[entry]`, each kind from
///   its own table, a part of the header from `[header]` without its rows.
/// - `[font]` becomes `{ latin, scale, stacks }`, `[fit]` becomes `{ order, ranges }`.
pub fn inherit(mut tree: Table, sink: &mut Sink) -> Table {
    let mut entry = Family::take(&mut tree, "entry");
    let mut role = Family::take(&mut tree, "role");
    let mut project = Family::take(&mut tree, "project");
    let mut section = Family::take(&mut tree, "section");
    for family in [&mut entry, &mut role, &mut project, &mut section] {
        family.check_kinds(sink);
    }
    role.start_from(&entry.own);
    project.start_from(&entry.own);
    for (name, mut family) in [("entry", entry), ("role", role), ("project", project), ("section", section)] {
        let own = family.own.clone();
        family.complete(&own);
        tree.insert(name.to_owned(), family.into_node());
    }
    let mut header = Family::take(&mut tree, "header");
    let mut frame = header.own.clone();
    frame.retain(|key, _| !["rows", "columns", "widths"].contains(&key.as_str()));
    header.complete(&frame);
    tree.insert("header".to_owned(), header.into_node());
    sort_out(&mut tree, "font", &["latin", "scale"], "stacks", |rest| rest);
    sort_out(&mut tree, "fit", &["order"], "ranges", |rest| {
        let mut flat = Table::new();
        flatten("", rest, &mut flat);
        flat
    });
    tree
}

/// A table of element keys with kinds or parts below it.
struct Family {
    node: Node,
    own: Table,
    named: BTreeMap<String, Node>,
}

impl Family {
    fn take(tree: &mut Table, name: &str) -> Family {
        let node = tree.remove(name).unwrap_or_else(|| Node::empty(Default::default()));
        let (mut own, mut named) = (Table::new(), BTreeMap::new());
        for (key, child) in node.table().cloned().unwrap_or_default() {
            if child.table().is_some() && !ELEMENT_KEYS.contains(&key.as_str()) {
                named.insert(key, child);
            } else {
                own.insert(key, child);
            }
        }
        Family { node, own, named }
    }

    /// Reports and drops names that are neither keys nor kinds.
    fn check_kinds(&mut self, sink: &mut Sink) {
        let known: Vec<&str> =
            ELEMENT_KEYS.iter().copied().chain(KINDS.iter().map(|(name, _)| *name)).collect();
        self.named.retain(|name, node| {
            if kind(name).is_none() {
                sink.report(unknown_key(code::LAYOUT_KEY, name, node, &known));
            }
            kind(name).is_some()
        });
    }

    fn start_from(&mut self, under: &Table) {
        self.own = over(under, std::mem::take(&mut self.own));
    }

    /// Makes each kind or part start from a table.
    fn complete(&mut self, under: &Table) {
        for node in self.named.values_mut() {
            if let Value::Table(table) = &mut node.value {
                *table = over(under, std::mem::take(table));
            }
        }
    }

    /// Passes on a `[header]` that is not a table, so that it is reported.
    fn into_node(self) -> Node {
        if self.node.table().is_none() {
            return self.node;
        }
        let shell = |value| Node { value: Value::Table(value), ..self.node.clone() };
        let parts = [("own", self.own), ("named", self.named)];
        let parts = parts.map(|(key, table)| (key.to_owned(), shell(table)));
        shell(Table::from(parts))
    }
}

fn over(under: &Table, above: Table) -> Table {
    let mut whole = under.clone();
    tree::merge(&mut whole, above);
    whole
}

/// Moves the keys of a table that are not `known` into a table of their own.
fn sort_out(tree: &mut Table, name: &str, known: &[&str], free: &str, sort: impl Fn(Table) -> Table) {
    let Some(node) = tree.get_mut(name) else { return };
    let place = Node { value: Value::Table(Table::new()), ..node.clone() };
    let Value::Table(table) = &mut node.value else { return };
    let (fixed, rest): (Table, Table) =
        std::mem::take(table).into_iter().partition(|(key, _)| known.contains(&key.as_str()));
    *table = fixed;
    table.insert(free.to_owned(), Node { value: Value::Table(sort(rest)), ..place });
}

/// Names values by their full path: `type.size`. As deep as the file is nested: 80 levels at most.
fn flatten(prefix: &str, table: Table, flat: &mut Table) {
    for (key, node) in table {
        let path = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
        match node.value {
            Value::Table(inner) => flatten(&path, inner, flat),
            value => {
                flat.insert(path, Node { value, ..node });
            }
        }
    }
}
