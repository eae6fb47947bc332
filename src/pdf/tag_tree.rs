//! The structure tree as it is written.

use crate::boxes::structure::Role;
use crate::geom::Rect;

/// The tag tree.
#[derive(Debug)]
pub struct Tree<'a> {
    /// The elements, the root first.
    pub elements: Vec<Element<'a>>,
}

/// An element of the tag tree.
#[derive(Debug)]
pub struct Element<'a> {
    /// Its role; headings have their level in the tree.
    pub role: Role,
    /// The element that contains it; the root contains itself.
    pub parent: usize,
    /// Its content, in reading order; empty with [`Element::kept`] false for an element that is not printed.
    pub kids: Vec<Kid>,
    /// Whether it is written at all.
    pub kept: bool,
    /// Its language, where it differs from the document's.
    pub lang: Option<&'a str>,
    /// Text that is read out instead of it.
    pub alt: Option<&'a str>,
    /// The page and the rectangle of a figure, y down.
    pub figure: Option<(usize, Rect)>,
}

/// A piece of an element's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    Element(usize),
    /// A marked-content sequence.
    Content { page: usize, mcid: usize },
    /// A link's annotation: the number of the link and of the area.
    Annotation { link: usize, area: usize },
}

impl Element<'_> {
    /// Returns an element that holds nothing yet.
    pub fn new(role: Role, parent: usize) -> Element<'static> {
        Element { role, parent, kids: Vec::new(), kept: true, lang: None, alt: None, figure: None }
    }
}

impl Tree<'_> {
    /// Returns the elements that are written, in reading order, the root first.
    pub fn preorder(&self) -> Vec<usize> {
        let (mut order, mut stack) = (Vec::with_capacity(self.elements.len()), vec![0]);
        while let Some(at) = stack.pop() {
            order.push(at);
            stack.extend(self.elements[at].kids.iter().rev().filter_map(|kid| match kid {
                Kid::Element(child) => Some(*child),
                _ => None,
            }));
        }
        order
    }
}
