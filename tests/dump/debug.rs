//! Plain data as text to be read: what `Debug` says, on as few lines as fit, without what is not set.

use std::fmt::Debug;

/// The longest line.
const WIDTH: usize = 120;

/// What a value says that nobody set; a struct of such values is none either.
const UNSET: [&str; 6] = ["false", "None", "0pt", "0em", "[]", "{}"];

/// A value, or a field with its value.
struct Node {
    /// All of it, or how it opens: `margin: Sides {`.
    head: String,
    inside: Vec<Node>,
    /// How it closes.
    tail: String,
}

/// Returns a value as text; each line ends in a line feed.
pub fn debug(value: &impl Debug) -> String {
    let pretty = format!("{value:#?}");
    let mut lines = pretty.lines().map(|line| line.trim_start().trim_end_matches(','));
    let mut out = String::new();
    lines.next().map(|head| node(head, &mut lines)).iter().for_each(|node| node.print(0, &mut out));
    out
}

/// Reads a value from its first line on.
fn node<'a>(head: &'a str, lines: &mut impl Iterator<Item = &'a str>) -> Node {
    let mut node = Node { head: head.to_owned(), inside: Vec::new(), tail: String::new() };
    if !head.ends_with(['{', '[', '(']) {
        return node;
    }
    while let Some(line) = lines.next() {
        if line.starts_with(['}', ']', ')']) {
            line.clone_into(&mut node.tail);
            break;
        }
        node.inside.push(self::node(line, lines));
    }
    node.inside.retain(|inside| !inside.is_unset());
    node
}

impl Node {
    fn is_unset(&self) -> bool {
        let value = self.head.split_once(": ").map(|(_, value)| value);
        let empty = self.tail == "}" || value.is_some_and(|value| UNSET.contains(&value));
        value.is_some() && empty && self.inside.is_empty()
    }

    fn on_one_line(&self) -> String {
        let inside: Vec<String> = self.inside.iter().map(Node::on_one_line).collect();
        let blank = if self.tail == "}" && !inside.is_empty() { " " } else { "" };
        format!("{}{blank}{}{blank}{}", self.head, inside.join(", "), self.tail)
    }

    fn print(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        let line = self.on_one_line();
        if self.inside.is_empty() || indent.len() + line.chars().count() <= WIDTH {
            *out += &format!("{indent}{line}\n");
            return;
        }
        *out += &format!("{indent}{}\n", self.head);
        self.inside.iter().for_each(|inside| inside.print(depth + 1, out));
        *out += &format!("{indent}{}\n", self.tail);
    }
}

#[test]
fn what_is_short_is_one_line_and_what_is_unset_is_none() {
    #[derive(Debug)]
    #[allow(dead_code, reason = "read by Debug")]
    struct Sample {
        name: &'static str,
        none: Option<u8>,
        some: Option<(u8, bool)>,
        list: Vec<String>,
    }
    let sample = |count: usize| Sample {
        name: "甲, {乙",
        none: None,
        some: Some((1, false)),
        list: vec!["0123456789".to_owned(); count],
    };
    assert_eq!(debug(&sample(0)), "Sample { name: \"甲, {乙\", some: Some((1, false)) }\n");
    let long = debug(&sample(9));
    let lines: Vec<&str> = long.lines().collect();
    assert_eq!(
        (lines[0], lines[1], lines[2]),
        ("Sample {", "  name: \"甲, {乙\"", "  some: Some((1, false))")
    );
    assert_eq!((lines[3], lines[4], lines[12]), ("  list: [", "    \"0123456789\"", "    \"0123456789\""));
    assert_eq!(lines[13..], ["  ]", "}"]);
}
