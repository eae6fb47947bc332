//! Requirements of searches and of readers of lines: unbroken words, and boxes that do not overlap.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::Reading;
use super::content::Glyph;
use super::flaws::Flaws;
use super::seen::Seen;
use crate::diag::{FileId, code};
use crate::source::chars::is_wide;

/// The overlap, in ems, from which readers take boxes for two lines.
const OVERLAP: f64 = 0.12;
/// How far back, in ems, another line or column begins.
const ANOTHER_LINE: f64 = 1.2;
/// The shortest word that is worth searching for.
const SHORTEST: usize = 3;

/// Reports words that no search finds, and boxes that overlap.
pub fn check(reading: &Reading, seen: &[Seen<'_>], source: &str, flaws: &mut Flaws<'_>) {
    for pair in seen.windows(2) {
        overlap(reading, &pair[0], &pair[1], flaws);
    }
    let one_token = |a: &Seen<'_>, b: &Seen<'_>| a.of.unit == b.of.unit && !b.blank && !breaks(source, a, b);
    for token in seen.chunk_by(one_token) {
        // Addresses are broken where necessary.
        if token.iter().any(|seen| "/@:._=?&~#".contains(seen.c)) {
            continue;
        }
        for word in token.chunk_by(|a, b| is_letter(a.c) && is_letter(b.c)) {
            let parted = |pair: &[Seen<'_>]| is_parted(reading, &pair[0], &pair[1]);
            if word.len() >= SHORTEST && word.windows(2).any(parted) {
                let what = (code::PARTED, "is split");
                word.iter().for_each(|seen| flaws.add(what, (seen.c, seen.span), ""));
            }
        }
    }
}

/// Returns whether the author began another line between two characters.
fn breaks(source: &str, a: &Seen<'_>, b: &Seen<'_>) -> bool {
    let both = a.span.file == FileId::RESUME && b.span.file == FileId::RESUME;
    both && source
        .get(a.span.end as usize..b.span.start as usize)
        .is_some_and(|between| between.contains('\n'))
}

/// Notes a box that overlaps the next one. A mark belongs over its letter.
fn overlap(reading: &Reading, a: &Seen<'_>, b: &Seen<'_>, flaws: &mut Flaws<'_>) {
    let is_mark = GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(b.c));
    if a.glyph >= b.glyph || is_mark {
        return;
    }
    let Some(shown) = reading.glyphs.get(a.glyph..=b.glyph) else { return };
    if shown.windows(2).any(|pair| reaches_over(&pair[0], &pair[1])) {
        let what = "overlaps what is before it";
        flaws.add((code::OVERLAPPING, what), (b.c, b.span), "");
    }
}

fn reaches_over(first: &Glyph, second: &Glyph) -> bool {
    let em = first.size.max(second.size);
    let one_line = first.page == second.page && (first.y - second.y).abs() < em / 3.0;
    let back = (first.x[1] - second.x[0]) / em;
    em > 0.0 && one_line && (OVERLAP..ANOTHER_LINE).contains(&back)
}

/// Returns whether a character is a letter of words that are searched for as wholes: not Han, which any program may
/// divide.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_wide(c)
}

/// Returns whether something is between two letters of a word in the file, or another line begins.
fn is_parted(reading: &Reading, a: &Seen<'_>, b: &Seen<'_>) -> bool {
    let [Some(first), Some(second)] = [a, b].map(|seen| reading.glyphs.get(seen.glyph)) else { return false };
    let follows = b.glyph == a.glyph || b.glyph == a.glyph + 1;
    // Drawings have no size here.
    let em = first.size.max(second.size);
    !follows || em > 0.0 && (first.page != second.page || (first.y - second.y).abs() > em)
}
