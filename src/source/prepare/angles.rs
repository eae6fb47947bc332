//! Types in angle brackets, as programmers write them: `List<Map>`, `vector<int>`. Markdown takes them for tags,
//! which would not be visible.

use std::collections::BTreeSet;

use super::lines::{self, Line};
use super::{Edit, Repairs};
use crate::source::html::{self, Kind, Tag};

/// The longest name of a type, in bytes.
const LONGEST: usize = 40;

/// Turns a tag directly after a word into text, if nothing closes it and HTML does not know it.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let mut closed: Option<BTreeSet<String>> = None;
    for line in lines {
        let text = &source[line.range.clone()];
        if !text.contains('<') {
            continue;
        }
        let spans = lines::code_spans(text);
        for (at, _) in text.match_indices('<') {
            let behind_word = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let Some(name) = name_in(&text[at + 1..]).filter(|_| behind_word) else { continue };
            let closed = closed.get_or_insert_with(|| closed_names(source));
            if is_text(name) && !closed.contains(&name.to_ascii_lowercase()) && !lines::inside(&spans, at) {
                let at = line.range.start + at;
                found.edits.push(Edit::text(at..at + 1, "&lt;"));
            }
        }
    }
}

/// Returns the name between a bracket and the next: a single word.
fn name_in(text: &str) -> Option<&str> {
    let len = text.bytes().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    let name = &text[..len];
    (text[len..].starts_with('>') && name.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(name)
}

/// Returns the names of all closing tags, in lower case.
fn closed_names(source: &str) -> BTreeSet<String> {
    let name = |(at, _)| name_in(&source[at + 2..]).map(str::to_ascii_lowercase);
    source.match_indices("</").filter_map(name).collect()
}

/// Returns whether a name in brackets is that of a type: HTML has no element with this name, or writes it in lower
/// case.
fn is_text(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let kind = html::kind(&Tag { name: lower.clone(), ..Tag::default() });
    // These need no closing tag.
    let lone =
        html::is_void(&lower) || matches!(lower.as_str(), "p" | "li" | "dt" | "dd" | "td" | "th" | "tr");
    let capital = name.starts_with(|c: char| c.is_ascii_uppercase());
    let camel = capital && (name.len() == 1 || name.contains(|c: char| c.is_ascii_lowercase()));
    !lone && (kind == Kind::Unknown || camel)
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn types_in_angle_brackets_are_text() {
        for (source, want) in [
            ("用List<Map>封装", "用List&lt;Map>封装"),
            ("vector<int> 与 map<string, vector<int>>", "vector&lt;int> 与 map<string, vector&lt;int>>"),
            ("returns Promise<string> here", "returns Promise&lt;string> here"),
            ("Vec<u8>、Option<T>、List<A>", "Vec&lt;u8>、Option&lt;T>、List&lt;A>"),
            ("Observable<Button>", "Observable&lt;Button>"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn tags_stay_tags() {
        for source in [
            "甲<br>乙",
            "甲<BR>乙",
            "甲<b>乙</b>",
            "甲<badge>乙</badge>",
            "甲<font color=red>乙",
            "`List<Map>`",
            "甲 <foo>",
            "甲<P>乙",
            "a < b and c<d",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
