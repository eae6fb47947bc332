//! The finished document.

use crate::boxes::{Heading, Structure};
use crate::geom::{Point, Pt, Size};
use crate::lines::Mark;
use crate::model::Meta;
use crate::source::Images;

/// The finished document: the one tree that all back ends read. A back end does no layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The pages in order; at least one.
    pub pages: Vec<Page>,
    /// The meaning of each mark.
    pub structure: Structure,
    /// The outline, in reading order.
    pub outline: Vec<Bookmark>,
    /// Title, author, language.
    pub meta: Meta,
    /// The fill of the last page, in percent of its text height.
    pub last_page_fill: u32,
    /// The page from which one region has the width of all columns, those beside it being spent.
    pub wide_from: Option<usize>,
    /// The images that its marks show, by name.
    pub images: Images,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The trimmed page.
    pub size: Size,
    /// The distance that its ink may extend beyond the trim.
    pub bleed: Pt,
    /// Its marks in painting order, which is reading order for all that is tagged.
    pub marks: Vec<Mark>,
}

/// An item of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// Its title and depth.
    pub heading: Heading,
    /// The page, from 0.
    pub page: usize,
    /// The place on it.
    pub at: Point,
}

/// Returns the outline with the place of each heading; one that is not on any page is left out.
pub(super) fn bookmarks(document: &Document, headings: &[Heading]) -> Vec<Bookmark> {
    let mut places: Vec<Option<(usize, Point)>> = vec![None; document.structure.iter().count()];
    for (number, page) in document.pages.iter().enumerate() {
        for mark in &page.marks {
            if let Some(place) = mark.tag.and_then(|tag| places.get_mut(tag.0 as usize)) {
                place.get_or_insert((number, mark.bounds().origin));
            }
        }
    }
    let found = headings.iter().filter_map(|heading| {
        let (page, at) = (*places.get(heading.tag.0 as usize)?)?;
        Some(Bookmark { heading: heading.clone(), page, at })
    });
    found.collect()
}
