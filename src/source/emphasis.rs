//! The first repair: emphasis beside wide characters.
//!
//! CommonMark lets `**` close after punctuation only where a blank or punctuation follows, so that
//! `**项目成果：**提升` is not bold. Here a run of `*` or `~~` next to a wide character counts as one
//! next to punctuation (the rule of the markdown-cjk-friendly proposal). The parser has no such rule,
//! so the text is prepared for it: where the rule changes the outcome, a punctuation mark that the
//! text does not contain is put at the letter's side of the run, and taken away again from whatever
//! the parser returns. `_` keeps its rule inside words, and a single `~` (`2016~2019`) is no markup;
//! nor is a colon at the start of a line that no blank follows.

use std::borrow::Cow;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::chars::is_wide;

/// Marks that hardly any text contains (medieval and dotted punctuation); three are needed.
const STAND_INS: [char; 8] =
    ['\u{2E36}', '\u{2E37}', '\u{2E38}', '\u{2E30}', '\u{2E31}', '\u{2E32}', '\u{2056}', '\u{2058}'];

/// A text made ready for the parser, and the way back from its offsets.
pub(super) struct Prepared<'a> {
    /// What the parser reads.
    pub text: Cow<'a, str>,
    /// Offset behind each stand-in, and how many bytes more there are before it than in the source.
    shifts: Vec<(usize, usize)>,
    /// The stand-ins: one that is put in, and those that take the places of `~` and `:`.
    inserted: char,
    tilde: char,
    colon: char,
}

impl<'a> Prepared<'a> {
    /// Returns a text with its delimiter runs repaired. Linear in its length.
    pub fn new(source: &'a str) -> Prepared<'a> {
        let mut free = STAND_INS.into_iter().filter(|&c| !source.contains(c));
        let (Some(inserted), Some(tilde), Some(colon)) = (free.next(), free.next(), free.next()) else {
            // A text with all of these marks keeps plain CommonMark.
            let (inserted, tilde, colon) = ('\0', '\0', '\0');
            return Prepared { text: source.into(), shifts: Vec::new(), inserted, tilde, colon };
        };
        let edits = edits(source);
        if edits.is_empty() {
            return Prepared { text: source.into(), shifts: Vec::new(), inserted, tilde, colon };
        }
        let mut text = String::with_capacity(source.len() + 3 * edits.len());
        let (mut done, mut shift, mut shifts) = (0, 0, Vec::with_capacity(edits.len()));
        for edit in edits {
            let (at, stand_in, eaten) = match edit {
                Edit::Insert(at) => (at, inserted, 0),
                Edit::Tilde(at) => (at, tilde, 1),
                Edit::Colon(at) => (at, colon, 1),
            };
            text.push_str(&source[done..at]);
            text.push(stand_in);
            done = at + eaten;
            shift += stand_in.len_utf8() - eaten;
            shifts.push((text.len(), shift));
        }
        text.push_str(&source[done..]);
        Prepared { text: text.into(), shifts, inserted, tilde, colon }
    }

    /// Returns the offset in the source of an offset in the prepared text.
    pub fn to_source(&self, offset: usize) -> usize {
        let before = self.shifts.partition_point(|&(end, _)| end <= offset);
        offset - before.checked_sub(1).map_or(0, |last| self.shifts[last].1)
    }

    /// Returns what the parser said, without stand-ins.
    pub fn restore(&self, text: &str) -> String {
        if self.shifts.is_empty() || !text.contains([self.inserted, self.tilde, self.colon]) {
            return text.to_owned();
        }
        text.chars()
            .filter(|&c| c != self.inserted)
            .map(|c| match c {
                _ if c == self.tilde => '~',
                _ if c == self.colon => ':',
                _ => c,
            })
            .collect()
    }
}

/// A change to the text, at an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    Insert(usize),
    Tilde(usize),
    Colon(usize),
}

/// Finds the places where the repair changes the outcome, in order.
fn edits(source: &str) -> Vec<Edit> {
    let bytes = source.as_bytes();
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            // A backslash takes the next mark out of the game.
            b'\\' => at += 2,
            b'*' | b'~' => {
                let end = at + bytes[at..].iter().take_while(|&&b| b == byte).count();
                match (byte, end - at) {
                    (b'~', 1) => edits.push(Edit::Tilde(at)),
                    (b'~', 3..) => {}
                    _ => edits.extend(beside(source, at, end)),
                }
                at = end;
            }
            b':' => {
                if is_no_definition(bytes, at) {
                    edits.push(Edit::Colon(at));
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    edits
}

/// Tells whether a colon begins a line and no blank follows, as in `::: left`: the parser would take
/// the line for a definition. (`:--` opens a table's second row.)
fn is_no_definition(bytes: &[u8], at: usize) -> bool {
    let indent = bytes[..at].iter().rev().take(4).take_while(|b| **b == b' ').count();
    let first = at == indent || bytes.get(at.wrapping_sub(indent + 1)) == Some(&b'\n');
    first && !matches!(bytes.get(at + 1), None | Some(b' ' | b'\t' | b'\n' | b'-'))
}

/// Returns where a mark has to go beside the delimiter run `at..end`, if anywhere.
fn beside(source: &str, at: usize, end: usize) -> Option<Edit> {
    let before = source[..at].chars().next_back().filter(|c| !c.is_whitespace())?;
    let after = source[end..].chars().next().filter(|c| !c.is_whitespace())?;
    match (is_punctuation(before), is_punctuation(after)) {
        // Would not open: `使用**（重点）**`. Wide punctuation is no hindrance, nor is any after a wide letter.
        (false, true) if is_wide(after) || is_wide(before) => Some(Edit::Insert(at)),
        // Would not close: `**成果：**提升`.
        (true, false) if is_wide(before) || is_wide(after) => Some(Edit::Insert(end)),
        _ => None,
    }
}

/// Tells what counts as punctuation for flanking (CommonMark 2.1): categories P and S.
fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Punctuation.contains(category) || GeneralCategoryGroup::Symbol.contains(category)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> String {
        let prepared = Prepared::new(source);
        prepared
            .text
            .replace(prepared.inserted, "¦")
            .replace(prepared.tilde, "∼")
            .replace(prepared.colon, "∶")
    }

    #[test]
    fn marks_go_where_the_rule_changes_the_outcome() {
        assert_eq!(shown("**成果：**提升"), "**成果：**¦提升");
        assert_eq!(shown("**“灯塔”**项目"), "**“灯塔”**¦项目");
        assert_eq!(shown("使用**Rust（2021）**编写"), "使用**Rust（2021）**¦编写");
        assert_eq!(shown("见**（重点）**内容"), "见¦**（重点）**¦内容");
        assert_eq!(shown("a**b**c *斜体*文字 2**10 __粗__体"), "a**b**c *斜体*文字 2**10 __粗__体");
        assert_eq!(shown(r"\*（甲）\*乙"), r"\*（甲）\*乙");
        assert_eq!(shown("2016~2019 ~~旧~~"), "2016∼2019 ~~旧~~");
        assert_eq!(shown("**key:**value"), "**key:**value");
        assert_eq!(shown("甲\n: 乙\n::: 丙\n:-:|-\n a:b"), "甲\n: 乙\n∶:: 丙\n:-:|-\n a:b");
    }

    #[test]
    fn offsets_lead_back_to_the_source() {
        let source = "甲~乙**（丙）**丁";
        let prepared = Prepared::new(source);
        for (at, c) in source.char_indices().filter(|(_, c)| is_wide(*c)) {
            let found = prepared.text.find(c).unwrap();
            assert_eq!(prepared.to_source(found), at, "{c}");
        }
        assert_eq!(prepared.restore(&prepared.text), source);
    }

    /// The parser must agree on what punctuation is, or a stand-in would do harm.
    #[test]
    fn punctuation_is_what_the_parser_takes_for_it() {
        // The parser knows an older Unicode: these blocks have not changed since.
        let blocks = [
            ('!', '\u{1AFF}'),
            ('\u{2010}', '\u{20C0}'),
            ('\u{2190}', '\u{2426}'),
            ('\u{2460}', '\u{2B95}'),
            ('\u{3001}', '\u{303F}'),
            ('\u{FE30}', '\u{FFEF}'),
            ('\u{1F300}', '\u{1F6D7}'),
        ];
        let all = blocks.into_iter().flat_map(|(first, last)| first..=last);
        for c in all.filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\\' && *c != '*') {
            let text = format!("x**{c}y**");
            let strong = pulldown_cmark::Parser::new(&text)
                .any(|event| matches!(event, pulldown_cmark::Event::Start(pulldown_cmark::Tag::Strong)));
            assert_ne!(strong, is_punctuation(c), "{c:?}");
        }
    }
}
