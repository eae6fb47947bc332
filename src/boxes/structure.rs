//! The role of each piece of content: the tree that screen readers and hiring systems follow.

/// An element of a [`Structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagId(pub u32);

impl TagId {
    /// The document itself.
    pub const ROOT: TagId = TagId(0);
}

/// The elements of a document, the root first, children after their parents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    nodes: Vec<Node>,
}

/// One element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its structure type.
    pub role: Role,
    /// The element that contains it; the root contains itself.
    pub parent: TagId,
    /// Its language, where it differs from its parent's.
    pub lang: Option<String>,
    /// The text that is read out instead of it (figures).
    pub alt: Option<String>,
}

/// The standard structure types used (PDF 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "named as the standard names them")]
pub enum Role {
    Document,
    Sect,
    Heading(u8),
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Figure,
    Span,
    Link,
    BlockQuote,
    Code,
}

impl Default for Structure {
    fn default() -> Structure {
        Structure { nodes: vec![Node { role: Role::Document, parent: TagId::ROOT, lang: None, alt: None }] }
    }
}

impl Structure {
    /// Adds an element as the last child of another and returns it.
    pub fn add(&mut self, parent: TagId, role: Role) -> TagId {
        self.nodes.push(Node { role, parent, lang: None, alt: None });
        TagId((self.nodes.len() - 1) as u32)
    }

    /// Returns an element; the root if there is none with that number.
    pub fn node(&self, tag: TagId) -> &Node {
        self.nodes.get(tag.0 as usize).unwrap_or(&self.nodes[0])
    }

    /// Returns a mutable reference to an element; the root if there is none with that number.
    pub fn node_mut(&mut self, tag: TagId) -> &mut Node {
        let at = if (tag.0 as usize) < self.nodes.len() { tag.0 as usize } else { 0 };
        &mut self.nodes[at]
    }

    /// Returns all elements in order with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (TagId, &Node)> {
        self.nodes.iter().enumerate().map(|(at, node)| (TagId(at as u32), node))
    }
}
