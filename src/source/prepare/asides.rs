//! Comments that other tools do not show: Obsidian's `%% … %%`, MDX's `{/* … */}`, those of Liquid, Jinja, Hugo,
//! Handlebars and CriticMarkup, and the lines of a wiki that begin with `%%`.

use std::ops::Range;

use super::lines::{self, Line};
use super::{Edit, Note, NoteKind, Repairs};

/// The syntaxes of comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `%% … %%`
    Percent,
    /// Between two marks that do not occur in text: `{/* … */}`.
    Marked(usize),
    /// `{% comment %} … {% endcomment %}`
    Liquid,
    /// `{{% comment %}} … {{% /comment %}}`, with `<` and `>` as well.
    Hugo,
}

/// The marks that open and close a comment.
const MARKS: [(&str, &str); 4] = [("{/*", "*/}"), ("{#", "#}"), ("{>>", "<<}"), ("{{!--", "--}}")];

/// A comment right behind a word is no longer than this, in bytes.
const ASIDE: usize = 400;

/// How many styles there are.
const STYLES: usize = MARKS.len() + 3;

/// Removes the comments, and notes it once.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let opens = |mark: &str| source.contains(mark);
    if !opens("%%") && !opens("comment") && !MARKS.iter().any(|(open, _)| opens(open)) {
        return;
    }
    let mut search = Search { source, ended: [false; STYLES] };
    let (mut done, mut told) = (0, false);
    for line in lines {
        let text = &source[line.range.clone()];
        if line.range.end <= done || !text.contains(['%', '{']) {
            continue;
        }
        let spans = lines::code_spans(text);
        let mut at = done.max(line.range.start);
        while let Some(hit) = source[at..line.range.end].find(['%', '{']) {
            let start = at + hit;
            at = start + 1;
            if lines::inside(&spans, start - line.range.start) {
                continue;
            }
            let Some(comment) = search.comment(start, line) else { continue };
            done = comment.end;
            found.edits.push(Edit::text(whole_lines(source, &comment), ""));
            found.hidden.push(comment.clone());
            if !std::mem::replace(&mut told, true) {
                found.notes.push(Note { range: comment, kind: NoteKind::Comment });
            }
            if done >= line.range.end {
                break;
            }
            at = done;
        }
    }
}

struct Search<'s> {
    source: &'s str,
    /// Whether there are no more closing marks of this style.
    ended: [bool; STYLES],
}

impl Search<'_> {
    /// Returns the comment that begins at a position in a line.
    fn comment(&mut self, start: usize, line: &Line) -> Option<Range<usize>> {
        let style = style_at(&self.source[start..])?;
        let nth = style.nth();
        if style == Style::Percent {
            return self.between_percents(start, line);
        }
        if self.ended[nth] {
            return None;
        }
        let end = self.end(style, start);
        self.ended[nth] = end.is_none();
        end.map(|end| start..end)
    }

    fn end(&self, style: Style, start: usize) -> Option<usize> {
        let behind = |at: usize, mark: &str| self.source[at..].find(mark).map(|hit| at + hit + mark.len());
        match style {
            Style::Percent => None,
            Style::Marked(nth) => behind(start + MARKS[nth].0.len(), MARKS[nth].1),
            Style::Liquid => behind(behind(start, "endcomment")?, "%}"),
            Style::Hugo => behind(behind(start, "/comment")?, "}}"),
        }
    }

    /// Reads `%% … %%`: on one line, or from the beginning of a line or of a word to the end of another.
    /// `100%% sure` does not count.
    fn between_percents(&mut self, start: usize, line: &Line) -> Option<Range<usize>> {
        let (source, nth) = (self.source, Style::Percent.nth());
        let text = &source[start + 2..line.range.end];
        if text.starts_with('%') || source[line.range.start..start].ends_with('%') {
            return None;
        }
        // `bread%% and cakes %%.`: right behind a word both marks have blanks inside.
        if source[line.range.start..start].ends_with(|c: char| !c.is_whitespace()) {
            if !text.starts_with(' ') || source[..start].ends_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            let near = text
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .take_while(|end| *end <= ASIDE)
                .last()?;
            let end = text[..near].find(" %%")?;
            return Some(start..start + 2 + end + 3);
        }
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '%');
        if let Some(hit) = text.find("%%") {
            let end = start + 2 + hit + 2;
            return ends(&source[end..]).then_some(start..end);
        }
        let opens_line = start == line.start(source);
        // A wiki has comments of one line.
        let wiki = opens_line && text.starts_with(' ') && !text.trim().is_empty();
        let alone = Some(start..line.range.end).filter(|_| wiki);
        if self.ended[nth] {
            return alone;
        }
        let Some(hit) = source[line.range.end..].find("%%") else {
            self.ended[nth] = true;
            return alone;
        };
        let end = line.range.end + hit + 2;
        let between = &source[line.range.end..end - 2];
        let rest = source[end..].lines().next().unwrap_or_default();
        let opened_again = between.ends_with('\n') && !rest.trim().is_empty();
        let reaches = opens_line || !between.contains("\n\n");
        if opened_again || !reaches || !rest.trim().is_empty() {
            return alone;
        }
        Some(start..end)
    }
}

impl Style {
    fn nth(self) -> usize {
        match self {
            Style::Percent => 0,
            Style::Liquid => 1,
            Style::Hugo => 2,
            Style::Marked(nth) => 3 + nth,
        }
    }
}

/// Returns the style of the comment at the start of a text.
fn style_at(text: &str) -> Option<Style> {
    if text.starts_with("%%") {
        return Some(Style::Percent);
    }
    if let Some(nth) = MARKS.iter().position(|(open, _)| text.starts_with(open)) {
        // `{#id}` is an anchor.
        let apart = MARKS[nth].0 != "{#" || text[2..].starts_with(char::is_whitespace);
        return apart.then_some(Style::Marked(nth));
    }
    let named = |open: &str, close: &[char]| {
        let word = text.strip_prefix(open)?.trim_start_matches('-').trim_start();
        let rest = word.strip_prefix("comment")?;
        rest.trim_start().starts_with(close).then_some(())
    };
    let hugo = named("{{%", &['%']).or_else(|| named("{{<", &['>'])).map(|()| Style::Hugo);
    hugo.or_else(|| named("{%", &['%', '-']).map(|()| Style::Liquid))
}

/// Extends a comment that takes whole lines by their ends: the text around it is read as if it were not there.
fn whole_lines(source: &str, comment: &Range<usize>) -> Range<usize> {
    let begin = source[..comment.start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &source[comment.end..];
    let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let blank = |text: &str| text.trim().is_empty();
    if blank(&source[begin..comment.start]) && blank(&rest[..end]) {
        begin..comment.end + end
    } else {
        comment.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn comments_of_other_tools_are_left_out() {
        for (source, want) in [
            ("甲 %% 乙 %% 丙", "甲  丙"),
            ("- 甲\n  %% - **乙**：丙 %%\n- 丁", "- 甲\n- 丁"),
            ("- 甲 %% - [ ] 乙 %%\n", "- 甲 \n"),
            ("甲\n\n%%\n乙\n\n# 丙\n%%\n\n丁", "甲\n\n\n丁"),
            ("甲 %% 乙\n丙 %%\n丁", "甲 \n丁"),
            ("%% 乙 of a wiki\n%% 丙\n丁", "丁"),
            ("{/* 乙\n\n- 丙 */}\n丁", "丁"),
            ("甲 {/* 乙 */}丁", "甲 丁"),
            ("甲 {# 乙 #} 丁", "甲  丁"),
            ("甲{>> 乙 <<}丁", "甲丁"),
            ("甲\n\n  {% comment %}\n# 乙\n丙\n{% endcomment %}\n丁", "甲\n\n丁"),
            ("甲 {%- comment -%}乙{%- endcomment -%} 丁", "甲  丁"),
            ("{{% comment %}}\n乙\n{{% /comment %}}\n丁", "丁"),
            ("{{< comment >}} 乙 {{< /comment >}}\n丁", "丁"),
            ("{{!-- 乙 --}}\n丁", "丁"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        for source in [
            "100%% sure and 50%% more",
            "`%% 甲 %%`",
            "```\n%% 甲 %%\n```",
            "甲 %% 乙",
            "%%",
            "甲 %%乙\n\n丙 %%",
            "## 简介 {/* 甲",
            "%%% 甲 %%%",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
        assert_eq!(shown("## 简介 {#a}"), "## 简介");
    }
}
