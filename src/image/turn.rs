//! Photos the right way up.

use super::Pixels;

/// Returns a picture turned and mirrored according to Exif's orientation, 1 to 8 (Exif 2.32, 4.6.4).
pub fn turned(pixels: Pixels, orientation: u8) -> Pixels {
    if !(2..=8).contains(&orientation) {
        return pixels;
    }
    let (across, down) = (pixels.width, pixels.height);
    let (width, height) = if orientation > 4 { (down, across) } else { (across, down) };
    let mut data = Vec::with_capacity(pixels.data.len());
    for y in 0..height {
        for x in 0..width {
            // The stored place of the pixel shown at (x, y).
            let (right, below) = (across - 1, down - 1);
            let (from_x, from_y) = match orientation {
                2 => (right - x, y),
                3 => (right - x, below - y),
                4 => (x, below - y),
                5 => (y, x),
                6 => (y, below - x),
                7 => (right - y, below - x),
                _ => (right - y, x),
            };
            let at = (from_y as usize * across as usize + from_x as usize) * pixels.channels;
            data.extend_from_slice(pixels.data.get(at..at + pixels.channels).unwrap_or_default());
        }
    }
    Pixels { width, height, data, ..pixels }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_orientation_is_undone() {
        // 1 2 3
        // 4 5 6
        let shown = |orientation| {
            let pixels = Pixels { width: 3, height: 2, channels: 1, data: vec![1, 2, 3, 4, 5, 6] };
            let turned = turned(pixels, orientation);
            assert_eq!(turned.width, if orientation > 4 { 2 } else { 3 });
            turned.data
        };
        assert_eq!(shown(1), [1, 2, 3, 4, 5, 6]);
        assert_eq!(shown(2), [3, 2, 1, 6, 5, 4]);
        assert_eq!(shown(3), [6, 5, 4, 3, 2, 1]);
        assert_eq!(shown(4), [4, 5, 6, 1, 2, 3]);
        assert_eq!(shown(5), [1, 4, 2, 5, 3, 6]);
        assert_eq!(shown(6), [4, 1, 5, 2, 6, 3]);
        assert_eq!(shown(7), [6, 3, 5, 2, 4, 1]);
        assert_eq!(shown(8), [3, 6, 2, 5, 1, 4]);
    }
}
