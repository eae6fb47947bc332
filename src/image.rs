//! Image files → pixels, for the back ends. The only user of the image decoders.

mod pixels;
mod turn;
mod vector;

pub use turn::turned;
pub use vector::{Area, areas};

use std::io::Cursor;

use crate::diag::{Error, Message, message};
use crate::source::{Asset, AssetKind};
pub use pixels::Pixels;

/// The most pixels that are decoded: 6,000 × 4,000, 51 × 34 cm at 300 dpi.
const MOST_PIXELS: u64 = 24_000_000;

/// Decodes an image.
///
/// # Errors
/// [`Error::Backend`] if the file is damaged, or larger than is sensible on a page.
pub fn decode(asset: &Asset) -> Result<Pixels, Error> {
    let (width, height) = asset.pixels;
    let refuse = |reason: Message| Error::Backend {
        what: "image",
        reason: message!("{path} cannot be read: {reason}", path = asset.path.display(), reason),
    };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(refuse(message!(
            "{width} × {height} pixels are too many; make it smaller",
            width,
            height
        )));
    }
    let decoded = match asset.kind {
        AssetKind::Png => png(&asset.bytes),
        AssetKind::Jpeg => jpeg(&asset.bytes),
        AssetKind::Webp => webp(&asset.bytes),
        AssetKind::Svg => Err("it is made of shapes, not of pixels".into()),
    };
    let pixels = decoded.map_err(refuse)?;
    let expected = u64::from(pixels.width) * u64::from(pixels.height) * pixels.channels as u64;
    if expected != pixels.data.len() as u64 || expected == 0 {
        return Err(refuse("its data is incomplete".into()));
    }
    Ok(turned(pixels, asset.orientation))
}

/// Returns an image the right way up: its own file if that is so already, else a PNG. Not for drawings.
///
/// # Errors
/// As [`decode`].
pub fn upright(asset: &Asset) -> Result<(AssetKind, Vec<u8>), Error> {
    if asset.orientation <= 1 && asset.kind != AssetKind::Webp {
        decode(asset)?; // whether it is whole shows only here
        return Ok((asset.kind, asset.bytes.clone()));
    }
    let pixels = decode(asset)?;
    let refuse = |error: png::EncodingError| Error::Backend {
        what: "image",
        reason: Message::foreign(error.to_string(), "it could not be made"),
    };
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(match pixels.channels {
        1 => png::ColorType::Grayscale,
        2 => png::ColorType::GrayscaleAlpha,
        3 => png::ColorType::Rgb,
        _ => png::ColorType::Rgba,
    });
    let mut writer = encoder.write_header().map_err(refuse)?;
    writer.write_image_data(&pixels.data).map_err(refuse)?;
    writer.finish().map_err(refuse)?;
    Ok((AssetKind::Png, bytes))
}

fn png(bytes: &[u8]) -> Result<Pixels, Message> {
    let limits = png::Limits { bytes: MOST_PIXELS as usize * 8 };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader =
        decoder.read_info().map_err(|e| Message::foreign(e.to_string(), "its data is damaged"))?;
    let (width, height) = (reader.info().width, reader.info().height);
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(message!("{width} × {height} pixels are too many; make it smaller", width, height));
    }
    let size = reader.output_buffer_size().ok_or("it is too large")?;
    let mut data = vec![0; size];
    let frame =
        reader.next_frame(&mut data).map_err(|e| Message::foreign(e.to_string(), "its data is damaged"))?;
    data.truncate(frame.buffer_size());
    Ok(Pixels { width: frame.width, height: frame.height, channels: frame.color_type.samples(), data })
}

fn jpeg(bytes: &[u8]) -> Result<Pixels, Message> {
    use zune_jpeg::JpegDecoder;
    use zune_jpeg::zune_core::{bytestream::ZCursor, options::DecoderOptions};

    let options = DecoderOptions::default().set_max_width(30_000).set_max_height(30_000);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|e| Message::foreign(e.to_string(), "its data is damaged"))?;
    let (width, height) = decoder.dimensions().ok_or("it has no size")?;
    let (width, height) = (width as u32, height as u32);
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(message!("{width} × {height} pixels are too many; make it smaller", width, height));
    }
    let data = decoder.decode().map_err(|e| Message::foreign(e.to_string(), "its data is damaged"))?;
    let channels = decoder.output_colorspace().map_or(3, |space| space.num_components());
    Ok(Pixels { width, height, channels, data })
}

fn webp(bytes: &[u8]) -> Result<Pixels, Message> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes))
        .map_err(|e| Message::foreign(e.to_string(), "its data is damaged"))?;
    decoder.set_memory_limit(MOST_PIXELS as usize * 8);
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(message!("{width} × {height} pixels are too many; make it smaller", width, height));
    }
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut data = vec![0; decoder.output_buffer_size().ok_or("it is too large")?];
    decoder.read_image(&mut data).map_err(|e| Message::foreign(e.to_string(), "its data is damaged"))?;
    Ok(Pixels { width, height, channels, data })
}
