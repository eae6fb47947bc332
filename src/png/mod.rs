//! Pages → pictures, from the very faces that the PDF embeds.
//!
//! Glyphs come from fontdue, which outlines every glyph of the face that it is given: it is only given
//! subsets. Rules, icons and images are drawn by tiny-skia.

mod canvas;
mod coverage;
mod picture;
mod text;

use crate::diag::{Error, Message, message};
use crate::font::FontBook;
use crate::lines::MarkKind;
use crate::pages::Document;
use canvas::Canvas;
use text::Typefaces;

/// The most pixels that a side of a picture may have.
const MOST_PIXELS: u32 = 10_000;

/// Returns a page, counted from 0, as a PNG of its trimmed size.
///
/// # Errors
/// [`Error::Backend`] if there is no such page, if the picture would have no pixels or a side of over 10,000,
/// or if a face or an image cannot be used.
pub fn render(document: &Document, page: usize, fonts: &FontBook, dpi: u32) -> Result<Vec<u8>, Error> {
    let refuse = |reason: Message| Error::Backend { what: "picture", reason };
    let pages = document.pages.len();
    let page = document
        .pages
        .get(page)
        .ok_or_else(|| refuse(message!("there is no page {page} of {pages}", page = page + 1, pages)))?;
    let scale = f64::from(dpi) / 72.0;
    let sides = [page.size.width, page.size.height].map(|length| (length.to_f64() * scale).round());
    if sides.iter().any(|&side| !(1.0..=f64::from(MOST_PIXELS)).contains(&side)) {
        let [width, height] = sides;
        return Err(refuse(message!(
            "{dpi} dpi gives {width} × {height} pixels, but a side may have 1 to {most}",
            dpi,
            width,
            height,
            most = MOST_PIXELS
        )));
    }
    let mut canvas = Canvas::new(sides.map(|side| side as u32), scale)
        .ok_or_else(|| refuse("there is not enough memory for it".into()))?;
    let mut typefaces = Typefaces::new(document, fonts, scale)?;
    for mark in &page.marks {
        match &mark.kind {
            MarkKind::Glyphs(run) => typefaces.draw(&mut canvas, mark.at, run),
            MarkKind::Rule { color, .. } => canvas.rule(mark.bounds(), *color),
            MarkKind::Path(path) => canvas.icon(mark.at, path),
            MarkKind::Panel(panel) => canvas.panel(mark.at, panel),
            MarkKind::Image(image) => picture::draw(&mut canvas, mark.bounds(), image, &document.images)?,
        }
    }
    canvas.encode(dpi)
}
