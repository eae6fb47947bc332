//! Resumx's syntax of tags, languages and variables, read as the equivalent comments (its guide: Tags,
//! Multi-Language Output, Views): `{.@backend}`, `[text]{lang=en}`, `::: {lang=fr}`, `{{ tagline }}`.

use std::ops::Range;

use super::FrontMatter;
use super::views::{folded, is_language};

/// The result of reading a text.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The replacements, in order.
    pub edits: Vec<(Range<usize>, String)>,
    /// The languages in order.
    pub languages: Vec<String>,
}

/// Reads this syntax in a text from an offset on.
pub(super) fn read(text: &str, from: usize, front: &FrontMatter) -> Read {
    let mut read = Read::default();
    if !text.contains('{') {
        return read;
    }
    let lines = lines(text, from);
    for line in &lines {
        languages(&masked(&text[line.clone()]), &mut read.languages);
    }
    let mut open: Vec<Vec<&str>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at].clone();
        let bare = text[line.clone()].trim();
        if bare.starts_with(":::") {
            fence(bare, line, &mut open, &mut read.edits);
            at += 1;
            continue;
        }
        // A line continued in brackets or braces is one line, broken off.
        let more = lines[at + 1..]
            .iter()
            .take_while(|next| text[(*next).clone()].trim_start().starts_with(['[', '{']));
        let end = at + more.count();
        let unit = line.start..lines[end].end;
        if masked(&text[unit.clone()]).contains('{') {
            self::unit(text, unit, front, &mut read);
        }
        at = end + 1;
    }
    read.edits.sort_by_key(|(range, _)| range.start);
    read
}

/// Returns the lines outside code blocks, without their ends.
fn lines(text: &str, from: usize) -> Vec<Range<usize>> {
    let (mut at, mut fenced, mut lines) = (from, false, Vec::new());
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let mark = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= mark;
        if !fenced && !mark {
            lines.push(start..start + line.trim_end().len());
        }
    }
    lines
}

/// Returns a line of the same length with blanks in place of code.
fn masked(line: &str) -> String {
    let mut code = false;
    let mask = |c: char| {
        code ^= c == '`';
        if code || c == '`' { " ".repeat(c.len_utf8()) } else { c.to_string() }
    };
    line.chars().map(mask).collect()
}

/// The words between braces: tags, a language, others.
#[derive(Debug, Default)]
struct Attributes<'a> {
    tags: Vec<&'a str>,
    lang: Option<&'a str>,
}

/// Reads `.@backend .@web/react lang=fr`; returns `None` if there is neither a tag nor a language.
fn attributes(inside: &str) -> Option<Attributes<'_>> {
    let mut found = Attributes::default();
    for word in inside.split_whitespace() {
        match (word.strip_prefix(".@"), word.split_once('=')) {
            (Some(tag), _) if !tag.is_empty() => found.tags.push(tag),
            (_, Some(("lang", tag))) => {
                let tag = tag.trim_matches(['"', '\'']);
                found.lang = is_language(tag).then_some(tag);
            }
            (_, Some(_)) => {}
            _ if word.starts_with(['.', '#']) => {}
            _ => return None,
        }
    }
    (!found.tags.is_empty() || found.lang.is_some()).then_some(found)
}

impl Attributes<'_> {
    /// Returns the equivalent comments.
    fn comments(&self) -> String {
        let tags = (!self.tags.is_empty()).then(|| format!(" <!-- tags: {} -->", self.tags.join(", ")));
        let lang = self.lang.map(|lang| format!(" <!-- lang: {lang} -->"));
        tags.into_iter().chain(lang).collect()
    }
}

fn languages(line: &str, found: &mut Vec<String>) {
    for part in line.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
        if let Some(lang) = attributes(part).and_then(|attributes| attributes.lang)
            && !found.iter().any(|known| known.eq_ignore_ascii_case(lang))
        {
            found.push(lang.to_owned());
        }
    }
}

/// Reads `::: {.@backend}`, `::: {lang=fr}` and the `:::` that ends it.
fn fence<'a>(
    bare: &'a str,
    line: Range<usize>,
    open: &mut Vec<Vec<&'a str>>,
    edits: &mut Vec<(Range<usize>, String)>,
) {
    let rest = bare.trim_start_matches(':').trim();
    if rest.is_empty() {
        let closing: String =
            open.pop().unwrap_or_default().iter().map(|word| format!("<!-- {word} -->")).collect();
        if !closing.is_empty() {
            edits.push((line, closing));
        }
        return;
    }
    let inside = rest.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let Some(said) = inside.and_then(attributes) else {
        open.push(Vec::new());
        return;
    };
    let (mut words, mut opening) = (Vec::new(), String::new());
    if !said.tags.is_empty() {
        opening += &format!("<!-- only: {} -->", said.tags.join(", "));
        words.push("/only");
    }
    if let Some(lang) = said.lang {
        opening += &format!("{}<!-- lang: {lang} -->", if opening.is_empty() { "" } else { "\n\n" });
        words.insert(0, "/lang");
    }
    edits.push((line, opening));
    open.push(words);
}

/// A bracketed part of a line with its language.
struct Spoken<'a> {
    range: Range<usize>,
    words: &'a str,
    lang: &'a str,
}

/// Reads a line, or several that are one.
fn unit(text: &str, unit: Range<usize>, front: &FrontMatter, read: &mut Read) {
    let line = &text[unit.clone()];
    let mask = masked(line);
    let end = mask.trim_end().len();
    let open = mask[..end].rfind('{').filter(|_| mask[..end].ends_with('}'));
    // Directly after a bracket it applies to that.
    let last = open.filter(|open| mask[..*open].ends_with(char::is_whitespace));
    let mut trailing = last.and_then(|open| Some((open, attributes(&line[open + 1..end - 1])?)));
    // If all is in one language, it makes no difference.
    if let Some((_, said)) = trailing.as_mut().filter(|_| read.languages.len() < 2) {
        said.lang = None;
    }
    let stop = trailing.as_ref().map_or(line.len(), |(open, _)| line[..*open].trim_end().len());
    let comments = trailing.as_ref().map(|(_, said)| said.comments()).unwrap_or_default();
    let spoken = spoken(line, &mask, stop);
    if spoken.is_empty() {
        if trailing.is_some() {
            read.edits.push((unit.start + stop..unit.start + end, comments));
        }
        variables(&mask[..stop], unit.start, front, &mut read.edits);
        return;
    }
    let begin = line.len() - marker(line).len();
    let variant = |language: &str| -> String {
        let (mut out, mut at) = (String::new(), begin);
        for part in &spoken {
            out += &line[at..part.range.start];
            out += if part.lang.eq_ignore_ascii_case(language) { part.words } else { "" };
            at = part.range.end;
        }
        out += &line[at..stop];
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let variants: Vec<(&String, String)> = read
        .languages
        .iter()
        .map(|language| (language, variant(language)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let Some(((first, base), others)) = variants.split_first() else { return };
    let mut with = base.clone();
    if others.is_empty() && read.languages.len() > 1 {
        with += &format!(" <!-- lang: {first} -->");
    }
    let other = |(language, words): &(&String, String)| format!(" <!-- {language}: {words} -->");
    with.extend(others.iter().filter(|(_, words)| words != base).map(other));
    read.edits.push((unit.start + begin..unit.start + end, with + &comments));
}

/// Returns a line without the markers of a heading, an item or a quotation.
fn marker(line: &str) -> &str {
    let mut rest = line.trim_start();
    loop {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let next = match rest.chars().next() {
            Some('#') => rest.trim_start_matches('#'),
            Some('-' | '*' | '+' | '>') => &rest[1..],
            _ if digits.len() < rest.len() && digits.starts_with(['.', ')']) => &digits[1..],
            _ => return rest,
        };
        if !next.starts_with(' ') {
            return rest;
        }
        rest = next.trim_start();
    }
}

/// Returns the parts of a line such as `[text]{lang=en}`, in order.
fn spoken<'a>(line: &'a str, mask: &str, stop: usize) -> Vec<Spoken<'a>> {
    let mut found: Vec<Spoken> = Vec::new();
    for (close, _) in mask[..stop].match_indices("]{") {
        let Some(end) = mask[close..stop].find('}').map(|length| close + length) else { continue };
        let Some(lang) = attributes(&line[close + 2..end]).and_then(|said| said.lang) else { continue };
        let mut depth = 0;
        let open = mask[..close].char_indices().rev().find(|(_, c)| {
            depth += i32::from(*c == ']') - i32::from(*c == '[');
            depth < 0
        });
        let Some((open, _)) = open else { continue };
        if found.last().is_none_or(|last| last.range.end <= open) {
            found.push(Spoken { range: open..end + 1, words: &line[open + 1..close], lang });
        }
    }
    found
}

/// Reads `{{ tagline }}`, if a view or the front matter has a value for it.
fn variables(mask: &str, base: usize, front: &FrontMatter, edits: &mut Vec<(Range<usize>, String)>) {
    for (open, _) in mask.match_indices("{{") {
        let Some(end) = mask[open..].find("}}").map(|length| open + length) else { continue };
        let name = mask[open + 2..end].trim();
        let is = |(known, _): &&(super::Value, super::Value)| folded(&known.text) == folded(name);
        let usual = front.vars.iter().find(is).map(|(_, value)| value.text.as_str());
        let known = usual.is_some() || front.views.iter().flat_map(|view| &view.vars).any(|var| is(&var));
        if known {
            // An empty comment prints nothing.
            let usual = usual.unwrap_or("<!-- -->");
            edits.push((base + open..base + end + 2, format!("<!-- var: {name} -->{usual}<!-- /var -->")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(text: &str) -> String {
        let mut out = text.to_owned();
        for (range, with) in read(text, 0, &FrontMatter::default()).edits.into_iter().rev() {
            out.replace_range(range, &with);
        }
        out
    }

    #[test]
    fn tags_and_languages_become_comments() {
        for (text, want) in [
            ("- A {.@back}\n", "- A <!-- tags: back -->\n"),
            ("## A {.@x .@y/z .wide}\n", "## A <!-- tags: x, y/z -->\n"),
            (
                "- A {lang=fr .@x}\n- B {lang=en}\n",
                "- A <!-- tags: x --> <!-- lang: fr -->\n- B <!-- lang: en -->\n",
            ),
            ("- A {lang=fr .@x}\n- B {lang=fr}\n", "- A <!-- tags: x -->\n- B\n"),
            ("## [A]{lang=en} [B]{lang=fr}\n", "## A <!-- fr: B -->\n"),
            ("- [A]{lang=en}\n  [B]{lang=fr}\n  {.@x}\n- C\n", "- A <!-- fr: B --> <!-- tags: x -->\n- C\n"),
            ("- at [A]{lang=en} [B]{lang=fr}, 2\n", "- at A , 2 <!-- fr: at B, 2 -->\n"),
            (
                "::: {lang=fr}\n- A\n:::\n[B]{lang=en}\n",
                "<!-- lang: fr -->\n- A\n<!-- /lang -->\nB <!-- lang: en -->\n",
            ),
            ("::: {.@x}\n\nA\n\n:::\n", "<!-- only: x -->\n\nA\n\n<!-- /only -->\n"),
            ("::: {.grid}\nA\n:::\n", "::: {.grid}\nA\n:::\n"),
            ("`a {.@x}`\n", "`a {.@x}`\n"),
            ("```\n- A {.@x}\n```\n", "```\n- A {.@x}\n```\n"),
            ("- A {.wide}\n- {{ b }}\n- a {b}\n", "- A {.wide}\n- {{ b }}\n- a {b}\n"),
        ] {
            assert_eq!(read_as(text), want, "{text}");
        }
    }
}
