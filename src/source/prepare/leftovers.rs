//! What other tools left in the text and no reader should see: template tags of Jekyll and Hugo,
//! imports and tables of contents of Markdown previewers, attribute lists of kramdown.

use std::ops::Range;

use super::lines::{self, Line};
use super::{NoteKind, Repairs};
use crate::source::chars::is_private_use;

/// Leaves them out.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for line in lines {
        if is_directive(line.text(source)) {
            found.leave_out(line.range.clone(), NoteKind::Leftover);
            continue;
        }
        let text = &source[line.range.clone()];
        if is_drawn_rule(text.trim()) {
            found.edits.push(super::Edit::text(line.range.clone(), "***"));
            continue;
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
            // In the name of a picture or a link it stands for a folder, which is looked after elsewhere.
            let before = &text[..tag.start];
            let target = before.ends_with(['"', '\'', '=']) && before.contains('<') || before.ends_with("](");
            if lines::inside(&spans, tag.start) || target {
                continue;
            }
            let range = line.range.start + tag.start..line.range.start + tag.end;
            if text[tag].starts_with("{:") {
                // Attributes of kramdown are markup, and need no word.
                found.edits.push(super::Edit::text(range, ""));
            } else {
                found.leave_out(range, NoteKind::Leftover);
            }
        }
    }
}

/// Tells whether a whole line only speaks to a tool: `@import "a.css"`, `[TOC]`.
fn is_directive(text: &str) -> bool {
    let import = text.strip_prefix("@import").or_else(|| text.strip_prefix("@charset"));
    if import.is_some_and(|rest| rest.trim_start().starts_with(['"', '\'', '<']) || rest.starts_with(" url("))
    {
        return true;
    }
    if !text.starts_with(['[', '@', '$', '{', '\\', '%']) {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "[toc]" | "[[toc]]" | "[[_toc_]]" | "@[toc]" | "${toc}" | "{:toc}" | "\\tableofcontents" | "%toc%"
    ) || (lower.starts_with("@[toc](") && lower.ends_with(')'))
}

/// `────────`: a line drawn with characters.
fn is_drawn_rule(text: &str) -> bool {
    text.chars().count() >= 3 && text.chars().all(|c| matches!(c, '─' | '━' | '═' | '┄' | '┈' | '＿' | '—'))
}

/// `[主页] (https://…)`: a blank that keeps a link from being one.
fn parted_links(text: &str, base: usize, found: &mut Repairs) {
    for (at, _) in text.match_indices("] (http") {
        found.edits.push(super::Edit::text(base + at + 1..base + at + 2, ""));
    }
}

/// Private-use characters are glyphs of icon fonts: nobody else can draw them. The first is told.
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

/// Returns where the anchor that ends a line begins: `## 简介 {#profile}`. It is markup, and needs no word.
fn anchor(text: &str) -> Option<usize> {
    let open = text.rfind("{#").filter(|_| text.ends_with('}'))?;
    let name = &text[open + 2..text.len() - 1];
    let plain = !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | ':'));
    plain.then(|| text[..open].trim_end().len())
}

/// Returns the template tags and attribute lists of a line: `{% … %}`, `{{ … }}`, `{{< … >}}`, `{: … }`,
/// `{:.x}`. Linear: an opening without its end ends the search for that kind.
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
            ("{% include base_path %}\n甲", "\n甲"),
            ("## 甲 {{ site.name }} 乙", "## 甲  乙"),
            ("{{< figure src=\"a\" >}}", ""),
            ("甲\n{: .no_toc}\n", "甲\n\n"),
            ("# 甲{:toc}", "# 甲"),
            ("## 简介 {#profile}", "## 简介"),
            ("甲\u{e60f}乙", "甲乙"),
            ("甲\u{F0E0F}乙\u{100123}", "甲乙"),
            ("- \u{F095} 甲", "-  甲"),
            ("@[toc](目录)\n甲", "\n甲"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn what_is_text_stays() {
        for source in
            ["`{{ x }}` 模板", "熟悉 {{", "@import 语法", "a {x} b", "{% 甲", "TOC 报告", "```\n{% x %}\n```"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
