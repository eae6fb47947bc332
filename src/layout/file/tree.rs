//! A layout file as a tree in which every value knows its place, so that values merged from
//! several files can still be reported at the right line.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::diag::{FileId, Span};

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// The place of its key; the value's own place in an array.
    pub key: Span,
    /// Its own place.
    pub place: Span,
    /// Its path, as written in its file: `style.name.size`.
    pub path: String,
    /// The value.
    pub value: Value,
}

/// The values of TOML.
#[derive(Clone, Debug)]
pub enum Value {
    /// `true`, `false`
    Bool(bool),
    /// `10`
    Integer(i64),
    /// `1.5`, `nan`, `inf`
    Float(f64),
    /// `"10pt"`
    Text(String),
    /// `[…]`
    Array(Vec<Node>),
    /// `{…}`
    Table(Table),
    /// A value for no key of a layout: dates and numbers beyond 64 bits.
    Strange,
}

/// Keys and values; in the order of the keys, so that the order of a file does not matter.
pub type Table = BTreeMap<String, Node>;

impl Node {
    /// Returns the table in this node.
    pub fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Returns the text in this node.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns an empty table at a place.
    pub fn empty(place: Span) -> Node {
        Node { key: place, place, path: String::new(), value: Value::Table(Table::new()) }
    }
}

/// The origin of a piece of TOML in a file.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// It begins at this offset, character for character.
    At(FileId, usize),
    /// Inside this span, in a YAML string with escapes: exact positions are unknown.
    Within(Span),
}

impl Origin {
    fn span(self, range: std::ops::Range<usize>) -> Span {
        match self {
            Origin::At(file, offset) => Span::new(file, offset + range.start..offset + range.end),
            Origin::Within(span) => span,
        }
    }
}

/// Returns a parsed table as a tree.
pub fn table(parsed: &DeTable<'_>, path: &str, origin: Origin) -> Table {
    parsed
        .iter()
        .map(|(key, value)| {
            let name = key.get_ref().to_string();
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let key = origin.span(key.span());
            let place = origin.span(value.span());
            let value = from_toml(value.get_ref(), &path, origin);
            (name, Node { key, place, path, value })
        })
        .collect()
}

/// Returns a parsed value as a tree. Recursive, but the parser refuses more than 80 levels.
pub fn from_toml(parsed: &DeValue<'_>, path: &str, origin: Origin) -> Value {
    match parsed {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(digits) => {
            i64::from_str_radix(digits.as_str(), digits.radix()).map_or(Value::Strange, Value::Integer)
        }
        DeValue::Float(digits) => digits.as_str().parse().map_or(Value::Strange, Value::Float),
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(_) => Value::Strange,
        DeValue::Array(items) => Value::Array(
            items
                .iter()
                .map(|item| {
                    let place = origin.span(item.span());
                    let value = from_toml(item.get_ref(), path, origin);
                    Node { key: place, place, path: path.to_owned(), value }
                })
                .collect(),
        ),
        DeValue::Table(items) => Value::Table(table(items, path, origin)),
    }
}

/// Lays one table over another: tables are merged key by key, everything else is replaced.
pub fn merge(under: &mut Table, over: Table) {
    drop_rivals(under, &over);
    for (key, node) in over {
        match (under.get_mut(&key).map(|node| &mut node.value), node.value) {
            (Some(Value::Table(below)), Value::Table(above)) => merge(below, above),
            (_, value) => {
                under.insert(key, Node { value, ..node });
            }
        }
    }
}

/// Drops `rows` or `columns`, two ways to say the same thing, if a later one replaces it.
fn drop_rivals(under: &mut Table, over: &Table) {
    if over.contains_key("rows") {
        under.remove("columns");
        under.remove("widths");
    } else if over.contains_key("columns") {
        under.remove("rows");
        under.remove("widths");
    }
}
