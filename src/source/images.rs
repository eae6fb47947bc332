//! Images of a text, by their names there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::drawing::Drawing;
use crate::diag::Span;

/// Images by their names in the text.
pub type Images = BTreeMap<String, Arc<Asset>>;

/// A file that the résumé names, read whole (bounded) and not yet decoded.
#[derive(Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it was found.
    pub path: PathBuf,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its kind, by its first bytes.
    pub kind: AssetKind,
    /// Pixels across and down, from the header, the right way up; for an SVG, 96 per inch.
    pub pixels: (u32, u32),
    /// How it has to be turned to be the right way up: 1 (not at all) to 8, as in Exif.
    pub orientation: u8,
    /// The shapes of an SVG.
    pub drawing: Option<Drawing>,
    /// Where the text names it first.
    pub place: Span,
}

/// The kinds of image that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// Portable Network Graphics.
    Png,
    /// Baseline or progressive JPEG.
    Jpeg,
    /// WebP, lossy or lossless.
    Webp,
    /// Scalable Vector Graphics.
    Svg,
}

impl std::fmt::Debug for Asset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}x{} ({} bytes)", self.kind, self.pixels.0, self.pixels.1, self.bytes.len())
    }
}
