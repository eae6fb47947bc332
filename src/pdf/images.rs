//! The images in the file: a JPEG as it is, an SVG as its shapes, the others as pixels.

mod jpeg;

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{DictItem, ExternalStream, ExternalXObject, RawImage, RawImageData, RawImageFormat, XObject};

use super::press::{self, Inks};
use crate::diag::Error;
use crate::image::{self, Pixels};
use crate::lines::MarkKind;
use crate::pages::Document;
use crate::source::drawing::Drawing;
use crate::source::{Asset, AssetKind};

/// The images that a document shows, by the name that the text gives them.
#[derive(Default)]
pub struct Pictures {
    pictures: BTreeMap<String, Picture>,
}

/// A picture, and how it is drawn.
pub struct Picture {
    /// The number in its resource name.
    pub number: usize,
    /// Pixels across and down, the right way up.
    pub pixels: [u32; 2],
    /// How the stored pixels have to be turned: 1 to 8, as in Exif.
    pub orientation: u8,
    /// Its shapes, which are drawn instead of an object.
    pub drawing: Option<Drawing>,
    object: Option<XObject>,
}

/// Reads the images that a document shows.
///
/// # Errors
/// [`Error::Backend`] if an image is damaged.
pub fn pictures(document: &Document, inks: Option<Inks>) -> Result<Pictures, Error> {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    let names: BTreeSet<&str> = marks
        .filter_map(|mark| match &mark.kind {
            MarkKind::Image(image) => Some(image.src.as_str()),
            _ => None,
        })
        .collect();
    let mut pictures = BTreeMap::new();
    for name in names {
        let Some(asset) = document.images.get(name) else { continue };
        let picture = Picture { number: pictures.len(), ..picture(asset, inks)? };
        pictures.insert(name.to_owned(), picture);
    }
    Ok(Pictures { pictures })
}

impl Pictures {
    /// Returns a picture.
    pub fn get(&self, name: &str) -> Option<&Picture> {
        self.pictures.get(name)
    }

    /// Returns the objects with their resource names.
    pub fn into_objects(self) -> impl Iterator<Item = (String, XObject)> {
        let named = |picture: Picture| Some((format!("I{}", picture.number), picture.object?));
        self.pictures.into_values().filter_map(named)
    }
}

fn picture(asset: &Asset, inks: Option<Inks>) -> Result<Picture, Error> {
    let picture = |pixels, object| Picture { number: 0, pixels, orientation: 1, drawing: None, object };
    if let Some(drawing) = &asset.drawing {
        let (across, down) = asset.pixels;
        return Ok(Picture { drawing: Some(drawing.clone()), ..picture([across, down], None) });
    }
    if asset.kind == AssetKind::Jpeg
        && inks.is_none()
        && let Some(plain) = jpeg::plain(&asset.bytes)
    {
        let [across, down] = plain.pixels;
        let pixels = if asset.orientation > 4 { [down, across] } else { [across, down] };
        let object = Some(XObject::External(external(plain)));
        return Ok(Picture { orientation: asset.orientation, ..picture(pixels, object) });
    }
    let pixels = image::decode(asset)?;
    let size = [pixels.width, pixels.height];
    let object = match inks {
        Some(inks) => pressed(&pixels, inks),
        None => XObject::Image(raw(pixels)),
    };
    Ok(picture(size, Some(object)))
}

/// Returns a picture in inks, without alpha.
fn pressed(pixels: &Pixels, inks: Inks) -> XObject {
    let (channels, content) = press::flat(pixels, inks);
    let size = [pixels.width, pixels.height];
    let dict = dict(size, if channels == 1 { "DeviceGray" } else { "DeviceCMYK" });
    let stream = ExternalStream { dict, content, compress: true };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn raw(mut pixels: Pixels) -> RawImage {
    let alpha = pixels.channels.is_multiple_of(2);
    if alpha && pixels.data.chunks_exact(pixels.channels).all(|pixel| pixel.last() == Some(&255)) {
        let colours = pixels.channels - 1;
        let opaque = pixels.data.chunks_exact(pixels.channels).flat_map(|pixel| &pixel[..colours]);
        pixels.data = opaque.copied().collect();
        pixels.channels = colours;
    }
    let data_format = match pixels.channels {
        1 => RawImageFormat::R8,
        2 => RawImageFormat::RG8,
        3 => RawImageFormat::RGB8,
        _ => RawImageFormat::RGBA8,
    };
    RawImage {
        pixels: RawImageData::U8(pixels.data),
        width: pixels.width as usize,
        height: pixels.height as usize,
        data_format,
        tag: Vec::new(),
    }
}

fn external(plain: jpeg::Plain<'_>) -> ExternalXObject {
    let mut dict = dict(plain.pixels, if plain.channels == 1 { "DeviceGray" } else { "DeviceRGB" });
    dict.insert("Filter".to_owned(), name("DCTDecode"));
    let stream = ExternalStream { dict, content: plain.bytes.to_vec(), compress: false };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

/// Returns the entries that every image has (PDF 32000-1, 8.9.5).
fn dict([width, height]: [u32; 2], space: &str) -> BTreeMap<String, DictItem> {
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width.into())),
        ("Height", DictItem::Int(height.into())),
        ("BitsPerComponent", DictItem::Int(8)),
        ("ColorSpace", name(space)),
    ];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
