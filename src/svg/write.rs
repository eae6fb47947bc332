//! Text and numbers as SVG writes them.

use crate::geom::Pt;

/// Markup being written.
pub(super) struct Out {
    text: String,
    /// The number of the page, so that names stay distinct when several pages are shown in one document.
    page: usize,
    names: usize,
}

impl Out {
    /// Returns the markup of an empty page.
    pub fn new(page: usize) -> Out {
        Out { text: String::new(), page, names: 0 }
    }

    /// Returns a name that nothing else on the page has.
    pub fn name(&mut self) -> String {
        self.names += 1;
        format!("p{}n{}", self.page + 1, self.names)
    }

    /// Adds markup.
    pub fn push(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Returns all the markup.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Returns a length in points, with three decimals at most.
pub(super) fn number(length: Pt) -> String {
    length.to_string()
}

/// Returns text with its markup escaped. Characters that XML 1.0 does not allow (2.2) are replaced.
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
