//! Images, carried along in the file itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::path;
use super::write::{Out, number};
use crate::geom::{Point, Pt, Rect};
use crate::image::areas;
use crate::lines::{ImageMark, rounded};
use crate::source::{Asset, AssetKind, Images};

/// Draws the visible part of an image: the whole, so large that this part fills its place, cut to it.
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

/// Draws an image of pixels, whole. A browser turns it the right way up, as its own data say.
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
    let [x, y, w, h] =
        [at.x - across(left), at.y - down(top), across(wide.into()), down(high.into())].map(number);
    let data = STANDARD.encode(&asset.bytes);
    out.push(&format!(
        "<image x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" preserveAspectRatio=\"none\" \
         href=\"data:image/{kind};base64,{data}\"/>\n"
    ));
}
