//! Overrides of single keys: `--set type.size=11pt`, or `set:` in the front matter.

use toml::de::{DeTable, DeValue};

use super::tree::{self, Node, Origin, Table, Value};
use crate::diag::{Diagnostic, Files, Message, Sink, Span, code, message};

/// An override of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The path of the key: `type.size`.
    pub key: String,
    /// Its value, in TOML syntax; the quotes of a string may be left out.
    pub value: String,
    /// The place of the key.
    pub key_place: Span,
    /// The place of the value.
    pub place: Span,
}

impl Override {
    /// Parses a `--set KEY=VALUE` of the command line; it becomes one of `files`, so that
    /// findings can show it.
    ///
    /// # Errors
    /// The finding to report, if there is no `=`.
    pub fn flag(text: &str, files: &mut Files) -> Result<Override, Box<Diagnostic>> {
        let file = files.add("--set", text);
        let Some((key, value)) = text.split_once('=') else {
            let place = Span::new(file, 0..text.len());
            let finding = Diagnostic::new(code::LAYOUT_KEY, place, "no value is set")
                .hint("write --set KEY=VALUE, such as --set type.size=11pt");
            return Err(Box::new(finding));
        };
        let (end, start) = (text.trim_end().len(), text.len() - value.trim_start().len());
        Ok(Override {
            key: key.trim().to_owned(),
            value: value.trim().to_owned(),
            key_place: Span::new(file, 0..key.trim_end().len()),
            place: Span::new(file, start..end.max(start)),
        })
    }
}

/// Returns the tree that sets one key; `None` if key or value cannot be read, which is reported.
pub fn overlay(set: &Override, files: &Files, sink: &mut Sink) -> Option<Table> {
    let Some(keys) = path(&set.key) else {
        let message = message!("`{key}` is not the path of a key", key = set.key);
        let hint = "a path looks like `type.size` or `style.name.size`";
        sink.report(Diagnostic::new(code::LAYOUT_KEY, set.key_place, message).hint(hint));
        return None;
    };
    let value = match value(set, &keys.join("."), files) {
        Ok(value) => value,
        Err(message) => {
            sink.report(Diagnostic::new(code::LAYOUT_VALUE, set.place, message));
            return None;
        }
    };
    Some(nest(&keys, set, value))
}

/// Returns the keys of a dotted path, without the quotes of quoted ones.
fn path(text: &str) -> Option<Vec<String>> {
    let line = format!("{text}=0");
    let mut table = DeTable::parse(&line).ok()?.into_inner();
    let mut keys = Vec::new();
    loop {
        let (key, value) = table.into_iter().next()?;
        keys.push(key.into_inner().into_owned());
        match value.into_inner() {
            DeValue::Table(inner) => table = inner,
            _ => return Some(keys),
        }
    }
}

fn value(set: &Override, path: &str, files: &Files) -> Result<Value, Message> {
    let verbatim = files.text(set.place.file).get(set.place.range()) == Some(set.value.as_str());
    let origin = if verbatim {
        Origin::At(set.place.file, set.place.start as usize)
    } else {
        Origin::Within(set.place)
    };
    match DeValue::parse(set.value.trim()) {
        Ok(parsed) => Ok(tree::from_toml(parsed.get_ref(), path, origin)),
        Err(error) if set.value.trim_start().starts_with(['[', '{', '"', '\'']) => Err(message!(
            "not a value as TOML writes it: {error}",
            error = Message::foreign(error.message(), "it is not TOML")
        )),
        Err(_) => Ok(Value::Text(set.value.trim().to_owned())),
    }
}

/// Puts a value into the nested tables that its path names.
fn nest(keys: &[String], set: &Override, value: Value) -> Table {
    let mut table = Table::new();
    let mut value = Some(value);
    for (depth, key) in keys.iter().enumerate().rev() {
        let inner = value.take().unwrap_or_else(|| Value::Table(std::mem::take(&mut table)));
        let path = keys[..=depth].join(".");
        let node = Node { key: set.key_place, place: set.place, path, value: inner };
        table = Table::from([(key.clone(), node)]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_may_have_quoted_keys() {
        assert_eq!(path("type.size"), Some(vec!["type".into(), "size".into()]));
        assert_eq!(
            path("font.scale.\"Source Sans 3\""),
            Some(vec!["font".into(), "scale".into(), "Source Sans 3".into()])
        );
        assert_eq!(path("type..size"), None);
        assert_eq!(path(""), None);
    }

    #[test]
    fn quotes_of_a_string_may_be_left_out() {
        let mut files = Files::default();
        let mut read = |text: &str| {
            let set = Override::flag(text, &mut files).expect("has a value");
            let mut sink = Sink::default();
            let table = overlay(&set, &files, &mut sink)?;
            Some(table["a"].table()?["b"].value.clone())
        };
        assert!(matches!(read("a.b=11pt"), Some(Value::Text(text)) if text == "11pt"));
        assert!(matches!(read("a.b=\"11pt\""), Some(Value::Text(text)) if text == "11pt"));
        assert!(matches!(read("a.b = #1f4e79"), Some(Value::Text(text)) if text == "#1f4e79"));
        assert!(matches!(read("a.b=1.5"), Some(Value::Float(x)) if x == 1.5));
        assert!(matches!(read("a.b=[1, 2]"), Some(Value::Array(items)) if items.len() == 2));
        assert!(read("a.b=[1, 2").is_none());
    }
}
