//! The JSON Schema of layout files, generated from the types of `schema`, for editors.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::schema::{Element, Family, File, Fit, Font, Stack};
use super::{Amount, Key, Many, Or, Raw};
use crate::layout::Caps;

/// Returns the schema (JSON Schema, draft 7, which editors support) of a layout file. Each key has a
/// description with an example.
pub fn json_schema() -> Value {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<File>();
    let extends = json!({
        "description": "What it starts from: a bundled layout, or a path from this file that ends in .toml. \
                        Example: `extends = \"classic\"`",
        "type": "string",
    });
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("extends".to_owned(), extends);
    }
    schema.to_value()
}

impl<T: JsonSchema> JsonSchema for Key<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Many_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (one, several) = (generator.subschema_for::<T>(), generator.subschema_for::<Vec<T>>());
        json_schema!({ "anyOf": [one, several] })
    }
}

impl<T: JsonSchema, U: JsonSchema> JsonSchema for Or<T, U> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}_or_{}", T::schema_name(), U::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (table, plain) = (generator.subschema_for::<T>(), generator.subschema_for::<U>());
        json_schema!({ "anyOf": [table, plain] })
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number: alone, or with a unit: pt mm cm in em; fr and % for widths.",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": r"^\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?\s*(pt|mm|cm|in|em|fr|%)?\s*$" },
            ],
        })
    }
}

impl JsonSchema for Caps {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Caps".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "boolean" }, { "enum": ["small"] }] })
    }
}

impl JsonSchema for Raw {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Raw".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "string"] })
    }
}

/// An element, with kinds or parts below it that are elements too.
impl JsonSchema for Family {
    fn schema_name() -> Cow<'static, str> {
        "Elements".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let named = generator.subschema_for::<Element>();
        let mut schema = Element::json_schema(generator);
        schema.insert("additionalProperties".to_owned(), named.to_value());
        schema
    }
}

impl JsonSchema for Font {
    fn schema_name() -> Cow<'static, str> {
        "Font".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let latin = generator.subschema_for::<Vec<String>>();
        let scale = generator.subschema_for::<BTreeMap<String, Amount>>();
        let stack = generator.subschema_for::<Or<Stack, Many<String>>>();
        let with = |schema: &Schema, description: &str| {
            let mut schema = schema.clone();
            schema.insert("description".to_owned(), description.into());
            schema
        };
        json_schema!({
            "description": "The faces: the stacks `body` and `mono`, and others by name.",
            "type": "object",
            "properties": {
                "latin": with(&latin, "For Latin letters of body, before the families of the stack. \
                                       Example: `font.latin = [\"Inter\"]`"),
                "scale": with(&scale, "A family's size beside the others, 0.5 to 2. \
                                       Example: `font.scale = { \"Source Sans 3\" = 1.11 }`"),
                "body": with(&stack, "The faces of running text, tried in order. \
                                      Example: `font.body = [\"Noto Serif SC\", \"Source Serif 4\"]`"),
                "mono": with(&stack, "The faces of code. \
                                      Example: `font.mono = [\"Source Code Pro\", \"Noto Sans SC\"]`"),
            },
            "additionalProperties": stack,
        })
    }
}

impl JsonSchema for Fit {
    fn schema_name() -> Cow<'static, str> {
        "Fit".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let order = generator.subschema_for::<Vec<String>>();
        let range = json!({
            "type": "array", "minItems": 3, "maxItems": 3,
            "items": generator.subschema_for::<Amount>(),
        });
        json_schema!({
            "description": "Least, ideal and most of each elastic key by its path. \
                            Example: `fit.section.space = [0.5, 1, 1.6]`",
            "type": "object",
            "properties": { "order": {
                "description": "What gives first. \
                                Example: `fit = { order = [\"type.size\"], type.size = [\"9pt\", \"10pt\", \"11pt\"] }`",
                "anyOf": [order],
            } },
            "additionalProperties": {
                "anyOf": [range, { "type": "object", "additionalProperties": range }],
            },
        })
    }
}
