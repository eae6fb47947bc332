//! Running text that pandoc reads and CommonMark does not: raised and lowered text, raw inlines, citation keys,
//! dashes made of hyphens, blocks of lines.

use super::lines::{self, Line};
use super::{Edit, NoteKind, Repairs};
use crate::source::chars::is_wide;

/// Translates these into Markdown, and removes those without a meaning here.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for line in lines {
        let text = &source[line.range.clone()];
        let base = line.range.start;
        raw_inlines(text, base, found);
        raised(text, base, found);
        lowered(text, base, found);
        citations(text, base, found);
        dashes(text, base, found);
    }
}

/// Reads a raw inline: `` `<br>`{=html} ``.
fn raw_inlines(text: &str, base: usize, found: &mut Repairs) {
    for span in lines::code_spans(text) {
        let rest = &text[span.end..];
        if rest.starts_with("{=")
            && let Some(len) = rest.find('}')
        {
            found.leave_out(base + span.start..base + span.end + len + 1, NoteKind::Leftover);
        }
    }
}

/// Reads raised text: `^†^`.
fn raised(text: &str, base: usize, found: &mut Repairs) {
    let mut marks = text.match_indices('^').map(|(at, _)| at);
    while let Some(open) = marks.next() {
        let Some(close) = marks.clone().next() else { return };
        let inside = &text[open + 1..close];
        // `^_^` is a smiley.
        let letters = inside
            .contains(|c: char| c.is_alphanumeric() || matches!(c, '†' | '‡' | '§' | '¶' | '*' | '+' | '-'));
        if letters && inside.chars().count() <= 8 && !inside.contains([' ', '[', ']', '`']) {
            found.edits.push(Edit::text(base + open..base + open + 1, "<sup>"));
            found.edits.push(Edit::text(base + close..base + close + 1, "</sup>"));
            marks.next();
        }
    }
}

/// Reads digits after a letter as lowered: `H~2~O`. (`2016~2019` and `3~5` are ranges.)
fn lowered(text: &str, base: usize, found: &mut Repairs) {
    for (open, _) in text.match_indices('~') {
        let digits = text[open + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let close = open + 1 + digits;
        let letter = text[..open].ends_with(|c: char| c.is_ascii_alphabetic() || c == ')');
        if letter
            && (1..=3).contains(&digits)
            && text[close..].starts_with('~')
            && !text[close + 1..].starts_with(|c: char| c == '~' || c.is_ascii_digit())
        {
            found.edits.push(Edit::text(base + open..base + open + 1, "<sub>"));
            found.edits.push(Edit::text(base + close..base + close + 1, "</sub>"));
        }
    }
}

/// Removes keys of a bibliography that is not here: `[@sample2020]`, `[@sample2020; @doe2019]`. A link does not
/// count.
fn citations(text: &str, base: usize, found: &mut Repairs) {
    if !text.contains("[@") && !text.contains("[-@") {
        return;
    }
    let spans = lines::code_spans(text);
    let mut done = 0;
    for (open, _) in text.match_indices('[') {
        let Some(len) = text[open..].find(']').filter(|_| open >= done) else { continue };
        let (inside, rest) = (&text[open + 1..open + len], &text[open + len + 1..]);
        let key = |part: &str| {
            let part = part.trim();
            let key = part.strip_prefix('-').unwrap_or(part).strip_prefix('@').unwrap_or_default();
            key.starts_with(|c: char| c.is_ascii_alphabetic())
                && key.contains(|c: char| c.is_ascii_digit())
                && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.'))
        };
        let target = rest.starts_with(['(', ':']) || rest.starts_with('[') && !rest.starts_with("[@");
        if inside.split(';').all(key) && !target && !lines::inside(&spans, open) {
            done = open + len + 1;
            let start = text[..open].trim_end_matches(' ').len();
            found.leave_out(base + start..base + done, NoteKind::Citation);
        }
    }
}

/// Reads dashes as TeX writes them: `2019--2021`, `Lab -- Uni`, `text --- text`. Options (`--flag`), addresses,
/// comments and the cells of tables do not count; nor do hyphens between Chinese characters, where a dash looks
/// different.
fn dashes(text: &str, base: usize, found: &mut Repairs) {
    if !text.contains("--") {
        return;
    }
    let spans = lines::code_spans(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(hit) = text[at..].find("--") {
        let start = at + hit;
        let len = bytes[start..].iter().take_while(|byte| **byte == b'-').count();
        at = start + len;
        if len > 3 || lines::inside(&spans, start) || !is_dash(&text[..start], &text[at..]) {
            continue;
        }
        let put = if len == 2 { "&ndash;" } else { "&mdash;" };
        found.edits.push(Edit::text(base + start..base + at, put));
    }
}

/// Returns whether hyphens stand for a dash between two texts.
fn is_dash(before: &str, after: &str) -> bool {
    let blanks = (before.ends_with([' ', '\t']), after.starts_with([' ', '\t']));
    let marks = [' ', '\t', '*', '_'];
    let (left, right) = (before.trim_end_matches(marks), after.trim_start_matches(marks));
    let (Some(last), Some(first)) = (left.chars().next_back(), right.chars().next()) else { return false };
    let digit = last.is_ascii_digit() || first.is_ascii_digit();
    let word = |c: char, marks: &[char]| c.is_alphanumeric() && (digit || !is_wide(c)) || marks.contains(&c);
    if !word(last, &[')', '.', ',', ']', '>', '"', '”', '%'])
        || !word(first, &['(', '[', '<', '"', '“', '\\'])
    {
        return false;
    }
    match blanks {
        (true, true) => true,
        // `1999--present`, not `--flag`, `a--b` or a part of an address.
        (false, false) => {
            let tail = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let head = after.split(char::is_whitespace).next().unwrap_or_default();
            let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
            let behind = tail.bytes().rev().take_while(u8::is_ascii_digit).count();
            // `(555) 010--0123` is a telephone number, `274--297` are pages.
            let number = digits(head) >= 3 && behind >= 3 && digits(head) != behind;
            let digit = digit && !number;
            digit && ![tail, head].iter().any(|part| part.contains(['/', '@', '=', '`', '#', '<', '>']))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn marks_of_pandoc_say_what_they_mean() {
        for (source, want) in [
            ("王小明^†^，李四^1,2^", "王小明<sup>†</sup>，李四<sup>1,2</sup>"),
            ("H~2~O and CO~2~", "H<sub>2</sub>O and CO<sub>2</sub>"),
            ("1999--present", "1999&ndash;present"),
            (
                "*2007 -- 2008*. Sample Lab -- Example University",
                "*2007 &ndash; 2008*. Sample Lab &ndash; Example University",
            ),
            ("2020.08 -- 至今", "2020.08 &ndash; 至今"),
            ("It was new --- and it worked", "It was new &mdash; and it worked"),
            ("as shown [@sample2020; @doe_19]. Then", "as shown. Then"),
            ("see [@a1][@b2]", "see"),
            ("a `<br>`{=html} b", "a  b"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn what_only_looks_like_it_stays() {
        for source in [
            "use --flag or -- --flag",
            "`2019--2021`",
            "https://example.com/a--b/2019--20",
            "block--modifier",
            "(555) 010--0123",
            "学历 -- 硕士",
            "a | -- | 3",
            "<!-- note 1 -->",
            "甲\n--",
            "[@alex](https://example.com) [@alex]",
            "[@alex1][x]",
            "2 ^ 3",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
        assert_eq!(shown("2016~2019 3~5~7"), "2016∼2019 3∼5∼7");
    }
}
