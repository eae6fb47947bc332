//! Pictures in a document, and the photo next to the name.

use super::xml::Xml;
use crate::diag::Error;
use crate::image;
use crate::source::{Asset, AssetKind};

/// English metric units in a CSS pixel (1/96 inch).
const EMU: i64 = 9525;
const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The place of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In its line.
    Line,
    /// At the right edge of the text, which flows around it.
    Right,
}

/// A picture, ready to be placed.
pub struct Picture<'a> {
    /// The relation to its file.
    pub relation: &'a str,
    /// Its number in the document.
    pub number: usize,
    pub alt: &'a str,
    /// Pixels across and down, as shown.
    pub size: (u32, u32),
}

/// Returns an image as a file that Word reads, with its extension; `None` for a drawing.
///
/// # Errors
/// [`Error::Backend`] if it is damaged.
pub fn file(asset: &Asset) -> Result<Option<(&'static str, Vec<u8>)>, Error> {
    if asset.drawing.is_some() {
        return Ok(None);
    }
    let (kind, bytes) = image::upright(asset)?;
    Ok(Some((if kind == AssetKind::Jpeg { "jpeg" } else { "png" }, bytes)))
}

/// Writes a picture as a run.
pub fn run(xml: &mut Xml, picture: &Picture<'_>, place: Place) {
    let (width, height) = (i64::from(picture.size.0) * EMU, i64::from(picture.size.1) * EMU);
    let (width, height) = (width.to_string(), height.to_string());
    xml.open("w:r", &[]);
    xml.open("w:drawing", &[]);
    let extent = |xml: &mut Xml| xml.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
    match place {
        Place::Line => {
            xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
            extent(xml);
        }
        Place::Right => {
            let attributes = [
                ("distT", "0"),
                ("distB", "0"),
                ("distL", "114300"),
                ("distR", "0"),
                ("simplePos", "0"),
                ("relativeHeight", "1"),
                ("behindDoc", "0"),
                ("locked", "0"),
                ("layoutInCell", "1"),
                ("allowOverlap", "0"),
            ];
            xml.open("wp:anchor", &attributes);
            xml.empty("wp:simplePos", &[("x", "0"), ("y", "0")]);
            xml.open("wp:positionH", &[("relativeFrom", "margin")]);
            xml.text("wp:align", &[], "right");
            xml.close("wp:positionH");
            xml.open("wp:positionV", &[("relativeFrom", "margin")]);
            xml.text("wp:align", &[], "top");
            xml.close("wp:positionV");
            extent(xml);
            xml.empty("wp:effectExtent", &[("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")]);
            xml.empty("wp:wrapSquare", &[("wrapText", "left")]);
        }
    }
    let number = picture.number.to_string();
    let name = format!("Picture {number}");
    xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", picture.alt)]);
    xml.open("a:graphic", &[("xmlns:a", A)]);
    xml.open("a:graphicData", &[("uri", PIC)]);
    xml.open("pic:pic", &[("xmlns:pic", PIC)]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &[("id", &number), ("name", &name)]);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close("pic:nvPicPr");
    xml.open("pic:blipFill", &[]);
    xml.empty("a:blip", &[("r:embed", picture.relation)]);
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close("a:stretch");
    xml.close("pic:blipFill");
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &[("cx", &width), ("cy", &height)]);
    xml.close("a:xfrm");
    xml.open("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    xml.close("a:prstGeom");
    xml.close("pic:spPr");
    xml.close("pic:pic");
    xml.close("a:graphicData");
    xml.close("a:graphic");
    xml.close(if place == Place::Line { "wp:inline" } else { "wp:anchor" });
    xml.close("w:drawing");
    xml.close("w:r");
}
