//! The values of layout keys other than plain ones: one with a place, several, or one of two shapes.
//!
//! `read` recognises these types by the names that they pass to serde.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use crate::diag::{FileId, Span};

/// Asks for a value with its place: file, start, end, path, value.
pub(super) const PLACED: &str = "$placed";
/// Asks for an array, or for anything else as an array of one.
pub(super) const MANY: &str = "$many";
/// Asks whether there is a table or something else.
pub(super) const OR: &str = "$or";

/// A value and its place.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// Its place.
    pub place: Span,
    /// The path of its key, for messages.
    pub path: String,
    /// The value.
    pub value: T,
}

/// The value of a key; `None` if it is not set, or if its value was reported as wrong.
#[derive(Clone, Debug)]
pub struct Key<T>(pub Option<At<T>>);

impl<T> Default for Key<T> {
    fn default() -> Key<T> {
        Key(None)
    }
}

impl<T> Key<T> {
    /// Returns the value with its place.
    pub fn at(&self) -> Option<&At<T>> {
        self.0.as_ref()
    }

    /// Returns the place of the value.
    pub fn place(&self) -> Option<Span> {
        self.0.as_ref().map(|at| at.place)
    }

    /// Returns the value.
    pub fn value(&self) -> Option<&T> {
        self.0.as_ref().map(|at| &at.value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key<T>, D::Error> {
        deserializer.deserialize_newtype_struct(PLACED, Placed(PhantomData))
    }
}

struct Placed<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Placed<T> {
    type Value = Key<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Key<T>, A::Error> {
        let (Some(file), Some(start), Some(end)) =
            (seq.next_element()?, seq.next_element()?, seq.next_element()?)
        else {
            return Ok(Key(None));
        };
        let place = Span { file: FileId(file), start, end };
        let path = seq.next_element()?.unwrap_or_default();
        // The reader has reported the error already: continuing finds the others too.
        let value = seq.next_element().unwrap_or(None);
        Ok(Key(value.map(|value| At { place, path, value })))
    }
}

/// One or several.
#[derive(Clone, Debug)]
pub struct Many<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Many<T>, D::Error> {
        deserializer.deserialize_newtype_struct(MANY, Several(PhantomData)).map(Many)
    }
}

struct Several<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Several<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one or several values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

/// A table, or something else.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(rename = "$or")]
pub enum Or<T, U> {
    /// A table.
    Table(T),
    /// Something else.
    Plain(U),
}
