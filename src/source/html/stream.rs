//! Blocks and the tags around them, one after the other; decides which tag closes which.
//!
//! An element may begin in one HTML block and end in another, with Markdown between, since a blank
//! line ends an HTML block. What is never closed ends with its own HTML block.

use std::collections::BTreeMap;

use super::element::{self, Kind};
use super::tokens::Tag;
use crate::diag::Span;
use crate::source::markdown::Block;

/// Elements whose boundary a closing tag inside a table's cell does not cross.
const WALLS: [&str; 5] = ["table", "td", "th", "caption", "template"];

/// The content of a container: the document, an item, a quotation.
#[derive(Debug, Default)]
pub struct Stream {
    /// In the order of the source.
    pub parts: Vec<Part>,
    /// The open elements: their indices in the parts.
    open: Vec<usize>,
    /// The open elements of each name: their indices in `open`.
    named: BTreeMap<String, Vec<usize>>,
    /// Closing tags for which nothing was open: they may belong to the surrounding container.
    pub strays: Vec<(String, Span)>,
    /// The number of open elements that are hidden.
    hidden: usize,
}

/// A block, or the beginning of an element.
#[derive(Debug)]
pub enum Part {
    Block(Block),
    Element(Box<Element>),
}

/// An element.
#[derive(Debug)]
pub struct Element {
    pub tag: Tag,
    pub kind: Kind,
    /// From its first tag to the end of its last one.
    pub span: Span,
    /// The index after its last part; `None` while it is open.
    pub end: Option<usize>,
    /// The index after the last part of the HTML block that it begins in.
    limit: usize,
}

impl Element {
    /// Returns the index after its last part.
    pub fn end(&self) -> usize {
        self.end.unwrap_or(self.limit)
    }
}

impl Stream {
    /// Adds a block.
    pub fn block(&mut self, block: Block) {
        self.parts.push(Part::Block(block));
    }

    /// Returns whether there was no tag at all.
    pub fn is_plain(&self) -> bool {
        self.named.is_empty() && !self.parts.iter().any(|part| matches!(part, Part::Element(_)))
    }

    /// Returns whether an element is open.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Returns the kind of the innermost open element.
    pub fn innermost(&self) -> Option<Kind> {
        self.open.last().and_then(|&at| self.element(at)).map(|element| element.kind)
    }

    /// Returns whether a tag belongs to an open element that is not a block by name: `<span hidden>`.
    pub fn has_open(&self, name: &str) -> bool {
        self.named.get(name).is_some_and(|open| !open.is_empty())
    }

    /// Returns whether the following content is not printed.
    pub fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    /// Adds a tag.
    pub fn tag(&mut self, tag: Tag, kind: Kind, span: Span) {
        if tag.closing {
            self.close(&tag.name, span);
            return;
        }
        self.close_implied(&tag.name, kind, Span { end: span.start, ..span });
        let at = self.parts.len();
        let empty = tag.empty || element::is_void(&tag.name);
        if !empty {
            self.named.entry(tag.name.clone()).or_default().push(self.open.len());
            self.open.push(at);
            self.hidden += usize::from(matches!(kind, Kind::Hidden { .. }));
        }
        let end = empty.then_some(at + 1);
        self.parts.push(Part::Element(Box::new(Element { tag, kind, span, end, limit: usize::MAX })));
    }

    /// Closes the innermost open element with a name, and everything inside it.
    pub fn close(&mut self, name: &str, span: Span) {
        match self.reachable(name) {
            Some(depth) => self.close_to(depth, span),
            None if !self.has_open(name) => self.strays.push((name.to_owned(), span)),
            None => {}
        }
    }

    /// Ends an HTML block: elements that began in it and are never closed end here.
    pub fn end_html(&mut self) {
        let end = self.parts.len();
        for &at in self.open.iter().rev() {
            let Some(Part::Element(element)) = self.parts.get_mut(at) else { break };
            if element.limit != usize::MAX {
                break;
            }
            element.limit = end;
        }
    }

    /// Returns the index in `open` of the element that a closing tag closes.
    fn reachable(&self, name: &str) -> Option<usize> {
        let depth = self.last(name)?;
        let wall = match name {
            "table" => None,
            "li" => ["ul", "ol", "menu"].iter().filter_map(|list| self.last(list)).max(),
            "dt" | "dd" => self.last("dl"),
            "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "caption" => self.last("table"),
            _ => WALLS.iter().filter_map(|wall| self.last(wall)).max(),
        };
        (wall <= Some(depth)).then_some(depth)
    }

    fn last(&self, name: &str) -> Option<usize> {
        self.named.get(name).and_then(|open| open.last()).copied()
    }

    /// Closes the elements that a tag closes implicitly: the item before an item, a paragraph before any block.
    fn close_implied(&mut self, name: &str, kind: Kind, span: Span) {
        let ended: &[&str] = match name {
            "li" => &["li"],
            "dt" | "dd" => &["dt", "dd"],
            "td" | "th" => &["td", "th", "caption"],
            "tr" => &["tr", "caption"],
            "thead" | "tbody" | "tfoot" => &["thead", "tbody", "tfoot", "caption"],
            _ => &[],
        };
        let depth = ended.iter().filter_map(|name| self.reachable(name)).min();
        if let Some(depth) = depth {
            self.close_to(depth, span);
        }
        let inner = self.open.last().and_then(|&at| self.element(at));
        let ends = inner.is_some_and(|inner| {
            inner.tag.name == "p" && kind.is_block()
                || matches!((inner.kind, kind), (Kind::Heading(_), Kind::Heading(_)))
        });
        if ends {
            self.close_to(self.open.len() - 1, span);
        }
    }

    fn close_to(&mut self, depth: usize, span: Span) {
        let end = self.parts.len();
        while self.open.len() > depth {
            let Some(at) = self.open.pop() else { break };
            let Some(Part::Element(element)) = self.parts.get_mut(at) else { continue };
            element.end = Some(end);
            element.span = element.span.to(span);
            if let Some(open) = self.named.get_mut(&element.tag.name) {
                open.pop();
            }
            self.hidden -= usize::from(matches!(element.kind, Kind::Hidden { .. }));
        }
    }

    fn element(&self, at: usize) -> Option<&Element> {
        match self.parts.get(at) {
            Some(Part::Element(element)) => Some(element),
            _ => None,
        }
    }
}
