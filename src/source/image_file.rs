//! An image file: its kind, its size, and nothing but the picture.
//!
//! Cameras and programs write more into a file than its picture: where and when it was taken, by whom and with
//! what, a thumbnail from before it was cropped. All of that is left out here, where files are read, so that no
//! back end can pass it on. Colour profiles are dropped too: a page shows every picture as sRGB. Nothing is
//! decoded.

use crate::diag::{Message, message};
use raster::{Raster, bounded};
mod exif;
mod jpeg_file;
mod png_file;
mod raster;
mod webp_file;

use super::AssetKind;
use super::drawing::{self, Drawing};

/// The content of an image file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageFile {
    pub kind: AssetKind,
    /// Pixels across and down, the right way up.
    pub pixels: (u32, u32),
    /// How it has to be turned: 1 to 8, as in Exif.
    pub orientation: u8,
    /// The shapes of an SVG.
    pub drawing: Option<Drawing>,
    /// The file with only its picture; of an SVG only its shapes are used.
    pub bytes: Vec<u8>,
}

/// Reads the kind, the size and the picture of an image file.
///
/// # Errors
/// The reason why it cannot be printed, in a few words.
pub fn read(bytes: &[u8]) -> Result<ImageFile, Message> {
    if bytes.is_empty() {
        return Err("the file is empty".into());
    }
    let file = if bytes.starts_with(png_file::SIGNATURE) {
        raster(AssetKind::Png, png_file::read(bytes)?)
    } else if bytes.starts_with(b"\xFF\xD8\xFF") {
        raster(AssetKind::Jpeg, jpeg_file::read(bytes).ok_or("its JPEG data is broken, or it is cut off")?)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        raster(AssetKind::Webp, webp_file::read(bytes)?)
    } else if is_xml(bytes) {
        let (drawing, sides) = drawing::read(bytes)?;
        let [across, down] = sides.map(|side| (side.round() as u32).max(1));
        let (pixels, drawing) = ((across, down), Some(drawing));
        ImageFile { kind: AssetKind::Svg, pixels, orientation: 1, drawing, bytes: Vec::new() }
    } else {
        let what = if bytes.starts_with(b"GIF8") {
            "a GIF"
        } else if bytes.starts_with(b"\x1F\x8B") {
            "compressed, perhaps an .svgz"
        } else if matches!(bytes.get(4..12), Some(b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftypavif")) {
            "a HEIC or AVIF photo"
        } else {
            "of an unknown kind"
        };
        return Err(message!(
            "it is {what}; PNG, JPEG, WebP and SVG can be printed",
            what = Message::from(what)
        ));
    };
    bounded(file.kind, file.pixels)?;
    Ok(file)
}

fn raster(kind: AssetKind, raster: Raster) -> ImageFile {
    let Raster { stored: (across, down), orientation, bytes } = raster;
    let pixels = if orientation > 4 { (down, across) } else { (across, down) };
    ImageFile { kind, pixels, orientation, drawing: None, bytes }
}

impl ImageFile {
    /// Returns the file with its picture and, where it matters, its orientation; empty for an SVG.
    pub fn turned(self) -> Vec<u8> {
        let exif = exif::stating(self.orientation);
        match self.kind {
            _ if self.orientation == 1 => self.bytes,
            AssetKind::Jpeg => jpeg_file::with_exif(&self.bytes, &exif),
            AssetKind::Png => png_file::with_exif(&self.bytes, &exif),
            AssetKind::Webp => webp_file::with_exif(self.bytes, &exif),
            AssetKind::Svg => self.bytes,
        }
    }
}

fn is_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_are_named() {
        assert!(read(b"GIF89a").unwrap_err().contains("GIF"));
        assert!(read(b"\0\0\0\x18ftypheic").unwrap_err().contains("HEIC"));
        assert!(read(b"hello").unwrap_err().contains("unknown kind"));
    }
}
