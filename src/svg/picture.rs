//! Images, embedded in the file itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::path;
use super::write::{Out, number};
use crate::geom::{Point, Pt, Rect, Size};
use crate::image::areas;
use crate::lines::{ImageMark, rounded};
use crate::source::{Asset, AssetKind, Images};

/// Draws the visible part of an image: all of it, scaled so that this part fills its place, and clipped to that.
pub(super) fn draw(at: Point, image: &ImageMark, images: &Images, out: &mut Out) {
    let Some(asset) = images.get(&image.src) else { return };
    let visible = Rect { origin: at, size: image.size };
    let cut = path::of_steps(&rounded(visible, image.radius.max(Pt::ZERO)));
    let name = out.name();
    out.push(&format!(
        "<clipPath id=\"{name}\"><path d=\"{cut}\"/></clipPath>\n<g clip-path=\"url(#{name})\">\n"
    ));
    match &asset.drawing {
        Some(drawing) => {
            let (across, down) = asset.pixels;
            for area in areas(drawing, image.whole(at, [across, down])) {
                let rule = if area.even_odd { " fill-rule=\"evenodd\"" } else { "" };
                let (steps, fill) = (path::of_steps(&area.steps), area.color.css());
                out.push(&format!("<path d=\"{steps}\" fill=\"{fill}\"{rule}/>\n"));
            }
        }
        None => pixels(at, image, asset, out),
    }
    out.push("</g>\n");
}

/// Draws a raster image, whole, the right way up: the embedded file no longer records its orientation.
fn pixels(at: Point, image: &ImageMark, asset: &Asset, out: &mut Out) {
    let kind = match asset.kind {
        AssetKind::Png => "png",
        AssetKind::Jpeg => "jpeg",
        AssetKind::Webp => "webp",
        AssetKind::Svg => return,
    };
    let [left, top, width, height] = image.crop.map(i64::from);
    let across = |pixels: i64| image.size.width.scale(pixels, width.max(1));
    let down = |pixels: i64| image.size.height.scale(pixels, height.max(1));
    let (wide, high) = asset.pixels;
    let place = Rect {
        origin: Point { x: at.x - across(left), y: at.y - down(top) },
        size: Size { width: across(wide.into()), height: down(high.into()) },
    };
    let place = placed(place, asset.orientation);
    let data = STANDARD.encode(&asset.bytes);
    out.push(&format!(
        "<image {place} preserveAspectRatio=\"none\" href=\"data:image/{kind};base64,{data}\"/>\n"
    ));
}

/// Returns the attributes that put a picture, as it is stored, in its place the right way up.
fn placed(place: Rect, orientation: u8) -> String {
    let Rect { origin: Point { x, y }, size: Size { width, height } } = place;
    // The directions to the right and down, and the upper left corner (SVG 2, 8.5).
    let [a, b, c, d, e, f] = match orientation {
        2 => [-1, 0, 0, 1, 1, 0],
        3 => [-1, 0, 0, -1, 1, 1],
        4 => [1, 0, 0, -1, 0, 1],
        5 => [0, 1, 1, 0, 0, 0],
        6 => [0, 1, -1, 0, 1, 0],
        7 => [0, -1, -1, 0, 1, 1],
        8 => [0, -1, 1, 0, 0, 1],
        _ => {
            let [x, y, width, height] = [x, y, width, height].map(number);
            return format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        }
    };
    let matrix = [width * a, height * b, width * c, height * d, x + width * e, y + height * f].map(number);
    format!("width=\"1\" height=\"1\" transform=\"matrix({})\"", matrix.join(" "))
}
