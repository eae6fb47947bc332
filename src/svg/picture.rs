//! Images, carried along in the file itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::path;
use super::write::{Out, number};
use crate::geom::{Point, Pt, Rect};
use crate::lines::{ImageMark, rounded};
use crate::source::{AssetKind, Source};

/// Draws the visible part of an image: the whole, so large that this part fills its place, cut to it.
pub(super) fn draw(at: Point, image: &ImageMark, source: &Source, out: &mut Out) {
    let Some(asset) = source.assets.get(&image.src) else { return };
    let kind = match asset.kind {
        AssetKind::Png => "png",
        AssetKind::Jpeg => "jpeg",
    };
    let [left, top, width, height] = image.crop.map(i64::from);
    let across = |pixels: i64| image.size.width.scale(pixels, width.max(1));
    let down = |pixels: i64| image.size.height.scale(pixels, height.max(1));
    let (wide, high) = asset.pixels;
    let [x, y, w, h] =
        [at.x - across(left), at.y - down(top), across(wide.into()), down(high.into())].map(number);
    let visible = Rect { origin: at, size: image.size };
    let cut = path::of_steps(&rounded(visible, image.radius.max(Pt::ZERO)));
    let name = out.name();
    let data = STANDARD.encode(&asset.bytes);
    out.push(&format!(
        "<clipPath id=\"{name}\"><path d=\"{cut}\"/></clipPath>\n\
         <image x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" preserveAspectRatio=\"none\" \
         clip-path=\"url(#{name})\" href=\"data:image/{kind};base64,{data}\"/>\n"
    ));
}
