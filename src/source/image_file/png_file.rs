//! PNG (PNG 3).

use super::raster::{Raster, bounded};
use super::{AssetKind, exif};
use crate::diag::Message;

/// The beginning of a PNG (5.2).
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// Returns the picture of a PNG: its header, palette, transparency and pixels. Its texts, times, colour data and
/// further frames are left out.
///
/// # Errors
/// The reason why it cannot be printed. A truncated download would otherwise only be found when the pages are
/// written.
pub fn read(file: &[u8]) -> Result<Raster, Message> {
    const CUT: &str = "the PNG is cut off: its end is missing";
    const DAMAGED: &str = "the PNG is damaged";
    let stored = number(file, 16).zip(number(file, 20)).filter(|_| file.get(12..16) == Some(b"IHDR"));
    let stored = stored.ok_or("its PNG header is broken")?;
    bounded(AssetKind::Png, stored)?;
    let mut kept = Vec::with_capacity(file.len());
    kept.extend_from_slice(SIGNATURE);
    let (mut at, mut data, mut orientation) = (SIGNATURE.len(), false, 1);
    loop {
        let length = number(file, at).ok_or(CUT)? as usize;
        let end = at.checked_add(8).and_then(|body| body.checked_add(length)).ok_or(CUT)?;
        let chunk = file.get(at + 4..end).ok_or(CUT)?;
        let sum = number(file, end).ok_or(CUT)?;
        let (kind, body) = chunk.split_at(4);
        let kind: &[u8; 4] = kind.try_into().map_err(|_| CUT)?;
        let picture = matches!(kind, b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND");
        // Capitals: no reader may skip it (5.4).
        if (picture || kind[0].is_ascii_uppercase()) && sum != crc32fast::hash(chunk) {
            return Err(DAMAGED.into());
        }
        if picture {
            kept.extend_from_slice(&file[at..end + 4]);
        }
        match kind {
            b"IDAT" => data = true,
            b"eXIf" => orientation = exif::of_tiff(body).unwrap_or(orientation),
            b"IEND" if data => return Ok(Raster { stored, orientation, bytes: kept }),
            b"IEND" => return Err("the PNG holds no picture".into()),
            _ => {}
        }
        at = end + 4;
    }
}

/// Puts Exif data into a PNG that has none, after its header.
pub fn with_exif(file: &[u8], exif: &[u8]) -> Vec<u8> {
    const HEADER: usize = 8 + 25;
    let (start, rest) = file.split_at(HEADER.min(file.len()));
    let chunk = [b"eXIf", exif].concat();
    let sum = crc32fast::hash(&chunk).to_be_bytes();
    [start, &(exif.len() as u32).to_be_bytes(), &chunk, &sum, rest].concat()
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
        let content = [kind, body].concat();
        let sum = crc32fast::hash(&content).to_be_bytes();
        [&(body.len() as u32).to_be_bytes()[..], &content, &sum].concat()
    }

    #[test]
    fn what_is_no_picture_is_left_out() {
        let header = chunk(b"IHDR", b"\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0");
        let (data, end) = (chunk(b"IDAT", b"data"), chunk(b"IEND", b""));
        let others: Vec<u8> = [&b"tEXt"[..], b"zTXt", b"iTXt", b"iCCP", b"gAMA", b"tIME", b"fdAT", b"zzZz"]
            .into_iter()
            .flat_map(|kind| chunk(kind, b"MARKER"))
            .collect();
        let exif = chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0");
        let file = [SIGNATURE, &header, &others, &exif, &data, &others, &end, b"MARKER"].concat();
        let bytes = [SIGNATURE, &header, &data, &end].concat();
        assert_eq!(read(&file), Ok(Raster { stored: (2, 3), orientation: 8, bytes: bytes.clone() }));
        for end in 0..bytes.len() {
            assert!(read(&bytes[..end]).is_err(), "{end}");
        }
        for at in SIGNATURE.len()..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x20;
            // A change of case may make it a chunk that is skipped; then the missing data is noticed.
            assert!(read(&damaged).is_err(), "{at}");
        }
    }
}
