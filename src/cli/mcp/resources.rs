//! The resources that an agent can read: how to write a résumé and a layout.

use serde_json::{Value, json};

use super::rpc::{Answer, Fault, INVALID_PARAMS, NOT_FOUND};
use crate::layout;

/// A text that can be read.
struct Resource {
    uri: &'static str,
    name: &'static str,
    about: &'static str,
    kind: &'static str,
    text: fn() -> String,
}

const RESOURCES: [Resource; 6] = [
    Resource {
        uri: "jianli://skill",
        name: "SKILL.md",
        about: "How to write, check and prove a résumé: read this first",
        kind: "text/markdown",
        text: || include_str!("../../../docs/skills/jianli/SKILL.md").to_owned(),
    },
    Resource {
        uri: "jianli://docs/dialect.md",
        name: "dialect.md",
        about: "The Markdown that is understood, and what is made of it",
        kind: "text/markdown",
        text: || include_str!("../../../docs/dialect.md").to_owned(),
    },
    Resource {
        uri: "jianli://docs/layouts.md",
        name: "layouts.md",
        about: "Every key of a layout",
        kind: "text/markdown",
        text: || include_str!("../../../docs/layouts.md").to_owned(),
    },
    Resource {
        uri: "jianli://docs/codes.md",
        name: "codes.md",
        about: "What each finding means, with an example and a cure",
        kind: "text/markdown",
        text: || include_str!("../../diag/codes.md").to_owned(),
    },
    Resource {
        uri: "jianli://schemas/layout.json",
        name: "layout.json",
        about: "JSON Schema of a layout",
        kind: "application/schema+json",
        text: || format!("{:#}\n", layout::json_schema()),
    },
    Resource {
        uri: "jianli://schemas/model.json",
        name: "model.json",
        about: "JSON Schema of what is understood of a résumé",
        kind: "application/schema+json",
        text: || include_str!("../../../docs/model.schema.json").to_owned(),
    },
];

/// Returns the list of resources.
pub fn list() -> Vec<Value> {
    let one = |resource: &Resource| {
        json!({
            "uri": resource.uri,
            "name": resource.name,
            "description": resource.about,
            "mimeType": resource.kind,
        })
    };
    RESOURCES.iter().map(one).collect()
}

/// Returns the text of a resource.
///
/// # Errors
/// If there is none of this name.
pub fn read(params: &Value) -> Answer {
    let uri = params.get("uri").and_then(Value::as_str);
    let uri = uri.ok_or_else(|| Fault::new(INVALID_PARAMS, "`uri` has to be a text"))?;
    let found = RESOURCES.iter().find(|resource| resource.uri == uri);
    let found = found.ok_or_else(|| Fault::new(NOT_FOUND, "there is no such resource"))?;
    Ok(json!({ "contents": [{ "uri": found.uri, "mimeType": found.kind, "text": (found.text)() }] }))
}
