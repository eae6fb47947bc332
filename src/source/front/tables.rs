//! TOML as the plain data that YAML is read into. Apart from layouts, the only user of toml.

use crate::diag::Message;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::source::yaml::{Entry, Fault, Node, Value};

/// Returns the entries of a TOML text, in order, and its faults: sound parts are read.
pub fn read(text: &str) -> (Vec<Entry>, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let fault = |error: &toml::de::Error| Fault {
        message: Message::foreign(error.message().lines().next().unwrap_or_default(), "it is not TOML"),
        at: error.span().map_or(0, |span| span.start.min(text.len())),
    };
    (entries(table.get_ref(), text), errors.iter().map(fault).collect())
}

fn entries(table: &DeTable<'_>, text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| (key.get_ref().to_string(), within(key.span(), text), node(value, text)))
        .collect();
    entries.sort_by_key(|(_, place, _)| place.start);
    entries
}

/// Recursive, but the parser refuses more than 80 levels.
fn node(value: &Spanned<DeValue<'_>>, text: &str) -> Node {
    let range = within(value.span(), text);
    let value = match value.get_ref() {
        DeValue::String(words) => Value::Text(words.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(item, text)).collect()),
        DeValue::Table(table) => Value::Map(entries(table, text)),
        _ => Value::Plain(text[range.clone()].to_owned()),
    };
    Node { value, range }
}

/// Returns a range inside the text, even if a damaged text misled the parser.
fn within(range: Range<usize>, text: &str) -> Range<usize> {
    if range.start <= range.end && text.get(range.clone()).is_some() { range } else { 0..0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sound_is_read_in_its_order() {
        let text =
            "title = \"甲\"\nphone = 10\ndate = 2024-01-02\ntags = ['a', 'b']\n[basics]\nname = '张三'\n";
        let (entries, faults) = read(text);
        assert!(faults.is_empty(), "{faults:?}");
        let keys: Vec<_> = entries.iter().map(|(key, ..)| key.as_str()).collect();
        assert_eq!(keys, ["title", "phone", "date", "tags", "basics"]);
        assert_eq!(entries[1].2.value, Value::Plain("10".into()));
        assert_eq!(entries[2].2.value, Value::Plain("2024-01-02".into()));
        let Value::Map(basics) = &entries[4].2.value else { panic!("{entries:?}") };
        assert_eq!(&text[basics[0].2.range.clone()], "'张三'");

        let (entries, faults) = read("name = \"张三\"\ntitle = My Resume\nemail = 'a@b.cn'\n");
        assert!(!faults.is_empty());
        assert!(entries.iter().any(|(key, ..)| key == "name"), "{entries:?}");
    }
}
