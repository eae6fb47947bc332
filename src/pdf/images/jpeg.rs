//! A JPEG as a PDF may hold it.

/// A JPEG that needs no decoding.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// Pixels across and down, as they are stored.
    pub pixels: [u32; 2],
    /// 1 grey, 3 colours.
    pub channels: u8,
}

/// Returns the data of a JPEG's frame; `None` if it is not 8-bit grey or three colours, or is damaged.
pub fn plain(file: &[u8]) -> Option<Plain<'_>> {
    let mut rest = file.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let &[0xFF, marker, high, low, ..] = rest else { return None };
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(..length).filter(|segment| segment.len() >= 4)?;
        match marker {
            0xC0..=0xC2 => {
                let (pixels, channels) = frame_header(&segment[4..])?;
                return Some(Plain { bytes: file, pixels, channels });
            }
            // Lossless, arithmetic; or a scan without a frame.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDA => return None,
            _ => rest = &rest[length..],
        }
    }
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
    fn the_frame_says_how_large_it_is() {
        let frame = [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
        let file = [&[0xFF, 0xD8, 0xFF, 0xDB, 0, 4, 1, 1][..], &frame, &[0xFF, 0xDA, 0, 4, 9, 9]].concat();
        assert_eq!(plain(&file), Some(Plain { bytes: &file, pixels: [3, 2], channels: 1 }));
    }

    #[test]
    fn damaged_files_are_left_to_the_decoder() {
        for file in [&b""[..], b"\xFF\xD8", b"\xFF\xD8\xFF\xE0\xFF\xFF", b"\xFF\xD8\xFF\xE0\x00\x00"] {
            assert_eq!(plain(file), None);
        }
    }
}
