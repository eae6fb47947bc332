//! Images named by the text: found beside the source, and refused with their place in the text
//! if they cannot be used.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Asset;
use super::load;
use super::markdown::{Block, BlockKind, Inline, InlineKind};
use super::measure::{Measured, measure};
use crate::diag::{Diagnostic, Sink, Span, code};

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
                    .hint(
                        "put a PNG, JPEG, WebP or SVG beside the Markdown file and name it by its file name",
                    ),
                );
                refused.insert(name, reason);
            }
        }
    }
    assets
}

/// Returns where an image of that name is looked for.
pub(super) fn paths(name: &str, folder: &Path) -> impl Iterator<Item = PathBuf> {
    [Some(name.to_owned()), decoded(name)].into_iter().flatten().map(|name| folder.join(name))
}

/// An editor writes blanks in file names as %20; the author's own spelling goes first.
fn decoded(name: &str) -> Option<String> {
    name.contains("%20").then(|| name.replace("%20", " "))
}

fn load_one(name: &str, folder: Option<&Path>) -> Result<Asset, String> {
    let (path, bytes) = load::read_beside(folder, name).or_else(|reason| match decoded(name) {
        Some(decoded) => load::read_beside(folder, &decoded),
        None => Err(reason),
    })?;
    let Measured { kind, pixels, orientation, drawing } = measure(&bytes)?;
    // Of an SVG nothing but its shapes is used.
    let bytes = if drawing.is_some() { Vec::new() } else { bytes };
    Ok(Asset { path, bytes, kind, pixels, orientation, drawing })
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
