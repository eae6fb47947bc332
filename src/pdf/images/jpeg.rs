//! A JPEG as a PDF may hold it: what a camera wrote about the place and the person is left out.

/// A JPEG that needs no decoding.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain {
    /// The file without comments and without application data but Adobe's, which says how the
    /// colours are coded.
    pub bytes: Vec<u8>,
    /// Pixels across and down.
    pub pixels: [u32; 2],
    /// 1 grey, 3 colours.
    pub channels: u8,
}

/// Returns a JPEG stripped; none if it is not one of 8 bits in grey or three colours, or is damaged.
pub fn plain(file: &[u8]) -> Option<Plain> {
    let mut rest = file.strip_prefix(&[0xFF, 0xD8])?;
    let mut bytes = vec![0xFF, 0xD8];
    let mut frame = None;
    loop {
        while let [0xFF, 0xFF, ..] = rest {
            rest = &rest[1..]; // fill bytes
        }
        let &[0xFF, marker, high, low, ..] = rest else { return None };
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(..length).filter(|segment| segment.len() >= 4)?;
        match marker {
            0xDA => break, // start of scan: what follows is the picture
            0xC0..=0xC2 => frame = Some(frame_header(&segment[4..])?),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return None, // lossless, arithmetic
            _ => {}
        }
        let meta = matches!(marker, 0xE1..=0xED | 0xEF | 0xFE);
        if !meta {
            bytes.extend_from_slice(segment);
        }
        rest = &rest[length..];
    }
    bytes.extend_from_slice(rest);
    let (pixels, channels) = frame?;
    Some(Plain { bytes, pixels, channels })
}

/// Reads precision, height, width and number of components.
fn frame_header(segment: &[u8]) -> Option<([u32; 2], u8)> {
    let &[8, h1, h0, w1, w0, channels @ (1 | 3), ..] = segment else { return None };
    let pixels = [u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0])].map(u32::from);
    pixels.iter().all(|&n| n > 0).then_some((pixels, channels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_camera_wrote_is_left_out() {
        let head = [0xFF, 0xD8];
        let jfif = [0xFF, 0xE0, 0, 4, 1, 1];
        let exif = [0xFF, 0xE1, 0, 6, b'E', b'x', b'i', b'f'];
        let frame = [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
        let scan = [0xFF, 0xDA, 0, 4, 9, 9, 1, 2, 3, 0xFF, 0xD9];
        let file = [&head[..], &jfif, &exif, &frame, &scan].concat();
        let plain = plain(&file).unwrap();
        assert_eq!(plain.bytes, [&head[..], &jfif, &frame, &scan].concat());
        assert_eq!((plain.pixels, plain.channels), ([3, 2], 1));
    }

    #[test]
    fn damaged_files_are_left_to_the_decoder() {
        for file in [&b""[..], b"\xFF\xD8", b"\xFF\xD8\xFF\xE0\xFF\xFF", b"\xFF\xD8\xFF\xE0\x00\x00"] {
            assert_eq!(plain(file), None);
        }
    }
}
