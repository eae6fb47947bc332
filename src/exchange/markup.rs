//! Markdown built from strings.

use super::words::Tongue;
use crate::diag::Span;
use crate::export::{self, Place};
use crate::model::Rich;

/// Blocks separated by empty lines.
pub struct Out {
    pub text: String,
    pub tongue: Tongue,
}

impl Out {
    /// Begins a text in a language.
    pub fn of(tongue: Tongue) -> Out {
        Out { text: String::new(), tongue }
    }

    /// Adds a block, unless it is empty.
    pub fn block(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// Adds the text under a title. A short line there would be read as part of the title's line.
    pub fn paragraphs(&mut self, told: &str) {
        match told.split("\n\n").next() {
            Some(first) if (1..80).contains(&first.chars().count()) => {
                self.block("<!-- jianli: off -->");
                self.block(first);
                self.block("<!-- jianli: on -->");
                self.block(&told[first.len()..]);
            }
            _ => self.block(told),
        }
    }
}

/// Escapes words so that nothing in them is markup.
pub fn word(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    export::inline(&Rich::plain(&line, Span::default()), Place::Heading)
}

/// Returns an address as an autolink.
pub fn address(url: &str) -> String {
    let plain = !url.contains(|c: char| c.is_whitespace() || "<>".contains(c));
    match (plain, url.contains("://")) {
        (true, true) => format!("<{url}>"),
        (true, false) => format!("[{}](https://{url})", word(url)),
        _ => word(url),
    }
}

/// Returns Markdown from a string: its lines are kept, and none of them begins anything that only a file has.
pub fn paragraphs(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for part in text.replace("\r\n", "\n").split("\n\n") {
        let lines: Vec<String> = part.lines().map(|line| line.trim_end().to_owned()).collect();
        let plain = !lines.iter().any(|line| is_item(line));
        let lines: Vec<String> = lines
            .iter()
            .map(|line| if line.starts_with('#') { format!("\\{line}") } else { line.clone() })
            .collect();
        out.push(lines.join(if plain { "\\\n" } else { "\n" }));
    }
    out.retain(|part| !part.trim().is_empty());
    out.join("\n\n")
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || line
            .split_once(". ")
            .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns an item of a list; further lines are indented below its first.
pub fn bullet(text: &str) -> String {
    let mut lines = text.trim().lines();
    let first = lines.next().unwrap_or_default();
    let first =
        if is_item(first) || first.starts_with('#') { format!("\\{first}") } else { first.to_owned() };
    let rest: Vec<String> = lines.map(|line| format!("  {}", line.trim_end())).collect();
    if rest.is_empty() {
        return format!("- {first}");
    }
    let nested = rest.iter().any(|line| is_item(line));
    format!("- {first}{}\n{}", if nested { "" } else { "\\" }, rest.join(if nested { "\n" } else { "\\\n" }))
}
