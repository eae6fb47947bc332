//! What an image file is and how large, from its first bytes and its headers: nothing is decoded.

use super::drawing::{self, Drawing};
use super::{AssetKind, exif};

/// The most pixels an image may have: 24 million are a 34 × 51 cm print at 300 dpi.
const MAX_PIXELS: u64 = 24_000_000;
/// The longest side.
const MAX_SIDE: u32 = 20_000;

/// What is known of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    pub kind: AssetKind,
    /// Pixels across and down, the right way up.
    pub pixels: (u32, u32),
    /// How it has to be turned: 1 to 8, as Exif counts.
    pub orientation: u8,
    /// What an SVG shows.
    pub drawing: Option<Drawing>,
}

/// Returns what an image file is and its size.
///
/// # Errors
/// Why it cannot be printed, in a few words.
pub fn measure(bytes: &[u8]) -> Result<Measured, String> {
    if bytes.is_empty() {
        return Err("the file is empty".into());
    }
    let measured = if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        plain(AssetKind::Png, png_size(bytes)?)
    } else if bytes.starts_with(b"\xFF\xD8\xFF") {
        jpeg(bytes).ok_or("its JPEG header is broken, or it is cut off")?
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        plain(AssetKind::Webp, webp_size(bytes)?)
    } else if is_xml(bytes) {
        let (drawing, sides) = drawing::read(bytes)?;
        let [across, down] = sides.map(|side| (side.round() as u32).max(1));
        Measured { drawing: Some(drawing), ..plain(AssetKind::Svg, (across, down)) }
    } else {
        let what = if bytes.starts_with(b"GIF8") {
            "a GIF"
        } else if bytes.starts_with(b"\x1F\x8B") {
            "packed, perhaps an .svgz"
        } else if matches!(bytes.get(4..12), Some(b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftypavif")) {
            "a HEIC or AVIF photo"
        } else {
            "of an unknown kind"
        };
        return Err(format!("it is {what}; PNG, JPEG, WebP and SVG can be printed"));
    };
    let (across, down) = measured.pixels;
    if across == 0 || down == 0 {
        return Err("it has no pixels".into());
    }
    let many = across > MAX_SIDE || down > MAX_SIDE || u64::from(across) * u64::from(down) > MAX_PIXELS;
    if many && measured.kind != AssetKind::Svg {
        return Err(format!("{across} × {down} pixels are too many (24 million at most)"));
    }
    if measured.kind == AssetKind::Png {
        png_is_whole(bytes)?;
    }
    Ok(measured)
}

fn plain(kind: AssetKind, pixels: (u32, u32)) -> Measured {
    Measured { kind, pixels, orientation: 1, drawing: None }
}

fn is_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<')
}

/// Reads the header of a PNG (PNG 3, 11.2.1).
fn png_size(bytes: &[u8]) -> Result<(u32, u32), String> {
    let size = number(bytes, 16).zip(number(bytes, 20)).filter(|_| bytes.get(12..16) == Some(b"IHDR"));
    size.ok_or_else(|| "its PNG header is broken".to_owned())
}

/// Looks whether the chunks of a PNG that hold the picture are whole (PNG 3, 5.3): a download that broke
/// off would be found only when the pages are written.
fn png_is_whole(bytes: &[u8]) -> Result<(), String> {
    const CUT: &str = "the PNG is cut off: its end is missing";
    let (mut at, mut data) = (8_usize, false);
    loop {
        let length = number(bytes, at).ok_or(CUT)? as usize;
        let end = at.checked_add(8).and_then(|body| body.checked_add(length)).ok_or(CUT)?;
        let chunk = bytes.get(at + 4..end).ok_or(CUT)?;
        let sum = number(bytes, end).ok_or(CUT)?;
        // Capitals: no reader may pass over it.
        if chunk[0].is_ascii_uppercase() && sum != crc32fast::hash(chunk) {
            return Err("the PNG is damaged".into());
        }
        data |= chunk.starts_with(b"IDAT");
        if chunk.starts_with(b"IEND") {
            return if data { Ok(()) } else { Err("the PNG holds no picture".into()) };
        }
        at = end + 4;
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

/// Walks over the segments of a JPEG to the frame header (ITU T.81, B.2.2), and looks for its end.
fn jpeg(bytes: &[u8]) -> Option<Measured> {
    let (mut at, mut orientation) = (2, 1);
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xFF {
            at += 1; // a fill byte
            continue;
        }
        if matches!(marker, 0x01 | 0xD0..=0xD8) {
            at += 2; // no parameters
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at + 4..at + 2 + length)?;
        match (marker, segment) {
            (0xE1, exif) => orientation = exif::orientation(exif).unwrap_or(orientation),
            (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF, [_, h1, h0, w1, w0, ..]) => {
                let whole = bytes.get(at..)?.windows(2).any(|end| end == [0xFF, 0xD9]);
                let (across, down) = (u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0]));
                let stored = (u32::from(across), u32::from(down));
                let pixels = if orientation > 4 { (stored.1, stored.0) } else { stored };
                return whole.then_some(Measured { orientation, ..plain(AssetKind::Jpeg, pixels) });
            }
            (0xD9 | 0xDA, _) => return None,
            _ => {}
        }
        at += 2 + length;
    }
}

/// Reads the first chunk of a WebP (RFC 9649, 2.5 to 2.7).
fn webp_size(bytes: &[u8]) -> Result<(u32, u32), String> {
    const BROKEN: &str = "its WebP header is broken";
    let little = |part: Option<&[u8]>| {
        part.map(|part| part.iter().rev().fold(0_u32, |number, &byte| number << 8 | u32::from(byte)))
    };
    let length = little(bytes.get(4..8)).ok_or(BROKEN)?;
    if u64::from(length) + 8 > bytes.len() as u64 {
        return Err("the WebP is cut off".into());
    }
    let data = bytes.get(20..).ok_or(BROKEN)?;
    let size = match bytes.get(12..16) {
        Some(b"VP8 ") if data.get(3..6) == Some(b"\x9D\x01\x2A") => {
            let side = |from: usize| little(data.get(from..from + 2)).map(|side| side & 0x3FFF);
            side(6).zip(side(8))
        }
        Some(b"VP8L") if data.first() == Some(&0x2F) => {
            little(data.get(1..5)).map(|bits| ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        Some(b"VP8X") if data.first().is_some_and(|flags| flags & 2 != 0) => {
            return Err("it is an animated WebP, and paper stands still".into());
        }
        Some(b"VP8X") => {
            let side = |from: usize| little(data.get(from..from + 3)).map(|side| side + 1);
            side(4).zip(side(7))
        }
        _ => None,
    };
    size.ok_or_else(|| BROKEN.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(bytes: &[u8]) -> Result<(AssetKind, (u32, u32)), String> {
        measure(bytes).map(|measured| (measured.kind, measured.pixels))
    }

    #[test]
    fn sizes_come_from_the_header() {
        let frame = [0xFF, 0xC2, 0, 11, 8, 0, 40, 0, 30, 1, 1, 0x11, 0, 0xFF, 0xD9];
        let jpeg = [&[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9][..], &frame].concat();
        assert_eq!(size(&jpeg), Ok((AssetKind::Jpeg, (30, 40))));
        for end in 3..jpeg.len() {
            assert!(size(&jpeg[..end]).is_err(), "{end}");
        }
        let exif = b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let turned = measure(&[&[0xFF, 0xD8][..], exif, &frame].concat()).unwrap();
        assert_eq!((turned.orientation, turned.pixels), (6, (40, 30)));
        assert!(size(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03").unwrap_err().contains("cut off"));
    }

    #[test]
    fn lengths_that_lie_are_refused() {
        for length in [[0, 0], [0, 1], [0xFF, 0xFF]] {
            let jpeg =
                [&[0xFF, 0xD8, 0xFF, 0xE0][..], &length, &[0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1], &[0; 9]]
                    .concat();
            assert!(size(&jpeg).unwrap_err().contains("JPEG"));
        }
        assert!(size(b"RIFF\xFF\0\0\0WEBPVP8 ").unwrap_err().contains("cut off"));
    }

    #[test]
    fn webp_has_three_headers() {
        let webp = |chunk: &[u8]| {
            let length = (chunk.len() as u32 + 4).to_le_bytes();
            size(&[b"RIFF", &length[..], b"WEBP", chunk].concat()).map(|(_, pixels)| pixels)
        };
        assert_eq!(webp(b"VP8 \x0A\0\0\0\0\0\0\x9D\x01\x2A\x20\0\x10\0"), Ok((32, 16)));
        assert_eq!(webp(b"VP8L\x05\0\0\0\x2F\x1F\xC0\x03\0"), Ok((32, 16)));
        assert_eq!(webp(b"VP8X\x0A\0\0\0\0\0\0\0\x1F\0\0\x0F\0\0"), Ok((32, 16)));
        assert!(webp(b"VP8X\x0A\0\0\0\x02\0\0\0\x1F\0\0\x0F\0\0").unwrap_err().contains("animated"));
        assert!(webp(b"VP8X\x0A\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF").unwrap_err().contains("too many"));
    }

    #[test]
    fn other_kinds_are_named() {
        assert!(size(b"GIF89a").unwrap_err().contains("GIF"));
        assert!(size(b"\0\0\0\x18ftypheic").unwrap_err().contains("HEIC"));
        assert!(size(b"hello").unwrap_err().contains("unknown kind"));
    }
}
