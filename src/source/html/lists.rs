//! `<ul>`, `<ol>` and `<dl>`.

use super::builder::{Builder, Node, Range};
use super::element::Kind;
use super::stream::Element;
use super::text::{inlines, separator};
use crate::source::markdown::{BlockKind, Definition, Item};

impl Builder<'_, '_> {
    /// Returns a list; `None` if it is empty.
    pub fn list(
        &mut self,
        ordered: bool,
        list: &Element,
        mut range: Range,
        depth: usize,
    ) -> Option<BlockKind> {
        let start = list.tag.attribute("start").and_then(|start| start.trim().parse().ok());
        let start = ordered.then(|| start.unwrap_or(1));
        let mut items: Vec<Item> = Vec::new();
        while let Some(node) = self.next(&mut range) {
            let (is_item, span) = match &node {
                Node::Block(block) => (false, block.span),
                Node::Element(element, _) => (element.kind == Kind::Item, element.span),
            };
            let mut blocks = Vec::new();
            self.node(node, depth, &mut blocks);
            match items.last_mut() {
                _ if blocks.is_empty() => {}
                // A list directly in a list, without an item around it, belongs to the item before.
                Some(last) if !is_item => {
                    last.span = last.span.to(span);
                    last.blocks.extend(blocks);
                }
                _ => {
                    let number = start.map(|start: u64| start.saturating_add(items.len() as u64));
                    let marker = number.map_or("-".to_owned(), |number| format!("{number}."));
                    items.push(Item { span, marker, task: None, blocks });
                }
            }
        }
        let tight = items.iter().all(|item| item.blocks.len() < 2);
        (!items.is_empty()).then_some(BlockKind::List { start, tight, items })
    }

    /// Returns terms and their descriptions.
    pub fn definitions(&mut self, mut range: Range, depth: usize) -> Vec<Definition> {
        let mut out: Vec<Definition> = Vec::new();
        while let Some(node) = self.next(&mut range) {
            let (kind, span) = match &node {
                // Around a term and its description.
                Node::Element(element, inner) if element.kind == Kind::Part => {
                    range.start = inner.start;
                    continue;
                }
                Node::Element(element, _) => (element.kind, element.span),
                Node::Block(block) => (Kind::Detail, block.span),
            };
            let mut blocks = Vec::new();
            self.node(node, depth, &mut blocks);
            if kind == Kind::Term {
                out.push(Definition { term: inlines(blocks, &separator), details: Vec::new(), span });
            } else if !blocks.is_empty() {
                if out.is_empty() {
                    out.push(Definition { term: Vec::new(), details: Vec::new(), span });
                }
                if let Some(last) = out.last_mut() {
                    last.span = last.span.to(span);
                    last.details.push(blocks);
                }
            }
        }
        out
    }
}
