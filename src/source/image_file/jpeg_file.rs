//! JPEG (ITU T.81, annex B).

use super::exif;
use super::raster::Raster;

/// Returns the picture of a JPEG: the segments needed for decoding, and those of the JFIF and Adobe headers that
/// say how its colours are coded. Returns `None` if it is broken or has no end.
pub fn read(file: &[u8]) -> Option<Raster> {
    let mut kept = Vec::with_capacity(file.len());
    kept.extend_from_slice(&[0xFF, 0xD8]);
    let (mut at, mut orientation, mut stored, mut scanned) = (2, 1, None, false);
    loop {
        if *file.get(at)? != 0xFF {
            return None;
        }
        let marker = *file.get(at + 1)?;
        match marker {
            0xFF => at += 1,               // a fill byte
            0x01 | 0xD0..=0xD8 => at += 2, // no parameters
            0xD9 => break,                 // the end: some cameras put a film behind it
            _ => {
                let length = usize::from(u16::from_be_bytes([*file.get(at + 2)?, *file.get(at + 3)?]));
                let segment = file.get(at..at + 2 + length).filter(|_| length >= 2)?;
                let body = &segment[4..];
                at += segment.len();
                match marker {
                    0xE0 => keep_jfif(body, &mut kept),
                    0xE1 => orientation = exif::orientation(body).unwrap_or(orientation),
                    0xEE => keep_adobe(body, &mut kept),
                    // Frames, tables, restart intervals: the picture.
                    0xC0..=0xC7 | 0xC9..=0xCF | 0xDA..=0xDF => kept.extend_from_slice(segment),
                    _ => {} // application data, comments
                }
                if matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF) {
                    let &[_, h1, h0, w1, w0, ..] = body else { return None };
                    stored = Some((u16::from_be_bytes([w1, w0]).into(), u16::from_be_bytes([h1, h0]).into()));
                } else if marker == 0xDA {
                    let end = end_of_scan(file, at)?;
                    kept.extend_from_slice(&file[at..end]);
                    (at, scanned) = (end, true);
                }
            }
        }
    }
    kept.extend_from_slice(&[0xFF, 0xD9]);
    Some(Raster { stored: stored.filter(|_| scanned)?, orientation, bytes: kept })
}

/// Puts Exif data into a JPEG that has none.
pub fn with_exif(file: &[u8], exif: &[u8]) -> Vec<u8> {
    let (start, rest) = file.split_at(2.min(file.len()));
    let length = (exif.len() as u16 + 8).to_be_bytes();
    [start, &[0xFF, 0xE1], &length, b"Exif\0\0", exif, rest].concat()
}

/// Returns where coded data ends: at a marker that is not a restart (B.1.1.2).
fn end_of_scan(file: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += file.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        match *file.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

/// Keeps the JFIF header without its thumbnail (ITU T.871, 10.1).
fn keep_jfif(body: &[u8], kept: &mut Vec<u8>) {
    if let (true, Some(head)) = (body.starts_with(b"JFIF\0"), body.get(..12)) {
        kept.extend_from_slice(&[0xFF, 0xE0, 0, 16]);
        kept.extend_from_slice(head);
        kept.extend_from_slice(&[0, 0]); // the size of the small picture
    }
}

/// Keeps what Adobe says about the colours (ITU T.872).
fn keep_adobe(body: &[u8], kept: &mut Vec<u8>) {
    if let (true, Some(head)) = (body.starts_with(b"Adobe"), body.get(..12)) {
        kept.extend_from_slice(&[0xFF, 0xEE, 0, 14]);
        kept.extend_from_slice(head);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: [u8; 2] = [0xFF, 0xD8];
    const END: [u8; 2] = [0xFF, 0xD9];
    const FRAME: [u8; 13] = [0xFF, 0xC2, 0, 11, 8, 0, 40, 0, 30, 1, 1, 0x11, 0];
    const SCAN: [u8; 12] = [0xFF, 0xDA, 0, 4, 9, 9, 1, 0xFF, 0, 0xFF, 0xD3, 7];

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        [&[0xFF, marker, 0, body.len() as u8 + 2], body].concat()
    }

    #[test]
    fn what_is_no_picture_is_left_out() {
        let jfif = segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01abc");
        let film = segment(0xE0, b"JFXX\0\x10MARKER");
        let exif = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
        let adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01MARKER");
        let others = [0xE2, 0xED, 0xFE, 0xF7].map(|marker| segment(marker, b"MARKER")).concat();
        let tables = [segment(0xDB, b"table"), segment(0xDD, b"\0\x09")].concat();
        let file = [
            &START[..],
            &jfif,
            &film,
            &exif,
            &adobe,
            &others,
            &tables,
            &[0xFF],
            &FRAME,
            &SCAN,
            &others,
            &SCAN,
            &END,
            b"MARKER",
            &START,
            &END,
        ]
        .concat();
        let jfif = segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0");
        let adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01");
        let bytes = [&START[..], &jfif, &adobe, &tables, &FRAME, &SCAN, &SCAN, &END].concat();
        assert_eq!(read(&file), Some(Raster { stored: (30, 40), orientation: 6, bytes }));
    }

    #[test]
    fn what_is_cut_off_or_has_no_picture_is_refused() {
        let file = [&START[..], &FRAME, &SCAN, &END].concat();
        assert!(read(&file).is_some());
        for end in 0..file.len() {
            assert_eq!(read(&file[..end]), None, "{end}");
        }
        for file in [[&START[..], &FRAME, &END].concat(), [&START[..], &SCAN, &END].concat()] {
            assert_eq!(read(&file), None);
        }
        for length in [[0, 0], [0, 1], [0xFF, 0xFF]] {
            assert_eq!(read(&[&START[..], &[0xFF, 0xE0], &length, &FRAME, &SCAN, &END].concat()), None);
        }
    }
}
