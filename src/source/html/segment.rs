//! The text between two tags that separate blocks, prepared for the Markdown reader: without the indent of its
//! lines, so that it is not taken for code, and so that its tags do not begin an HTML block again.

use pulldown_cmark::{Event, Options, Parser};

use super::fragment::Fragment;
use super::tokens::Tag;

/// Put before text that must not begin a block. No text contains it: controls are removed on decoding.
pub const GUARD: char = '\u{1}';

/// The longest marker before text that is looked at: `> > - 12. `.
const MARKS: usize = 40;

/// Text and inline tags.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    content: Fragment,
    /// Where inline tags, and text that looks like one, begin.
    markup: Vec<usize>,
    /// Whether its first line began with a tag that separates blocks.
    attached: bool,
    /// Whether it has more than blanks.
    pub filled: bool,
}

impl Segment {
    /// Returns an empty segment, after a tag on its line or at a line's start.
    pub fn new(attached: bool) -> Segment {
        Segment { attached, ..Segment::default() }
    }

    /// Adds text as it is.
    pub fn text(&mut self, text: &str, source: usize) {
        if text.starts_with('<') {
            self.markup.push(self.content.text.len());
        }
        self.filled |= !text.trim().is_empty();
        self.content.push(text, source);
    }

    /// Adds an inline tag; one that only browsers accept is rewritten in a form that Markdown knows.
    pub fn tag(&mut self, raw: &str, tag: &Tag, source: usize) {
        if is_markdown(raw) { self.markup(raw, source) } else { self.markup(&rewritten(tag), source) }
    }

    /// Adds a comment or the like.
    pub fn markup(&mut self, raw: &str, source: usize) {
        self.markup.push(self.content.text.len());
        self.filled = true;
        self.content.push(raw, source);
    }

    /// Returns the text as it is.
    pub fn verbatim(&self) -> &Fragment {
        &self.content
    }

    /// Returns the text for the reader.
    pub fn for_reader(&self) -> Fragment {
        let body = &self.content.text;
        let indent = self.indent();
        let (mut out, mut at) = (Fragment::default(), 0);
        for line in body.split_inclusive('\n') {
            let (start, end) = (at, at + line.len());
            at = end;
            let first = out.text.is_empty();
            if first && line.trim().is_empty() {
                continue;
            }
            let start = start + blanks(line, if first { usize::MAX } else { indent });
            let rest = &body[start..end];
            let guard = match self.tag_at_start(rest, start) {
                Some(mark) => Some(mark),
                None => (first && start_is_attached(self, body, start) && begins_block(rest)).then_some(0),
            };
            let cut = start + guard.unwrap_or(0);
            out.push_from(&self.content, start..cut);
            if guard.is_some() {
                out.push(GUARD.encode_utf8(&mut [0; 4]), self.content.places.at(cut));
            }
            out.push_from(&self.content, cut..end);
        }
        out
    }

    /// Returns the common indent of its lines, in columns; the first line counts if it is whole.
    fn indent(&self) -> usize {
        let whole = usize::from(self.attached);
        let lines = self.content.text.split('\n').skip(whole).filter(|line| !line.trim().is_empty());
        lines.map(columns).min().unwrap_or(0)
    }

    /// Returns where a tag begins a line, after the markers of lists and quotations.
    fn tag_at_start(&self, line: &str, start: usize) -> Option<usize> {
        let at = line.bytes().take(MARKS).position(|b| !b" \t>*+-.)0123456789".contains(&b))?;
        self.markup.binary_search(&(start + at)).ok().map(|_| at)
    }
}

fn start_is_attached(segment: &Segment, body: &str, start: usize) -> bool {
    segment.attached && !body[..start].contains('\n')
}

/// Returns the width of the blanks before a line; a tab goes to the next multiple of four.
fn columns(line: &str) -> usize {
    let blanks = line.bytes().take_while(|b| matches!(b, b' ' | b'\t'));
    blanks.fold(0, |column, byte| if byte == b'\t' { (column / 4 + 1) * 4 } else { column + 1 })
}

/// Returns the number of bytes of a line's blanks, up to `most` columns.
fn blanks(line: &str, most: usize) -> usize {
    let mut column = 0;
    let blank = |byte: &u8| {
        if column >= most || !matches!(byte, b' ' | b'\t') {
            return false;
        }
        column = if *byte == b'\t' { (column / 4 + 1) * 4 } else { column + 1 };
        true
    };
    line.as_bytes().iter().copied().take_while(blank).count()
}

/// Returns whether a line would be more than running text: a heading, an item, a rule …
fn begins_block(line: &str) -> bool {
    let line = line.trim_end();
    let behind = |text: &str| text.is_empty() || text.starts_with([' ', '\t']);
    let Some(first) = line.bytes().next() else { return false };
    match first {
        b'#' => behind(line.trim_start_matches('#')),
        b'>' | b'[' | b'=' | b'|' => true,
        b'`' | b'~' => line.starts_with("```") || line.starts_with("~~~"),
        b'-' | b'*' | b'+' | b'_' | b':' => {
            behind(&line[1..]) || line.bytes().all(|b| b == first || b == b' ' || b == b'\t')
        }
        b'0'..=b'9' => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(['.', ')']) && behind(&rest[1..])
        }
        _ => false,
    }
}

/// Returns whether Markdown accepts a tag as one (CommonMark, 6.6).
fn is_markdown(raw: &str) -> bool {
    if raw.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'<' | b'>' | b'/' | b'-')) {
        return true;
    }
    let text = format!("x{raw}");
    let mut events = Parser::new_ext(&text, Options::empty()).skip(2);
    matches!(events.next(), Some(Event::InlineHtml(html)) if *html == *raw)
}

fn rewritten(tag: &Tag) -> String {
    let name = tag.name.replace(['.', '_', ':'], "-");
    let mut out = format!("<{}{name}", if tag.closing { "/" } else { "" });
    for (name, value) in &tag.attributes {
        if name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !name.starts_with(|c: char| !c.is_alphabetic())
        {
            let value = value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
            out.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    out.push_str(if tag.empty { "/>" } else { ">" });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(text: &str, attached: bool) -> String {
        let mut segment = Segment::new(attached);
        segment.text(text, 0);
        segment.for_reader().text.replace(GUARD, "¦")
    }

    #[test]
    fn lines_lose_their_common_indent() {
        assert_eq!(ready("\n    - 甲\n      - 乙\n", true), "- 甲\n  - 乙\n");
        assert_eq!(ready("\n\t甲\n\t\t乙", true), "甲\n\t乙");
        assert_eq!(ready("      ## 甲\n  乙", false), "## 甲\n乙");
        assert_eq!(ready("甲\n    乙\n  丙", true), "甲\n  乙\n丙");
    }

    #[test]
    fn what_stands_behind_a_tag_begins_no_block() {
        for text in ["# 甲", "- 甲", "3. 甲", "* * *", "---", "> 甲", "```甲", "[甲]: /x", ": 甲", "+"]
        {
            assert_eq!(ready(text, true), format!("¦{text}"));
            assert_eq!(ready(text, false), text);
            assert_eq!(ready(&format!("\n{text}"), true), text);
        }
        for text in ["**甲**", "*甲*", "2020.06", "-5", "甲 - 乙", "`甲`", "~~甲~~", "_甲_"] {
            assert_eq!(ready(text, true), text);
        }
    }

    #[test]
    fn tags_begin_no_block_either() {
        let mut segment = Segment::new(false);
        segment.text("  ", 0);
        segment.tag("<b>", &Tag { name: "b".into(), ..Tag::default() }, 2);
        segment.text("\n- ", 5);
        let attributes = vec![("src".to_owned(), "a".to_owned()), ("width".to_owned(), "9".to_owned())];
        let image = Tag { name: "img".into(), attributes, ..Tag::default() };
        segment.tag("<img src=\"a\"width=9>", &image, 8);
        let ready = segment.for_reader();
        assert_eq!(ready.text.replace(GUARD, "¦"), "¦<b>\n- ¦<img src=\"a\" width=\"9\">");
    }
}
