//! Images, embedded in the page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::markup::escaped;
use crate::diag::Error;
use crate::geom::Em;
use crate::image;
use crate::model::{Image, Resume};
use crate::source::drawing::Part as DrawnPart;
use crate::source::{Asset, AssetKind};

/// Returns an image, embedded in the page; empty if there is none.
pub(super) fn html(resume: &Resume, content: &Image, class: &str) -> Result<String, Error> {
    let Some(asset) = resume.images.get(&content.src) else { return Ok(String::new()) };
    let alt = escaped(&content.alt);
    if let Some(drawing) = drawn(asset) {
        let (width, height) = asset.pixels;
        let role = if alt.is_empty() {
            "aria-hidden=\"true\"".to_owned()
        } else {
            format!("role=\"img\" aria-label=\"{alt}\"")
        };
        return Ok(format!(
            "<svg{class} {role} width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">{drawing}</svg>"
        ));
    }
    let (kind, bytes) = image::upright(asset)?;
    let kind = match kind {
        AssetKind::Jpeg => "jpeg",
        AssetKind::Webp => "webp",
        AssetKind::Png | AssetKind::Svg => "png",
    };
    let width = content.width.unwrap_or(asset.pixels.0);
    let (across, down) = (u64::from(asset.pixels.0.max(1)), u64::from(asset.pixels.1));
    let height = u64::from(width) * down / across;
    let data = STANDARD.encode(bytes);
    Ok(format!(
        "<img{class} alt=\"{alt}\" width=\"{width}\" height=\"{height}\" src=\"data:image/{kind};base64,{data}\">"
    ))
}

/// Returns the shapes of a drawing.
fn drawn(asset: &Asset) -> Option<String> {
    let drawing = asset.drawing.as_ref()?;
    let longer = f64::from(asset.pixels.0.max(asset.pixels.1));
    let at = |[x, y]: [Em; 2]| format!("{:.2} {:.2}", x.to_f64() * longer, y.to_f64() * longer);
    let mut out = String::new();
    for shape in &drawing.shapes {
        let steps = shape.parts.iter().map(|part| match *part {
            DrawnPart::Move(to) => format!("M{}", at(to)),
            DrawnPart::Line(to) => format!("L{}", at(to)),
            DrawnPart::Curve([a, b, to]) => format!("C{} {} {}", at(a), at(b), at(to)),
            DrawnPart::Close => "Z".to_owned(),
        });
        let rule = if shape.even_odd { " fill-rule=\"evenodd\"" } else { "" };
        let [r, g, b] = shape.rgb;
        let steps: String = steps.collect();
        out.push_str(&format!("<path d=\"{steps}\" fill=\"#{r:02x}{g:02x}{b:02x}\"{rule}/>"));
    }
    Some(out)
}
