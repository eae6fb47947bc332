//! The merged tree → the serde types of `schema`: a deserializer that reports every unknown
//! key and every value of the wrong type at its own place, and continues.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::place::{MANY, OR, PLACED};
use super::schema::File;
use super::tree::{Node, Table, Value};
use super::words;
use crate::diag::{Code, Diagnostic, Fix, Message, Sink, code, message};

/// Returns the values that a merged tree sets. Wrong ones are reported and left out.
pub fn read(tree: Table, sink: &mut Sink) -> File {
    let place = tree.values().next().map(|node| node.place).unwrap_or_default();
    let node = Node { value: Value::Table(tree), ..Node::empty(place) };
    let sink = RefCell::new(sink);
    File::deserialize(Reader { node: &node, sink: &sink }).unwrap_or_default()
}

/// Returns the known name nearest to a misspelt one, if any is close enough.
pub fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= 1 + candidate.chars().count() / 4)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Reads one node.
#[derive(Clone, Copy)]
struct Reader<'a, 's> {
    node: &'a Node,
    sink: &'a RefCell<&'s mut Sink>,
}

/// The reason why a value could not be read.
#[derive(Debug)]
enum Trouble {
    /// Already reported to the sink.
    Reported,
    /// To be reported by the reader of the value: the finding, then hints.
    Said(Vec<Message>),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Reported => f.write_str("reported"),
            Trouble::Said(all) => f.write_str(&all.join("\n")),
        }
    }
}

impl std::error::Error for Trouble {}

impl serde::de::Error for Trouble {
    fn custom<T: fmt::Display>(text: T) -> Trouble {
        Trouble::Said(text.to_string().lines().map(Message::from).collect())
    }

    fn invalid_type(found: serde::de::Unexpected<'_>, wanted: &dyn serde::de::Expected) -> Trouble {
        let wanted = match wanted.to_string().as_str() {
            "a boolean" => Message::from("true or false"),
            "a string" => "text in quotes".into(),
            "a sequence" => "an array".into(),
            "i64" => "a whole number".into(),
            other => other.into(),
        };
        Trouble::Said(vec![message!("takes {wanted}, not {found}", wanted, found = in_words(found))])
    }
}

fn in_words(found: serde::de::Unexpected<'_>) -> Message {
    use serde::de::Unexpected as U;
    match found {
        U::Bool(value) => message!("`{value}`", value = value.to_string()),
        U::Unsigned(value) => message!("the number {value}", value),
        U::Signed(value) => message!("the number {value}", value),
        U::Float(value) => message!("the number {value}", value),
        U::Str(text) => message!("the text \"{text}\"", text),
        U::Seq => "an array".into(),
        U::Map => "a table".into(),
        other => other.to_string().into(),
    }
}

impl<'a, 's> Reader<'a, 's> {
    fn of(self, node: &'a Node) -> Reader<'a, 's> {
        Reader { node, ..self }
    }

    /// Reads the value as the requested type; if the type refuses it, that is reported here.
    fn seed<'de, T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Trouble> {
        seed.deserialize(self).map_err(|trouble| self.blame(trouble))
    }

    fn report(self, finding: Diagnostic) -> Trouble {
        self.sink.borrow_mut().report(finding);
        Trouble::Reported
    }

    /// Reports what is wrong with this value, if that has not been done yet.
    fn blame(self, trouble: Trouble) -> Trouble {
        self.blame_and(None, trouble)
    }

    fn blame_and(self, fix: Option<Fix>, trouble: Trouble) -> Trouble {
        let Trouble::Said(said) = trouble else { return trouble };
        let again = self.node.text().and_then(|text| words::again(&said.join("\n"), text));
        let said = again.map_or(said, |wrong| vec![wrong.message, wrong.hint]);
        let mut said = said.into_iter();
        let what = said.next().unwrap_or_else(|| "is wrong".into());
        let message = message!("`{path}` {what}", path = self.node.path, what);
        let finding = Diagnostic::new(code::LAYOUT_VALUE, self.node.place, message);
        self.report(said.fold(finding, Diagnostic::hint).fix(fix))
    }

    fn wrong_type(self, wanted: impl Into<Message>) -> Trouble {
        let wanted: Message = wanted.into();
        let found = self.node.value.in_words();
        self.blame(Trouble::Said(vec![message!("takes {wanted}, not {found}", wanted, found)]))
    }

    /// Reports the unknown keys of a table.
    fn check_keys(self, table: &Table, known: &[&str]) {
        for (key, node) in table.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let finding = unknown_key(code::LAYOUT_KEY, key, node, known);
            // The layouts that this file extends may have the key; the file itself may not have it twice.
            let own = |near: &&str| table.get(*near).is_some_and(|other| other.key.file == node.key.file);
            let near = nearest(key, known.iter().copied()).filter(|near| !own(near));
            // A key set in front matter has no place of its own.
            let fix = near.filter(|_| node.key != node.place);
            let fix = fix.and_then(|near| Fix::of_slip(node.key, key, near));
            self.report(finding.fix(fix));
        }
    }
}

/// Returns the finding about an unknown key.
pub(super) fn unknown_key(code: Code, key: &str, node: &Node, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::new(code, node.key, message!("unknown key `{key}`", key));
    match nearest(key, known.iter().copied()) {
        Some(near) => finding.hint(message!("did you mean `{near}`?", near)),
        None => finding.hint(message!("keys here: {names}", names = Message::names(known.iter()))),
    }
}

impl Value {
    /// Describes the value for messages.
    pub(super) fn in_words(&self) -> Message {
        match self {
            Value::Bool(value) => message!("`{value}`", value = value.to_string()),
            Value::Integer(number) => message!("the number {number}", number),
            Value::Float(number) => message!("the number {number}", number),
            Value::Text(text) => message!("the text \"{text}\"", text),
            Value::Array(_) => "an array".into(),
            Value::Table(_) => "a table".into(),
            Value::Strange => "a date or too large a number".into(),
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = Trouble;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.node.value {
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Integer(number) => visitor.visit_i64(*number),
            Value::Float(number) => visitor.visit_f64(*number),
            Value::Text(text) => visitor.visit_str(text),
            Value::Array(items) => visitor.visit_seq(Items { reader: self, items: items.iter() }),
            Value::Table(table) => {
                visitor.visit_map(Entries { reader: self, rest: table.iter(), value: None })
            }
            Value::Strange => return Err(self.wrong_type("something else")),
        }
        .map_err(|trouble| self.blame(trouble))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        let Some(table) = self.node.table() else { return Err(self.wrong_type("a table")) };
        self.check_keys(table, fields);
        let known = table.iter().filter(|(key, _)| fields.contains(&key.as_str()));
        let known = known.map(|(key, node)| (key.as_str(), self.of(node)));
        visitor.visit_map(MapDeserializer::new(known)).map_err(|trouble| self.blame(trouble))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        if self.node.table().is_none() {
            return Err(self.wrong_type("a table"));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        if name == OR {
            let shape = variants[usize::from(self.node.table().is_none())];
            return visitor.visit_enum(Shape { reader: self, shape });
        }
        match self.node.text() {
            Some(text) if variants.contains(&text) => {
                let word: StrDeserializer<'_, Trouble> = text.into_deserializer();
                visitor.visit_enum(word).map_err(|trouble| self.blame(trouble))
            }
            Some(text) => {
                let near = nearest(text, variants.iter().copied());
                let fix = near.and_then(|near| Fix::of_slip(self.node.place, text, near));
                let mut said = vec![message!("cannot be \"{word}\"", word = text)];
                said.extend(near.map(|near| message!("did you mean \"{near}\"?", near)));
                said.push(message!("allowed: {names}", names = Message::names(variants)));
                Err(self.blame_and(fix, Trouble::Said(said)))
            }
            None => {
                Err(self.wrong_type(message!("one of: {names}", names = Message::names(variants.iter()))))
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        match (name, &self.node.value) {
            (PLACED, _) => visitor.visit_seq(Placed { reader: self, step: 0 }),
            (MANY, Value::Array(items)) => visitor.visit_seq(Items { reader: self, items: items.iter() }),
            (MANY, _) => {
                let one = std::slice::from_ref(self.node).iter();
                visitor.visit_seq(Items { reader: self, items: one })
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_some(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Trouble> for Reader<'_, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The parts of a value with its place.
struct Placed<'a, 's> {
    reader: Reader<'a, 's>,
    step: u8,
}

impl<'de> SeqAccess<'de> for Placed<'_, '_> {
    type Error = Trouble;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Trouble> {
        let node = self.reader.node;
        self.step += 1;
        match self.step {
            1 => seed.deserialize(node.place.file.0.into_deserializer()),
            2 => seed.deserialize(node.place.start.into_deserializer()),
            3 => seed.deserialize(node.place.end.into_deserializer()),
            4 => seed.deserialize(node.path.as_str().into_deserializer()),
            _ => self.reader.seed(seed),
        }
        .map(Some)
    }
}

/// The items of an array.
struct Items<'a, 's> {
    reader: Reader<'a, 's>,
    items: std::slice::Iter<'a, Node>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Trouble;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Trouble> {
        self.items.next().map(|node| self.reader.of(node).seed(seed)).transpose()
    }
}

/// The entries of a table whose keys are free.
struct Entries<'a, 's> {
    reader: Reader<'a, 's>,
    rest: std::collections::btree_map::Iter<'a, String, Node>,
    value: Option<&'a Node>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Trouble;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Trouble> {
        let Some((key, node)) = self.rest.next() else { return Ok(None) };
        self.value = Some(node);
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Trouble> {
        let node = self.value.take().unwrap_or(self.reader.node);
        self.reader.of(node).seed(seed)
    }
}

/// Whether there is a table, followed by the value itself.
struct Shape<'a, 's> {
    reader: Reader<'a, 's>,
    shape: &'static str,
}

impl<'a, 's, 'de> EnumAccess<'de> for Shape<'a, 's> {
    type Error = Trouble;
    type Variant = Reader<'a, 's>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Reader<'a, 's>), Trouble> {
        let word: StrDeserializer<'_, Trouble> = self.shape.into_deserializer();
        Ok((seed.deserialize(word)?, self.reader))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_, '_> {
    type Error = Trouble;

    fn unit_variant(self) -> Result<(), Trouble> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Trouble> {
        self.seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.deserialize_map(visitor)
    }
}
