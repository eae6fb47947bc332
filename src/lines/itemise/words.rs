//! Narrow text: a stretch without a space is shaped whole and then divided where a line may end.

use super::atom::{Atom, Ink};
use super::cluster::{LONGEST_CLUSTER, prefix};
use super::glyph_cache::{ScaledFont, Word};
use super::input::{ItemiseInput, Pass};
use super::joint::Joint;
use super::{hyphens, joints, marks};
use crate::layout::{Caps, Hyphenate};
use crate::lines::prices;
use crate::lines::text::class::Class;
use crate::lines::text::numbers;
use crate::lines::text::paragraph::BreakRule;

/// The longest stretch that is shaped at once, in bytes.
const LONGEST_STRETCH: usize = 256;

/// A position where a stretch is divided.
struct Division {
    /// The offset in the copy.
    at: usize,
    /// The price of a line end.
    penalty: i32,
    /// Whether a hyphen is added.
    hyphen: bool,
}

/// Adds the atoms of the narrow stretch at `at` and returns the offset after it.
pub(super) fn cut(input: &mut ItemiseInput<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
    let (end, font) = stretch(input, at);
    let look = *input.look(input.copy.look_at(at));
    let text = input.copy.shown(at..end);
    let shaped = prefix(&text, LONGEST_STRETCH.max(LONGEST_CLUSTER));
    let word = input.glyphs.word(font.face, shaped, look.lang, (look.style.style.caps, false));
    if !input.glyphs.remarks.is_empty() {
        input.collect_remarks(at);
    }
    let whole = width(input, at, word, font);
    let divisions = if word.rtl { Vec::new() } else { divisions(input, at..end, whole) };
    let mut start = at;
    let mut rest = word;
    for division in divisions {
        let (first, later) = split(input, rest, (division.at - at) as u32);
        let mut atom = part(input, start..division.at, first, (at, font));
        atom.joint = Joint { penalty: Some(division.penalty), ..Joint::default() };
        atom.joint.natural = joints::tracking(input, atom.look, false);
        if division.hyphen {
            atom.joint.hyphen = input.faces(atom.look).hyphen.1;
        }
        atoms.push(atom);
        (start, rest) = (division.at, later);
    }
    let mut atom = part(input, start..end, rest, (at, font));
    atom.joint.open = true;
    atoms.push(atom);
    end
}

/// Returns the end of the stretch that is shaped as one, and its face.
fn stretch(input: &mut ItemiseInput<'_, '_, '_>, at: usize) -> (usize, ScaledFont) {
    let copy = input.copy;
    let look = copy.look_at(at);
    let table = input.faces(look).narrow;
    let piece_end =
        |at: usize| copy.pieces.get(copy.piece_at(at)).map_or(copy.text.len(), |p| p.end as usize);
    let mut same_look_until = piece_end(at);
    let mut end = at;
    let mut font = None;
    while end < copy.text.len() {
        let class = copy.class[end];
        if !class.is_narrow() || marks::is_by_itself(copy, end, class) {
            break;
        }
        if end >= same_look_until {
            if copy.look_at(end) != look {
                break;
            }
            same_look_until = piece_end(end);
        }
        let next = copy.after_cluster(end);
        let single = next - end == 1;
        let own = if single {
            let sort = input.glyphs.char_glyph(table, copy.char_at(end), class);
            input.glyphs.font(table, sort)
        } else {
            let cluster = copy.shown(end..next);
            input.glyphs.font_of_cluster(table, prefix(&cluster, LONGEST_CLUSTER), class)
        };
        if font.is_some_and(|font| font != own) || (end > at && next - at > LONGEST_STRETCH) {
            break;
        }
        font = Some(own);
        end = next;
    }
    let fallback = input.faces(look).font;
    (end.max(copy.after_cluster(at)), font.unwrap_or(fallback))
}

/// Shapes the separator between two things, blanks and all, and returns it with its width.
pub(super) fn separator(
    input: &mut ItemiseInput<'_, '_, '_>,
    look: u16,
    text: &str,
) -> (ScaledFont, Word, i64) {
    let text = prefix(text, LONGEST_CLUSTER);
    let font = input.glyphs.font_of_cluster(input.faces(look).narrow, text, Class::Al);
    let word = input.glyphs.word(font.face, text, input.look(look).lang, (Caps::None, false));
    let size = input.look(look).style.style.size;
    let glyphs = input.glyphs.glyphs(word);
    let width = glyphs.iter().map(|glyph| input.glyphs.length(glyph.advance, font, size)).sum();
    (font, word, width)
}

/// Returns the width of some glyphs of the stretch at `base`.
fn width(input: &ItemiseInput<'_, '_, '_>, base: usize, word: Word, font: ScaledFont) -> i64 {
    let look = input.copy.look_at(base);
    let size = input.look(look).style.style.size;
    let glyphs = input.glyphs.glyphs(word);
    let tracking = joints::tracking(input, look, false);
    let clusters = glyphs.windows(2).filter(|pair| pair[0].cluster != pair[1].cluster).count();
    let sum: i64 = glyphs.iter().map(|glyph| input.glyphs.length(glyph.advance, font, size)).sum();
    sum + tracking * clusters as i64
}

fn part(
    input: &ItemiseInput<'_, '_, '_>,
    range: std::ops::Range<usize>,
    word: Word,
    (base, font): (usize, ScaledFont),
) -> Atom {
    let first = input.copy.class[range.start];
    let last = input.copy.class_before(range.end);
    let mut atom = Atom::new(range, input.copy.look_at(base), first);
    atom.class.1 = last;
    atom.width = width(input, base, word, font);
    atom.ink = Ink::Word { font, word, base: base as u32 };
    atom
}

/// Divides a word before the first glyph of the cluster at `offset` or after it.
fn split(input: &ItemiseInput<'_, '_, '_>, word: Word, offset: u32) -> (Word, Word) {
    let glyphs = input.glyphs.glyphs(word);
    let at = word.start + glyphs.iter().take_while(|glyph| glyph.cluster < offset).count() as u32;
    (Word { end: at, ..word }, Word { start: at, ..word })
}

/// Returns the divisions of a stretch of a given width, in order.
fn divisions(input: &ItemiseInput<'_, '_, '_>, range: std::ops::Range<usize>, whole: i64) -> Vec<Division> {
    let copy = input.copy;
    let mut found: Vec<Division> = Vec::new();
    let mut letters_from = None;
    // A mark may have to fit after it.
    let em = input.em(copy.look_at(range.start));
    let too_wide = input.pass == Pass::Forced && whole + em + token_rest(input, range.end) > input.measure;
    let mut at = range.start;
    while at < range.end {
        let class = copy.class[at];
        if at > range.start {
            let bond = copy.bond[at];
            let usual = if bond == BreakRule::Open { None } else { joints::bonded(input, bond, at) };
            let emergency = (too_wide && !numbers::is_raised(copy.char_at(at))).then_some(prices::EMERGENCY);
            if let Some(penalty) = usual.into_iter().chain(emergency).min() {
                found.push(Division { at, penalty, hyphen: false });
            }
        }
        if class == Class::Al {
            letters_from.get_or_insert(at);
        } else if let Some(from) = letters_from.take() {
            hyphenate(input, &range, from..at, &mut found);
        }
        at = copy.after_cluster(at);
    }
    if let Some(from) = letters_from {
        hyphenate(input, &range, from..range.end, &mut found);
    }
    found.sort_by_key(|division| division.at);
    found.dedup_by_key(|division| division.at);
    found
}

/// Returns how much of a long token is beyond the current stretch: more than any measure, if it continues.
fn token_rest(input: &ItemiseInput<'_, '_, '_>, end: usize) -> i64 {
    let goes_on = input.copy.class.get(end).is_some_and(|class| class.is_narrow());
    if goes_on && input.copy.bond[end] == BreakRule::Open { input.measure } else { 0 }
}

/// Adds the hyphens of a run of letters inside a token (rule 18).
fn hyphenate(
    input: &ItemiseInput<'_, '_, '_>,
    token: &std::ops::Range<usize>,
    letters: std::ops::Range<usize>,
    found: &mut Vec<Division>,
) {
    let copy = input.copy;
    let look = input.look(copy.look_at(letters.start));
    let price = match input.setting.hyphenate {
        Hyphenate::Never => return,
        Hyphenate::Rarely => prices::RARE_HYPHEN,
        Hyphenate::Always => prices::HYPHEN,
    };
    let last = token.end >= copy.text.trim_end().len();
    if last || input.setting.heading || look.verbatim || look.unbroken {
        return;
    }
    let digits = copy.class[token.clone()].contains(&Class::Nu);
    let text = copy.text.get(letters.clone()).unwrap_or("");
    let whole = copy.text.get(token.clone()).unwrap_or("");
    let option = whole.starts_with('-'); // --no-verify is no word
    if digits || option || whole.contains(['_', '/', '@', '.', ':']) && !whole.ends_with(['.', ':']) {
        return;
    }
    let held = |offset: &usize| copy.bond[letters.start + offset] == BreakRule::Token;
    for (offset, penalty) in
        hyphens::of(text, look.lang, price).into_iter().filter(|(offset, _)| !held(offset))
    {
        found.push(Division { at: letters.start + offset, penalty, hyphen: true });
    }
}
