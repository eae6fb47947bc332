use jianli::font::FontBook;
use jianli::pages::Document;

use super::{Dump, Marks, pt};

/// Returns the pages of a document, then its outline.
pub fn pages(document: &Document, fonts: &FontBook) -> String {
    let mut out = Dump::default();
    let meta = &document.meta;
    out.line(format_args!("title {:?} author {:?} lang {}", meta.title, meta.author, meta.lang));
    let mut marks = Marks::new(fonts, &document.structure);
    for (at, page) in document.pages.iter().enumerate() {
        let (width, height) = (pt(page.size.width), pt(page.size.height));
        out.line(format_args!("page {} of {width} × {height}", at + 1));
        out.inside(|out| marks.dump(&page.marks, out));
    }
    out.line(format_args!("last page {} % full", document.last_page_fill));
    for item in &document.outline {
        let (heading, y) = (&item.heading, pt(item.at.y));
        out.depth = 1 + usize::from(heading.depth);
        out.line(format_args!("{} (page {} at {y})", heading.title, item.page + 1));
    }
    out.text
}
