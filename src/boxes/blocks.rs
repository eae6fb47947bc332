//! The blocks of a section or an entry: paragraphs, lists, tables, images.

use super::build::stack;
use super::rows::WITH_NEXT;
use super::spaces::is_caption;
use super::spans;
use super::structure::{Role, TagId};
use super::text::{generated, inlines, label_inlines, run_on, setting};
use super::walk::{Build, Within};
use super::{Block, Content, Hanging, HangingWidth, Inline, Paragraph, RuleBox, Text, TextStyle};
use crate::diag::Span;
use crate::geom::{Glue, Pt};
use crate::layout::{Break, Style, role};
use crate::model::{self, BlockKind, Item, KeyValue, LabelKind, List, Rich, SectionKind, TextLine};

impl Build<'_> {
    /// Returns the boxes of blocks in order; all but entries, which have an indent of their own, are
    /// indented by `indent`.
    pub(super) fn blocks(
        &mut self,
        blocks: &[model::Block],
        parent: TagId,
        within: Within,
        indent: Pt,
    ) -> Vec<Block> {
        let mut out: Vec<Block> = Vec::new();
        let mut walk = Walk { parent, within, depth: 0, numbered: None, hang: self.keys_hang(blocks) };
        let spaced = blocks.windows(2).any(|pair| self.part_by_space(pair));
        let mut page_break = false;
        let among_entries = blocks.iter().any(|block| matches!(block.kind, BlockKind::Entry(_)));
        for (at, block) in blocks.iter().enumerate() {
            if block.kind == BlockKind::PageBreak {
                page_break = true;
                continue;
            }
            if !matches!(block.kind, BlockKind::Paragraph(_)) {
                walk.numbered = None;
            }
            let caption = is_caption(block, blocks.get(at + 1));
            let mut boxes = match &block.kind {
                BlockKind::Paragraph(lines) if caption && within.in_project => {
                    vec![self.caption(&lines[0], parent)]
                }
                _ => self.block(block, &mut walk),
            };
            if let Some(wanted) = self.columns_of(block.span) {
                boxes = self.columns(boxes, wanted, Pt::ZERO);
            }
            let heads = caption
                || is_head_over(block, blocks.get(at + 1))
                || self.is_line_over_list(block, blocks.get(at + 1));
            if let Some(last) = boxes.last_mut().filter(|_| heads) {
                last.keep.with_next = true;
            }
            let above = at.checked_sub(1).and_then(|above| blocks.get(above));
            let space = above.and_then(|above| match &block.kind {
                _ if caption => Some(self.above_caption((among_entries, within))),
                _ => self.space_between((above, block), spaced && !is_caption(above, Some(block)), within),
            });
            if let Some((first, space)) = boxes.first_mut().zip(space)
                && first.before.natural < space.natural
            {
                first.before = space;
            }
            if !matches!(block.kind, BlockKind::Entry(_)) {
                boxes.iter_mut().for_each(|block| block.indent.0 += indent);
            }
            if let Some(first) = boxes.first_mut().filter(|_| page_break) {
                first.break_before = Some(Break::Page);
                page_break = false;
            }
            out.extend(boxes);
        }
        if page_break {
            out.push(Block { break_before: Some(Break::Page), ..Block::default() });
        }
        out
    }

    fn block(&mut self, block: &model::Block, walk: &mut Walk) -> Vec<Block> {
        let boxes = match &block.kind {
            BlockKind::Entry(entry) => self.entry(entry, walk.parent, walk.within),
            BlockKind::Paragraph(lines) => self.paragraph(lines, walk),
            BlockKind::List(list) => vec![self.list(list, walk)],
            BlockKind::KeyValues(pairs) => vec![self.pairs(pairs, walk)],
            BlockKind::Table(table) => vec![self.table(table, walk.parent)],
            BlockKind::Quote(blocks) => vec![self.quote(blocks, walk)],
            BlockKind::Code { text } => vec![self.code(text, walk.parent)],
            BlockKind::Image(image) => self.image(image, walk.parent).into_iter().collect(),
            BlockKind::Rule => vec![self.rule()],
            BlockKind::PageBreak => Vec::new(),
        };
        if !block.keep {
            return boxes;
        }
        let mut kept = stack(boxes);
        kept.keep.together = true;
        vec![kept]
    }

    /// Returns a paragraph's boxes, one for each of the author's lines that is a line of its own.
    fn paragraph(&mut self, lines: &[TextLine], walk: &mut Walk) -> Vec<Block> {
        let mut blocks: Vec<Block> = lines.iter().map(|line| self.text_line(line, walk)).collect();
        if let Some(first) = blocks.first_mut()
            && first.before.natural < self.layout.paragraph.before.natural
        {
            first.before = self.layout.paragraph.before;
        }
        if let Some(last) = blocks.last_mut() {
            last.after = self.layout.paragraph.after;
        }
        blocks
    }

    fn text_line(&mut self, line: &TextLine, walk: &mut Walk) -> Block {
        let kind = line.label.as_ref().map(|label| label.kind);
        let (label_tag, tag) = self.line_tags(kind, walk);
        let body = *self.layout.style(role::BODY);
        let strong = *self.layout.style(role::LABEL);
        if kind == Some(LabelKind::Key) && !walk.hang {
            return self.run_in_line(line, tag);
        }
        let (label_style, style) = match kind {
            Some(LabelKind::Title) => (strong, strong),
            Some(LabelKind::Key) => (strong, body),
            Some(LabelKind::Number) | None => (body, body),
        };
        let label = line.label.as_ref().map(|label| {
            let mut inlines = label_inlines(&label.text, &label_style, self.layout);
            inlines.extend(blank_between(&label.text, &line.body, &label_style));
            Hanging { inlines, width: HangingWidth::Natural, tag: Some(label_tag) }
        });
        let mut setting = setting(&style, self.layout, &self.lang);
        setting.heading = kind == Some(LabelKind::Title);
        let inlines = spans::parted(&line.body, &style, self.layout);
        let lead_in = leads_in(line);
        let keep = if kind == Some(LabelKind::Title) || lead_in { WITH_NEXT } else { Default::default() };
        // A numbered title keeps a little distance from what comes before it.
        let before = if setting.heading { Glue::fixed(style.leading / 5) } else { Glue::default() };
        let mut paragraph = Paragraph { inlines, label, setting, tag: Some(tag) };
        run_on(&mut paragraph, self.layout);
        Block { before, keep, content: Content::Paragraph(paragraph), ..Block::default() }
    }

    /// Returns the elements of a line's label and body. Hand-numbered lines are items of one list as
    /// long as nothing else comes between them; the text after one that has no number of its own
    /// continues its item.
    fn line_tags(&mut self, kind: Option<LabelKind>, walk: &mut Walk) -> (TagId, TagId) {
        if kind == Some(LabelKind::Number) {
            let list = *walk.numbered.get_or_insert_with(|| self.structure.add(walk.parent, Role::L));
            let item = self.structure.add(list, Role::LI);
            let label = self.structure.add(item, Role::Lbl);
            return (label, self.structure.add(item, Role::LBody));
        }
        walk.numbered = None;
        let tag = self.structure.add(walk.parent, Role::P);
        (tag, tag)
    }

    fn list(&mut self, list: &List, walk: &Walk) -> Block {
        let tag = self.structure.add(walk.parent, Role::L);
        let look = self.layout.list.clone();
        let indent = self.list_indent(list);
        let items: Vec<Block> = list
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let mut block = self.item(item, tag, indent, walk);
                block.before = if at == 0 { Glue::default() } else { look.item };
                // So would the only item below another one.
                block.last = (at > 0 || walk.depth > 0) && at + 1 == list.items.len();
                block
            })
            .collect();
        let nested = walk.depth > 0;
        Block {
            before: if nested { look.item } else { look.space.before },
            after: if nested { Glue::default() } else { look.space.after },
            content: Content::Stack(items),
            ..Block::default()
        }
    }

    /// Returns the indent of a list's text: the layout's measure, or the width of its longest number.
    fn list_indent(&self, list: &List) -> Pt {
        let look = &self.layout.list;
        let longest =
            list.items.iter().filter_map(|item| item.number.as_ref()).map(|n| n.chars().count()).max();
        // A figure is 0.56 em wide in the bundled faces.
        let digits = self.layout.style(role::MARKER).size.scale(56, 100) * longest.unwrap_or(0) as i64;
        look.indent.max(digits + look.gap)
    }

    fn item(&mut self, item: &Item, list: TagId, indent: Pt, walk: &Walk) -> Block {
        let element = self.structure.add(list, Role::LI);
        let label_tag = self.structure.add(element, Role::Lbl);
        let body_tag = self.structure.add(element, Role::LBody);
        let markers = &self.layout.list.markers;
        let bullet = markers.get(usize::from(walk.depth)).or(markers.last()).map_or("•", String::as_str);
        let marker = match (item.task, &item.number) {
            (Some(true), _) => "☑",
            (Some(false), _) => "☐",
            (None, Some(number)) => number,
            (None, None) => bullet,
        };
        // The layout's face for markers is one that has bullets; figures use the text's face.
        let mut look = *self.layout.style(role::MARKER);
        if item.number.is_some() {
            look.stack = self.layout.style(role::BODY).stack;
        }
        let label = Hanging {
            inlines: vec![generated(marker, &look)],
            width: HangingWidth::Fixed { indent, gap: self.layout.list.gap },
            tag: Some(label_tag),
        };
        let mut inner = Walk { parent: body_tag, depth: walk.depth + 1, ..*walk };
        let mut blocks = Vec::new();
        let mut rest = item.blocks.as_slice();
        // The marker hangs before the item's first paragraph, or before nothing.
        let body = self.layout.style(role::BODY);
        let mut first = Paragraph { setting: setting(body, self.layout, &self.lang), ..Paragraph::default() };
        let mut lead_in = false;
        if let [model::Block { kind: BlockKind::Paragraph(lines), .. }, tail @ ..] = rest
            && let [line, more @ ..] = lines.as_slice()
        {
            first.inlines = self.run_in(line);
            lead_in = more.is_empty()
                && !tail.is_empty()
                && (leads_in(line) || self.is_line_over_list(&item.blocks[0], tail.first()));
            rest = tail;
            inner.numbered = None;
            blocks.extend(self.paragraph(more, &mut inner));
        }
        first.tag = Some(body_tag);
        first.label = Some(label);
        run_on(&mut first, self.layout);
        blocks.extend(rest.iter().flat_map(|block| self.block(block, &mut inner)));
        for block in &mut blocks {
            block.indent.0 += indent;
        }
        // `- Duties:` above its own list is never the last line of a page.
        let keep = if lead_in { WITH_NEXT } else { Default::default() };
        blocks.insert(0, Block { keep, content: Content::Paragraph(first), ..Block::default() });
        stack(blocks)
    }

    /// Returns a line whose key runs into its text.
    fn run_in_line(&self, line: &TextLine, tag: TagId) -> Block {
        let body = *self.layout.style(role::BODY);
        let keep = if leads_in(line) { WITH_NEXT } else { Default::default() };
        let setting = setting(&body, self.layout, &self.lang);
        let mut paragraph = Paragraph { inlines: self.run_in(line), label: None, setting, tag: Some(tag) };
        run_on(&mut paragraph, self.layout);
        Block { keep, content: Content::Paragraph(paragraph), ..Block::default() }
    }

    /// Returns a line with its label before it, as the text after a marker: two labels cannot hang.
    fn run_in(&self, line: &TextLine) -> Vec<Inline> {
        let (body, strong) = (self.layout.style(role::BODY), self.layout.style(role::LABEL));
        let mut run = Vec::new();
        if let Some(label) = &line.label {
            let style = if label.kind == LabelKind::Number { body } else { strong };
            run = label_inlines(&label.text, style, self.layout);
            run.extend(blank_between(&label.text, &line.body, style));
        }
        let style = match &line.label {
            Some(label) if label.kind == LabelKind::Title => strong,
            _ => body,
        };
        run.extend(spans::parted(&line.body, style, self.layout));
        run
    }

    /// Returns keys and values as rows: only personal data, which is short, shares lines.
    fn pairs(&mut self, pairs: &[KeyValue], walk: &Walk) -> Block {
        let mut block = self.grid(pairs, walk.parent);
        if walk.within.section != SectionKind::Personal {
            one_column(&mut block);
        }
        block
    }

    fn quote(&mut self, blocks: &[model::Block], walk: &Walk) -> Block {
        let parent = self.structure.add(walk.parent, Role::BlockQuote);
        let mut inner = Walk { parent, numbered: None, ..*walk };
        let boxes = blocks.iter().flat_map(|block| self.block(block, &mut inner)).collect();
        let em = self.layout.setting.size;
        Block { indent: (em * 2, Pt::ZERO), content: Content::Stack(boxes), ..Block::default() }
    }

    fn code(&mut self, text: &Rich, parent: TagId) -> Block {
        let tag = self.structure.add(parent, Role::Code);
        let style = *self.layout.style(role::CODE);
        let paragraph = self.ragged(inlines(text, &style, self.layout), &style, tag);
        let space = self.layout.paragraph;
        Block {
            before: space.before,
            after: space.after,
            content: Content::Paragraph(paragraph),
            ..Block::default()
        }
    }

    /// Returns the box of a thematic break inside a section: a hairline in the ink of quiet text.
    fn rule(&self) -> Block {
        let color = self.layout.style(role::DATE).color;
        let gap = self.layout.setting.leading / 3;
        let rule = RuleBox { width: Pt::new(1) / 2, color, raise: Pt::ZERO };
        let space = Glue::fixed(gap);
        Block { before: space, after: space, content: Content::Rule(rule), ..Block::default() }
    }
}

/// Returns the blank that the author typed between a label and its text; `None` if there is none.
fn blank_between(label: &Rich, body: &Rich, style: &Style) -> Option<Inline> {
    let (label, body) = (label.span()?, body.span()?);
    let span = Span { start: label.end, end: body.start, ..label };
    if label.end >= body.start {
        return None;
    }
    // Several blanks are printed as one; only a single one is the source's own byte.
    let span = if span.len() == 1 { span } else { Span::default() };
    let style = TextStyle { style: *style, ..TextStyle::default() };
    Some(Inline::Text(Text { text: " ".to_owned(), span, style, ..Text::default() }))
}

/// Limits a grid to one column.
fn one_column(block: &mut Block) {
    match &mut block.content {
        Content::Grid(grid) => grid.grid.columns = (1, 1),
        Content::Stack(blocks) => blocks.iter_mut().for_each(one_column),
        _ => {}
    }
}

/// Returns whether a line announces the next: it ends in a colon.
fn leads_in(line: &TextLine) -> bool {
    let last = |text: &Rich| text.text().trim_end().chars().next_back();
    let end = last(&line.body).or_else(|| line.label.as_ref().and_then(|label| last(&label.text)));
    matches!(end, Some('：' | ':'))
}

/// Returns whether an entry is nothing but its head and the next one has no dates of its own: `### 某公司（2017 - 2018）`
/// above `### 某平台`, which was made there.
fn is_head_over(block: &model::Block, next: Option<&model::Block>) -> bool {
    let (BlockKind::Entry(entry), Some(BlockKind::Entry(next))) = (&block.kind, next.map(|next| &next.kind))
    else {
        return false;
    };
    entry.dates.is_some() && entry.body.is_empty() && next.dates.is_none() && !next.body.is_empty()
}

/// The position of the walk: in which element, how deep in lists, in which hand-numbered sequence.
#[derive(Clone, Copy)]
struct Walk {
    parent: TagId,
    /// Whether further lines hang under the text after a key.
    hang: bool,
    within: Within,
    depth: u8,
    numbered: Option<TagId>,
}
