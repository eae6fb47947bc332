//! Marks that belong together: the marked-content sequences of each page, and the links.

use std::ops::Range;

use crate::boxes::TagId;
use crate::geom::{Point, Pt, Rect, Size};
use crate::lines::{GlyphRun, Mark, MarkKind};
use crate::pages::{Document, Page};

/// The marks of a document in groups.
#[derive(Debug, Default)]
pub struct Groups<'a> {
    /// The groups of each page in painting order.
    pub pages: Vec<Vec<Group>>,
    /// The links in painting order.
    pub links: Vec<Link<'a>>,
}

/// Consecutive marks that belong to the same thing.
#[derive(Debug)]
pub struct Group {
    /// The range of marks of the page.
    pub marks: Range<usize>,
    /// What they belong to.
    pub owner: Owner,
}

/// What a group of marks belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Decoration: rules, backgrounds, icons.
    Layout,
    /// Text that is not the document's: folios, running heads.
    Pagination,
    /// An element, or a numbered link in it, with the number of the sequence on the page.
    Element { tag: TagId, link: Option<usize>, mcid: usize },
}

/// A link: its target, and where it is shown.
#[derive(Debug)]
pub struct Link<'a> {
    /// The element that contains it.
    pub tag: TagId,
    /// Its target.
    pub target: &'a str,
    /// One area a line, in order.
    pub areas: Vec<Area>,
}

/// A part of a link on one line.
#[derive(Debug)]
pub struct Area {
    /// The page, from 0.
    pub page: usize,
    /// The rectangle round the text, y down.
    pub rect: Rect,
    baseline: Pt,
}

/// Groups the marks of a document.
pub fn group(document: &Document) -> Groups<'_> {
    let mut groups = Groups::default();
    let mut link = None; // goes on over artifacts, over lines and over pages
    for (at, page) in document.pages.iter().enumerate() {
        let groups_of_page = groups.page(page, at, &mut link);
        groups.pages.push(groups_of_page);
    }
    groups
}

impl<'a> Groups<'a> {
    fn page(&mut self, page: &'a Page, number: usize, link: &mut Option<usize>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut mcids = 0;
        for (at, mark) in page.marks.iter().enumerate() {
            let owner = self.owner(mark, number, link, mcids);
            match groups.last_mut() {
                Some(last) if last.owner.same(owner) => last.marks.end = at + 1,
                _ => {
                    mcids += usize::from(matches!(owner, Owner::Element { .. }));
                    groups.push(Group { marks: at..at + 1, owner });
                }
            }
        }
        groups
    }

    fn owner(&mut self, mark: &'a Mark, page: usize, link: &mut Option<usize>, mcid: usize) -> Owner {
        let Some(tag) = mark.tag else {
            let text = matches!(mark.kind, MarkKind::Glyphs(_));
            return if text { Owner::Pagination } else { Owner::Layout };
        };
        *link = match &mark.kind {
            MarkKind::Glyphs(GlyphRun { link: Some(target), .. }) => {
                let at = self.link(tag, target, *link);
                self.links[at].show(Area { page, rect: mark.bounds(), baseline: mark.at.y });
                Some(at)
            }
            _ => None,
        };
        Owner::Element { tag, link: *link, mcid }
    }

    /// Returns the link that a run belongs to: the one before it, if that continues.
    fn link(&mut self, tag: TagId, target: &'a str, before: Option<usize>) -> usize {
        let goes_on = |&at: &usize| self.links.get(at).is_some_and(|l| l.tag == tag && l.target == target);
        before.filter(goes_on).unwrap_or_else(|| {
            self.links.push(Link { tag, target, areas: Vec::new() });
            self.links.len() - 1
        })
    }
}

impl Link<'_> {
    /// Adds a piece of the link's text, to the area of its line if there is one.
    fn show(&mut self, piece: Area) {
        match self.areas.last_mut() {
            Some(last) if last.page == piece.page && last.baseline == piece.baseline => {
                last.rect = union(last.rect, piece.rect);
            }
            _ => self.areas.push(piece),
        }
    }
}

impl Owner {
    /// Returns whether a mark of another owner goes into the same sequence.
    fn same(self, other: Owner) -> bool {
        match (self, other) {
            (Owner::Element { tag: a, link: b, .. }, Owner::Element { tag, link, .. }) => {
                a == tag && b == link
            }
            _ => self == other,
        }
    }
}

/// Returns the smallest rectangle that holds both.
pub fn union(a: Rect, b: Rect) -> Rect {
    let origin = Point { x: a.origin.x.min(b.origin.x), y: a.origin.y.min(b.origin.y) };
    let size =
        Size { width: a.right().max(b.right()) - origin.x, height: a.bottom().max(b.bottom()) - origin.y };
    Rect { origin, size }
}
