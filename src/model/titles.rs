//! Titles without `#`: bold or plain lines that name the subject of a section, as in text pasted from a
//! word processor.

mod looks;
mod unmarked;

use std::borrow::Cow;

use looks::is_bold;

use super::date;
use super::kinds::{Known, SectionKind};
use super::words;
use crate::diag::{Diagnostic, Sink, Span, code};
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, plain_text};

/// Returns the blocks of a document, with the lines that are titles turned into headings.
pub(super) fn blocks<'a>(
    blocks: Cow<'a, [Block]>,
    known_titles: &mut Known,
    sink: &mut Sink,
) -> Cow<'a, [Block]> {
    let kinds = kinds_of_headings(&blocks, known_titles);
    let known = known_levels(&blocks, &kinds);
    let mut lines: Vec<Title> = blocks.iter().enumerate().flat_map(|(at, block)| titles(at, block)).collect();
    let maybe: Vec<Title> = lines.extract_if(.., |title| !title.exact).collect();
    if known.is_empty() {
        lines.extend(unmarked::more(&blocks, &lines));
        lines.sort_by_key(|title| (title.block, title.line));
    }
    let wanted = with_sisters(wanted(&kinds, &lines, known.len()), &blocks, known.len());
    let wanted = with_likely(wanted, maybe, &kinds);
    let wanted = said_once(wanted, &blocks);
    let level = known.iter().min().copied().unwrap_or_else(|| free_level(&blocks));
    if wanted.is_empty() {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len() + wanted.len());
    let mut wanted = wanted.iter().peekable();
    for (at, block) in blocks.iter().enumerate() {
        let here: Vec<&Title> = std::iter::from_fn(|| wanted.next_if(|title| title.block == at)).collect();
        if here.is_empty() {
            out.push(block.clone());
        } else {
            here.iter().for_each(|title| report(title, sink));
            cut(block, &here, level, &mut out);
        }
    }
    Cow::Owned(out)
}

/// A line that reads like the title of a section.
#[derive(Clone, Debug)]
struct Title {
    /// The block that has it.
    block: usize,
    /// Its index among the block's lines.
    line: usize,
    /// Whether all of it is bold.
    bold: bool,
    /// Whether it can hardly be anything but the title of a section.
    exact: bool,
    kind: SectionKind,
    span: Span,
}

/// Returns for each block the first kind in its title, if it is a heading.
fn kinds_of_headings(blocks: &[Block], known: &mut Known) -> Vec<Option<SectionKind>> {
    let kind = |block: &Block| match &block.kind {
        BlockKind::Heading { content, .. } => Some(known.of(&plain_text(content)).kinds[0]),
        _ => None,
    };
    blocks.iter().map(kind).collect()
}

/// Returns the levels of the headings with known titles.
fn known_levels(blocks: &[Block], kinds: &[Option<SectionKind>]) -> Vec<u8> {
    blocks
        .iter()
        .zip(kinds)
        .filter_map(|(block, kind)| match &block.kind {
            BlockKind::Heading { level, .. } if is_known(*kind) => Some(*level),
            _ => None,
        })
        .collect()
}

/// Returns the level for sections in a text without any: below a name.
fn free_level(blocks: &[Block]) -> u8 {
    let first = blocks.iter().find_map(|block| match block.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    });
    first.map_or(2, |level| (level + 1).min(6))
}

/// Returns the lines of a block that are titles and nothing else.
fn titles(at: usize, block: &Block) -> Vec<Title> {
    let content = match &block.kind {
        BlockKind::Paragraph(content) => content,
        // `1. 教育背景` alone is no list.
        BlockKind::List { items, start: Some(_), .. } => match items.as_slice() {
            [item] => match item.blocks.as_slice() {
                [Block { kind: BlockKind::Paragraph(content), .. }] => content,
                _ => return Vec::new(),
            },
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let lines = lines(content);
    // Long paragraphs of prose are not searched line by line.
    if lines.len() > 200 {
        return Vec::new();
    }
    let title = |(line, inlines): (usize, &[Inline])| {
        let words = plain_text(inlines);
        // Blanks that pad a bold line to its measure mean nothing.
        let words = words.trim();
        // Prose is not checked for a title.
        if words.chars().nth(40).is_some() || words.chars().filter(char::is_ascii_digit).count() >= 5 {
            return None;
        }
        let (exact, bold) = (SectionKind::is_exact_title(words), is_bold(inlines));
        if !exact && !bold {
            return None;
        }
        let kind = SectionKind::of_title(words)[0];
        // `**Summary:**` may be a label as well; alone on a line it is a title.
        let exact = exact || kind == SectionKind::Summary;
        // 主要项目 may be one, too, if another bold line is.
        use SectionKind::{Education, Projects, Work};
        if !exact && !matches!(kind, Education | Projects | Work) {
            return None;
        }
        let span = inlines.iter().map(|inline| inline.span).reduce(Span::to)?;
        Some(Title { block: at, line, bold, exact, kind, span })
    };
    lines.into_iter().enumerate().filter_map(title).collect()
}

/// Returns which of the lines found are sections: all of them if few headings are known, else those above
/// the first known heading that head personal data or a career, and those that all headings miss.
fn wanted<'t>(kinds: &[Option<SectionKind>], lines: &'t [Title], known: usize) -> Vec<&'t Title> {
    let bold = lines.iter().filter(|title| title.bold).count();
    if known < 2 || (bold > known && bold >= 3) {
        return lines.iter().filter(|title| title.bold || known < 2).collect();
    }
    let first = kinds.iter().position(|kind| is_known(*kind)).unwrap_or(0);
    // Otherwise the text under a plain line above the first heading would be a part of the header.
    use SectionKind::{Education, Personal, Projects, Work};
    let heads = |title: &&Title| title.kind == Personal || matches!(title.kind, Education | Projects | Work);
    lines.iter().filter(|title| title.block < first && heads(title) || is_missed(title, kinds)).collect()
}

/// Leaves out lines that occur several times: `**Accomplishments**` under each job is a part of it.
fn said_once(titles: Vec<Title>, blocks: &[Block]) -> Vec<Title> {
    let words = |title: &Title| match &blocks[title.block].kind {
        BlockKind::Paragraph(content) => lines(content).get(title.line).map(|line| plain_text(line)),
        _ => None,
    };
    let all: Vec<String> =
        titles.iter().map(|title| words(title).unwrap_or_default().trim().to_lowercase()).collect();
    let again = |at: usize| !all[at].is_empty() && all.iter().filter(|other| **other == all[at]).count() > 2;
    titles.into_iter().enumerate().filter(|(at, _)| !again(*at)).map(|(_, title)| title).collect()
}

/// Returns whether a bold line heads what no heading does: `**工作经历**` under `#### 专业技术`.
fn is_missed(title: &Title, kinds: &[Option<SectionKind>]) -> bool {
    use SectionKind::{
        Awards, Certificates, Education, Interests, Languages, Personal, Projects, Skills, Summary, Work,
    };
    let above = kinds[..title.block].iter().rev().find_map(|kind| *kind);
    let told =
        matches!(above, Some(Skills | Summary | Personal | Languages | Interests | Certificates | Awards));
    let heads = matches!(title.kind, Education | Projects | Work);
    title.bold && title.line == 0 && told && heads && !kinds.contains(&Some(title.kind))
}

fn is_known(kind: Option<SectionKind>) -> bool {
    kind.is_some_and(|kind| kind != SectionKind::Other)
}

/// Adds the bold first lines that stand like the bold titles found: behind a rule, where those do; in capitals,
/// where those are; underlined, where those are; or with a title's words in them. Where sections have headings, bold lines are none.
fn with_sisters(wanted: Vec<&Title>, blocks: &[Block], known: usize) -> Vec<Title> {
    let mut titles: Vec<Title> = wanted.into_iter().cloned().collect();
    let bold: Vec<&Title> = titles.iter().filter(|title| title.bold).collect();
    if bold.len() < 2 || known >= 2 {
        return titles;
    }
    let (first, last) = (bold[0].block, bold[bold.len() - 1].block);
    let ruled = |at: usize| at > 0 && matches!(blocks[at - 1].kind, BlockKind::Break);
    let all_ruled = bold[1..].iter().all(|title| ruled(title.block));
    let all_underlined = bold.iter().all(|title| is_underlined(&blocks[title.block]));
    let all_capitals = bold.iter().all(|title| is_capitals(&first_line(&blocks[title.block]).0));
    let mut sisters = Vec::new();
    for at in (first..blocks.len()).filter(|at| bold.binary_search_by_key(at, |title| title.block).is_err()) {
        let (words, Some(span)) = first_line(&blocks[at]) else { continue };
        let kind = SectionKind::of_title(&words)[0];
        let alike = (all_ruled && ruled(at))
            || (all_capitals && is_capitals(&words))
            || (all_underlined && is_underlined(&blocks[at]))
            || (kind != SectionKind::Other && at < last)
            // `**技能奖项**` behind the last of them, alone on its line.
            || SectionKind::is_exact_title(&words) && is_of_one_line(&blocks[at]);
        if alike && is_title_like(&words) {
            sisters.push(Title { block: at, line: 0, bold: true, exact: true, kind, span });
        }
    }
    titles.extend(sisters);
    titles.extend(broken_off(&titles, blocks));
    titles.sort_by_key(|title| (title.block, title.line));
    titles
}

/// Returns the bold lines with a `<br>` at their end, if another such line is a title: they have no name and no date.
fn broken_off(titles: &[Title], blocks: &[Block]) -> Vec<Title> {
    let known = |at: usize| titles.iter().any(|title| title.block == at);
    let Some(first) = titles.iter().map(|title| title.block).find(|at| is_broken_off(&blocks[*at])) else {
        return Vec::new();
    };
    let sister = |at: usize| {
        let (words, span) = first_line(&blocks[at]);
        let named = words::is_company(&words) || words::is_school(&words) || words::is_job(&words);
        let dated = matches!(&blocks[at].kind, BlockKind::Paragraph(content) if is_dated(content));
        let alike = is_broken_off(&blocks[at]) && is_title_like(&words) && !named && !dated;
        let kind = SectionKind::of_title(&words)[0];
        span.filter(|_| alike).map(|span| Title { block: at, line: 0, bold: true, exact: true, kind, span })
    };
    (first + 1..blocks.len()).filter(|at| !known(*at)).filter_map(sister).collect()
}

/// Returns whether a date is in one of the first lines of a paragraph.
fn is_dated(content: &[Inline]) -> bool {
    lines(content).iter().take(4).any(|line| !date::find_all(&plain_text(line)).is_empty())
}

/// Adds the bold lines that are likely titles, if another bold one precedes them without a heading between (`**主要项目**`
/// after `**工作经历**`), or headings stand below the other ones.
fn with_likely(mut titles: Vec<Title>, maybe: Vec<Title>, kinds: &[Option<SectionKind>]) -> Vec<Title> {
    // Where headings stand below the other bold titles, they are no end of a section.
    let bold: Vec<usize> = titles.iter().filter(|title| title.bold).map(|title| title.block).collect();
    let over_headings = bold.windows(2).any(|pair| kinds[pair[0]..pair[1]].iter().any(Option::is_some));
    for likely in maybe.into_iter().filter(|likely| likely.bold && likely.line == 0) {
        let before = titles.iter().rfind(|title| title.bold && title.block < likely.block);
        let near = || {
            before.is_some_and(|before| {
                over_headings || kinds[before.block..likely.block].iter().all(Option::is_none)
            })
        };
        let again =
            titles.iter().any(|title| title.kind == likely.kind) || kinds.contains(&Some(likely.kind));
        if !again && near() {
            titles.push(likely);
            titles.sort_by_key(|title| (title.block, title.line));
        }
    }
    titles
}

/// Returns the first line of a paragraph and its place, if all of it is bold and it is short.
fn first_line(block: &Block) -> (String, Option<Span>) {
    let BlockKind::Paragraph(content) = &block.kind else { return (String::new(), None) };
    let Some(line) = lines(content).into_iter().next().filter(|line| is_bold(line)) else {
        return (String::new(), None);
    };
    (plain_text(line), line.iter().map(|inline| inline.span).reduce(Span::to))
}

fn is_of_one_line(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(content) if lines(content).len() == 1)
}

/// `<strong><u>Fellowships</u></strong>`: a line of its own that is bold and underlined.
fn is_underlined(block: &Block) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    looks::is_bold(content) && looks::round(content).contains(&"u")
}

/// `**主讲课程** <br />` over more lines: the newline behind the `<br>` leaves an empty line.
fn is_broken_off(block: &Block) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    let blank = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty());
    let lines = lines(content);
    let [first, second, ..] = lines.as_slice() else { return false };
    is_bold(first) && second.iter().all(blank)
}

fn is_capitals(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// Returns whether some words are no date, no sentence, no pair, and short.
fn is_title_like(words: &str) -> bool {
    let words = words.trim();
    let marks = |c: char| c.is_ascii_digit() || matches!(c, '@' | '，' | '。' | ';' | '；' | '|' | '·');
    (2..=40).contains(&words.chars().count())
        && !words.contains(marks)
        && !words.trim_end_matches([':', '：']).contains([':', '：'])
        && !words.ends_with(['.', ',', '、', '!', '！'])
}

/// Cuts a paragraph at its lines that are titles.
fn cut(block: &Block, titles: &[&Title], level: u8, out: &mut Vec<Block>) {
    let content = match &block.kind {
        BlockKind::Paragraph(content) => content,
        BlockKind::List { items, .. } => match items.first().and_then(|item| item.blocks.first()) {
            Some(Block { kind: BlockKind::Paragraph(content), .. }) => content,
            _ => return,
        },
        _ => return,
    };
    let mut waiting: Vec<&[Inline]> = Vec::new();
    let mut begin = 0;
    for (at, line) in lines(content).into_iter().enumerate() {
        let end = begin + line.len();
        if titles.iter().any(|title| title.line == at) {
            paragraph(&waiting, content, out);
            waiting.clear();
            let span = line.iter().map(|inline| inline.span).reduce(Span::to).unwrap_or(block.span);
            let kind = BlockKind::Heading { level, setext: false, content: line.to_vec() };
            out.push(Block { span, kind });
        } else {
            waiting.push(&content[begin..end]);
        }
        begin = end + 1;
    }
    paragraph(&waiting, content, out);
}

/// Makes consecutive lines of `content` a paragraph, with the breaks between them.
fn paragraph(lines: &[&[Inline]], content: &[Inline], out: &mut Vec<Block>) {
    let lines: Vec<&[Inline]> = lines.iter().copied().filter(|line| !line.is_empty()).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let offset = |inline: &Inline| content.iter().position(|other| std::ptr::eq(other, inline));
    let (Some(from), Some(to)) = (first.first().and_then(offset), last.last().and_then(offset)) else {
        return;
    };
    let content = content[from..=to].to_vec();
    if let Some(span) = content.iter().map(|inline| inline.span).reduce(Span::to) {
        out.push(Block { span, kind: BlockKind::Paragraph(content) });
    }
}

/// Returns the lines of running text, separated by its breaks.
fn lines(content: &[Inline]) -> Vec<&[Inline]> {
    content
        .split(|inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak))
        .collect()
}

fn report(title: &Title, sink: &mut Sink) {
    if !title.bold {
        let found =
            Diagnostic::new(code::PLAIN_TITLE, title.span, "this line is taken as the title of a section");
        sink.report(found.hint("write `## ` before it, so that every reader sees it that way"));
    }
}
