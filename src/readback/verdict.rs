//! The comparison: what became of each character of the model in the file.

use std::collections::BTreeSet;
use std::ops::Range;

use super::align::{Alignment, align};
use super::content::Glyph;
use super::flaws::Flaws;
use super::printed::{self, Printed};
use super::seen::Seen;
use super::wanted::{self, Wanted};
use super::{Expected, Reading, gaps, order, words};
use crate::diag::{Code, Sink, Span, code};

/// Stands for a code whose text the file does not give; it is in no source.
const UNKNOWN: char = '\0';
/// How many of the characters in place of another one are looked at.
const MOST_INSTEAD: usize = 32;

/// Reports every difference between a file and the résumé.
pub fn compare(reading: &Reading, said: &Expected<'_>, sink: &mut Sink) {
    let wanted = wanted::list(said.resume, said.layout);
    let printed = printed::of(said.document, said.source);
    let case = Comparison::new(reading, &printed);
    let mut flaws = Flaws::new(&said.source.text);
    let seen = case.texts(&wanted, &mut flaws);
    case.rest(&seen, &mut flaws);
    order::check(reading, &seen, &mut flaws);
    order::places(reading, &printed, &seen, &mut flaws);
    gaps::check(reading, &seen, &said.source.text, &mut flaws);
    words::check(reading, &seen, &said.source.text, &mut flaws);
    flaws.report(sink);
}

/// What became of a character of the pages, the best first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Read { glyph: usize },
    Moved { glyph: usize },
    Untagged { glyph: usize, why: &'static str },
    Altered(String),
    Lost,
}

struct Comparison<'a> {
    reading: &'a Reading,
    printed: &'a Printed,
    /// The characters of the file except blanks, each with its glyph.
    found: Vec<(char, usize)>,
    alignment: Alignment,
    tagged: order::Tagged,
}

impl<'a> Comparison<'a> {
    fn new(reading: &'a Reading, printed: &'a Printed) -> Comparison<'a> {
        let found: Vec<(char, usize)> = reading.glyphs.iter().enumerate().flat_map(characters).collect();
        let first: Vec<char> = printed.chars.iter().map(|char| char.c).collect();
        let second: Vec<char> = found.iter().map(|(c, _)| *c).collect();
        let alignment = align(&first, &second);
        Comparison { reading, printed, found, alignment, tagged: order::Tagged::of(reading) }
    }

    /// Goes through the texts of the model and returns their readable characters.
    fn texts<'w>(&self, wanted: &'w [Wanted], flaws: &mut Flaws<'_>) -> Vec<Seen<'w>> {
        let mut seen = Vec::new();
        let (mut unit, mut blank, mut icon) = (0, false, false);
        let mut read = printed::Read::new();
        let alternatives: BTreeSet<&str> =
            self.reading.tags.alternatives.iter().map(|text| text.trim()).collect();
        for (at, of) in wanted.iter().enumerate() {
            if of.unit != unit {
                (unit, blank) = (of.unit, false);
                icon = of.icon && alternatives.contains(whole(&wanted[at..]).trim());
            }
            if icon {
                continue; // an icon stands there, and its text is read out
            }
            for (offset, c) in of.text.char_indices() {
                if c.is_whitespace() {
                    blank = true;
                }
                if printed::is_unseen(c) {
                    continue;
                }
                let start = of.span.start as usize + offset;
                let exact = Span::new(of.span.file, start..start + c.len_utf8());
                let span = if of.is_verbatim() { exact } else { of.span };
                let candidates = self.printed.showing(of, (offset, c), &mut read);
                let best = candidates.iter().map(|&at| (self.fate(at), at)).min();
                let (fate, printed) = best.map_or((None, 0), |(fate, at)| (Some(fate), at));
                if let Some(glyph) = flaw(fate, (c, span), flaws) {
                    seen.push(Seen { c, span, of, blank, glyph, printed });
                }
                blank = false;
            }
        }
        seen
    }

    fn fate(&self, at: usize) -> Fate {
        let Some(found) = self.alignment.of[at] else {
            return self.without(self.alignment.instead[at].clone());
        };
        let glyph = self.found[found].1;
        if let Some(why) = self.tagged.fault(&self.reading.glyphs[glyph]) {
            return Fate::Untagged { glyph, why };
        }
        if self.alignment.moved[at] { Fate::Moved { glyph } } else { Fate::Read { glyph } }
    }

    /// Returns the fate of a character that the file replaces by these.
    fn without(&self, instead: Range<usize>) -> Fate {
        let shown = self.found[instead].iter().take(MOST_INSTEAD);
        let instead: String = shown.map(|(c, _)| *c).filter(|c| *c != UNKNOWN).collect();
        if instead.is_empty() { Fate::Lost } else { Fate::Altered(instead) }
    }

    /// Reports characters added by the layout that are not read as such, and text that is in no source.
    fn rest(&self, seen: &[Seen<'_>], flaws: &mut Flaws<'_>) {
        let mut place = None;
        let placed = |at: usize| self.printed.chars.get(at).and_then(|char| char.span);
        for (at, char) in self.printed.chars.iter().enumerate() {
            place = char.span.or(place);
            if char.span.is_none() && self.alignment.of[at].is_none() {
                let code = (code::TEXT_ALTERED, "is added by the layout but is not read that way");
                flaws.add(code, (char.c, place.unwrap_or_default()), "");
            }
        }
        let nearest = |at: usize| (at..self.printed.chars.len()).chain((0..at).rev()).find_map(placed);
        let first = seen.first().map(|seen| seen.span);
        for (range, before) in &self.alignment.added {
            let place = nearest(*before).or(first).unwrap_or_default();
            let text: String = self.found[range.clone()].iter().map(|(c, _)| *c).collect();
            let shown = text.replace(UNKNOWN, "\u{FFFD}");
            flaws.add(
                (code::TEXT_ALTERED, "is followed or preceded by text that nobody wrote"),
                ('…', place),
                &shown,
            );
        }
    }
}

/// Returns the whole text that begins with the first of some pieces.
fn whole(wanted: &[Wanted]) -> String {
    let unit = wanted.first().map(|first| first.unit);
    wanted.iter().take_while(|of| Some(of.unit) == unit).map(|of| of.text.as_str()).collect()
}

/// Returns the characters of a glyph except blanks.
fn characters((at, glyph): (usize, &Glyph)) -> Vec<(char, usize)> {
    match &glyph.text {
        Some(text) => text.chars().filter(|c| !printed::is_unseen(*c)).map(|c| (c, at)).collect(),
        None => vec![(UNKNOWN, at)],
    }
}

/// Notes what is wrong with a character and returns its glyph, if it has one.
fn flaw(fate: Option<Fate>, of: (char, Span), flaws: &mut Flaws<'_>) -> Option<usize> {
    let mut add = |code: Code, what: &'static str, more: &str| flaws.add((code, what), of, more);
    match fate {
        None => add(code::TEXT_LOST, "is on no page", ""),
        Some(Fate::Lost) => add(code::TEXT_LOST, "is on the page, but cannot be read from the PDF", ""),
        Some(Fate::Altered(instead)) => add(code::TEXT_ALTERED, "is read from the PDF as", &instead),
        Some(Fate::Untagged { glyph, why }) => {
            add(code::UNTAGGED, why, "");
            return Some(glyph);
        }
        Some(Fate::Moved { glyph }) => {
            add(code::READ_ORDER, "is out of order in the content of the PDF", "");
            return Some(glyph);
        }
        Some(Fate::Read { glyph }) => return Some(glyph),
    }
    None
}
