//! Images named by the text: found beside the source, known by their first bytes, measured by their
//! header, refused before anything is decoded if that would be too much.

use std::collections::BTreeMap;
use std::path::Path;

use super::load;
use super::markdown::{Block, BlockKind, Inline, InlineKind};
use super::{Asset, AssetKind};
use crate::diag::{Diagnostic, Sink, Span, code};

/// The most pixels an image may have: 36 million are a 24 × 36 cm print at 520 dpi.
const MAX_PIXELS: u64 = 36_000_000;
/// The longest side.
const MAX_SIDE: u32 = 20_000;

/// Reads the images at `wanted` (name, place), each once, and reports those that cannot be used.
pub(super) fn load_all(
    wanted: Vec<(String, Span)>,
    folder: Option<&Path>,
    sink: &mut Sink,
) -> BTreeMap<String, Asset> {
    let mut assets: BTreeMap<String, Asset> = BTreeMap::new();
    let mut refused: BTreeMap<String, String> = BTreeMap::new();
    for (name, place) in wanted {
        if assets.contains_key(&name) {
            continue;
        }
        let result = match refused.get(&name) {
            Some(reason) => Err(reason.clone()),
            None => load_one(&name, folder),
        };
        match result {
            Ok(asset) => {
                assets.insert(name, asset);
            }
            Err(reason) => {
                let shown: String = name.chars().take(80).collect();
                sink.report(
                    Diagnostic::new(
                        code::IMAGE,
                        place,
                        format!("the image `{shown}` cannot be used: {reason}"),
                    )
                    .hint("put a PNG or JPEG beside the Markdown file and name it by its file name"),
                );
                refused.insert(name, reason);
            }
        }
    }
    assets
}

fn load_one(name: &str, folder: Option<&Path>) -> Result<Asset, String> {
    // An editor writes blanks in file names as %20; the author's own spelling goes first.
    let (path, bytes) = load::read_beside(folder, name).or_else(|reason| {
        let decoded = name.replace("%20", " ");
        if decoded == name { Err(reason) } else { load::read_beside(folder, &decoded) }
    })?;
    let (kind, pixels) = measure(&bytes)?;
    let (across, down) = pixels;
    if across == 0 || down == 0 {
        return Err("it has no pixels".into());
    }
    if across > MAX_SIDE || down > MAX_SIDE || u64::from(across) * u64::from(down) > MAX_PIXELS {
        return Err(format!("{across} × {down} pixels are too many (36 million at most)"));
    }
    Ok(Asset { path, bytes, kind, pixels })
}

/// Returns what an image file is and its size in pixels, from its header alone.
///
/// # Errors
/// Why it is no PNG and no JPEG, in a few words.
fn measure(bytes: &[u8]) -> Result<(AssetKind, (u32, u32)), String> {
    if bytes.is_empty() {
        return Err("the file is empty".into());
    }
    if let Some(rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1A\n") {
        let size = rest.get(4..8).filter(|name| *name == b"IHDR").and(rest.get(8..16));
        let size = size.ok_or("its PNG header is broken")?;
        let whole = rest.windows(4).rev().take(64).any(|name| name == b"IEND");
        return match size {
            [a, b, c, d, e, f, g, h] if whole => {
                let pixels = (u32::from_be_bytes([*a, *b, *c, *d]), u32::from_be_bytes([*e, *f, *g, *h]));
                Ok((AssetKind::Png, pixels))
            }
            _ => Err("the PNG is cut off: its end is missing".into()),
        };
    }
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return jpeg_size(bytes)
            .map(|pixels| (AssetKind::Jpeg, pixels))
            .ok_or("its JPEG header is broken".into());
    }
    let what = if bytes.starts_with(b"GIF8") {
        "a GIF"
    } else if bytes.get(8..12) == Some(b"WEBP") {
        "a WebP"
    } else if bytes.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<') {
        "an SVG or another kind of XML"
    } else {
        "of an unknown kind"
    };
    Err(format!("it is {what}; PNG and JPEG can be printed"))
}

/// Walks over the segments of a JPEG to the frame header (ITU T.81 B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xFF => at += 1,
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let side =
                    |at: usize| Some(u32::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
                return Some((side(at + 7)?, side(at + 5)?));
            }
            0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 | 0xDA => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
                at += 2 + length.max(2);
            }
        }
    }
}

/// Returns the images of a tree with their places, in order.
pub(super) fn named(blocks: &[Block]) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    blocks.iter().for_each(|block| in_block(block, &mut found));
    found
}

fn in_block(block: &Block, found: &mut Vec<(String, Span)>) {
    match &block.kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => in_inlines(content, found),
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).for_each(|block| in_block(block, found));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => {
            blocks.iter().for_each(|block| in_block(block, found));
        }
        BlockKind::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| in_inlines(cell, found));
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                in_inlines(&definition.term, found);
                definition.details.iter().flatten().for_each(|block| in_block(block, found));
            }
        }
        BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
    }
}

fn in_inlines(inlines: &[Inline], found: &mut Vec<(String, Span)>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Image { src, .. } => found.push((src.clone(), inline.span)),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => in_inlines(content, found),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_come_from_the_header() {
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9, 0xFF, 0xC2, 0, 11, 8, 0, 40, 0, 30, 1];
        assert_eq!(measure(&jpeg), Ok((AssetKind::Jpeg, (30, 40))));
        jpeg.truncate(9);
        assert!(measure(&jpeg).is_err());
        assert!(measure(b"GIF89a").unwrap_err().contains("GIF"));
        assert!(
            measure(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03").unwrap_err().contains("cut off")
        );
    }
}
