//! YAML as plain data with places: the only user of serde-saphyr.

use crate::diag::Message;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{AliasLimits, DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Location, Spanned};

/// A value and its bytes in the YAML text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// The value itself.
    pub value: Value,
    /// Its range.
    pub range: Range<usize>,
}

/// The kinds of value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// Text.
    Text(String),
    /// A number or a truth value, as written.
    Plain(String),
    /// `[a, b]`
    List(Vec<Node>),
    /// `{a: b}`, keys with their places.
    Map(Vec<Entry>),
}

/// A key, its place, and its value.
pub(crate) type Entry = (String, Range<usize>, Node);

/// Returns an entry with its places mapped to another text.
pub(super) fn moved((key, place, node): Entry, to: &impl Fn(usize) -> usize) -> Entry {
    (key, to(place.start)..to(place.end), moved_node(node, to))
}

/// The depth is bounded by the budget.
fn moved_node(node: Node, to: &impl Fn(usize) -> usize) -> Node {
    let value = match node.value {
        Value::List(items) => Value::List(items.into_iter().map(|item| moved_node(item, to)).collect()),
        Value::Map(entries) => Value::Map(entries.into_iter().map(|entry| moved(entry, to)).collect()),
        other => other,
    };
    Node { value, range: to(node.range.start)..to(node.range.end) }
}

/// A YAML error and its position.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    /// A message of one line, without a place.
    pub message: Message,
    /// The place.
    pub at: usize,
}

/// Reads one YAML document.
///
/// # Errors
/// A [`Fault`] for text that is not YAML, or that is deeper, longer or more repetitive than a résumé needs.
pub(crate) fn read(text: &str) -> Result<Node, Fault> {
    let mut aliases = AliasLimits::default();
    aliases.max_total_replayed_events = 2_000;
    aliases.max_replay_stack_depth = 8;
    aliases.max_alias_expansions_per_anchor = 64;
    let options = serde_saphyr::options! {
        budget: Some(budget()),
        alias_limits: aliases,
        duplicate_keys: DuplicateKeyPolicy::Error,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    };
    let raw: Spanned<Raw> = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let at = error.location().map_or(0, |location| at(&location, text));
        Fault {
            message: Message::foreign(one_line(&error.without_snippet().to_string()), "it is not YAML"),
            at,
        }
    })?;
    Ok(resolve(raw, text))
}

fn budget() -> serde_saphyr::Budget {
    let mut budget = serde_saphyr::Budget::default();
    budget.max_depth = 16;
    budget.flow_nesting_limit = 32;
    budget.max_events = 20_000;
    budget.max_nodes = 10_000;
    budget.max_aliases = 200;
    budget.max_anchors = 100;
    budget.max_total_scalar_bytes = 1 << 20;
    budget.max_documents = 1;
    budget
}

/// Keeps the first line of a message, without the place at its end.
fn one_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let cut = line.find(" at line ").or_else(|| line.find(" (line ")).unwrap_or(line.len());
    let line = line[..cut].trim_end_matches([':', '.', ' ']);
    let line = line.strip_prefix("error: ").unwrap_or(line);
    match line.split_once(": ") {
        Some((place, rest)) if place.starts_with("line ") => rest.to_owned(),
        _ => line.to_owned(),
    }
}

/// Returns the offset of a fault, from its line and column where the parser gives nothing better.
fn at(location: &Location, text: &str) -> usize {
    if let Some(offset) = location.span().byte_offset() {
        return usize::try_from(offset).unwrap_or(0).min(text.len());
    }
    let (line, column) = (location.line().max(1) as usize, location.column().max(1) as usize);
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let within = text[before..].lines().next().unwrap_or_default();
    before + within.char_indices().nth(column - 1).map_or(within.len(), |(at, _)| at)
}

fn start(location: &Location) -> usize {
    location.span().byte_offset().and_then(|offset| usize::try_from(offset).ok()).unwrap_or(0)
}

fn range(location: &Location, text: &str) -> Range<usize> {
    let start = start(location).min(text.len());
    let len = location.span().byte_len().and_then(|len| usize::try_from(len).ok()).unwrap_or(0);
    let end = start.saturating_add(len).min(text.len());
    if text.is_char_boundary(start) && text.is_char_boundary(end) { start..end } else { 0..0 }
}

/// The depth is bounded by the budget.
fn resolve(raw: Spanned<Raw>, text: &str) -> Node {
    let place = range(&raw.defined, text);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Text(words) => Value::Text(words),
        Raw::Bool(value) => Value::Plain(value.to_string()),
        Raw::Number => Value::Plain(text[place.clone()].trim().to_owned()),
        Raw::List(items) => Value::List(items.into_iter().map(|item| resolve(item, text)).collect()),
        Raw::Map(entries) => {
            let entry = |(key, value): (Spanned<String>, _)| {
                (key.value, range(&key.defined, text), resolve(value, text))
            };
            Value::Map(entries.into_iter().map(entry).collect())
        }
    };
    Node { value, range: place }
}

enum Raw {
    Null,
    Bool(bool),
    /// Read from the text, so that `010` keeps its zero.
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Raw, D::Error> {
        from.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Raw, D::Error> {
        from.deserialize_any(RawVisitor)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_spelling_and_place() {
        let text = "name: 张三\nphone: 0108765\nset: {a.b: 1.50, c: [x, yes]}\n";
        let node = read(text).unwrap();
        let Value::Map(entries) = node.value else { panic!("{node:?}") };
        assert_eq!(entries[0].2.value, Value::Text("张三".into()));
        assert_eq!(&text[entries[0].2.range.clone()], "张三");
        assert_eq!(entries[1].2.value, Value::Plain("0108765".into()));
        let Value::Map(set) = &entries[2].2.value else { panic!() };
        assert_eq!(set[0].2.value, Value::Plain("1.50".into()));
    }

    #[test]
    fn faults_have_a_place_and_one_line() {
        let fault = read("a: 1\nname: [unclosed\n").unwrap_err();
        assert!(fault.at >= 5, "{fault:?}");
        assert!(!fault.message.contains('\n'));
        assert!(read(&format!("a: {}", "[".repeat(20_000))).is_err());
        let bomb: String = (b'b'..=b'i')
            .map(|c| {
                format!(
                    "{}: &{} [{}]\n",
                    c as char,
                    c as char,
                    vec![format!("*{}", (c - 1) as char); 9].join(",")
                )
            })
            .collect();
        assert!(read(&format!("a: &a [x,x,x]\n{bomb}")).is_err());
    }
}
