//! The tag tree: the elements of the document with their printed content, in reading order.

use super::groups::{Groups, Owner, union};
use super::tag_tree::{Element, Kid, Tree};
use crate::boxes::TagId;
use crate::boxes::structure::Role;
use crate::lines::Mark;
use crate::pages::Document;

/// Builds the tag tree of a document.
pub fn tree<'a>(document: &'a Document, groups: &Groups<'a>) -> Tree<'a> {
    let mut builder = Builder::new(document, groups);
    builder.take_content(document, groups);
    builder.take_annotations(groups);
    let mut tree = builder.finish();
    super::tables::make_regular(&mut tree);
    number_headings(&mut tree);
    tree
}

/// Collects the printed content of each element, with its place in painting order.
struct Builder<'a> {
    elements: Vec<Element<'a>>,
    /// The direct content of each element: a link in it counts, its children in the model do not.
    own: Vec<Vec<(usize, Kid)>>,
    /// The number of elements in the model; those of links follow.
    modelled: usize,
    /// The element of each link.
    links: Vec<usize>,
    /// The number of sequences taken so far.
    place: usize,
}

impl<'a> Builder<'a> {
    fn new(document: &'a Document, groups: &Groups) -> Builder<'a> {
        let nodes = document.structure.iter();
        let elements = nodes.map(|(tag, node)| {
            let parent = node.parent.0.min(tag.0.saturating_sub(1)) as usize;
            let (lang, alt) = (node.lang.as_deref(), node.alt.as_deref());
            Element { lang, alt, ..Element::new(node.role, parent) }
        });
        let elements: Vec<Element> = elements.collect();
        let (modelled, own) = (elements.len(), vec![Vec::new(); elements.len()]);
        let mut builder = Builder { elements, own, modelled, links: Vec::new(), place: 0 };
        for link in &groups.links {
            let at = builder.link(link.tag);
            builder.links.push(at);
        }
        builder
    }

    /// Returns the index of a node among the elements: the root's if there is no such node.
    fn position(&self, tag: TagId) -> usize {
        Some(tag.0 as usize).filter(|&at| at < self.modelled).unwrap_or(0)
    }

    /// Returns the element of a link: that of its text if that is a link, else a new one in it.
    fn link(&mut self, tag: TagId) -> usize {
        let at = self.position(tag);
        if self.elements[at].role == Role::Link {
            return at;
        }
        self.elements.push(Element::new(Role::Link, at));
        self.own.push(Vec::new());
        self.elements.len() - 1
    }

    fn take_content(&mut self, document: &Document, groups: &Groups) {
        for (page, groups) in groups.pages.iter().enumerate() {
            for group in groups {
                let Owner::Element { tag, link, mcid } = group.owner else { continue };
                let at = self.position(tag);
                self.content(at, link, Kid::Content { page, mcid });
                if self.elements[at].role == Role::Figure && self.elements[at].figure.is_none() {
                    let marks = &document.pages[page].marks[group.marks.clone()];
                    let bounds = marks.iter().map(Mark::bounds).reduce(union);
                    self.elements[at].figure = bounds.map(|rect| (page, rect));
                }
            }
        }
    }

    fn content(&mut self, at: usize, link: Option<usize>, kid: Kid) {
        self.place += 1;
        let holder = link.map_or(at, |link| self.links[link]);
        if holder != at && self.own[holder].is_empty() {
            self.own[at].push((self.place, Kid::Element(holder)));
        }
        self.own[holder].push((self.place, kid));
    }

    fn take_annotations(&mut self, groups: &Groups) {
        for (link, areas) in groups.links.iter().map(|link| link.areas.len()).enumerate() {
            let own = &mut self.own[self.links[link]];
            own.extend((0..areas).map(|area| (self.place, Kid::Annotation { link, area })));
        }
    }

    /// Merges the direct content of each element, in painting order, with its children, in the model's order, each
    /// before the first content that is painted after it.
    fn finish(mut self) -> Tree<'a> {
        let first = self.first_places();
        let mut children: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.elements.len()];
        for (at, element) in self.elements.iter_mut().enumerate().take(self.modelled).skip(1) {
            let siblings = &mut children[element.parent];
            // An empty cell of a printed row keeps the table regular.
            let cell = matches!(element.role, Role::TH | Role::TD) && first[element.parent].is_some();
            let place = first[at].or(cell.then(|| siblings.last().map_or(0, |&(place, _)| place)));
            siblings.extend(place.map(|place| (place, at)));
            element.kept = place.is_some();
        }
        for ((element, own), children) in self.elements.iter_mut().zip(self.own).zip(children) {
            element.kids = merge(own, children);
        }
        Tree { elements: self.elements }
    }

    /// Returns the place of the first content in each element, including its children's.
    fn first_places(&self) -> Vec<Option<usize>> {
        let first_own = |own: &Vec<(usize, Kid)>| own.first().map(|&(place, _)| place);
        let mut first: Vec<Option<usize>> = self.own.iter().map(first_own).collect();
        for at in (1..first.len()).rev() {
            let parent = self.elements[at].parent;
            first[parent] = first[parent].into_iter().chain(first[at]).min();
        }
        first
    }
}

/// Merges the two ordered lists; children come before what is painted after their first content.
fn merge(own: Vec<(usize, Kid)>, children: Vec<(usize, usize)>) -> Vec<Kid> {
    let mut kids = Vec::with_capacity(own.len() + children.len());
    let mut children = children.into_iter().peekable();
    for (place, kid) in own {
        while let Some((_, child)) = children.next_if(|&(first, _)| first < place) {
            kids.push(Kid::Element(child));
        }
        kids.push(kid);
    }
    kids.extend(children.map(|(_, child)| Kid::Element(child)));
    kids
}

/// Numbers the headings so that the first has level 1 and none skips a level downwards (ISO 14289-1, 7.4.2),
/// keeping which are equal and which are deeper.
fn number_headings(tree: &mut Tree) {
    let mut open: Vec<u8> = Vec::new();
    for at in tree.preorder() {
        if let Role::Heading(level) = &mut tree.elements[at].role {
            open.retain(|above| *above < *level);
            open.push(*level);
            *level = open.len().min(6) as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_never_skip_a_level() {
        let levels = [2, 4, 4, 6, 2, 1, 3];
        let mut elements = vec![Element::new(Role::Document, 0)];
        elements.extend(levels.map(|level| Element::new(Role::Heading(level), 0)));
        elements[0].kids = (1..=levels.len()).map(Kid::Element).collect();
        let mut tree = Tree { elements };
        number_headings(&mut tree);
        let numbered: Vec<Role> = tree.elements[1..].iter().map(|element| element.role).collect();
        assert_eq!(numbered, [1, 2, 2, 3, 1, 1, 2].map(Role::Heading));
    }

    #[test]
    fn children_come_before_what_is_painted_after_them() {
        let content = |mcid| Kid::Content { page: 0, mcid };
        let own = vec![(1, content(0)), (4, content(3))];
        let children = vec![(3, 7), (2, 8), (5, 9)];
        let kids = merge(own, children);
        let expected = [content(0), Kid::Element(7), Kid::Element(8), content(3), Kid::Element(9)];
        assert_eq!(kids, expected);
    }
}
