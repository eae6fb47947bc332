//! The order in which a file is read: by its tags, by its content, and by position on its pages.

use std::collections::BTreeMap;

use super::Reading;
use super::align::moved;
use super::content::{Glyph, Owner};
use super::flaws::Flaws;
use super::printed::Printed;
use super::reading::sequence;
use super::seen::Seen;
use super::tags::Sequence;
use crate::diag::{Code, code};

/// The greatest distance of a glyph from its place, in points: rounding is a hundredth of this.
const NEAR: f64 = 0.5;

/// The tags of each sequence.
pub struct Tagged {
    /// The index of each sequence in the order of the tags, and how often it occurs there.
    places: BTreeMap<Sequence, (usize, usize)>,
    /// Sequences without a reference back to their element.
    astray: Vec<Sequence>,
}

impl Tagged {
    /// Collects the sequences from the tags.
    pub fn of(reading: &Reading) -> Tagged {
        let mut tagged = Tagged { places: BTreeMap::new(), astray: Vec::new() };
        for (place, (sequence, element)) in reading.tags.order.iter().enumerate() {
            tagged.places.entry(*sequence).or_insert((place, 0)).1 += 1;
            if *element != reading.tags.parents.get(sequence).copied() {
                tagged.astray.push(*sequence);
            }
        }
        tagged.astray.sort_unstable();
        tagged
    }

    /// Returns why a glyph is not in the tags as it should be; `None` if it is.
    pub fn fault(&self, glyph: &Glyph) -> Option<&'static str> {
        let Some(sequence) = sequence(glyph) else {
            let artifact = glyph.owner == Owner::Artifact;
            return Some(if artifact { "is marked as not part of the text" } else { "has no tag" });
        };
        match self.places.get(&sequence) {
            None => Some("is marked, but is in no tag"),
            Some((_, 2..)) => Some("is in two tags"),
            Some(_) if self.astray.binary_search(&sequence).is_ok() => {
                Some("has a tag that cannot be reached from its page")
            }
            Some(_) => None,
        }
    }
}

/// Compares the order of the content with that of the tags, page by page since a column may continue over several,
/// and both with the wanted order: the header, then section by section, each in the order of the source.
pub fn check(reading: &Reading, seen: &[Seen<'_>], flaws: &mut Flaws<'_>) {
    let tagged = Tagged::of(reading);
    let place = |seen: &&Seen<'_>| Some(tagged.places.get(&sequence(&reading.glyphs[seen.glyph])?)?.0);
    let source = |seen: &&Seen<'_>| Some(seen.of.order as usize);
    let mut read: Vec<&Seen<'_>> = seen.iter().collect();
    read.sort_by_key(|seen| seen.glyph);
    for page in parted(&read, |seen| reading.glyphs[seen.glyph].page) {
        let places: Vec<Option<usize>> = page.iter().map(place).collect();
        note(&page, &places, (code::READ_ORDER, "is out of order in the tags of the PDF"), flaws);
    }
    // Stable: characters with the same tag keep the order of the content.
    let mut by_tags = read.clone();
    by_tags.sort_by_key(place);
    for page in parted(&by_tags, |seen| reading.glyphs[seen.glyph].page) {
        let sections: Vec<Option<usize>> = page.iter().map(|seen| Some(seen.of.section)).collect();
        note(
            &page,
            &sections,
            (code::READ_ORDER, "is read before or after a different section than it should be"),
            flaws,
        );
    }
    for read in [read, by_tags] {
        for section in
            parted(&read, |seen| seen.of.section).iter().filter(|section| section[0].of.section > 0)
        {
            let order: Vec<Option<usize>> = section.iter().map(source).collect();
            note(
                section,
                &order,
                (code::READ_ORDER, "is read in a different place than in the source"),
                flaws,
            );
        }
    }
}

/// Splits the characters by pages or by sections, keeping their order; no part is empty.
fn parted<'s, 'w>(read: &[&'s Seen<'w>], by: impl Fn(&Seen<'w>) -> usize) -> Vec<Vec<&'s Seen<'w>>> {
    let mut parts: BTreeMap<usize, Vec<&Seen<'_>>> = BTreeMap::new();
    for seen in read {
        parts.entry(by(seen)).or_default().push(seen);
    }
    parts.into_values().collect()
}

/// Notes the characters that are out of the order of their numbers.
fn note(read: &[&Seen<'_>], numbers: &[Option<usize>], what: (Code, &'static str), flaws: &mut Flaws<'_>) {
    for (seen, moved) in read.iter().zip(moved(numbers)) {
        if moved {
            flaws.add(what, (seen.c, seen.span), "");
        }
    }
}

/// Notes characters that a reader that goes by position finds elsewhere than they were put. A drawing has no place
/// here.
pub fn places(reading: &Reading, printed: &Printed, seen: &[Seen<'_>], flaws: &mut Flaws<'_>) {
    for seen in seen {
        let (Some(glyph), Some(put)) = (reading.glyphs.get(seen.glyph), printed.chars.get(seen.printed))
        else {
            continue;
        };
        // Text that stands for several glyphs begins where any of them does.
        let off = |place: f64, [from, to]: [f64; 2]| (from - place).max(place - to) > NEAR;
        let away = glyph.page != put.page || off(glyph.x[0], put.left) || off(glyph.y, put.baseline);
        if glyph.size > 0.0 && away {
            flaws.add((code::READ_ORDER, "is not on the page where it was placed"), (seen.c, seen.span), "");
        }
    }
}
