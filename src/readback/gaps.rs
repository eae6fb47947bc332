//! Blanks: where a reader that goes by position sees one, and where it does not.

use super::Reading;
use super::content::Glyph;
use super::flaws::Flaws;
use super::seen::Seen;
use crate::diag::{FileId, code};
use crate::source::chars::{is_han, is_kana};

/// The gap, in ems, from which most readers see a blank between two letters.
const BLANK: f64 = 0.1;
/// How much wider than the gaps around it, in ems, a gap has to be to stand out: in a stretched line none is.
const STANDS_OUT: f64 = 0.25;

/// Compares the blanks that readers see with those of the source.
pub fn check(reading: &Reading, seen: &[Seen<'_>], source: &str, flaws: &mut Flaws<'_>) {
    let mut read: Vec<&Seen<'_>> = seen.iter().collect();
    read.sort_by_key(|seen| seen.glyph);
    for (at, pair) in read.windows(2).enumerate() {
        let [a, b] = [pair[0], pair[1]];
        let (Some(first), Some(second)) = (reading.glyphs.get(a.glyph), reading.glyphs.get(b.glyph)) else {
            continue;
        };
        let Some(gap) = gap(first, second).filter(|_| a.glyph < b.glyph) else { continue };
        let between = &reading.glyphs[a.glyph + 1..b.glyph];
        let typed =
            between.iter().any(|glyph| glyph.text.as_deref().is_some_and(|text| text.trim().is_empty()));
        let words = a.c.is_alphanumeric() && b.c.is_alphanumeric();
        let one_unit = a.of.unit == b.of.unit;
        let wide = || gap > STANDS_OUT + spacing(reading, &read, at);
        if one_unit && !b.blank && !a.of.key && han(a.c) && han(b.c) && (typed || wide()) {
            flaws.add((code::GLUED, "is read with a space before it, inside a word"), (b.c, b.span), "");
        }
        // Text that is adjacent in the source may be so here.
        let apart = if one_unit { b.blank } else { apart(source, a, b) };
        let latin = !han(a.c) && !han(b.c);
        if apart && words && !typed && (-BLANK..BLANK).contains(&gap) && (latin || !one_unit) {
            flaws.add((code::GLUED, "is read as one word with what precedes it"), (b.c, b.span), "");
        }
    }
}

fn han(c: char) -> bool {
    is_han(c) || is_kana(c)
}

/// Returns the usual gap between Han characters around a place in their text: that of the letterspacing.
fn spacing(reading: &Reading, read: &[&Seen<'_>], at: usize) -> f64 {
    let (from, to) = (at.saturating_sub(4), (at + 6).min(read.len()));
    let gaps = read[from..to].windows(2).filter_map(|pair| {
        let [a, b] = [pair[0], pair[1]];
        let inside = a.of.unit == read[at].of.unit && b.of.unit == a.of.unit && han(a.c) && han(b.c);
        gap(&reading.glyphs[a.glyph], &reading.glyphs[b.glyph]).filter(|_| inside)
    });
    let mut gaps: Vec<f64> = gaps.collect();
    gaps.sort_by(f64::total_cmp);
    // Two characters alone do not show what is usual: the whole gap counts as such.
    gaps.get(gaps.len() / 2).copied().unwrap_or(0.0).max(0.0)
}

/// Returns the gap between two glyphs in ems; `None` if they are not on one line.
fn gap(first: &Glyph, second: &Glyph) -> Option<f64> {
    let em = first.size.max(second.size);
    let one_line = first.page == second.page && (first.y - second.y).abs() < em / 3.0;
    (em > 0.0 && one_line).then(|| (second.x[0] - first.x[1]) / em)
}

/// Returns whether something is between two characters in the source.
fn apart(source: &str, a: &Seen<'_>, b: &Seen<'_>) -> bool {
    let both = a.span.file == FileId::RESUME && b.span.file == FileId::RESUME;
    !both || source.get(a.span.end as usize..b.span.start as usize).is_none_or(|between| !between.is_empty())
}
