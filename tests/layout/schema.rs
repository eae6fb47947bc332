//! The JSON Schema that editors read: whole, with an example a key, and in step with what is read.

use jianli::layout::{BUNDLED, json_schema};
use serde_json::{Map, Value};

use super::load;

/// Calls a visitor with each property of the schema: the name of its table, its own name, the schema.
fn properties(schema: &Value, mut visit: impl FnMut(&str, &str, &Value)) {
    let empty = Map::new();
    let tables = schema["definitions"].as_object().unwrap_or(&empty);
    let all = tables.iter().map(|(name, table)| (name.as_str(), table));
    for (table, schema) in all.chain([("Layout", schema)]) {
        for (name, property) in schema["properties"].as_object().unwrap_or(&empty) {
            visit(table, name, property);
        }
    }
}

fn description(property: &Value) -> String {
    property["description"].as_str().unwrap_or_default().replace('\n', " ")
}

/// Returns what stands in backquotes behind `Example:`.
fn example(description: &str) -> Option<&str> {
    description.split_once("Example: `")?.1.split_once('`').map(|(example, _)| example)
}

#[test]
fn every_key_is_described() {
    let schema = json_schema();
    let mut count = 0;
    properties(&schema, |table, name, property| {
        count += 1;
        // A table's own keys have the examples.
        let is_table = property.get("$ref").or(property.get("allOf")).is_some();
        let text = description(property);
        assert!(!text.is_empty(), "{table}.{name} has no description");
        assert!(is_table || example(&text).is_some(), "{table}.{name} has no example: {text}");
    });
    assert!(count > 100, "{count}");
}

#[test]
fn every_example_is_a_layout() {
    properties(&json_schema(), |table, name, property| {
        let text = description(property);
        let Some(example) = example(&text) else { return };
        let out = load(example);
        assert!(out.layout.is_ok(), "{table}.{name}: {example}\n{:#?}", out.found);
    });
}

/// Tells what of a value a schema does not know: enough of JSON Schema for layouts.
fn unknown(schema: &Value, root: &Value, value: &toml::Value, path: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/definitions/")) {
        return unknown(&root["definitions"][name], root, value, path);
    }
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().flat_map(|one| unknown(one, root, value, path)).collect();
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let found: Vec<_> = any.iter().map(|one| unknown(one, root, value, path)).collect();
        return found.into_iter().min_by_key(Vec::len).unwrap_or_default();
    }
    match value {
        toml::Value::Table(table) => {
            let known = |key: &str| match schema["properties"].get(key) {
                Some(schema) => Some(schema),
                None => schema.get("additionalProperties").filter(|more| more.is_object()),
            };
            let inside = table.iter().flat_map(|(key, value)| match known(key) {
                Some(schema) => unknown(schema, root, value, &format!("{path}.{key}")),
                None => vec![format!("{path}.{key}")],
            });
            inside.collect()
        }
        _ if schema["type"] == "object" => vec![path.to_owned()],
        _ => Vec::new(),
    }
}

#[test]
fn the_bundled_layouts_are_what_it_says() {
    let schema = json_schema();
    for bundled in BUNDLED {
        let file: toml::Value = toml::from_str(bundled.toml).expect("a layout is TOML");
        assert_eq!(unknown(&schema, &schema, &file, bundled.name), [""; 0]);
    }
    let wrong: toml::Value = toml::from_str("[page]\nsise = \"A4\"\n[entry]\nrow = []").expect("TOML");
    assert_eq!(unknown(&schema, &schema, &wrong, ""), [".entry.row", ".page.sise"]);
}
