//! The text prepared for the parser: repairs of text that people write and CommonMark does not read.
//!
//! Each repair finds the places where the text has to differ ([`Edit`]); the edits are made in one pass, and every
//! offset of the prepared text can be mapped back to the source. An insertion is a mark that the text does not
//! contain (a stand-in) and that is removed again from the parser's output, or a blank or newline that the parser
//! drops.

mod admonitions;
mod alerts;
mod angles;
mod asides;
mod bullets;
mod comments;
mod containers;
mod contents;
mod emphasis;
mod fences;
mod grids;
mod headings;
mod indents;
mod languages;
mod leftovers;
mod lines;
mod pandoc;
mod references;
mod rows;
mod tex;

use std::borrow::Cow;
use std::ops::Range;

/// Characters that hardly any text contains (medieval and dotted punctuation); three are needed.
const STAND_INS: [char; 8] =
    ['\u{2E36}', '\u{2E37}', '\u{2E38}', '\u{2E30}', '\u{2E31}', '\u{2E32}', '\u{2056}', '\u{2058}'];

/// A text prepared for the parser, with a mapping back from its offsets.
pub(super) struct Prepared<'a> {
    /// The text that the parser reads.
    pub text: Cow<'a, str>,
    /// The repairs to report, in order.
    pub notes: Vec<Note>,
    /// After each edit: the offset in the prepared text, and that in the source.
    joins: Vec<(usize, usize)>,
    /// The stand-ins: one that is inserted, and those that replace `~` and `:`.
    inserted: char,
    tilde: char,
    colon: char,
}

/// A change to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The bytes that are replaced; empty for an insertion.
    pub range: Range<usize>,
    /// The text that the parser reads instead.
    pub put: Put,
}

/// The replacement of some bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// A mark that is removed again.
    StandIn,
    /// The mark that replaces `~`.
    Tilde,
    /// The mark that replaces `:`.
    Colon,
    /// Markdown text, or nothing.
    Text(Cow<'static, str>),
}

impl Edit {
    fn stand_in(at: usize) -> Edit {
        Edit { range: at..at, put: Put::StandIn }
    }

    fn text(range: Range<usize>, put: impl Into<Cow<'static, str>>) -> Edit {
        Edit { range, put: Put::Text(put.into()) }
    }
}

/// A repair to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// The bytes concerned.
    pub range: Range<usize>,
    /// The kind of repair.
    pub kind: NoteKind,
}

/// The kinds of [`Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    /// `##标题`: read as a heading.
    TightHeading,
    /// A line or tag of another tool, left out.
    Leftover,
    /// A TeX command, read or left out.
    Tex,
    /// A citation key, left out.
    Citation,
    /// A table of contents, left out.
    Contents,
    /// A line that links to the résumé in another language, left out.
    Languages,
    /// A code fence around all of the text, left out.
    Fence,
    /// The glyph of an icon font, left out.
    Glyph,
    /// A comment of another tool, left out.
    Comment,
}

impl<'a> Prepared<'a> {
    /// Returns a text with its repairs. Linear in its length.
    pub fn new(source: &'a str) -> Prepared<'a> {
        let mut free = STAND_INS.into_iter().filter(|&c| !source.contains(c));
        let (Some(inserted), Some(tilde), Some(colon)) = (free.next(), free.next(), free.next()) else {
            // A text with all of these marks is read as plain CommonMark.
            return Prepared {
                text: source.into(),
                notes: Vec::new(),
                joins: Vec::new(),
                inserted: '\0',
                tilde: '\0',
                colon: '\0',
            };
        };
        let (edits, notes) = repairs(source);
        let mut prepared = Prepared { text: source.into(), notes, joins: Vec::new(), inserted, tilde, colon };
        if !edits.is_empty() {
            prepared.make(source, &edits);
        }
        prepared
    }

    fn make(&mut self, source: &str, edits: &[Edit]) {
        let mut text = String::with_capacity(source.len() + 3 * edits.len());
        let mut done = 0;
        self.joins.reserve(edits.len());
        for Edit { range, put } in edits {
            // Of two repairs of the same bytes the first is made.
            if range.start < done {
                continue;
            }
            text.push_str(&source[done..range.start]);
            match put {
                Put::StandIn => text.push(self.inserted),
                Put::Tilde => text.push(self.tilde),
                Put::Colon => text.push(self.colon),
                Put::Text(words) => text.push_str(words),
            }
            done = range.end;
            self.joins.push((text.len(), done));
        }
        text.push_str(&source[done..]);
        self.text = text.into();
    }

    /// Returns the offset in the source of an offset in the prepared text; an offset inside an insertion is mapped
    /// to the place of the insertion.
    pub fn to_source(&self, offset: usize) -> usize {
        let next = self.joins.partition_point(|&(end, _)| end <= offset);
        let (prepared, source) = next.checked_sub(1).map_or((0, 0), |last| self.joins[last]);
        let at = source + (offset - prepared);
        self.joins.get(next).map_or(at, |&(_, end)| at.min(end))
    }

    /// Returns a range of the prepared text in pieces, each of which the source has as it is.
    pub fn pieces(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let first = self.joins.partition_point(|&(end, _)| end <= range.start);
        let inside = self.joins[first..].iter().map(|&(end, _)| end).take_while(|end| *end < range.end);
        let ends = inside.chain([range.end]);
        let mut start = range.start;
        ends.map(|end| std::mem::replace(&mut start, end)..end).collect()
    }

    /// Returns the parser's output without stand-ins.
    pub fn restore(&self, text: &str) -> String {
        let mut marks = [self.inserted, self.tilde, self.colon].into_iter();
        if self.joins.is_empty() || !marks.any(|mark| text.contains(mark)) {
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

/// Returns all edits of a text, in order, and the repairs to report.
fn repairs(source: &str) -> (Vec<Edit>, Vec<Note>) {
    let mut found = Repairs { edits: Vec::new(), notes: Vec::new(), hidden: Vec::new() };
    let opened = match fences::round_all(source) {
        Some(lines) => fences::open(lines, &mut found),
        None => fences::open_words(source, &mut found),
    };
    let lines = lines::of(source, &opened);
    asides::find(source, &lines, &mut found);
    alerts::find(source, &lines, &mut found);
    admonitions::find(source, &lines, &mut found);
    comments::find(source, &lines, &mut found);
    contents::find(source, &lines, &mut found);
    languages::find(source, &lines, &mut found);
    leftovers::find(source, &lines, &mut found);
    angles::find(source, &lines, &mut found);
    containers::find(source, &lines, &mut found);
    pandoc::find(source, &lines, &mut found);
    grids::find(source, &lines, &mut found);
    rows::find(source, &lines, &mut found);
    references::find(source, &lines, &mut found);
    tex::find(source, &lines, &mut found);
    indents::find(source, &lines, &mut found);
    headings::find(source, &lines, &mut found);
    bullets::find(source, &lines, &mut found);
    bullets::part_labels(source, &lines, &mut found);
    emphasis::find(source, &lines, &mut found);
    let Repairs { mut edits, mut notes, hidden } = found;
    // Nothing inside a comment is reported.
    let in_comment = |range: &Range<usize>| {
        let nth = hidden.partition_point(|comment| comment.end <= range.start);
        hidden.get(nth).is_some_and(|comment| comment.contains(&range.start) && comment != range)
    };
    notes.retain(|note| !in_comment(&note.range));
    // The sort is stable: of two edits at one place the one found first stays first.
    edits.sort_by_key(|edit| edit.range.start);
    notes.sort_by_key(|note| note.range.start);
    (edits, notes)
}

/// The edits and notes found so far.
struct Repairs {
    edits: Vec<Edit>,
    notes: Vec<Note>,
    /// Comments of other tools.
    hidden: Vec<Range<usize>>,
}

impl Repairs {
    /// Removes some bytes, and notes it.
    fn leave_out(&mut self, range: Range<usize>, kind: NoteKind) {
        self.edits.push(Edit::text(range.clone(), ""));
        self.notes.push(Note { range, kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::chars::is_wide;

    /// Returns the prepared text with its stand-ins made visible.
    pub(super) fn shown(source: &str) -> String {
        let prepared = Prepared::new(source);
        prepared
            .text
            .replace(prepared.inserted, "¦")
            .replace(prepared.tilde, "∼")
            .replace(prepared.colon, "∶")
    }

    #[test]
    fn offsets_lead_back_to_the_source() {
        let source = "##甲~乙**（丙）**丁\n{{ x }}戊\n•己\n•庚\n";
        let prepared = Prepared::new(source);
        for (at, c) in source.char_indices().filter(|(_, c)| is_wide(*c)) {
            let found = prepared.text.find(c).unwrap();
            assert_eq!(prepared.to_source(found), at, "{c}");
        }
        assert_eq!(prepared.to_source(prepared.text.len()), source.len());
    }

    #[test]
    fn what_the_parser_says_is_the_source_again() {
        let source = "甲~乙**（丙）**丁 a:b";
        let prepared = Prepared::new(source);
        assert_eq!(prepared.restore(&prepared.text), source);
    }
}
