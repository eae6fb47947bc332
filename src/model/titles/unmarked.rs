//! Lines that are titles because others of the same shape are: in brackets, or alone over a list.

use super::{Title, is_bold, lines};
use crate::diag::Span;
use crate::model::kinds::SectionKind;
use crate::model::section::inside_brackets;
use crate::source::chars::is_han;
use crate::source::markdown::{Block, BlockKind, Inline, plain_text};

/// The longest title of this shape, in characters.
const LONGEST: usize = 14;

/// Returns the titles of a text without headings that `found`, recognised by their words, do not include yet.
pub(super) fn more(blocks: &[Block], found: &[Title]) -> Vec<Title> {
    let mut more = in_brackets(blocks, found);
    more.extend(over_lists(blocks, found));
    more.extend(in_two_tongues(blocks, found));
    more.extend(with_colons(blocks, found));
    more.retain(|title| !found.iter().any(|known| (known.block, known.line) == (title.block, title.line)));
    more
}

/// `[职业发展]` where `[技能]` and `[项目经验]` are titles.
fn in_brackets(blocks: &[Block], found: &[Title]) -> Vec<Title> {
    let line = |title: &Title| match &blocks[title.block].kind {
        BlockKind::Paragraph(content) => lines(content).get(title.line).map(|line| plain_text(line)),
        _ => None,
    };
    if found.iter().filter_map(line).filter(|text| is_bracketed(text)).count() < 2 {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let BlockKind::Paragraph(content) = &block.kind else { continue };
        // The line that begins a paragraph, with something under it.
        let first = lines(content).into_iter().next().unwrap_or_default();
        if is_bracketed(&plain_text(first)) {
            all.extend(title(at, first));
        }
    }
    all
}

/// `核心优势 / Core Advantages` where `教育背景 / Education` and `自我评价 / Summary` are titles.
fn in_two_tongues(blocks: &[Block], found: &[Title]) -> Vec<Title> {
    let only = |block: &Block| match &block.kind {
        BlockKind::Paragraph(content) => match lines(content).as_slice() {
            [line] => Some(plain_text(line)).filter(|text| is_in_two_tongues(text)),
            _ => None,
        },
        _ => None,
    };
    let known: Vec<usize> =
        found.iter().map(|title| title.block).filter(|at| only(&blocks[*at]).is_some()).collect();
    let Some(first) = known.first().filter(|_| known.len() >= 2) else { return Vec::new() };
    let mut all = Vec::new();
    for (at, block) in blocks.iter().enumerate().skip(*first) {
        let BlockKind::Paragraph(content) = &block.kind else { continue };
        if only(block).is_some() {
            all.extend(title(at, content));
        }
    }
    all
}

/// `参考资料:` over a list where `教育背景:` and `自我评价:` are titles.
fn with_colons(blocks: &[Block], found: &[Title]) -> Vec<Title> {
    let announces = |at: usize| {
        let (BlockKind::Paragraph(content), Some(below)) = (&blocks[at].kind, blocks.get(at + 1)) else {
            return None;
        };
        let lines = lines(content);
        let [line] = lines.as_slice() else { return None };
        let text = plain_text(line);
        let title = text.trim().strip_suffix([':', '：'])?;
        let short = (2..=LONGEST * 2).contains(&title.chars().map(|c| if is_han(c) { 2 } else { 1 }).sum());
        let list = matches!(below.kind, BlockKind::List { .. });
        (short && list && title.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '&' | '/')))
            .then_some(*line)
    };
    let known: Vec<usize> =
        found.iter().map(|title| title.block).filter(|at| announces(*at).is_some()).collect();
    let Some(first) = known.first().filter(|_| known.len() >= 2) else { return Vec::new() };
    (*first..blocks.len()).filter_map(|at| title(at, announces(at)?)).collect()
}

/// Returns whether a text is a few Han characters, a mark, and Latin words.
fn is_in_two_tongues(text: &str) -> bool {
    let Some((left, right)) = text.trim().split_once(['/', '／', '|', '｜']) else { return false };
    let (left, right) = (left.trim(), right.trim());
    (2..=LONGEST).contains(&left.chars().count())
        && left.chars().all(is_han)
        && (3..=LONGEST * 4).contains(&right.chars().count())
        && right.starts_with(|c: char| c.is_ascii_uppercase())
        && right.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '&' | '-' | '/'))
}

fn is_bracketed(text: &str) -> bool {
    let inner = inside_brackets(text);
    inner.is_some_and(|inner| {
        (2..=LONGEST).contains(&inner.chars().count())
            && inner.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '&' | '/'))
    })
}

/// 技术栈 and 项目工作经验, each alone over a list or a line with no other title above it: words of sections, each
/// occurring only once.
fn over_lists(blocks: &[Block], found: &[Title]) -> Vec<Title> {
    if found.iter().filter(|title| !title.bold).count() > 2 || found.iter().any(|title| title.bold) {
        return Vec::new();
    }
    let mut all: Vec<(String, Title)> = Vec::new();
    for (at, pair) in blocks.windows(2).enumerate() {
        let (BlockKind::Paragraph(content), BlockKind::List { .. }) = (&pair[0].kind, &pair[1].kind) else {
            continue;
        };
        let lines = lines(content);
        // `项目经验` over `某公司（2018.09-2020.03）`, and then the list.
        let Some(first) = lines.first().filter(|_| lines.len() <= 2) else { continue };
        let text = plain_text(first).trim().to_owned();
        let short = text.chars().count() <= 8 && text.chars().all(is_han);
        let known = SectionKind::of_title(&text) != [SectionKind::Other]
            || ["技能", "经历", "经验", "能力"].iter().any(|end| text.ends_with(end));
        if short && known && !is_bold(first) {
            all.extend(title(at, first).map(|title| (text, title)));
        }
    }
    let once = |text: &String| all.iter().filter(|(other, _)| other == text).count() == 1;
    if all.len() < 3 || !all.iter().all(|(text, _)| once(text)) {
        return Vec::new();
    }
    all.into_iter().map(|(_, title)| title).collect()
}

fn title(block: usize, line: &[Inline]) -> Option<Title> {
    let span = line.iter().map(|inline| inline.span).reduce(Span::to)?;
    let kind = SectionKind::of_title(&plain_text(line))[0];
    Some(Title { block, line: 0, bold: false, exact: true, kind, span })
}
