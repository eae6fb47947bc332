//! Running text put together again, with a tab at the end of a cell and a break at the end of a line.

use super::element::{self, Kind};
use super::tokens::Tag;
use crate::diag::Span;
use crate::source::markdown::{Inline, InlineKind};

/// The separator of the text so far from the text to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Cell,
    Line(Span),
}

/// The inlines so far.
#[derive(Debug)]
pub struct Line {
    out: Vec<Inline>,
    /// Whether the text is in a heading, which stays one line.
    heading: bool,
    gap: Gap,
    /// Blanks since the last text.
    blanks: Vec<Inline>,
    /// The last visible character of this line.
    last: Option<char>,
    /// Whether something is visible already.
    begun: bool,
}

impl Line {
    pub fn new(heading: bool) -> Line {
        Line { out: Vec::new(), heading, gap: Gap::None, blanks: Vec::new(), last: None, begun: false }
    }

    /// Adds an inline that is not a tag.
    pub fn push(&mut self, inline: Inline) {
        match &inline.kind {
            InlineKind::SoftBreak { .. } => self.blanks.push(inline),
            InlineKind::Text(text) if text.trim().is_empty() => self.blanks.push(inline),
            InlineKind::HardBreak => {
                self.out.append(&mut self.blanks);
                self.out.push(inline);
                (self.gap, self.last) = (Gap::None, None);
            }
            _ if is_visible(&inline) => {
                self.fill_gap(&inline);
                // An icon belongs to the text after it: no tab comes between.
                self.last = edge(&inline, false);
                self.begun = true;
                self.out.push(inline);
            }
            _ => self.out.push(inline),
        }
    }

    /// Begins a cell.
    pub fn cell(&mut self) {
        self.gap = self.gap.max(Gap::Cell);
    }

    /// Adds a tag, unless it only separates; `cell`: a cell begins or ends here.
    pub fn tag(&mut self, tag: &Tag, inline: Inline, cell: bool) {
        let kind = element::kind(tag);
        let parts = kind.is_block() || cell;
        if !parts {
            if self.gap == Gap::None {
                self.out.append(&mut self.blanks);
            }
            if !matches!(kind, Kind::Nothing | Kind::Hidden { .. }) {
                self.out.push(inline);
            }
            return;
        }
        let one_line = self.heading || cell || matches!(kind, Kind::Cell { .. });
        let gap = if one_line { Gap::Cell } else { Gap::Line(inline.span) };
        self.gap = self.gap.max(gap);
        if !kind.is_block() {
            self.out.push(inline);
        }
    }

    /// Returns all inlines.
    pub fn finish(mut self) -> Vec<Inline> {
        self.out.append(&mut self.blanks);
        self.out
    }

    fn fill_gap(&mut self, next: &Inline) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let at = Span { end: next.span.start, ..next.span };
        match gap {
            Gap::Line(tag) if self.begun => {
                self.blanks.clear();
                self.out.push(Inline { span: tag, kind: InlineKind::HardBreak });
                self.last = None;
            }
            Gap::Cell if self.parts_cells(next) => {
                self.blanks.clear();
                self.out.push(Inline { span: at, kind: InlineKind::Text("\t".to_owned()) });
            }
            // A comma that ends a cell is not glued to the next one.
            Gap::Cell if self.blanks.is_empty() && matches!(self.last, Some(',' | ';')) => {
                self.out.push(Inline { span: at, kind: InlineKind::Text(" ".to_owned()) });
            }
            _ => self.out.append(&mut self.blanks),
        }
    }

    /// Returns whether a tab belongs before the next inline: not at a line's start, not where a dash or a bar
    /// already separates or joins, not inside brackets.
    fn parts_cells(&self, next: &Inline) -> bool {
        let first = edge(next, true);
        let opening = |c| matches!(c, '(' | '（' | '[' | '［' | '【' | '「');
        let closing = |c| matches!(c, ')' | '）' | ']' | '］' | '】' | '」');
        self.last.is_some_and(|c| !joins(c) && !opening(c)) && !first.is_some_and(|c| joins(c) || closing(c))
    }
}

/// Returns whether a character separates or joins its neighbours.
fn joins(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '—'
            | '~'
            | '～'
            | '→'
            | '|'
            | '｜'
            | '/'
            | '·'
            | '•'
            | ','
            | '，'
            | '、'
            | ':'
            | '：'
            | ';'
            | '；'
    )
}

/// Returns whether an inline shows something.
pub fn is_visible(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => !text.trim().is_empty(),
        InlineKind::Code(_)
        | InlineKind::Image { .. }
        | InlineKind::Icon(_)
        | InlineKind::FootnoteReference(_) => true,
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => content.iter().any(is_visible),
        InlineKind::SoftBreak { .. }
        | InlineKind::HardBreak
        | InlineKind::Tag { .. }
        | InlineKind::Comment(_)
        | InlineKind::Html(_) => false,
    }
}

/// Returns the first or the last visible character.
fn edge(inline: &Inline, first: bool) -> Option<char> {
    let of_text = |text: &str| {
        let text = text.trim();
        if first { text.chars().next() } else { text.chars().next_back() }
    };
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::FootnoteReference(text) => {
            of_text(text)
        }
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => {
            let mut edges = content.iter().map(|inline| edge(inline, first));
            if first { edges.find_map(|edge| edge) } else { edges.rev().find_map(|edge| edge) }
        }
        // Neither letter nor punctuation, but something.
        InlineKind::Image { .. } => Some('\u{FFFC}'),
        _ => None,
    }
}
