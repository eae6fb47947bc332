//! Data of any format as a tree that keeps the order of its keys.

use crate::diag::Message;
use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tree {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(serde_json::Number),
    /// Text.
    Text(String),
    /// `[a, b]`
    List(Vec<Tree>),
    /// `{a: b}`
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// Returns the tree of a JSON text.
    ///
    /// # Errors
    /// A message about the fault, with its place.
    pub fn of_json(text: &str) -> Result<Tree, Message> {
        serde_json::from_str(text).map_err(|error| Message::foreign(error.to_string(), "it is not JSON"))
    }

    /// Returns JSON of several lines, with a newline at its end.
    pub fn json(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        text + "\n"
    }

    /// Returns JSON on one line.
    pub fn json_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Tree::Map(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the text of a key, if it is text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Tree::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Returns the text or the number of a key.
    pub fn word(&self, key: &str) -> Option<String> {
        match self.get(key)? {
            Tree::Number(number) => Some(number.to_string()),
            _ => self.text(key).map(str::to_owned),
        }
    }

    /// Returns the items of a key; empty if it is not a list.
    pub fn list(&self, key: &str) -> &[Tree] {
        match self.get(key) {
            Some(Tree::List(items)) => items,
            _ => &[],
        }
    }

    /// Returns the texts of a key.
    pub fn texts(&self, key: &str) -> Vec<&str> {
        let text = |item: &'_ Tree| matches!(item, Tree::Text(text) if !text.trim().is_empty());
        self.list(key).iter().filter(|item| text(item)).filter_map(Tree::as_text).collect()
    }

    /// Returns it as text, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Tree::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// Returns the value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Tree> {
        match self {
            Tree::Map(members) => members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Gives a key a value, whatever it had: where that was, or at the end.
    pub fn set(&mut self, key: &str, value: Tree) {
        if let Tree::Map(members) = self {
            match members.iter_mut().find(|(name, _)| name == key) {
                Some((_, old)) => *old = value,
                None => members.push((key.to_owned(), value)),
            }
        }
    }

    /// Takes a key away with its value.
    pub fn remove(&mut self, key: &str) {
        if let Tree::Map(members) = self {
            members.retain(|(name, _)| name != key);
        }
    }

    /// Puts something under a key, unless it says nothing; replaces nothing.
    pub fn put(&mut self, key: &str, value: impl Into<Tree>) {
        let value = value.into();
        let empty = match &value {
            Tree::Null => true,
            Tree::Text(text) => text.is_empty(),
            Tree::List(items) => items.is_empty(),
            Tree::Map(members) => members.is_empty(),
            Tree::Bool(_) | Tree::Number(_) => false,
        };
        if let (Tree::Map(members), false) = (self, empty)
            && !members.iter().any(|(name, _)| name == key)
        {
            members.push((key.to_owned(), value));
        }
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Tree {
        Tree::Text(text)
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Tree {
        Tree::Text(text.to_owned())
    }
}

impl From<Vec<Tree>> for Tree {
    fn from(items: Vec<Tree>) -> Tree {
        Tree::List(items)
    }
}

impl From<Vec<String>> for Tree {
    fn from(items: Vec<String>) -> Tree {
        Tree::List(items.into_iter().map(Tree::Text).collect())
    }
}

impl<T: Into<Tree>> From<Option<T>> for Tree {
    fn from(value: Option<T>) -> Tree {
        value.map_or(Tree::Null, Into::into)
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Null => to.serialize_unit(),
            Tree::Bool(value) => to.serialize_bool(*value),
            Tree::Number(number) => number.serialize(to),
            Tree::Text(text) => to.serialize_str(text),
            Tree::List(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Tree::Map(members) => {
                let mut map = to.serialize_map(Some(members.len()))?;
                members.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Tree, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree, E> {
        Ok(serde_json::Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut members: Vec<(String, Tree)> = Vec::new();
        while let Some((key, value)) = from.next_entry::<String, Tree>()? {
            // Of two members with the same name the last one counts, as in browsers.
            match members.iter_mut().find(|(name, _)| *name == key) {
                Some(known) => known.1 = value,
                None => members.push((key, value)),
            }
        }
        Ok(Tree::Map(members))
    }
}
