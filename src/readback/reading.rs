//! The content of a PDF as a reader finds it.

use std::collections::BTreeMap;

use super::content::{Glyph, Owner, Shape};
use super::fonts::Face;
use super::links::Link;
use super::tags::{Sequence, Tags};

/// The content of a PDF as a reader finds it.
#[derive(Debug, Default)]
pub struct Reading {
    /// The glyphs, in the order of the content.
    pub glyphs: Vec<Glyph>,
    /// The tags.
    pub tags: Tags,
    /// The box of each page: left, bottom, right, top, in points.
    pub pages: Vec<[f64; 4]>,
    /// The fonts.
    pub faces: Vec<Face>,
    /// Rules, boxes and images, in the order of the content.
    pub shapes: Vec<Shape>,
    /// The areas that link to an address.
    pub links: Vec<Link>,
}

impl Reading {
    /// Returns the text in the order of the content, blanks as they are in the file; U+FFFD for a code whose text
    /// the file does not give.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.as_deref().unwrap_or("\u{FFFD}")).collect()
    }

    /// Returns the text in the order of the tags.
    pub fn tagged_text(&self) -> String {
        let mut text = String::new();
        let sequences = by_sequence(self);
        for (sequence, _) in &self.tags.order {
            for &glyph in sequences.get(sequence).into_iter().flatten() {
                text += self.glyphs[glyph].text.as_deref().unwrap_or("\u{FFFD}");
            }
        }
        text
    }
}

/// Returns the glyphs of each sequence in the order of the content.
pub fn by_sequence(reading: &Reading) -> BTreeMap<Sequence, Vec<usize>> {
    let mut sequences: BTreeMap<Sequence, Vec<usize>> = BTreeMap::new();
    for (at, glyph) in reading.glyphs.iter().enumerate() {
        if let Some(sequence) = sequence(glyph) {
            sequences.entry(sequence).or_default().push(at);
        }
    }
    sequences
}

/// Returns the sequence that a glyph is in.
pub fn sequence(glyph: &Glyph) -> Option<super::Sequence> {
    match glyph.owner {
        Owner::Sequence(mcid) => Some((glyph.page, mcid)),
        Owner::Nobody | Owner::Artifact => None,
    }
}
