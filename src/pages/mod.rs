//! A galley → pages: everything at a point, in reading order.

use crate::boxes::{Heading, Structure, TagId};
use crate::diag::Sink;
use crate::font::FontBook;
use crate::geom::{Point, Pt, Size};
use crate::layout::Layout;
use crate::lines::{Galley, Mark};
use crate::model::Meta;

/// Puts a galley on pages. Never fails: what is taller than a page overflows, with a diagnostic.
pub fn paginate(
    galley: &Galley,
    layout: &Layout,
    meta: &Meta,
    fonts: &FontBook,
    sink: &mut Sink,
) -> Document {
    let _ = (galley, layout, meta, fonts, sink);
    Document::default()
}

/// The finished document: the one tree that all back ends read. A back end does no layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The pages in order; at least one.
    pub pages: Vec<Page>,
    /// What each mark is.
    pub structure: Structure,
    /// The outline, in reading order.
    pub outline: Vec<Bookmark>,
    /// Title, author, language.
    pub meta: Meta,
    /// How full the last page is, in percent of its text height.
    pub last_page_fill: u32,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The trimmed page.
    pub size: Size,
    /// How far its ink may go beyond the trim.
    pub bleed: Pt,
    /// What is printed, in painting order, which is reading order for all that is tagged.
    pub marks: Vec<Mark>,
}

/// An item of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// What it says, where it belongs.
    pub heading: Heading,
    /// The page, from 0.
    pub page: usize,
    /// The place on it.
    pub at: Point,
}

impl Document {
    /// Returns the page and the upper left corner of what belongs to an element; none if nothing.
    pub fn find(&self, tag: TagId) -> Option<(usize, Point)> {
        let on = |page: &Page| {
            page.marks.iter().find(|mark| mark.tag == Some(tag)).map(|mark| mark.bounds().origin)
        };
        self.pages.iter().enumerate().find_map(|(at, page)| on(page).map(|point| (at, point)))
    }
}
