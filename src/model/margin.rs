//! Lines at the margin, right below the items of a list: Markdown adds them to the last item, where their author saw
//! the next entry begin, the next title, or the next key.
//!
//! ```text
//! 2016.03 - 2018.02 某公司 会计
//! - 负责甲
//! 2018.03 - 2020.02 另一公司 出纳      the next entry: so was the line above the list
//! ```

use std::borrow::Cow;

use super::flow::ends_open;
use super::key;
use super::kinds::SectionKind;
use super::split;
use super::wrap;
use crate::diag::Span;
use crate::source::chars::{half_ems, is_wide};
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, Item, plain_text};

/// The longest head of an entry, in half ems.
const HEAD: usize = 90;
/// The shortest line that an editor wraps, in half ems.
const WRAPPED: usize = 60;

/// Returns the blocks of a document, with such lines in paragraphs of their own and the lists parted there.
pub(super) fn blocks<'a>(blocks: Cow<'a, [Block]>, source: &str) -> Cow<'a, [Block]> {
    let is_list = |block: &Block| matches!(block.kind, BlockKind::List { .. });
    if !blocks.iter().any(is_list) {
        return blocks;
    }
    let mut margin = Margin { source, beside: Beside::default(), parted: false };
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks.iter() {
        margin.part(block, &mut out);
    }
    if margin.parted { Cow::Owned(out) } else { blocks }
}

/// What stands at the margin above a list: a line that looks like it is no part of an item.
#[derive(Clone, Copy, Default)]
struct Beside {
    /// Whether a line in the section so far is the head of an entry, by its dates.
    dated: bool,
    /// Whether one begins with its date.
    date_first: bool,
    /// Whether a line in it is bold from end to end.
    bold: bool,
    /// Whether a line of the paragraph above the list begins with a key.
    keyed: bool,
}

struct Margin<'s> {
    source: &'s str,
    beside: Beside,
    parted: bool,
}

/// An item of which the end is none.
struct Parted {
    /// The item without it.
    item: Item,
    /// What stands below it.
    below: Vec<Block>,
}

impl Margin<'_> {
    /// Adds a block, parted where a line at the margin begins anew.
    fn part(&mut self, block: &Block, out: &mut Vec<Block>) {
        let BlockKind::List { start, tight, items } = &block.kind else {
            self.look_at(block);
            out.push(block.clone());
            return;
        };
        let (start, tight) = (*start, *tight);
        let mut run: Vec<Item> = Vec::new();
        let list = |items: Vec<Item>| {
            let (first, last) = (items.first()?, items.last()?);
            let number = first.marker.trim_end_matches(['.', ')']).parse().ok();
            let (span, start) = (first.span.to(last.span), start.map(|start| number.unwrap_or(start)));
            Some(Block { span, kind: BlockKind::List { start, tight, items } })
        };
        for item in items {
            match self.part_item(item) {
                None => run.push(item.clone()),
                Some(Parted { item, below }) => {
                    run.push(item);
                    out.extend(list(std::mem::take(&mut run)));
                    for block in below {
                        self.part(&block, out);
                    }
                }
            }
        }
        if run.len() == items.len() {
            out.push(block.clone());
        } else {
            out.extend(list(run));
        }
    }

    fn part_item(&mut self, item: &Item) -> Option<Parted> {
        // An item of HTML has lines at the margin for other reasons.
        let marked = self.source.get(item.span.range()).is_some_and(|text| text.starts_with(&item.marker));
        if item.marker.is_empty() || !marked {
            return None;
        }
        for (at, block) in item.blocks.iter().enumerate() {
            let (inside, below) = match &block.kind {
                BlockKind::Paragraph(content) => match self.begins_anew(content) {
                    Some(anew) => {
                        let own = paragraph(&content[..anew - 1]);
                        (own, self.at_heads(&content[anew..]))
                    }
                    None => continue,
                },
                BlockKind::List { .. } => {
                    let mut parts = Vec::new();
                    let before = self.beside;
                    self.part(block, &mut parts);
                    if parts.len() < 2 {
                        self.beside = before;
                        continue;
                    }
                    let below = parts.split_off(1);
                    (parts.pop(), below)
                }
                _ => continue,
            };
            self.parted = true;
            let blocks: Vec<Block> = item.blocks[..at].iter().cloned().chain(inside).collect();
            let end = blocks.last().map_or(item.span.end, |last| last.span.end);
            let span = Span { end, ..item.span };
            let below = below.into_iter().chain(item.blocks[at + 1..].iter().cloned()).collect();
            let item = Item { span, marker: item.marker.clone(), task: item.task, blocks };
            return Some(Parted { item, below });
        }
        None
    }

    /// Remembers what a block at the margin looks like.
    fn look_at(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { content, .. } => {
                let dated = split::dated(&plain_text(content)).is_some_and(|dated| dated.found.is_range());
                self.beside = Beside { dated, ..Beside::default() };
            }
            BlockKind::Paragraph(content) => {
                let texts: Vec<String> = lines(content).map(|(_, line)| plain_text(line)).collect();
                self.beside.keyed = texts.iter().any(|text| key::run_in(text).is_some());
                self.beside.bold |= lines(content).any(|(_, line)| is_bold(line));
                let heads = |at: &usize| is_head(&texts[*at..]);
                if !self.beside.dated && (0..texts.len()).any(|at| heads(&at)) {
                    self.beside.dated = true;
                }
                self.beside.date_first |= texts.windows(2).any(|pair| is_range(&pair[0]));
            }
            BlockKind::Break => self.beside.keyed = false,
            _ => {}
        }
    }

    /// Returns where in the text of an item a line at the margin begins something else.
    fn begins_anew(&self, content: &[Inline]) -> Option<usize> {
        let lines: Vec<(usize, &[Inline])> = lines(content).collect();
        let texts: Vec<String> = lines.iter().map(|(_, line)| plain_text(line)).collect();
        (1..lines.len())
            .find(|at| {
                let (line, text) = (lines[*at].1, texts[*at].trim());
                let before = texts[at - 1].trim();
                let free =
                    self.is_at_margin(line) && !wrap::goes_on(before, text) && !is_wrapped(before, text);
                free && self.is_anew(line, &texts[*at..])
            })
            .map(|at| lines[at].0)
    }

    /// Returns lines as paragraphs, the first head of an entry that stands below other lines in one of its own.
    fn at_heads(&self, content: &[Inline]) -> Vec<Block> {
        let lines: Vec<(usize, &[Inline])> = lines(content).collect();
        let texts: Vec<String> = lines.iter().map(|(_, line)| plain_text(line)).collect();
        let heads = |at: &usize| self.beside.dated && is_head(&texts[*at..]);
        let opens = texts.first().is_some_and(|text| is_range(text)) || heads(&0);
        let next = (1..texts.len()).find(|at| !opens && heads(at)).map(|at| lines[at].0);
        match next {
            Some(next) => {
                [&content[..next - 1], &content[next..]].into_iter().filter_map(paragraph).collect()
            }
            None => paragraph(content).into_iter().collect(),
        }
    }

    fn is_anew(&self, line: &[Inline], texts: &[String]) -> bool {
        let Beside { dated, date_first, bold, keyed } = self.beside;
        let text = texts[0].trim();
        SectionKind::is_exact_title(text)
            || dated && is_head(texts)
            || date_first && is_range(text) && texts.len() > 1
            || bold && is_bold(line)
            || keyed && text.contains(is_wide) && key::run_in(text).is_some()
    }

    fn is_at_margin(&self, line: &[Inline]) -> bool {
        let Some(first) = line.first() else { return false };
        self.source.get(..first.span.range().start).is_some_and(|above| above.ends_with('\n'))
    }
}

/// Returns the lines of running text, each with the place of its first piece.
fn lines(content: &[Inline]) -> impl Iterator<Item = (usize, &[Inline])> {
    let is_break =
        |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak);
    let mut at = 0;
    content.split(is_break).map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

fn paragraph(content: &[Inline]) -> Option<Block> {
    let span = content.iter().map(|inline| inline.span).reduce(Span::to)?;
    Some(Block { span, kind: BlockKind::Paragraph(content.to_vec()) })
}

fn width(text: &str) -> usize {
    text.chars().map(half_ems).sum()
}

/// Returns whether an editor may have wrapped a line: it is long, no mark ends it, and the next one is no Chinese.
fn is_wrapped(before: &str, after: &str) -> bool {
    width(before) >= WRAPPED && ends_open(before) && !after.contains(is_wide)
}

/// Returns whether the first of some lines has a range of dates at one end, or above one that is nothing else.
fn is_head(texts: &[String]) -> bool {
    let Some(text) = texts.first().map(|text| text.trim()) else { return false };
    let named = text.starts_with(|c: char| c.is_alphanumeric() || "《「【“（(".contains(c));
    let sentence =
        !named || text.ends_with(['。', '；', ';', '：', ':', '，', ',', '！']) || text.contains('。');
    if sentence || text.is_empty() || width(text) > HEAD {
        return false;
    }
    if texts.get(1).is_some_and(|next| is_range(next)) {
        return !is_range(text);
    }
    let Some(dated) = split::dated(text).filter(|dated| dated.found.is_range()) else { return false };
    let apart = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '：' | ':' | '|' | '｜' | '、' | '·');
    let (before, behind) = (&text[..dated.outer.start], &text[dated.outer.end..]);
    let (led, last) = (before.trim().is_empty(), behind.trim().is_empty());
    // `某公司 2020.03 - 至今 会计`
    let within = before.ends_with(apart) && behind.starts_with(apart);
    !(led && last) && (led && behind.starts_with(apart) || last || within)
}

/// Returns whether a line is a range of dates and nothing else.
fn is_range(text: &str) -> bool {
    split::dated(text).is_some_and(|dated| dated.found.is_range() && dated.outer.len() == text.trim().len())
}

/// Returns whether a line is bold from end to end.
fn is_bold(line: &[Inline]) -> bool {
    let blank = |inline: &&Inline| !matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty());
    let mut inlines = line.iter().filter(blank);
    matches!((inlines.next(), inlines.next()), (Some(Inline { kind: InlineKind::Strong(_), .. }), None))
}
