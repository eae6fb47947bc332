//! The orientation of a photo, as cameras write it (Exif 2.32, 4.6.4).

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

/// Returns the orientation, 1 (as stored) to 8, that an application segment of a JPEG states; `None` if it states
/// none.
pub fn orientation(segment: &[u8]) -> Option<u8> {
    of_tiff(segment.strip_prefix(b"Exif\0\0")?)
}

/// Returns the orientation that Exif data state, without the header that they have in a JPEG.
pub fn of_tiff(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let directory: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let directory =
        if little { u32::from_le_bytes(directory) } else { u32::from_be_bytes(directory) } as usize;
    let count = usize::from(short(directory)?);
    for entry in 0..count {
        let at = directory.checked_add(2 + entry * 12)?;
        if short(at)? == ORIENTATION {
            return u8::try_from(short(at + 8)?).ok().filter(|way| (1..=8).contains(way));
        }
    }
    None
}

/// Returns Exif data that state an orientation and nothing else.
pub fn stating(orientation: u8) -> Vec<u8> {
    let head = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    [&head[..], &[orientation], b"\0\0\0\0\0\0"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_byte_orders_are_read_and_nonsense_is_not() {
        let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!((orientation(little), orientation(big)), (Some(6), Some(8)));
        for end in 0..little.len() - 2 {
            assert!(orientation(&little[..end]).is_none_or(|way| way == 6));
        }
        assert!((1..=8).all(|way| of_tiff(&stating(way)) == Some(way)));
        assert_eq!(orientation(b"Exif\0\0II*\0\xFF\xFF\xFF\xFF"), None);
        assert_eq!(orientation(b"http://ns.adobe.com/xap/1.0/\0"), None);
    }
}
