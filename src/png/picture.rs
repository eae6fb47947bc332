//! Images on the sheet.

use tiny_skia::{
    FillRule, FilterQuality, Paint, Pattern, Pixmap, PremultipliedColorU8, SpreadMode, Transform,
};

use super::canvas::{Canvas, ink};
use crate::diag::Error;
use crate::geom::Rect;
use crate::image::{self, Area, Pixels, areas};
use crate::lines::{ImageMark, rounded};
use crate::source::Images;

/// Draws the visible part of an image at its place.
///
/// # Errors
/// [`Error::Backend`] if the image is damaged.
pub fn draw(canvas: &mut Canvas, whole: Rect, image: &ImageMark, images: &Images) -> Result<(), Error> {
    let (Some(asset), Some(place)) = (images.get(&image.src), canvas.rectangle(whole)) else {
        return Ok(());
    };
    if let Some(drawing) = &asset.drawing {
        let (across, down) = asset.pixels;
        shapes(canvas, whole, image, &areas(drawing, image.whole(whole.origin, [across, down])));
        return Ok(());
    }
    let [left, top, width, height] = image.crop.map(|part| part as f32);
    let (across, down) = (place.width() / width.max(1.0), place.height() / height.max(1.0));
    // An image far finer than the sheet is averaged down before it is drawn.
    let coarser = (1.0 / across.max(down)).clamp(1.0, 64.0) as u32;
    let Some(pixmap) = pixmap(&image::decode(asset)?, coarser) else { return Ok(()) };
    let coarser = coarser as f32;
    let transform = Transform::from_row(
        across * coarser,
        0.0,
        0.0,
        down * coarser,
        place.left() - left * across,
        place.top() - top * down,
    );
    let shader = Pattern::new(pixmap.as_ref(), SpreadMode::Pad, FilterQuality::Bilinear, 1.0, transform);
    let paint = Paint { shader, ..Paint::default() };
    if let Some(outline) = canvas.path(&rounded(whole, image.radius)) {
        canvas.fill(&outline, &paint);
    }
    Ok(())
}

/// Draws shapes on a sheet of their own, and copies the part that the place shows.
fn shapes(canvas: &mut Canvas, place: Rect, image: &ImageMark, areas: &[Area]) {
    let Some(mut sheet) = canvas.clear() else { return };
    for area in areas {
        let Some(outline) = canvas.path(&area.steps) else { continue };
        let rule = if area.even_odd { FillRule::EvenOdd } else { FillRule::Winding };
        sheet.fill_path(&outline, &ink(area.color), rule, Transform::identity(), None);
    }
    let identity = Transform::identity();
    let shader = Pattern::new(sheet.as_ref(), SpreadMode::Pad, FilterQuality::Nearest, 1.0, identity);
    let paint = Paint { shader, ..Paint::default() };
    if let Some(outline) = canvas.path(&rounded(place, image.radius)) {
        canvas.fill(&outline, &paint);
    }
}

/// Returns the pixels for tiny-skia, averaged over squares of `coarser` × `coarser` pixels.
fn pixmap(pixels: &Pixels, coarser: u32) -> Option<Pixmap> {
    let (width, height) = (pixels.width / coarser, pixels.height / coarser);
    let mut pixmap = Pixmap::new(width.max(1), height.max(1))?;
    let across = pixmap.width();
    for (at, out) in (0_u32..).zip(pixmap.pixels_mut()) {
        let (x, y) = (at % across * coarser, at / across * coarser);
        *out = average(pixels, [x, y], coarser);
    }
    Some(pixmap)
}

/// Returns the average of a square, colours weighted by their alpha.
fn average(pixels: &Pixels, [left, top]: [u32; 2], side: u32) -> PremultipliedColorU8 {
    let mut sums = [0_u64; 4];
    let mut count = 0;
    for y in top..(top + side).min(pixels.height) {
        for x in left..(left + side).min(pixels.width) {
            let [red, green, blue, alpha] = colour(pixels, x, y).map(u64::from);
            let premultiplied = [red, green, blue].map(|part| (part * alpha + 127) / 255);
            for (sum, part) in sums.iter_mut().zip(premultiplied.into_iter().chain([alpha])) {
                *sum += part;
            }
            count += 1;
        }
    }
    let [red, green, blue, alpha] = sums.map(|sum| (sum / count.max(1)) as u8);
    PremultipliedColorU8::from_rgba(red.min(alpha), green.min(alpha), blue.min(alpha), alpha)
        .unwrap_or(PremultipliedColorU8::TRANSPARENT)
}

fn colour(pixels: &Pixels, x: u32, y: u32) -> [u8; 4] {
    let at = (y as usize * pixels.width as usize + x as usize) * pixels.channels;
    match pixels.data.get(at..at + pixels.channels) {
        Some(&[grey]) => [grey, grey, grey, 255],
        Some(&[grey, alpha]) => [grey, grey, grey, alpha],
        Some(&[red, green, blue]) => [red, green, blue, 255],
        Some(&[red, green, blue, alpha]) => [red, green, blue, alpha],
        _ => [0; 4],
    }
}
