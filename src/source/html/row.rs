//! Elements that HTML sets side by side, as one line with its cells separated by tabs.

use std::ops::Range;

use super::element::Side;
use super::text::separator;
use crate::diag::Span;
use crate::source::breaks;
use crate::source::chars::half_ems;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, inline_texts, texts};

/// The widest line of an entry, in half ems; wider content is columns of prose.
const WIDEST: usize = 120;

/// The widest float; a wider one is more than a date or a place.
const WIDEST_FLOAT: usize = 48;

/// A block, and the side of its line on which it is placed.
#[derive(Clone, Debug)]
pub struct Laid {
    pub block: Block,
    pub side: Option<Side>,
    /// Its index among the parts.
    pub at: usize,
    /// The parts of the element around it.
    pub around: Range<usize>,
    /// Whether a class says that it is a part of an entry: its employer, post, place, dates.
    pub part: bool,
}

impl From<Block> for Laid {
    fn from(block: Block) -> Laid {
        Laid { block, side: None, at: 0, around: 0..0, part: false }
    }
}

impl Laid {
    /// Puts it on a side, unless it is already on one.
    pub fn beside(self, side: Option<Side>) -> Laid {
        Laid { side: self.side.or(side), ..self }
    }
}

/// Returns a separator of cells before a place.
pub fn tab(at: Span) -> Inline {
    Inline { span: Span { end: at.start, ..at }, kind: InlineKind::Text("\t".to_owned()) }
}

/// Makes a block strong, if it is the only one, is a short line, and no part of it is strong.
pub fn strong(laid: &mut [Laid]) {
    let [Laid { block, .. }] = laid else { return };
    if width(block).is_none_or(|width| width > WIDEST) {
        return;
    }
    let BlockKind::Paragraph(content) = &mut block.kind else { return };
    if content.iter().any(|inline| matches!(inline.kind, InlineKind::Strong(_))) {
        return;
    }
    let kind = InlineKind::Strong(std::mem::take(content));
    content.push(Inline { span: block.span, kind });
}

/// Joins floats with the lines next to them.
pub fn join(laid: Vec<Laid>) -> Vec<Block> {
    if laid.iter().all(|laid| laid.side.is_none() && !laid.part) {
        return laid.into_iter().map(|laid| laid.block).collect();
    }
    head_of_entry(beside(laid))
}

/// Joins consecutive parts of an entry into one paragraph, a line each: `company-name`, `job-title`, `job-date`.
/// The first of them is strong.
fn head_of_entry(laid: Vec<Laid>) -> Vec<Block> {
    let strong = |laid: &Laid| match &laid.block.kind {
        BlockKind::Paragraph(content) => {
            content.iter().any(|inline| matches!(inline.kind, InlineKind::Strong(_)))
        }
        _ => false,
    };
    let is_part = |laid: &Laid| laid.part && matches!(laid.block.kind, BlockKind::Paragraph(_));
    let mut out = Vec::with_capacity(laid.len());
    let mut rest = laid.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut parts = vec![first];
        if is_part(&parts[0]) {
            parts.extend(std::iter::from_fn(|| rest.next_if(is_part)));
        }
        if !(2..=4).contains(&parts.len()) || !parts.iter().any(strong) {
            out.extend(parts.into_iter().map(|laid| laid.block));
            continue;
        }
        if !strong(&parts[0]) {
            self::strong(&mut parts[..1]);
        }
        let span = parts[0].block.span;
        let (mut content, mut end) = (Vec::new(), span);
        for Laid { block, .. } in parts {
            let BlockKind::Paragraph(line) = block.kind else { continue };
            if !content.is_empty() {
                content.push(separator(block.span));
            }
            content.extend(line);
            end = block.span;
        }
        out.push(Block { span: span.to(end), kind: BlockKind::Paragraph(content) });
    }
    out
}

/// Puts floats on their lines.
fn beside(laid: Vec<Laid>) -> Vec<Laid> {
    let mut out: Vec<Laid> = Vec::new();
    let mut rest = laid.into_iter().peekable();
    while let Some(next) = rest.next() {
        let beside = out.last().is_some_and(|last| is_beside(last, &next, rest.peek()));
        match out.last_mut() {
            Some(last) if beside => {
                let before = std::mem::replace(&mut last.block.kind, BlockKind::Break);
                last.block.span = last.block.span.to(next.block.span);
                last.block.kind = one_line(before, next.block.kind);
                last.side = None;
            }
            _ => out.push(next),
        }
    }
    out
}

/// Returns whether two blocks are on one line: at two sides, or a float and the line next to it; `then` comes after
/// them.
fn is_beside(a: &Laid, b: &Laid, then: Option<&Laid>) -> bool {
    let Some((left, right)) = width(&a.block).zip(width(&b.block)) else { return false };
    let narrow = |laid: &Laid, width: usize| laid.side.is_some() && width <= WIDEST_FLOAT;
    let fits = left + right <= WIDEST && (narrow(a, left) || narrow(b, right));
    // A heading of the first level is the name: floats next to it are contacts.
    if !fits || level(a) == Some(1) || level(b) == Some(1) {
        return false;
    }
    match (a.side, b.side) {
        (Some(Side::Left), Some(Side::Right | Side::Date)) => true,
        (Some(_), None) => is_line_of(b, a),
        (None, Some(Side::Right | Side::Date)) => {
            is_line_of(a, b) && !then.is_some_and(|then| is_rather_line_of(then, a, b))
        }
        _ => false,
    }
}

/// Returns whether a block is the line of a float: in the same element, and a heading, or short.
fn is_line_of(line: &Laid, float: &Laid) -> bool {
    let grouped = float.around.end != usize::MAX;
    let short = width(&line.block).is_some_and(|width| width <= WIDEST_FLOAT);
    float.around.contains(&line.at)
        && match (level(line), float.side) {
            (Some(_), _) => grouped || level(line) > Some(2) || line.at > float.at,
            (None, Some(Side::Date)) => grouped && short,
            (None, _) => short,
        }
}

/// Returns whether a float between two blocks belongs to the one after it: to a deeper heading, since the one
/// before it is a section's title, or to a line, as in style sheets, unless it is a date.
fn is_rather_line_of(then: &Laid, before: &Laid, float: &Laid) -> bool {
    match level(then) {
        Some(next) => Some(next) > level(before),
        None => float.side == Some(Side::Right) && level(before).is_none() && is_line_of(then, float),
    }
}

fn level(laid: &Laid) -> Option<u8> {
    match &laid.block.kind {
        BlockKind::Heading { level, .. } => Some(*level),
        _ => None,
    }
}

/// Returns the children of a row as one line if each is one, else one after the other.
pub fn side_by_side(children: Vec<Vec<Laid>>) -> Vec<Laid> {
    let mut children: Vec<Vec<Laid>> = children.into_iter().filter(|child| !child.is_empty()).collect();
    if (3..=4).contains(&children.len()) {
        children.iter_mut().for_each(|child| unbroken(child));
    }
    let widths = children.iter().map(|child| match &child[..] {
        [only] => width(&only.block),
        _ => None,
    });
    let wide = widths.sum::<Option<usize>>().is_none_or(|all| all > WIDEST);
    if wide || !(2..=4).contains(&children.len()) {
        return children.into_iter().flatten().collect();
    }
    let blocks = children.into_iter().flatten().map(|laid| laid.block);
    let line = blocks.reduce(|before, next| Block {
        span: before.span.to(next.span),
        kind: one_line(before.kind, next.kind),
    });
    line.into_iter().map(Laid::from).collect()
}

/// Removes the line end from a short cell of a row: `公司<br>（城市）` between a date and a position.
fn unbroken(child: &mut [Laid]) {
    let [Laid { block: Block { kind: BlockKind::Paragraph(content), .. }, .. }] = child else { return };
    let is_break = |inline: &Inline| inline.kind == InlineKind::HardBreak;
    let mut width = 0;
    inline_texts(content, &mut |text, _| width += text.chars().map(half_ems).sum::<usize>());
    if width > WIDEST_FLOAT || content.iter().filter(|inline| is_break(inline)).count() != 1 {
        return;
    }
    for inline in content.iter_mut().filter(|inline| is_break(inline)) {
        inline.kind = InlineKind::SoftBreak { space: true };
    }
    breaks::resolve(content);
}

/// Returns the width of a block if it is one line of text.
fn width(block: &Block) -> Option<usize> {
    let (BlockKind::Paragraph(content) | BlockKind::Heading { content, .. }) = &block.kind else {
        return None;
    };
    let breaks = |inline: &Inline| matches!(inline.kind, InlineKind::HardBreak | InlineKind::Image { .. });
    if content.iter().any(breaks) {
        return None;
    }
    let mut width = 0;
    texts(std::slice::from_ref(block), &mut |text, _| width += text.chars().map(half_ems).sum::<usize>());
    Some(width)
}

/// Joins two lines; the result is a heading if one of them is.
fn one_line(a: BlockKind, b: BlockKind) -> BlockKind {
    let level = [&a, &b].into_iter().find_map(|kind| match kind {
        BlockKind::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let content = |kind| match kind {
        BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => content,
        _ => Vec::new(),
    };
    let (mut all, more) = (content(a), content(b));
    all.extend(more.first().map(|first| tab(first.span)));
    all.extend(more);
    match level {
        Some(level) => BlockKind::Heading { level, setext: false, content: all },
        None => BlockKind::Paragraph(all),
    }
}
