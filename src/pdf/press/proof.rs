//! Problems for a print shop, found before anything is written.

use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::geom::Pt;
use crate::lines::{ImageMark, MarkKind};
use crate::pages::Document;

/// The least resolution in pixels per inch: a press with 150 lines per inch needs two pixels per line.
const LEAST_DPI: i64 = 300;

/// Reports the images that are too coarse at their printed size, each once.
pub fn proof(document: &Document, sink: &mut Sink) {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    let images = marks.filter_map(|mark| match &mark.kind {
        MarkKind::Image(image) => Some(image),
        _ => None,
    });
    let mut told: Vec<&str> = Vec::new();
    for image in images {
        let Some(asset) = document.images.get(&image.src).filter(|asset| asset.drawing.is_none()) else {
            continue;
        };
        let finest = [fineness(image.crop[2], image.size.width), fineness(image.crop[3], image.size.height)];
        let coarsest = finest.into_iter().min().unwrap_or(LEAST_DPI);
        if coarsest < LEAST_DPI && !told.contains(&image.src.as_str()) {
            told.push(&image.src);
            sink.report(coarse(image, coarsest, asset.place));
        }
    }
}

/// Returns the pixels per inch of a side, rounded; a deficit of one hundredth is ignored.
fn fineness(pixels: u32, printed: Pt) -> i64 {
    let inch = 72 * Pt::UNITS;
    let units = printed.units().max(1);
    (i64::from(pixels) * inch + units / 2) / units
}

fn coarse(image: &ImageMark, dpi: i64, place: Span) -> Diagnostic {
    let ImageMark { src, size, crop, .. } = image;
    let shown: String = src.chars().take(80).collect();
    let millimetres = |length: Pt| (length.to_f64() * 25.4 / 72.0).round();
    let (wide, high) = (millimetres(size.width), millimetres(size.height));
    let message = message!(
        "the image `{shown}` is too coarse to be printed: {dpi} pixels per inch at {wide} × {high} mm, but \
         {least} are needed",
        shown,
        dpi,
        wide,
        high,
        least = LEAST_DPI
    );
    let needed = |length: Pt| (length.to_f64() * LEAST_DPI as f64 / 72.0).ceil();
    let hint = message!(
        "it has {wide} × {high} pixels there; use a picture of {broad} × {tall} or more, or print it smaller",
        wide = crop[2],
        high = crop[3],
        broad = needed(size.width),
        tall = needed(size.height)
    );
    Diagnostic::new(code::COARSE, place, message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fineness_is_pixels_an_inch() {
        assert_eq!(fineness(300, Pt::new(72)), 300);
        assert_eq!(fineness(96, Pt::new(144)), 48);
        assert_eq!(fineness(1, Pt::ZERO), 72 * Pt::UNITS);
    }
}
