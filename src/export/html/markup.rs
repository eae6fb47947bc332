//! Running text as HTML.

use crate::model::{Marks, Piece, Rich, Run};
use crate::source::chars::is_wide;

/// Escapes a text, for attributes as well.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// Returns a text as HTML. `class` gives the class of a link by its address.
pub fn rich(text: &Rich, class: &dyn Fn(&str) -> &'static str) -> String {
    let mut out = String::new();
    let mut pieces = text.0.iter().peekable();
    while let Some(piece) = pieces.next() {
        let Piece::Run(run) = piece else {
            out.push_str("<br>");
            continue;
        };
        let Some(url) = run.link.as_deref().filter(|url| is_safe(url)) else {
            out.push_str(&marked(run));
            continue;
        };
        let mut words = marked(run);
        while let Some(Piece::Run(next)) = pieces.next_if(|next| is_link(next, url)) {
            words.push_str(&marked(next));
        }
        let class = class(url);
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        out.push_str(&format!("<a{class} href=\"{}\">{words}</a>", escaped(&address(url))));
    }
    out
}

/// Returns an address in the form that HTML accepts: without blanks.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '\t' | '\n' | '\r' => {}
            '\\' => out.push_str("%5C"),
            '|' | '^' | '`' | '{' | '}' | '<' | '>' | '"' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Returns whether an address leads to a place or a person; others could run something.
fn is_safe(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:", "sms:"].iter().any(|scheme| lower.starts_with(scheme))
}

fn is_link(piece: &Piece, url: &str) -> bool {
    matches!(piece, Piece::Run(run) if run.link.as_deref() == Some(url))
}

fn marked(run: &Run) -> String {
    let Marks { strong, emphasis, code, strike, underline, superscript, subscript } = run.marks;
    let mut out = escaped(&run.text);
    let tags = [
        (code, "code"),
        (subscript, "sub"),
        (superscript, "sup"),
        (underline, "u"),
        (emphasis, "em"),
        (strong, "strong"),
        (strike, "s"),
    ];
    for (_, tag) in tags.iter().filter(|(on, _)| *on) {
        out = match *tag {
            "em" if is_dotted(&run.text) => format!("<em class=\"dots\">{out}</em>"),
            tag => format!("<{tag}>{out}</{tag}>"),
        };
    }
    match &run.lang {
        Some(lang) => format!("<span lang=\"{}\">{out}</span>", escaped(lang)),
        None => out,
    }
}

/// Returns whether emphasis is dots under the characters: Han is never slanted. A whole line gets none.
fn is_dotted(text: &str) -> bool {
    text.chars().any(is_wide) && text.chars().count() <= 12
}
