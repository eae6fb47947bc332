//! YAML, read and written in the style of résumé tools: block maps and lists, and quotes where necessary.

use super::tree::Tree;
use crate::diag::{Message, message};
use crate::source::yaml::{self, Node, Value};

/// Returns the tree of a YAML text.
///
/// # Errors
/// A message about the fault.
pub fn read(text: &str) -> Result<Tree, Message> {
    yaml::read(text).map(tree).map_err(|fault| {
        let line = text.get(..fault.at).map_or(0, |before| before.matches('\n').count()) + 1;
        message!("line {line}: {why}", line, why = fault.message)
    })
}

/// The depth is bounded by the reader.
fn tree(node: Node) -> Tree {
    match node.value {
        Value::Null => Tree::Null,
        Value::Text(text) => Tree::Text(text),
        Value::Plain(word) => match (word.as_str(), word.parse::<i64>()) {
            ("true", _) => Tree::Bool(true),
            ("false", _) => Tree::Bool(false),
            // `010` is not ten.
            (_, Ok(number)) if number.to_string() == word => Tree::Number(number.into()),
            _ => match serde_json::from_str(&word) {
                Ok(number) => Tree::Number(number),
                Err(_) => Tree::Text(word),
            },
        },
        Value::List(items) => Tree::List(items.into_iter().map(tree).collect()),
        Value::Map(entries) => {
            Tree::Map(entries.into_iter().map(|(key, _, node)| (key, tree(node))).collect())
        }
    }
}

/// Returns a tree as YAML.
pub fn write(tree: &Tree) -> String {
    let mut out = String::new();
    block(tree, 0, &mut out);
    out
}

/// Writes a value on lines of its own. The depth is that of the data.
fn block(tree: &Tree, indent: usize, out: &mut String) {
    let blanks = "  ".repeat(indent);
    match tree {
        Tree::Map(members) => {
            for (key, value) in members {
                out.push_str(&format!("{blanks}{}:", scalar(key)));
                value_of(value, indent, out);
            }
        }
        Tree::List(items) => {
            for item in items {
                out.push_str(&format!("{blanks}-"));
                match item {
                    Tree::Map(members) if !members.is_empty() => {
                        let mut inner = String::new();
                        block(item, indent + 1, &mut inner);
                        out.push(' ');
                        out.push_str(inner.trim_start());
                    }
                    _ => value_of(item, indent, out),
                }
            }
        }
        _ => {}
    }
}

/// Writes the value after a key or the mark of an item.
fn value_of(value: &Tree, indent: usize, out: &mut String) {
    match value {
        Tree::Map(members) if members.is_empty() => out.push_str(" {}\n"),
        Tree::List(items) if items.is_empty() => out.push_str(" []\n"),
        Tree::Map(_) | Tree::List(_) => {
            out.push('\n');
            block(value, indent + 1, out);
        }
        Tree::Null => out.push('\n'),
        Tree::Bool(value) => out.push_str(&format!(" {value}\n")),
        Tree::Number(number) => out.push_str(&format!(" {number}\n")),
        Tree::Text(text) if is_literal(text) => {
            let blanks = "  ".repeat(indent + 1);
            let keep = if text.ends_with('\n') { "|" } else { "|-" };
            out.push_str(&format!(" {keep}\n"));
            for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
                let line = if line.is_empty() { String::new() } else { format!("{blanks}{line}") };
                out.push_str(&line);
                out.push('\n');
            }
        }
        Tree::Text(text) => out.push_str(&format!(" {}\n", scalar(text))),
    }
}

/// Returns whether lines can be written as they are.
fn is_literal(text: &str) -> bool {
    let plain = |c: char| c == '\n' || !c.is_control();
    let lines = || text.split('\n');
    text.contains('\n')
        && !text.ends_with("\n\n")
        && text.chars().all(plain)
        && !text.starts_with([' ', '\n'])
        && lines().all(|line| !line.ends_with(' ') && !line.starts_with('\t'))
}

/// Returns text as a scalar: in quotes if it would be read as something else without them.
fn scalar(text: &str) -> String {
    const WORDS: [&str; 13] =
        ["", "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan"];
    let first = text.chars().next();
    let lower = text.to_lowercase();
    let sign = |c: char| {
        "-?:,[]{}#&*!|>'\"%@`=".contains(c) || c.is_ascii_digit() || matches!(c, '+' | '.' | '<' | '~')
    };
    let plain = !WORDS.contains(&lower.as_str())
        && first.is_some_and(|c| !sign(c))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.starts_with(' ')
        && text.chars().all(|c| {
            !c.is_control() && c != '\u{FEFF}' && c != '\u{2028}' && c != '\u{2029}' && c != '\u{85}'
        });
    // A string of JSON is one of YAML 1.2.
    if plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was() {
        for json in [
            r#"{"a":"x","b":[{"c":"1","d":1},[],{}],"e":null,"f":"no","g":"a: b","h":"- x","i":"a\nb\n\nc","j":"a\n","k":" x "}"#,
            r##"{"date":"2020-03","t":"true","y":"2020","n":2.5,"q":"\"quoted\" # not","u":"张三：会计","m":"* a","e":"","l":["a","b: c",["d"]]}"##,
            r#"{"A key: odd":{"x y":["+1 555","@x","%","a\tb","end:"]}}"#,
        ] {
            let wanted = Tree::of_json(json).unwrap();
            let text = write(&wanted);
            assert_eq!(read(&text).unwrap(), wanted, "{text}");
        }
    }
}
