//! Where a front matter begins and ends, and its notation.

use std::ops::Range;

use super::keys;

/// A possible front matter, whose inside has yet to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fenced {
    /// The notation in which it is written.
    pub notation: Notation,
    /// The bytes between the fences; including the braces, if those are the fences.
    pub inside: Range<usize>,
    /// The offset after all of it.
    pub end: usize,
}

/// The notations of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines, as in Hugo.
    Toml,
    /// `{ … }` at the very top, as in Hugo.
    Json,
    /// Between `;;;` lines and without braces, as in Hexo.
    Bare,
}

/// The longest JSON that is searched for its end.
const MOST_JSON: usize = 64 << 10;
/// The most lines of a front matter without an opening line.
const MOST_LINES: usize = 40;

/// Returns the possible front matter of a text.
pub fn find(text: &str) -> Option<Fenced> {
    let start: usize =
        text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let first = text[start..].split_inclusive('\n').next()?;
    let open = start + first.len();
    match first.trim_end() {
        "---" | "--- yaml" | "---yaml" => closed(text, Notation::Yaml, open, &["---", "..."]),
        "+++" => closed(text, Notation::Toml, open, &["+++"]),
        "---toml" | "--- toml" => closed(text, Notation::Toml, open, &["---"]),
        "---json" | "--- json" => closed(text, Notation::Json, open, &["---"]),
        ";;;" => closed(text, Notation::Bare, open, &[";;;"]),
        line if line.starts_with('{') => braces(text, start),
        _ => unopened(text, start).or_else(|| unfenced(text, start)),
    }
}

/// Returns the block up to its closing line.
fn closed(text: &str, notation: Notation, open: usize, marks: &[&str]) -> Option<Fenced> {
    let mut at = open;
    for line in text[open..].split_inclusive('\n') {
        let next = at + line.len();
        if marks.contains(&line.trim_end()) {
            return Some(Fenced { notation, inside: open..at, end: next });
        }
        at = next;
    }
    None
}

/// Returns the object that a text begins with; nothing but blanks may follow on its last line.
fn braces(text: &str, start: usize) -> Option<Fenced> {
    if !text[start + 1..].trim_start().starts_with('"') {
        return None;
    }
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text[start..].bytes().take(MOST_JSON).enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let end = start + at + 1;
            let rest = text[end..].split_inclusive('\n').next().unwrap_or_default();
            let end = end + rest.len();
            // Without text after it, it is a JSON file.
            let alone = rest.trim().is_empty() && !text[end..].trim().is_empty();
            return alone.then_some(Fenced { notation: Notation::Json, inside: start..end, end });
        }
    }
    None
}

/// Returns the lines above the first `---`, if all of them have known keys: Hexo needs no opening line. (To
/// Markdown they would be a heading with a line under it.)
fn unopened(text: &str, start: usize) -> Option<Fenced> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n').take(MOST_LINES) {
        let next = at + line.len();
        if line.trim_end() == "---" {
            return (at > start).then_some(Fenced { notation: Notation::Yaml, inside: start..at, end: next });
        }
        if !is_known(line) {
            return None;
        }
        at = next;
    }
    None
}

/// Returns the lines above the first blank one, if the first is the title of the page, all have known keys, and one
/// of these belongs to a site generator or a converter: Pelican and MultiMarkdown need no fence at all.
fn unfenced(text: &str, start: usize) -> Option<Fenced> {
    let mut at = start;
    let mut of_site = false;
    for line in text[start..].split_inclusive('\n').take(MOST_LINES) {
        if line.trim().is_empty() {
            let found = Fenced { notation: Notation::Yaml, inside: start..at, end: at + line.len() };
            return of_site.then_some(found);
        }
        let meaning = keys::meaning(line.split_once(':')?.0);
        let first = at > start || meaning == Some(keys::Meaning::Title);
        of_site |= matches!(meaning, Some(keys::Meaning::Site | keys::Meaning::Print));
        if !first || !is_known(line) {
            return None;
        }
        at += line.len();
    }
    None
}

/// Returns whether a line is `key: value` with a known key, or continues such a line.
fn is_known(line: &str) -> bool {
    if line.starts_with([' ', '\t', '-', '#']) {
        return line.starts_with("  ") || line.trim_start().starts_with("- ");
    }
    line.split_once(": ")
        .is_some_and(|(key, value)| keys::meaning(key).is_some() && !value.contains(['|', '：', '｜', '·']))
        || line.trim_end().strip_suffix(':').is_some_and(|key| keys::meaning(key).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Option<(Notation, &str, &str)> {
        find(text).map(|found| (found.notation, &text[found.inside], &text[found.end..]))
    }

    #[test]
    fn every_notation_has_its_fences() {
        use Notation::{Bare, Json, Toml, Yaml};
        for (text, want) in [
            ("---\na: 1\n---\nb", Some((Yaml, "a: 1\n", "b"))),
            ("\n\n---  \na: 1\n...\nb", Some((Yaml, "a: 1\n", "b"))),
            ("---\n---\nb", Some((Yaml, "", "b"))),
            ("+++\na = 1\n+++\nb", Some((Toml, "a = 1\n", "b"))),
            ("---toml\na = 1\n---\nb", Some((Toml, "a = 1\n", "b"))),
            (";;;\n\"a\": 1\n;;;\nb", Some((Bare, "\"a\": 1\n", "b"))),
            ("{\n\"a\": \"}\\\"{\"}\nb", Some((Json, "{\n\"a\": \"}\\\"{\"}\n", "b"))),
            ("title: a\ntags:\n- b\ndate: c\n---\nd", Some((Yaml, "title: a\ntags:\n- b\ndate: c\n", "d"))),
            ("Title: a\nSlug: b\n\nc", Some((Yaml, "Title: a\nSlug: b\n", "c"))),
            (
                "title: a\nauthor: b\nDate: 2020-01-01\n \nc",
                Some((Yaml, "title: a\nauthor: b\nDate: 2020-01-01\n", "c")),
            ),
            ("Title: a\nEmail: b@example.com\n\nc", None),
            ("Date: 2020\nTitle: a\n\nc", None),
            ("Title: a\nStatus: b\nsome text\n\nc", None),
            ("Title: a\nStatus: b\n", None),
            ("{{ a }}\nb", None),
            ("{\"a\": 1} b\n", None),
            ("{\"a\": 1}\n\n", None),
            ("{\"a\": 1\n", None),
            ("---\na: 1\n", None),
            ("职责: 开发\n---\n", None),
            ("email: a@b.cn | phone: 1\n---\n", None),
        ] {
            assert_eq!(inside(text), want, "{text:?}");
        }
    }
}
