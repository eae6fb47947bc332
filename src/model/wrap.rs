//! Lines that an editor wrapped, and lines that their author broke.
//!
//! Markdown reads a newline as a blank. That is right where prose was wrapped at a column, and wrong where each
//! line is a statement of its own: joined, two clauses would have no mark between them.

#[cfg(test)]
mod tests;

use super::flow::{Joint, Line, ends_open, runs_on};
use super::rich::{Marks, Run};
use crate::source::chars::{half_ems, is_wide};
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};

/// The widest column at which editors wrap, in half ems.
const WIDEST: usize = 124;
/// The narrowest one.
const NARROWEST: usize = 60;
/// The column at which words are wrapped, in half ems, if the text does not show it.
const USUAL: usize = 72;
/// The longest line that an editor wraps, in half ems.
const FARTHEST: usize = 130;
/// Among how many characters at the beginning of a line the sign of a number or a key stands.
const SIGN: usize = 6;
/// How far from the column a wrapped line may end beyond the word that did not fit: lists are indented.
const SLACK: usize = 12;

/// The column at which the lines of a text are wrapped: the width of its longest line, in half ems; `None` if
/// nothing shows that they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure(Option<usize>);

/// Returns the column at which a text is wrapped.
pub(super) fn measure(blocks: &[Block], source: &str) -> Measure {
    let (mut long, mut longest, mut broken) = (0, 0, Vec::new());
    each_line(blocks, &mut |inlines, soft| {
        let width = written(inlines, source);
        if width > WIDEST {
            long += 1;
        } else if width >= NARROWEST {
            longest = longest.max(width);
            broken.extend(Some(width).filter(|_| soft));
        }
    });
    // A single line longer than the others is no column.
    let full = broken.iter().filter(|width| **width + SLACK >= longest).count();
    Measure(Some(longest).filter(|_| full >= 2 && long * 3 <= broken.len()))
}

/// Calls `each` for the lines of all paragraphs, with whether a soft break ends them.
fn each_line<'a>(blocks: &'a [Block], each: &mut impl FnMut(&'a [Inline], bool)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                let mut rest = content.as_slice();
                while let Some(end) = rest.iter().position(is_break) {
                    each(&rest[..end], matches!(rest[end].kind, InlineKind::SoftBreak { .. }));
                    rest = &rest[end + 1..];
                }
                each(rest, false);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| each_line(&item.blocks, each)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => each_line(blocks, each),
            BlockKind::Definitions(definitions) => {
                definitions.iter().flat_map(|one| &one.details).for_each(|blocks| each_line(blocks, each));
            }
            _ => {}
        }
    }
}

fn is_break(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak)
}

/// Returns the width of a line in the source, with all its marks.
fn written(line: &[Inline], source: &str) -> usize {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return 0 };
    width(source.get(first.span.range().start..last.span.range().end).unwrap_or_default())
}

fn width(text: &str) -> usize {
    text.chars().map(half_ems).sum()
}

/// Returns whether every line is one code span and nothing else.
pub(super) fn are_code(lines: &[Line]) -> bool {
    lines.iter().all(|line| line.text.all(|marks| marks.code))
}

/// Makes the soft breaks of a paragraph hard where the author, not an editor, broke the lines.
pub(super) fn keep_lines(lines: &mut [Line], measure: Measure, source: &str) {
    let soft: Vec<usize> =
        (1..lines.len()).filter(|at| matches!(lines[*at].joint, Joint::Soft { .. })).collect();
    // Code spans in a row are one line.
    if soft.is_empty() || are_code(lines) {
        return;
    }
    // One address per line.
    if lines.iter().all(is_address) {
        return soft.into_iter().for_each(|at| lines[at].joint = Joint::Hard);
    }
    let texts: Vec<String> = lines.iter().map(|line| line.text.text().into_owned()).collect();
    let widths: Vec<usize> = lines.iter().map(|line| line_width(line, source)).collect();
    let column = measure.0.or_else(|| block_of(&widths));
    let spaced = |at: usize| !matches!(lines[at].joint, Joint::Soft { space: false, .. });
    // A wrapped line ends where the next word would not have fitted. Words may be wrapped in one paragraph of a
    // text that is not; Chinese is then not.
    let wrapped = |at: usize| {
        let column = column.or_else(|| Some(USUAL).filter(|_| spaced(at)));
        let (width, next) = (widths[at - 1], first_word(&texts[at]));
        column.is_some_and(|column| width <= FARTHEST && width + 1 + next + SLACK > column)
    };
    let open = |at: usize| ends_open(&texts[at - 1]);
    let goes_on = |at: usize| goes_on(&texts[at - 1], &texts[at]);
    // Where one sentence runs on over a line end, others may.
    let prose = soft.iter().any(|at| goes_on(*at));
    let figures = texts.iter().all(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    let lines_of_own = || soft.iter().all(|at| !wrapped(*at)) && soft.iter().any(|at| open(*at));
    let apart = figures || (!prose && lines_of_own());
    let counted = counted(&texts);
    let labelled =
        are_labelled(lines) || are_linked(lines) || end_in_semicolons(&texts) || are_sentences(&texts);
    let own = |at: usize| {
        let alone = !prose && open(at) && !wrapped(at) && (!spaced(at) || widths[at - 1] > FARTHEST);
        apart
            || labelled
            || alone
            || counted.binary_search(&at).is_ok()
            || in_two_styles(&lines[at - 1], &lines[at])
    };
    let kept: Vec<usize> = soft.iter().copied().filter(|at| !goes_on(*at) && own(*at)).collect();
    kept.into_iter().for_each(|at| lines[at].joint = Joint::Hard);
}

/// Returns whether a line is a web address and nothing else.
fn is_address(line: &Line) -> bool {
    let text = line.text.text();
    let text = text.trim();
    let begins = ["https://", "http://", "www."].iter().any(|lead| text.starts_with(lead));
    begins && !text.contains(char::is_whitespace)
}

/// `熟悉甲；` over `了解乙；`: each line but the last ends like an item of a list.
fn end_in_semicolons(texts: &[String]) -> bool {
    let ends = |text: &String| text.trim_end().ends_with(['；', ';']);
    matches!(texts, [before @ .., _] if !before.is_empty() && before.iter().all(ends))
}

/// Returns whether each of several short lines is one Chinese sentence: no editor wraps at every full stop. Long ones may be
/// prose, a sentence to a line.
fn are_sentences(texts: &[String]) -> bool {
    let one = |text: &String| {
        let text = text.trim();
        let inner = text.strip_suffix('。').unwrap_or_default();
        !inner.is_empty() && !inner.contains('。') && width(text) <= NARROWEST
    };
    texts.len() > 1 && texts.iter().all(one)
}

/// Returns whether a sentence continues from one line to the next.
pub(super) fn goes_on(before: &str, after: &str) -> bool {
    const OPEN: [&str; 36] = [
        "of", "the", "a", "an", "in", "on", "at", "by", "for", "with", "and", "or", "to", "from", "as", "i",
        "de", "la", "el", "des", "du", "der", "die", "das", "und", "et", "y", "e", "da", "do", "di", "и",
        "в", "с", "на", "для",
    ];
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let first = after.trim_start().chars().next();
    runs_on(before, after)
        || is_begun(before)
        || breaks_off(before, after)
        || OPEN.contains(&last.as_str())
        || before.trim_end().ends_with(|c| "和与與及或在将將把被由从從向以并且但而".contains(c))
        || first.is_some_and(|first| matches!(first, ':' | '：' | '(' | '（' | '&'))
        || (ends_open(before)
            && !before.trim_end().ends_with(is_wide)
            && first.is_some_and(char::is_lowercase))
}

/// Returns whether a long line of prose ends in the middle of a sentence, which the next line finishes: an editor broke it,
/// though nothing else in the text shows at which column.
fn breaks_off(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim(), after.trim());
    let clauses = before.contains(['，', '、', '。']) || before.contains(", ") || before.contains(". ");
    let stops = |c: char| matches!(c, '。' | '！' | '？' | '.');
    // `一、…` and `技术：…` begin something.
    let sign = |c: char| matches!(c, '.' | '：' | ':' | ')' | '）');
    let counted = after
        .split_once('、')
        .is_some_and(|(number, _)| number.chars().all(|c| "一二三四五六七八九十".contains(c)));
    let begins = counted || after.chars().take(SIGN).any(sign);
    width(before) >= NARROWEST
        && clauses
        && before.ends_with(char::is_alphanumeric)
        && after.ends_with(stops)
        && after.starts_with(char::is_alphabetic)
        && !begins
}

/// Returns whether a line ends in the first words of a clause: `…做过项目。 通过`, `…提供依据，为集团`.
fn is_begun(line: &str) -> bool {
    const LEADS: [&str; 16] = [
        "通过", "通過", "基于", "基於", "针对", "針對", "根据", "根據", "按照", "由于", "由於", "为了",
        "為了", "随着", "为", "為",
    ];
    const CLAUSE: usize = 5;
    let line = line.trim_end();
    let Some((at, mark)) = line.char_indices().rev().take(CLAUSE + 3).find(|(_, c)| "，。；！".contains(*c))
    else {
        return false;
    };
    let tail = line[at + mark.len_utf8()..].trim_start();
    // 为期三个月 and 以甲为主 lead to nothing.
    let set = tail.chars().nth(1).is_some_and(|c| "期主辅輔例止准準".contains(c));
    tail.chars().count() <= CLAUSE && !set && LEADS.iter().any(|lead| tail.starts_with(lead))
}

/// Returns the lines that begin with 1, 2, 3 and no mark after the number, if there are at least three.
fn counted(texts: &[String]) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let number = text.split_whitespace().next().and_then(|word| word.parse::<usize>().ok());
        if number == Some(found.len() + 1) {
            found.push(at);
        }
    }
    if found.len() >= 3 { found } else { Vec::new() }
}

/// Returns whether at least three lines each begin with bold words and continue in others: `**数据库** MySQL`.
fn are_labelled(lines: &[Line]) -> bool {
    lines.len() >= 3
        && lines.iter().all(|line| {
            let mut runs = line.text.runs().filter(|run| !run.text.trim().is_empty());
            runs.next().is_some_and(|first| first.marks.strong) && runs.any(|run| !run.marks.strong)
        })
}

/// Returns whether at least two lines each begin with a link and continue in words: `[作品甲](…)：毕业设计`.
fn are_linked(lines: &[Line]) -> bool {
    lines.len() >= 2
        && lines.iter().all(|line| {
            let mut runs = line.text.runs().filter(|run| !run.text.trim().is_empty());
            runs.next().is_some_and(|first| first.link.is_some()) && runs.any(|run| run.link.is_none())
        })
}

/// Returns whether each of two lines has a single style, and the first is set apart by it: `**Name**` over `*place*`.
fn in_two_styles(before: &Line, after: &Line) -> bool {
    let (before, after) = (style(before), style(after));
    before.is_some_and(|style| style != Style::default()) && after.is_some() && before != after
}

/// The marks of a text, and whether it is a link.
type Style = (Marks, bool);

fn style(line: &Line) -> Option<Style> {
    let mut runs = line.text.runs().filter(|run| !run.text.trim().is_empty());
    let of = |run: &Run| (run.marks, run.link.is_some());
    let first = of(runs.next()?);
    runs.all(|run| of(run) == first).then_some(first)
}

fn line_width(line: &Line, source: &str) -> usize {
    let shown = width(&line.text.text());
    let written = line.text.span().and_then(|span| source.get(span.range())).map_or(0, width);
    shown.max(written)
}

/// Returns the column at which a paragraph is wrapped in a text that is not: at least three lines, all of the same
/// length except the last.
fn block_of(widths: &[usize]) -> Option<usize> {
    let [full @ .., _] = widths else { return None };
    let (least, most) = (full.iter().min()?, full.iter().max()?);
    (full.len() >= 2 && *least + SLACK >= *most && (NARROWEST..=WIDEST).contains(most)).then_some(*most)
}

/// Returns the width of the first word of a line; in Chinese that of one character.
fn first_word(text: &str) -> usize {
    let mut word = text.chars().take_while(|c| !c.is_whitespace());
    match word.next() {
        Some(c) if is_wide(c) => 2,
        Some(_) => 1 + word.take_while(|c| !is_wide(*c)).count(),
        None => 0,
    }
}
