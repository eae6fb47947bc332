//! WebP (RFC 9649).

use super::exif;
use super::raster::Raster;
use crate::diag::Message;

/// The extended header's flags (2.7): there is a colour profile, alpha, Exif, XMP, more than one frame.
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const ANIMATED: u8 = 0x02;

/// Returns the picture of a WebP: its pixels, their transparency, and the header that combines them.
///
/// # Errors
/// The reason why it cannot be printed.
pub fn read(file: &[u8]) -> Result<Raster, Message> {
    const BROKEN: &str = "its WebP header is broken";
    const CUT: &str = "the WebP is cut off";
    let whole = little(file.get(4..8)).ok_or(BROKEN)? as usize;
    let body = whole.checked_add(8).and_then(|end| file.get(12..end)).ok_or(CUT)?;
    let (mut kept, mut stored, mut orientation, mut pixels) =
        (Vec::with_capacity(body.len()), None, 1, false);
    let mut rest = body;
    while !rest.is_empty() {
        let (kind, length) = rest.get(..4).zip(little(rest.get(4..8))).ok_or(BROKEN)?;
        let length = length as usize;
        let data = length.checked_add(8).and_then(|end| rest.get(8..end)).ok_or(CUT)?;
        let picture = match kind {
            b"VP8X" => {
                let flags = *data.first().ok_or(BROKEN)?;
                if flags & ANIMATED != 0 {
                    return Err("it is an animated WebP, and paper stands still".into());
                }
                let size = data.get(4..10).ok_or(BROKEN)?;
                stored = extended_size(size);
                append(&mut kept, kind, &[&[flags & ALPHA, 0, 0, 0], size].concat());
                false
            }
            b"VP8 " | b"VP8L" => {
                stored =
                    stored.or_else(|| if kind == b"VP8 " { lossy_size(data) } else { lossless_size(data) });
                pixels = true;
                true
            }
            b"EXIF" => {
                // Some writers keep the header that Exif has in a JPEG.
                let way = exif::orientation(data).or_else(|| exif::of_tiff(data));
                orientation = way.unwrap_or(orientation);
                false
            }
            _ => kind == b"ALPH",
        };
        if picture {
            append(&mut kept, kind, data);
        }
        // Chunks begin at even offsets (2.3); some writers omit the padding of the last one.
        rest = rest.get(8 + length + length % 2..).unwrap_or_default();
    }
    let stored = stored.filter(|_| pixels).ok_or(BROKEN)?;
    let size = (kept.len() as u32 + 4).to_le_bytes();
    Ok(Raster { stored, orientation, bytes: [b"RIFF", &size[..], b"WEBP", &kept].concat() })
}

/// Puts Exif data into a WebP that has none; only one with an extended header can hold them.
pub fn with_exif(mut file: Vec<u8>, exif: &[u8]) -> Vec<u8> {
    if file.get(12..16) == Some(b"VP8X")
        && let Some(flags) = file.get_mut(20)
    {
        *flags |= EXIF;
        append(&mut file, b"EXIF", exif);
        let size = (file.len() as u32 - 8).to_le_bytes();
        file.splice(4..8, size);
    }
    file
}

fn append(kept: &mut Vec<u8>, kind: &[u8], data: &[u8]) {
    kept.extend_from_slice(kind);
    kept.extend_from_slice(&(data.len() as u32).to_le_bytes());
    kept.extend_from_slice(data);
    kept.extend_from_slice(if data.len().is_multiple_of(2) { &[] } else { &[0] });
}

/// Returns a little-endian number.
fn little(part: Option<&[u8]>) -> Option<u32> {
    part.map(|part| part.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
}

fn extended_size(size: &[u8]) -> Option<(u32, u32)> {
    let side = |from: usize| little(size.get(from..from + 3)).map(|side| side + 1);
    side(0).zip(side(3))
}

/// Reads the header of a key frame (RFC 6386, 9.1).
fn lossy_size(data: &[u8]) -> Option<(u32, u32)> {
    let side = |from: usize| little(data.get(from..from + 2)).map(|side| side & 0x3FFF);
    side(6).zip(side(8)).filter(|_| data.get(3..6) == Some(b"\x9D\x01\x2A"))
}

/// Reads the header of a lossless picture (3.4).
fn lossless_size(data: &[u8]) -> Option<(u32, u32)> {
    let bits = little(data.get(1..5)).filter(|_| data.first() == Some(&0x2F))?;
    Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOSSY: &[u8] = b"VP8 \x0A\0\0\0\0\0\0\x9D\x01\x2A\x20\0\x10\0";

    fn webp(chunks: &[u8]) -> Vec<u8> {
        [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", chunks].concat()
    }

    #[test]
    fn there_are_three_headers() {
        let size = |chunks: &[u8]| read(&webp(chunks)).map(|raster| raster.stored);
        assert_eq!(size(LOSSY), Ok((32, 16)));
        assert_eq!(size(b"VP8L\x05\0\0\0\x2F\x1F\xC0\x03\0\0"), Ok((32, 16)));
        assert_eq!(size(b"VP8L\x05\0\0\0\x2F\x1F\xC0\x03\0"), Ok((32, 16)), "without the last filling");
        let extended = [b"VP8X\x0A\0\0\0\0\0\0\0\x1F\0\0\x0F\0\0", LOSSY].concat();
        assert_eq!(size(&extended), Ok((32, 16)));
        assert!(size(b"VP8X\x0A\0\0\0\0\0\0\0\x1F\0\0\x0F\0\0").is_err(), "no pixels");
        assert!(size(b"VP8X\x0A\0\0\0\x02\0\0\0\x1F\0\0\x0F\0\0").unwrap_err().contains("animated"));
        assert!(read(b"RIFF\xFF\0\0\0WEBPVP8 ").unwrap_err().contains("cut off"));
    }

    #[test]
    fn what_is_no_picture_is_left_out() {
        let header = |flags: u8| [b"VP8X\x0A\0\0\0", &[flags][..], b"\0\0\0\x1F\0\0\x0F\0\0"].concat();
        let other = |kind: &[u8]| [kind, b"\x06\0\0\0MARKER"].concat();
        let exif = b"EXIF\x1A\0\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x05\0\0\0\0\0\0\0".to_vec();
        let alpha = [b"ALPH", &b"\x02\0\0\0ab"[..]].concat();
        let chunks = [
            header(0x3C),
            other(b"ICCP"),
            alpha.clone(),
            LOSSY.to_vec(),
            exif,
            other(b"XMP "),
            other(b"abcd"),
        ];
        let file = [webp(&chunks.concat()), b"MARKER".to_vec()].concat();
        let bytes = webp(&[header(ALPHA), alpha, LOSSY.to_vec()].concat());
        assert_eq!(read(&file), Ok(Raster { stored: (32, 16), orientation: 5, bytes }));
    }
}
