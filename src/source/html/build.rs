//! Blocks and tags → blocks: each element becomes its Markdown equivalent.

use super::builder::{Builder, Node, Range};
use super::element::{self, Kind};
use super::row::{self, Laid};
use super::stream::{Element, Part, Stream};
use super::table;
use super::text::{heading, only_opens, summary};
use crate::diag::Span;
use crate::source::bound::MAX_DEPTH;
use crate::source::markdown::{Block, BlockKind, texts};
use crate::source::notes::{Hidden, Notes};

/// Returns the blocks of a container at a depth of nesting.
pub fn blocks(stream: Stream, depth: usize, notes: &mut Notes<'_>) -> Vec<Block> {
    if stream.is_plain() {
        let block = |part| match part {
            Part::Block(block) => Some(block),
            Part::Element(_) => None,
        };
        return stream.parts.into_iter().filter_map(block).collect();
    }
    let parts: Vec<Option<Part>> = stream.parts.into_iter().map(Some).collect();
    let all = 0..parts.len();
    let mut builder = Builder { parts, notes };
    builder.finished(all, depth)
}

impl Builder<'_, '_> {
    /// Returns the next node of a range, and removes its parts from the range.
    pub fn next(&mut self, range: &mut Range) -> Option<Node> {
        self.next_at(range).map(|(_, node)| node)
    }

    fn next_at(&mut self, range: &mut Range) -> Option<(usize, Node)> {
        while range.start < range.end {
            let at = range.start;
            range.start += 1;
            match self.parts.get_mut(at).and_then(Option::take) {
                Some(Part::Block(block)) => return Some((at, Node::Block(block))),
                Some(Part::Element(element)) => {
                    let end = element.end().clamp(at + 1, range.end);
                    range.start = end;
                    return Some((at, Node::Element(element, at + 1..end)));
                }
                None => {}
            }
        }
        None
    }

    /// Returns the blocks of a range, with those next to each other on one line.
    pub fn finished(&mut self, range: Range, depth: usize) -> Vec<Block> {
        let laid = self.blocks(range, depth);
        row::join(laid)
    }

    fn blocks(&mut self, mut range: Range, depth: usize) -> Vec<Laid> {
        let mut out: Vec<Laid> = Vec::new();
        // The surrounding elements that only separate blocks, from the outermost in; the first is the one read
        // here.
        let mut around = Vec::new();
        around.push(range.start..usize::MAX);
        while let Some((at, node)) = self.next_at(&mut range) {
            while around.len() > 1 && around.last().is_some_and(|parts| parts.end <= at) {
                around.pop();
            }
            let before = out.len();
            match node {
                Node::Block(block) => out.push(Laid::from(block)),
                // `<dt>` and `<dd>` without a `<dl>` around them.
                Node::Element(element, _) if element.kind == Kind::Term && depth < MAX_DEPTH => {
                    self.parts[at] = Some(Part::Element(element));
                    let end = self.end_of_terms(at..range.end);
                    range.start = end;
                    out.extend(self.terms(at..end, depth + 1));
                }
                // It only separates blocks: its own parts come next.
                Node::Element(element, inner) if is_transparent(&element) => {
                    range.start = inner.start;
                    around.push(inner);
                }
                Node::Element(element, inner) => self.element(*element, inner, depth, &mut out),
            }
            let parts = around.last().cloned().unwrap_or_default();
            for laid in &mut out[before..] {
                (laid.at, laid.around) = (at, parts.clone());
            }
        }
        out
    }

    /// Returns the end of the terms and their texts at the start of a range.
    fn end_of_terms(&self, range: Range) -> usize {
        let mut end = range.start;
        while let Some(Some(Part::Element(element))) = self.parts.get(end)
            && matches!(element.kind, Kind::Term | Kind::Detail)
            && end < range.end
        {
            end = element.end().clamp(end + 1, range.end);
        }
        end
    }

    fn terms(&mut self, range: Range, depth: usize) -> Option<Laid> {
        let definitions = self.definitions(range, depth);
        let span = definitions.iter().map(|definition| definition.span).reduce(Span::to)?;
        Some(Block { span, kind: BlockKind::Definitions(definitions) }.into())
    }

    /// Adds the blocks of a node.
    pub fn node(&mut self, node: Node, depth: usize, out: &mut Vec<Block>) {
        match node {
            Node::Block(block) => out.push(block),
            Node::Element(element, inner) => {
                let mut laid = Vec::new();
                self.element(*element, inner, depth, &mut laid);
                out.extend(row::join(laid));
            }
        }
    }

    fn element(&mut self, element: Element, inner: Range, depth: usize, out: &mut Vec<Laid>) {
        let span = element.span;
        if let Kind::Hidden { why, loud } = element.kind {
            self.hide(&element, inner, why, loud);
            return;
        }
        let (before, after) = element::page_breaks(&element.tag);
        if element.kind == Kind::Rule && !before && !after {
            out.push(Block { span, kind: BlockKind::Break }.into());
            return;
        }
        if depth >= MAX_DEPTH {
            self.notes.too_deep(span);
            self.flatten(inner, out);
            return;
        }
        let depth = depth + 1;
        if before {
            out.push(page_break(span).into());
        }
        match element.kind {
            Kind::Heading(level) => {
                let content = self.finished(inner, depth);
                out.extend(heading(level, content, span).into_iter().map(Laid::from));
            }
            Kind::Summary => {
                let content = self.finished(inner, depth);
                if !content.is_empty() && content.iter().all(only_opens) {
                    texts(&content, &mut |text, span| {
                        self.notes.drop(text, span, "label that opens more");
                    });
                } else {
                    out.extend(summary(content, span).into_iter().map(Laid::from));
                }
            }
            Kind::List { ordered } => {
                let list = self.list(ordered, &element, inner, depth);
                out.extend(list.map(|kind| Block { span, kind }.into()));
            }
            Kind::Definitions => {
                let definitions = self.definitions(inner, depth);
                if !definitions.is_empty() {
                    out.push(Block { span, kind: BlockKind::Definitions(definitions) }.into());
                }
            }
            Kind::Quote => {
                let content = self.finished(inner, depth);
                if !content.is_empty() {
                    out.push(Block { span, kind: BlockKind::Quote(content) }.into());
                }
            }
            Kind::Verbatim => {
                let mut content = self.finished(inner, depth);
                if let Some(first) = content.first_mut() {
                    first.span.start = span.start;
                }
                out.extend(content.into_iter().map(Laid::from));
            }
            Kind::Table => out.extend(table::blocks(self, inner, span, depth).into_iter().map(Laid::from)),
            _ if element::is_row(&element.tag) => {
                let children = self.children(inner, depth);
                out.extend(row::side_by_side(children));
            }
            _ => {
                let side = element::side(&element.tag);
                let mut content = self.blocks(inner, depth);
                if element::names_organization(&element.tag) {
                    row::strong(&mut content);
                }
                // Content with more than one block is a column.
                let single = content.len() == 1;
                let side = side.filter(|_| single);
                let part = single && element::names_part(&element.tag);
                out.extend(
                    content.into_iter().map(|laid| Laid { part: laid.part || part, ..laid.beside(side) }),
                );
            }
        }
        if after {
            out.push(page_break(span).into());
        }
    }

    /// Returns the blocks of each node of a range.
    fn children(&mut self, mut range: Range, depth: usize) -> Vec<Vec<Laid>> {
        let mut children = Vec::new();
        while let Some(node) = self.next(&mut range) {
            let mut blocks = Vec::new();
            match node {
                Node::Block(block) => blocks.push(block.into()),
                Node::Element(element, inner) => self.element(*element, inner, depth, &mut blocks),
            }
            children.push(blocks);
        }
        children
    }

    /// Keeps the blocks of a range and drops its elements, except hidden ones.
    fn flatten(&mut self, mut range: Range, out: &mut Vec<Laid>) {
        while let Some(node) = self.next(&mut range) {
            match node {
                Node::Block(block) => out.push(block.into()),
                Node::Element(element, inner) => match element.kind {
                    Kind::Hidden { why, loud } => self.hide(&element, inner, why, loud),
                    _ => range.start = inner.start,
                },
            }
        }
    }

    fn hide(&mut self, element: &Element, range: Range, why: &'static str, loud: bool) {
        let mut blocks = Vec::new();
        for part in self.parts.get_mut(range).into_iter().flatten() {
            if let Some(Part::Block(block)) = part.take() {
                blocks.push(block);
            }
        }
        self.notes.hide(&Hidden { name: &element.tag.name, place: element.span, why, loud }, &blocks);
    }
}

/// Returns whether an element only separates blocks.
pub fn is_transparent(element: &Element) -> bool {
    let parts = matches!(
        element.kind,
        Kind::Part
            | Kind::Item
            | Kind::Row
            | Kind::Rows
            | Kind::Cell { .. }
            | Kind::Term
            | Kind::Detail
            | Kind::Nothing
            | Kind::Inline
            | Kind::Unknown
    );
    let (before, after) = element::page_breaks(&element.tag);
    let plain = element::side(&element.tag).is_none() && !element::names_part(&element.tag);
    parts && plain && !element::is_row(&element.tag) && !before && !after
}

fn page_break(span: Span) -> Block {
    Block { span, kind: BlockKind::Comment("pagebreak".to_owned()) }
}
