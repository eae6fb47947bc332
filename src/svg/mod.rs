//! Pages → SVG: the very same marks as outlines, with the characters over them, invisible, for selecting.
//!
//! Outlines and not fonts: a picture looks the same wherever it is shown, and names no face that
//! another machine may lack. Each run of characters gives its place in the source
//! (`data-start`, `data-end`, in bytes), so that a click can lead there.

mod glyphs;
mod path;
mod picture;
mod write;

use crate::font::FontBook;
use crate::layout::Color;
use crate::lines::{Mark, MarkKind};
use crate::pages::Document;
use crate::source::Images;
use glyphs::Glyphs;
use write::{Out, escaped, number};

/// Returns a page, counted from 0, as an SVG of its trimmed size; `None` if there is no such page.
pub fn render(document: &Document, page: usize, fonts: &FontBook) -> Option<String> {
    let mut out = Out::new(page);
    let page = document.pages.get(page)?;
    let mut glyphs = Glyphs::new(fonts);
    out.push(&format!("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n", Color::WHITE.css()));
    for mark in &page.marks {
        draw(mark, &document.images, &mut glyphs, &mut out);
    }
    let [width, height] = [page.size.width, page.size.height].map(number);
    let lang = escaped(&document.meta.lang);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" lang=\"{lang}\" role=\"img\">\n\
         <title>{}</title>\n<defs>\n{}</defs>\n{}</svg>\n",
        escaped(&document.meta.title),
        glyphs.definitions(),
        out.finish(),
    ))
}

fn draw(mark: &Mark, images: &Images, glyphs: &mut Glyphs<'_>, out: &mut Out) {
    match &mark.kind {
        MarkKind::Glyphs(run) => glyphs.run(mark, run, out),
        MarkKind::Rule { size, color } => {
            let [x, y, width, height] = [mark.at.x, mark.at.y, size.width, size.height].map(number);
            let fill = color.css();
            out.push(&format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>\n"
            ));
        }
        MarkKind::Path(path) => {
            let Some(outline) = path.outline() else { return };
            let steps = path::of_outline(outline, mark.at, path.size);
            out.push(&format!("<path d=\"{steps}\" fill=\"{}\"/>\n", path.color.css()));
        }
        MarkKind::Panel(panel) => {
            for (color, steps) in panel.shapes(mark.at) {
                let steps = path::of_steps(&steps);
                out.push(&format!("<path d=\"{steps}\" fill=\"{}\"/>\n", color.css()));
            }
        }
        MarkKind::Image(image) => picture::draw(mark.at, image, images, out),
    }
}

impl Color {
    /// Returns the colour in CSS.
    fn css(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests;
