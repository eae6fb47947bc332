//! The keys of layouts, as their schema describes them.

use std::sync::OnceLock;

use serde_json::Value;

use crate::layout;

/// A key with its description.
pub type Described = (String, String);

fn root() -> &'static Value {
    static ROOT: OnceLock<Value> = OnceLock::new();
    ROOT.get_or_init(layout::json_schema)
}

/// Returns a path with one more key.
pub fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Returns the name of the table that a line of TOML is in; empty at the top.
pub fn table_above(text: &str, line: usize) -> String {
    let above = text.get(..line).unwrap_or_default();
    let tables = above.lines().rev().filter_map(|line| line.trim().strip_prefix('[')?.split(']').next());
    tables.map(|table| table.trim_start_matches('[').trim().to_owned()).next().unwrap_or_default()
}

/// Returns the meaning of a key, as Markdown; `None` if there is no such key.
pub fn doc(path: &str) -> Option<String> {
    let node = find(path)?;
    let own = node.get("description").and_then(Value::as_str);
    let of_kind = followed(node).get("description").and_then(Value::as_str);
    let text = own.or(of_kind)?;
    let values: Vec<String> = values(path).into_iter().map(|(value, _)| format!("`{value}`")).collect();
    let values = if values.is_empty() { String::new() } else { format!("  \n{}", values.join(" · ")) };
    Some(format!("`{path}`  \n{text}{values}"))
}

/// Returns the keys that a table may have.
pub fn keys(path: &str) -> Vec<Described> {
    let Some(node) = (if path.is_empty() { Some(root()) } else { find(path) }) else { return Vec::new() };
    let mut found: Vec<Described> = Vec::new();
    each(node, &mut |node| {
        for (key, value) in node.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let doc = value.get("description").or_else(|| followed(value).get("description"));
            let doc = doc.and_then(Value::as_str).unwrap_or_default().to_owned();
            if !found.iter().any(|(known, _)| known == key) {
                found.push((key.clone(), doc));
            }
        }
    });
    found
}

/// Returns the values that a key may have, if they are words.
pub fn values(path: &str) -> Vec<Described> {
    let Some(node) = find(path) else { return Vec::new() };
    let mut found: Vec<Described> = Vec::new();
    each(node, &mut |node| {
        let doc = node.get("description").and_then(Value::as_str).unwrap_or_default();
        let one = node.get("const").and_then(Value::as_str);
        let several =
            node.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        found.extend(one.map(|value| (value.to_owned(), doc.to_owned())));
        found.extend(several.map(|value| (value.to_owned(), String::new())));
        if node.get("type").and_then(Value::as_str) == Some("boolean") {
            found.extend([("true".to_owned(), String::new()), ("false".to_owned(), String::new())]);
        }
    });
    found
}

fn find(path: &str) -> Option<&'static Value> {
    path.split('.').try_fold(root(), |node, key| step(node, key.trim().trim_matches('"')))
}

fn step(node: &'static Value, key: &str) -> Option<&'static Value> {
    let mut found = None;
    each(node, &mut |node| {
        let named = node.get("properties").and_then(|properties| properties.get(key));
        let any = node.get("additionalProperties").filter(|any| any.is_object());
        found = found.or(named).or(any);
    });
    found
}

/// Calls `visit` for a schema and all its alternatives. References are followed a few times only.
fn each(node: &'static Value, visit: &mut impl FnMut(&'static Value)) {
    fn walk(node: &'static Value, depth: usize, visit: &mut impl FnMut(&'static Value)) {
        let node = followed(node);
        visit(node);
        if depth == 0 {
            return;
        }
        for way in ["anyOf", "oneOf", "allOf"] {
            let parts = node.get(way).and_then(Value::as_array).into_iter().flatten();
            parts.for_each(|part| walk(part, depth - 1, visit));
        }
    }
    walk(node, 4, visit);
}

fn followed(node: &'static Value) -> &'static Value {
    let name = node.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/definitions/"));
    name.and_then(|name| root().get("definitions")?.get(name)).unwrap_or(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_are_found_by_their_path() {
        assert!(keys("").iter().any(|(key, doc)| key == "page" && !doc.is_empty()));
        assert!(keys("page").iter().any(|(key, _)| key == "margin"));
        assert!(keys("style.name").iter().any(|(key, _)| key == "size"));
        assert!(values("type.align").iter().any(|(value, _)| value == "justify"));
        assert!(doc("type.align").is_some_and(|doc| doc.contains("justify")));
        assert_eq!((doc("page.margni"), keys("nothing")), (None, Vec::new()));
    }

    #[test]
    fn a_line_stands_in_the_table_above_it() {
        let text = "a = 1\n[page]\nsize = 1\n[style.name]\n";
        let at = |needle: &str| text.find(needle).unwrap();
        assert_eq!(table_above(text, at("a = 1")), "");
        assert_eq!(table_above(text, at("size")), "page");
        assert_eq!(table_above(text, text.len()), "style.name");
    }
}
