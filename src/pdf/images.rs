//! The images in the file: a JPEG as it is, a PNG as pixels.

mod jpeg;

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{DictItem, ExternalStream, ExternalXObject, RawImage, RawImageData, RawImageFormat, XObject};

use super::press;
use crate::diag::Error;
use crate::image::{self, Pixels};
use crate::lines::MarkKind;
use crate::pages::Document;
use crate::source::{Asset, AssetKind, Source};

/// The images that a document shows, by the name that the text gives them.
#[derive(Default)]
pub struct Pictures {
    pictures: BTreeMap<String, Picture>,
}

struct Picture {
    number: usize,
    /// Pixels across and down.
    pixels: [u32; 2],
    object: XObject,
}

/// Reads the images that a document shows.
///
/// # Errors
/// [`Error::Backend`] if an image is damaged.
pub fn pictures(document: &Document, source: &Source, print: bool) -> Result<Pictures, Error> {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    let names: BTreeSet<&str> = marks
        .filter_map(|mark| match &mark.kind {
            MarkKind::Image(image) => Some(image.src.as_str()),
            _ => None,
        })
        .collect();
    let mut pictures = BTreeMap::new();
    for name in names {
        let Some(asset) = source.assets.get(name) else { continue };
        let (object, pixels) = if print { pressed(asset)? } else { picture(asset)? };
        let number = pictures.len();
        pictures.insert(name.to_owned(), Picture { number, pixels, object });
    }
    Ok(Pictures { pictures })
}

impl Pictures {
    /// Returns the number of a picture in its resource name, and its pixels across and down.
    pub fn get(&self, name: &str) -> Option<(usize, [u32; 2])> {
        self.pictures.get(name).map(|picture| (picture.number, picture.pixels))
    }

    /// Returns the objects with their resource names.
    pub fn into_objects(self) -> impl Iterator<Item = (String, XObject)> {
        self.pictures.into_values().map(|picture| (format!("I{}", picture.number), picture.object))
    }
}

fn picture(asset: &Asset) -> Result<(XObject, [u32; 2]), Error> {
    if asset.kind == AssetKind::Jpeg
        && let Some(plain) = jpeg::plain(&asset.bytes)
    {
        let [width, height] = plain.pixels;
        return Ok((XObject::External(external(plain)), [width, height]));
    }
    let pixels = image::decode(asset)?;
    let size = [pixels.width, pixels.height];
    Ok((XObject::Image(raw(pixels)), size))
}

/// Returns a picture in ink, without alpha.
fn pressed(asset: &Asset) -> Result<(XObject, [u32; 2]), Error> {
    let pixels = image::decode(asset)?;
    let size = [pixels.width, pixels.height];
    let (channels, content) = press::flat(&pixels);
    let dict = dict(size, if channels == 1 { "DeviceGray" } else { "DeviceCMYK" });
    let stream = ExternalStream { dict, content, compress: true };
    Ok((XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None }), size))
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

fn external(plain: jpeg::Plain) -> ExternalXObject {
    let mut dict = dict(plain.pixels, if plain.channels == 1 { "DeviceGray" } else { "DeviceRGB" });
    dict.insert("Filter".to_owned(), name("DCTDecode"));
    let stream = ExternalStream { dict, content: plain.bytes, compress: false };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

/// Returns what every image says of itself (PDF 32000-1, 8.9.5).
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
