//! A résumé without the parts that no page shows.

use std::ops::Range;

use crate::diag::{Diagnostic, Span, code, counted, message};
use crate::model;
use crate::source::Source;

/// Returns the places that no page shows and that are not instructions: comments, including those of a front matter
/// in YAML or TOML, and blocks that are left out; in order.
pub(super) fn places(source: &Source) -> Vec<Span> {
    let comments = front(&source.text).into_iter().map(|range| Span::new(source.file, range));
    comments.chain(model::unprinted(source)).collect()
}

/// Returns the finding about these places.
pub(super) fn finding(places: &[Span]) -> Option<Diagnostic> {
    let first = places.first()?;
    let count = counted(places.len(), "place");
    let message = message!("the PDF carries text that is not printed, such as this: {count} in all", count);
    let hint = "anyone with the PDF can read that; `--attach=printed` leaves it out";
    Some(Diagnostic::new(code::CARRIED, *first, message).hint(hint))
}

/// Returns a text without some places, and without the lines that had nothing else on them.
pub(super) fn without(text: &str, places: &[Span]) -> String {
    let mut ranges: Vec<Range<usize>> =
        places.iter().map(|place| place.start as usize..place.end as usize).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let (mut kept, mut at) = (String::with_capacity(text.len()), 0);
    for range in ranges {
        let range = whole_lines(text, range.start.max(at)..range.end.max(at));
        kept.push_str(text.get(at..range.start.max(at)).unwrap_or_default());
        at = range.end.max(at);
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

/// Returns a place, extended to whole lines if nothing else is on them.
fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = range.end + behind.find('\n').map_or(behind.len(), |end| end + 1);
    let blank = |range: Range<usize>| text.get(range).is_some_and(|part| part.trim().is_empty());
    // A block's place may end with its line.
    let ended = before.len() < range.end && text.get(..range.end).is_some_and(|text| text.ends_with('\n'));
    if !blank(start..range.start) {
        range
    } else if ended {
        start..range.end
    } else if blank(range.end..end) {
        start..end
    } else {
        range
    }
}

/// Returns the comments of a front matter: whole lines, and text after a blank and `#` in a line. In a block of
/// running text (YAML 1.2, 8.1) `#` is text.
fn front(text: &str) -> Vec<Range<usize>> {
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| text.lines().next().is_some_and(|line| line.trim_end() == *fence));
    let Some(fence) = fence else { return Vec::new() };
    let (mut found, mut at, mut closed) = (Vec::new(), 0, false);
    let mut block: Option<usize> = None;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let (start, indent) = (at, line.len() - line.trim_start().len());
        at += line.len();
        if number == 0 {
            continue;
        }
        if matches!((line.trim_end(), fence), ("---" | "...", "---") | ("+++", "+++")) {
            closed = true;
            break;
        }
        if block.is_some_and(|above| line.trim().is_empty() || indent > above) {
            continue;
        }
        let comment = comment_in(line);
        let value = line.get(..comment.unwrap_or(line.len())).unwrap_or_default().trim_end();
        block = value.trim_end_matches(['-', '+']).ends_with(['|', '>']).then_some(indent);
        found.extend(comment.map(|from| start + from..start + line.trim_end().len()));
    }
    if closed { found } else { Vec::new() }
}

/// Returns where the comment of a line begins.
fn comment_in(line: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') if before.is_whitespace() || matches!(before, '[' | '{' | ',' | ':' | '=') => {
                quote = Some(c);
            }
            (None, '#') if before.is_whitespace() => return Some(at),
            _ => {}
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, Sink};
    use crate::source::parse;

    fn printed(text: &str) -> (usize, String) {
        let (mut files, mut sink) = (Files::closed(), Sink::default());
        let source = parse("a.md", text.as_bytes(), None, &mut files, &mut sink).unwrap();
        let places = places(&source);
        (places.len(), without(&source.text, &places))
    }

    #[test]
    fn what_is_not_printed_goes_and_orders_stay() {
        let text = "---\n# for me: MARK\nname: \"A # b\" # MARK\nnote: |\n  # text\n---\n\n# A\n\n<!-- MARK -->\n\n\
            - a@example.com <!-- MARK --> there\n\n<!-- pagebreak -->\n\n<!-- skip -->\n\n## MARK\n\nMARK\n\n### MARK\n\n\
            ## Work\n\n- One\n  <!-- MARK\n  MARK -->\n- Two\n\n> <!-- MARK -->\n> Quoted\n\n<!-- lang: en -->\n\n```\n<!-- code -->\n```\n";
        let (count, kept) = printed(text);
        assert!(count >= 9 && !kept.contains("MARK"), "{count}: {kept}");
        for stays in [
            "A # b",
            "# text",
            "<!-- pagebreak -->",
            "- Two",
            "> Quoted",
            "<!-- lang: en -->",
            "<!-- code -->",
            "there",
        ] {
            assert!(kept.contains(stays), "{stays}: {kept}");
        }
        assert!(!kept.contains("skip"), "{kept}");
    }

    #[test]
    fn a_text_without_comments_stays_as_it_is() {
        for text in ["# A\n\n- b\n", "---\nname: A#b\ncolor: '#123'\n---\n# A\n", "---\n# a heading\n", ""] {
            assert_eq!(printed(text), (0, text.to_owned()));
        }
    }
}
