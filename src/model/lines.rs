//! The lines inside a paragraph: which newline of the source begins a new line, and which label a line has.

use super::Builder;
use super::date;
use super::flow::{self, Joint, Line, join};
use super::key::{self, Key};
use super::number::HandNumber;
use super::resume::{Label, LabelKind, TextLine};
use super::rich::{Piece, Rich};
use super::wrap;
use crate::source::chars::{half_ems, is_wide};
use crate::source::markdown::{Inline, InlineKind};

/// The longest numbered title, in half ems.
const TITLE: usize = 48;

/// The surroundings of a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// Whether a paragraph next to it has a line that begins with a key.
    pub keys: bool,
    /// Whether its section has two or more lines that begin with a key.
    pub keyed_section: bool,
    /// Whether ordinary text follows, without a number.
    pub text_follows: bool,
    /// Whether nothing is to be inferred.
    pub off: bool,
    /// Whether it begins an item of a list, after whose mark it has its own number: `- 1、负责`.
    pub behind_mark: bool,
}

/// The beginning of a line of the source.
struct Shape {
    number: Option<HandNumber>,
    key: Option<Key>,
    text: String,
}

/// Counts the lines that begin with a run-in key.
pub(super) fn keys(lines: &[Line]) -> usize {
    lines.iter().filter(|line| key::run_in(&line.text.text()).is_some()).count()
}

/// Calls `each` with the beginning of every line of the source that is followed by another; the last
/// stays in `line`.
pub(super) fn each_start(content: &[Inline], line: &mut String, each: &mut impl FnMut(&str)) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) if line.len() < 80 => {
                line.push_str(if line.is_empty() { text.trim_start() } else { text });
            }
            InlineKind::SoftBreak { .. } | InlineKind::HardBreak => {
                each(line);
                line.clear();
            }
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => each_start(content, line, each),
            _ => {}
        }
    }
}

/// Returns whether the first of some lines begins with a hand-written number.
pub(super) fn begins_with_number(lines: &[Line]) -> bool {
    lines.first().is_some_and(|line| HandNumber::at_start(&line.text.text()).is_some())
}

impl Builder<'_> {
    /// Returns the lines of a paragraph as they are set.
    pub fn text_lines(&mut self, mut lines: Vec<Line>, around: Around) -> Vec<TextLine> {
        if around.off {
            return vec![plain(lines)];
        }
        // Hard line ends, before others are made hard.
        let asked: Vec<bool> = lines.iter().map(|line| line.joint == Joint::Hard).collect();
        let stray = self.stray_returns(&lines);
        if !wrap::are_code(&lines) {
            flow::keep_hand_broken(&mut lines);
        }
        wrap::keep_lines(&mut lines, self.measure, &self.source.text);
        stray.into_iter().for_each(|(at, joint)| lines[at].joint = joint);
        plain_dates(&mut lines);
        let mut shapes: Vec<Shape> = lines.iter().map(|line| shape(&line.text)).collect();
        for at in (1..lines.len()).filter(|at| !asked[*at]) {
            // `… methods for` over `sampling. Colleagues: …`: an editor's line, and no key.
            if wrap::goes_on(&shapes[at - 1].text, &shapes[at].text) {
                shapes[at].key = None;
            }
        }
        let own = shapes.iter().filter(|shape| shape.key.is_some()).count();
        let longer = || shapes.iter().filter(|shape| key::run_in_beside(&shape.text).is_some()).count();
        let keyed = around.keys || own >= 2 || own == 1 && longer() >= 2;
        if keyed {
            // Lines next to them are treated alike.
            for (at, shape) in shapes.iter_mut().enumerate().filter(|(_, shape)| shape.key.is_none()) {
                shape.key = key::run_in_beside(&shape.text).filter(|_| at == 0 || asked[at]);
            }
        }
        let mut groups: Vec<(Vec<Line>, LabelKind)> = Vec::new();
        let last = lines.len().saturating_sub(1);
        let mut title_before = false;
        for (at, (mut line, shape)) in lines.into_iter().zip(&shapes).enumerate() {
            let numbered = shape.number.is_some();
            let key = shape.key.is_some() && if at == 0 { keyed || around.keyed_section } else { keyed };
            // A separate line below a key with its value does not belong to it.
            let apart = matches!(groups.last(), Some((group, LabelKind::Key))
                if asked[at] && group.len() == 1 && keyed && has_value(&group[0].text)
                    && !self.is_indented(&line.text));
            let starts = at == 0 || title_before || numbered || key || apart;
            let next_plain = match shapes.get(at + 1) {
                Some(next) => next.number.is_none() && !(keyed && next.key.is_some()),
                None => at == 0 && at == last && around.text_follows,
            };
            let title = starts && numbered && next_plain && is_title(&shape.text);
            title_before = title;
            let kind = match (title, numbered) {
                (true, _) => LabelKind::Title,
                (false, true) => LabelKind::Number,
                (false, false) => LabelKind::Key,
            };
            if starts {
                line.joint = Joint::Start;
                groups.push((vec![line], kind));
            } else if let Some((group, _)) = groups.last_mut() {
                group.push(line);
            }
        }
        groups
            .into_iter()
            .enumerate()
            .map(|(at, (lines, kind))| match kind {
                LabelKind::Number | LabelKind::Title if at == 0 && around.behind_mark => plain(lines),
                _ => self.text_line(lines, kind, (keyed, around.keyed_section)),
            })
            .collect()
    }

    /// Returns the ends of lines that are a carriage return alone in a text whose lines end otherwise: some programs leave
    /// them behind within a sentence, and no author breaks a line so.
    fn stray_returns(&self, lines: &[Line]) -> Vec<(usize, Joint)> {
        let text = &self.source.text;
        let stray = |line: &Line| match line.joint {
            Joint::Soft { at, .. } => text.get(at.range().start..).is_some_and(|rest| {
                rest.starts_with('\r') && !rest.starts_with("\r\n") && text.contains('\n')
            }),
            _ => false,
        };
        lines.iter().enumerate().filter(|(_, line)| stray(line)).map(|(at, line)| (at, line.joint)).collect()
    }

    /// Returns whether a line of the source begins with two or more blanks: it is indented under the one above.
    fn is_indented(&self, line: &Rich) -> bool {
        let Some(span) = line.span() else { return false };
        let before = self.source.text.get(..span.range().start).unwrap_or_default();
        before.ends_with("  ") || before.ends_with('\t') || before.ends_with('\u{3000}')
    }

    fn text_line(&mut self, lines: Vec<Line>, kind: LabelKind, (beside, keyed): (bool, bool)) -> TextLine {
        let whole = join(lines);
        let text = whole.text();
        let span = whole.span().unwrap_or_default();
        let label_len = match kind {
            LabelKind::Number | LabelKind::Title => self.number(&whole, TEXT_DEPTH).map(|number| number.len),
            LabelKind::Key if is_aside(&whole) => None,
            LabelKind::Key if beside => key::run_in_beside(&text).map(|key| key.len),
            LabelKind::Key => key::run_in(&text).filter(|_| keyed).map(|key| key.len),
        };
        let Some(len) = label_len else { return TextLine { label: None, body: whole, span } };
        let label = Label { text: whole.slice(0..len), kind };
        TextLine { label: Some(label), body: whole.slice(len..text.len()).trim(), span }
    }
}

/// Numbers in running text are counted apart from those of headings.
const TEXT_DEPTH: u8 = u8::MAX;

fn shape(text: &Rich) -> Shape {
    let text = text.text();
    let (number, key) = (HandNumber::at_start(&text), key::run_in(&text));
    Shape { number, key, text: text.into_owned() }
}

/// `*Final grade: 1.7 (very good)*`: italic throughout, which a key in bold would tear. Han are not slanted.
fn is_aside(line: &Rich) -> bool {
    line.all(|marks| marks.emphasis && !marks.strong) && !line.text().contains(is_wide)
}

/// Returns whether a line is a key and its value.
fn has_value(line: &Rich) -> bool {
    let text = line.text();
    key::run_in(&text).is_some_and(|key| key.value < text.len())
}

/// Returns whether a numbered line is a title: short, and no sentence.
fn is_title(text: &str) -> bool {
    let text = text.trim_end();
    let sentence =
        text.ends_with(['。', '；', '！', '？', '，', '、', '：', '.', ';', '!', '?', ',', ':', '…']);
    !sentence && text.chars().map(half_ems).sum::<usize>() <= TITLE
}

/// Returns lines as one, hard breaks kept.
pub(super) fn plain(lines: Vec<Line>) -> TextLine {
    let body = join(lines);
    let span = body.span().unwrap_or_default();
    TextLine { label: None, body, span }
}

/// Returns whether a text is one line.
pub(super) fn is_one_line(text: &Rich) -> bool {
    !text.0.contains(&Piece::Break)
}

/// `` `2014年10月` Talk on samples ``: a code span around the date that leads a line only sets it apart.
fn plain_dates(lines: &mut [Line]) {
    for line in lines {
        let end = coded_date(&line.text);
        if end == 0 {
            continue;
        }
        let lead = line.text.0.iter_mut().map_while(|piece| match piece {
            Piece::Run(run) if run.marks.code => Some(run),
            _ => None,
        });
        lead.for_each(|run| run.marks.code = false);
    }
}

/// Returns the end of the code span with a date that a line begins with; 0 if there is none, or a sentence continues
/// after it.
fn coded_date(line: &Rich) -> usize {
    let end = line.runs().take_while(|run| run.marks.code).map(|run| run.text.len()).sum::<usize>();
    let text = line.text();
    let dated = end > 0 && date::parse(text[..end].trim()).is_some();
    let runs_on = text[end..].trim_start().starts_with(|c: char| c.is_ascii_lowercase());
    if dated && !runs_on { end } else { 0 }
}
