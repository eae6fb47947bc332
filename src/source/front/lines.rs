//! A front matter that is not quite YAML, read entry by entry: sound entries are read as YAML, and of the others
//! the `key: value` lines.

use std::ops::Range;

use super::keys;
use crate::source::yaml::{self, Entry, Fault, Node, Value};

/// How deep entries may nest.
const DEEPEST: usize = 4;

/// Returns the entries of a text that cannot be read as a whole, and their faults. Linear.
pub fn read(text: &str) -> (Vec<Entry>, Vec<Fault>) {
    let mut faults = Vec::new();
    let entries = map(text, 0..text.len(), 0, &mut faults);
    (entries, faults)
}

/// Returns the places of the `key: value` that a line begins with. A fullwidth colon is accepted, and the blanks
/// after a colon may be missing if the key is known.
pub fn key_value(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (colon, mark) = line.char_indices().find(|(_, c)| matches!(c, ':' | '：'))?;
    let key = trimmed(line, 0..colon);
    let name = line[key.clone()].trim_matches(['"', '\'']);
    let rest = &line[colon + mark.len_utf8()..];
    let parted = mark == '：' || rest.is_empty() || rest.starts_with(char::is_whitespace);
    let known = || keys::meaning(name).is_some() && !rest.starts_with("//");
    let good = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '/' | ':');
    let fits = !name.is_empty() && name.chars().count() <= 40 && name.chars().all(good);
    let begins = name.starts_with(|c: char| c.is_alphanumeric());
    (fits && begins && (parted || known())).then(|| (key, trimmed(line, colon + mark.len_utf8()..line.len())))
}

/// Returns a range without the blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

fn map(text: &str, range: Range<usize>, depth: usize, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for range in parts(text, range) {
        match yaml::read(&text[range.clone()]) {
            Ok(Node { value: Value::Map(read), .. }) => {
                entries.extend(read.into_iter().map(|entry| yaml::moved(entry, &|at| range.start + at)));
            }
            result => {
                if let Err(fault) = result {
                    faults.push(Fault { at: range.start + fault.at, ..fault });
                }
                entries.extend(entry(text, range, depth, faults));
            }
        }
    }
    entries
}

/// Splits a text at the lines that begin an entry: those with a key that are indented no further than the first
/// one.
fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut outermost, mut at): (Vec<Range<usize>>, Option<usize>, _) =
        (Vec::new(), None, range.start);
    for line in text[range].split_inclusive('\n') {
        let body = line.trim_start();
        let indent = line.len() - body.len();
        let begins = !body.starts_with(['#', '-'])
            && key_value(body).is_some()
            && indent <= *outermost.get_or_insert(indent);
        match parts.last_mut() {
            // Without its indent, so that a tab there does no harm.
            _ if begins => parts.push(at + indent..at + line.len()),
            Some(last) => last.end = at + line.len(),
            None => {}
        }
        at += line.len();
    }
    parts
}

/// Reads an entry that is not YAML by its first line, or by the lines below if that one has no value.
fn entry(text: &str, range: Range<usize>, depth: usize, faults: &mut Vec<Fault>) -> Option<Entry> {
    let first = text[range.clone()].split_inclusive('\n').next()?;
    let below = range.start + first.len()..range.end;
    let (key, value) = key_value(first)?;
    let place = range.start + key.start..range.start + key.end;
    let name = text[place.clone()].trim_matches(['"', '\'']).to_owned();
    let value = range.start + value.start..range.start + value.end;
    let node = if value.is_empty() || matches!(&text[value.clone()], "|" | ">" | "|-" | ">-") {
        nested(text, below, depth, faults)
    } else {
        scalar(text, value)
    };
    Some((name, place, node))
}

fn nested(text: &str, range: Range<usize>, depth: usize, faults: &mut Vec<Fault>) -> Node {
    let body = text[range.clone()].trim_start();
    let value = if body.is_empty() {
        Value::Null
    } else if body.starts_with("- ") {
        Value::List(items(text, range.clone()))
    } else if depth < DEEPEST && body.lines().next().is_some_and(|line| key_value(line).is_some()) {
        Value::Map(map(text, range.clone(), depth + 1, faults))
    } else {
        return scalar(text, trimmed(text, range));
    };
    Node { value, range }
}

/// Returns the `- item` lines.
fn items(text: &str, range: Range<usize>) -> Vec<Node> {
    let mut items = Vec::new();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            let start = at + line.len() - item.len();
            items.push(scalar(text, trimmed(text, start..start + item.len())));
        }
        at += line.len();
    }
    items
}

/// Returns text without the quotes around it.
fn scalar(text: &str, range: Range<usize>) -> Node {
    let words = &text[range.clone()];
    let bare = ['"', '\''].iter().find_map(|quote| {
        words.strip_prefix(*quote)?.strip_suffix(*quote).filter(|inner| !inner.contains(*quote))
    });
    match bare {
        Some(inner) => Node { value: Value::Text(inner.to_owned()), range: range.start + 1..range.end - 1 },
        None => Node { value: Value::Text(words.to_owned()), range },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows entries as `key=value`, lists as `[…]`, maps as `{…}`.
    fn shown(entries: &[Entry]) -> String {
        fn node(node: &Node) -> String {
            match &node.value {
                Value::Null => "-".into(),
                Value::Text(text) | Value::Plain(text) => text.clone(),
                Value::List(items) => {
                    format!("[{}]", items.iter().map(node_of).collect::<Vec<_>>().join(" "))
                }
                Value::Map(entries) => format!("{{{}}}", shown(entries)),
            }
        }
        fn node_of(item: &Node) -> String {
            node(item)
        }
        entries.iter().map(|(key, _, value)| format!("{key}={}", node(value))).collect::<Vec<_>>().join(";")
    }

    #[test]
    fn one_bad_line_costs_no_other() {
        for (text, want, faults) in [
            ("title: Engineer: backend\nname: 张三\n", "title=Engineer: backend;name=张三", 1),
            ("title: {{ page.title }}\nname: 张三\n", "title={{ page.title }};name=张三", 1),
            ("name: 张三\nname: 李四\n", "name=张三;name=李四", 0),
            (
                "name:\t张三\nbasics:\n\temail: a@b.cn\n\tphone: 1\n",
                "name=张三;basics={email=a@b.cn;phone=1}",
                1,
            ),
            ("姓名：张三\n电话: 138\n", "姓名=张三;电话=138", 0),
            ("name:张三\nsite: @x\ntags: [a, b]\n", "name=张三;site=@x;tags=[a b]", 1),
            ("bio: |\n  a: b: c\n  d\nname: x\n", "bio=a: b: c\nd\n;name=x", 0),
            ("links:\n- @a\n- \"@b\"\nname: 'it's'\n", "links=[@a @b];name='it's'", 2),
            ("basics:\n  name: 张三\n  label: A: B\nlang: zh\n", "basics={name=张三;label=A: B};lang=zh", 2),
        ] {
            let (entries, found) = read(text);
            assert_eq!((shown(&entries).as_str(), found.len()), (want, faults), "{text:?} {found:?}");
        }
    }

    #[test]
    fn places_are_those_of_the_words() {
        let text = "a: b: c\nbasics:\n  name: '张三'\n  x: y: z\n";
        let (entries, _) = read(text);
        assert_eq!(&text[entries[0].2.range.clone()], "b: c");
        let Value::Map(basics) = &entries[1].2.value else { panic!("{entries:?}") };
        assert_eq!(&text[basics[0].1.clone()], "name");
        assert_eq!(&text[basics[1].2.range.clone()], "y: z");
    }

    #[test]
    fn what_is_long_or_deep_takes_no_longer() {
        let deep: String = (0..2000).map(|depth| format!("{}a: b: c\n", " ".repeat(depth))).collect();
        assert!(!read(&deep).0.is_empty());
        assert!(!read(&"a: [\n".repeat(20_000)).0.is_empty());
    }
}
