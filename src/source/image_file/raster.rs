//! Common to images of pixels.

use crate::diag::{Message, message};
use crate::source::AssetKind;

/// The most pixels an image may have: 24 million are a 34 × 51 cm print at 300 dpi.
pub(super) const MAX_PIXELS: u64 = 24_000_000;

/// The longest side.
pub(super) const MAX_SIDE: u32 = 20_000;

/// A picture of pixels, as its file stores it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Raster {
    /// Pixels across and down, as they are stored.
    pub(super) stored: (u32, u32),
    /// How it has to be turned: 1 to 8, as in Exif.
    pub(super) orientation: u8,
    /// The file without anything that is not part of the picture.
    pub(super) bytes: Vec<u8>,
}

/// Refuses an image without pixels, or with more than are sensible on a page.
pub(super) fn bounded(kind: AssetKind, (across, down): (u32, u32)) -> Result<(), Message> {
    if across == 0 || down == 0 {
        return Err("it has no pixels".into());
    }
    let many = across > MAX_SIDE || down > MAX_SIDE || u64::from(across) * u64::from(down) > MAX_PIXELS;
    if many && kind != AssetKind::Svg {
        return Err(message!("{across} × {down} pixels are too many (24 million at most)", across, down));
    }
    Ok(())
}
