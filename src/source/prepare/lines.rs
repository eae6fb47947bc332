//! The lines of a text that are running text or headings: those of fenced code are left alone.

use std::ops::Range;

/// A line without its newline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its bytes, without newline and without trailing blanks.
    pub range: Range<usize>,
    /// The number of leading blanks; a tab counts as four.
    pub indent: usize,
    /// Whether the line before it is blank or a fence, or there is none.
    pub after_blank: bool,
}

impl Line {
    /// Returns the offset of its first character that is not a blank.
    pub fn start(&self, source: &str) -> usize {
        let text = &source[self.range.clone()];
        self.range.start + text.len() - text.trim_start().len()
    }

    /// Returns its text without blanks at either end.
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        source[self.range.clone()].trim()
    }
}

/// Returns the lines that are neither blank nor inside a fence; those of `without` count as blank.
pub(super) fn of(source: &str, without: &[Range<usize>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut fence: Option<(u8, usize)> = None;
    let (mut at, mut after_blank) = (0, true);
    for whole in source.split_inclusive('\n') {
        let start = at;
        at += whole.len();
        let body = whole.trim_end();
        let text = body.trim_start();
        let opened_up = without.iter().any(|range| range.start == start && range.end > start);
        if opened_up {
            after_blank = true;
            continue;
        }
        if let Some((mark, count)) = fence {
            if run(text, mark) >= count && text.bytes().all(|b| b == mark) {
                fence = None;
                after_blank = true;
            }
            continue;
        }
        if text.is_empty() {
            after_blank = true;
            continue;
        }
        let opened = [b'`', b'~'].into_iter().find(|mark| run(text, *mark) >= 3);
        if let Some(mark) = opened.filter(|mark| *mark == b'~' || !text[run(text, b'`')..].contains('`')) {
            fence = Some((mark, run(text, mark)));
            continue;
        }
        let indent = body[..body.len() - text.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        lines.push(Line { range: start..start + body.len(), indent, after_blank });
        after_blank = false;
    }
    lines
}

/// Returns the length of the run of a character at the start of a text.
fn run(text: &str, mark: u8) -> usize {
    text.bytes().take_while(|b| *b == mark).count()
}

/// Returns the bytes of a line that are in code spans, including the backticks. A span that is not closed on its
/// line does not count.
pub(super) fn code_spans(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut spans, mut at) = (Vec::new(), 0);
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let count = run(&text[start..], b'`');
        let mut end = start + count;
        let close = loop {
            let Some(found) = text[end..].find('`') else { break None };
            let from = end + found;
            let len = run(&text[from..], b'`');
            end = from + len;
            if len == count {
                break Some(end);
            }
        };
        match close {
            Some(end) => {
                spans.push(start..end);
                at = end;
            }
            // The rest has no pair for this run: shorter ones are searched for only once.
            None if count > 1 || !bytes[start + count..].contains(&b'`') => break,
            None => at = start + count,
        }
    }
    spans
}

/// Returns whether an offset is in one of some spans, which are in order.
pub(super) fn inside(spans: &[Range<usize>], at: usize) -> bool {
    let before = spans.partition_point(|span| span.end <= at);
    spans.get(before).is_some_and(|span| span.contains(&at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_hide_their_lines() {
        let source = "甲\n```\n# no\n```\n乙\n~~~ x\n``` \n~~~\n\n  丙\n";
        let texts: Vec<_> = of(source, &[]).iter().map(|line| line.text(source).to_owned()).collect();
        assert_eq!(texts, ["甲", "乙", "丙"]);
        let lines = of(source, &[]);
        assert!(lines[0].after_blank && lines[1].after_blank && lines[2].indent == 2);
    }

    #[test]
    fn code_spans_are_closed_by_as_many_marks() {
        assert_eq!(code_spans("a `b` ``c`d`` `e"), [2..5, 6..13]);
        assert!(code_spans("`` a `").is_empty());
    }
}
