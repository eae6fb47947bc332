//! Leftovers of other tools that no reader should see: template tags of Jekyll and Hugo, imports and tables of
//! contents of Markdown previewers, attribute lists of kramdown.

mod at_words;
mod codes;
mod positions;
mod wiki;

use std::ops::Range;

use super::lines::{self, Line};
use super::{NoteKind, Repairs};
use crate::source::chars::is_private_use;

/// The longest short code whose attributes are read, in bytes.
const LONGEST_CODE: usize = 400;

/// Removes them.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    codes::find(source, lines, found);
    at_words::find(source, lines, found);
    let positions = positions::find(source, lines, found);
    wiki::find(source, lines, found);
    for (nth, line) in lines.iter().enumerate() {
        // Directly after another tag a style sheet would end at its first empty line.
        let sheet = ["<style", "<script"].iter().any(|tag| line.text(source).starts_with(tag));
        if sheet && !line.after_blank {
            found.edits.push(super::Edit::text(line.range.start..line.range.start, "\n"));
        }
        // `* Table of contents` over `{:toc}`: kramdown replaces it by a list.
        if line.text(source) == "{:toc}"
            && let Some(item) = nth.checked_sub(1).map(|before| &lines[before])
            && is_item(item.text(source))
        {
            found.leave_out(item.range.clone(), NoteKind::Leftover);
        }
        // The end of a fence directly after a list would be read as its last words.
        let behind_item = nth > 0 && !line.after_blank && is_item(lines[nth - 1].text(source));
        if behind_item && line.text(source).len() >= 3 && line.text(source).bytes().all(|b| b == b':') {
            found.edits.push(super::Edit::text(line.range.clone(), ""));
            continue;
        }
        if is_directive(line.text(source))
            || is_abbreviation(line.text(source))
            || is_import(line.text(source))
        {
            found.leave_out(line.range.clone(), NoteKind::Leftover);
            continue;
        }
        let text = &source[line.range.clone()];
        if is_drawn_rule(text.trim()) {
            found.edits.push(super::Edit::text(line.range.clone(), "***"));
            continue;
        }
        if text.contains("[cite") {
            citations(text, line.range.start, found);
        }
        parted_links(text, line.range.start, found);
        glyphs_of_icon_fonts(text, line.range.start, found);
        if !text.contains('{') {
            continue;
        }
        let spans = lines::code_spans(text);
        if let Some(start) = anchor(text) {
            found.edits.push(super::Edit::text(line.range.start + start..line.range.end, ""));
        }
        for tag in tags(text) {
            // In the target of a picture or a link it stands for a folder, which is handled elsewhere.
            let before = &text[..tag.start];
            let target = before.ends_with(['"', '\'', '=']) && before.contains('<') || before.ends_with("](");
            // With a blank in it the target of a link is invalid in Markdown.
            let torn =
                before.ends_with("](") && text[tag.clone()].contains(' ') && text[tag.end..].contains(')');
            // `<a href="{{ 'https://example.com' | url }}">`: what the filter is given is the address.
            if target
                && before.ends_with(['"', '\''])
                && let Some(address) = address_of(&text[tag.clone()])
            {
                let at = line.range.start + tag.start;
                found.edits.push(super::Edit::text(at..at + address.start, ""));
                found.edits.push(super::Edit::text(at + address.end..line.range.start + tag.end, ""));
                continue;
            }
            let entry =
                positions.binary_search_by_key(&(line.range.start + tag.start), |code| code.start).is_ok();
            if lines::inside(&spans, tag.start) || target && !torn || entry {
                continue;
            }
            if torn {
                let range = line.range.start + tag.start..line.range.start + tag.end;
                found.edits.push(super::Edit::text(range, ""));
                continue;
            }
            // An address that a tool would have completed is useless without the rest.
            let address =
                text[..tag.start].rfind(|c: char| c.is_whitespace() || "<([|｜,，;；：".contains(c));
            let address = address.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            let head = &text[address..tag.start];
            let torn_off = text[tag.clone()].starts_with("{{")
                && !head.contains([')', ']'])
                && ["http://", "https://", "mailto:"].iter().any(|lead| head.starts_with(lead));
            let from = if torn_off { address } else { tag.start };
            let range = line.range.start + from..line.range.start + tag.end;
            if text[tag.clone()].starts_with("{:") {
                // Attributes of kramdown are markup, and need no note.
                found.edits.push(super::Edit::text(range, ""));
            } else if let Some(dates) = dates_of(&text[tag]) {
                let blank = if before.ends_with([' ', '\t']) { "" } else { " " };
                found.edits.push(super::Edit::text(range, format!("{blank}{dates}")));
            } else {
                found.leave_out(range, NoteKind::Leftover);
            }
        }
    }
}

/// Removes `[cite: 12, 13]`, `[cite_start]`: left by chatbots in copied text.
fn citations(text: &str, at: usize, found: &mut Repairs) {
    let spans = lines::code_spans(text);
    for (start, _) in text.match_indices("[cite") {
        let Some(len) = text[start..].find(']') else { continue };
        let inner = &text[start + "[cite".len()..start + len];
        let number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–');
        let cites = inner == "_start"
            || inner == "_end"
            || inner.strip_prefix(':').is_some_and(|list| !list.is_empty() && list.chars().all(number));
        let end = start + len + 1;
        if cites && !text[end..].starts_with('(') && !lines::inside(&spans, start) {
            found.leave_out(at + start..at + end, NoteKind::Leftover);
        }
    }
}

/// Returns whether a whole line is only meant for a tool: `@import "a.css"`, `[TOC]`.
fn is_directive(text: &str) -> bool {
    let import = text.strip_prefix("@import").or_else(|| text.strip_prefix("@charset"));
    if import.is_some_and(|rest| rest.trim_start().starts_with(['"', '\'', '<']) || rest.starts_with(" url("))
    {
        return true;
    }
    if let Some(field) = text.strip_prefix(".. ") {
        return is_field(field);
    }
    if !text.starts_with(['[', '@', '$', '{', '\\', '%']) {
        return false;
    }
    is_contents_mark(text)
}

/// `import Card from './card';`, `import "./a.css"`, `export const meta = {};`: what a page of MDX begins with.
fn is_import(text: &str) -> bool {
    let quoted = |text: &str| {
        let text = text.trim().trim_end_matches(';').trim_end();
        text.len() > 2
            && ['"', '\''].iter().any(|quote| text.starts_with(*quote) && text.ends_with(*quote))
            && !text[1..text.len() - 1].contains(['"', '\'', ' '])
    };
    if let Some(rest) = text.strip_prefix("import ") {
        return quoted(rest) || rest.rsplit_once(" from ").is_some_and(|(_, file)| quoted(file));
    }
    let exported = text.strip_prefix("export ").unwrap_or_default();
    ["const ", "default ", "let "].iter().any(|word| exported.starts_with(word)) && text.ends_with([';', '}'])
}

/// Returns whether a line asks a tool for a table of contents: `[TOC]`.
pub(super) fn is_contents_mark(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "[toc]" | "[[toc]]" | "[[_toc_]]" | "@[toc]" | "${toc}" | "{:toc}" | "\\tableofcontents" | "%toc%"
    ) || (lower.starts_with("@[toc](") && lower.ends_with(')'))
}

/// Returns whether a line is a field of Nikola or reStructuredText: `.. tags: baking, bread`, `.. contents::`.
fn is_field(text: &str) -> bool {
    let name = text.split(':').next().unwrap_or_default();
    let plain = |b: u8| b.is_ascii_lowercase() || matches!(b, b'-' | b'_');
    !name.is_empty() && name.len() < text.len() && name.bytes().all(plain)
}

/// Returns whether a line begins an item of a list.
fn is_item(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    ["* ", "- ", "+ "].iter().any(|mark| text.starts_with(mark))
        || number.len() < text.len() && number.starts_with(". ")
}

/// Returns whether a line defines an abbreviation for web pages: `*[HTML]: Hyper Text Markup Language`.
fn is_abbreviation(text: &str) -> bool {
    let Some((key, meaning)) = text.strip_prefix("*[").and_then(|rest| rest.split_once("]:")) else {
        return false;
    };
    (1..=40).contains(&key.chars().count())
        && !key.contains(['[', ']', '*'])
        && meaning.starts_with([' ', '\t'])
        && !meaning.contains('*')
}

/// Returns the dates that a short code gives: `{{< right from="Mar. 2024" to="Present" >}}` is `Mar. 2024 – Present`.
fn dates_of(tag: &str) -> Option<String> {
    if tag.len() > LONGEST_CODE || !(tag.starts_with("{{<") || tag.starts_with("{{%")) {
        return None;
    }
    let plain = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '/' | '-' | '–' | '—' | '\'');
    let value = |names: &[&str]| {
        let mut hits = names.iter().flat_map(|name| tag.match_indices(*name).map(move |(at, _)| (at, name)));
        hits.find_map(|(at, name)| {
            let apart = tag[..at].ends_with(char::is_whitespace);
            let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
            let quote = rest.chars().next().filter(|c| apart && matches!(c, '"' | '\''))?;
            let value = rest[1..].split_once(quote)?.0.trim();
            (!value.is_empty() && value.chars().all(|c| plain(&c))).then(|| value.to_owned())
        })
    };
    let (from, to) = (value(&["from", "start", "begin"]), value(&["to", "end", "until"]));
    match (from, to) {
        (Some(from), Some(to)) => Some(format!("{from} – {to}")),
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => value(&["dates", "date", "period", "year"]),
    }
    .filter(|dates| dates.contains(|c: char| c.is_ascii_digit()))
}

/// Returns the bytes of the address that a tag of Liquid hands to its filter: `{{ 'https://example.com' | url }}`.
fn address_of(tag: &str) -> Option<Range<usize>> {
    let inner = tag.strip_prefix("{{")?;
    let quote = inner.trim_start().chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let start = tag.find(quote)? + 1;
    let len = tag[start..].find(quote)?;
    let address = &tag[start..start + len];
    let rest = tag[start + len + 1..].trim_start();
    let plain = !address.contains(char::is_whitespace) && (rest.starts_with('|') || rest.starts_with('}'));
    let absolute = ["https://", "http://", "mailto:", "tel:"].iter().any(|lead| address.starts_with(lead));
    (plain && absolute).then_some(start..start + len)
}

/// `────────`: a line drawn with characters.
fn is_drawn_rule(text: &str) -> bool {
    text.chars().count() >= 3 && text.chars().all(|c| matches!(c, '─' | '━' | '═' | '┄' | '┈' | '＿' | '—'))
}

/// Removes the blank that breaks a link: `[主页] (https://…)`.
fn parted_links(text: &str, base: usize, found: &mut Repairs) {
    for (at, _) in text.match_indices("] (http") {
        found.edits.push(super::Edit::text(base + at + 1..base + at + 2, ""));
    }
}

/// Removes private-use characters, which are glyphs of icon fonts: no other font can draw them. The first is
/// reported.
fn glyphs_of_icon_fonts(text: &str, base: usize, found: &mut Repairs) {
    if text.is_ascii() {
        return;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| is_private_use(*c)) {
        let range = base + at..base + at + c.len_utf8();
        found.edits.push(super::Edit::text(range.clone(), ""));
        if !found.notes.iter().any(|note| note.kind == NoteKind::Glyph) {
            found.notes.push(super::Note { range, kind: NoteKind::Glyph });
        }
    }
}

/// Returns where the anchor that ends a line begins: `## 简介 {#profile}`. It is markup, and needs no note.
fn anchor(text: &str) -> Option<usize> {
    // `# 简介 {-}`, `# Skills {.unnumbered}`: pandoc's, after titles.
    let title = text.trim_start().starts_with('#') && text.ends_with('}');
    if let Some(open) = text.rfind(" {").filter(|_| title) {
        let name = text[open + 2..text.len() - 1].trim();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '#' | '=' | '"');
        if name == "-" || name.starts_with('.') && name.chars().all(plain) {
            return Some(text[..open].trim_end().len());
        }
    }
    let open = text.rfind("{#").filter(|_| text.ends_with('}'))?;
    let name = &text[open + 2..text.len() - 1];
    let plain = !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | ':'));
    plain.then(|| text[..open].trim_end().len())
}

/// Returns the template tags and attribute lists of a line: `{% … %}`, `{{ … }}`, `{{< … >}}`, `{: … }`, `{:.x}`.
/// Linear: an opening without its end ends the search for that kind.
fn tags(text: &str) -> Vec<Range<usize>> {
    const PAIRS: [(&str, &str); 3] = [("{%", "%}"), ("{{", "}}"), ("{:", "}")];
    let mut found = Vec::new();
    let (mut at, mut open) = (0, [true; 3]);
    while let Some(hit) = text[at..].find('{') {
        let start = at + hit;
        let rest = &text[start..];
        let pair = PAIRS.iter().zip(&mut open).find(|((begin, _), open)| **open && rest.starts_with(begin));
        let Some(((begin, end), open)) = pair else {
            at = start + 1;
            continue;
        };
        match rest[begin.len()..].find(end) {
            Some(len) => {
                at = start + begin.len() + len + end.len();
                found.push(start..at);
            }
            None => {
                *open = false;
                at = start + 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn tags_and_lines_of_tools_are_left_out() {
        for (source, want) in [
            ("@import \"resume.css\"\n甲", "\n甲"),
            ("[TOC]\n\n# 甲", "\n\n# 甲"),
            (".. title: 甲\n.. tags: 乙, 丙\n\n# 甲", "\n\n\n# 甲"),
            (".. contents::\n甲", "\n甲"),
            ("{% include base_path %}\n甲", "\n甲"),
            ("## 甲 {{ site.name }} 乙", "## 甲  乙"),
            ("{{< figure src=\"a\" >}}", ""),
            ("甲\n{: .no_toc}\n", "甲\n\n"),
            ("# 甲{:toc}", "# 甲"),
            ("## 简介 {#profile}", "## 简介"),
            ("# Skills {-}", "# Skills"),
            ("## 技能 {.unnumbered .unlisted}", "## 技能"),
            ("* Table of contents\n{:toc}\n", "\n\n"),
            ("- 甲\n:::\n乙", "- 甲\n\n乙"),
            ("[甲]({{ site.url }}/a.pdf)", "[甲](/a.pdf)"),
            ("甲\u{e60f}乙", "甲乙"),
            ("甲\u{F0E0F}乙\u{100123}", "甲乙"),
            ("- \u{F095} 甲", "-  甲"),
            ("@[toc](目录)\n甲", "\n甲"),
            ("甲 [cite: 12, 13]，乙[cite_start]丙", "甲 ，乙丙"),
            ("*[HTML]: Hyper Text Markup Language\n*[某大]: 某某大学\n甲", "\n\n甲"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn short_codes_give_their_dates() {
        for (source, want) in [
            ("甲 {{< right-align from=\"Mar. 2024\" to=\"Present\" >}}", "甲 Mar. 2024 – Present"),
            ("甲{{< job start='2019-03' end='2020-01' >}}", "甲 2019-03 – 2020-01"),
            ("{{% when date=\"2021\" %}} 甲", " 2021 甲"),
            ("甲 {{< mail to=\"a@example.com\" >}}", "甲 "),
            ("甲 {{< go to=\"end\" >}}", "甲 "),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn what_is_text_stays() {
        for source in [
            "`{{ x }}` 模板",
            "*[甲]: 乙*",
            "熟悉 {{",
            "@import 语法",
            ".. 甲：乙",
            "..and so on: 甲",
            "a {x} b",
            "# a {x}",
            "甲 {-}",
            "{% 甲",
            "TOC 报告",
            "甲 [cite] 乙",
            "[cite: 1](https://example.com)",
            "```\n{% x %}\n```",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
