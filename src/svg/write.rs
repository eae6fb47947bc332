//! Text and numbers as SVG writes them.

use crate::geom::Pt;

/// Markup being written.
#[derive(Default)]
pub(super) struct Out {
    text: String,
}

impl Out {
    /// Adds markup.
    pub fn push(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Returns all of it.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Returns a length in points, with three decimals at most.
pub(super) fn number(length: Pt) -> String {
    length.to_string()
}

/// Returns text in which nothing is markup. What XML 1.0 does not allow (2.2) is replaced.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    out
}
